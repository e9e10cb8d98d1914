// What a picker fetches, and what becomes of it, on both engines.
#include "model/picking/confirming.h"
#include "storage/gate.h"
#include "tests/storage/decisions.h"
#include "tests/support/allocating.h"
#include "tests/support/pgproxy.h"
#include "tests/support/testprogram.h"
#include "tests/support/throwawaypostgres.h"

#include <QTest>

using namespace tanaban;
using namespace tanaban::test;
using namespace Qt::StringLiterals;

class PickingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { addEngines(); }
    void init();
    void cleanup() { m_database.reset(); }

    void walksInOrder();
    void shipsAllAndCompletes();
    void shortPickIsPlannedAgain();
    void nothingFound();
    void releasedMeanwhile();
    void restKeepsTheOrderOpen();
    void lostAnswersChangeNothing();
    void whoStopsWaitingKnowsWhatHappened();

private:
    PickList listOf(const QStringList &orders)
    {
        auto list = pickListOf(orders,
                               m_database->database().claims(),
                               m_database->database().records(),
                               m_database->store());
        if (!list)
            qFatal("pick list: %s", qPrintable(list.error().detail));
        return *list;
    }
    ConfirmReport confirm(const std::vector<PickedStop> &stops)
    {
        PickConfirmation confirmation(
            m_database->store(), m_database->database().records(), m_allocator->runner());
        return confirmation.run(stops, {}, u"tester"_s);
    }
    static std::vector<PickedStop> allOf(const PickList &list)
    {
        std::vector<PickedStop> stops;
        for (const PickStop &stop : list.stops)
            stops.push_back({stop, stop.claim.quantity, {}});
        return stops;
    }
    QString stateOfOrder()
    {
        return m_database->scalar(u"SELECT state FROM orders WHERE number = 'SO-1'"_s).toString();
    }
    QString sums()
    {
        const auto row = m_database->sql(u"SELECT sum(on_hand), sum(reserved) FROM stock"_s);
        return u"%1/%2"_s.arg(row[0][0].toString(), row[0][1].toString());
    }
    void allocate(qint64 order)
    {
        QCOMPARE(verdict(m_allocator->run(Allocator::command({order})).outcome), u"committed"_s);
    }

    /// The database through a network that fails.
    std::unique_ptr<Database> openThrough(PgProxy &proxy)
    {
        DatabaseUrl url = m_database->url();
        url.hosts = PgProxy::host();
        url.ports = QString::number(proxy.port());
        storage::SqlGate gate;
        auto opened = gate.open(url, QString::fromLatin1(TestDatabase::login));
        if (!opened)
            qFatal("the proxy leads nowhere: %s", qPrintable(opened.error().detail));
        return std::move(opened).value();
    }

    std::unique_ptr<TestDatabase> m_database;
    std::unique_ptr<Allocator> m_allocator;
    qint64 m_order = 0;
};

void PickingTest::init()
{
    QFETCH_GLOBAL(Engine, engine);
    m_database = std::make_unique<TestDatabase>(engine);
    m_allocator = std::make_unique<Allocator>(m_database->database());
    StockSeed seed;
    seed.onHand = 10;
    for (const auto &[bin, lot] :
         {std::pair{u"C-1"_s, u"L1"_s}, std::pair{u"A-1"_s, u"L2"_s}, std::pair{u"B-1"_s, u"L3"_s}})
    {
        seed.bin = bin;
        seed.lot = lot;
        m_database->stockRow(seed);
    }
    m_database->sql(u"UPDATE bins SET walk_order = 1 WHERE code = 'B-1'"_s);
    m_database->sql(u"UPDATE bins SET walk_order = 2 WHERE code = 'C-1'"_s);
    m_database->sql(u"UPDATE bins SET walk_order = 3 WHERE code = 'A-1'"_s);
    m_database->sql(u"UPDATE products SET barcode = '4006381333931'"_s);
    m_order = seedOrder(*m_database, u"SO-1"_s, {{u"P1"_s, 16}});
}

