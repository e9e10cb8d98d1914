#include "model/export/tablecell.h"

#include "model/quantity.h"
#include "model/result.h"

namespace tanaban {

using namespace Qt::StringLiterals;

QString plainText(const TableCell &cell)
{
    return std::visit(
        Overloaded{
            [](std::monostate) { return QString(); },
            [](const QString &text) { return text; },
            [](const TableNumber &number) { return formatQuantity(number.value, number.decimals); },
            [](const QDate &day) { return day.toString(Qt::ISODate); },
            [](const QDateTime &moment) { return moment.toString(u"yyyy-MM-dd HH:mm:ss"_s); }},
        cell);
}

} // namespace tanaban
