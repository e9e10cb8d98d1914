#include "storage/gate.h"
#include "tests/support/testdatabase.h"
#include "tests/support/testprogram.h"
#include "ui/desktop.h"
#include "ui/language.h"
#include "ui/sidebar.h"
#include "ui/stock/detailspanel.h"
#include "ui/stock/filterbar.h"
#include "ui/stock/stockmodel.h"
#include "ui/stock/stockplace.h"
#include "ui/stock/stockview.h"
#include "ui/workspace.h"

#include <QApplication>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QSettings>
#include <QStandardPaths>
#include <QTest>

using namespace Qt::StringLiterals;

namespace tanaban::test {

using ui::Desktop;
using ui::MainWindow;

/// Several windows, and a program that opens as it was left, on a real database.
class WindowsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void opensAsItWasLeft();
    void othersHaveTheirOwn();
    void killedIsKeptToo();
    void placeInAWindowOfItsOwn();
    void leadsElsewhereToAFullWindow();
    void windowsOpenAtTheEndComeBack();
    void closedAloneStaysClosed();
    void walksThroughThePanels();
    void offersWhatAppliesToARow();

private:
    void start(const QString &person = QString::fromLatin1(TestDatabase::login));
    static ui::StockPlace &stock(MainWindow *window) { return window->workspace()->stockPlace(); }
    static bool settled(MainWindow *window);
    MainWindow *first() { return m_desktop->firstWindow(); }
    static QList<MainWindow *> windows();

    std::unique_ptr<TestDatabase> m_database;
    SystemClock m_clock;
    storage::SqlGate m_gate;
    std::unique_ptr<ui::Theme> m_theme;
    std::unique_ptr<Desktop> m_desktop;
};

void WindowsTest::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QApplication::setOrganizationName(u"tanaban-test"_s);
    QApplication::setApplicationName(u"windowstest"_s);
    QApplication::setQuitOnLastWindowClosed(false);
    ui::useLanguage(u"en"_s);
    m_theme = std::make_unique<ui::Theme>(*qApp, ui::ThemeChoice::Light);
}

void WindowsTest::init()
{
    QSettings().clear();
    m_database = std::make_unique<TestDatabase>(Engine::Sqlite);
    StockSeed seed;
    m_database->stockRow(seed);
    seed.lot = u"L2"_s;
    seed.reserved = 5;
    m_database->stockRow(seed);
    seed.warehouse = u"WH002"_s;
    m_database->stockRow(seed);
    m_database->person(u"sato"_s);
    start();
}

void WindowsTest::cleanup()
{
    m_desktop.reset();
    m_database.reset();
}

bool WindowsTest::settled(MainWindow *window)
{
    return QTest::qWaitFor([window] { return window->workspace(); })
           && QTest::qWaitFor([window] { return stock(window).model().complete(); });
}

void WindowsTest::start(const QString &person)
{
    m_desktop.reset();
    m_desktop = std::make_unique<Desktop>(
        ui::Environment{m_gate,
                        m_clock,
                        [](const DatabaseUrl &) { return std::make_unique<NoJournal>(); },
                        person},
        *m_theme);
    m_desktop->start(m_database->url(), person);
    QVERIFY(settled(first()));
    QVERIFY(QTest::qWaitForWindowActive(first()));
}

QList<MainWindow *> WindowsTest::windows()
{
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QList<MainWindow *> found;
    for (QWidget *widget : QApplication::topLevelWidgets()) {
        if (auto *window = qobject_cast<MainWindow *>(widget); window && window->isVisible())
            found << window;
    }
    return found;
}

