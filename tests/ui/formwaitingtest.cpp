#include "tests/support/testprogram.h"
#include "tests/ui/formsfixture.h"

using namespace Qt::StringLiterals;

namespace tanaban::test {

using ui::ActionKind;
using Mishap = ScriptedStore::Mishap;

/// A form whose answer does not come, or comes late: asked again, called off, or left for later.
class FormWaitingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void busyCanBeTriedAgain();
    void unknownOutcomeIsAskedForUntilKnown_data();
    void unknownOutcomeIsAskedForUntilKnown();
    void stopAskingKeepsTheIntent();
    void cancelCallsOff();
    void cancelTooLateIsTold();
    void neverBlocksWhileWorking();
    void unfinishedIsToldOrReopened();

private:
    std::unique_ptr<ScriptedStore> m_store;
    std::unique_ptr<FormsFixture> m;
};

void FormWaitingTest::initTestCase()
{
    QCoreApplication::setOrganizationName(u"tanaban-test"_s);
    QStandardPaths::setTestModeEnabled(true);
    QSettings().remove(u"conflict"_s);
    QLocale::setDefault(QLocale::c());
}

void FormWaitingTest::init()
{
    m_store = std::make_unique<ScriptedStore>();
    m = std::make_unique<FormsFixture>(*m_store);
}

void FormWaitingTest::cleanup()
{
    m.reset();
    m_store.reset();
}

void FormWaitingTest::busyCanBeTriedAgain()
{
    m_store->addMishap(Mishap::BusyNow);
    auto *form = m->open(ActionKind::Reserve, ScriptedStore::rice);
    QVERIFY(form);
    type(form, "quantityEdit", u"8"_s);
    press(form, "commitButton");
    QTRY_COMPARE(textOf(form, "problemLabel"),
                 u"⚠ Sato Hanako is changing this just now. Nothing was changed; try again."_s);
    QCOMPARE(form->findChild<QLineEdit *>(u"quantityEdit"_s)->text(), u"8"_s);
    press(form, "commitButton");
    QTRY_COMPARE(m_store->row(ScriptedStore::rice).reserved, 8);
}

void FormWaitingTest::unknownOutcomeIsAskedForUntilKnown_data()
{
    QTest::addColumn<int>("mishap");
    QTest::newRow("it had happened") << int(Mishap::LostAfter);
    QTest::newRow("it had not happened") << int(Mishap::LostBefore);
    QTest::newRow("the database was away") << int(Mishap::Unreachable);
}

void FormWaitingTest::unknownOutcomeIsAskedForUntilKnown()
{
    QFETCH(int, mishap);
    for (int i = 0; i < 5; ++i)
        m_store->addMishap(i == 0 ? Mishap(mishap) : Mishap::Unreachable);
    auto *form = m->open(ActionKind::Reserve, ScriptedStore::rice);
    QVERIFY(form);
    QStringList told;
    auto *waiting = form->findChild<QLabel *>(u"waitingText"_s);
    type(form, "quantityEdit", u"8"_s);
    m_store->holdCommits();
    press(form, "commitButton");
    QTRY_COMPARE(m_store->waiting(), 1);
    m_store->release();
    QTRY_VERIFY(waiting->text().startsWith(u"Checking…"_s) || m->messages.size() == 1);
    QTRY_COMPARE(m->messages.size(), 1);
    QVERIFY(m->messages.first().startsWith(u"Reserved 8 bags"_s));
    QCOMPARE(m_store->row(ScriptedStore::rice).reserved, 8);
    QCOMPARE(m_store->eventCount(ScriptedStore::rice), 1); // once, however often it was asked
    // Always under the same id.
    const auto ids = m_store->commandIds();
    QVERIFY(ids.size() >= 2);
    QVERIFY(std::all_of(ids.begin(), ids.end(), [&](const QUuid &id) { return id == ids.front(); }));
    QTRY_COMPARE(m->journal.openCount(), size_t(0));
}

void FormWaitingTest::stopAskingKeepsTheIntent()
{
    for (int i = 0; i < 1000; ++i)
        m_store->addMishap(Mishap::LostBefore);
    auto *form = m->open(ActionKind::Reserve, ScriptedStore::rice);
    QVERIFY(form);
    type(form, "quantityEdit", u"8"_s);
    press(form, "commitButton");
    QTRY_VERIFY(textOf(form, "waitingText").startsWith(u"Checking…"_s));
    QVERIFY(!enabled(form, "commitButton"));
    QTRY_VERIFY(m_store->commits() > 3); // asked again and again
    press(form, "stopButton");
    QTRY_VERIFY(!m->controller.form());
    QCOMPARE(m->messages.size(), 1);
    QVERIFY(m->messages.first().contains(u"not known"_s));
    QCOMPARE(m->journal.openCount(), size_t(1));
}

