#include "ui/look/icons.h"

#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

namespace tanaban::ui {

using namespace Qt::StringLiterals;

namespace {

QPixmap render(const QString &name, const QColor &colour, const QSize &pixels)
{
    const QString key =
        u"icon:%1:%2:%3"_s.arg(name, colour.name(QColor::HexArgb)).arg(pixels.width());
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    QFile file(u":/icons/"_s + name + u".svg"_s);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("No icon %s", qUtf8Printable(name));
    QByteArray svg = file.readAll();
    svg.replace("currentColor", colour.name().toLatin1());
    QSvgRenderer renderer(svg);
    pixmap = QPixmap(pixels);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setOpacity(qreal(colour.alphaF()));
    renderer.render(&painter);
    painter.end();
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

class LineIconEngine final : public QIconEngine
{
public:
    explicit LineIconEngine(QString name)
        : m_name(std::move(name))
    {}

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        const double ratio = painter->device()->devicePixelRatioF();
        painter->drawPixmap(rect, render(m_name, colourOf(mode), rect.size() * ratio));
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State) override
    {
        return render(m_name, colourOf(mode), size);
    }

    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State, qreal scale) override
    {
        QPixmap result = render(m_name, colourOf(mode), size);
        result.setDevicePixelRatio(scale);
        return result;
    }

    QString iconName() override { return m_name; }
    QIconEngine *clone() const override { return new LineIconEngine(m_name); }

private:
    static QColor colourOf(QIcon::Mode mode)
    {
        const Colours &colours = Theme::colours();
        return mode == QIcon::Disabled ? mixed(colours.window, colours.text, 0.35)
                                       : mixed(colours.text, colours.window, 0.15);
    }

    QString m_name;
};

} // namespace

QIcon icon(const QString &name)
{
    return QIcon(new LineIconEngine(name));
}

void paintIcon(QPainter *painter, const QRect &place, const QString &name, const QColor &colour)
{
    const double ratio = painter->device()->devicePixelRatioF();
    painter->drawPixmap(place, render(name, colour, place.size() * ratio));
}

} // namespace tanaban::ui
