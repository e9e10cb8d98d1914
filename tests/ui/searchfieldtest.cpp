#include "tests/support/testprogram.h"
#include "tests/ui/windowfixture.h"
#include "ui/stock/chiprow.h"
#include "ui/stock/filterbar.h"
#include "ui/stock/namedfilterdialogs.h"
#include "ui/stock/stockmodel.h"
#include "ui/stock/stockplace.h"
#include "ui/windowactions.h"

#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace tanaban::test {

/// The search field and what it says of itself, with keys and clicks on a real database.
class SearchFieldTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void termsFilterAndAreChips();
    void chipsAreRemovedByKeys();
    void manyChipsStayInTheWindow();
    void menuEditsTheText();
    void saysWhatIsNotUnderstood();
    void completesKeysAndValues();
    void enterIsNotDisturbed();
    void findsByJapaneseKeys();
    void filtersGetNames();
    void savedFiltersAreRenamedAndDeleted();
    void helpIsShown();

private:
    QLineEdit &field() { return m_m->window->search(); }
    ui::StockPlace &stock() { return m_m->window->workspace()->stockPlace(); }
    QAction *action(const QString &text);
    QStringList chips();
    QToolButton *chip(const QString &text);
    int rows();
    void search(const QString &text);
    QListView *proposals();
    QStringList proposed();

    std::unique_ptr<TestDatabase> m_database;
    std::unique_ptr<WindowFixture> m_m;
};

void SearchFieldTest::initTestCase()
{
    WindowFixture::prepare(u"searchfieldtest"_s);
}

void SearchFieldTest::init()
{
    QSettings().clear();
    ui::useLanguage(u"en"_s);
    m_database = std::make_unique<TestDatabase>(Engine::Sqlite);
    StockSeed seed;
    seed.product = u"TEA"_s;
    seed.lot = u"L-204"_s;
    seed.bin = u"A-01"_s;
    seed.onHand = 9;
    m_database->stockRow(seed);
    seed.lot = u"L-205"_s;
    seed.onHand = 20;
    m_database->stockRow(seed);
    seed.product = u"MILK"_s;
    seed.lot = u"M 1"_s;
    seed.zone = 2;
    seed.status = StockStatus::Damaged;
    m_database->stockRow(seed);
    m_m = std::make_unique<WindowFixture>(m_database->url());
    m_m->open();
    QTRY_VERIFY(stock().model().complete());
    field().setFocus();
}

void SearchFieldTest::cleanup()
{
    m_m.reset();
    m_database.reset();
}

QAction *SearchFieldTest::action(const QString &text)
{
    for (QAction *each : stock().filterBar().menu()->actions()) {
        if (each->text().remove(u'&') == text)
            return each;
    }
    return nullptr;
}

QToolButton *SearchFieldTest::chip(const QString &text)
{
    for (QToolButton *button : stock().filterBar().findChildren<QToolButton *>()) {
        if (button->property("chip").toBool() && button->isVisible() && button->text() == text)
            return button;
    }
    return nullptr;
}

QStringList SearchFieldTest::chips()
{
    std::map<int, QString> texts; // from left to right
    for (QToolButton *button : stock().filterBar().findChildren<QToolButton *>()) {
        if (button->property("chip").toBool() && button->isVisible())
            texts[button->x()] = button->text();
    }
    QStringList list;
    for (const auto &[x, text] : texts)
        list << text;
    return list;
}

/// When the answer to what is in the field now has come.
int SearchFieldTest::rows()
{
    if (!QTest::qWaitFor([this] {
            return stock().model().complete()
                   && stock().model().filter() == stock().filterBar().filter() && m_m->calm();
        }))
        return -1;
    return stock().model().rowCount();
}

void SearchFieldTest::search(const QString &text)
{
    field().setFocus();
    field().clear();
    WindowFixture::type(text);
}

QListView *SearchFieldTest::proposals()
{
    for (QWidget *top : QApplication::topLevelWidgets()) {
        if (top->objectName() == u"searchProposals" && top->isVisible())
            return qobject_cast<QListView *>(top);
    }
    return nullptr;
}

