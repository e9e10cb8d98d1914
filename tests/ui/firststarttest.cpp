#include "model/defaultdatabase.h"
#include "model/import/importmapping.h"
#include "tests/support/filecontent.h"
#include "tests/support/testprogram.h"
#include "tests/support/throwawaypostgres.h"
#include "tests/ui/desktopfixture.h"
#include "ui/sidebar.h"
#include "ui/stock/stockmodel.h"
#include "ui/stock/stockplace.h"

#include <QCheckBox>
#include <QComboBox>
#include <QMenu>
#include <QProgressBar>
#include <QTableWidget>

using namespace Qt::StringLiterals;

namespace tanaban::test {

using ui::ActionKind;
using ui::Session;

/// The ways to data for somebody who has none, and back to what was open before.
class FirstStartTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void offersAllWays();
    void demoIsWholeOrNotThere();
    void startsEmpty();
    void saysWhatIsMissing();
    void importsFiles();
    void refusedLinesAreLeftOutOnlyWhenWanted();
    void opensAgainWhatWasOpen();
    void connectsWithAPassword();

private:
    static std::vector<AuditFinding> findingsOf(const DatabaseUrl &url)
    {
        std::vector<AuditFinding> broken;
        std::unique_ptr<QThread> thread(QThread::create([&] {
            storage::SqlGate gate;
            const auto database = gate.open(url, {}, false);
            const auto findings = (*database)->auditor().verify();
            for (const AuditFinding &finding : *findings) {
                if (finding.count > 0)
                    broken.push_back(finding);
            }
        }));
        thread->start();
        thread->wait();
        return broken;
    }
    static QStringList filesIn(const QString &folder)
    {
        return QDir(folder).entryList(QDir::Files | QDir::Hidden);
    }
    static void chooseKind(const DesktopFixture &m, ImportKind kind)
    {
        auto *box = m.seen<QComboBox>("kindBox");
        QVERIFY(box);
        box->setFocus();
        QTest::keyClick(box, Qt::Key_Home);
        for (int step = 0; step < int(kind); ++step)
            QTest::keyClick(box, Qt::Key_Down);
        QCOMPARE(box->currentData().toInt(), int(kind));
    }
};

void FirstStartTest::offersAllWays()
{
    DesktopFixture m;
    m.desktop->start(defaultDatabase(), {});
    QTRY_VERIFY(m.hasFailed());
    for (const char *choice : {"tryDemoChoice",
                               "newCompanyChoice",
                               "importFilesChoice",
                               "openDatabaseChoice",
                               "connectServerChoice"})
    {
        const auto *button = m.seen<QAbstractButton>(choice);
        QVERIFY2(button, choice);
        QVERIFY(!button->text().isEmpty());
        QVERIFY(!button->accessibleDescription().isEmpty());
    }
    QVERIFY(!m.seen<QPushButton>("recentButton"));
    QVERIFY(!QFileInfo::exists(defaultDatabase().path)); // looking changes nothing
}

