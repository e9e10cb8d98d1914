#include "print/document.h"

namespace tanaban::print {

QSizeF Document::paperSize() const
{
    return layout().fullRect(QPageLayout::Millimeter).size() * twipsPerMillimetre;
}

QPageLayout paper(const QPageSize &size, bool landscape)
{
    QPageLayout layout(
        size, landscape ? QPageLayout::Landscape : QPageLayout::Portrait, QMarginsF());
    layout.setMode(QPageLayout::FullPageMode);
    return layout;
}

} // namespace tanaban::print
