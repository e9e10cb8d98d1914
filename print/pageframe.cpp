#include "print/pageframe.h"

#include <QPainter>

#include <algorithm>

#include "print/document.h"
#include "print/textmeasure.h"

namespace tanaban::print {

using namespace Qt::StringLiterals;

namespace {

constexpr double margin = 12 * twipsPerMillimetre;
constexpr double titleSize = 260;
constexpr double noteSize = 160;
constexpr double besideNotes = 260; ///< between what stands at the left and at the right

const QColor frameQuiet(90, 90, 90);

} // namespace

QRectF insideOf(const QSizeF &paper)
{
    return QRectF(QPointF(), paper).adjusted(margin, margin, -margin, -margin);
}

QRectF contentOf(const QRectF &inside)
{
    const double title = titleSize * 1.6 + noteSize * 1.6 + 120;
    const double footer = noteSize * 2.2;
    return inside.adjusted(0, title, 0, -footer);
}

void paintFrame(QPainter &painter,
                const PageFrame &frame,
                const QFont &family,
                const QRectF &inside,
                int page,
                int pages)
{
    TextMeasure small(fontFor(family, noteSize));
    TextMeasure large(fontFor(family, titleSize, true));
    const double right = std::max(small.width(frame.when), small.width(frame.who)) + 20;
    const double left = inside.width() - right - besideNotes;
    const double titleLine = inside.top() + large.ascent();
    const double noteLine = inside.top() + titleSize * 1.6 + small.ascent();
    painter.setPen(Qt::black);
    painter.setFont(large.font());
    painter.drawText(QPointF(inside.left(), titleLine), large.elided(frame.title, left));
    painter.setFont(small.font());
    painter.setPen(frameQuiet);
    const QString notes = frame.notes.join(u" · "_s);
    painter.drawText(QPointF(inside.left(), noteLine), small.elided(notes, left));
    const auto toTheRight = [&](const QString &text, double line) {
        painter.drawText(QPointF(inside.right() - small.width(text), line), text);
    };
    toTheRight(frame.when, titleLine);
    toTheRight(frame.who, noteLine);
    const double footLine = inside.bottom() - noteSize * 0.3;
    painter.drawText(QPointF(inside.left(), footLine), frame.footer);
    if (frame.pageNumber)
        toTheRight(frame.pageNumber(page + 1, pages), footLine);
}

} // namespace tanaban::print
