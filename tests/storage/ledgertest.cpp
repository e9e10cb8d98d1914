#include "tests/storage/auditcompany.h"
#include "tests/support/testprogram.h"

#include <algorithm>

using namespace tanaban;
using namespace tanaban::test;
using namespace Qt::StringLiterals;

/// The entries of the ledger through every filter, compared with all there are, on both engines.
class LedgerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void entriesTellWhatPeopleNeed_data() { addEngines(); }
    void entriesTellWhatPeopleNeed();
    void everyFilter_data() { addEngines(); }
    void everyFilter();
    void ordersAndPartners_data() { addEngines(); }
    void ordersAndPartners();
    void textIsText_data() { addEngines(); }
    void textIsText();
    void rareAndOldIsFound_data() { addEngines(); }
    void rareAndOldIsFound();
    void manyAtOnceAreOnePageEach_data() { addEngines(); }
    void manyAtOnceAreOnePageEach();
    void theIndexLeads_data() { addEngines(); }
    void theIndexLeads();
};

namespace {

using Entries = std::vector<LedgerEntry>;

/// All pages of `limit` entries one behind the other.
Entries pages(TestDatabase &database, const LedgerFilter &filter, int limit)
{
    Entries all;
    std::optional<LedgerMark> mark;
    for (;;) {
        const auto page = database.database().ledger().entries(filter, mark, limit);
        if (!page)
            qFatal("entries: %s", qPrintable(page.error().detail));
        all.insert(all.end(), page->begin(), page->end());
        if (int(page->size()) < limit)
            return all;
        mark = LedgerMark::of(page->back());
    }
}

QString nameOf(const LedgerEntry &entry)
{
    return u"%1/%2"_s.arg(entry.event.stockId).arg(entry.event.version);
}

QStringList namesOf(const Entries &entries)
{
    QStringList names;
    for (const LedgerEntry &entry : entries)
        names += nameOf(entry);
    return names;
}

LedgerTotals sumOf(const Entries &entries)
{
    LedgerTotals sum;
    sum.entries = qint64(entries.size());
    for (const LedgerEntry &entry : entries) {
        const StockEvent &event = entry.event;
        sum.onHandIn += std::max<qint64>(0, event.onHandDelta);
        sum.onHandOut += std::max<qint64>(0, -event.onHandDelta);
        sum.reserved += std::max<qint64>(0, event.reservedDelta);
        sum.unreserved += std::max<qint64>(0, -event.reservedDelta);
    }
    return sum;
}

QUuid command(TestDatabase &database, const StockAction &action)
{
    const StockCommand command{newCommandId(), action, {}, u"tester"_s};
    const DecisionResult decided = decide(command, database.store());
    if (!std::holds_alternative<ChangeSet>(decided)
        || !std::holds_alternative<Committed>(database.store().commit(std::get<ChangeSet>(decided))))
        qFatal("the command was refused");
    return command.id;
}

/// Goods in several places, touched by two people.
qint64 fill(TestDatabase &database, AuditCompany &company)
{
    if (const QString trouble = company.build(); !trouble.isEmpty())
        qFatal("%s", qPrintable(trouble));
    StockSeed seed;
    seed.warehouse = u"WH002"_s;
    seed.product = u"P1"_s;
    seed.lot = u"L9"_s;
    seed.bin = u"A-1"_s;
    const qint64 elsewhere = database.stockRow(seed);
    database.person(u"sato"_s);
    const auto other = database.open(u"sato"_s);
    const StockCommand adjust{newCommandId(), Adjust{elsewhere, -4, u"Broken"_s}, {}, u"sato"_s};
    const DecisionResult decided = decide(adjust, other->store());
    if (!std::holds_alternative<Committed>(other->store().commit(std::get<ChangeSet>(decided))))
        qFatal("sato could not adjust");
    return elsewhere;
}

} // namespace