void FirstStartTest::demoIsWholeOrNotThere()
{
    DesktopFixture m;
    m.desktop->start(defaultDatabase(), {});
    const QString folder = QFileInfo(defaultDatabase().path).path();
    QTRY_VERIFY(m.seen<QAbstractButton>("tryDemoChoice"));
    m.seen<QAbstractButton>("tryDemoChoice")->click();
    QTRY_VERIFY(m.desktop->session().isMaking());
    bool pressed = false;
    QObject context;
    // The worker waits for this, so that it is in the middle for sure.
    connect(
        &m.desktop->session(),
        &Session::progressed,
        &context,
        [&](int done, int total) {
            if (done * 10 < total || pressed)
                return;
            pressed = true;
            QVERIFY(done < total);
            QVERIFY(!QFileInfo::exists(folder + u"/demo.db"_s)); // not before it is whole
            QTest::mouseClick(m.seen<QPushButton>("stopButton"), Qt::LeftButton);
        },
        Qt::BlockingQueuedConnection);
    QTRY_VERIFY_WITH_TIMEOUT(m.seen<QLabel>("startNote"), 20'000);
    QCOMPARE(filesIn(folder), QStringList());

    QVERIFY(m.press("tryDemoChoice"));
    QTRY_VERIFY_WITH_TIMEOUT(m.isOpen(), 120'000);
    ui::StockModel &model = m.window().workspace()->stockPlace().model();
    QTRY_VERIFY_WITH_TIMEOUT(model.complete(), 20'000);
    QVERIFY2(model.rowCount() > 1500, qPrintable(QString::number(model.rowCount())));
    const DatabaseUrl url = m.desktop->session().url();
    QCOMPARE(url.path, folder + u"/demo.db"_s);
    m.desktop.reset();
    QVERIFY(findingsOf(url).empty());
}

void FirstStartTest::startsEmpty()
{
    DesktopFixture m;
    m.desktop->start(defaultDatabase(), {});
    QVERIFY(m.press("newCompanyChoice"));
    QTRY_VERIFY(m.seen<QDialog>("newCompanyDialog"));
    QVERIFY(!m.seen<QPushButton>("createButton")->isEnabled()); // it has no name yet
    QVERIFY(m.type("nameEdit", u"札幌倉庫"_s));
    QVERIFY(m.type("codeEdit", u"SPK"_s));
    auto *zone = m.seen<QComboBox>("timeZoneBox");
    zone->setEditText(u"Asia/Tokyo"_s);
    QTest::mouseClick(m.seen<QCheckBox>("frozen"), Qt::LeftButton, {}, QPoint(8, 8));
    QTest::keyClick(m.seen<QLineEdit>("nameEdit"), Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(m.isOpen(), 20'000);
    QCOMPARE(m.desktop->session().url(), defaultDatabase());
    const QAbstractItemModel &lines = *m.window().workspace()->sideBar().model();
    const auto texts = [&lines] {
        QStringList found;
        const auto root = lines.match(
            lines.index(0, 0), Qt::DisplayRole, u""_s, -1, Qt::MatchContains | Qt::MatchRecursive);
        for (const QModelIndex &index : root)
            found << index.data().toString();
        return found.join(u'\n');
    };
    QTRY_VERIFY2(texts().contains(u"札幌倉庫"_s), qPrintable(texts()));
    QVERIFY2(texts().contains(u"1 Room temperature"_s), qPrintable(texts()));
    QVERIFY2(texts().contains(u"2 Frozen"_s), qPrintable(texts()));
    QTRY_VERIFY(m.window().actions().stock(ActionKind::Receive)->isEnabled());
    m.desktop.reset();
    QVERIFY(findingsOf(defaultDatabase()).empty());
}

void FirstStartTest::saysWhatIsMissing()
{
    DesktopFixture m;
    QVERIFY(put(m.folder.filePath(u"there.db"_s), "not ours"));
    m.desktop->start(defaultDatabase(), {});
    QVERIFY(m.press("newCompanyChoice"));
    QVERIFY(m.type("nameEdit", u"Sapporo"_s));
    const auto *create = m.seen<QPushButton>("createButton");
    QVERIFY(create->isEnabled());
    QVERIFY(m.type("codeEdit", u"small letters"_s));
    QVERIFY(!create->isEnabled());
    QVERIFY(!m.textOf("problem").isEmpty());
    QVERIFY(m.type("codeEdit", u"SPK"_s));
    QVERIFY(m.type("fileEdit", m.folder.filePath(u"there.db"_s)));
    QVERIFY(!create->isEnabled());
    QVERIFY(m.textOf("problem").contains(u"already"_s));
    QVERIFY(m.type("fileEdit", m.folder.filePath(u"free.db"_s)));
    QVERIFY(create->isEnabled());
    QTest::keyClick(m.seen<QDialog>("newCompanyDialog"), Qt::Key_Escape);
    QTRY_VERIFY(!m.seen<QDialog>("newCompanyDialog"));
    QVERIFY(!QFileInfo::exists(m.folder.filePath(u"free.db"_s)));
}

void FirstStartTest::importsFiles()
{
    DesktopFixture m;
    const QString folder = m.folder.path();
    QVERIFY(put(folder + u"/warehouses.csv"_s, "code,name,time_zone\nWH9,North,Asia/Tokyo\n"));
    QVERIFY(
        put(folder + u"/zones.csv"_s,
            "warehouse_code,zone_number,name,storage_condition\nWH9,1,Shelves,room_temperature\n"));
    QVERIFY(put(folder + u"/products.csv"_s,
                "code,name,storage_condition,unit\nP1,Rice,room_temperature,bag\n"));
    QVERIFY(put(folder + u"/stock.csv"_s,
                "product_code,warehouse_code,zone_number,quantity\nP1,WH9,1,12\n"));
    m.desktop->start(defaultDatabase(), {});
    QVERIFY(m.press("importFilesChoice"));
    const auto bring = [&](ImportKind kind, const QString &name) {
        QTRY_VERIFY_WITH_TIMEOUT(m.seen<QDialog>("importDialog"), 20'000);
        chooseKind(m, kind);
        QVERIFY(m.type("fileEdit", folder + u'/' + name));
        QVERIFY(!m.seen<QPushButton>("importButton")->isEnabled()); // first it is checked
        QVERIFY(m.press("checkButton"));
        QTRY_VERIFY2(m.textOf("summary").contains(u"To write: 1"_s),
                     qPrintable(m.textOf("summary")));
        QVERIFY(m.press("importButton"));
        QTRY_VERIFY(!m.seen<QDialog>("importDialog"));
        QVERIFY(m.textOf("message").contains(u"1"_s));
        m.window().actions().importFiles->trigger();
    };
    bring(ImportKind::Warehouses, u"warehouses.csv"_s);
    bring(ImportKind::Zones, u"zones.csv"_s);
    bring(ImportKind::Products, u"products.csv"_s);
    bring(ImportKind::Stock, u"stock.csv"_s);
    ui::StockModel &model = m.window().workspace()->stockPlace().model();
    QTRY_COMPARE_WITH_TIMEOUT(model.rowCount(), 1, 20'000);
    QTRY_VERIFY(model.listRow(0));
    QCOMPARE(model.listRow(0)->row.onHand, 12);
}

void FirstStartTest::refusedLinesAreLeftOutOnlyWhenWanted()
{
    DesktopFixture m;
    const QString file = m.folder.filePath(u"products.csv"_s);
    QVERIFY(put(file,
                "code,name,storage_condition,unit\n"
                "P1,Rice,room_temperature,bag\n"
                "P2,Ice,very_cold,bag\n"));
    m.desktop->make(defaultDatabase(), {});
    QTRY_VERIFY_WITH_TIMEOUT(m.isOpen(), 20'000);
    QTest::keyClick(&m.window(), Qt::Key_I, Qt::ControlModifier);
    QTRY_VERIFY(m.seen<QDialog>("importDialog"));
    chooseKind(m, ImportKind::Products);
    QVERIFY(m.type("fileEdit", m.folder.filePath(u"no-such.csv"_s)));
    QTRY_VERIFY(m.textOf("summary").contains(u"cannot be read"_s));
    QVERIFY(!m.seen<QPushButton>("checkButton")->isEnabled());
    QVERIFY(m.type("fileEdit", file));
    QVERIFY(m.press("checkButton"));
    QTRY_VERIFY(m.seen<QTableWidget>("findings")); // it comes to the front
    const auto *findings = m.seen<QTableWidget>("findings");
    QTRY_COMPARE(findings->rowCount(), 1);
    QCOMPARE(findings->item(0, 0)->text(), u"3"_s);
    QCOMPARE(findings->item(0, 2)->text(), u"very_cold"_s);
    QVERIFY(findings->item(0, 3)->text().startsWith(u"⚠"_s));
    QVERIFY(!m.seen<QPushButton>("importButton")->isEnabled());
    auto *onlyGood = m.seen<QCheckBox>("onlyGoodBox");
    onlyGood->setFocus();
    QTest::keyClick(onlyGood, Qt::Key_Space);
    QVERIFY(m.press("importButton"));
    QTRY_VERIFY(!m.seen<QDialog>("importDialog"));
    m.desktop.reset();
    QVERIFY(findingsOf(defaultDatabase()).empty());
}

void FirstStartTest::opensAgainWhatWasOpen()
{
    DesktopFixture m;
    const DatabaseUrl one = m.file(u"one.db"_s);
    const DatabaseUrl two = m.file(u"two.db"_s);
    for (const DatabaseUrl &url : {one, two}) {
        m.desktop->make(url, {});
        QTRY_VERIFY_WITH_TIMEOUT(m.isOpen(), 20'000);
    }
    QMenu *recent = m.window().actions().recent;
    Q_EMIT recent->aboutToShow();
    QCOMPARE(recent->actions().size(), 2);
    QCOMPARE(recent->actions().at(0)->text(), u"two.db"_s); // newest first
    QVERIFY(!recent->actions().at(0)->isEnabled());         // it is open
    recent->actions().at(1)->trigger();
    QTRY_VERIFY(m.isOpen() && m.desktop->session().url() == one);
    // Also from where nothing is.
    m.desktop->start(m.file(u"nothing.db"_s), {});
    QTRY_VERIFY(m.hasFailed());
    QVERIFY(m.press("recentButton")); // the first one
    QTRY_VERIFY(m.isOpen() && m.desktop->session().url() == one);
}

void FirstStartTest::connectsWithAPassword()
{
    const QString password = u"open sesame"_s;
    const auto server = ThrowAwayPostgres::another(password);
    QVERIFY2(server->isRunning(), qPrintable(server->failure()));
    DatabaseUrl url;
    url.engine = DatabaseUrl::Engine::Postgres;
    url.user = QString::fromLatin1(ThrowAwayPostgres::superuser);
    url.hosts = server->host();
    url.ports = QString::number(server->port());
    url.database = u"postgres"_s;
    std::unique_ptr<QThread> maker(QThread::create([&] {
        storage::SqlGate gate;
        gate.usePassword(url, password);
        QVERIFY(gate.create(url, {}));
    }));
    maker->start();
    maker->wait();

    DesktopFixture m;
    m.desktop->start(defaultDatabase(), {});
    QVERIFY(m.press("connectServerChoice"));
    QVERIFY(m.type("hostEdit", url.hosts));
    QVERIFY(m.type("portEdit", url.ports));
    QVERIFY(m.type("databaseEdit", url.database));
    QVERIFY(m.type("userEdit", url.user));
    QVERIFY(m.press("connectButton"));
    QTRY_VERIFY_WITH_TIMEOUT(m.seen<QLineEdit>("passwordEdit"), 20'000);
    QVERIFY(m.type("passwordEdit", u"wrong"_s));
    const QSignalSpy failed(&m.desktop->session(), &Session::failed);
    QVERIFY(m.press("loginButton"));
    QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, 20'000);
    QTRY_VERIFY(m.seen<QLineEdit>("passwordEdit"));
    QVERIFY(m.seen<QLineEdit>("passwordEdit")->text().isEmpty());
    QVERIFY(m.type("passwordEdit", password));
    QTest::keyClick(m.seen<QLineEdit>("passwordEdit"), Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(m.isOpen(), 20'000);
    QSettings().sync();
    for (const QString &name : QDir(m.folder.path()).entryList(QDir::Files)) {
        QFile file(m.folder.filePath(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY2(!file.readAll().contains("sesame"), qPrintable(name)); // in memory only
    }
    const QStringList recent = QSettings().value(u"recentDatabases"_s).toStringList();
    QCOMPARE(recent.size(), 1);
    QVERIFY2(recent.first().startsWith(u"postgresql://postgres@"_s), qPrintable(recent.first()));
}

} // namespace tanaban::test

TANABAN_WINDOW_TEST(tanaban::test::FirstStartTest)
#include "firststarttest.moc"