QStringList SearchFieldTest::proposed()
{
    QStringList texts;
    const QListView *list = proposals();
    for (int row = 0; list && row < list->model()->rowCount(); ++row)
        texts << list->model()->index(row, 0).data().toString();
    return texts;
}

void SearchFieldTest::termsFilterAndAreChips()
{
    search(u"lot:L-2* available:<10 tea"_s);
    QTRY_COMPARE(rows(), 1);
    QCOMPARE(chips(), (QStringList{u"“tea”"_s, u"Lot: L-2*"_s, u"Available: <10"_s}));
    QTest::mouseClick(chip(u"Available: <10"_s), Qt::LeftButton);
    QCOMPARE(field().text(), u"lot:L-2* tea"_s);
    QTRY_COMPARE(rows(), 2);
    QTest::mouseClick(chip(u"“tea”"_s), Qt::LeftButton);
    QCOMPARE(field().text(), u"lot:L-2*"_s);
    search(u"-status:damaged;quarantined -tea"_s);
    QTRY_COMPARE(rows(), 0);
    QCOMPARE(chips(), (QStringList{u"“not tea”"_s, u"not Damaged, Quarantined"_s}));
    stock().setZone(u"WH001"_s, 2);
    QVERIFY(chips().contains(u"WH001 / 2"_s));
    search(u"zone:WH001/1"_s);
    QTRY_COMPARE(rows(), 0); // both hold
    QTest::mouseClick(chip(u"WH001 / 2"_s), Qt::LeftButton);
    QTRY_COMPARE(rows(), 2);
    QCOMPARE(field().text(), u"zone:WH001/1"_s);
}

void SearchFieldTest::chipsAreRemovedByKeys()
{
    search(u"lot:L-2* is:low status:available"_s);
    QTRY_COMPARE(chips().size(), 3);
    chip(u"Lot: L-2*"_s)->setFocus(Qt::TabFocusReason);
    WindowFixture::press(Qt::Key_Tab);
    QCOMPARE(qobject_cast<QToolButton *>(QApplication::focusWidget())->text(), u"Low"_s);
    WindowFixture::press(Qt::Key_Delete);
    QCOMPARE(field().text(), u"lot:L-2* status:available"_s);
    QCOMPARE(qobject_cast<QToolButton *>(QApplication::focusWidget())->text(), u"Available"_s);
    WindowFixture::press(Qt::Key_Space);
    QCOMPARE(field().text(), u"lot:L-2*"_s);
    QCOMPARE(qobject_cast<QToolButton *>(QApplication::focusWidget())->text(), u"Lot: L-2*"_s);
    WindowFixture::press(Qt::Key_Return);
    QVERIFY(field().text().isEmpty());
    QVERIFY(chips().isEmpty());
}

void SearchFieldTest::manyChipsStayInTheWindow()
{
    QStringList terms;
    for (int i = 0; i < 12; ++i)
        terms << u"lot:number-%1"_s.arg(i);
    const int width = m_m->window->width();
    field().setText(terms.join(u' '));
    QTRY_VERIFY(chips().size() > 2 && chips().last().startsWith(u'+'));
    QCOMPARE(m_m->window->width(), width);
    const QStringList shown = chips();
    QCOMPARE(shown.last(), u"+%1"_s.arg(12 - (shown.size() - 1)));
    auto *more = chip(shown.last());
    QCOMPARE(more->menu()->actions().size(), 12 - (shown.size() - 1));
    more->menu()->actions().last()->trigger();
    QTRY_VERIFY(!field().text().contains(u"number-11"_s));
    QVERIFY(field().text().contains(u"number-10"_s));
    QCOMPARE(stock().filterBar().findChild<ui::ChipRow *>()->geometry().right() <= width, true);
}

