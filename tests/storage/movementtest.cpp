#include "tests/storage/auditcompany.h"
#include "tests/support/testprogram.h"

#include <set>

using namespace tanaban;
using namespace tanaban::test;
using namespace Qt::StringLiterals;

/// What went into and out of a place, compared with the ledger added up by other means and with the
/// stock of both moments, on both engines.
class MovementTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void addsUpBetweenAllMoments_data() { addEngines(); }
    void addsUpBetweenAllMoments();
    void aMoveWithinThePlaceIsNone_data() { addEngines(); }
    void aMoveWithinThePlaceIsNone();
    void aClockMayGoBackwards_data() { addEngines(); }
    void aClockMayGoBackwards();
    void damageShows_data() { addEngines(); }
    void damageShows();
    void lotsAndUnitsAreAddedUp();
};

namespace {

/// The ledger as somebody else reads it.
struct PastMovement
{
    qint64 stock = 0;
    qint64 version = 0;
    QString kind;
    qint64 delta = 0;
    QString command;
    QString at;
    QString zone;  ///< "WH001/1"
    QString goods; ///< "P1/L1"
};

std::vector<PastMovement> wholeLedger(TestDatabase &database)
{
    const QString at =
        database.isPostgres()
            ? u"to_char(e.at AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')"_s
            : u"e.at"_s;
    std::vector<PastMovement> entries;
    for (const QVariantList &row : database.sql(
             u"SELECT e.stock_id, e.version, e.kind, e.on_hand_delta, e.command_id, "_s + at
             + u", s.warehouse_code, s.zone_number, s.product_code, s.lot FROM stock_events e "
               "JOIN stock s ON s.id = e.stock_id ORDER BY e.stock_id, e.version"_s))
    {
        entries.push_back({row[0].toLongLong(),
                           row[1].toLongLong(),
                           row[2].toString(),
                           row[3].toLongLong(),
                           row[4].toString(),
                           row[5].toString(),
                           row[6].toString() + u'/' + row[7].toString(),
                           row[8].toString() + u'/' + row[9].toString()});
    }
    return entries;
}

/// The last version of each row before a moment.
std::map<qint64, qint64> lastBefore(const std::vector<PastMovement> &ledger, const QString &moment)
{
    std::map<qint64, qint64> last;
    for (const PastMovement &entry : ledger) {
        if (entry.at < moment)
            last[entry.stock] = entry.version;
    }
    return last;
}

struct Sums
{
    qint64 opening = 0;
    qint64 closing = 0;
    std::map<QString, qint64> in;
    std::map<QString, qint64> out;

