// The proxy itself, against the real server, with a client that knows nothing of our program.

#include "tests/support/pgproxy.h"

#include "tests/support/testprogram.h"
#include "tests/support/throwawaypostgres.h"

#include <QCoreApplication>
#include <QProcess>
#include <QTest>

#include <libpq-fe.h>
#include <poll.h>

using namespace tanaban::test;
using namespace Qt::StringLiterals;

namespace {

using Connection = std::unique_ptr<PGconn, decltype(&PQfinish)>;
using PgAnswer = std::unique_ptr<PGresult, decltype(&PQclear)>;

Connection connectTo(int port)
{
    const QByteArray info = "host=127.0.0.1 dbname=postgres user=postgres port="
                            + QByteArray::number(port);
    return {PQconnectdb(info.constData()), &PQfinish};
}

PgAnswer execute(const Connection &connection, const char *sql)
{
    return {PQexec(connection.get(), sql), &PQclear};
}

/// What another process does for the test of KillClient.
int actAsClient(int, char *argv[])
{
    const Connection connection = connectTo(QByteArray(argv[1]).toInt());
    for (int i = 1; i <= 5; ++i) {
        const QByteArray sql = "INSERT INTO proxied VALUES (" + QByteArray::number(i) + ")";
        if (PQresultStatus(execute(connection, sql.constData()).get()) != PGRES_COMMAND_OK)
            return 1;
    }
    return 0;
}

} // namespace

class PgProxyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void countsRoundTrips();
    void cutsBeforeAndAfter_data();
    void cutsBeforeAndAfter();
    void losesTheAnswerOnly();
    void silencesEverything();
    void killsTheClient_data();
    void killsTheClient();
    void delays();

private:
    int rows();

    std::unique_ptr<PgProxy> m_proxy;
    Connection m_direct{nullptr, &PQfinish};
};

void PgProxyTest::initTestCase()
{
    const ThrowAwayPostgres &server = ThrowAwayPostgres::instance();
    QVERIFY2(server.isRunning(), qPrintable(server.failure()));
    m_proxy = std::make_unique<PgProxy>(server.host(), server.port());
    m_direct = connectTo(server.port());
    QCOMPARE(PQstatus(m_direct.get()), CONNECTION_OK);
}

void PgProxyTest::init()
{
    m_proxy->reset();
    m_proxy->setRoundTripTime(0);
    execute(m_direct, "DROP TABLE IF EXISTS proxied");
    execute(m_direct, "CREATE TABLE proxied (n int)");
}

int PgProxyTest::rows()
{
    return QByteArray(PQgetvalue(execute(m_direct, "SELECT count(*) FROM proxied").get(), 0, 0))
        .toInt();
}

void PgProxyTest::countsRoundTrips()
{
    const Connection connection = connectTo(m_proxy->port());
    QCOMPARE(PQstatus(connection.get()), CONNECTION_OK);
    QCOMPARE(m_proxy->connections(), 1);
    m_proxy->reset();
    execute(connection, "SELECT 1; SELECT 2");
    QCOMPARE(m_proxy->exchanges(), 1);
    QCOMPARE(m_proxy->roundTrips(), 1);

    PQclear(PQprepare(connection.get(), "p", "SELECT $1::int", 1, nullptr));
    const char *values[] = {"7"};
    for (int i = 0; i < 3; ++i)
        PQclear(PQexecPrepared(connection.get(), "p", 1, values, nullptr, nullptr, 0));
    PQclear(
        PQexecParams(connection.get(), "SELECT $1::int", 1, nullptr, values, nullptr, nullptr, 0));
    QCOMPARE(m_proxy->exchanges(), 6);
    QCOMPARE(m_proxy->roundTrips(), 6);
    QVERIFY2(m_proxy->texts().value(5).contains(u"SELECT $1::int"_s),
             qPrintable(m_proxy->texts().join(u'\n')));

    // A pipeline of two exchanges is one wait for the network; unless this process was held up
    // between the two for so long that the first answer came before the second question.
    QVERIFY(PQenterPipelineMode(connection.get()));
    int trips = 0;
    for (int tries = 0; tries < 50 && trips != 1; ++tries) {
        m_proxy->reset();
        for (int i = 0; i < 2; ++i) {
            QVERIFY(PQsendQueryParams(
                connection.get(), "SELECT 1", 0, nullptr, nullptr, nullptr, nullptr, 0));
            QVERIFY(PQpipelineSync(connection.get()));
        }
        for (int syncs = 0; syncs < 2;) {
            const PgAnswer answer(PQgetResult(connection.get()), &PQclear);
            syncs += PQresultStatus(answer.get()) == PGRES_PIPELINE_SYNC ? 1 : 0;
        }
        QCOMPARE(m_proxy->exchanges(), 2);
        trips = m_proxy->roundTrips();
    }
    QCOMPARE(trips, 1);
}

