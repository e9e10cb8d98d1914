#include "tests/ui/formsfixture.h"
#include "ui/forms/formtext.h"
#include "ui/forms/quantityedit.h"

#include <QAccessible>

using namespace Qt::StringLiterals;

namespace tanaban::test {

using ui::ActionKind;
using Mishap = ScriptedStore::Mishap;

class FormsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void reserves();
    void reservesByKeyboardAlone();
    void everyActionDoesWhatItSays_data();
    void everyActionDoesWhatItSays();
    void receives();
    void receivesWhatAScannerReads();
    void movesOnlyWhereItFits();
    void judgesAtTheField();
    void worksOutSums();
    void typedSignsOfAnAdjustment_data();
    void typedSignsOfAnAdjustment();
    void readsDays_data();
    void readsDays();
    void refusalsNameTheirField();
    void busyCanBeTriedAgain();
    void unknownOutcomeIsAskedForUntilKnown_data();
    void unknownOutcomeIsAskedForUntilKnown();
    void stopAskingKeepsTheIntent();
    void cancelCallsOff();
    void cancelTooLateIsTold();
    void neverBlocksWhileWorking();
    void stripTellsWhatOthersDid();
    void unfinishedIsToldOrReopened();
    void saysWhyNot_data();
    void saysWhyNot();
    void everyControlHasAName_data();
    void everyControlHasAName();

private:
    std::unique_ptr<ScriptedStore> m_store;
    std::unique_ptr<FormsFixture> m;
};

void FormsTest::initTestCase()
{
    QCoreApplication::setOrganizationName(u"tanaban-test"_s);
    QStandardPaths::setTestModeEnabled(true);
    QSettings().remove(u"conflict"_s);
    QLocale::setDefault(QLocale::c());
}

void FormsTest::init()
{
    m_store = std::make_unique<ScriptedStore>();
    m = std::make_unique<FormsFixture>(*m_store);
}

void FormsTest::cleanup()
{
    m.reset();
    m_store.reset();
}

void FormsTest::reserves()
{
    auto *form = m->open(ActionKind::Reserve, ScriptedStore::rice);
    QVERIFY(form);
    QCOMPARE(textOf(form, "availableFigure"), u"12 bags"_s);
    type(form, "quantityEdit", u"8"_s);
    QCOMPARE(textOf(form, "effectLabel"), u"→  4 of 12 bags remain available."_s);
    press(form, "commitButton");
    QTRY_COMPARE(m->messages.size(), 1);
    QCOMPARE(m->messages.first(),
             u"Reserved 8 bags of こしひかり Rice 5 kg. 4 bags available now."_s);
    QCOMPARE(m_store->row(ScriptedStore::rice).reserved, 8);
    QCOMPARE(m_store->expectedVersions(), std::vector<std::optional<qint64>>{5});
    QCOMPARE(m->changed, std::vector<qint64>{ScriptedStore::rice});
    QTRY_VERIFY(!m->controller.form());
    QCOMPARE(m->journal.openCount(), size_t(0));
}

void FormsTest::reservesByKeyboardAlone()
{
    auto *form = m->open(ActionKind::Reserve, ScriptedStore::rice);
    QVERIFY(form);
    // The first field has the focus; Enter commits.
    QVERIFY(form->focusWidget());
    QTest::keyClicks(form->focusWidget(), u"2*3"_s);
    QTest::keyClick(form->focusWidget(), Qt::Key_Return);
    QTRY_COMPARE(m_store->row(ScriptedStore::rice).reserved, 6);
    QTRY_VERIFY(!m->controller.form());

    form = m->open(ActionKind::Reserve, ScriptedStore::rice);
    QVERIFY(form);
    QTest::keyClicks(form->focusWidget(), u"1"_s);
    QTest::keyClick(form->focusWidget(), Qt::Key_Escape);
    QTRY_VERIFY(!m->controller.form());
    QCOMPARE(m_store->row(ScriptedStore::rice).reserved, 6);

    // Tab goes through the fields from top to bottom, then to the buttons.
    form = m->open(ActionKind::ChangeStatus, ScriptedStore::rice);
    QVERIFY(form);
    QStringList order;
    for (int i = 0; i < 5; ++i) {
        order << form->focusWidget()->objectName();
        QTest::keyClick(form->focusWidget(), Qt::Key_Tab);
    }
    QCOMPARE(
        order,
        (QStringList{
            u"quantityEdit"_s, u"statusBox"_s, u"reasonBox"_s, u"commitButton"_s, u"backButton"_s}));
}

