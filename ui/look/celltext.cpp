#include "ui/look/celltext.h"

#include <QCache>
#include <QCoreApplication>
#include <QPainter>
#include <QStaticText>

namespace tanaban::ui {

namespace {

constexpr int mostKept = 2000; ///< some screens of cells

struct CellText
{
    QString text;
    QFont font;
    int width = 0;

    friend bool operator==(const CellText &, const CellText &) = default;
    friend size_t qHash(const CellText &cell, size_t seed)
    {
        return qHashMulti(seed, cell.text, cell.width, cell.font.pixelSize(), cell.font.weight());
    }
};

using CellTexts = QCache<CellText, QStaticText>;

/// Emptied while the application still is: fonts must not outlive it.
CellTexts &knownTexts()
{
    static CellTexts known(mostKept);
    static const bool ends = [] {
        qAddPostRoutine([] { known.clear(); });
        return true;
    }();
    Q_UNUSED(ends)
    return known;
}

const QStaticText &shapeOf(const QPainter &painter, const QString &text, int width)
{
    CellTexts &known = knownTexts();
    const CellText wanted{text, painter.font(), width};
    if (const QStaticText *shape = known.object(wanted))
        return *shape;
    auto *shape = new QStaticText(painter.fontMetrics().elidedText(text, Qt::ElideRight, width));
    shape->setTextFormat(Qt::PlainText);
    shape->setPerformanceHint(QStaticText::AggressiveCaching);
    shape->prepare(painter.transform(), painter.font());
    known.insert(wanted, shape);
    return *shape;
}

} // namespace

void paintCellText(QPainter &painter,
                   const QRect &place,
                   Qt::Alignment alignment,
                   const QString &text)
{
    if (text.isEmpty() || place.width() <= 0)
        return;
    const QStaticText &shape = shapeOf(painter, text, place.width());
    QRectF line(QPointF(), shape.size());
    line.moveCenter(QRectF(place).center());
    if (alignment & Qt::AlignRight)
        line.moveRight(place.x() + place.width());
    else if (!(alignment & Qt::AlignHCenter))
        line.moveLeft(place.left());
    if (alignment & Qt::AlignTop)
        line.moveTop(place.top());
    painter.drawStaticText(line.topLeft(), shape);
}

} // namespace tanaban::ui
