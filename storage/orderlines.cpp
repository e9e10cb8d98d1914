#include "storage/orderlines.h"

#include "storage/stockreads.h"

namespace tanaban::storage {

using namespace Qt::StringLiterals;

namespace {

/// Both tables are looked into by their index on order and line.
constexpr QStringView sumOfLine =
    u"coalesce((SELECT sum(%1.quantity) FROM %2 %1 WHERE %1.order_id = l.order_id "
    u"AND %1.line_number = l.line_number AND %3), 0)";

} // namespace

QString holdIsActive(const Connection &connection)
{
    // Past its time a hold counts as available, although no commit has ended it yet.
    return u"h.state = 'active' AND h.expires_at > %1"_s.arg(
        connection.isPostgres() ? u"clock_timestamp()"_s : nowExpression(connection));
}

QString coveredOfLine(const Connection &connection)
{
    return QString(u'('
                   + sumOfLine.toString().arg(
                       u"a"_s, u"allocations"_s, u"a.state IN ('pending', 'open', 'shipped')"_s)
                   + u" + "_s
                   + sumOfLine.toString().arg(u"h"_s, u"holds"_s, holdIsActive(connection)) + u')');
}

QString shippedOfLine()
{
    return sumOfLine.toString().arg(u"a"_s, u"allocations"_s, u"a.state = 'shipped'"_s);
}

QString orderIsLacking(const Connection &connection)
{
    return u"o.state = 'open' AND EXISTS (SELECT 1 FROM order_lines l WHERE l.order_id = o.id "
           "AND l.quantity > %1)"_s.arg(coveredOfLine(connection));
}

} // namespace tanaban::storage