void FormsTest::everyActionDoesWhatItSays_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("quantity");
    QTest::addColumn<qint64>("onHand");
    QTest::addColumn<qint64>("reserved");
    QTest::addColumn<QString>("message");
    QTest::newRow("reserve") << int(ActionKind::Reserve) << u"0.5"_s << 55LL << 25LL
                             << u"Reserved 0.5 kg of Salmon fillet. 3.0 kg available now."_s;
    QTest::newRow("release") << int(ActionKind::Release) << u"1"_s << 55LL << 10LL
                             << u"Released 1.0 kg of Salmon fillet. 4.5 kg available now."_s;
    QTest::newRow("ship") << int(ActionKind::Ship) << u"2"_s << 35LL << 0LL
                          << u"Shipped 2.0 kg of Salmon fillet. 3.5 kg available now."_s;
    QTest::newRow("adjust") << int(ActionKind::Adjust) << u"-1.5"_s << 40LL << 20LL
                            << u"Corrected Salmon fillet by −1.5. 2.0 kg available now."_s;
    QTest::newRow("status")
        << int(ActionKind::ChangeStatus) << u"3"_s << 25LL << 20LL
        << u"3.0 kg of Salmon fillet are now “Quarantined”. 0.5 kg available now."_s;
}

void FormsTest::everyActionDoesWhatItSays()
{
    QFETCH(int, kind);
    QFETCH(QString, quantity);
    auto *form = m->open(ActionKind(kind), ScriptedStore::salmon);
    QVERIFY(form);
    type(form, "quantityEdit", quantity);
    if (auto *reason = form->findChild<QComboBox *>(u"reasonBox"_s)) {
        // Without a reason nothing is sent, and the field asks for it.
        press(form, "commitButton");
        QVERIFY(!textOf(form, "reasonBoxNote").isEmpty());
        QCOMPARE(m_store->commits(), 0);
        reason->setEditText(u"Counted"_s);
    }
    press(form, "commitButton");
    QTRY_COMPARE(m->messages.size(), 1);
    QTEST(m->messages.first(), "message");
    QTEST(m_store->row(ScriptedStore::salmon).onHand, "onHand");
    QTEST(m_store->row(ScriptedStore::salmon).reserved, "reserved");
}

void FormsTest::receives()
{
    auto *form = m->open(ActionKind::Receive, std::nullopt);
    QVERIFY(form);
    type(form, "productEdit", u"P-00012"_s);
    QTest::keyClick(form->focusWidget(), Qt::Key_Return);
    QTRY_COMPARE(form->focusWidget()->objectName(), u"quantityEdit"_s);
    QTest::keyClicks(form->focusWidget(), u"12*6"_s);
    QCOMPARE(textOf(form, "quantityEditNote"), u"= 72 bags"_s);
    auto *zone = form->findChild<QComboBox *>(u"zoneBox"_s);
    QTRY_COMPARE(zone->currentData().toInt(), 1);
    form->findChild<QComboBox *>(u"binBox"_s)->setEditText(u"A-02"_s);
    type(form, "lotEdit", u"L-300"_s);
    type(form, "expiresEdit", u"+30"_s);
    QTRY_COMPARE(textOf(form, "expiresEditNote"), u"2026-12-21"_s);
    QTRY_COMPARE(textOf(form, "effectLabel"), u"→  72 bags will lie there."_s);
    QTest::keyClick(form->focusWidget(), Qt::Key_Return);
    QTRY_COMPARE(m->messages.size(), 1);
    QCOMPARE(m->messages.first(),
             u"Received 72 bags of こしひかり Rice 5 kg in WH001 · 1 · A-02."_s);
    const StockRow row = m_store->row(3);
    QCOMPARE(row.onHand, 72);
    QCOMPARE(row.key.lot, u"L-300"_s);
    // A receipt does not depend on what was there.
    QCOMPARE(m_store->expectedVersions(), std::vector<std::optional<qint64>>{std::nullopt});
}

