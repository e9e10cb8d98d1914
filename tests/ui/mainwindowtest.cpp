#include "ui/mainwindow.h"

#include "model/quantity.h"
#include "tests/support/testprogram.h"
#include "tests/ui/memorystore.h"
#include "ui/language.h"
#include "ui/sidebar.h"
#include "ui/stock/detailspanel.h"
#include "ui/stock/filterbar.h"
#include "ui/stock/stockmodel.h"
#include "ui/stock/stockplace.h"
#include "ui/stock/stockview.h"
#include "ui/workspace.h"

#include <QAbstractItemModelTester>
#include <QAccessible>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMenuBar>
#include <QPushButton>
#include <QScrollBar>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace tanaban;
using namespace tanaban::ui;

/// The window on a store in memory, used with keys and clicks as people do.
class MainWindowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void showsStockZonesAndDetails();
    void modelKeepsTheRulesOfModels();
    void filtersAsOneTypes();
    void enterSelectsWhatWasScanned();
    void worksWithTheKeyboardAlone();
    void sortsByAColumn();
    void chipsRemoveFilters();
    void treeFiltersByZone();
    void changesOfOthersArriveInPlace();
    void rowsThatMoveTakeNoneAway();
    void emptyPlacesSayWhatToDo();
    void everyActionHasMenuShortcutAndTip();
    void everyControlHasAName();
    void failureToOpenLeavesAWayOn();
    void asksWhoWorksHere();

private:
    void open();
    StockPlace &place() { return m_window->workspace()->stockPlace(); }
    StockModel &model() { return place().model(); }

    SystemClock m_clock;
    std::unique_ptr<test::MemoryGate> m_gate;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<MainWindow> m_window;
};

void MainWindowTest::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QApplication::setOrganizationName(u"tanaban-test"_s);
    QApplication::setApplicationName(u"mainwindowtest"_s);
    useLanguage(u"en"_s);
    m_theme = std::make_unique<Theme>(*qApp, ThemeChoice::Light);
}

void MainWindowTest::init()
{
    QSettings().clear();
    m_gate = std::make_unique<test::MemoryGate>();
    m_gate->store->fill(900);
    m_session = std::make_unique<Session>(
        Environment{*m_gate,
                    m_clock,
                    [](const DatabaseUrl &) { return std::make_unique<NoJournal>(); },
                    u"sato"_s},
        DatabaseUrl{DatabaseUrl::Engine::Sqlite, u"/nowhere/test.db"_s, {}, {}, {}, {}, {}},
        QString());
}

void MainWindowTest::cleanup()
{
    m_window.reset();
    m_session.reset();
}

void MainWindowTest::open()
{
    m_window = std::make_unique<MainWindow>(*m_session, *m_theme);
    m_window->resize(1280, 800);
    m_window->show();
    m_session->open();
    QTRY_VERIFY(m_window->workspace());
    QTRY_VERIFY(model().complete());
}

void MainWindowTest::showsStockZonesAndDetails()
{
    open();
    QVERIFY(model().rowCount() > 800);
    const QAbstractItemModel &lines = *m_window->workspace()->sideBar().model();
    QModelIndex stock;
    for (int row = 0; row < lines.rowCount(); ++row) {
        if (lines.index(row, 0).data().toString() == u"Stock"_s)
            stock = lines.index(row, 0);
    }
    QTRY_COMPARE(lines.rowCount(stock), 3); // warehouses
    place().view().selectFirst();
    const auto *figure = m_window->findChild<QLabel *>(u"availableFigure"_s);
    const StockListRow *row = model().listRow(0);
    QVERIFY(row);
    QCOMPARE(figure->text(), displayQuantity(row->row.available(), row->decimals));
    const auto *history = m_window->findChild<QAbstractItemView *>(u"history"_s);
    QTRY_COMPARE(history->model()->rowCount(), 2);
}