    friend bool operator==(const Sums &, const Sums &) = default;
};

/// By goods; `zone`: "WH001/1", or "WH001/" for all of them.
std::map<QString, Sums> summedUp(const std::vector<PastMovement> &ledger,
                                 const QString &zone,
                                 const QString &from,
                                 const QString &until)
{
    auto opened = lastBefore(ledger, from);
    auto closed = lastBefore(ledger, until);
    std::map<QString, Sums> sums;
    std::map<std::tuple<QString, QString, QString>, qint64> commands;
    for (const PastMovement &entry : ledger) {
        if (!(zone.endsWith(u'/') ? entry.zone.startsWith(zone) : entry.zone == zone))
            continue;
        if (entry.version <= opened[entry.stock])
            sums[entry.goods].opening += entry.delta;
        if (entry.version > closed[entry.stock])
            continue;
        sums[entry.goods].closing += entry.delta;
        if (entry.version > opened[entry.stock])
            commands[{entry.goods, entry.kind, entry.command}] += entry.delta;
    }
    for (const auto &[key, delta] : commands) {
        Sums &of = sums[std::get<0>(key)];
        if (delta > 0)
            of.in[std::get<1>(key)] += delta;
        if (delta < 0)
            of.out[std::get<1>(key)] -= delta;
    }
    std::erase_if(sums, [](const auto &each) { return each.second == Sums(); });
    return sums;
}

std::vector<MovementLine> movementsOf(TestDatabase &database, const MovementQuestion &question)
{
    const auto lines = database.database().ledger().movements(question);
    if (!lines)
        qFatal("movements: %s", qPrintable(lines.error().detail));
    return *lines;
}

/// What lay in the place just before the moment, as the stock list of the past tells it, by goods.
std::map<QString, qint64> stockBefore(TestDatabase &database,
                                      const MovementQuestion &place,
                                      Instant moment)
{
    const Instant before{moment.microseconds - 1};
    StockFilter filter;
    filter.warehouse = place.warehouse;
    filter.zone = place.zone;
    Ledger &ledger = database.database().ledger();
    const auto ids = ledger.stockIds(filter, {}, 0, before);
    const auto rows = ledger.stockRows(*ids, before);
    std::map<QString, qint64> stock;
    for (const StockListRow &row : *rows)
        stock[row.row.key.product + u'/' + row.row.key.lot] += row.row.onHand;
    return stock;
}

std::map<QString, qint64> without0(std::map<QString, qint64> quantities)
{
    std::erase_if(quantities, [](const auto &each) { return each.second == 0; });
    return quantities;
}

void compareMovements(TestDatabase &database,
                      const std::vector<PastMovement> &ledger,
                      const MovementQuestion &question,
                      int *moved)
{
    const QString zone = question.warehouse + u'/'
                         + (question.zone ? QString::number(*question.zone) : QString());
    const auto wanted = summedUp(ledger, zone, question.from.toIso(), question.until.toIso());
    std::map<QString, qint64> opening;
    std::map<QString, qint64> closing;
    const auto lines = movementsOf(database, question);
    QCOMPARE(lines.size(), wanted.size());
    for (const MovementLine &line : lines) {
        const QString goods = line.product + u'/' + line.lot;
        QVERIFY2(wanted.contains(goods), qPrintable(goods));
        const Sums &sums = wanted.at(goods);
        QVERIFY(line.addsUp());
        QCOMPARE(line.opening, sums.opening);
        QCOMPARE(line.closing, sums.closing);
        const auto named = [](const std::map<EventKind, qint64> &quantities) {
            std::map<QString, qint64> names;
            for (const auto &[kind, quantity] : quantities)
                names[codeOf(kind)] = quantity;
            return names;
        };
        QVERIFY(named(line.in) == sums.in);
        QVERIFY(named(line.out) == sums.out);
        opening[goods] = line.opening;
        closing[goods] = line.closing;
        *moved += line.in.empty() && line.out.empty() ? 0 : 1;
    }
    QVERIFY(without0(opening) == without0(stockBefore(database, question, question.from)));
    QVERIFY(without0(closing) == without0(stockBefore(database, question, question.until)));
}

void fillCompany(TestDatabase &database)
{
    AuditCompany company(database);
    if (const QString trouble = company.build(); !trouble.isEmpty())
        qFatal("%s", qPrintable(trouble));
}

CommandResult runAction(TestDatabase &database, const StockAction &action)
{
    static SystemClock clock;
    static NoJournal journal;
    CommandRunner runner(database.store(), clock, journal, [] { return 0.5; });
    return runner.run({newCommandId(), action, {}, u"tester"_s}, ConflictPolicy::Retry);
}

/// Between every fourth moment and all that follow it, of every zone and warehouse.
void compareAll(TestDatabase &database, const std::vector<Instant> &moments)
{
    const std::vector<PastMovement> ledger = wholeLedger(database);
    std::set<QString> zones;
    for (const PastMovement &entry : ledger) {
        zones.insert(entry.zone);
        zones.insert(entry.zone.section(u'/', 0, 0) + u'/');
    }
    QVERIFY(zones.size() > 2);
    int moved = 0;
    for (size_t from = 0; from < moments.size(); from += 4) {
        for (size_t until = from; until < moments.size(); until += 3) {
            for (const QString &zone : zones) {
                MovementQuestion question{
                    zone.section(u'/', 0, 0), {}, moments[from], moments[until]};
                if (!zone.endsWith(u'/'))
                    question.zone = zone.section(u'/', 1).toInt();
                compareMovements(database, ledger, question, &moved);
                if (QTest::currentTestFailed())
                    return;
            }
        }
    }
    QVERIFY2(moved > 50, qPrintable(QString::number(moved)));
}

} // namespace

void MovementTest::addsUpBetweenAllMoments()
{
    QFETCH(Engine, engine);
    TestDatabase database(engine);
    fillCompany(database);
    std::set<QString> times;
    for (const PastMovement &entry : wholeLedger(database))
        times.insert(entry.at);
    std::vector<Instant> moments;
    for (const QString &time : times) {
        // The moment of an entry belongs to what follows it.
        moments.push_back(*Instant::fromIso(time));
        moments.push_back(moments.back().plusSeconds(0));
        ++moments.back().microseconds;
    }
    compareAll(database, moments);
}

