#include "storage/allocationbookreads.h"

#include "storage/idlist.h"
#include "storage/recordreads.h"
#include "storage/stockreads.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace tanaban::storage {

using namespace Qt::StringLiterals;

namespace {

QString placeKey(const QString &warehouse, qint64 zone)
{
    return warehouse + u'/' + QString::number(zone);
}

std::optional<int> smallNumber(std::optional<qint64> value)
{
    return value ? std::optional(int(*value)) : std::nullopt;
}

} // namespace

AllocationBookReads::AllocationBookReads(Connection &connection)
    : m_connection(connection)
{}

Read<AllocationBook> AllocationBookReads::read(const BookQuery &query)
{
    m_book = {};
    m_products.clear();
    m_orderIndex.clear();
    m_places.clear();
    m_orders.reset();
    if (!query.orders.empty())
        m_orders = query.orders;
    SqlFault fault = readOrders(query);
    if (!fault)
        fault = readClaims();
    if (!fault)
        fault = readStrategies();
    if (!fault && query.onlyLacking)
        leaveOutServed();
    if (!fault)
        fault = readProducts();
    if (!fault)
        fault = readPlaces();
    if (!fault)
        fault = readStock(query.onlyUsable);
    if (fault)
        return fail(readFailure(fault));
    return std::move(m_book);
}

QString AllocationBookReads::orderCondition(const QString &column) const
{
    return m_orders ? isAmong(m_connection, column)
                    : u"%1 IN (SELECT id FROM orders WHERE state = 'open')"_s.arg(column);
}

void AllocationBookReads::bindOrders(Statement &s) const
{
    if (m_orders)
        s.bind(idList(m_connection, *m_orders));
}

SqlFault AllocationBookReads::readOrders(const BookQuery &query)
{
    const bool byNumber = !m_orders && !query.numbers.isEmpty();
    Statement s(
        m_connection,
        u"SELECT o.id, o.version, o.number, o.partner_code, pa.name, o.priority, "
        "{date o.due_on}, l.line_number, l.product_code, l.quantity "
        "FROM orders o JOIN partners pa ON pa.code = o.partner_code "
        "JOIN order_lines l ON l.order_id = o.id "
        "WHERE o.state = 'open' AND %1 ORDER BY o.id, l.line_number"_s.arg(
            byNumber ? isAmongTexts(m_connection, u"o.number"_s) : orderCondition(u"o.id"_s)));
    if (byNumber)
        s.bind(textList(query.numbers));
    else
        bindOrders(s);
    if (!s.exec())
        return s.fault();
    while (s.next()) {
        const qint64 id = s.integer(0);
        if (m_book.orders.empty() || m_book.orders.back().id != id) {
            BookOrder order;
            order.id = id;
            order.version = s.integer(1);
            order.number = s.text(2);
            order.partner = s.text(3);
            order.partnerName = s.text(4);
            order.priority = smallNumber(s.optionalInteger(5));
            order.dueOn = s.optionalDate(6);
            order.firstLine = int(m_book.lines.size());
            m_orderIndex[id] = int(m_book.orders.size());
            m_book.orders.push_back(std::move(order));
        }
        BookLine line;
        line.order = int(m_book.orders.size()) - 1;
        line.number = int(s.integer(7));
        const QString product = s.text(8);
        auto known = m_products.find(product);
        if (known == m_products.end()) {
            known = m_products.insert(product, int(m_book.products.size()));
            m_book.products.emplace_back().code = product;
        }
        line.product = *known;
        line.ordered = s.integer(9);
        m_book.lines.push_back(line);
        ++m_book.orders.back().lineCount;
    }
    if (m_orders || byNumber) {
        m_orders.emplace();
        for (const BookOrder &order : m_book.orders)
            m_orders->push_back(order.id);
    }
    return s.fault();
}