void PgProxyTest::cutsBeforeAndAfter_data()
{
    QTest::addColumn<PgProxy::Fault>("fault");
    QTest::addColumn<int>("rowsLeft");
    QTest::newRow("before") << PgProxy::Fault::CutBefore << 1;
    QTest::newRow("after") << PgProxy::Fault::CutAfter << 2;
}

void PgProxyTest::cutsBeforeAndAfter()
{
    QFETCH(PgProxy::Fault, fault);
    QFETCH(int, rowsLeft);
    const Connection connection = connectTo(m_proxy->port());
    m_proxy->reset(fault, 2);
    const char *insert = "INSERT INTO proxied VALUES (1)";
    QCOMPARE(PQresultStatus(execute(connection, insert).get()), PGRES_COMMAND_OK);
    QVERIFY(!m_proxy->struck());
    QCOMPARE(PQresultStatus(execute(connection, insert).get()), PGRES_FATAL_ERROR);
    QVERIFY(m_proxy->struck());
    QCOMPARE(PQstatus(connection.get()), CONNECTION_BAD);
    QCOMPARE(rows(), rowsLeft);
}

void PgProxyTest::losesTheAnswerOnly()
{
    const Connection connection = connectTo(m_proxy->port());
    m_proxy->reset(PgProxy::Fault::LoseAnswer, 1);
    QVERIFY(PQsendQuery(connection.get(), "INSERT INTO proxied VALUES (1)"));
    QTRY_COMPARE(rows(), 1);
    pollfd waiting{PQsocket(connection.get()), POLLIN, 0};
    QCOMPARE(poll(&waiting, 1, 100), 0); // open, and silent
    // The connection itself is well: the next answer comes through.
    QVERIFY(connection.get() != nullptr);
    QCOMPARE(PQstatus(connection.get()), CONNECTION_OK);
}

void PgProxyTest::silencesEverything()
{
    const Connection connection = connectTo(m_proxy->port());
    m_proxy->reset(PgProxy::Fault::Silence, 1);
    QVERIFY(PQsendQuery(connection.get(), "INSERT INTO proxied VALUES (1)"));
    pollfd waiting{PQsocket(connection.get()), POLLIN, 0};
    QCOMPARE(poll(&waiting, 1, 100), 0);
    QVERIFY(m_proxy->struck());
    QCOMPARE(rows(), 0);
    m_proxy->reset();
    QCOMPARE(poll(&waiting, 1, 10'000), 1); // it ended
    const Connection again = connectTo(m_proxy->port());
    QCOMPARE(PQresultStatus(execute(again, "SELECT 1").get()), PGRES_TUPLES_OK);
}

void PgProxyTest::killsTheClient_data()
{
    QTest::addColumn<int>("exchange");
    for (const int exchange : {1, 3, 5})
        QTest::addRow("%d", exchange) << exchange;
}

void PgProxyTest::killsTheClient()
{
    QFETCH(int, exchange);
    m_proxy->reset(PgProxy::Fault::KillClient, exchange);
    QProcess client;
    client.start(QCoreApplication::applicationFilePath(),
                 {u"torture/pgproxyclient"_s, QString::number(m_proxy->port())});
    QVERIFY(client.waitForStarted());
    m_proxy->setVictim(client.processId());
    QVERIFY(client.waitForFinished());
    QCOMPARE(client.exitStatus(), QProcess::CrashExit);
    QVERIFY(m_proxy->struck());
    QTRY_COMPARE(rows(), exchange); // each is a transaction of its own, and was forwarded
}

void PgProxyTest::delays()
{
    const Connection connection = connectTo(m_proxy->port());
    m_proxy->setRoundTripTime(50);
    const auto start = std::chrono::steady_clock::now();
    execute(connection, "SELECT 1");
    execute(connection, "SELECT 1");
    QVERIFY(std::chrono::steady_clock::now() - start >= std::chrono::milliseconds(100));
}

TANABAN_TEST(PgProxyTest)
static const KnownTest knownClient("torture/pgproxyclient", &actAsClient);

#include "pgproxytest.moc"
