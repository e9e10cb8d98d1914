#include "model/quantity.h"
#include "tests/support/testdatabase.h"
#include "tests/support/testprogram.h"
#include "tests/ui/desktopfixture.h"
#include "ui/stock/asofdialog.h"
#include "ui/stock/stockmodel.h"
#include "ui/stock/stockplace.h"
#include "ui/stock/stockview.h"

#include <QDateTimeEdit>
#include <QListView>

using namespace Qt::StringLiterals;

namespace tanaban::test {

/// The stock as it was at a past moment: looked at, not changed.
class StockPastTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void showsWhatWas();
    void tellsWhatARowWas();
    void nothingCanBeDoneWithIt();
    void leadsBackByEscAndByButton();
    void goingToARowGoesToNow();
    void choosesNoFutureMoment();

private:
    ui::StockPlace &place() const { return m->window().workspace()->stockPlace(); }
    bool settled() const
    {
        return QTest::qWaitFor([this] {
            return place().model().complete() && m->desktop->session().runner().pending() == 0;
        });
    }
    qint64 reserved() const
    {
        const StockListRow *row = place().model().listRowOf(m_row);
        return row ? row->row.reserved : -1;
    }
    void reserve(qint64 quantity);

    std::unique_ptr<DesktopFixture> m;
    std::unique_ptr<TestDatabase> m_database;
    qint64 m_row = 0;
    Instant m_before; ///< anything was reserved
};

void StockPastTest::init()
{
    m = std::make_unique<DesktopFixture>();
    m_database = std::make_unique<TestDatabase>(Engine::Sqlite);
    m_row = m_database->stockRow({});
    QTest::qWait(20);
    m_before = m->clock.now();
    QTest::qWait(20);
    reserve(30);
    StockSeed later;
    later.lot = u"later"_s;
    m_database->stockRow(later);
    m->desktop->start(m_database->url(), QString::fromLatin1(TestDatabase::login));
    QTRY_VERIFY(m->isOpen());
    QVERIFY(settled());
}

void StockPastTest::cleanup()
{
    m.reset();
    m_database.reset();
}

void StockPastTest::reserve(qint64 quantity)
{
    StockCommand command;
    command.id = newCommandId();
    command.action = Reserve{m_row, quantity};
    command.actor = QString::fromLatin1(TestDatabase::login);
    std::unique_ptr<QThread> thread(QThread::create([&] {
        NoJournal journal;
        CommandRunner runner(m_database->store(), m->clock, journal, [] { return 0.5; });
        if (!std::holds_alternative<Committed>(
                runner.run(command, ConflictPolicy::Retry, {}, {}).outcome))
            qFatal("could not reserve");
    }));
    thread->start();
    thread->wait();
}

void StockPastTest::showsWhatWas()
{
    QCOMPARE(place().model().rowCount(), 2);
    QCOMPARE(reserved(), 30);
    place().showAsOf(m_before);
    QVERIFY(settled());
    QCOMPARE(place().model().rowCount(), 1);
    QCOMPARE(reserved(), 0);
    QVERIFY(m->textOf("pastText")
                .contains(m_before.toDateTime().toLocalTime().toString(u"yyyy-MM-dd HH:mm:ss"_s)));
    // What somebody does now is not of then.
    reserve(5);
    m->window().workspace()->refresh();
    QVERIFY(settled());
    QCOMPARE(reserved(), 0);
    place().showAsOf(std::nullopt);
    QTRY_COMPARE(reserved(), 35);
    QCOMPARE(place().model().rowCount(), 2);
}

void StockPastTest::tellsWhatARowWas()
{
    const auto *history = place().details()->findChild<QListView *>(u"history"_s);
    place().view().select(m_row);
    QTRY_COMPARE(history->model()->rowCount(), 2); // received, reserved
    const QString now = m->textOf("availableFigure");
    place().showAsOf(m_before);
    QVERIFY(settled());
    QTRY_COMPARE(history->model()->rowCount(), 1);
    QTRY_VERIFY(m->textOf("availableFigure") != now);
    QCOMPARE(m->textOf("availableFigure"),
             displayQuantity(place().model().listRowOf(m_row)->row.onHand, 0));
    // What happens meanwhile is not of then.
    reserve(5);
    m->window().workspace()->refresh();
    QVERIFY(settled());
    QCOMPARE(history->model()->rowCount(), 1);
    place().showAsOf(std::nullopt);
    QTRY_COMPARE(history->model()->rowCount(), 3);
}

void StockPastTest::nothingCanBeDoneWithIt()
{
    const QAction *ship = m->window().actions().stock(ui::ActionKind::Ship);
    place().view().select(m_row);
    QTRY_VERIFY(ship->isEnabled());
    place().showAsOf(m_before);
    QVERIFY(settled());
    place().view().select(m_row);
    QVERIFY(settled());
    QVERIFY(place().stockRows().isEmpty());
    for (const QAction *action : m->window().actions().rowActions())
        QVERIFY2(!action->isEnabled(), qPrintable(action->text()));
}

void StockPastTest::leadsBackByEscAndByButton()
{
    QTest::keyClick(&m->window(), Qt::Key_T, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(m->seen<QDialog>("asOfDialog"));
    m->seen<QDateTimeEdit>("momentEdit")
        ->setDateTime(m_before.toDateTime().toLocalTime().addSecs(-3600));
    QVERIFY(m->press("showButton"));
    QTRY_VERIFY(place().isPast());
    QVERIFY(settled());
    QCOMPARE(place().model().rowCount(), 0); // nothing was there
    place().showAsOf(m_before);
    QVERIFY(settled());
    place().view().setFocus();
    QTest::keyClick(&place().view(), Qt::Key_Escape);
    QVERIFY(!place().isPast());
    QTRY_COMPARE(place().model().rowCount(), 2);
    place().showAsOf(m_before);
    QVERIFY(settled());
    QVERIFY(m->press("backToNowButton"));
    QVERIFY(!place().isPast());
}

void StockPastTest::goingToARowGoesToNow()
{
    place().showAsOf(m_before);
    QVERIFY(settled());
    m->window().workspace()->go({u"stock"_s, {{u"stock"_s, m_row}}});
    QVERIFY(!place().isPast());
    QTRY_COMPARE(place().view().currentId(), m_row);
    QTRY_VERIFY(!place().stockRows().isEmpty());
}

void StockPastTest::choosesNoFutureMoment()
{
    ui::AsOfDialog dialog(m->clock.now(), &m->window());
    dialog.edit().setDateTime(QDateTime::currentDateTime().addDays(3));
    QVERIFY(dialog.edit().dateTime() <= QDateTime::currentDateTime());
}

} // namespace tanaban::test

TANABAN_WINDOW_TEST(tanaban::test::StockPastTest)
#include "stockpasttest.moc"