void FormWaitingTest::cancelCallsOff()
{
    m_store->addMishap(Mishap::LostBefore);
    m_store->holdCommits();
    auto *form = m->open(ActionKind::Reserve, ScriptedStore::rice);
    QVERIFY(form);
    type(form, "quantityEdit", u"8"_s);
    press(form, "commitButton");
    QTRY_COMPARE(textOf(form, "waitingText"), u"Working…"_s);
    QTRY_VERIFY(form->findChild<QPushButton *>(u"stopButton"_s)->isVisible());
    QTRY_COMPARE(m_store->waiting(), 1);
    QTest::keyClick(form, Qt::Key_Escape); // the form stays until it is known
    QVERIFY(textOf(form, "waitingText").startsWith(u"Checking…"_s));
    QVERIFY(m->controller.form());
    m_store->release();
    QTRY_COMPARE(textOf(form, "problemLabel"), u"It was called off; nothing was changed."_s);
    QCOMPARE(m_store->row(ScriptedStore::rice).reserved, 0);
    QCOMPARE(m->journal.openCount(), size_t(0));
    // What was typed is there, and can be sent as a new command.
    QCOMPARE(form->findChild<QLineEdit *>(u"quantityEdit"_s)->text(), u"8"_s);
    press(form, "commitButton");
    QTRY_COMPARE(m_store->row(ScriptedStore::rice).reserved, 8);
    QVERIFY(m_store->commandIds().front() != m_store->commandIds().back());
}

void FormWaitingTest::cancelTooLateIsTold()
{
    m_store->addMishap(Mishap::LostAfter);
    m_store->holdCommits();
    auto *form = m->open(ActionKind::Reserve, ScriptedStore::rice);
    QVERIFY(form);
    type(form, "quantityEdit", u"8"_s);
    press(form, "commitButton");
    QTRY_COMPARE(m_store->waiting(), 1);
    QTRY_VERIFY(form->findChild<QPushButton *>(u"stopButton"_s)->isVisible());
    press(form, "stopButton");
    m_store->release();
    QTRY_COMPARE(m->messages.size(), 1);
    QVERIFY(m->messages.first().startsWith(u"Reserved 8 bags"_s));
    QCOMPARE(m_store->row(ScriptedStore::rice).reserved, 8);
}

void FormWaitingTest::neverBlocksWhileWorking()
{
    m_store->holdCommits();
    auto *form = m->open(ActionKind::Reserve, ScriptedStore::rice);
    QVERIFY(form);
    QSignalSpy busy(&m->controller, &ui::ActionController::busyChanged);
    type(form, "quantityEdit", u"8"_s);
    press(form, "commitButton");
    QTRY_COMPARE(m_store->waiting(), 1);
    QCOMPARE(busy.size(), 1);
    // The event loop turns and the window paints while the store keeps still.
    int turns = 0;
    QTimer ticker;
    connect(&ticker, &QTimer::timeout, form, [&] {
        ++turns;
        form->repaint();
    });
    ticker.start(0);
    QTRY_VERIFY(turns > 20);
    QCOMPARE(m_store->waiting(), 1);
    m_store->release();
    QTRY_COMPARE(m->messages.size(), 1);
    QTRY_COMPARE(busy.size(), 2);
}

void FormWaitingTest::unfinishedIsToldOrReopened()
{
    StockCommand happened;
    happened.id = newCommandId();
    happened.action = Reserve{ScriptedStore::rice, 3};
    happened.actor = u"tanaka"_s;
    CommandRunner earlier(*m_store, m->clock, m->journal, [] { return 0.5; });
    QVERIFY(std::holds_alternative<Committed>(earlier.run(happened, ConflictPolicy::Ask).outcome));
    StockCommand lost;
    lost.id = newCommandId();
    lost.action = Adjust{ScriptedStore::salmon, -15, u"Broken"_s};
    lost.actor = u"tanaka"_s;
    StockCommand received = lost;
    received.id = newCommandId();
    Receive receive;
    receive.key = {u"WH001"_s, 3, u"A-02"_s, u"P-00040"_s, u"S-7"_s, StockStatus::Available};
    receive.quantity = 25;
    receive.expiresOn = QDate(2027, 1, 31);
    received.action = receive;
    m->journal.leftOver = {happened, lost, received};
    m->controller.settleUnfinished();
    QTRY_VERIFY(m->messages.contains(u"From last time: Reserved 3 bags of こしひかり Rice 5 kg."_s));
    QTRY_VERIFY(m->controller.form() && m->controller.form()->isVisible());
    auto *form = m->controller.form();
    QTRY_COMPARE(form->findChild<QLineEdit *>(u"quantityEdit"_s)->text(), u"-1.5"_s);
    QCOMPARE(form->findChild<QComboBox *>(u"reasonBox"_s)->currentText(), u"Broken"_s);
    QVERIFY(textOf(form, "problemLabel").contains(u"did not happen"_s));
    press(form, "commitButton");
    QTRY_COMPARE(m_store->row(ScriptedStore::salmon).onHand, 40);
    // The next one follows when the first is closed.
    QTRY_VERIFY(m->controller.form() && m->controller.form()->windowTitle() == u"Receive"_s);
    form = m->controller.form();
    QTRY_COMPARE(form->findChild<QLineEdit *>(u"quantityEdit"_s)->text(), u"2.5"_s);
    QCOMPARE(form->findChild<QLineEdit *>(u"lotEdit"_s)->text(), u"S-7"_s);
    QCOMPARE(form->findChild<QLineEdit *>(u"expiresEdit"_s)->text(), u"2027-01-31"_s);
    QTRY_COMPARE(form->findChild<QComboBox *>(u"zoneBox"_s)->currentData().toInt(), 3);
    QCOMPARE(form->findChild<QComboBox *>(u"binBox"_s)->currentText(), u"A-02"_s);
    QCOMPARE(m_store->eventCount(ScriptedStore::salmon), 1);
}

} // namespace tanaban::test

TANABAN_WINDOW_TEST(tanaban::test::FormWaitingTest)
#include "formwaitingtest.moc"
