#include "storage/changesettext.h"
#include "storage/committer.h"
#include "storage/idlist.h"
#include "storage/watchdog.h"

#include <QJsonDocument>
#include <QtEndian>
#include <QUuid>

#include <algorithm>
#include <chrono>
#include <libpq-fe.h>
#include <memory>
#include <string_view>

namespace tanaban::storage {

using namespace Qt::StringLiterals;

namespace {

/// Reads a value of api.outcome as the server sends it in binary: no text to make and to take apart.
class OutcomeReader
{
public:
    OutcomeReader(const char *data, int size)
        : m_rest(data, size_t(size))
    {}

    QByteArray text()
    {
        const std::string_view value = field();
        return {value.data(), qsizetype(value.size())};
    }
    Instant instant()
    {
        constexpr qint64 year2000 = 946'684'800'000'000; // the server counts from there
        const std::string_view value = field();
        return value.size() == sizeof(qint64) ? Instant{number<qint64>(value) + year2000}
                                              : Instant();
    }
    std::vector<qint64> integers()
    {
        constexpr size_t head = 5 * sizeof(qint32); // dimensions, nulls, type; length and its start
        std::string_view value = field();
        std::vector<qint64> result;
        if (value.size() < head)
            return result;
        value.remove_prefix(head);
        for (; value.size() >= sizeof(qint32) + sizeof(qint64);
             value.remove_prefix(sizeof(qint32) + sizeof(qint64)))
            result.push_back(number<qint64>(value.substr(sizeof(qint32))));
        return result;
    }
    void skipCount() { take(sizeof(qint32)); }

private:
    template <typename Number>
    static Number number(std::string_view bytes)
    {
        return qFromBigEndian<Number>(bytes.data());
    }
    std::string_view take(size_t size)
    {
        const std::string_view taken = m_rest.substr(0, size);
        m_rest.remove_prefix(taken.size());
        return taken;
    }
    /// A column: its type, its length (-1: null), its bytes.
    std::string_view field()
    {
        take(sizeof(qint32));
        const std::string_view length = take(sizeof(qint32));
        const qint32 size = length.size() == sizeof(qint32) ? number<qint32>(length) : -1;
        return size < 0 ? std::string_view() : take(size_t(size));
    }

    std::string_view m_rest;
};

/// What a call of the server came to.
struct Answer
{
    QByteArray outcome;
    Instant at;
    std::map<qint64, qint64> versions; ///< of the stock rows
    SqlFault fault;
    bool sent = false;

