// What counts as a frame: all that happens between two chances to paint, and no more.
#include "ui/loopwatchdog.h"

#include "tests/support/testprogram.h"

#include <QEventLoop>
#include <QThread>
#include <QTimer>

namespace tanaban::test {

class LoopWatchdogTest : public QObject
{
    Q_OBJECT

public:
    static void initMain() { qputenv("QT_NO_GLIB", "1"); }

private Q_SLOTS:
    void countsWhatTimersDo();
    void countsWhatIsPosted();
    void paintsBetweenRounds();

private:
    static void work() { QThread::msleep(2 * int(ui::LoopWatchdog::longestAllowed)); }
};

void LoopWatchdogTest::countsWhatTimersDo()
{
    ui::LoopWatchdog watchdog;
    QVERIFY(watchdog.start());
    QEventLoop loop; // waits as a program does, which QTest does not
    QTimer::singleShot(20, this, &LoopWatchdogTest::work);
    QTimer::singleShot(30, &loop, &QEventLoop::quit);
    loop.exec();
    QVERIFY(watchdog.stop().tooLong >= 1);
}

void LoopWatchdogTest::countsWhatIsPosted()
{
    ui::LoopWatchdog watchdog;
    QVERIFY(watchdog.start());
    QMetaObject::invokeMethod(this, &LoopWatchdogTest::work, Qt::QueuedConnection);
    QTest::qWait(20);
    QVERIFY(watchdog.stop().tooLong >= 1);
}

void LoopWatchdogTest::paintsBetweenRounds()
{
    ui::LoopWatchdog watchdog;
    QVERIFY(watchdog.start());
    constexpr int rounds = 20;
    int done = 0;
    std::function<void()> again = [&] { // there is always something left to do: it never waits
        if (++done < rounds)
            QMetaObject::invokeMethod(this, again, Qt::QueuedConnection);
    };
    QMetaObject::invokeMethod(this, again, Qt::QueuedConnection);
    QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    QTRY_COMPARE(done, rounds);
    QVERIFY(watchdog.stop().frames >= rounds - 1);
}

} // namespace tanaban::test

TANABAN_TEST(tanaban::test::LoopWatchdogTest)

#include "loopwatchdogtest.moc"