void LedgerTest::entriesTellWhatPeopleNeed()
{
    QFETCH(Engine, engine);
    TestDatabase database(engine);
    StockSeed seed;
    seed.bin = u"A-1"_s;
    seed.decimals = 1;
    seed.status = StockStatus::Quarantined;
    const qint64 id = database.stockRow(seed);
    const QUuid adjusted = command(database, Adjust{id, -5, u"Counted"_s});
    const Entries entries = pages(database, {}, 10);
    QCOMPARE(entries.size(), size_t(2));
    const LedgerEntry &entry = entries.front();
    const auto history = database.store().history(id, 0, 1);
    QVERIFY(history.ok());
    QCOMPARE(entry.event, history->front());
    QCOMPARE(entry.event.command, adjusted);
    QCOMPARE(entry.event.reason, u"Counted"_s);
    QCOMPARE(entry.key, (StockKey{u"WH001"_s, 1, u"A-1"_s, u"P1"_s, u"L1"_s, seed.status}));
    QCOMPARE(entry.productName, u"Product P1"_s);
    QCOMPARE(entry.unit, u"pcs"_s);
    QCOMPARE(entry.decimals, 1);
    QCOMPARE(entry.warehouseName, u"WH001"_s);
    QCOMPARE(entry.zoneName, u"Zone 1"_s);
    QVERIFY(database.database().ledger().entries({}, {}, 0)->empty());
}

void LedgerTest::everyFilter()
{
    QFETCH(Engine, engine);
    TestDatabase database(engine);
    AuditCompany company(database);
    fill(database, company);
    const Entries all = pages(database, {}, 100);
    QCOMPARE(qint64(all.size()), database.count(u"stock_events"_s));
    QVERIFY(std::ranges::is_sorted(all, [](const LedgerEntry &a, const LedgerEntry &b) {
        return std::tie(b.event.at, b.event.stockId, b.event.version)
               < std::tie(a.event.at, a.event.stockId, a.event.version);
    }));
    int checked = 0;
    const auto check = [&](auto change, auto fits) {
        LedgerFilter filter;
        change(filter);
        Entries wanted;
        std::ranges::copy_if(all, std::back_inserter(wanted), fits);
        for (const int limit : {1, 3, 100})
            QCOMPARE(namesOf(pages(database, filter, limit)), namesOf(wanted));
        const auto totals = database.database().ledger().totals(filter);
        QVERIFY(totals.ok());
        QCOMPARE(*totals, sumOf(wanted));
        ++checked;
        // A filter that lets all or nothing through would prove little.
        QVERIFY(!wanted.empty() && (wanted.size() < all.size() || filter == LedgerFilter()));
    };
    using Filter = LedgerFilter &;
    using Entry = const LedgerEntry &;
    check([](Filter) {}, [](Entry) { return true; });
    check([](Filter f) { f.product = u"P1"_s; }, [](Entry e) { return e.key.product == u"P1"_s; });
    check([](Filter f) { f.lot = u"L1"_s; }, [](Entry e) { return e.key.lot == u"L1"_s; });
    check([](Filter f) { f.warehouse = u"WH002"_s; },
          [](Entry e) { return e.key.warehouse == u"WH002"_s; });
    check(
        [](Filter f) {
            f.warehouse = u"WH001"_s;
            f.zone = 2;
        },
        [](Entry e) { return e.key.zone == 2; });
    check([](Filter f) { f.bin = u"A-1"_s; }, [](Entry e) { return e.key.bin == u"A-1"_s; });
    check([](Filter f) { f.bin = u""_s; }, [](Entry e) { return e.key.bin.isEmpty(); });
    check([&](Filter f) { f.stockId = company.pears; },
          [&](Entry e) { return e.event.stockId == company.pears; });
    check([](Filter f) { f.person = u"sato"_s; },
          [](Entry e) { return e.event.actor == u"sato"_s; });
    for (const EventKind kind : {EventKind::Receive, EventKind::Move, EventKind::Expire}) {
        check([kind](Filter f) { f.kind = kind; }, [kind](Entry e) { return e.event.kind == kind; });
    }
    const QUuid moved = std::ranges::find(all, EventKind::Move, [](Entry e) {
                            return e.event.kind;
                        })->event.command;
    check([&](Filter f) { f.command = moved; }, [&](Entry e) { return e.event.command == moved; });
    check(
        [&](Filter f) {
            f.command = moved;
            f.bin = u"A-1"_s;
        },
        [&](Entry e) { return e.event.command == moved && e.key.bin == u"A-1"_s; });
    check([](Filter f) { f.text = u"p1 l1"_s; },
          [](Entry e) { return e.key.product == u"P1"_s && e.key.lot == u"L1"_s; });
    check(
        [](Filter f) {
            f.product = u"P1"_s;
            f.kind = EventKind::Ship;
            f.person = u"tester"_s;
        },
        [](Entry e) { return e.key.product == u"P1"_s && e.event.kind == EventKind::Ship; });
    // From the one on, up to but without the other.
    const TimeSpan early{all[20].event.at, all[15].event.at};
    const TimeSpan late{all[5].event.at, all[2].event.at};
    const auto within = [](const TimeSpan &span, Instant at) {
        return span.from <= at && at < span.until;
    };
    check([&](Filter f) { f.times = {early}; }, [&](Entry e) { return within(early, e.event.at); });
    check(
        [&](Filter f) {
            f.times = {late, early};
            f.person = u"tester"_s;
        },
        [&](Entry e) {
            return e.event.actor == u"tester"_s
                   && (within(early, e.event.at) || within(late, e.event.at));
        });
    QCOMPARE(checked, 18);
}