void PickingTest::walksInOrder()
{
    QCOMPARE(listOf({u"SO-1"_s}).nothingFor, QStringList{u"SO-1"_s});
    const qint64 other = seedOrder(*m_database, u"SO-2"_s, {{u"P1"_s, 9}});
    allocate(m_order);
    allocate(other);
    const PickList list = listOf({u"SO-1"_s, u"SO-2"_s, u"SO-9"_s});
    QStringList stops;
    for (const PickStop &stop : list.stops)
        stops << u"%1 %2 %3"_s.arg(stop.claim.place.bin, stop.claim.orderNumber)
                     .arg(stop.claim.quantity);
    QCOMPARE(stops,
             (QStringList{u"B-1 SO-2 5"_s, u"C-1 SO-1 10"_s, u"A-1 SO-1 6"_s, u"A-1 SO-2 4"_s}));
    QCOMPARE(list.places(), 3);
    QCOMPARE(list.orders, (QStringList{u"SO-1"_s, u"SO-2"_s}));
    QCOMPARE(list.nothingFor, QStringList{u"SO-9"_s});
    QCOMPARE(list.stops.front().barcode, u"4006381333931"_s);
    QCOMPARE(list.stops.front().walkOrder, 1);
    QVERIFY(!list.stops.front().claim.productName.isEmpty());
}

void PickingTest::shipsAllAndCompletes()
{
    allocate(m_order);
    const qint64 commands = m_database->count(u"commands"_s);
    const ConfirmReport report = confirm(allOf(listOf({u"SO-1"_s})));
    QVERIFY(report.isDone());
    QVERIFY(report.completed);
    QCOMPARE(sums(), u"14/0"_s);
    QCOMPARE(stateOfOrder(), u"completed"_s);
    QCOMPARE(m_database->count(u"commands"_s), commands + 2); // the goods, and the order's end
    QCOMPARE(m_database->audit(), QStringList());
}

void PickingTest::shortPickIsPlannedAgain()
{
    allocate(m_order);
    auto stops = allOf(listOf({u"SO-1"_s}));
    stops[0].picked = 3; // ten were to be there
    stops[0].reason = u"box was open"_s;
    const qint64 shortRow = stops[0].stop.claim.stockId;
    const ConfirmReport report = confirm(stops);
    QVERIFY(report.isDone());
    QVERIFY(!report.completed);
    // Nine went; the seven that were missing come from where the picker has not been in vain.
    QCOMPARE(sums(), u"21/7"_s);
    QCOMPARE(report.replanned.size(), 1u);
    QCOMPARE(report.replanned[0].allocated, 7);
    const PickList again = listOf({u"SO-1"_s});
    QVERIFY(std::ranges::none_of(
        again.stops, [&](const PickStop &stop) { return stop.claim.stockId == shortRow; }));
    QCOMPARE(
        m_database
            ->scalar(u"SELECT reason FROM stock_events WHERE kind = 'release' AND stock_id = ?"_s,
                     {shortRow})
            .toString(),
        u"box was open"_s);
    QVERIFY(confirm(allOf(again)).completed);
    QCOMPARE(m_database->audit(), QStringList());
}

void PickingTest::nothingFound()
{
    m_database->sql(u"UPDATE order_lines SET quantity = 30"_s);
    allocate(m_order);
    auto stops = allOf(listOf({u"SO-1"_s}));
    for (PickedStop &stop : stops) {
        stop.picked = 0;
        stop.reason = u"rack is blocked"_s;
    }
    const ConfirmReport report = confirm(stops);
    QVERIFY(report.isDone());
    QCOMPARE(sums(), u"30/0"_s);
    QCOMPARE(report.replanned[0].kind, LineOutcome::Kind::Short);
    QCOMPARE(stateOfOrder(), u"open"_s);
    QCOMPARE(m_database->audit(), QStringList());
}

void PickingTest::releasedMeanwhile()
{
    allocate(m_order);
    const auto stops = allOf(listOf({u"SO-1"_s}));
    ClaimCommand release;
    release.id = newCommandId();
    release.parts = {{stops[1].stop.claim.id, 0}};
    release.actor = u"tester"_s;
    QCOMPARE(verdict(m_allocator->runner().run(release, ConflictPolicy::Retry).outcome),
             u"committed"_s);
    const auto before = m_database->checksums();
    const ConfirmReport report = confirm(stops);
    QVERIFY(!report.isDone());
    QCOMPARE(verdict(report.shipped), u"NotReserved"_s);
    QCOMPARE(m_database->checksums(), before); // not half of it
}

