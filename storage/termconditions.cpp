#include "storage/termconditions.h"

#include "model/instant.h"
#include "storage/statement.h"
#include "storage/stockreads.h"

#include <map>

namespace tanaban::storage {

using namespace Qt::StringLiterals;

namespace {

/// One of some conditions; the values of each in their order.
struct Alternatives
{
    QStringList parts;
    QVariantList values;

    void add(const QString &part, const QVariantList &more)
    {
        parts << part;
        values += more;
    }
    QString sql() const { return u"("_s + parts.join(u" OR "_s) + u")"_s; }
};

/// `condition` for each of those wanted; none of those not wanted.
template <typename T, typename Make>
void addWanted(Condition &condition, const Wanted<T> &wanted, Make make)
{
    const auto alternatives = [&make](const std::vector<T> &list) {
        Alternatives all;
        for (const T &each : list)
            make(all, each);
        return all;
    };
    if (!wanted.any.empty()) {
        const Alternatives any = alternatives(wanted.any);
        condition.also(any.sql(), any.values);
    }
    if (!wanted.none.empty()) {
        const Alternatives none = alternatives(wanted.none);
        condition.also(u"NOT "_s + none.sql(), none.values);
    }
}

template <typename Enum>
void addCodes(Condition &condition, const QString &column, const Wanted<Enum> &wanted)
{
    addWanted(condition, wanted, [&column](Alternatives &all, Enum value) {
        all.add(column + u" = ?"_s, {codeOf(value)});
    });
}

QString likeCode(const CodePattern &code)
{
    return likeBeginning(code.text).chopped(code.beginning ? 0 : 1);
}

QString isLike(const QString &column, bool postgres)
{
    return column + (postgres ? u" ILIKE"_s : u" LIKE"_s) + u" ? ESCAPE '\\'"_s;
}

void addDemand(Condition &condition, const Wanted<DayRange> &demand, QDate today)
{
    const QString column = u"l.expires_on"_s;
    addWanted(condition, demand, [&](Alternatives &all, const DayRange &range) {
        if (range.never) {
            all.add(column + u" IS NULL"_s, {});
            return;
        }
        // Never NULL itself, so that it can be turned round.
        all.add(u"(%1 IS NOT NULL AND %1 >= ? AND %1 <= ?)"_s.arg(column),
                {dayOf(range.first, today, firstDay).toString(Qt::ISODate),
                 dayOf(range.last, today, lastDay).toString(Qt::ISODate)});
    });
}

/// Asks each group of warehouses its own question.
template <typename Key, typename Add>
void addByGroup(Condition &condition, const std::map<Key, QStringList> &groups, Add add)
{
    Alternatives any;
    for (const auto &[key, warehouses] : groups) {
        Condition inner;
        add(inner, key);
        QString sql = u"(s.warehouse_code IN (%1)"_s.arg(placeholders(size_t(warehouses.size())));
        if (!inner.sql.isEmpty())
            sql += u" AND "_s + inner.sql.mid(7); // without WHERE
        QVariantList values(warehouses.begin(), warehouses.end());
        any.add(sql + u")"_s, values + inner.values);
    }
    condition.also(any.parts.isEmpty() ? u"1 = 0"_s : any.sql(), any.values);
}

} // namespace

Read<std::vector<WarehouseToday>> warehousesToday(Connection &connection,
                                                  const std::optional<Instant> &moment)
{
    Statement s(connection,
                u"SELECT code, time_zone, %1 FROM warehouses"_s.arg(nowExpression(connection)));
    std::vector<WarehouseToday> warehouses;
    if (s.exec()) {
        while (s.next())
            warehouses.push_back(
                {s.text(0), s.text(1), dayAt(moment.value_or(s.instant(2)), s.text(1))});
    }
    if (s.fault())
        return fail(readFailure(s.fault()));
    return warehouses;
}

bool needsToday(const StockFilter &filter)
{
    return !expiryDemands(filter).empty() || !filter.terms.received.isEmpty();
}

std::vector<Wanted<DayRange>> expiryDemands(const StockFilter &filter)
{
    std::vector<Wanted<DayRange>> demands;
    if (!filter.terms.expires.isEmpty())
        demands.push_back(filter.terms.expires);
    if (filter.expired)
        demands.push_back({{{{}, SearchDay{{}, -1}}}, {}});
    if (filter.expiresWithinDays)
        demands.push_back({{{SearchDay{}, SearchDay{{}, *filter.expiresWithinDays}}}, {}});
    return demands;
}

QDate dayOf(const std::optional<SearchDay> &day, QDate today, QDate open)
{
    if (!day)
        return open;
    return day->date.isValid() ? day->date : today.addDays(day->days);
}

void addStockTerms(Condition &condition, const StockTerms &terms, bool postgres)
{
    addWanted(condition, terms.warehouses, [](Alternatives &all, const QString &warehouse) {
        all.add(u"s.warehouse_code = ?"_s, {warehouse});
    });
    addWanted(condition, terms.zones, [](Alternatives &all, const ZonePattern &zone) {
        if (zone.warehouse.isEmpty())
            all.add(u"s.zone_number = ?"_s, {zone.zone});
        else
            all.add(u"(s.zone_number = ? AND s.warehouse_code = ?)"_s, {zone.zone, zone.warehouse});
    });
    addWanted(condition, terms.bins, [postgres](Alternatives &all, const CodePattern &bin) {
        // Bins are few beside stock: the text is looked at once for each of them.
        all.add(u"s.bin IN (SELECT b.code FROM bins b WHERE "_s + isLike(u"b.code"_s, postgres)
                    + u")"_s,
                {likeCode(bin)});
    });
    addWanted(condition, terms.lots, [](Alternatives &all, const CodePattern &lot) {
        for (const QString &text : lotBeginnings(lot.text)) {
            if (lot.beginning)
                all.add(u"(s.lot >= ? AND s.lot < ?)"_s, {text, behind(text)});
            else
                all.add(u"s.lot = ?"_s, {text});
        }
    });
    addCodes(condition, u"s.status"_s, terms.statuses);
    addCodes(condition, u"s.storage_condition"_s, terms.conditions);
}

void addReceived(Condition &condition,
                 const Wanted<DayRange> &received,
                 const std::vector<WarehouseToday> &warehouses)
{
    if (received.isEmpty())
        return;
    std::map<QString, QStringList> groups; // by time zone
    std::map<QString, QDate> today;
    for (const WarehouseToday &each : warehouses) {
        groups[each.timeZone] << each.warehouse;
        today[each.timeZone] = each.today;
    }
    addByGroup(condition, groups, [&](Condition &inner, const QString &zone) {
        addWanted(inner, received, [&](Alternatives &all, const DayRange &range) {
            const QDate first = dayOf(range.first, today[zone], firstDay);
            const QDate last = dayOf(range.last, today[zone], lastDay.addDays(-1));
            if (range.never) // everything was received some day
                all.add(u"1 = 0"_s, {});
            else
                all.add(
                    u"(s.received_at >= ? AND s.received_at < ?)"_s,
                    {startOfDay(first, zone).toIso(), startOfDay(last.addDays(1), zone).toIso()});
        });
    });
}

void addProductTerms(Condition &condition, const StockTerms &terms, bool postgres)
{
    const auto inProducts =
        [postgres](Alternatives &all, const QStringList &columns, const CodePattern &code) {
            QStringList conditions;
            QVariantList values;
            for (const QString &column : columns) {
                conditions << isLike(u"q."_s + column, postgres);
                values << likeCode(code);
            }
            all.add(u"s.product_code IN (SELECT q.code FROM products q WHERE "_s
                        + conditions.join(u" OR "_s) + u")"_s,
                    values);
        };
    addWanted(condition, terms.products, [&](Alternatives &all, const CodePattern &code) {
        inProducts(all, {u"code"_s, u"barcode"_s}, code);
    });
    addWanted(condition, terms.categories, [&](Alternatives &all, const CodePattern &code) {
        inProducts(all, {u"category"_s}, code);
    });
}

void addQuantities(Condition &condition, const StockTerms &terms)
{
    const auto add = [&condition](const QString &quantity, const Wanted<QuantityRange> &wanted) {
        const QString figure = comparableQuantity(quantity);
        addWanted(condition, wanted, [&figure](Alternatives &all, const QuantityRange &range) {
            QStringList ends;
            QVariantList values;
            if (range.least) {
                ends << figure + u" >= ?"_s;
                values << *range.least;
            }
            if (range.most) {
                ends << figure + u" <= ?"_s;
                values << *range.most;
            }
            all.add(u"("_s + ends.join(u" AND "_s) + u")"_s, values);
        });
    };
    add(u"s.on_hand"_s, terms.onHand);
    add(u"s.reserved"_s, terms.reserved);
    add(u"s.on_hand - s.reserved"_s, terms.available);
}

void addExpiry(Condition &condition,
               const StockFilter &filter,
               const std::vector<WarehouseToday> &warehouses)
{
    const std::vector<Wanted<DayRange>> demands = expiryDemands(filter);
    if (demands.empty())
        return;
    std::map<QDate, QStringList> groups;
    for (const WarehouseToday &each : warehouses)
        groups[each.today] << each.warehouse;
    addByGroup(condition, groups, [&demands](Condition &inner, QDate today) {
        for (const Wanted<DayRange> &demand : demands)
            addDemand(inner, demand, today);
    });
}

QString comparableQuantity(const QString &quantity)
{
    return u"(%1) * CASE p.quantity_decimals WHEN 0 THEN 1000 WHEN 1 THEN 100 WHEN 2 THEN 10 ELSE 1 END"_s
        .arg(quantity);
}

} // namespace tanaban::storage
