#include "tests/support/testprogram.h"
#include "tests/ui/memorystore.h"
#include "ui/language.h"
#include "ui/mainwindow.h"
#include "ui/stock/detailspanel.h"
#include "ui/stock/stockmodel.h"
#include "ui/stock/stockplace.h"
#include "ui/workspace.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSettings>
#include <QStandardPaths>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tanaban;
using namespace tanaban::ui;

/// A database that answers after two seconds: the window stays alive meanwhile.
class SlowStoreTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void repaintsAndTakesKeysMeanwhile();
    void saysThatItIsWorkingAndCanBeStopped();
    void closesWithoutWaiting();
    void answersOfAnotherRowAreNotShown();
    void saysWhenNothingAnswers();

private:
    StockPlace &place() { return m_window->workspace()->stockPlace(); }

    SystemClock m_clock;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<test::MemoryGate> m_gate;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<MainWindow> m_window;
};

void SlowStoreTest::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QApplication::setOrganizationName(u"tanaban-test"_s);
    QApplication::setApplicationName(u"slowstoretest"_s);
    useLanguage(u"en"_s);
    m_theme = std::make_unique<Theme>(*qApp, ThemeChoice::Light);
}

void SlowStoreTest::init()
{
    QSettings().clear();
    m_gate = std::make_unique<test::MemoryGate>();
    m_gate->store->fill(400);
    m_session = std::make_unique<Session>(
        Environment{*m_gate,
                    m_clock,
                    [](const DatabaseUrl &) { return std::make_unique<NoJournal>(); },
                    u"sato"_s},
        DatabaseUrl{DatabaseUrl::Engine::Sqlite, u"/nowhere/test.db"_s, {}, {}, {}, {}, {}},
        QString());
    m_window = std::make_unique<MainWindow>(*m_session, *m_theme);
    m_window->show();
    m_session->open();
    QTRY_VERIFY(m_window->workspace());
    QTRY_VERIFY(place().model().complete());
    m_gate->store->delayMilliseconds = 2000;
}

void SlowStoreTest::cleanup()
{
    m_gate->store->delayMilliseconds = 0;
    m_window.reset();
    m_session.reset();
}

// Between two turns of the event loop no more than a blink may pass while a worker waits.
void SlowStoreTest::repaintsAndTakesKeysMeanwhile()
{
    const int rows = place().model().rowCount();
    QTest::keyClicks(&m_window->search(), u"rice"_s);
    QTRY_VERIFY(place().model().busy());
    int painted = 0;
    while (place().model().busy() && painted < 10) {
        m_window->search().insert(u" "_s); // a key, which has to appear
        m_window->repaint();
        QApplication::processEvents();
        QVERIFY(!m_window->grab().isNull());
        ++painted;
    }
    QCOMPARE(painted, 10);
    QVERIFY(m_window->search().text().startsWith(u"rice "_s));
    QVERIFY2(!place().model().answered(), "the answer must still be on its way for this to count");
    QCOMPARE(place().model().rowCount(), rows); // what was there stays
}

void SlowStoreTest::saysThatItIsWorkingAndCanBeStopped()
{
    const int rows = place().model().rowCount();
    m_window->search().setText(u"rice"_s);
    const auto *working = m_window->findChild<QProgressBar *>();
    QTRY_VERIFY(working->isVisible());
    auto *stop = m_window->findChild<QPushButton *>(u"stripButton"_s);
    QTRY_VERIFY_WITH_TIMEOUT(stop->isVisible(), 10'000);
    QTest::mouseClick(stop, Qt::LeftButton);
    QVERIFY(!place().model().busy());
    QVERIFY(!stop->isVisible());
    QVERIFY(!working->isVisible());
    QCOMPARE(place().model().rowCount(), rows);
}

void SlowStoreTest::closesWithoutWaiting()
{
    m_window->search().setText(u"rice"_s);
    QTRY_VERIFY(place().model().busy());
    m_window->close();
    QVERIFY(!m_window->isVisible());
    QVERIFY(m_session->runner().pending() > 0); // the worker is still at it, the window is gone
}

// Nothing is selected any more when the answer comes: no action may work on what it tells.
void SlowStoreTest::answersOfAnotherRowAreNotShown()
{
    auto *details = m_window->findChild<DetailsPanel *>();
    QVERIFY(details);
    details->showStock(place().model().idAt(3), nullptr);
    QVERIFY(m_session->runner().pending() > 0);
    details->showStock(0, nullptr);
    m_gate->store->delayMilliseconds = 0;
    QTRY_COMPARE_WITH_TIMEOUT(m_session->runner().pending(), 0, 20'000);
    QVERIFY(!details->row());
    QVERIFY(place().stockRows().isEmpty());
}

void SlowStoreTest::saysWhenNothingAnswers()
{
    m_gate->store->delayMilliseconds = 0;
    m_gate->store->broken = true;
    const auto *state = m_window->findChild<QLabel *>(u"connectionState"_s);
    QTRY_COMPARE(state->text(), u"No answer"_s);
    m_window->search().setText(u"rice"_s);
    auto *again = m_window->findChild<QPushButton *>(u"stripButton"_s);
    QTRY_VERIFY(again->isVisible());
    m_gate->store->broken = false;
    QTest::mouseClick(again, Qt::LeftButton);
    QTRY_VERIFY(place().model().complete());
    QTRY_COMPARE(state->text(), u"Connected"_s);
}

TANABAN_WINDOW_TEST(SlowStoreTest)
#include "slowstoretest.moc"
