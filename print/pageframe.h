#pragma once

#include <QFont>
#include <QRectF>
#include <QStringList>

#include <functional>

class QPainter;

namespace tanaban::print {

/// What stands around the content of each page, in the words of the reader.
struct PageFrame
{
    QString title;
    QStringList notes; ///< filters, the place, a moment: under the title, as far as there is room
    QString when;      ///< at the right: when it was read
    QString who;       ///< below that: by whom
    QString footer;    ///< at the left of the last line
    /// At the right of it: "Page 2 of 7".
    std::function<QString(int page, int pages)> pageNumber;
};

/// The paper without its margins.
QRectF insideOf(const QSizeF &paper);
/// What is left of that between title and footer.
QRectF contentOf(const QRectF &inside);
/// Paints the frame of a page; the first one is 0.
void paintFrame(QPainter &painter,
                const PageFrame &frame,
                const QFont &family,
                const QRectF &inside,
                int page,
                int pages);

} // namespace tanaban::print