void PickingTest::restKeepsTheOrderOpen()
{
    m_database->sql(u"UPDATE order_lines SET quantity = 50"_s);
    allocate(m_order);
    const ConfirmReport report = confirm(allOf(listOf({u"SO-1"_s})));
    QVERIFY(report.isDone());
    QVERIFY(!report.completed);
    QCOMPARE(sums(), u"0/0"_s);
    QCOMPARE(stateOfOrder(), u"open"_s);
    QCOMPARE(m_database->audit(), QStringList());
}

/// Whichever exchange loses its answer: asked again, everything has happened exactly once.
void PickingTest::lostAnswersChangeNothing()
{
    if (!m_database->isPostgres())
        return; // a file has no network to lose answers
    const ThrowAwayPostgres &server = ThrowAwayPostgres::instance();
    PgProxy proxy(server.host(), server.port());
    const auto database = openThrough(proxy);
    Allocator allocator(*database);
    StockSeed seed;
    seed.product = u"P2"_s;
    seed.onHand = 1000;
    for (const QString &lot : {u"L1"_s, u"L2"_s}) {
        seed.lot = lot;
        m_database->stockRow(seed);
    }
    bool struck = true;
    int lost = 0;
    for (int exchange = 1; struck; ++exchange) {
        const QString number = u"X-%1"_s.arg(exchange);
        allocate(seedOrder(*m_database, number, {{u"P2"_s, 2}}));
        std::vector<PickedStop> stops = allOf(listOf({number}));
        QCOMPARE(stops.size(), 1u);
        stops[0].picked = 1;
        stops[0].reason = u"damaged"_s;
        const QVariant before = m_database->scalar(u"SELECT sum(on_hand) FROM stock"_s);
        const qint64 events = m_database->count(u"stock_events"_s);
        PickConfirmation confirmation(database->store(), database->records(), allocator.runner());
        confirmation.begin(stops, {}, u"tester"_s);
        proxy.reset(PgProxy::Fault::CutAfter, exchange);
        ConfirmReport report = confirmation.goOn();
        for (int again = 0; again < 5 && !report.isDone(); ++again) {
            QVERIFY2(std::holds_alternative<Unavailable>(report.outcome()),
                     qPrintable(verdict(report.outcome())));
            ++lost;
            report = confirmation.goOn();
        }
        struck = proxy.struck();
        proxy.reset();
        QVERIFY2(report.isDone(), qPrintable(u"exchange %1"_s.arg(exchange)));
        QCOMPARE(report.replanned.size(), 1u);
        QCOMPARE(report.replanned[0].allocated, 1);
        QCOMPARE(m_database->scalar(u"SELECT sum(on_hand) FROM stock"_s).toLongLong(),
                 before.toLongLong() - 1);
        QCOMPARE(m_database->count(u"stock_events"_s), events + 3); // shipped, released, allocated
        const ConfirmReport rest = confirm(allOf(listOf({number})));
        QVERIFY(rest.completed);
        QVERIFY2(exchange < 60, "the network fails for ever");
    }
    QVERIFY2(lost >= 3, qPrintable(QString::number(lost))); // shipped, given back, planned again
    QCOMPARE(m_database->audit(), QStringList());
}

/// The first step stands, the second one is given up for good.
void PickingTest::whoStopsWaitingKnowsWhatHappened()
{
    allocate(m_order);
    auto stops = allOf(listOf({u"SO-1"_s}));
    stops[0].picked = 3;
    stops[0].reason = u"box was open"_s;
    PickConfirmation confirmation(
        m_database->store(), m_database->database().records(), m_allocator->runner());
    confirmation.begin(stops, {}, u"tester"_s);
    std::stop_source stop;
    stop.request_stop();
    const ConfirmReport report = confirmation.goOn(stop.get_token());
    QVERIFY(report.isDone()); // what was brought is booked
    QVERIFY(!report.planned);
    QCOMPARE(sums(), u"21/0"_s);
    QVERIFY(
        std::holds_alternative<tanaban::Rejected>(confirmation.settle())); // the plan never comes
    QVERIFY(!confirmation.goOn().isDone());
    QCOMPARE(sums(), u"21/0"_s);
    QCOMPARE(m_database->audit(), QStringList());
}

TANABAN_TEST(PickingTest)
#include "pickingtest.moc"