void FormsTest::receivesWhatAScannerReads()
{
    auto *form = m->open(ActionKind::Receive, std::nullopt);
    QVERIFY(form);
    type(form, "productEdit", u"4900000000404\r"_s);
    QTRY_COMPARE(form->focusWidget()->objectName(), u"quantityEdit"_s);
    QCOMPARE(form->findChild<QLineEdit *>(u"productEdit"_s)->text(), u"P-00040"_s);
    QCOMPARE(textOf(form, "productEditNote"), u"Salmon fillet · Frozen"_s);
    // Only the frozen zone can be chosen; the others say why.
    auto *zone = form->findChild<QComboBox *>(u"zoneBox"_s);
    QTRY_COMPARE(zone->currentData().toInt(), 3);
    QCOMPARE(zone->itemText(0),
             u"1 Ambient · Room temperature · 1,204 of 2,000 – not for these goods"_s.remove(u','));
    QVERIFY(!(zone->model()->flags(zone->model()->index(0, 0)) & Qt::ItemIsEnabled));
    type(form, "quantityEdit", u"5"_s);
    type(form, "lotEdit", u"S-9"_s);
    QTRY_VERIFY(textOf(form, "zoneBoxNote").contains(u"room for 4"_s));
    press(form, "commitButton");
    QCOMPARE(form->focusWidget(), zone);
    QCOMPARE(m_store->commits(), 0);

    type(form, "productEdit", u"nothing like it\r"_s);
    QTRY_COMPARE(textOf(form, "productEditNote"), u"⚠ No product has this code or barcode."_s);
    QCOMPARE(form->findChild<QLineEdit *>(u"productEdit"_s)->text(), u"nothing like it"_s);
}

void FormsTest::movesOnlyWhereItFits()
{
    auto *form = m->open(ActionKind::Move, ScriptedStore::rice);
    QVERIFY(form);
    auto *zone = form->findChild<QComboBox *>(u"zoneBox"_s);
    QTRY_COMPARE(zone->count(), 3);
    for (int line = 0; line < 3; ++line) {
        const bool open = zone->model()->flags(zone->model()->index(line, 0)) & Qt::ItemIsEnabled;
        QCOMPARE(open, line == 0);
    }
    type(form, "quantityEdit", u"5"_s);
    auto *bin = form->findChild<QComboBox *>(u"binBox"_s);
    bin->setEditText(u"A-01"_s);
    QTRY_VERIFY(textOf(form, "binBoxNote").startsWith(u"⚠ "_s)); // where it is already
    bin->setEditText(u"A-99"_s);
    QTRY_VERIFY(textOf(form, "binBoxNote").contains(u"A-99"_s));
    auto *warehouse = form->findChild<QComboBox *>(u"warehouseBox"_s);
    warehouse->setCurrentIndex(warehouse->findData(u"WH002"_s));
    bin->setEditText(u"A-02"_s);
    QTRY_VERIFY(textOf(form, "zoneBoxNote").contains(u"room for 2"_s));
    warehouse->setCurrentIndex(warehouse->findData(u"WH001"_s));
    QTRY_COMPARE(textOf(form, "effectLabel"), u"→  7 bags remain here, 5 will lie there."_s);
    press(form, "commitButton");
    QTRY_COMPARE(m->messages.size(), 1);
    QCOMPARE(m->messages.first(),
             u"Moved 5 bags of こしひかり Rice 5 kg to WH001 · 1 · A-02. 7 bags available now."_s);
    QCOMPARE(m_store->row(3).onHand, 5);
}