void WindowsTest::opensAsItWasLeft()
{
    QHeaderView *header = stock(first()).view().horizontalHeader();
    header->resizeSection(int(StockColumn::Bin), 123);
    header->moveSection(int(StockColumn::Lot), 1);
    header->setSectionHidden(int(StockColumn::Place), true);
    header->setSortIndicator(int(StockColumn::Available), Qt::DescendingOrder);
    stock(first()).setZone(u"WH001"_s, 1);
    for (QAction *action : stock(first()).filterBar().menu()->actions()) {
        if (action->text() == u"&Reserved"_s)
            action->trigger();
    }
    first()->search().end(false); // behind the term of the filter
    QTest::keyClicks(&first()->search(), u" P1"_s);
    const QString typed = first()->search().text();
    const StockFilter filter = stock(first()).filterBar().filter();
    QVERIFY(filter != StockFilter());
    first()->actions().showDetails->trigger();
    first()->workspace()->setSizes({260, 1000, 0});
    const int sideBar = first()->workspace()->sideBar().width();
    QVERIFY(sideBar > 240);
    QTRY_VERIFY(stock(first()).model().complete());
    QTRY_COMPARE(stock(first()).model().rowCount(), 1);
    start();
    header = stock(first()).view().horizontalHeader();
    QCOMPARE(header->sectionSize(int(StockColumn::Bin)), 123);
    QCOMPARE(header->visualIndex(int(StockColumn::Lot)), 1);
    QVERIFY(header->isSectionHidden(int(StockColumn::Place)));
    QCOMPARE(stock(first()).model().sorting(), (StockSort{StockColumn::Available, true}));
    QCOMPARE(first()->search().text(), typed);
    QCOMPARE(stock(first()).zone(), 1);
    QCOMPARE(first()->workspace()->sideBar().zone(), 1);
    QVERIFY(stock(first()).filterBar().filter() == filter);
    QCOMPARE(stock(first()).model().rowCount(), 1);
    QVERIFY(!stock(first()).detailsPanel().isVisible());
    QCOMPARE(first()->workspace()->sideBar().width(), sideBar);
}

void WindowsTest::othersHaveTheirOwn()
{
    stock(first()).setZone(u"WH001"_s, 1);
    start(u"sato"_s);
    QCOMPARE(stock(first()).warehouse(), QString());
    start();
    QCOMPARE(stock(first()).warehouse(), u"WH001"_s);
}

