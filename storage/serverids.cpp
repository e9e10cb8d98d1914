#include "storage/serverids.h"

#include "storage/sqlitescan.h"
#include "storage/stockentries.h"
#include "storage/stockreads.h"
#include "storage/termconditions.h"
#include "storage/watchdog.h"

#include <QtEndian>

#include <libpq-fe.h>
#include <limits>

namespace tanaban::storage {

using namespace Qt::StringLiterals;

namespace {

using ServerResult = std::unique_ptr<PGresult, void (*)(PGresult *)>;

/// In one round trip, with every value as the server has it: as text and variants a million take
/// three times as long.
Read<ServerResult> askServer(Connection &connection, const QString &sql, const QVariantList &values)
{
    Connection::refuseForbiddenThread();
    // The values stand in the text: so the planner knows how many rows there will be. Not knowing
    // it, it looks up a million of them one by one.
    QByteArray text;
    qsizetype number = 0;
    for (const QChar character : sql) {
        if (character != u'?') {
            text += QString(character).toUtf8();
            continue;
        }
        const QByteArray value = values.value(number++).toString().toUtf8();
        const std::unique_ptr<char, void (*)(void *)> literal(
            PQescapeLiteral(connection.postgres(), value.constData(), size_t(value.size())),
            &PQfreemem);
        text += literal ? QByteArray(literal.get()) : QByteArray("NULL");
    }
    // A million rows take a busy server longer than anything else that is asked of it.
    const Deadline deadline(connection.socket(), 3 * connection.config().deadline);
    ++connection.counters().statements;
    ServerResult result(
        PQexecParams(
            connection.postgres(), text.constData(), 0, nullptr, nullptr, nullptr, nullptr, 1),
        &PQclear);
    if (PQresultStatus(result.get()) == PGRES_TUPLES_OK)
        return result;
    const QString state = QString::fromLatin1(PQresultErrorField(result.get(), PG_DIAG_SQLSTATE));
    return fail(readFailure({state.isEmpty() ? Fault::Lost : faultOfSqlState(state),
                             state,
                             QString::fromUtf8(PQerrorMessage(connection.postgres())),
                             {}}));
}

constexpr QStringView lotHash = u"hashtextextended(%1.lot, "
                                u"hashtextextended(%1.product_code, 0))";

/// What a row is sorted by, as a whole number.
QString keyOf(StockColumn column)
{
    switch (column) {
    case StockColumn::Product:
        return u"p.rank"_s;
    case StockColumn::Name:
        return u"p.name_rank"_s;
    case StockColumn::Place:
        return u"w.rank * 4294967296 + s.zone_number"_s;
    case StockColumn::Bin:
        return u"b.rank"_s;
    case StockColumn::Expires:
        return lotHash.toString().arg(u"s"_s); // see putExpiry()
    case StockColumn::Status:
        return u"CASE s.status WHEN 'available' THEN 0 WHEN 'damaged' THEN 1 ELSE 2 END"_s;
    case StockColumn::OnHand:
        return comparableQuantity(u"s.on_hand"_s);
    case StockColumn::Reserved:
        return comparableQuantity(u"s.reserved"_s);
    case StockColumn::Available:
        return comparableQuantity(u"s.on_hand - s.reserved"_s);
    case StockColumn::Lot:
    case StockColumn::Received:
        break;
    }
    return u"0"_s;
}

QString joinsFor(StockColumn column, const Condition &condition)
{
    QString joins =
        u" JOIN (SELECT code, quantity_decimals, row_number() OVER (ORDER BY code) AS rank%1 "
        "FROM products) p ON p.code = s.product_code"_s.arg(
            column == StockColumn::Name ? u", dense_rank() OVER (ORDER BY name) AS name_rank"_s
                                        : QString());
    if (column == StockColumn::Place)
        joins += u" JOIN (SELECT code, row_number() OVER (ORDER BY code) AS rank "
                 "FROM warehouses) w ON w.code = s.warehouse_code"_s;
    if (column == StockColumn::Bin)
        joins += u" JOIN (SELECT code, row_number() OVER (ORDER BY code) AS rank FROM "
                 "(SELECT DISTINCT code FROM bins) c) b ON b.code = s.bin"_s;
    if (condition.sql.contains(u"l.expires_on"_s))
        joins += u" JOIN lots l ON l.product_code = s.product_code AND l.lot = s.lot"_s;
    return joins;
}

/// Numbers of fixed sizes, one behind the other, as a server sends them.
class Packed
{
public:
    explicit Packed(const PGresult *result)
        : m_bytes(PQgetvalue(result, 0, 0))
        , m_end(m_bytes + PQgetlength(result, 0, 0))
    {}
    template <typename Number>
    Number take()
    {
        const auto number = qFromBigEndian<Number>(m_bytes);
        m_bytes += sizeof(Number);
        return number;
    }
    size_t count(size_t bytesEach) const { return size_t(m_end - m_bytes) / bytesEach; }

private:
    const char *m_bytes;
    const char *m_end;
};

/// Which of the million lots a row has is found here, too: joined on two texts they take the server
/// longer than all the rest. False when two lots look alike.
Read<bool> putExpiry(Connection &connection, std::vector<StockEntry> &entries)
{
    constexpr size_t bytesEach = 12;
    const auto result = askServer(
        connection,
        u"SELECT string_agg(int8send(%1) || int4send(coalesce(l.expires_on - DATE '1970-01-01', "
        "2147483647)), '') FROM lots l"_s.arg(lotHash.toString().arg(u"l"_s)),
        {});
    if (!result)
        return fail(ReadFailure(result.error()));
    Packed lots(result->get());
    TextNumbers days(lots.count(bytesEach));
    while (lots.count(bytesEach) > 0) {
        const auto hash = lots.take<quint64>();
        days.addHash(hash, lots.take<qint32>());
    }
    for (StockEntry &entry : entries)
        entry.key = days.findHash(quint64(entry.key), std::numeric_limits<qint32>::max());
    return !days.collided();
}

} // namespace

Read<std::vector<qint64>> idsFromServer(Connection &connection,
                                        const QString &sql,
                                        const QVariantList &values)
{
    const auto result = askServer(connection, sql, values);
    if (!result)
        return fail(ReadFailure(result.error()));
    std::vector<qint64> ids(size_t(PQntuples(result->get())));
    for (size_t i = 0; i < ids.size(); ++i)
        ids[i] = qFromBigEndian<qint64>(PQgetvalue(result->get(), int(i), 0));
    return ids;
}

bool canSortHere(StockColumn column)
{
    return column != StockColumn::Lot; // a text of every row
}

Read<std::optional<std::vector<qint64>>> idsSortedHere(Connection &connection,
                                                       const StockSource &source,
                                                       const Condition &condition,
                                                       const StockSort &sort)
{
    // All in one value: a row for each would cost more than the numbers in it.
    constexpr size_t bytesEach = 28;
    std::vector<StockEntry> entries;
    {
        const auto result = askServer(connection,
                                      u"%1SELECT string_agg(int8send(s.id) "
                                      "|| int4send(CAST(p.rank AS integer)) "
                                      "|| timestamptz_send(s.received_at) "
                                      "|| int8send(CAST(%2 AS bigint)), '') FROM %3 s%4%5"_s.arg(
                                          source.with,
                                          keyOf(sort.column),
                                          source.table,
                                          joinsFor(sort.column, condition),
                                          condition.sql),
                                      condition.values);
        if (!result)
            return fail(ReadFailure(result.error()));
        Packed rows(result->get());
        entries.resize(rows.count(bytesEach));
        for (StockEntry &entry : entries) {
            entry.id = rows.take<qint64>();
            entry.product = rows.take<quint32>();
            entry.received = rows.take<qint64>();
            entry.key = rows.take<qint64>();
            if (sort.column == StockColumn::Received)
                entry.key = entry.received;
        }
    }
    if (sort.column == StockColumn::Expires) {
        const auto put = putExpiry(connection, entries);
        if (!put)
            return fail(ReadFailure(put.error()));
        if (!*put)
            return std::optional<std::vector<qint64>>();
    }
    return std::optional(idsInOrder(entries, sort.descending));
}

} // namespace tanaban::storage
