#pragma once

#include <QPageLayout>
#include <QRectF>
#include <QString>

#include <vector>

namespace tanaban::print {

/// Labels as they are sold: on sheets, or one after the other for a label printer. In millimetres.
struct LabelStock
{
    QString key; ///< stable, for settings: "a4-3x8-70x37"
    QPageSize page;
    int columns = 1;
    int rows = 1;
    QSizeF label;
    QPointF first; ///< left upper corner of the first label on the page
    QSizeF gap;    ///< between labels

    int perPage() const { return columns * rows; }
    bool isRoll() const { return perPage() == 1; }
    /// Of a label of the page (the first one is 0), row by row; in millimetres.
    QRectF place(int number) const;

    friend bool operator==(const LabelStock &, const LabelStock &) = default;
};

/// Common sheets: A4 and Letter.
const std::vector<LabelStock> &labelSheets();
/// One label on each page.
LabelStock labelRoll(const QSizeF &millimetres);

} // namespace tanaban::print
