#include "storage/committer.h"
#include "storage/seedbug.h"
#include "storage/watchdog.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUuid>

#include <algorithm>
#include <libpq-fe.h>
#include <limits>
#include <memory>

namespace tanaban::storage {

using namespace Qt::StringLiterals;

namespace {

/// A value of a composite type within an array literal, written by hand: QJsonDocument would cost
/// a tenth of a large batch. Texts are quoted for both levels.
class CompositeArray
{
public:
    void open()
    {
        m_text += m_text.isEmpty() ? "{\"(" : ",\"(";
        m_first = true;
    }
    void close() { m_text += ")\""; }
    void add(qint64 value)
    {
        separate();
        m_text += QByteArray::number(value);
    }
    void add(const std::optional<qint64> &value)
    {
        separate();
        if (value)
            m_text += QByteArray::number(*value);
    }
    /// A word of ours that needs no quoting.
    void word(const QString &value)
    {
        separate();
        m_text += value.toLatin1();
    }
    void none() { separate(); }
    void text(const QString &value)
    {
        separate();
        // In the composite a quote or backslash is doubled; in the array each of both is escaped.
        m_text += "\\\"";
        for (const char character : value.toUtf8()) {
            if (character == '"' || character == '\\') {
                m_text += '\\';
                m_text += character;
                m_text += '\\';
                m_text += character;
            } else {
                m_text += character;
            }
        }
        m_text += "\\\"";
    }
    QByteArray result() const { return m_text.isEmpty() ? QByteArray("{}") : m_text + "}"; }

private:
    void separate()
    {
        if (!m_first)
            m_text += ',';
        m_first = false;
    }

    QByteArray m_text;
    bool m_first = true;
};

QByteArray stockArray(std::vector<StockChange> changes)
{
    // By id; the server makes missing rows in key order and sorts again.
    std::stable_sort(changes.begin(), changes.end(), [](const StockChange &a, const StockChange &b) {
        return (a.id == 0 ? std::numeric_limits<qint64>::max() : a.id)
               < (b.id == 0 ? std::numeric_limits<qint64>::max() : b.id);
    });
    CompositeArray array;
    for (const StockChange &change : changes) {
        array.open();
        if (change.id != 0)
            array.add(change.id);
        else
            array.none();
        array.add(change.expectedVersion);
        array.word(codeOf(change.kind));
        array.add(change.onHandDelta);
        array.add(change.reservedDelta);
        array.add(change.orderId);
        if (change.id != 0) {
            for (int i = 0; i < 6; ++i)
                array.none();
        } else {
            array.text(change.key.warehouse);
            array.add(qint64(change.key.zone));
            array.text(change.key.bin);
            array.text(change.key.product);
            array.text(change.key.lot);
            array.word(codeOf(change.key.status));
        }
        if (change.receivedAt)
            array.text(change.receivedAt->toIso());
        else
            array.none();
        array.none(); // opening: the server's own
        array.close();
    }
    return array.result();
}

QByteArray allocationArray(std::vector<AllocationChange> changes)
{
    std::stable_sort(
        changes.begin(), changes.end(), [](const AllocationChange &a, const AllocationChange &b) {
            return a.stockId < b.stockId;
        });
    CompositeArray array;
    for (const AllocationChange &change : changes) {
        array.open();
        if (change.id != 0)
            array.add(change.id);
        else
            array.none();
        array.add(change.expectedVersion);
        array.add(change.orderId);
        array.add(change.line ? std::optional<qint64>(*change.line) : std::nullopt);
        array.add(change.stockId);
        array.add(change.quantity);
        array.word(codeOf(change.from));
        array.word(codeOf(change.to));
        array.close();
    }
    return array.result();
}

QByteArray moreJson(const ChangeSet &changes)
{
    if (changes.records.empty() && changes.holds.empty())
        return {};
    QJsonObject more;
    QJsonArray records;
    for (const RecordChange &change : changes.records) {
        QJsonObject record{{u"entity"_s, codeOf(change.entity)},
                           {u"key"_s, change.key},
                           {u"fields"_s, change.fields}};
        if (change.expectedVersion)
            record.insert(u"expected"_s, *change.expectedVersion);
        records.append(record);
    }
    if (!records.isEmpty())
        more.insert(u"records"_s, records);
    QJsonArray holds;
    for (const HoldChange &change : changes.holds) {
        QJsonObject hold{{u"stock_id"_s, change.stockId},
                         {u"quantity"_s, change.quantity},
                         {u"minutes"_s, change.minutes},
                         {u"to"_s, codeOf(change.to)}};
        if (change.id != 0)
            hold.insert(u"id"_s, change.id);
        if (change.expectedVersion)
            hold.insert(u"expected"_s, *change.expectedVersion);
        if (change.orderId)
            hold.insert(u"order_id"_s, *change.orderId);
        if (change.line)
            hold.insert(u"line_number"_s, *change.line);
        holds.append(hold);
    }
    if (!holds.isEmpty())
        more.insert(u"holds"_s, holds);
    return QJsonDocument(more).toJson(QJsonDocument::Compact);
}

struct Answer
{
    std::unique_ptr<PGresult, decltype(&PQclear)> result{nullptr, &PQclear};
    SqlFault fault;
    bool sent = false;