    bool isRepeated() const { return outcome == "repeated"; }
};

struct Call
{
    const char *name;
    const char *sql;
};

constexpr Call commitCall{"tanaban_commit",
                          "SELECT api.commit_1($1::uuid, $2, $3::bytea, $4, $5::uuid, "
                          "$6::api.stock_change[], $7::api.allocation_change[], $8::jsonb)"};
constexpr Call reserveCall{"tanaban_reserve",
                           "SELECT api.reserve_1($1::uuid, $2::bytea, $3::bigint, $4::bigint, "
                           "$5::bigint)"};
constexpr Call allocateCall{
    "tanaban_allocate",
    "SELECT api.allocate_1($1::uuid, $2, $3::bytea, $4::bigint[], $5::bigint[], $6::bigint[], "
    "$7::bigint[], $8::bigint[], $9::int[], $10::bigint[], $11::bigint[])"};
constexpr Call lockCall{"tanaban_lock",
                        "SELECT api.lock_2($1::uuid, $2, $3::bytea, $4::bigint[], $5::bigint[])"};
constexpr Call abandonCall{"tanaban_abandon", "SELECT api.abandon_1($1::uuid, $2, $3::bytea)"};

void readOutcome(Answer &answer, const PGresult *result)
{
    OutcomeReader reader(PQgetvalue(result, 0, 0), PQgetlength(result, 0, 0));
    reader.skipCount();
    answer.outcome = reader.text();
    answer.at = reader.instant();
    const std::vector<qint64> ids = reader.integers();
    const std::vector<qint64> versions = reader.integers();
    for (size_t i = 0; i < ids.size() && i < versions.size(); ++i)
        answer.versions[ids[i]] = versions[i];
}

/// One call, one round trip; prepared once per connection.
Answer call(Connection &connection, const Call &what, const std::vector<QByteArray> &values)
{
    Connection::refuseForbiddenThread();
    ++connection.counters().statements;
    Answer answer;
    PGconn *server = connection.postgres();
    if (!server || !connection.isOpen()) {
        answer.fault = {Fault::Lost, {}, u"no connection"_s, {}};
        return answer;
    }
    if (!connection.prepareOnServer(what.name, what.sql)) {
        answer.fault = connection.faultOfResult(nullptr);
        if (PQstatus(server) == CONNECTION_OK)
            answer.fault = {
                Fault::Other, {}, QString::fromUtf8(PQerrorMessage(server)).trimmed(), {}};
        return answer;
    }
    std::vector<const char *> pointers;
    pointers.reserve(values.size());
    for (const QByteArray &value : values)
        pointers.push_back(value.isNull() ? nullptr : value.constData());
    constexpr int binary = 1;
    const Deadline deadline(PQsocket(server), patienceFor(connection.config().deadline, values));
    answer.sent = true;
    const std::unique_ptr<PGresult, decltype(&PQclear)> result(
        PQexecPrepared(
            server, what.name, int(values.size()), pointers.data(), nullptr, nullptr, binary),
        &PQclear);
    if (PQresultStatus(result.get()) == PGRES_TUPLES_OK)
        readOutcome(answer, result.get());
    else
        answer.fault = connection.faultOfResult(result.get());
    return answer;
}

QByteArray idOf(const Intent &intent)
{
    return intent.id.toByteArray(QUuid::WithoutBraces);
}

QByteArray hashOf(const Intent &intent)
{
    return "\\x" + intent.contentHash().toHex();
}

std::vector<QByteArray> identity(const Intent &intent)
{
    return {idOf(intent), intent.kind.toUtf8(), hashOf(intent)};
}

Committed committedOf(Answer answer, const QUuid &command)
{
    return {command, answer.at, std::move(answer.versions), answer.isRepeated()};
}

/// What people do all day: one row, by hand, with nothing to tell besides.
bool isPlainReservation(const ChangeSet &changes)
{
    const Intent &intent = changes.intent;
    if (intent.kind != u"reserve"_s || !intent.reason.isEmpty() || intent.undoes
        || changes.stock.size() != 1 || changes.allocations.size() != 1 || !changes.records.empty()
        || !changes.holds.empty())
        return false;
    const StockChange &row = changes.stock.front();
    const AllocationChange &allocation = changes.allocations.front();
    return row.id != 0 && row.kind == EventKind::Reserve && row.onHandDelta == 0 && !row.orderId
           && allocation.id == 0 && !allocation.orderId && !allocation.line
           && allocation.stockId == row.id && allocation.quantity == row.reservedDelta
           && allocation.to == AllocationState::Open;
}

/// Goods for lines of orders and nothing besides: what the allocation desk sends by the hundred.
bool isPlainAllocation(const ChangeSet &changes)
{
    const Intent &intent = changes.intent;
    return intent.reason.isEmpty() && !intent.undoes && changes.records.empty()
           && changes.holds.empty() && !changes.stock.empty() && !changes.allocations.empty()
           && std::ranges::all_of(changes.stock,
                                  [](const StockChange &row) {
                                      return row.id != 0 && row.kind == EventKind::Reserve
                                             && row.onHandDelta == 0;
                                  })
           && std::ranges::all_of(changes.allocations, [](const AllocationChange &allocation) {
                  return allocation.id == 0 && allocation.orderId && allocation.line
                         && allocation.to == AllocationState::Open;
              });
}

CommitOutcome rejectedByRule(const SqlFault &fault)
{
    const QJsonObject detail = QJsonDocument::fromJson(fault.detail.toUtf8()).object();
    DomainError error;
    error.rule = ruleFromName(detail.value(u"rule"_s).toString()).value_or(Rule::Constraint);
    error.subject = detail.value(u"subject"_s).toString();
    error.detail = fault.text;
    return Rejected{error};
}

/// "17,23" for stock rows; "r1:2:allocation 5" for one other record.
CommitOutcome conflictOfDetail(const SqlFault &fault, const ChangeSet &changes)
{
    VersionConflict conflict;
    if (fault.detail.startsWith(u'r')) {
        const QString text = fault.detail.mid(1);
        ConflictRow row;
        row.expected = text.section(u':', 0, 0).toLongLong();
        row.actual = text.section(u':', 1, 1).toLongLong();
        row.record = text.section(u':', 2);
        return VersionConflict{{row}};
    }
    for (const QString &part : fault.detail.split(u',')) {
        ConflictRow row;
        row.id = part.toLongLong();
        for (const StockChange &change : changes.stock) {
            if (change.id == row.id)
                row.expected = change.expectedVersion.value_or(0);
        }
        conflict.rows.push_back(std::move(row));
    }
    return conflict;
}

CommitAttempt attemptOfFault(Connection &connection, const Answer &answer, const ChangeSet &changes)
{
    switch (answer.fault.kind) {
    case Fault::Conflict:
        return {conflictOfDetail(answer.fault, changes)};
    case Fault::Overtaken: {
        Overtaken overtaken;
        overtaken.detail = answer.fault.text;
        for (const QString &part : answer.fault.detail.split(u',')) {
            StockRow row;
            row.id = part.toLongLong();
            overtaken.rows.push_back(row);
        }
        return {std::move(overtaken)};
    }
    case Fault::Rule:
        return {rejectedByRule(answer.fault)};
    default:
        return {outcomeOfFault(connection, answer.fault, answer.sent),
                answer.fault.kind == Fault::Again};
    }
}

} // namespace

CommitAttempt commitOnPostgres(Connection &connection, const ChangeSet &changes)
{
    const Intent &intent = changes.intent;
    const Call *way = &commitCall;
    std::vector<QByteArray> values;
    if (isPlainReservation(changes)) {
        const StockChange &row = changes.stock.front();
        way = &reserveCall;
        values = {idOf(intent),
                  hashOf(intent),
                  QByteArray::number(row.id),
                  row.expectedVersion ? QByteArray::number(*row.expectedVersion) : QByteArray(),
                  QByteArray::number(row.reservedDelta)};
    } else if (isPlainAllocation(changes)) {
        way = &allocateCall;
        values = identity(intent);
        appendPromises(values, changes);
    } else {
        values = identity(intent);
        values.push_back(intent.reason.isNull() ? QByteArray("") : intent.reason.toUtf8());
        values.push_back(intent.undoes ? intent.undoes->toByteArray(QUuid::WithoutBraces)
                                       : QByteArray());
        values.push_back(stockArray(changes.stock));
        values.push_back(allocationArray(changes.allocations));
        values.push_back(moreJson(changes));
    }
    Answer answer = call(connection, *way, values);
    if (answer.fault)
        return attemptOfFault(connection, answer, changes);
    return {committedOf(std::move(answer), intent.id)};
}

CommitAttempt abandonOnPostgres(Connection &connection, const Intent &intent)
{
    Answer answer = call(connection, abandonCall, identity(intent));
    if (answer.fault)
        return attemptOfFault(connection, answer, {});
    if (answer.isRepeated())
        return {committedOf(std::move(answer), intent.id)};
    return {Rejected{errorAbout(Rule::Abandoned)}};
}

std::optional<CommitAttempt> lockOnPostgres(Connection &connection,
                                            const Intent &intent,
                                            const RowsToLock &rows)
{
    if (const SqlFault fault = connection.begin())
        return CommitAttempt{outcomeOfFault(connection, fault, false)};
    std::vector<QByteArray> values = identity(intent);
    values.push_back(idList(connection, rows.orders).toLatin1());
    values.push_back(idList(connection, rows.stock).toLatin1());
    Answer answer = call(connection, lockCall, values);
    if (!answer.fault && !answer.isRepeated())
        return std::nullopt;
    CommitAttempt attempt = answer.fault ? attemptOfFault(connection, answer, {})
                                         : CommitAttempt{committedOf(std::move(answer), intent.id)};
    connection.rollback();
    return attempt;
}

} // namespace tanaban::storage
