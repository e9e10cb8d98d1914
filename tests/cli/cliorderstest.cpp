// Orders as scripts make and end them, on a real file and a real server.
#include "tests/cli/program.h"
#include "tests/support/testprogram.h"

using namespace tanaban;
using namespace tanaban::test;
using namespace Qt::StringLiterals;

class CliOrdersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void createAndCancel_data() { addEngines(); }
    void createAndCancel();
    void takesTheNextNumber_data() { addEngines(); }
    void takesTheNextNumber();
    void sameCommandAgain_data() { addEngines(); }
    void sameCommandAgain();
    void onlyAtTheVersionThatWasSeen_data() { addEngines(); }
    void onlyAtTheVersionThatWasSeen();
    void rulesSayNo_data() { addEngines(); }
    void rulesSayNo();
    void wrongUsage_data();
    void wrongUsage();

private:
    std::unique_ptr<TestDatabase> company() const
    {
        QFETCH(Engine, engine);
        auto database = std::make_unique<TestDatabase>(engine);
        database->product(u"P1"_s);
        database->product(u"P=2"_s, 2);
        database->partner(u"C1"_s);
        return database;
    }

    Program m_program;
};

void CliOrdersTest::createAndCancel()
{
    const auto database = company();
    const Answer made = m_program.run(
        *database,
        u"order create A-1 --partner C1 --due 2031-02-28 --priority 3 --line P1=5 --line P=2=1.25"_s);
    QVERIFY2(made.status == 0, made.err.constData());
    QCOMPARE(made.outcome(), u"committed"_s);
    QCOMPARE(made.json()[u"number"_s].toString(), u"A-1"_s);
    const QJsonObject order = m_program.run(*database, u"order show A-1"_s).json();
    QCOMPARE(order[u"state"_s].toString(), u"open"_s);
    QCOMPARE(order[u"due_on"_s].toString(), u"2031-02-28"_s);
    QCOMPARE(order[u"priority"_s].toInt(), 3);
    const QJsonArray lines = order[u"lines"_s].toArray();
    QCOMPARE(lines.size(), 2);
    QCOMPARE(lines[1][u"product_code"_s].toString(), u"P=2"_s);
    QCOMPARE(lines[1][u"quantity"_s].toInt(), 125);
    const Answer cancelled = m_program.run(*database, u"order cancel A-1"_s);
    QVERIFY2(cancelled.status == 0, cancelled.err.constData());
    QCOMPARE(m_program.run(*database, u"order list --state cancelled"_s)
                 .json()[u"orders"_s]
                 .toArray()
                 .size(),
             1);
    QCOMPARE(database->audit(), QStringList());
}

void CliOrdersTest::takesTheNextNumber()
{
    const auto database = company();
    QCOMPARE(m_program.run(*database, u"order create --partner C1 --state draft"_s)
                 .json()[u"number"_s]
                 .toString(),
             u"SO-000001"_s);
    database->order(u"X-09"_s, {});
    QCOMPARE(m_program.run(*database, u"order create --partner C1"_s).json()[u"number"_s].toString(),
             u"X-10"_s);
    QCOMPARE(database->count(u"orders"_s, u"state = 'draft'"_s), 1);
}

void CliOrdersTest::sameCommandAgain()
{
    const auto database = company();
    const QString id = u" --command-id 0196a000-0000-7000-8000-000000000001"_s;
    const QString create = u"order create A-1 --partner C1 --line P1=5"_s + id;
    QCOMPARE(m_program.run(*database, create).json()[u"repeated"_s].toBool(true), false);
    const Answer again = m_program.run(*database, create);
    QVERIFY2(again.status == 0, again.err.constData());
    QCOMPARE(again.json()[u"repeated"_s].toBool(), true);
    QCOMPARE(m_program.run(*database, u"order create A-2 --partner C1"_s + id).rule(),
             u"CommandIdReused"_s);
    const QString cancel =
        u"order cancel A-1 --expect-version 1 --command-id 0196a000-0000-7000-8000-000000000002"_s;
    QCOMPARE(m_program.run(*database, cancel).json()[u"repeated"_s].toBool(true), false);
    const Answer cancelledAgain = m_program.run(*database, cancel);
    QVERIFY2(cancelledAgain.status == 0, cancelledAgain.err.constData());
    QCOMPARE(cancelledAgain.json()[u"repeated"_s].toBool(), true);
    // Somebody else's wish is no repetition of this one.
    const Answer another = m_program.run(*database, u"order cancel A-1"_s);
    QCOMPARE(another.status, 0);
    QCOMPARE(another.json()[u"outcome"_s].toString(), u"unchanged"_s);
    QVERIFY(!another.json().contains(u"repeated"_s));
    QCOMPARE(database->count(u"orders"_s), 1);
    QCOMPARE(database->count(u"changes"_s, u"entity = 'order'"_s), 2);
}

