// Copies by hand and by the day, from the window.
#include "model/dailycopies.h"
#include "model/defaultdatabase.h"
#include "tests/support/filecontent.h"
#include "tests/support/testprogram.h"
#include "tests/ui/desktopfixture.h"
#include "ui/backup/copysettings.h"
#include "ui/backup/dailybackup.h"

#include <QCheckBox>
#include <QSpinBox>

using namespace Qt::StringLiterals;

namespace tanaban::test {

class BackupDialogTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m.reset(); }
    void copiesNow();
    void copiesEveryDay();

private:
    std::unique_ptr<DesktopFixture> m;
};

void BackupDialogTest::init()
{
    m = std::make_unique<DesktopFixture>();
    m->desktop->make(defaultDatabase(), {});
    QTRY_VERIFY_WITH_TIMEOUT(m->isOpen(), 20'000);
}

void BackupDialogTest::copiesNow()
{
    QTest::keyClick(&m->window(), Qt::Key_B, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(m->seen<QDialog>("backupDialog"));
    const QString taken = m->folder.filePath(u"taken.db"_s);
    QVERIFY(put(taken, "x"));
    QVERIFY(m->type("fileEdit", taken));
    QVERIFY(m->press("copyButton"));
    QVERIFY(m->textOf("note").contains(u"already"_s));
    QCOMPARE(contentOf(taken), QByteArray("x"));
    QVERIFY(m->type("fileEdit", m->folder.filePath(u"no/such/folder.db"_s)));
    QVERIFY(m->press("copyButton"));
    QTRY_VERIFY2(m->textOf("note").contains(u"another folder"_s), qPrintable(m->textOf("note")));
    const QString copy = m->folder.filePath(u"copy.db"_s);
    QVERIFY(m->type("fileEdit", copy));
    m->seen<QSpinBox>("keepBox")->setValue(12);
    QVERIFY(m->press("copyButton"));
    QTRY_VERIFY(!m->seen<QDialog>("backupDialog"));
    QVERIFY(m->textOf("message").contains(u"copy.db"_s));
    QVERIFY(contentOf(copy).startsWith("SQLite format 3"));
    QCOMPARE(ui::CopySettings::of(defaultDatabase()).copies.keep, 12);
    // And it is a database like the other.
    DatabaseUrl url;
    url.engine = DatabaseUrl::Engine::Sqlite;
    url.path = copy;
    m->desktop->start(url, {});
    QTRY_VERIFY_WITH_TIMEOUT(m->isOpen() && m->desktop->session().url() == url, 20'000);
}

void BackupDialogTest::copiesEveryDay()
{
    auto *daily = m->desktop->session().findChild<ui::DailyBackup *>();
    QVERIFY(daily);
    const DailyCopies copies = ui::CopySettings::of(defaultDatabase()).copies;
    QCOMPARE(copies.keep, 7);
    daily->look();
    QTRY_VERIFY(m->textOf("message").contains(u"daily copy was made"_s));
    QCOMPARE(copies.days(), std::vector<QDate>{QDate::currentDate()});
    // Not when it is not wanted; and what goes wrong is said.
    QTest::keyClick(&m->window(), Qt::Key_B, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(m->seen<QCheckBox>("dailyBox"));
    const QString file = m->folder.filePath(u"file"_s);
    QVERIFY(put(file, "x"));
    QVERIFY(m->type("folderEdit", file + u"/below"_s));
    m->seen<QCheckBox>("dailyBox")->click();
    QVERIFY(!m->seen<QSpinBox>("keepBox")->isEnabled());
    QVERIFY(m->press("backButton"));
    QTRY_VERIFY(!m->seen<QDialog>("backupDialog"));
    ui::CopySettings set = ui::CopySettings::of(defaultDatabase());
    QVERIFY(!set.daily);
    QCOMPARE(set.copies.folder, QString(file + u"/below"_s));
    daily->look();
    QCOMPARE(m->desktop->session().runner().pending(), 0);
    set.daily = true;
    set.keepFor(defaultDatabase());
    daily->look();
    QTRY_VERIFY2(m->textOf("message").contains(u"could not be made"_s),
                 qPrintable(m->textOf("message")));
}

} // namespace tanaban::test

TANABAN_WINDOW_TEST(tanaban::test::BackupDialogTest)

#include "backupdialogtest.moc"
