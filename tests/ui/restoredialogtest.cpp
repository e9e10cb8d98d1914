// Going back to a copy: into a new file, compared first, from the window.
#include "ui/backup/restoredialog.h"

#include "model/defaultdatabase.h"
#include "tests/support/filecontent.h"
#include "tests/support/testprogram.h"
#include "tests/ui/desktopfixture.h"
#include "ui/backup/copysettings.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace tanaban::test {

class RestoreDialogTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m.reset(); }
    void goesOnWithTheCopy();
    void staysWithTheOpenFile();
    void saysWhatIsWrong();

private:
    QString path(const QString &name) const { return m->folder.filePath(name); }
    void addWarehouse(const QString &code);
    void openDialog();
    /// The texts of the comparison, row after row.
    QString comparison() const;

    std::unique_ptr<DesktopFixture> m;
    QString m_copy;
};

void RestoreDialogTest::init()
{
    m = std::make_unique<DesktopFixture>();
    m->desktop->make(defaultDatabase(), {});
    QTRY_VERIFY_WITH_TIMEOUT(m->isOpen(), 20'000);
    addWarehouse(u"WH1"_s);
    // What is offered first is the newest daily copy.
    const auto made = m->desktop->session().makeDailyCopy(
        ui::CopySettings::of(defaultDatabase()).copies, QDate(2026, 11, 28));
    QVERIFY(made);
    m_copy = *made;
    addWarehouse(u"WH2"_s);
}

void RestoreDialogTest::addWarehouse(const QString &code)
{
    ChangeSet changes;
    changes.intent = {newCommandId(), u"master"_s, {}, m->desktop->session().actor(), {}, {}};
    changes.records = {{Entity::Warehouse,
                        {{u"code"_s, code}},
                        {},
                        {{u"name"_s, code}, {u"time_zone"_s, u"Asia/Tokyo"_s}}}};
    QVERIFY(std::holds_alternative<Committed>(m->desktop->session().store().commit(changes)));
}

void RestoreDialogTest::openDialog()
{
    QTest::keyClick(&m->window(), Qt::Key_B, Qt::ControlModifier | Qt::AltModifier);
    QTRY_VERIFY(m->seen<QDialog>("restoreDialog"));
}

QString RestoreDialogTest::comparison() const
{
    QStringList texts;
    const auto labels = m->seen<QWidget>("comparison")->findChildren<QLabel *>();
    for (const QLabel *label : labels)
        texts << label->text();
    return texts.join(u'|');
}

void RestoreDialogTest::goesOnWithTheCopy()
{
    openDialog();
    QCOMPARE(m->seen<QLineEdit>("copyEdit")->text(), m_copy);
    const QString into = m->seen<QLineEdit>("intoEdit")->text();
    QVERIFY(into.endsWith(u"-restored.db"_s));
    QVERIFY(!m->seen<QWidget>("comparison"));
    QVERIFY(m->press("restoreButton"));
    QTRY_VERIFY_WITH_TIMEOUT(m->seen<QWidget>("comparison"), 30'000);
    QVERIFY2(comparison().contains(u"Warehouses|2|1|"_s), qPrintable(comparison()));
    QVERIFY(QFile::exists(into));
    QVERIFY(m->press("switchButton"));
    QTRY_VERIFY_WITH_TIMEOUT(m->isOpen() && m->desktop->session().url().path == into, 30'000);
    QCOMPARE(m->desktop->session().contents()->warehouses, 1);
    // What was open is as it was, and so is the copy.
    QVERIFY(QFile::exists(defaultDatabase().path) && QFile::exists(m_copy));
}

void RestoreDialogTest::staysWithTheOpenFile()
{
    openDialog();
    const QString into = m->seen<QLineEdit>("intoEdit")->text();
    const QDir folder = QFileInfo(into).dir();
    const QStringList before = folder.entryList(QDir::Files);
    QVERIFY(m->press("restoreButton"));
    QTRY_VERIFY_WITH_TIMEOUT(m->seen<QWidget>("comparison"), 30'000);
    QTest::keyClick(m->seen<QDialog>("restoreDialog"), Qt::Key_Escape);
    QTRY_VERIFY(!m->seen<QDialog>("restoreDialog"));
    QTRY_COMPARE(folder.entryList(QDir::Files), before); // nobody wanted it
    QCOMPARE(m->desktop->session().url(), defaultDatabase());
    QVERIFY(QFile::exists(m_copy));
}

void RestoreDialogTest::saysWhatIsWrong()
{
    openDialog();
    const QString into = m->seen<QLineEdit>("intoEdit")->text();
    const auto refused = [this, &into](const QString &copy, const QString &why) {
        QVERIFY(m->type("copyEdit", copy));
        QVERIFY(m->press("restoreButton"));
        QTRY_VERIFY2_WITH_TIMEOUT(
            m->textOf("note").contains(why), qPrintable(m->textOf("note")), 30'000);
        QVERIFY(!QFile::exists(into));
        QCOMPARE(m->seen<QLineEdit>("copyEdit")->text(), copy); // what was typed stays
    };
    refused(path(u"none.db"_s), u"cannot be copied"_s);
    QVERIFY(put(path(u"letter.db"_s), "Dear all"));
    refused(path(u"letter.db"_s), u"another program"_s);
    refused(defaultDatabase().path, u"itself"_s);
    // A copy that was cut off.
    QByteArray content = contentOf(m_copy);
    const qsizetype half = content.size() / 2;
    QVERIFY(put(path(u"broken.db"_s), content.first(half)));
    refused(path(u"broken.db"_s), u"damaged"_s);
    // A file that is there is not replaced.
    QVERIFY(put(path(u"taken.db"_s), "x"));
    QVERIFY(m->type("copyEdit", m_copy));
    QVERIFY(m->type("intoEdit", path(u"taken.db"_s)));
    QVERIFY(m->press("restoreButton"));
    QTRY_VERIFY(m->textOf("note").contains(u"already"_s));
    QCOMPARE(contentOf(path(u"taken.db"_s)), QByteArray("x"));
}

} // namespace tanaban::test

TANABAN_WINDOW_TEST(tanaban::test::RestoreDialogTest)
#include "restoredialogtest.moc"
