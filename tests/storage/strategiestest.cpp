// Strategies that somebody saved, and which order uses which, on both engines.
#include "model/planning/savedstrategies.h"
#include "tests/storage/decisions.h"
#include "tests/support/allocating.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace tanaban;
using namespace tanaban::test;
using namespace Qt::StringLiterals;

class StrategiesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { addEngines(); }
    void init();
    void cleanup() { m_database.reset(); }

    void savedAndTakenOutOfUse();
    void ordersOwnThenPartnersThenCompanys();
    void whatIsNoStrategyIsRefused();
    void supervisorsOnly();

private:
    QString run(const Read<RecordCommand> &made, const QString &actor = u"tester"_s);
    QString strategyOfOrder()
    {
        const AllocationBook book = m_allocator->book();
        return book.strategies[size_t(book.orders.front().strategy)].name;
    }
    Records &records() { return m_database->database().records(); }

    std::unique_ptr<TestDatabase> m_database;
    std::unique_ptr<Allocator> m_allocator;
};

void StrategiesTest::init()
{
    QFETCH_GLOBAL(Engine, engine);
    m_database = std::make_unique<TestDatabase>(engine);
    m_database->product(u"P1"_s);
    m_allocator = std::make_unique<Allocator>(m_database->database());
}

QString StrategiesTest::run(const Read<RecordCommand> &made, const QString &actor)
{
    if (!made)
        return u"unreadable"_s;
    RecordCommand command = *made;
    command.actor = actor;
    return verdict(m_allocator->runner().run(command, records()).outcome);
}

void StrategiesTest::savedAndTakenOutOfUse()
{
    Strategy strategy = *builtInStrategy(u"fefo"_s);
    strategy.name = u"新鮮 first"_s;
    strategy.daysLeft = 7;
    strategy.completeness = Completeness::WholeLine;
    QCOMPARE(run(commandToSave(strategy, true, records())), u"committed"_s);
    QCOMPARE(*savedStrategies(records()), std::vector{strategy});
    strategy.oneLot = true;
    QCOMPARE(run(commandToSave(strategy, true, records())), u"committed"_s);
    QCOMPARE(*savedStrategies(records()), std::vector{strategy});
    QCOMPARE(run(commandToSave(strategy, false, records())), u"committed"_s);
    QVERIFY(savedStrategies(records())->empty());
    QCOMPARE(m_database->count(u"strategies"_s), 1); // nothing is deleted
    QCOMPARE(m_database->audit(), QStringList());
}

void StrategiesTest::ordersOwnThenPartnersThenCompanys()
{
    seedOrder(*m_database, u"SO-1"_s, {{u"P1"_s, 1}});
    Strategy mine = *builtInStrategy(u"fefo"_s);
    mine.name = u"mine"_s;
    QCOMPARE(strategyOfOrder(), u"zone-priority"_s);
    QCOMPARE(run(commandToUse(StrategyScope::Company, companyCode, u"fifo"_s, records())),
             u"committed"_s);
    QCOMPARE(strategyOfOrder(), u"fifo"_s);
    QCOMPARE(run(commandToSave(mine, true, records())), u"committed"_s);
    QCOMPARE(run(commandToUse(StrategyScope::Partner, u"C1"_s, u"mine"_s, records())),
             u"committed"_s);
    QCOMPARE(strategyOfOrder(), u"mine"_s);
    QCOMPARE(run(commandToUse(StrategyScope::Order, u"SO-1"_s, u"whole-orders"_s, records())),
             u"committed"_s);
    QCOMPARE(strategyOfOrder(), u"whole-orders"_s);
    QCOMPARE(*strategyOf(StrategyScope::Order, u"SO-1"_s, records()), u"whole-orders"_s);
    // What is taken away or out of use falls back to the next.
    QCOMPARE(run(commandToUse(StrategyScope::Order, u"SO-1"_s, {}, records())), u"committed"_s);
    QCOMPARE(strategyOfOrder(), u"mine"_s);
    QCOMPARE(run(commandToSave(mine, false, records())), u"committed"_s);
    QCOMPARE(strategyOfOrder(), u"fifo"_s);
    QCOMPARE(m_database->audit(), QStringList());
}

void StrategiesTest::whatIsNoStrategyIsRefused()
{
    const auto refused = [this](const QJsonObject &key, const QJsonObject &fields) {
        ChangeSet changes;
        changes.intent = {newCommandId(), u"master"_s, {{u"n"_s, 1}}, u"tester"_s, {}, {}};
        changes.records = {{Entity::Strategy, key, {}, fields}};
        const auto before = m_database->checksums();
        const QString answer = verdict(m_database->store().commit(changes));
        return m_database->checksums() == before ? answer : u"left a trace: "_s + answer;
    };
    const QJsonObject named{{u"scope"_s, u"named"_s}, {u"code"_s, u"x"_s}};
    QCOMPARE(refused(named, {{u"rules"_s, u"first come"_s}}), u"ShapeRefused"_s);
    QCOMPARE(refused(named, {{u"colour"_s, u"red"_s}}), u"ShapeRefused"_s);
    QCOMPARE(refused({{u"scope"_s, u"planet"_s}, {u"code"_s, u"x"_s}}, {}), u"ShapeRefused"_s);
    QCOMPARE(refused({{u"scope"_s, u"named"_s}, {u"code"_s, u" x"_s}}, {}), u"InvalidCode"_s);
    QCOMPARE(refused({{u"scope"_s, u"named"_s}, {u"code"_s, QString()}}, {}), u"FieldMissing"_s);
}

void StrategiesTest::supervisorsOnly()
{
    m_database->person(u"picker"_s, u"staff"_s);
    const auto database = m_database->open(u"picker"_s);
    Allocator picker(*database);
    auto made = commandToUse(StrategyScope::Company, companyCode, u"fifo"_s, database->records());
    QVERIFY(made);
    made->actor = u"picker"_s;
    const auto before = m_database->checksums();
    QCOMPARE(verdict(picker.runner().run(*made, database->records()).outcome), u"NotAllowed"_s);
    QCOMPARE(m_database->checksums(), before);
}

TANABAN_TEST(StrategiesTest)
#include "strategiestest.moc"
