#include "tests/storage/auditcompany.h"
#include "tests/support/testprogram.h"

#include <algorithm>
#include <set>

using namespace tanaban;
using namespace tanaban::test;
using namespace Qt::StringLiterals;

/// Stock as it was at a past moment, compared with the ledger played again, on both engines.
class PastTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyMomentIsTheRunningSum_data() { addEngines(); }
    void everyMomentIsTheRunningSum();
    void ofNowIsTheStockList_data() { addEngines(); }
    void ofNowIsTheStockList();
    void aClockMayGoBackwards_data() { addEngines(); }
    void aClockMayGoBackwards();
    void expiryIsJudgedOnTheDayItWas_data() { addEngines(); }
    void expiryIsJudgedOnTheDayItWas();
};

namespace {

using Ids = std::vector<qint64>;

/// The ledger as somebody else reads it.
struct Entry
{
    qint64 stock = 0;
    qint64 version = 0;
    qint64 onHand = 0; ///< deltas
    qint64 reserved = 0;
    QString at;
};

std::vector<Entry> ledgerOf(TestDatabase &database)
{
    std::vector<Entry> entries;
    const QString at = database.isPostgres()
                           ? u"to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')"_s
                           : u"at"_s;
    for (const QVariantList &row :
         database.sql(u"SELECT stock_id, version, on_hand_delta, reserved_delta, "_s + at
                      + u" FROM stock_events ORDER BY stock_id, version"_s))
    {
        entries.push_back({row[0].toLongLong(),
                           row[1].toLongLong(),
                           row[2].toLongLong(),
                           row[3].toLongLong(),
                           row[4].toString()});
    }
    return entries;
}

struct Quantities
{
    qint64 onHand = 0;
    qint64 reserved = 0;
};

/// Each row that had an entry not later than `moment`, played up to the greatest such version.
std::map<qint64, Quantities> played(const std::vector<Entry> &ledger, const QString &moment)
{
    std::map<qint64, qint64> last;
    for (const Entry &entry : ledger) {
        if (entry.at <= moment)
            last[entry.stock] = entry.version; // versions come in their order
    }
    std::map<qint64, Quantities> stock;
    for (const Entry &entry : ledger) {
        const auto until = last.find(entry.stock);
        if (until == last.end() || entry.version > until->second)
            continue;
        stock[entry.stock].onHand += entry.onHand;
        stock[entry.stock].reserved += entry.reserved;
    }
    return stock;
}

Ids idsOf(TestDatabase &database,
          const StockFilter &filter,
          Instant moment,
          const StockSort &sort = {},
          qint64 limit = 0)
{
    const auto ids = database.database().ledger().stockIds(filter, sort, limit, moment);
    if (!ids)
        qFatal("stockIds: %s", qPrintable(ids.error().detail));
    return *ids;
}

std::vector<StockListRow> rowsOf(TestDatabase &database, const Ids &ids, Instant moment)
{
    const auto rows = database.database().ledger().stockRows(ids, moment);
    if (!rows)
        qFatal("stockRows: %s", qPrintable(rows.error().detail));
    return *rows;
}

/// What the filters let through, and how the rows read, at one moment.
void checkMoment(TestDatabase &database,
                 const std::map<qint64, Quantities> &wanted,
                 const std::map<qint64, StockListRow> &now,
                 Instant moment)
{
    StockFilter everything;
    everything.withEmpty = true;
    const Ids all = idsOf(database, everything, moment);
    QCOMPARE(all.size(), wanted.size());
    const std::vector<StockListRow> rows = rowsOf(database, all, moment);
    QCOMPARE(rows.size(), all.size());
    std::map<QString, qint64> available;
    for (const auto &[id, quantities] : wanted)
        available[now.at(id).row.key.product] += quantities.onHand - quantities.reserved;
    for (size_t i = 0; i < rows.size(); ++i) {
        const StockListRow &row = rows[i];
        QCOMPARE(row.row.id, all[i]);
        const Quantities &then = wanted.at(row.row.id);
        QCOMPARE(row.row.onHand, then.onHand);
        QCOMPARE(row.row.reserved, then.reserved);
        QCOMPARE(row.row.key, now.at(row.row.id).row.key);
        QCOMPARE(row.low, row.row.key.product == u"P1"_s && available[u"P1"_s] <= 190);
    }
    const auto check = [&](auto change, auto fits) {
        StockFilter filter;
        change(filter);
        std::set<qint64> expected;
        for (const StockListRow &row : rows) {
            if ((filter.withEmpty || row.row.onHand > 0) && fits(row))
                expected.insert(row.row.id);
        }
        for (const StockColumn column :
             {StockColumn::Product, StockColumn::Available, StockColumn::Place}) {
            const Ids found = idsOf(database, filter, moment, {column, true});
            QCOMPARE(std::set<qint64>(found.begin(), found.end()), expected);
            QCOMPARE(found.size(), expected.size());
            QCOMPARE(idsOf(database, filter, moment, {column, true}, 2),
                     Ids(found.begin(), found.begin() + std::min(2, int(found.size()))));
            if (column == StockColumn::Available) {
                const auto sorted = rowsOf(database, found, moment);
                QVERIFY(std::ranges::is_sorted(sorted, std::ranges::greater(), [](const auto &row) {
                    return row.row.available() * (row.decimals == 1 ? 100 : 1000);
                }));
            }
        }
        const Ids first = idsOf(database, filter, moment, {}, 1);
        QCOMPARE(first.size(), std::min<size_t>(1, expected.size()));
    };
    using Filter = StockFilter &;
    using Row = const StockListRow &;
    check([](Filter) {}, [](Row) { return true; });
    check([](Filter f) { f.reserved = true; }, [](Row r) { return r.row.reserved > 0; });
    check([](Filter f) { f.low = true; }, [](Row r) { return r.low; });
    check([](Filter f) { f.terms.notLow = true; }, [](Row r) { return !r.low; });
    check([](Filter f) { f.product = u"P1"_s; }, [](Row r) { return r.row.key.product == u"P1"_s; });
    check([](Filter f) { f.text = u"l1 p1"_s; },
          [](Row r) { return r.row.key.product == u"P1"_s && r.row.key.lot == u"L1"_s; });
    check([](Filter f) { f.status = StockStatus::Damaged; },
          [](Row r) { return r.row.key.status == StockStatus::Damaged; });
    check(
        [](Filter f) {
            f.terms.available.any = {{std::nullopt, 90'000}};
            f.withEmpty = true;
        },
        [](Row r) { return r.row.available() * (r.decimals == 1 ? 100 : 1000) <= 90'000; });
}

std::map<qint64, StockListRow> rowsNow(TestDatabase &database)
{
    StockFilter everything;
    everything.withEmpty = true;
    const auto ids = database.store().stockIds(everything, {}, 0);
    const auto rows = database.store().stockRows(*ids);
    std::map<qint64, StockListRow> now;
    for (const StockListRow &row : *rows)
        now[row.row.id] = row;
    return now;
}

void build(TestDatabase &database)
{
    AuditCompany company(database);
    if (const QString trouble = company.build(); !trouble.isEmpty())
        qFatal("%s", qPrintable(trouble));
    database.sql(u"UPDATE products SET reorder_point = 190 WHERE code = 'P1'"_s);
}

} // namespace

void PastTest::everyMomentIsTheRunningSum()
{
    QFETCH(Engine, engine);
    TestDatabase database(engine);
    build(database);
    // A row that is emptied, and one that goods come back to.
    StockSeed seed;
    seed.product = u"P3"_s;
    const qint64 emptied = database.stockRow(seed);
    SystemClock clock;
    NoJournal journal;
    CommandRunner runner(database.store(), clock, journal, [] { return 0.5; });
    const auto run = [&](const StockAction &action) {
        const StockCommand command{newCommandId(), action, {}, u"tester"_s};
        QVERIFY(
            std::holds_alternative<Committed>(runner.run(command, ConflictPolicy::Retry).outcome));
    };
    run(Move{emptied, 100, u"WH001"_s, 1, u"A-1"_s});
    run(Adjust{emptied, 7, u"Found"_s});
    const std::vector<Entry> ledger = ledgerOf(database);
    const auto now = rowsNow(database);
    std::set<QString> moments;
    for (const Entry &entry : ledger)
        moments.insert(entry.at);
    QVERIFY(moments.size() > 20);
    for (const QString &each : moments) {
        const Instant moment = *Instant::fromIso(each);
        for (const Instant at : {Instant{moment.microseconds - 1}, moment}) {
            checkMoment(database, played(ledger, at.toIso()), now, at);
            if (QTest::currentTestFailed())
                return;
        }
    }
    // Before anything was there.
    const Instant before = *Instant::fromIso(u"2000-01-01T00:00:00.000000Z"_s);
    QCOMPARE(idsOf(database, {}, before), Ids());
    QVERIFY(rowsOf(database, {emptied}, before).empty());
}

void PastTest::ofNowIsTheStockList()
{
    QFETCH(Engine, engine);
    TestDatabase database(engine);
    build(database);
    const Instant future = SystemClock().now().plusSeconds(3600);
    for (int column = 0; column <= int(StockColumn::Received); ++column) {
        const StockSort sort{StockColumn(column), column % 2 == 0};
        const auto ids = database.store().stockIds({}, sort, 0);
        QCOMPARE(idsOf(database, {}, future, sort), *ids);
        const auto rows = database.store().stockRows(*ids);
        const auto past = rowsOf(database, *ids, future);
        QCOMPARE(past.size(), rows->size());
        for (size_t i = 0; i < past.size(); ++i) {
            QCOMPARE(past[i].row, (*rows)[i].row);
            QCOMPARE(past[i].productName, (*rows)[i].productName);
            QCOMPARE(past[i].expiresOn, (*rows)[i].expiresOn);
            QCOMPARE(past[i].low, (*rows)[i].low);
        }
    }
}

void PastTest::aClockMayGoBackwards()
{
    QFETCH(Engine, engine);
    TestDatabase database(engine);
    build(database);
    // What counts is the greatest version that is not later, whatever stands before it.
    database.unlockLedger();
    for (const Entry &entry : ledgerOf(database)) {
        const qint64 second = (entry.version * 7) % 11;
        database.sql(
            u"UPDATE stock_events SET at = ? WHERE stock_id = ? AND version = ?"_s,
            {u"2026-01-01T00:00:%1.000000Z"_s.arg(10 + second), entry.stock, entry.version});
    }
    const std::vector<Entry> ledger = ledgerOf(database);
    const auto now = rowsNow(database);
    bool backwards = false;
    for (size_t i = 1; i < ledger.size(); ++i)
        backwards = backwards
                    || (ledger[i].stock == ledger[i - 1].stock && ledger[i].at < ledger[i - 1].at);
    QVERIFY(backwards);
    for (int second = 9; second < 23; ++second) {
        const Instant at = *Instant::fromIso(
            u"2026-01-01T00:00:%1.500000Z"_s.arg(second, 2, 10, QChar(u'0')));
        checkMoment(database, played(ledger, at.toIso()), now, at);
        if (QTest::currentTestFailed())
            return;
    }
}

void PastTest::expiryIsJudgedOnTheDayItWas()
{
    QFETCH(Engine, engine);
    TestDatabase database(engine);
    StockSeed seed;
    seed.expiresOn = QDate(2026, 3, 10); // midnight in Tokyo is 15:00 in UTC
    const qint64 id = database.stockRow(seed);
    database.unlockLedger();
    database.sql(u"UPDATE stock_events SET at = '2026-01-01T00:00:00.000000Z'"_s);
    StockFilter expired;
    expired.expired = true;
    StockFilter soon;
    soon.expiresWithinDays = 3;
    const Instant lastDay = *Instant::fromIso(u"2026-03-10T14:59:59.000000Z"_s);
    const Instant dayAfter = lastDay.plusSeconds(2);
    const Instant early = lastDay.plusSeconds(-4 * 86'400);
    QCOMPARE(idsOf(database, expired, lastDay), Ids());
    QCOMPARE(idsOf(database, soon, lastDay), Ids{id});
    QVERIFY(!rowsOf(database, {id}, lastDay).front().expired());
    QCOMPARE(idsOf(database, expired, dayAfter), Ids{id});
    QCOMPARE(idsOf(database, soon, dayAfter), Ids());
    QVERIFY(rowsOf(database, {id}, dayAfter).front().expired());
    QCOMPARE(idsOf(database, soon, early), Ids());
}

TANABAN_TEST(PastTest)
#include "pasttest.moc"