void FormsTest::judgesAtTheField()
{
    auto *form = m->open(ActionKind::Reserve, ScriptedStore::rice);
    QVERIFY(form);
    QCOMPARE(textOf(form, "quantityEditNote"), QString()); // nothing typed is not wrong yet
    type(form, "quantityEdit", u"13"_s);
    QVERIFY(textOf(form, "quantityEditNote").contains(u"12 bags"_s));
    press(form, "commitButton");
    QCOMPARE(m_store->commits(), 0);
    QCOMPARE(form->findChild<QLineEdit *>(u"quantityEdit"_s)->text(), u"13"_s);
    QCOMPARE(form->focusWidget()->objectName(), u"quantityEdit"_s);
    type(form, "quantityEdit", u"1.5"_s);
    QCOMPARE(textOf(form, "quantityEditNote"),
             u"⚠ Only whole numbers of this product are counted."_s);
    type(form, "quantityEdit", u"dozen"_s);
    QVERIFY(textOf(form, "quantityEditNote").contains(u"not a number"_s));
    type(form, "quantityEdit", u""_s);
    form->findChild<QLineEdit *>(u"quantityEdit"_s)->clear();
    QVERIFY(textOf(form, "quantityEditNote").contains(u"How much"_s)); // asked for once
    type(form, "quantityEdit", u"12"_s);
    QCOMPARE(textOf(form, "quantityEditNote"), QString());
    QCOMPARE(m_store->commits(), 0);
}

void FormsTest::worksOutSums()
{
    ui::QuantityEdit edit;
    edit.setProduct(1, u"kg"_s);
    const auto valueOf = [&](const QString &text) {
        edit.setText(text);
        return edit.value();
    };
    QCOMPARE(valueOf(u"12*6+3"_s), std::optional<qint64>(750));
    QCOMPARE(edit.workedOut(), u"= 75.0 kg"_s);
    QCOMPARE(valueOf(u"１２×２"_s), std::optional<qint64>(240)); // from an input method
    QCOMPARE(edit.text(), u"１２×２"_s);                         // what was typed stays
    QCOMPARE(valueOf(u" 3.5 "_s), std::optional<qint64>(35));
    QCOMPARE(edit.workedOut(), QString());
    QCOMPARE(valueOf(u"3.55"_s), std::nullopt);
    QVERIFY(!edit.fault().isEmpty());
    QCOMPARE(valueOf(u""_s), std::nullopt);
    QVERIFY(edit.fault().isEmpty());
}

void FormsTest::typedSignsOfAnAdjustment_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("value"); // 0: refused
    QTest::newRow("plus") << u"+3"_s << 3LL;
    QTest::newRow("bare") << u"3"_s << 3LL;
    QTest::newRow("minus") << u"-3"_s << -3LL;
    QTest::newRow("real minus") << u"−3"_s << -3LL;
    QTest::newRow("full width") << u"－３"_s << -3LL;
    QTest::newRow("product") << u"-2*6"_s << -12LL;
    QTest::newRow("could mean two things") << u"-3+5"_s << 0LL;
    QTest::newRow("sign alone") << u"-"_s << 0LL;
}

void FormsTest::typedSignsOfAnAdjustment()
{
    QFETCH(QString, text);
    QFETCH(qint64, value);
    ui::QuantityEdit edit;
    edit.setSigned(true);
    edit.setText(text);
    QCOMPARE(edit.value(), value == 0 ? std::nullopt : std::optional(value));
}

void FormsTest::readsDays_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("locale");
    QTest::addColumn<QDate>("day");
    QTest::newRow("iso") << u"2027-02-28"_s << u"C"_s << QDate(2027, 2, 28);
    QTest::newRow("days") << u"+30"_s << u"C"_s << QDate(2026, 12, 21);
    QTest::newRow("month: its last day") << u"2027-02"_s << u"C"_s << QDate(2027, 2, 28);
    QTest::newRow("slashes") << u"2027/2/8"_s << u"C"_s << QDate(2027, 2, 8);
    QTest::newRow("digits") << u"20270208"_s << u"C"_s << QDate(2027, 2, 8);
    QTest::newRow("full width") << u"２０２７－０２－０８"_s << u"C"_s << QDate(2027, 2, 8);
    QTest::newRow("German") << u"08.02.27"_s << u"de_DE"_s << QDate(2027, 2, 8);
    QTest::newRow("American") << u"2/8/27"_s << u"en_US"_s << QDate(2027, 2, 8);
    QTest::newRow("no such day") << u"2027-02-30"_s << u"C"_s << QDate();
    QTest::newRow("no such month") << u"2027-13"_s << u"C"_s << QDate();
    QTest::newRow("word") << u"soon"_s << u"C"_s << QDate();
    QTest::newRow("nothing") << u""_s << u"C"_s << QDate();
}

