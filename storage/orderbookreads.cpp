#include "storage/orderbookreads.h"

#include "storage/orderlines.h"
#include "storage/recordlists.h"
#include "storage/recordpage.h"
#include "storage/recordreads.h"
#include "storage/stockconditions.h"
#include "storage/stockreads.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

#include <algorithm>
#include <map>

namespace tanaban::storage {

using namespace Qt::StringLiterals;

namespace {

/// What an order went through is told as far back as this many changes.
constexpr int longestOrderHistory = 500;
/// The newest orders tell what numbers look like here.
constexpr int ordersLookedAt = 50;

/// nullptr when the order has no such line.
OrderLine *lineOf(OrderDetails &details, qint64 number)
{
    const auto found = std::ranges::find(details.lines, int(number), &OrderLine::number);
    return found == details.lines.end() ? nullptr : &*found;
}

/// A change of an allocation or hold of the order, as `changes` has it.
struct GoodsChange
{
    QString thing; ///< "allocation", "hold"
    qint64 id = 0;
    int line = 0;
    QString product;
    qint64 quantityNow = 0;
    OrderEvent event; ///< who and when
    QJsonObject before;
    QJsonObject after;
};

/// The order's own change under this command, or a new entry of the history.
OrderEvent &eventOf(std::vector<OrderEvent> &history, const OrderEvent &like)
{
    const auto found = std::ranges::find(history, like.command, &OrderEvent::command);
    if (found != history.end())
        return *found;
    return history.emplace_back(like);
}

} // namespace

OrderBookReads::OrderBookReads(Connection &connection)
    : m_connection(connection)
{}

Read<OrderDetails> OrderBookReads::details(const QString &number)
{
    OrderDetails details;
    RecordLists records(m_connection);
    const auto rows = records.rows(Entity::Order, {number});
    if (!rows)
        return fail(ReadFailure(rows.error()));
    if (rows->empty())
        return details;
    details.order = rows->front().record;
    const auto changes = records.history(
        Entity::Order, details.order.key, 0, 0, longestOrderHistory);
    if (!changes)
        return fail(ReadFailure(changes.error()));
    for (const RecordEvent &change : *changes) {
        details.history.push_back(
            {change.command, change.actor, change.actorName, change.at, change, {}, {}});
    }
    for (const auto add : {&OrderBookReads::addLines,
                           &OrderBookReads::addAllocations,
                           &OrderBookReads::addHeld,
                           &OrderBookReads::addGoodsEvents,
                           &OrderBookReads::addProducts})
    {
        if (const SqlFault fault = (this->*add)(details))
            return fail(readFailure(fault));
    }
    std::ranges::stable_sort(details.history, std::ranges::greater(), &OrderEvent::at);
    return details;
}

SqlFault OrderBookReads::addLines(OrderDetails &details)
{
    const QJsonArray lines = details.order.fields.value(u"lines"_s).toArray();
    for (const QJsonValue &value : lines) {
        OrderLine &line = details.lines.emplace_back();
        line.number = value[u"line_number"_s].toInt();
        line.product = value[u"product_code"_s].toString();
        line.quantity = value[u"quantity"_s].toInteger();
    }
    Statement s(m_connection, u"SELECT name FROM partners WHERE code = ?"_s);
    s.bind(details.order.fields.value(u"partner_code"_s).toString());
    if (s.exec() && s.next())
        details.partnerName = s.text(0);
    return s.fault();
}

SqlFault OrderBookReads::addAllocations(OrderDetails &details)
{
    Statement s(m_connection,
                u"SELECT %1, z.name, a.id, a.line_number, a.quantity, a.state FROM orders o "
                "JOIN allocations a ON a.order_id = o.id JOIN stock s ON s.id = a.stock_id "
                "JOIN zones z ON z.warehouse_code = s.warehouse_code "
                "AND z.zone_number = s.zone_number WHERE o.number = ? "
                "AND a.state IN ('pending', 'open', 'shipped') ORDER BY a.line_number, a.id"_s.arg(
                    stockColumns));
    s.bind(details.order.key.value(u"number"_s).toString());
    if (!s.exec())
        return s.fault();
    while (s.next()) {
        constexpr int more = stockColumnCount;
        OrderLine *line = lineOf(details, s.integer(more + 2));
        if (!line)
            continue; // read a moment later than the lines
        const StockRow row = readStockRow(s);
        const auto state =
            fromCode<AllocationState>(s.text(more + 4)).value_or(AllocationState::Open);
        const qint64 quantity = s.integer(more + 3);
        (state == AllocationState::Shipped ? line->shipped : line->allocated) += quantity;
        line->allocations.push_back(
            {s.integer(more + 1), state, quantity, row.id, row.key, s.text(more)});
    }
    return s.fault();
}

SqlFault OrderBookReads::addHeld(OrderDetails &details)
{
    Statement s(m_connection,
                u"SELECT h.line_number, h.quantity FROM orders o JOIN holds h ON h.order_id = o.id "
                "WHERE o.number = ? AND %1"_s.arg(holdIsActive(m_connection)));
    s.bind(details.order.key.value(u"number"_s).toString());
    if (!s.exec())
        return s.fault();
    while (s.next()) {
        if (OrderLine *line = lineOf(details, s.integer(0)))
            line->held += s.integer(1);
    }
    return s.fault();
}

/// What became of goods, told by the changes of allocations and holds. Their quantity shrinks only
/// by splitting: the part that was shipped or given back is a row of its own and tells it.
SqlFault OrderBookReads::addGoodsEvents(OrderDetails &details)
{
    const QString ofThing =
        u"SELECT '%1' AS thing, a.id AS id, a.line_number AS line, s.product_code AS product, "
        "a.quantity AS quantity, c.version AS version, c.command_id AS command_id, "
        "c.actor AS actor, c.at AS at, c.before AS before, c.after AS after, "
        "(SELECT max(e.reason) FROM stock_events e WHERE e.command_id = c.command_id "
        "     AND e.stock_id = a.stock_id) AS reason FROM orders o "
        "JOIN %2 a ON a.order_id = o.id JOIN stock s ON s.id = a.stock_id "
        "JOIN changes c ON c.entity = '%1' AND c.key = CAST(a.id AS text) WHERE o.number = ?"_s;
    Statement s(
        m_connection,
        u"SELECT t.thing, t.id, t.line, t.product, t.quantity, {uuid t.command_id}, "
        "t.actor, pe.name, {iso t.at}, {json t.before}, {json t.after}, coalesce(t.reason, '') "
        "FROM (%1 UNION ALL %2) t "
        "LEFT JOIN people pe ON pe.login = t.actor "
        "ORDER BY t.at DESC, t.thing DESC, t.id DESC, t.version DESC LIMIT ?"_s.arg(
            ofThing.arg(u"allocation"_s, u"allocations"_s), ofThing.arg(u"hold"_s, u"holds"_s)));
    const QString number = details.order.key.value(u"number"_s).toString();
    s.bind(number).bind(number).bind(longestOrderHistory);
    std::vector<GoodsChange> changes;
    if (!s.exec())
        return s.fault();
    while (s.next()) {
        changes.push_back(
            {s.text(0),
             s.integer(1),
             int(s.integer(2)),
             s.text(3),
             s.integer(4),
             {s.uuid(5), s.text(6), s.text(7), s.instant(8), std::nullopt, {}, s.text(11)},
             QJsonDocument::fromJson(s.text(9).toUtf8()).object(),
             QJsonDocument::fromJson(s.text(10).toUtf8()).object()});
    }
    if (s.fault())
        return s.fault();
    std::map<std::pair<QString, qint64>, qint64> quantities; // as they were then
    std::ranges::reverse(changes);                           // oldest first
    for (const GoodsChange &change : changes) {
        const std::pair thing(change.thing, change.id);
        if (change.after.contains(u"quantity"_s))
            quantities[thing] = change.after.value(u"quantity"_s).toInteger();
        const QString state = change.after.value(u"state"_s).toString();
        if (state.isEmpty())
            continue;
        const auto known = quantities.find(thing);
        OrderGoodsEvent goods{change.line,
                              change.product,
                              known == quantities.end() ? change.quantityNow : known->second,
                              AllocationState::Open,
                              false};
        if (change.thing == u"hold"_s)
            goods.became = fromCode<HoldState>(state).value_or(HoldState::Active);
        else
            goods.became = fromCode<AllocationState>(state).value_or(AllocationState::Open);
        const auto before = fromCode<AllocationState>(change.before.value(u"state"_s).toString());
        goods.again = change.thing == u"allocation"_s && before && hasEnded(*before);
        eventOf(details.history, change.event).goods.push_back(goods);
    }
    return {};
}

SqlFault OrderBookReads::addProducts(OrderDetails &details)
{
    QSet<QString> codes;
    for (const OrderLine &line : details.lines)
        codes.insert(line.product);
    for (const OrderEvent &event : details.history) {
        for (const OrderGoodsEvent &goods : event.goods)
            codes.insert(goods.product);
        for (const QJsonObject &fields : {event.change ? event.change->before : QJsonObject(),
                                          event.change ? event.change->after : QJsonObject()})
        {
            const QJsonArray lines = fields.value(u"lines"_s).toArray();
            for (const QJsonValue &line : lines)
                codes.insert(line[u"product_code"_s].toString());
        }
    }
    const std::vector<RecordId> ids(codes.begin(), codes.end());
    for (size_t first = 0; first < ids.size(); first += RecordPage::size) {
        const RecordPage page(recordTable(Entity::Product), ids, first);
        Statement s(m_connection,
                    u"SELECT %1 FROM products p WHERE %2"_s.arg(productColumns,
                                                                page.condition({u"p.code"_s})));
        page.bind(s);
        if (s.exec()) {
            while (s.next()) {
                const Product product = readProduct(s);
                details.products.insert(product.code, product);
            }
        }
        if (s.fault())
            return s.fault();
    }
    return {};
}

Read<std::vector<OrderProgress>> OrderBookReads::progress(const std::vector<RecordId> &ids)
{
    std::map<RecordId, OrderProgress> found;
    for (size_t first = 0; first < ids.size(); first += RecordPage::size) {
        const RecordPage page(recordTable(Entity::Order), ids, first);
        Statement s(m_connection,
                    u"SELECT t.number, t.name, count(t.line_number), "
                    "coalesce(sum(CASE WHEN t.covered >= t.quantity THEN 1 ELSE 0 END), 0), "
                    "coalesce(sum(CASE WHEN t.shipped >= t.quantity THEN 1 ELSE 0 END), 0) FROM ("
                    "SELECT o.number, p.name, l.line_number, l.quantity, %1 AS covered, "
                    "%2 AS shipped FROM orders o JOIN partners p ON p.code = o.partner_code "
                    "LEFT JOIN order_lines l ON l.order_id = o.id WHERE %3) t "
                    "GROUP BY t.number, t.name"_s.arg(coveredOfLine(m_connection),
                                                      shippedOfLine(),
                                                      page.condition({u"o.number"_s})));
        page.bind(s);
        if (s.exec()) {
            while (s.next()) {
                found[s.text(0)] = {
                    s.text(1), int(s.integer(2)), int(s.integer(3)), int(s.integer(4))};
            }
        }
        if (s.fault())
            return fail(readFailure(s.fault()));
    }
    std::vector<OrderProgress> progress;
    for (const RecordId &id : ids)
        progress.push_back(found[id]);
    return progress;
}

Read<bool> OrderBookReads::exists(const QString &number)
{
    Statement s(m_connection, u"SELECT number FROM orders WHERE number = ?"_s);
    s.bind(number);
    const bool there = s.exec() && s.next();
    if (s.fault())
        return fail(readFailure(s.fault()));
    return there;
}

/// The greatest number that has the same beginning and as many digits behind it.
Read<QString> OrderBookReads::greatestLike(const QString &number)
{
    qsizetype digits = 0;
    while (digits < number.size() && number[number.size() - 1 - digits].unicode() >= u'0'
           && number[number.size() - 1 - digits].unicode() <= u'9')
        ++digits;
    const QString beginning = number.chopped(digits);
    const QString last = beginning + QString(digits, u'9');
    // Of one length and one beginning, numbers stand in their order; others stand between them.
    Statement s(m_connection,
                u"SELECT number FROM orders WHERE number >= ? AND number <= ? "
                "AND length(number) = ? ORDER BY number DESC LIMIT ?"_s);
    s.bind(number).bind(last).bind(number.size()).bind(ordersLookedAt);
    QString greatest = number;
    if (s.exec()) {
        while (s.next()) {
            const QString each = s.text(0);
            const bool counts = std::all_of(each.begin() + beginning.size(),
                                            each.end(),
                                            [](QChar c) { return c >= u'0' && c <= u'9'; });
            if (counts) {
                greatest = each;
                break;
            }
        }
    }
    if (s.fault())
        return fail(readFailure(s.fault()));
    return greatest;
}

Read<QString> OrderBookReads::nextNumber()
{
    QString next = u"SO-000001"_s;
    {
        Statement s(m_connection, u"SELECT number FROM orders ORDER BY id DESC LIMIT ?"_s);
        s.bind(ordersLookedAt);
        if (s.exec()) {
            while (s.next()) {
                if (numberAfter(s.text(0))) {
                    next = s.text(0);
                    break;
                }
            }
        }
        if (s.fault())
            return fail(readFailure(s.fault()));
    }
    // After …999 comes …1000, which may begin a longer row of numbers that are taken.
    for (;;) {
        const auto taken = exists(next);
        if (!taken)
            return fail(ReadFailure(taken.error()));
        if (!*taken)
            return next;
        const auto greatest = greatestLike(next);
        if (!greatest)
            return greatest;
        next = *numberAfter(*greatest);
    }
}

Read<std::vector<OrderHit>> OrderBookReads::find(const QString &text, int most)
{
    const QString typed = normalized(text.trimmed());
    if (typed.isEmpty() || typed.contains(QChar::Null) || typed.size() > longestSearchWord)
        return std::vector<OrderHit>();
    QStringList where;
    QStringList values;
    for (const QString &beginning : lotBeginnings(typed)) {
        where << u"(o.number >= ? AND o.number < ?)"_s;
        values << beginning << behind(beginning);
    }
    // Of those that wait any part is found; they are few, and have an index of their own.
    const QString like = m_connection.isPostgres() ? u"ILIKE"_s : u"LIKE"_s;
    Statement s(
        m_connection,
        u"SELECT t.number, p.name, t.state FROM ("
        "SELECT * FROM (SELECT o.number, o.partner_code, o.state FROM orders o WHERE %1 "
        "ORDER BY o.number LIMIT ?) x UNION "
        "SELECT o.number, o.partner_code, o.state FROM orders o WHERE o.number = ? UNION "
        "SELECT o.number, o.partner_code, o.state FROM orders o "
        "WHERE o.state IN ('draft', 'open') AND o.number %2 ? ESCAPE '\\') t "
        "JOIN partners p ON p.code = t.partner_code ORDER BY t.number <> ?, t.number LIMIT ?"_s.arg(
            where.join(u" OR "_s), like));
    for (const QString &value : values)
        s.bind(value);
    s.bind(most).bind(typed).bind(likeAnywhere(typed)).bind(typed).bind(most);
    return all<OrderHit>(s, [](const Statement &row) {
        return OrderHit{
            row.text(0), row.text(1), fromCode<OrderState>(row.text(2)).value_or(OrderState::Open)};
    });
}

} // namespace tanaban::storage