SqlFault AllocationBookReads::readClaims()
{
    // A hold whose time is over still counts against the line: only a commit ends it.
    Statement s(
        m_connection,
        u"SELECT c.order_id, c.line_number, sum(c.quantity), min(s.warehouse_code), min(s.lot) "
        u"FROM ("
        "SELECT order_id, line_number, quantity, stock_id FROM allocations "
        "WHERE order_id IS NOT NULL AND state IN ('pending', 'open', 'shipped') AND %1 UNION ALL "
        "SELECT order_id, line_number, quantity, stock_id FROM holds WHERE order_id IS NOT NULL "
        "AND state = 'active' AND %1) c JOIN stock s ON s.id = c.stock_id "
        "GROUP BY c.order_id, c.line_number"_s.arg(orderCondition(u"order_id"_s)));
    bindOrders(s);
    bindOrders(s);
    if (!s.exec())
        return s.fault();
    while (s.next()) {
        const auto found = m_orderIndex.constFind(s.integer(0));
        if (found == m_orderIndex.cend())
            continue;
        BookOrder &order = m_book.orders[size_t(*found)];
        order.warehouse = order.warehouse.isEmpty() ? s.text(3)
                                                    : std::min(order.warehouse, s.text(3));
        for (int i = order.firstLine; i < order.firstLine + order.lineCount; ++i) {
            BookLine &line = m_book.lines[size_t(i)];
            if (line.number != int(s.integer(1)))
                continue;
            line.claimed = s.integer(2);
            line.lot = s.text(4);
        }
    }
    return s.fault();
}

SqlFault AllocationBookReads::readStrategies()
{
    Statement s(m_connection,
                u"SELECT scope, code, rules, uses FROM strategies WHERE active = %1"_s.arg(
                    m_connection.isPostgres() ? u"true"_s : u"1"_s));
    if (!s.exec())
        return s.fault();
    QHash<QString, Strategy> named;
    QHash<QString, QString> uses; // by scope and code
    for (const Strategy &strategy : builtInStrategies())
        named.insert(strategy.name, strategy);
    while (s.next()) {
        const QString name = s.text(1);
        if (s.text(0) != u"named"_s) {
            uses.insert(QString(s.text(0) + u'/' + name), s.text(3));
        } else if (builtInStrategy(name)) {
            continue; // these names are taken
        } else if (auto strategy = strategyFromJson(
                       name, QJsonDocument::fromJson(s.text(2).toUtf8()).object()))
        {
            named.insert(name, *strategy);
        }
    }
    if (s.fault())
        return s.fault();
    const QString company = uses.value(QString(u"company/"_s + companyCode));
    m_book.strategies = {named.value(company, builtInStrategies().front())};
    for (BookOrder &order : m_book.orders) {
        QString name = uses.value(QString(u"order/"_s + order.number));
        if (!named.contains(name))
            name = uses.value(QString(u"partner/"_s + order.partner));
        if (!named.contains(name))
            continue;
        const auto known = std::ranges::find(m_book.strategies, name, &Strategy::name);
        order.strategy = int(known - m_book.strategies.begin());
        if (known == m_book.strategies.end())
            m_book.strategies.push_back(named.value(name));
    }
    return {};
}

void AllocationBookReads::leaveOutServed()
{
    std::vector<BookOrder> orders;
    std::vector<BookLine> lines;
    for (BookOrder &order : m_book.orders) {
        const auto first = m_book.lines.begin() + order.firstLine;
        const auto last = first + order.lineCount;
        if (std::none_of(first, last, [](const BookLine &line) { return line.wanted() > 0; }))
            continue;
        order.firstLine = int(lines.size());
        lines.insert(lines.end(), first, last);
        for (auto line = lines.end() - order.lineCount; line != lines.end(); ++line)
            line->order = int(orders.size());
        orders.push_back(std::move(order));
    }
    m_book.orders = std::move(orders);
    m_book.lines = std::move(lines);
}

SqlFault AllocationBookReads::readProducts()
{
    Statement s(m_connection,
                u"SELECT %1 FROM products p WHERE p.code IN "
                "(SELECT l.product_code FROM order_lines l WHERE %2)"_s.arg(
                    productColumns, orderCondition(u"l.order_id"_s)));
    bindOrders(s);
    if (!s.exec())
        return s.fault();
    while (s.next()) {
        const Product product = readProduct(s);
        const auto found = m_products.constFind(product.code);
        if (found == m_products.cend())
            continue;
        BookProduct &goods = m_book.products[size_t(*found)];
        goods.name = product.name;
        goods.unit = product.unit;
        goods.decimals = product.decimals;
        goods.condition = product.condition;
        goods.active = product.active;
    }
    return s.fault();
}

