#include "model/makedatabase.h"
#include "tests/support/testdatabase.h"
#include "tests/support/testprogram.h"
#include "tests/support/throwawaypostgres.h"
#include "tests/ui/desktopfixture.h"
#include "ui/forms/stockform.h"
#include "ui/stock/stockmodel.h"
#include "ui/stock/stockplace.h"
#include "ui/stock/stockview.h"

using namespace Qt::StringLiterals;

namespace tanaban::test {

using ui::ActionKind;

namespace {

/// A small company that can be taken away and brought back: a server of its own, or a file.
class Company
{
public:
    explicit Company(Engine engine, const DesktopFixture &m)
    {
        if (engine == Engine::Sqlite) {
            m_url = m.file(u"company.db"_s);
        } else {
            m_server = ThrowAwayPostgres::another();
            m_url.engine = Engine::Postgres;
            m_url.user = QString::fromLatin1(ThrowAwayPostgres::superuser);
            m_url.hosts = m_server->host();
            m_url.ports = QString::number(m_server->port());
            m_url.database = u"postgres"_s;
        }
        std::unique_ptr<QThread> thread(QThread::create([this] {
            storage::SqlGate gate;
            const auto made = makeDatabase(gate, m_url, u"tester"_s, DemoCompany{300});
            if (!made || !*made)
                qFatal("no company to lose");
        }));
        thread->start();
        thread->wait();
    }

    const DatabaseUrl &url() const { return m_url; }
    QString actor() const { return m_server ? QString() : u"tester"_s; }
    void takeAway() { m_server ? m_server->stop() : rename(m_url.path, m_url.path + u".away"_s); }
    void bringBack() { m_server ? m_server->start() : rename(m_url.path + u".away"_s, m_url.path); }

private:
    static void rename(const QString &from, const QString &to)
    {
        for (const QString &suffix : {u""_s, u"-wal"_s, u"-shm"_s})
            QFile::rename(from + suffix, to + suffix);
    }

    DatabaseUrl m_url;
    std::unique_ptr<ThrowAwayPostgres> m_server;
};

} // namespace

/// The database goes away under an open window and comes back; and others' changes meanwhile.
class LostDatabaseTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void windowStaysAndComesBack_data() { addEngines(); }
    void windowStaysAndComesBack();
    void whatIsTypedGoesThroughLater_data() { addEngines(); }
    void whatIsTypedGoesThroughLater();

private:
    static void selectReservable(const DesktopFixture &m)
    {
        ui::StockPlace &place = m.window().workspace()->stockPlace();
        QTRY_VERIFY_WITH_TIMEOUT(place.model().complete(), 20'000);
        const QAction *reserve = m.window().actions().stock(ActionKind::Reserve);
        for (int row = 0; row < place.model().rowCount() && !reserve->isEnabled(); ++row) {
            place.view().select(place.model().idAt(row));
            QTest::qWait(20);
        }
        QTRY_VERIFY(reserve->isEnabled());
    }
};

void LostDatabaseTest::windowStaysAndComesBack()
{
    QFETCH(Engine, engine);
    DesktopFixture m;
    Company company(engine, m);
    m.desktop->start(company.url(), company.actor());
    QTRY_VERIFY_WITH_TIMEOUT(m.isOpen(), 20'000);
    selectReservable(m);
    ui::StockPlace &place = m.window().workspace()->stockPlace();
    const QAction *reserve = m.window().actions().stock(ActionKind::Reserve);
    const qint64 current = place.view().currentId();
    const int rows = place.model().rowCount();
    QVERIFY(!m.seen<QLabel>("lostText"));

    company.takeAway();
    QTRY_VERIFY_WITH_TIMEOUT(m.seen<QLabel>("lostText"), 10'000);
    const QString since = QLocale().toString(QTime::currentTime(), QLocale::ShortFormat);
    const QString before = QLocale().toString(QTime::currentTime().addSecs(-60),
                                              QLocale::ShortFormat);
    QVERIFY2(m.textOf("lostText").contains(since) || m.textOf("lostText").contains(before),
             qPrintable(m.textOf("lostText")));
    QCOMPARE(m.textOf("connectionState"), u"No answer"_s);
    QVERIFY(!reserve->isEnabled());
    QVERIFY2(reserve->toolTip().contains(u"does not answer"_s), qPrintable(reserve->toolTip()));
    QCOMPARE(place.model().rowCount(), rows); // still there to be read
    QVERIFY(place.model().listRowOf(current));
    QCOMPARE(place.view().currentId(), current);

    company.bringBack();
    QTRY_VERIFY_WITH_TIMEOUT(!m.seen<QLabel>("lostText"), 20'000);
    QTRY_COMPARE(m.textOf("connectionState"), u"Connected"_s);
    QTRY_VERIFY(reserve->isEnabled());
    QCOMPARE(place.view().currentId(), current);
}

void LostDatabaseTest::whatIsTypedGoesThroughLater()
{
    QFETCH(Engine, engine);
    DesktopFixture m;
    Company company(engine, m);
    m.desktop->start(company.url(), company.actor());
    QTRY_VERIFY_WITH_TIMEOUT(m.isOpen(), 20'000);
    selectReservable(m);
    ui::StockPlace &place = m.window().workspace()->stockPlace();
    const qint64 id = place.view().currentId();
    const qint64 reserved = place.model().listRowOf(id)->row.reserved;
    QTest::keyClick(&m.window(), Qt::Key_R, Qt::ControlModifier);
    QVERIFY(m.type("quantityEdit", u"1"_s));

    company.takeAway();
    QTRY_VERIFY_WITH_TIMEOUT(m.seen<QLabel>("lostText"), 10'000);
    QCOMPARE(m.seen<QLineEdit>("quantityEdit")->text(), u"1"_s);
    QTest::keyClick(m.seen<QLineEdit>("quantityEdit"), Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(m.textOf("waitingText").contains(u"cannot be reached"_s), 15'000);
    QCOMPARE(m.seen<QLineEdit>("quantityEdit")->text(), u"1"_s);

    company.bringBack();
    QTRY_VERIFY_WITH_TIMEOUT(!m.seen<QDialog>(""), 30'000); // done, by itself
    QTRY_VERIFY(place.model().listRowOf(id));
    QTRY_COMPARE(place.model().listRowOf(id)->row.reserved, reserved + 1);
}

} // namespace tanaban::test

TANABAN_WINDOW_TEST(tanaban::test::LostDatabaseTest)
#include "lostdatabasetest.moc"