void CliOrdersTest::onlyAtTheVersionThatWasSeen()
{
    const auto database = company();
    QCOMPARE(m_program.run(*database, u"order create A-1 --partner C1"_s).status, 0);
    const Answer late = m_program.run(*database, u"order cancel A-1 --expect-version 2"_s);
    QCOMPARE(late.status, 4);
    QCOMPARE(late.outcome(), u"version_conflict"_s);
    const QJsonObject row = late.json()[u"rows"_s].toArray().at(0).toObject();
    QCOMPARE(row[u"expected"_s].toInt(), 2);
    QCOMPARE(row[u"actual"_s].toInt(), 1);
    QCOMPARE(database->count(u"orders"_s, u"state = 'open'"_s), 1);
    QCOMPARE(m_program.run(*database, u"order cancel A-1 --expect-version 1"_s).status, 0);
}

void CliOrdersTest::rulesSayNo()
{
    const auto database = company();
    const auto rule = [&](const QString &line) {
        const Answer answer = m_program.run(*database, line);
        return u"%1 %2"_s.arg(answer.status).arg(answer.rule());
    };
    QCOMPARE(rule(u"order create A-1 --partner NOBODY"_s), u"3 Unknown"_s);
    QCOMPARE(rule(u"order create A-1 --partner C1 --line P9=1"_s), u"3 UnknownProduct"_s);
    QCOMPARE(rule(u"order create A-1 --partner C1 --line P1=1.5"_s), u"3 TooManyDecimals"_s);
    QCOMPARE(rule(u"order create A-1 --partner C1 --line P1=many"_s), u"3 NotANumber"_s);
    QCOMPARE(rule(u"order cancel A-1"_s), u"3 UnknownOrder"_s);
    QCOMPARE(database->count(u"orders"_s), 0);
    database->order(u"A-1"_s, {u"P1"_s});
    QCOMPARE(rule(u"order create A-1 --partner C1"_s), u"3 Exists"_s);
    const qint64 stock = database->stockRow();
    database->sql(u"INSERT INTO allocations (order_id, line_number, stock_id, quantity, state) "
                  "SELECT id, 1, ?, 5, 'open' FROM orders"_s,
                  {stock});
    QCOMPARE(rule(u"order cancel A-1"_s), u"3 OrderHasClaims"_s);
    database->sql(u"UPDATE allocations SET state = 'released'"_s);
    QCOMPARE(rule(u"order cancel A-1"_s), u"0 "_s);
    database->order(u"A-2"_s, {}, u"completed"_s);
    QCOMPARE(rule(u"order cancel A-2"_s), u"3 OrderEnded"_s);
    database->person(u"viewer1"_s, u"viewer"_s);
    QCOMPARE(m_program.run(*database, u"order create A-3 --partner C1"_s, u"viewer1"_s).status, 5);
}

void CliOrdersTest::wrongUsage_data()
{
    QTest::addColumn<QString>("line");
    QTest::newRow("no partner") << u"order create A-1"_s;
    QTest::newRow("no line") << u"order create A-1 --partner C1 --line P1"_s;
    QTest::newRow("no quantity") << u"order create A-1 --partner C1 --line P1="_s;
    QTest::newRow("no day") << u"order create A-1 --partner C1 --due tomorrow"_s;
    QTest::newRow("no state") << u"order create A-1 --partner C1 --state completed"_s;
    QTest::newRow("no priority") << u"order create A-1 --partner C1 --priority -1"_s;
    QTest::newRow("an id for no number")
        << u"order create --partner C1 --command-id 0196a000-0000-7000-8000-000000000001"_s;
    QTest::newRow("twice what stands once") << u"order create A-1 --partner C1 --partner C2"_s;
    QTest::newRow("no order") << u"order cancel"_s;
    QTest::newRow("both policies") << u"order cancel A-1 --expect-version 1 --policy retry"_s;
}

void CliOrdersTest::wrongUsage()
{
    QFETCH(QString, line);
    const Answer answer = m_program.run(line);
    QCOMPARE(answer.status, 2);
    QVERIFY(!answer.err.isEmpty());
}

TANABAN_TEST(CliOrdersTest)
#include "cliorderstest.moc"