void MainWindowTest::modelKeepsTheRulesOfModels()
{
    open();
    const QAbstractItemModelTester tester(&model(),
                                          QAbstractItemModelTester::FailureReportingMode::Fatal);
    m_window->search().setText(u"P101"_s);
    QTRY_COMPARE(model().filter().text, u"P101"_s);
    QTRY_VERIFY(model().complete());
    m_gate->store->reserveElsewhere(model().idAt(0), 1);
    model().requery();
    QTRY_VERIFY(!model().busy());
    m_window->search().clear();
    QTRY_VERIFY(model().complete() && model().rowCount() > 800);
}

void MainWindowTest::filtersAsOneTypes()
{
    open();
    const int before = m_gate->store->idQuestions;
    QTest::keyClick(m_window.get(), Qt::Key_F, Qt::ControlModifier);
    QTest::keyClicks(&m_window->search(), u"rice"_s);
    QTRY_VERIFY(model().complete() && model().filter().text == u"rice"_s);
    QVERIFY(model().rowCount() > 0 && model().rowCount() < 200);
    for (int row = 0; row < model().rowCount(); ++row) {
        if (const StockListRow *known = model().listRow(row))
            QVERIFY(known->productName.contains(u"rice"_s));
    }
    QVERIFY2(m_gate->store->idQuestions - before <= 8, "one question per pause, not per key");
}

void MainWindowTest::enterSelectsWhatWasScanned()
{
    open();
    m_window->search().setFocus();
    QTest::keyClicks(&m_window->search(), u"P10100"_s);
    QTest::keyClick(&m_window->search(), Qt::Key_Return); // faster than any answer
    QTRY_VERIFY(place().view().currentId() != 0);
    const StockListRow *row = model().listRowOf(place().view().currentId());
    QVERIFY(row);
    QCOMPARE(row->row.key.product, u"P10100"_s);
    QCOMPARE(m_window->search().selectedText(), u"P10100"_s); // the next scan replaces it
}

void MainWindowTest::worksWithTheKeyboardAlone()
{
    open();
    QTest::keyClick(m_window.get(), Qt::Key_F, Qt::ControlModifier);
    QTest::keyClicks(&m_window->search(), u"soap"_s);
    QTRY_VERIFY(model().complete() && model().filter().text == u"soap"_s);
    QTest::keyClick(&m_window->search(), Qt::Key_Down);
    QVERIFY(place().view().currentId() != 0);
    const qint64 first = place().view().currentId();
    QTest::keyClick(&place().view(), Qt::Key_Down);
    QVERIFY(place().view().currentId() != first);
    QTest::keyClick(m_window.get(), Qt::Key_D, Qt::ControlModifier);
    auto &details = place().detailsPanel();
    QVERIFY(!details.isVisible());
    QTest::keyClick(&place().view(), Qt::Key_Return);
    QVERIFY(details.isVisible());
    QCOMPARE(details.stockId(), place().view().currentId());
}

void MainWindowTest::sortsByAColumn()
{
    open();
    QHeaderView *header = place().view().horizontalHeader();
    const int column = int(StockColumn::Available);
    const QPoint at(header->sectionViewportPosition(column) + 10, header->height() / 2);
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, at);
    QTRY_VERIFY(model().complete());
    QCOMPARE(model().sorting(), (StockSort{StockColumn::Available, false}));
    QVERIFY(model().listRow(0)->row.available() <= model().listRow(1)->row.available());
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, at);
    QTRY_VERIFY(model().complete() && model().sorting().descending);
    QVERIFY(model().listRow(0)->row.available() >= model().listRow(1)->row.available());
}

void MainWindowTest::chipsRemoveFilters()
{
    open();
    const int all = model().rowCount();
    for (QAction *action : place().filterBar().menu()->actions()) {
        if (action->text() == u"&Low"_s)
            action->trigger();
    }
    QTRY_VERIFY(model().complete() && model().rowCount() < all);
    QToolButton *chip = nullptr;
    for (QToolButton *button : place().filterBar().findChildren<QToolButton *>()) {
        if (button->property("chip").toBool() && button->isVisible())
            chip = button;
    }
    QVERIFY(chip);
    QTest::mouseClick(chip, Qt::LeftButton);
    QTRY_VERIFY(model().complete() && model().rowCount() == all);
}