// Nothing tells a program that it will be killed: everything is written while one works.
void WindowsTest::killedIsKeptToo()
{
    stock(first()).setZone(u"WH001"_s, 1);
    const auto written = [] {
        QSettings settings;
        settings.sync();
        QFile file(settings.fileName());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    QTRY_VERIFY_WITH_TIMEOUT(written().contains("WH001"), 10'000);
}

void WindowsTest::placeInAWindowOfItsOwn()
{
    stock(first()).setZone(u"WH001"_s, 1);
    QTest::keyClick(first(), Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(windows().size(), 2);
    MainWindow *own = windows()[0] == first() ? windows()[1] : windows()[0];
    QVERIFY(settled(own));
    QVERIFY(!own->workspace()->sideBar().isVisible());
    QVERIFY(!own->actions().showPlaces->isVisible());
    QCOMPARE(stock(own).zone(), 1);
    // Each goes its own way.
    stock(own).setZone(QString(), std::nullopt);
    QCOMPARE(stock(first()).zone(), 1);
    QTest::keyClick(own, Qt::Key_W, Qt::ControlModifier);
    QTRY_COMPARE(windows().size(), 1);
    QCOMPARE(windows()[0], first());
}

void WindowsTest::leadsElsewhereToAFullWindow()
{
    first()->actions().placeWindow->trigger();
    QTRY_COMPARE(windows().size(), 2);
    MainWindow *own = windows()[0] == first() ? windows()[1] : windows()[0];
    QVERIFY(settled(own));
    Q_EMIT own->elsewhereWanted({u"stock"_s, {{u"warehouse"_s, u"WH002"_s}}});
    QTRY_COMPARE(stock(first()).warehouse(), u"WH002"_s);
    QCOMPARE(stock(own).warehouse(), QString());
    // Without one, a full window is made.
    first()->close();
    QTRY_COMPARE(windows().size(), 1);
    Q_EMIT own->elsewhereWanted({u"stock"_s, {{u"warehouse"_s, u"WH001"_s}}});
    QTRY_COMPARE(windows().size(), 2);
}

void WindowsTest::windowsOpenAtTheEndComeBack()
{
    first()->actions().placeWindow->trigger();
    QTRY_COMPARE(windows().size(), 2);
    MainWindow *own = windows()[0] == first() ? windows()[1] : windows()[0];
    QVERIFY(settled(own));
    stock(own).setZone(u"WH002"_s, std::nullopt);
    first()->actions().quit->trigger();
    QTRY_COMPARE(windows().size(), 0);
    start();
    QTRY_COMPARE(windows().size(), 2);
    own = windows()[0] == first() ? windows()[1] : windows()[0];
    QVERIFY(settled(own));
    QCOMPARE(own->start().only, u"stock"_s);
    QCOMPARE(stock(own).warehouse(), u"WH002"_s);
    QCOMPARE(stock(first()).warehouse(), QString());
}

void WindowsTest::closedAloneStaysClosed()
{
    QTest::keyClick(first(), Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(windows().size(), 2);
    MainWindow *second = windows()[0] == first() ? windows()[1] : windows()[0];
    QVERIFY(settled(second));
    QVERIFY(second->workspace()->sideBar().isVisible());
    second->close();
    QTRY_COMPARE(windows().size(), 1);
    first()->actions().quit->trigger();
    start();
    QTest::qWait(100);
    QCOMPARE(windows().size(), 1);
}

void WindowsTest::walksThroughThePanels()
{
    QTest::keyClick(first(), Qt::Key_2, Qt::ControlModifier);
    QCOMPARE(QApplication::focusWidget(), &stock(first()).view());
    QTest::keyClick(first(), Qt::Key_F6);
    QVERIFY(stock(first()).detailsPanel().isAncestorOf(QApplication::focusWidget()));
    QTest::keyClick(first(), Qt::Key_F6);
    QCOMPARE(QApplication::focusWidget(), &first()->workspace()->sideBar());
    // With arrows to the next zone.
    QTest::keyClick(&first()->workspace()->sideBar(), Qt::Key_Down);
    QCOMPARE(stock(first()).warehouse(), u"WH001"_s);
    QTest::keyClick(first(), Qt::Key_F6, Qt::ShiftModifier);
    QVERIFY(stock(first()).detailsPanel().isAncestorOf(QApplication::focusWidget()));
    QTest::keyClick(first(), Qt::Key_F6, Qt::ShiftModifier);
    QCOMPARE(QApplication::focusWidget(), &stock(first()).view());
}

void WindowsTest::offersWhatAppliesToARow()
{
    ui::StockView &view = stock(first()).view();
    stock(first()).takeFocus(); // the first row: nothing is reserved there
    QTRY_VERIFY(first()->actions().stock(ui::ActionKind::Reserve)->isEnabled());
    const QPoint at = view.visualRect(view.currentIndex()).center();
    QContextMenuEvent menuKey(QContextMenuEvent::Keyboard, at, view.viewport()->mapToGlobal(at));
    QApplication::sendEvent(view.viewport(), &menuKey);
    auto *menu = view.findChild<QMenu *>(u"contextMenu"_s);
    QTRY_VERIFY(menu && menu->isVisible());
    const QList<QAction *> offered = menu->actions();
    const auto &actions = first()->actions();
    QVERIFY(offered.contains(actions.stock(ui::ActionKind::Reserve)));
    QVERIFY(offered.contains(actions.copy));
    QVERIFY(!offered.contains(actions.stock(ui::ActionKind::Ship)));
    QTest::keyClick(menu, Qt::Key_Escape);
}

} // namespace tanaban::test

TANABAN_WINDOW_TEST(tanaban::test::WindowsTest)
#include "windowstest.moc"
