#pragma once

#include "model/result.h"

#include <QPageLayout>
#include <QRectF>

class QPainter;

namespace tanaban::print {

// Lengths on paper are in twips, 1/1440 of an inch: fine enough for any printer, and whole numbers of
// them are sizes of fonts.
inline constexpr double twipsPerInch = 1440;
inline constexpr double twipsPerPoint = 20;
inline constexpr double twipsPerMillimetre = twipsPerInch / 25.4;

/// Pages that are ready to be looked at and printed. Does not change; may be painted by several
/// threads at the same time.
class Document
{
public:
    virtual ~Document() = default;

    virtual int pageCount() const = 0;
    /// The paper of every page; its margins are kept by the document itself.
    virtual QPageLayout layout() const = 0;
    /// Paints a page (the first one is 0) in twips from the left upper corner of the paper. Fails
    /// where what it needs cannot be read; in the system's own words.
    virtual Result<Done, QString> paint(QPainter &painter, int page) const = 0;

    /// The paper in twips.
    QSizeF paperSize() const;
};

/// A4, 210 × 297 mm, or another paper, upright or not.
QPageLayout paper(const QPageSize &size, bool landscape);

} // namespace tanaban::print