    QString text(int column) const
    {
        return QString::fromUtf8(PQgetvalue(result.get(), 0, column));
    }
};

struct Call
{
    const char *name;
    const char *sql;
};

constexpr Call commitCall{
    "tanaban_commit",
    "SELECT o.outcome, to_char(o.at AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"'), "
    "o.ids, "
    "o.versions FROM api.commit_1($1::uuid, $2, $3::bytea, $4, $5::uuid, $6::api.stock_change[], "
    "$7::api.allocation_change[], $8::jsonb) o"};
constexpr Call lockCall{"tanaban_lock",
                        "SELECT o.outcome, to_char(o.at AT TIME ZONE 'UTC', "
                        "'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"'), o.ids, o.versions "
                        "FROM api.lock_1($1::uuid, $2, $3::bytea, $4::bigint[]) o"};
constexpr Call abandonCall{"tanaban_abandon",
                           "SELECT o.outcome, to_char(o.at AT TIME ZONE 'UTC', "
                           "'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"'), o.ids, o.versions "
                           "FROM api.abandon_1($1::uuid, $2, $3::bytea) o"};

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
    const Deadline deadline(connection.socket(), connection.config().deadline);
    answer.sent = true;
    answer.result.reset(PQexecPrepared(
        server, what.name, int(values.size()), pointers.data(), nullptr, nullptr, 0));
    if (PQresultStatus(answer.result.get()) != PGRES_TUPLES_OK)
        answer.fault = connection.faultOfResult(answer.result.get());
    return answer;
}

QByteArray byteaLiteral(const QByteArray &bytes)
{
    return "\\x" + bytes.toHex();
}

std::vector<qint64> integers(const QString &array)
{
    std::vector<qint64> values;
    for (const QStringView part :
         QStringView(array).mid(1).chopped(1).split(u',', Qt::SkipEmptyParts))
        values.push_back(part.toLongLong());
    return values;
}

std::vector<QByteArray> identity(const Intent &intent)
{
    return {intent.id.toByteArray(QUuid::WithoutBraces),
            intent.kind.toUtf8(),
            byteaLiteral(intent.contentHash())};
}

Committed committedOf(const Answer &answer, const QUuid &command, bool repeated)
{
    Committed committed{command, Instant::fromIso(answer.text(1)).value_or(Instant()), {}, repeated};
    if (PQgetisnull(answer.result.get(), 0, 2))
        return committed;
    const std::vector<qint64> ids = integers(answer.text(2));
    const std::vector<qint64> versions = integers(answer.text(3));
    for (size_t i = 0; i < ids.size() && i < versions.size(); ++i)
        committed.stockVersions[ids[i]] = versions[i];
    return committed;
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
    std::vector<QByteArray> values = identity(intent);
    values.push_back(intent.reason.isNull() ? QByteArray("") : intent.reason.toUtf8());
    values.push_back(intent.undoes ? intent.undoes->toByteArray(QUuid::WithoutBraces)
                                   : QByteArray());
    values.push_back(stockArray(changes.stock));
    values.push_back(allocationArray(changes.allocations));
    values.push_back(moreJson(changes));
    const Answer answer = call(connection, commitCall, values);
    if (answer.fault)
        return attemptOfFault(connection, answer, changes);
    return {committedOf(answer, intent.id, answer.text(0) == u"repeated"_s)};
}

CommitAttempt abandonOnPostgres(Connection &connection, const Intent &intent)
{
    const Answer answer = call(connection, abandonCall, identity(intent));
    if (answer.fault)
        return attemptOfFault(connection, answer, {});
    if (answer.text(0) == u"repeated"_s)
        return {committedOf(answer, intent.id, true)};
    DomainError error;
    error.rule = Rule::Abandoned;
    return {Rejected{error}};
}

std::optional<CommitAttempt> lockOnPostgres(Connection &connection,
                                            const Intent &intent,
                                            const std::vector<qint64> &ids)
{
    if (const SqlFault fault = connection.begin())
        return CommitAttempt{outcomeOfFault(connection, fault, false)};
    std::vector<QByteArray> values = identity(intent);
    QByteArray array;
    for (const qint64 id : ids)
        array += (array.isEmpty() ? "" : ",") + QByteArray::number(id);
    values.push_back("{" + array + "}");
    const Answer answer = call(connection, lockCall, values);
    if (!answer.fault && answer.text(0) != u"repeated"_s)
        return std::nullopt;
    CommitAttempt attempt = answer.fault ? attemptOfFault(connection, answer, {})
                                         : CommitAttempt{committedOf(answer, intent.id, true)};
    connection.rollback();
    return attempt;
}

} // namespace tanaban::storage
