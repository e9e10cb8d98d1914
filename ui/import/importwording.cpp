#include "ui/import/importwording.h"

#include "model/import/recordreading.h"
#include "ui/records/recordtext.h"

namespace tanaban::ui {

using namespace Qt::StringLiterals;

QString ImportWording::nameOf(ImportKind kind)
{
    return kind == ImportKind::Stock ? tr("Stock") : RecordText::namesOf(entityOf(kind));
}

QString ImportWording::labelOf(const QString &field)
{
    if (field == u"quantity"_s)
        return tr("Quantity");
    if (field == u"bin"_s)
        return tr("Bin");
    if (field == u"status"_s)
        return tr("Status");
    if (field == u"line_number"_s)
        return tr("Order line");
    if (field == u"quantity_decimals"_s)
        return tr("Decimals of quantities");
    return RecordText::labelOf(Entity::Product, field);
}

} // namespace tanaban::ui