void LedgerTest::ordersAndPartners()
{
    QFETCH(Engine, engine);
    TestDatabase database(engine);
    AuditCompany company(database);
    fill(database, company);
    // Two orders in one entry: no order stands there, but both have their share in it.
    database.sql(u"INSERT INTO partners (code, name, kind) VALUES ('C-2', 'Kiosk', 'customer')"_s);
    database.sql(
        u"INSERT INTO orders (number, partner_code, state) VALUES ('O-3', 'C-2', 'open')"_s);
    const qint64 third = database.scalar(u"SELECT max(id) FROM orders"_s).toLongLong();
    database.sql(u"INSERT INTO order_lines VALUES (?, 1, 'P1', 9)"_s, {third});
    ChangeSet folded;
    folded.intent.id = newCommandId();
    folded.intent.kind = u"allocate"_s;
    folded.intent.actor = u"tester"_s;
    StockChange change;
    change.id = company.apples;
    change.kind = EventKind::Reserve;
    change.reservedDelta = 7;
    folded.stock = {change};
    folded.allocations = {
        {0, {}, company.order, 1, company.apples, 5, AllocationState::Open, AllocationState::Open},
        {0, {}, third, 1, company.apples, 2, AllocationState::Open, AllocationState::Open}};
    QVERIFY(std::holds_alternative<Committed>(database.store().commit(folded)));

    const auto kinds = [&](auto part, const QString &value) {
        LedgerFilter filter;
        filter.*part = value;
        QStringList found;
        const Entries entries = pages(database, filter, 2);
        for (const LedgerEntry &entry : entries)
            found += codeOf(entry.event.kind) + u' '
                     + QString::number(entry.event.onHandDelta + entry.event.reservedDelta) + u' '
                     + entry.event.orderNumber;
        const auto totals = database.database().ledger().totals(filter);
        return totals && *totals == sumOf(entries) ? found : QStringList();
    };
    using F = LedgerFilter;
    const QStringList first{u"reserve 7 "_s,
                            u"reserve 2 O-1"_s,
                            u"release -2 O-1"_s,
                            u"ship -6 O-1"_s,
                            u"reserve 8 O-1"_s};
    const QStringList second{u"ship -12 O-2"_s, u"reserve 6 O-2"_s};
    const QStringList both{first[0], first[1], first[2], second[0], second[1], first[3], first[4]};
    QCOMPARE(kinds(&F::order, u"O-1"_s), first);
    QCOMPARE(kinds(&F::order, u"O-2"_s), second);
    QCOMPARE(kinds(&F::order, u"O-3"_s), QStringList{first[0]});
    QCOMPARE(kinds(&F::order, u"O-4"_s), QStringList());
    QCOMPARE(kinds(&F::partner, u"C-1"_s), both);
    QCOMPARE(kinds(&F::partner, u"C-2"_s), QStringList{first[0]});
    LedgerFilter shipped;
    shipped.partner = u"C-1"_s;
    shipped.kind = EventKind::Ship;
    shipped.lot = u"L1"_s;
    QCOMPARE(pages(database, shipped, 1).size(), size_t(2));
    shipped.lot = u"L0"_s;
    QCOMPARE(pages(database, shipped, 1).size(), size_t(0));
    QCOMPARE(database.database().ledger().totals(shipped)->entries, 0);
}