void FormsTest::readsDays()
{
    QFETCH(QString, text);
    QFETCH(QString, locale);
    QFETCH(QDate, day);
    QCOMPARE(ui::readDay(text, QDate(2026, 11, 21), QLocale(locale)).value_or(QDate()), day);
}

void FormsTest::refusalsNameTheirField()
{
    // The lot is known with another date: said at the date.
    auto *form = m->open(ActionKind::Receive, ScriptedStore::rice);
    QVERIFY(form);
    type(form, "quantityEdit", u"5"_s);
    type(form, "lotEdit", u"L-204"_s);
    QTRY_COMPARE(textOf(form, "expiresEditNote"), u"This lot expires on 2027-02-28."_s);
    type(form, "expiresEdit", u"2027-03-01"_s);
    QTRY_VERIFY(textOf(form, "expiresEditNote").contains(u"L-204"_s));
    press(form, "commitButton");
    QCOMPARE(form->focusWidget()->objectName(), u"expiresEdit"_s);
    QCOMPARE(m_store->commits(), 0);
}

void FormsTest::busyCanBeTriedAgain()
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

void FormsTest::unknownOutcomeIsAskedForUntilKnown_data()
{
    QTest::addColumn<int>("mishap");
    QTest::newRow("it had happened") << int(Mishap::LostAfter);
    QTest::newRow("it had not happened") << int(Mishap::LostBefore);
    QTest::newRow("the database was away") << int(Mishap::Unreachable);
}

void FormsTest::unknownOutcomeIsAskedForUntilKnown()
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

void FormsTest::stopAskingKeepsTheIntent()
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

void FormsTest::cancelCallsOff()
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

void FormsTest::cancelTooLateIsTold()
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

void FormsTest::neverBlocksWhileWorking()
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

void FormsTest::stripTellsWhatOthersDid()
{
    auto *form = m->open(ActionKind::Reserve, ScriptedStore::rice);
    QVERIFY(form);
    type(form, "quantityEdit", u"8"_s);
    auto *strip = form->findChild<QWidget *>(u"strip"_s);
    QVERIFY(!strip->isVisible());
    m_store->change(ScriptedStore::rice, EventKind::Reserve, 0, 7, u"sato"_s, u"998"_s);
    QTRY_VERIFY(strip->isVisible());
    QVERIFY2(textOf(form, "stripText").startsWith(u"12 → 5 available, Sato Hanako, "_s),
             qUtf8Printable(textOf(form, "stripText")));
    // Nothing changes under the hands.
    QCOMPARE(textOf(form, "availableFigure"), u"12 bags"_s);
    QCOMPARE(textOf(form, "effectLabel"), u"→  4 of 12 bags remain available."_s);
    press(form, "lookAgainButton");
    QTRY_COMPARE(textOf(form, "availableFigure"), u"5 bags"_s);
    QTRY_VERIFY(!strip->isVisible());
    QCOMPARE(form->findChild<QLineEdit *>(u"quantityEdit"_s)->text(), u"8"_s);
    QVERIFY(textOf(form, "quantityEditNote").contains(u"5 bags"_s));
}

void FormsTest::unfinishedIsToldOrReopened()
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

