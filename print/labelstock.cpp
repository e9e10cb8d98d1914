#include "print/labelstock.h"

namespace tanaban::print {

using namespace Qt::StringLiterals;

namespace {

/// Labels in the middle of the paper, with these gaps between them.
LabelStock sheet(const QString &key,
                 QPageSize::PageSizeId paper,
                 int columns,
                 int rows,
                 const QSizeF &label,
                 double gap = 0)
{
    LabelStock stock{key, QPageSize(paper), columns, rows, label, {}, {gap, 0}};
    const QSizeF room = stock.page.size(QPageSize::Millimeter);
    const double width = columns * label.width() + (columns - 1) * gap;
    stock.first = {(room.width() - width) / 2, (room.height() - rows * label.height()) / 2};
    return stock;
}

} // namespace

QRectF LabelStock::place(int number) const
{
    const int row = number / columns;
    const int column = number % columns;
    return {first
                + QPointF(column * (label.width() + gap.width()),
                          row * (label.height() + gap.height())),
            label};
}

const std::vector<LabelStock> &labelSheets()
{
    static const std::vector<LabelStock> sheets{
        sheet(u"a4-3x8-70x37"_s, QPageSize::A4, 3, 8, {70, 37}),
        sheet(u"a4-3x8-70x33.9"_s, QPageSize::A4, 3, 8, {70, 33.9}),
        sheet(u"a4-4x10-52.5x29.7"_s, QPageSize::A4, 4, 10, {52.5, 29.7}),
        sheet(u"a4-3x7-63.5x38.1"_s, QPageSize::A4, 3, 7, {63.5, 38.1}, 2.5),
        sheet(u"a4-2x7-99.1x38.1"_s, QPageSize::A4, 2, 7, {99.1, 38.1}, 2.5),
        sheet(u"a4-2x4-99.1x67.7"_s, QPageSize::A4, 2, 4, {99.1, 67.7}, 2.5),
        sheet(u"a4-5x13-38.1x21.2"_s, QPageSize::A4, 5, 13, {38.1, 21.2}, 2.5),
        sheet(u"letter-3x10-66.7x25.4"_s, QPageSize::Letter, 3, 10, {66.675, 25.4}, 3.175)};
    return sheets;
}

LabelStock labelRoll(const QSizeF &millimetres)
{
    LabelStock stock;
    stock.key = u"roll"_s;
    stock.page = QPageSize(millimetres, QPageSize::Millimeter, u"label"_s, QPageSize::ExactMatch);
    stock.label = millimetres;
    return stock;
}

} // namespace tanaban::print
