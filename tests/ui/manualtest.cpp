#include "tests/support/testprogram.h"
#include "ui/language.h"
#include "ui/manual/manualwindow.h"
#include "ui/placelist.h"

#include <QDir>
#include <QListWidget>
#include <QTest>
#include <QTextBrowser>

using namespace Qt::StringLiterals;
using namespace tanaban::ui;

/// The manual has a page for every place, in both languages, and can be read by keyboard.
class ManualTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyPlaceHasAPage_data();
    void everyPlaceHasAPage();
    void languagesHaveTheSameParts();
    void isReadByKeyboard();
};

void ManualTest::everyPlaceHasAPage_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("english") << u"en"_s;
    QTest::newRow("japanese") << u"ja"_s;
}

void ManualTest::everyPlaceHasAPage()
{
    QFETCH(QString, language);
    useLanguage(language);
    for (const PlaceEntry &place : placeList())
        QVERIFY2(manualPages().contains(place.id), qPrintable(place.id));
    for (const QString &page : manualPages()) {
        const QString text = manualText(page);
        QVERIFY2(text.startsWith(u"# "_s) && text.size() > 40, qPrintable(page));
    }
    // And no page that nobody gets to.
    QCOMPARE(QDir(u":/manual/"_s + language).entryList().size(), manualPages().size());
}

void ManualTest::languagesHaveTheSameParts()
{
    const auto heads = [](const QString &text) {
        QStringList found;
        for (const QString &line : text.split(u'\n')) {
            if (line.startsWith(u'#'))
                found << line.section(u' ', 0, 0);
        }
        return found;
    };
    for (const QString &page : manualPages()) {
        useLanguage(u"en"_s);
        const QString english = manualText(page);
        useLanguage(u"ja"_s);
        const QString japanese = manualText(page);
        QVERIFY2(english != japanese, qPrintable(page));
        QCOMPARE(heads(english), heads(japanese));
        QCOMPARE(english.count(u'|'), japanese.count(u'|'));
    }
}

void ManualTest::isReadByKeyboard()
{
    useLanguage(u"en"_s);
    ManualWindow manual(nullptr);
    manual.showPage(u"stock"_s);
    manual.show();
    QVERIFY(QTest::qWaitForWindowActive(&manual));
    const auto *text = manual.findChild<QTextBrowser *>();
    QVERIFY(text->toPlainText().startsWith(u"Stock"_s));
    QVERIFY(text->hasFocus());
    auto *contents = manual.findChild<QListWidget *>();
    contents->setFocus();
    QTest::keyClick(contents, Qt::Key_Down);
    QCOMPARE(manual.page(), u"actions"_s);
    QVERIFY(text->toPlainText().contains(u"Ctrl+Shift+R"_s));
    manual.showPage(u"no such page"_s);
    QCOMPARE(manual.page(), u"start"_s);
    QTest::keyClick(&manual, Qt::Key_Escape);
    QVERIFY(!manual.isVisible());
}

TANABAN_WINDOW_TEST(ManualTest)
#include "manualtest.moc"