void MovementTest::aMoveWithinThePlaceIsNone()
{
    QFETCH(Engine, engine);
    TestDatabase database(engine);
    StockSeed seed;
    const qint64 id = database.stockRow(seed);
    database.zone(u"WH001"_s, 8);
    database.bin(u"WH001"_s, 1, u"B-8"_s);
    const Instant begin = SystemClock().now();
    QTest::qWait(5);
    QVERIFY(std::holds_alternative<Committed>(
        runAction(database, Move{id, 10, u"WH001"_s, 1, u"B-8"_s}).outcome));
    QVERIFY(std::holds_alternative<Committed>(
        runAction(database, Move{id, 7, u"WH001"_s, 8, QString()}).outcome));
    const Instant end = SystemClock().now().plusSeconds(1);
    const auto zone = movementsOf(database, {u"WH001"_s, 1, begin, end});
    QCOMPARE(zone.size(), 1);
    QVERIFY(zone[0].in.empty());
    QCOMPARE(zone[0].outAll(), 7);
    QCOMPARE(zone[0].out.at(EventKind::Move), 7);
    QCOMPARE(zone[0].opening - 7, zone[0].closing);
    const auto other = movementsOf(database, {u"WH001"_s, 8, begin, end});
    QCOMPARE(other.size(), 1);
    QCOMPARE(other[0].in.at(EventKind::Move), 7);
    QCOMPARE(other[0].closing, 7);
    // Seen from the warehouse nothing came or went.
    const auto whole = movementsOf(database, {u"WH001"_s, {}, begin, end});
    QCOMPARE(whole.size(), 1);
    QVERIFY(whole[0].in.empty() && whole[0].out.empty());
    QCOMPARE(whole[0].opening, whole[0].closing);
}

void MovementTest::aClockMayGoBackwards()
{
    QFETCH(Engine, engine);
    TestDatabase database(engine);
    fillCompany(database);
    database.unlockLedger();
    for (const PastMovement &entry : wholeLedger(database)) {
        const qint64 second = (entry.version * 7) % 11;
        database.sql(
            u"UPDATE stock_events SET at = ? WHERE stock_id = ? AND version = ?"_s,
            {u"2026-01-01T00:00:%1.000000Z"_s.arg(10 + second), entry.stock, entry.version});
    }
    std::vector<Instant> moments;
    for (int half = 18; half < 46; ++half) {
        moments.push_back(
            *Instant::fromIso(u"2026-01-01T00:00:%1.%2Z"_s.arg(half / 2, 2, 10, QChar(u'0'))
                                  .arg(half % 2 == 0 ? u"000000"_s : u"500000"_s)));
    }
    compareAll(database, moments);
}

void MovementTest::damageShows()
{
    QFETCH(Engine, engine);
    TestDatabase database(engine);
    StockSeed seed;
    const qint64 id = database.stockRow(seed);
    QVERIFY(
        std::holds_alternative<Committed>(runAction(database, Adjust{id, 5, u"Found"_s}).outcome));
    const MovementQuestion question{u"WH001"_s,
                                    1,
                                    *Instant::fromIso(u"2000-01-01T00:00:00.000000Z"_s),
                                    SystemClock().now().plusSeconds(1)};
    QVERIFY(movementsOf(database, question).front().addsUp());
    database.unlockLedger();
    database.sql(
        u"UPDATE stock_events SET on_hand_delta = 6 WHERE stock_id = ? AND kind = 'adjust'"_s, {id});
    QVERIFY(!movementsOf(database, question).front().addsUp());
}

void MovementTest::lotsAndUnitsAreAddedUp()
{
    const std::vector<MovementLine> lots{
        {u"P1"_s, u"Rice"_s, u"kg"_s, 1, u"A"_s, 10, 15, {{EventKind::Receive, 5}}, {}},
        {u"P1"_s,
         u"Rice"_s,
         u"kg"_s,
         1,
         u"B"_s,
         20,
         13,
         {{EventKind::Receive, 1}},
         {{EventKind::Ship, 8}}},
        {u"P2"_s, u"Salt"_s, u"kg"_s, 3, u"C"_s, 1000, 900, {}, {{EventKind::Ship, 100}}},
        {u"P3"_s, u"Cup"_s, u"box"_s, 0, u"D"_s, 3, 3, {}, {}}};
    const auto products = byProduct(lots);
    QCOMPARE(products.size(), 3);
    QCOMPARE(products[0],
             (MovementLine{u"P1"_s,
                           u"Rice"_s,
                           u"kg"_s,
                           1,
                           {},
                           30,
                           28,
                           {{EventKind::Receive, 6}},
                           {{EventKind::Ship, 8}}}));
    QVERIFY(products[0].addsUp());
    const auto totals = totalsByUnit(products);
    QCOMPARE(totals.size(), 2);
    QCOMPARE(totals[0].unit, u"box"_s);
    // 3.0 kg with one decimal and 1.000 kg with three.
    QCOMPARE(totals[1],
             (MovementLine{{},
                           {},
                           u"kg"_s,
                           3,
                           {},
                           4000,
                           3700,
                           {{EventKind::Receive, 600}},
                           {{EventKind::Ship, 900}}}));
    QVERIFY(totals[1].addsUp());
}

TANABAN_TEST(MovementTest)
#include "movementtest.moc"