void SearchFieldTest::menuEditsTheText()
{
    search(u"l-2"_s);
    action(u"Status: Available"_s)->trigger();
    QCOMPARE(field().text(), u"l-2 status:available"_s);
    QTRY_COMPARE(rows(), 2);
    action(u"Status: Damaged"_s)->trigger();
    QCOMPARE(field().text(), u"l-2 status:available status:damaged"_s);
    action(u"Status: Available"_s)->trigger();
    QCOMPARE(field().text(), u"l-2 status:damaged"_s);
    // The same, typed in other words.
    search(u"在庫状況 is:不足"_s);
    QVERIFY(action(u"Low"_s)->isChecked());
    action(u"Low"_s)->trigger();
    QCOMPARE(field().text(), u"在庫状況"_s);
    QVERIFY(!action(u"Low"_s)->isChecked());
    stock().filterBar().clearAction()->trigger();
    QVERIFY(field().text().isEmpty());
    QTRY_COMPARE(rows(), 3);
}

void SearchFieldTest::saysWhatIsNotUnderstood()
{
    auto *finding = stock().filterBar().findChild<QLabel *>(u"searchFinding"_s);
    QVERIFY(!finding->isVisible());
    search(u"available:few lot:L-204"_s);
    QVERIFY(!finding->isVisible()); // not while somebody types
    QTRY_VERIFY(finding->isVisible());
    QCOMPARE(finding->text(), u"available: needs a number, e.g. available:<10"_s);
    QTRY_COMPARE(rows(), 1); // what is understood holds
    search(u"available:<10 lot:L-204"_s);
    QVERIFY(!finding->isVisible());
}

void SearchFieldTest::completesKeysAndValues()
{
    search(u"lo"_s);
    QTRY_VERIFY(proposals());
    QCOMPARE(proposed(), (QStringList{u"lot:"_s, u"How to search…"_s}));
    QTest::keyClick(proposals(), Qt::Key_Down);
    QTest::keyClick(proposals(), Qt::Key_Return);
    QCOMPARE(field().text(), u"lot:"_s);
    QTRY_COMPARE(proposed(), (QStringList{u"L-204"_s, u"L-205"_s, u"M 1"_s, u"How to search…"_s}));
    QTest::keyClicks(proposals(), u"m"_s);
    QTRY_COMPARE(proposed(), (QStringList{u"M 1"_s, u"How to search…"_s}));
    QTest::keyClick(proposals(), Qt::Key_Down);
    QTest::keyClick(proposals(), Qt::Key_Return);
    QCOMPARE(field().text(), u"lot:\"M 1\" "_s);
    QTRY_COMPARE(rows(), 1);
    WindowFixture::type(u"sta"_s);
    QTRY_COMPARE(proposed().value(0), u"status:"_s);
    QTest::keyClick(proposals(), Qt::Key_Down);
    QTest::keyClick(proposals(), Qt::Key_Return);
    QTRY_COMPARE(proposed().value(2), u"damaged"_s);
    QTest::keyClick(proposals(), Qt::Key_Escape);
    QVERIFY(!proposals());
    QCOMPARE(field().text(), u"lot:\"M 1\" status:"_s);
    // Everything, asked for with Ctrl+Space.
    field().clear();
    WindowFixture::press(Qt::Key_Space, Qt::ControlModifier);
    QTRY_VERIFY(proposals());
    QVERIFY(proposed().contains(u"expires:"_s) && proposed().size() > 10);
}

void SearchFieldTest::enterIsNotDisturbed()
{
    search(u"re"_s); // reserved:, received:
    QTRY_VERIFY(proposals());
    QTest::keyClick(proposals(), Qt::Key_Return);
    QCOMPARE(field().text(), u"re"_s);
    QVERIFY(!proposals());
    // What was about to be proposed when Enter came is not: Down would lead into it.
    search(u"lo"_s);
    WindowFixture::press(Qt::Key_Return);
    QTest::qWait(400);
    QVERIFY(!proposals());
    search(u"lot:L-204"_s);
    QTRY_COMPARE(rows(), 1);
    QTRY_VERIFY(!proposals()); // it is complete
    WindowFixture::press(Qt::Key_Return);
    QTRY_COMPARE(stock().stockRows().size(), 1);
}

void SearchFieldTest::findsByJapaneseKeys()
{
    search(u"ロット：L-204　引当可能：＜１０"_s);
    QTRY_COMPARE(rows(), 1);
    search(u"状"_s);
    QTRY_VERIFY(proposed().contains(u"status:"_s)); // written in the language of the window
}