void FormsTest::saysWhyNot_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<StockListRow>("row");
    QTest::addColumn<bool>("viewer");
    QTest::addColumn<QString>("why");
    StockListRow good;
    good.row.onHand = 10;
    good.today = QDate(2026, 11, 21);
    StockListRow quarantined = good;
    quarantined.row.key.status = StockStatus::Quarantined;
    StockListRow expired = good;
    expired.expiresOn = QDate(2026, 11, 20);
    StockListRow lastDay = good;
    lastDay.expiresOn = QDate(2026, 11, 21);
    StockListRow promised = good;
    promised.row.reserved = 10;
    StockListRow empty = good;
    empty.row.onHand = 0;
    const auto row = [](const char *name,
                        ActionKind kind,
                        const StockListRow &what,
                        bool viewer,
                        const QString &why) {
        QTest::newRow(name) << int(kind) << what << viewer << why;
    };
    row("reserve", ActionKind::Reserve, good, false, {});
    row("reserve on the last day", ActionKind::Reserve, lastDay, false, {});
    row("reserve quarantined", ActionKind::Reserve, quarantined, false, u"quarantined"_s);
    row("reserve expired", ActionKind::Reserve, expired, false, u"expired"_s);
    row("reserve promised", ActionKind::Reserve, promised, false, u"reserved"_s);
    row("reserve nothing", ActionKind::Reserve, empty, false, u"Nothing lies"_s);
    row("reserve as viewer", ActionKind::Reserve, good, true, u"role"_s);
    row("release", ActionKind::Release, promised, false, {});
    row("release nothing", ActionKind::Release, good, false, u"Nothing is reserved"_s);
    row("ship", ActionKind::Ship, promised, false, {});
    row("ship unreserved", ActionKind::Ship, good, false, u"Only reserved"_s);
    row("move quarantined", ActionKind::Move, quarantined, false, {});
    row("move promised", ActionKind::Move, promised, false, u"reserved"_s);
    row("adjust nothing", ActionKind::Adjust, empty, false, {});
    row("status of nothing", ActionKind::ChangeStatus, empty, false, u"Nothing lies"_s);
    row("receive", ActionKind::Receive, good, false, {});
    row("receive as viewer", ActionKind::Receive, good, true, u"role"_s);
}

void FormsTest::saysWhyNot()
{
    QFETCH(int, kind);
    QFETCH(StockListRow, row);
    QFETCH(bool, viewer);
    QFETCH(QString, why);
    const auto role = viewer ? Role::Viewer : Role::Staff;
    const auto reason = ui::ActionController::whyNot(ActionKind(kind), &row, role);
    QCOMPARE(reason.has_value(), !why.isEmpty());
    QVERIFY2(!reason || reason->contains(why), qUtf8Printable(reason.value_or(QString())));
}

void FormsTest::everyControlHasAName_data()
{
    QTest::addColumn<int>("kind");
    for (int kind = 0; kind <= int(ActionKind::ChangeStatus); ++kind)
        QTest::addRow("%d", kind) << kind;
}

void FormsTest::everyControlHasAName()
{
    QFETCH(int, kind);
    auto *form = m->open(ActionKind(kind), ScriptedStore::rice);
    QVERIFY(form);
    int controls = 0;
    for (QWidget *control : form->findChildren<QWidget *>()) {
        const bool counts = qobject_cast<QLineEdit *>(control) || qobject_cast<QComboBox *>(control)
                            || qobject_cast<QPushButton *>(control);
        if (!counts || qobject_cast<QComboBox *>(control->parentWidget()))
            continue;
        ++controls;
        auto *face = QAccessible::queryAccessibleInterface(control);
        QVERIFY(face);
        bool labelled = !face->text(QAccessible::Name).isEmpty();
        if (qobject_cast<QComboBox *>(control)) { // its name is its label's, not its value
            labelled = false;
            for (const auto &[other, relation] : face->relations()) {
                labelled = labelled || relation.testFlag(QAccessible::Label);
            }
        }
        QVERIFY2(labelled, qUtf8Printable(control->objectName()));
    }
    QVERIFY(controls >= 3);
}

} // namespace tanaban::test

Q_DECLARE_METATYPE(tanaban::StockListRow)

QTEST_MAIN(tanaban::test::FormsTest)
#include "formstest.moc"
