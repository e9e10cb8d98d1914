// What cannot be opened, and what the window says and offers then.
#include "tests/support/filecontent.h"
#include "tests/support/testdatabase.h"
#include "tests/support/testprogram.h"
#include "tests/ui/desktopfixture.h"

#include <QToolTip>

using namespace Qt::StringLiterals;

namespace tanaban::test {

class OpeningPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whoNamesSomebodyElseMayWorkAsTheLogin();
    void failuresSayWhatToDo();
    void filesThatOthersAlteredAreToldOf_data();
    void filesThatOthersAlteredAreToldOf();
};

void OpeningPageTest::whoNamesSomebodyElseMayWorkAsTheLogin()
{
    const DesktopFixture m;
    const TestDatabase database(Engine::Postgres);
    m.desktop->start(database.url(), u"nobody"_s);
    QTRY_VERIFY_WITH_TIMEOUT(m.hasFailed(), 20'000);
    QVERIFY(m.press("ownLoginButton"));
    QTRY_VERIFY_WITH_TIMEOUT(m.isOpen(), 20'000);
    QCOMPARE(m.desktop->session().actor(), QString::fromLatin1(TestDatabase::login));
}

void OpeningPageTest::failuresSayWhatToDo()
{
    DesktopFixture m;
    QVERIFY(put(m.folder.filePath(u"letter.txt"_s), QByteArray(500, 'x')));
    m.desktop->start(m.file(u"letter.txt"_s), {});
    QTRY_VERIFY(m.hasFailed());
    QTRY_VERIFY(!m.textOf("openingText").isEmpty());
    QCOMPARE(m.textOf("openingText"), messageOf(OpenFailure{OpenFailure::Kind::NotOurs, {}}));
    QTRY_VERIFY(m.seen<QPushButton>("retryButton"));
    QVERIFY(!m.window().actions().stock(ui::ActionKind::Receive)->isEnabled());
}

void OpeningPageTest::filesThatOthersAlteredAreToldOf_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("words");
    QTest::newRow("English") << u"en"_s << u"Another program has added something"_s;
    QTest::newRow("Japanese") << u"ja"_s << u"別のプログラムがこのファイルの表に"_s;
}

void OpeningPageTest::filesThatOthersAlteredAreToldOf()
{
    QFETCH(QString, language);
    QFETCH(QString, words);
    TestDatabase database(Engine::Sqlite);
    // Its name is text, and no picture is fetched for it.
    const QString name = u"<img src=file:///etc/passwd>"_s;
    database.sql(u"CREATE VIEW \"%1\" AS SELECT 1"_s.arg(name));
    database.close();
    const QByteArray before = contentOf(database.url().path);
    DesktopFixture m;
    ui::useLanguage(language);
    m.desktop->start(database.url(), {});
    QTRY_VERIFY(m.hasFailed());
    QTRY_VERIFY2(m.textOf("openingText").startsWith(words), qPrintable(m.textOf("openingText")));
    QTRY_VERIFY(m.seen<QPushButton>("retryButton"));
    QVERIFY(m.press("detailButton"));
    QTRY_VERIFY(m.seen<QLabel>("openingDetail"));
    QVERIFY(m.textOf("openingDetail").contains(name));
    QCOMPARE(m.seen<QLabel>("openingDetail")->textFormat(), Qt::PlainText);
    QToolTip::showText(QPoint(10, 10), name, &m.window());
    const QLabel *tip = nullptr;
    for (QWidget *top : QApplication::topLevelWidgets()) {
        if (top->inherits("QTipLabel"))
            tip = qobject_cast<QLabel *>(top);
    }
    QVERIFY(tip);
    QCOMPARE(tip->textFormat(), Qt::PlainText);
    ui::useLanguage(u"en"_s);
    QCOMPARE(contentOf(database.url().path), before);
}

} // namespace tanaban::test

TANABAN_WINDOW_TEST(tanaban::test::OpeningPageTest)
#include "openingpagetest.moc"