void MainWindowTest::treeFiltersByZone()
{
    open();
    SideBar &bar = m_window->workspace()->sideBar();
    const QModelIndexList zones = bar.model()->match(bar.model()->index(0, 0),
                                                     Qt::DisplayRole,
                                                     u"2 "_s,
                                                     -1,
                                                     Qt::MatchStartsWith | Qt::MatchRecursive);
    QCOMPARE(zones.size(), 3);
    QTest::mouseClick(bar.viewport(), Qt::LeftButton, {}, bar.visualRect(zones[1]).center());
    QTRY_VERIFY(model().complete() && model().filter().zone == 2);
    QVERIFY(model().rowCount() > 0);
    QCOMPARE(model().listRow(0)->row.key.warehouse, u"WH002"_s);
    QCOMPARE(model().listRow(0)->row.key.zone, 2);
}

void MainWindowTest::changesOfOthersArriveInPlace()
{
    open();
    place().view().verticalScrollBar()->setValue(5000);
    const int row = place().view().rowAt(60);
    QTRY_VERIFY(model().listRow(row));
    const qint64 id = model().idAt(row);
    place().view().select(id);
    const int scrolled = place().view().verticalScrollBar()->value();
    const qint64 version = model().listRow(row)->row.version;
    m_gate->store->reserveElsewhere(id, 1);
    QTRY_COMPARE(model().listRow(row)->row.version, version + 1);
    QVERIFY(model().freshness(id) > 0);
    QCOMPARE(place().view().currentId(), id);
    QCOMPARE(place().view().verticalScrollBar()->value(), scrolled);
    const auto *history = m_window->findChild<QAbstractItemView *>(u"history"_s);
    QTRY_COMPARE(history->model()->rowCount(), 3);
}

void MainWindowTest::rowsThatMoveTakeNoneAway()
{
    open();
    place().view().sortByColumn(int(StockColumn::Available), Qt::DescendingOrder);
    QTRY_VERIFY(model().complete() && model().sorting().descending);
    QTRY_VERIFY(model().listRow(5));
    const qint64 moving = model().idAt(0);
    const qint64 next = model().idAt(1);
    const qint64 current = model().idAt(5);
    place().view().select(current);
    const int rows = model().rowCount();
    const QSignalSpy removed(&model(), &QAbstractItemModel::rowsRemoved);
    const QSignalSpy inserted(&model(), &QAbstractItemModel::rowsInserted);
    m_gate->store->reserveElsewhere(moving, model().listRow(0)->row.available());
    QTRY_VERIFY(model().rowOf(moving) > 100);
    QCOMPARE(model().rowCount(), rows);
    QCOMPARE(removed.count() + inserted.count(), 0);
    // What is looked at, and what is selected, is the same goods in their new place.
    QTRY_COMPARE(place().view().rowAt(0), model().rowOf(next));
    QCOMPARE(place().view().currentId(), current);
    QCOMPARE(place().view().selectedIds(9), std::vector<qint64>{current});
    QCOMPARE(place().view().currentIndex().row(), 4);
    QTRY_COMPARE(model().index(4, int(StockColumn::Lot)).data().toString(),
                 model().listRowOf(current)->row.key.lot);
    // Also in the middle, when the topmost row goes: the others stay where they are.
    place().view().verticalScrollBar()->setValue(300 * 28 + 5);
    const int top = place().view().rowAt(0);
    QTRY_VERIFY(model().listRow(top) && model().listRow(top)->row.available() > 0);
    const qint64 going = model().idAt(top);
    const qint64 staying = model().idAt(top + 8);
    const int at = place().view().rowViewportPosition(top + 8);
    m_gate->store->reserveElsewhere(going, model().listRow(top)->row.available());
    QTRY_VERIFY(model().rowOf(going) > 400);
    QCOMPARE(place().view().rowViewportPosition(model().rowOf(staying)), at);
}

