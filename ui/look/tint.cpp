#include "ui/look/tint.h"

#include <QEvent>
#include <QWidget>

namespace tanaban::ui {

namespace {

QPalette::ColorRole roleOf(Tint tint)
{
    switch (tint) {
    case Tint::Plain:
        return QPalette::WindowText;
    case Tint::Secondary:
        return QPalette::PlaceholderText;
    case Tint::Accent:
        return QPalette::Link;
    case Tint::Low:
        return QPalette::LinkVisited;
    case Tint::Bad:
        return QPalette::BrightText;
    }
    Q_UNREACHABLE();
}

/// The child of a widget that keeps its style sheet up to date.
class StyleKeeper : public QObject
{
public:
    StyleKeeper(QWidget *widget, std::function<QString(const Colours &)> style)
        : QObject(widget)
        , m_widget(widget)
        , m_style(std::move(style))
    {
        setObjectName(QStringLiteral("styleKeeper"));
        widget->installEventFilter(this);
        apply();
    }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (watched == m_widget && event->type() == QEvent::PaletteChange)
            apply();
        return false;
    }

private:
    // The style sheet changes the palette itself: only a new text is set.
    void apply()
    {
        const QString sheet = m_style(Theme::colours());
        if (sheet != m_widget->styleSheet())
            m_widget->setStyleSheet(sheet);
    }

    QWidget *m_widget;
    std::function<QString(const Colours &)> m_style;
};

} // namespace

void tint(QWidget *label, Tint tint)
{
    label->setForegroundRole(roleOf(tint));
}

void styleInColours(QWidget *widget, std::function<QString(const Colours &)> style)
{
    delete widget->findChild<QObject *>(QStringLiteral("styleKeeper"), Qt::FindDirectChildrenOnly);
    new StyleKeeper(widget, std::move(style));
}

void styleAsStrip(QWidget *widget, const QString &rest)
{
    styleInColours(widget, [name = widget->objectName(), rest](const Colours &colours) {
        return QStringLiteral("#%1 { background: %2; border-radius: 6px; %3 }")
            .arg(name, mixed(colours.window, colours.changed, 0.45).name(), rest);
    });
}

} // namespace tanaban::ui