SqlFault AllocationBookReads::readPlaces()
{
    Statement s(
        m_connection,
        u"SELECT %1, w.active, w.time_zone, %2 FROM zones z "
        "JOIN warehouses w ON w.code = z.warehouse_code "
        "ORDER BY z.warehouse_code, z.zone_number"_s.arg(zoneColumns, nowExpression(m_connection)));
    if (!s.exec())
        return s.fault();
    constexpr int afterZone = 8;
    while (s.next()) {
        const Zone zone = readZone(s);
        BookPlace place;
        place.warehouse = zone.warehouse;
        place.zone = zone.number;
        place.name = zone.name;
        place.condition = zone.condition;
        place.priority = zone.allocationPriority;
        place.active = zone.active && s.flag(afterZone);
        place.today = dayAt(s.instant(afterZone + 2), s.text(afterZone + 1));
        m_places[placeKey(place.warehouse, place.zone)] = int(m_book.places.size());
        m_book.places.push_back(std::move(place));
    }
    return s.fault();
}

SqlFault AllocationBookReads::readStock(bool onlyUsable)
{
    // What a hold has whose time is over is free for whoever decides now.
    const QString over = m_connection.isPostgres()
                             ? u"expires_at <= clock_timestamp()"_s
                             : u"expires_at <= %1"_s.arg(nowExpression(m_connection));
    Statement s(m_connection,
                u"SELECT s.id, s.version, s.product_code, s.warehouse_code, s.zone_number, s.bin, "
                "s.lot, s.status, {iso s.received_at}, s.on_hand, s.reserved, b.active, "
                "b.walk_order, {date l.expires_on}, h.quantity FROM stock s "
                "JOIN bins b ON b.warehouse_code = s.warehouse_code "
                "     AND b.zone_number = s.zone_number AND b.code = s.bin "
                "JOIN lots l ON l.product_code = s.product_code AND l.lot = s.lot "
                "LEFT JOIN (SELECT stock_id, sum(quantity) AS quantity FROM holds "
                "     WHERE state = 'active' AND %1 GROUP BY stock_id) h ON h.stock_id = s.id "
                "WHERE s.on_hand > 0 %2 AND s.product_code IN "
                "(SELECT ol.product_code FROM order_lines ol WHERE %3) ORDER BY s.id"_s.arg(
                    over,
                    onlyUsable ? u"AND s.status = 'available' AND (s.on_hand > s.reserved "
                                 "OR h.quantity IS NOT NULL)"_s
                               : QString(),
                    orderCondition(u"ol.order_id"_s)));
    bindOrders(s);
    if (!s.exec())
        return s.fault();
    std::vector<std::pair<int, BookStock>> rows;
    while (s.next()) {
        const auto product = m_products.constFind(s.text(2));
        const auto place = m_places.constFind(placeKey(s.text(3), s.integer(4)));
        if (product == m_products.cend() || place == m_places.cend())
            continue; // of an order that lacks nothing
        BookStock stock;
        stock.id = s.integer(0);
        stock.version = s.integer(1);
        stock.place = *place;
        stock.bin = s.text(5);
        stock.lot = s.text(6);
        stock.status = fromCode<StockStatus>(s.text(7)).value_or(StockStatus::Damaged);
        stock.receivedAt = s.instant(8);
        stock.onHand = s.integer(9);
        stock.available = stock.onHand - s.integer(10) + s.integer(14);
        stock.binActive = s.flag(11);
        stock.walkOrder = int(s.integer(12));
        stock.expiresOn = s.optionalDate(13);
        rows.emplace_back(*product, std::move(stock));
    }
    if (!s.fault())
        sortStock(std::move(rows));
    return s.fault();
}

/// They come by id; each product's rows are brought together.
void AllocationBookReads::sortStock(std::vector<std::pair<int, BookStock>> rows)
{
    std::ranges::stable_sort(rows, {}, &std::pair<int, BookStock>::first);
    m_book.stock.reserve(rows.size());
    for (auto &[product, stock] : rows) {
        BookProduct &goods = m_book.products[size_t(product)];
        if (goods.stockCount++ == 0)
            goods.firstStock = int(m_book.stock.size());
        m_book.stock.push_back(std::move(stock));
    }
}

} // namespace tanaban::storage