void MainWindowTest::emptyPlacesSayWhatToDo()
{
    open();
    m_window->search().setText(u"nothing like this"_s);
    QTRY_COMPARE(model().rowCount(), 0);
    QPushButton *clear = nullptr;
    for (QPushButton *button : place().findChildren<QPushButton *>()) {
        if (button->isVisible())
            clear = button;
    }
    QVERIFY(clear);
    QTest::mouseClick(clear, Qt::LeftButton);
    QTRY_VERIFY(model().rowCount() > 800);
    QVERIFY(m_window->search().text().isEmpty());
}

void MainWindowTest::everyActionHasMenuShortcutAndTip()
{
    open();
    QList<QAction *> inMenus;
    QList<QMenu *> menus;
    for (QAction *top : m_window->menuBar()->actions())
        menus << top->menu();
    while (!menus.isEmpty()) {
        for (QAction *action : menus.takeFirst()->actions()) {
            if (action->menu())
                menus << action->menu();
            else if (!action->isSeparator())
                inMenus << action;
        }
    }
    QVERIFY(inMenus.size() > 20);
    for (const QAction *action : inMenus)
        QVERIFY2(!action->statusTip().isEmpty(), qPrintable(action->text()));
    QStringList keys;
    int checked = 0;
    for (const QAction *action :
         m_window->actions().findChildren<QAction *>(Qt::FindDirectChildrenOnly))
    {
        QVERIFY2(inMenus.contains(action), qPrintable(action->text()));
        QVERIFY2(!action->shortcut().isEmpty(), qPrintable(action->text()));
        for (const QKeySequence &key : action->shortcuts())
            keys << key.toString();
        ++checked;
    }
    QVERIFY(checked >= 19);
    QCOMPARE(QSet<QString>(keys.begin(), keys.end()).size(), keys.size()); // none twice
}

void MainWindowTest::everyControlHasAName()
{
    open();
    place().view().selectFirst();
    int checked = 0;
    for (QWidget *widget : m_window->findChildren<QWidget *>()) {
        if (!widget->isVisible() || widget->focusPolicy() == Qt::NoFocus
            || widget->objectName().startsWith(u"qt_"_s))
            continue;
        QAccessibleInterface *face = QAccessible::queryAccessibleInterface(widget);
        QVERIFY(face);
        const QString what = QString::fromLatin1(widget->metaObject()->className()) + u' '
                             + widget->objectName();
        const bool named = !face->text(QAccessible::Name).isEmpty();
        const bool container = face->role() == QAccessible::Client
                               || face->role() == QAccessible::Splitter
                               || face->role() == QAccessible::LayeredPane;
        QVERIFY2(named || container, qPrintable(what));
        ++checked;
    }
    QVERIFY(checked > 8);
}

void MainWindowTest::failureToOpenLeavesAWayOn()
{
    m_gate->failure = OpenFailure{OpenFailure::Kind::Damaged, u"malformed"_s};
    m_window = std::make_unique<MainWindow>(*m_session, *m_theme);
    m_window->show();
    m_session->open();
    QTRY_VERIFY(m_window->findChild<QPushButton *>(u"retryButton"_s));
    const auto *text = m_window->findChild<QLabel *>(u"openingText"_s);
    QCOMPARE(text->text(), messageOf(*m_gate->failure));
    m_gate->failure.reset();
    QTest::mouseClick(m_window->findChild<QPushButton *>(u"retryButton"_s), Qt::LeftButton);
    QTRY_VERIFY(m_window->workspace());
}

void MainWindowTest::asksWhoWorksHere()
{
    m_gate->failure = OpenFailure{OpenFailure::Kind::NoSuchPerson, {}};
    m_window = std::make_unique<MainWindow>(*m_session, *m_theme);
    m_window->show();
    m_session->open();
    QTRY_COMPARE(m_session->state(), Session::State::Failed);
    QPushButton *sato = nullptr;
    for (QPushButton *button : m_window->findChildren<QPushButton *>()) {
        if (button->text().startsWith(u"佐藤 花子"_s))
            sato = button;
    }
    QVERIFY(sato);
    QTest::mouseClick(sato, Qt::LeftButton);
    QTRY_VERIFY(m_window->workspace());
}

TANABAN_WINDOW_TEST(MainWindowTest)
#include "mainwindowtest.moc"
