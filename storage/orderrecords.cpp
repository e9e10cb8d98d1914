#include "storage/orderrecords.h"

#include "storage/recordpage.h"

#include <QJsonArray>
#include <QSet>

#include <map>

namespace tanaban::storage {

using namespace Qt::StringLiterals;

OrderRecords::OrderRecords(Connection &connection)
    : m_connection(connection)
{}

SqlFault OrderRecords::addLines(std::vector<RecordRow> &rows)
{
    const RecordTable &table = recordTable(Entity::Order);
    std::vector<RecordId> ids;
    for (const RecordRow &row : rows)
        ids.push_back(idOf(Entity::Order, row.record.key));
    std::map<RecordId, QJsonArray> lines;
    for (size_t first = 0; first < ids.size(); first += RecordPage::size) {
        const RecordPage page(table, ids, first);
        Statement s(m_connection,
                    u"SELECT o.number, l.line_number, l.product_code, l.quantity FROM orders o "
                    "JOIN order_lines l ON l.order_id = o.id WHERE %1 "
                    "ORDER BY o.id, l.line_number"_s.arg(page.condition({u"o.number"_s})));
        page.bind(s);
        if (s.exec()) {
            while (s.next()) {
                lines[s.text(0)].append(QJsonObject{{u"line_number"_s, s.integer(1)},
                                                    {u"product_code"_s, s.text(2)},
                                                    {u"quantity"_s, s.integer(3)}});
            }
        }
        if (s.fault())
            return s.fault();
    }
    for (size_t i = 0; i < rows.size(); ++i)
        rows[i].record.fields.insert(u"lines"_s, lines[ids[i]]);
    return {};
}

Result<QStringList, SqlFault> OrderRecords::unknownProducts(const QStringList &codes)
{
    const RecordTable &table = recordTable(Entity::Product);
    QStringList unknown = codes;
    unknown.removeDuplicates();
    unknown.sort();
    const std::vector<RecordId> ids(unknown.begin(), unknown.end());
    for (size_t first = 0; first < ids.size(); first += RecordPage::size) {
        const RecordPage page(table, ids, first);
        Statement s(m_connection,
                    u"SELECT code FROM products WHERE %1"_s.arg(page.condition({u"code"_s})));
        page.bind(s);
        if (s.exec()) {
            while (s.next())
                unknown.removeOne(s.text(0));
        }
        if (s.fault())
            return fail(s.fault());
    }
    return unknown;
}

SqlFault OrderRecords::addContext(const RecordCommand &command, RecordContext &context)
{
    SqlFault fault = addReferences(command.fields, context);
    if (!fault && context.now)
        fault = addClaims(command.before.key.value(u"number"_s).toString(), context);
    return fault;
}

SqlFault OrderRecords::addReferences(const QJsonObject &wanted, RecordContext &context)
{
    const QString partner = wanted.value(u"partner_code"_s).toString();
    if (!partner.isEmpty()) {
        Statement s(m_connection, u"SELECT code FROM partners WHERE code = ?"_s);
        s.bind(partner);
        if (!s.exec())
            return s.fault();
        context.partnerExists = s.next();
        if (s.fault())
            return s.fault();
    }
    QStringList products;
    const QJsonArray lines = wanted.value(u"lines"_s).toArray();
    for (const QJsonValue &line : lines)
        products << line[u"product_code"_s].toString();
    if (products.isEmpty())
        return {};
    const auto unknown = unknownProducts(products);
    if (!unknown)
        return unknown.error();
    constexpr qsizetype toldAtMost = 5;
    context.unknownProducts = unknown->first(std::min(toldAtMost, unknown->size()));
    return {};
}

SqlFault OrderRecords::addClaims(const QString &number, RecordContext &context)
{
    Statement s(
        m_connection,
        u"SELECT c.line_number, sum(c.quantity), max(c.is_open) FROM ("
        "SELECT line_number, quantity, CASE WHEN state = 'shipped' THEN 0 ELSE 1 END AS "
        "is_open FROM allocations WHERE order_id = (SELECT id FROM orders WHERE number = ?) "
        "AND state IN ('pending', 'open', 'shipped') UNION ALL "
        "SELECT line_number, quantity, 1 FROM holds "
        "WHERE order_id = (SELECT id FROM orders WHERE number = ?) AND state = 'active') c "
        "GROUP BY c.line_number"_s);
    s.bind(number).bind(number);
    if (s.exec()) {
        while (s.next()) {
            context.claims[s.integer(0)] = s.integer(1);
            context.hasOpenClaims = context.hasOpenClaims || s.integer(2) > 0;
        }
    }
    return s.fault();
}

} // namespace tanaban::storage