void SearchFieldTest::filtersGetNames()
{
    stock().setZone(u"WH001"_s, 2);
    search(u"status:damaged"_s);
    action(u"Save this filter…"_s)->trigger();
    QTRY_VERIFY(qobject_cast<ui::SaveFilterDialog *>(QApplication::activeModalWidget()));
    auto *name = QApplication::activeModalWidget()->findChild<QLineEdit *>();
    QTRY_VERIFY(name->hasFocus());
    WindowFixture::type(u"Broken & wet"_s);
    WindowFixture::press(Qt::Key_Return);
    QTRY_VERIFY(!QApplication::activeModalWidget());
    QAction *named = action(u"Broken  wet"_s); // "&&" is an ampersand
    QVERIFY(named && named->isChecked());
    stock().filterBar().clearAction()->trigger();
    QVERIFY(field().text().isEmpty());
    QVERIFY(!named->isChecked());
    named->trigger();
    QCOMPARE(field().text(), u"status:damaged zone:WH001/2"_s);
    QVERIFY(stock().warehouse().isEmpty());
    QTRY_COMPARE(rows(), 1);
    // For another window of the same person too.
    m_m->window.reset();
    m_m->open();
    QVERIFY(action(u"Broken  wet"_s));
}

void SearchFieldTest::savedFiltersAreRenamedAndDeleted()
{
    ui::PersonalSettings settings(m_m->session.url(), m_m->session.actor());
    ui::keepNamedFilters(settings, {{u"One"_s, u"tea"_s}, {u"Two"_s, u"milk"_s}});
    action(u"Saved filters…"_s)->trigger();
    QTRY_VERIFY(qobject_cast<ui::SavedFiltersDialog *>(QApplication::activeModalWidget()));
    auto *dialog = qobject_cast<ui::SavedFiltersDialog *>(QApplication::activeModalWidget());
    auto *list = dialog->findChild<QListWidget *>();
    QTRY_VERIFY(list->hasFocus() || dialog->isActiveWindow());
    list->setFocus();
    QTest::keyClick(list, Qt::Key_F2);
    auto *editor = qobject_cast<QLineEdit *>(QApplication::focusWidget());
    QVERIFY(editor);
    editor->selectAll();
    QTest::keyClicks(editor, u"First"_s);
    QTest::keyClick(editor, Qt::Key_Return);
    QTRY_COMPARE(ui::namedFilters(settings)[0].name, u"First"_s);
    // Another's name is not taken.
    list->setCurrentRow(1);
    list->item(1)->setText(u"First"_s);
    QCOMPARE(list->item(1)->text(), u"Two"_s);
    for (QPushButton *button : dialog->findChildren<QPushButton *>()) {
        if (button->text() == u"&Delete"_s)
            QTest::mouseClick(button, Qt::LeftButton);
    }
    QCOMPARE(ui::namedFilters(settings), (std::vector<ui::NamedFilter>{{u"First"_s, u"tea"_s}}));
    QVERIFY(action(u"First"_s) && !action(u"Two"_s));
    dialog->reject();
}

void SearchFieldTest::helpIsShown()
{
    m_m->window->actions().searchHelp->trigger();
    QTRY_VERIFY(QApplication::activePopupWidget());
    QCOMPARE(QApplication::activePopupWidget()->objectName(), u"searchHelp"_s);
    // What it teaches is understood.
    int examples = 0;
    for (const QLabel *label : QApplication::activePopupWidget()->findChildren<QLabel *>()) {
        if (!label->text().contains(u':') || label->text().contains(u' '))
            continue;
        ++examples;
        const SearchQuery query = parseSearch(label->text());
        QVERIFY2(query.findings.empty() && query.terms.size() == 1, qPrintable(label->text()));
    }
    QVERIFY(examples >= 6);
    QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_Escape);
    QTRY_VERIFY(!QApplication::activePopupWidget());
}

} // namespace tanaban::test

TANABAN_WINDOW_TEST(tanaban::test::SearchFieldTest)
#include "searchfieldtest.moc"