void LedgerTest::textIsText()
{
    QFETCH(Engine, engine);
    TestDatabase database(engine);
    database.stockRow({});
    for (const QString &hostile : {u"%"_s,
                                   u"'; DROP TABLE stock; --"_s,
                                   u"{iso x} $1 ?"_s,
                                   QString(1, QChar::Null),
                                   QString(100'000, u'x')})
    {
        LedgerFilter filter;
        filter.text = hostile;
        QCOMPARE(pages(database, filter, 10).size(), size_t(0));
        QCOMPARE(database.database().ledger().totals(filter)->entries, 0);
        filter = {};
        filter.person = filter.order = hostile.left(50).remove(QChar::Null);
        if (!filter.person.isEmpty())
            QCOMPARE(pages(database, filter, 10).size(), size_t(0));
    }
}

void LedgerTest::rareAndOldIsFound()
{
    QFETCH(Engine, engine);
    TestDatabase database(engine);
    StockSeed seed;
    const qint64 first = database.stockRow(seed);
    seed.lot = u"L2"_s;
    seed.warehouse = u"WH002"_s;
    const qint64 busy = database.stockRow(seed);
    // So many newer ones that nobody looks through them one by one.
    constexpr int newer = 45'000;
    const Instant begin = SystemClock().now().plusSeconds(-1000);
    database.sql(
        u"INSERT INTO stock_events (stock_id, version, kind, on_hand_delta, reserved_delta, "
        "on_hand_after, reserved_after, command_id, actor, at) "
        "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %1) "
        "SELECT e.stock_id, 1 + i, 'adjust', 1, 0, 100 + i, 0, e.command_id, 'sato', e.at "
        "FROM n, stock_events e WHERE e.stock_id = %2"_s.arg(newer)
            .arg(busy));
    const auto firstOf = [&](auto change, int limit) {
        LedgerFilter filter;
        change(filter);
        const auto page = database.database().ledger().entries(filter, {}, limit);
        return page ? namesOf(*page) : QStringList();
    };
    using Filter = LedgerFilter &;
    const QString oldest = u"%1/1"_s.arg(first);
    const QString opening = u"%1/1"_s.arg(busy);
    QCOMPARE(firstOf([](Filter f) { f.person = u"tester"_s; }, 5), (QStringList{opening, oldest}));
    QCOMPARE(firstOf([](Filter f) { f.kind = EventKind::Receive; }, 2),
             (QStringList{opening, oldest}));
    QCOMPARE(firstOf([](Filter f) { f.warehouse = u"WH001"_s; }, 5), QStringList{oldest});
    QCOMPARE(firstOf([](Filter f) { f.kind = EventKind::Ship; }, 5), QStringList());
    QCOMPARE(firstOf([](Filter f) { f.person = u"sato"_s; }, 1),
             QStringList{u"%1/%2"_s.arg(busy).arg(newer + 1)});
    QCOMPARE(firstOf(
                 [&](Filter f) {
                     f.person = u"tester"_s;
                     f.times = {{begin, begin.plusSeconds(100'000)}};
                 },
                 5),
             (QStringList{opening, oldest}));
    LedgerFilter all;
    QCOMPARE(database.database().ledger().totals(all)->entries, newer + 2);
}

void LedgerTest::manyAtOnceAreOnePageEach()
{
    QFETCH(Engine, engine);
    TestDatabase database(engine);
    // As an import leaves them: all at the same moment.
    StockSeed seed;
    for (int i = 0; i < 25; ++i) {
        seed.lot = u"L%1"_s.arg(i);
        database.stockRow(seed);
    }
    const QString moment = u"2026-01-01T00:00:00.000000Z"_s;
    database.unlockLedger();
    database.sql(u"UPDATE stock_events SET at = ?"_s, {moment});
    QStringList wanted;
    for (const auto &row : database.sql(u"SELECT id FROM stock ORDER BY id DESC"_s))
        wanted += row.front().toString() + u"/1"_s;
    for (const int limit : {1, 7, 24, 25, 26})
        QCOMPARE(namesOf(pages(database, {}, limit)), wanted);
}

void LedgerTest::theIndexLeads()
{
    QFETCH(Engine, engine);
    TestDatabase database(engine);
    database.stockRow({});
    // The newest page must never sort the whole ledger.
    const QString newest = u"SELECT e.* FROM stock_events e "
                           "ORDER BY e.at DESC, e.stock_id DESC, e.version DESC LIMIT 10"_s;
    if (database.isPostgres())
        database.sql(u"SET enable_seqscan = off"_s);
    QString plan;
    for (const QVariantList &row :
         database.sql((database.isPostgres() ? u"EXPLAIN "_s : u"EXPLAIN QUERY PLAN "_s) + newest))
        plan += row.last().toString() + u'\n';
    QVERIFY2(plan.contains(u"stock_events_by_time"_s), qPrintable(plan));
    // Only entries of the same moment may be put in order.
    plan.remove(u"Incremental Sort"_s).remove(u"Sort Key"_s);
    QVERIFY2(!plan.contains(u"Sort "_s) && !plan.contains(u"TEMP B-TREE"_s), qPrintable(plan));
}

TANABAN_TEST(LedgerTest)
#include "ledgertest.moc"
