// The priorities of zones, typed over in the dialog: the effect before saving, and what is saved.
#include "ui/allocation/zonepriorities.h"

#include "tests/support/testprogram.h"
#include "tests/ui/allocation/allocationfixture.h"
#include "ui/allocation/effectview.h"
#include "ui/allocation/prioritytable.h"
#include "ui/records/mergedialog.h"

#include <QRadioButton>

using namespace Qt::StringLiterals;

namespace tanaban::test {

class ZonePrioritiesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { WindowFixture::prepare(u"zoneprioritiestest"_s); }
    void init();
    void cleanup() { m.close(); }
    void showsTheEffectAsOneTypes();
    void savesWhatWasTyped();
    void saysWhatIsNoPriority();
    void asksWhenOthersChangedIt();
    void takesBack();
    void isThereAgainAfterTheEnd();

private:
    static constexpr int priorityColumn = 5;

    ui::ZonePriorities *openDialog();
    /// In the table, as with the keyboard.
    static void typePriority(QWidget *dialog, int row, const QString &text);
    QVariant priority(int zone)
    {
        return m.database->scalar(u"SELECT allocation_priority FROM zones WHERE zone_number = ?"_s,
                                  {zone});
    }
    void setElsewhere(int zone, int priority)
    {
        RecordKeeper keeper(m.database->database());
        QCOMPARE(verdictOf(keeper
                               .set(Entity::Zone,
                                    {{u"warehouse_code"_s, u"WH001"_s}, {u"zone_number"_s, zone}},
                                    {{u"allocation_priority"_s, priority}})
                               .outcome),
                 u"committed"_s);
    }

    AllocationFixture m;
};

void ZonePrioritiesTest::init()
{
    m.open();
    m.order(u"O1"_s, {{u"P1"_s, 20}});
    m.commitOrders();
    m.show();
}

ui::ZonePriorities *ZonePrioritiesTest::openDialog()
{
    WindowFixture::press(Qt::Key_P, Qt::ControlModifier | Qt::AltModifier);
    auto *dialog = m.dialog<ui::ZonePriorities>();
    auto *table = dialog->findChild<ui::PriorityTable *>();
    return QTest::qWaitFor([table] { return table->rowCount() == 2 && table->isEnabled(); })
               ? dialog
               : nullptr;
}

void ZonePrioritiesTest::typePriority(QWidget *dialog, int row, const QString &text)
{
    auto *table = dialog->findChild<ui::PriorityTable *>();
    table->setFocus();
    table->setCurrentCell(row, priorityColumn);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete); // the cell before
    QTest::keyClick(table, Qt::Key_F2);
    auto *edit = table->findChild<QLineEdit *>(u"priorityEdit"_s);
    QVERIFY(edit);
    edit->selectAll();
    if (text.isEmpty())
        QTest::keyClick(edit, Qt::Key_Delete);
    else
        QTest::keyClicks(edit, text);
}

void ZonePrioritiesTest::showsTheEffectAsOneTypes()
{
    ui::ZonePriorities *dialog = openDialog();
    QVERIFY(dialog);
    ui::DifferenceModel &model = dialog->findChild<ui::EffectView *>()->model();
    QTRY_COMPARE(m.said(dialog, "after1"), u"1"_s);
    QCOMPARE(model.differenceCount(), 0);
    typePriority(dialog, 1, u"1"_s); // zone 2 before zone 1, which has none; the cell is still open
    QTRY_COMPARE(model.differenceCount(), 1);
    QCOMPARE(model.differenceAt(0).before.number, u"O1"_s);
    QVERIFY(model.differenceAt(0).sameAmount());
    QTRY_VERIFY(m.said(dialog, "note").contains(u"other stock"));
    QVERIFY(priority(2).isNull());   // nothing was saved
    typePriority(dialog, 0, u"0"_s); // and zone 1 before both
    QTRY_COMPARE(model.differenceCount(), 0);
}

void ZonePrioritiesTest::savesWhatWasTyped()
{
    setElsewhere(1, 5);
    ui::ZonePriorities *dialog = openDialog();
    QVERIFY(dialog);
    QVERIFY(!m.part<QPushButton>(dialog, "saveButton")->isEnabled());
    typePriority(dialog, 0, {}); // last
    typePriority(dialog, 1, u"7"_s);
    QVERIFY(m.press(dialog, "saveButton"));
    QTRY_VERIFY(!m.window->window->findChild<ui::ZonePriorities *>());
    QVERIFY(priority(1).isNull());
    QCOMPARE(priority(2).toInt(), 7);
    QCOMPARE(m.database->audit(), QStringList());
}

void ZonePrioritiesTest::saysWhatIsNoPriority()
{
    ui::ZonePriorities *dialog = openDialog();
    QVERIFY(dialog);
    typePriority(dialog, 0, u"1x"_s);
    QVERIFY(m.said(dialog, "note").contains(u"WH001/1"));
    QVERIFY(!m.part<QPushButton>(dialog, "saveButton")->isEnabled());
    typePriority(dialog, 0, u"12"_s);
    QVERIFY(m.part<QPushButton>(dialog, "saveButton")->isEnabled());
}

void ZonePrioritiesTest::asksWhenOthersChangedIt()
{
    ui::ZonePriorities *dialog = openDialog();
    QVERIFY(dialog);
    typePriority(dialog, 0, u"3"_s);
    typePriority(dialog, 1, u"4"_s);
    setElsewhere(2, 9);
    QVERIFY(m.press(dialog, "saveButton"));
    auto *asking = m.dialog<ui::MergeDialog>();
    QVERIFY(asking);
    QCOMPARE(priority(1).toInt(), 3); // which nobody else touched
    QCOMPARE(priority(2).toInt(), 9);
    QTest::qWait(400); // its key guard
    asking->reject();
    QTRY_VERIFY(m.said(dialog, "note").contains(u"Saved: 1, not saved: 1."));
    // What was typed is still there, on the zone as it is now.
    QTRY_VERIFY(m.part<QPushButton>(dialog, "saveButton")->isEnabled());
    QVERIFY(m.press(dialog, "saveButton"));
    QTRY_VERIFY(!m.window->window->findChild<ui::ZonePriorities *>());
    QCOMPARE(priority(2).toInt(), 4);
    QCOMPARE(m.database->audit(), QStringList());
}

void ZonePrioritiesTest::takesBack()
{
    ui::ZonePriorities *dialog = openDialog();
    QVERIFY(dialog);
    typePriority(dialog, 0, u"3"_s);
    QTest::keyClick(dialog->findChild<QLineEdit *>(u"priorityEdit"_s), Qt::Key_Return);
    QVERIFY(m.press(dialog, "takeBackButton"));
    QVERIFY(dialog->findChild<ui::PriorityTable *>()->changes().empty());
    QVERIFY(!m.part<QPushButton>(dialog, "saveButton")->isEnabled());
}

void ZonePrioritiesTest::isThereAgainAfterTheEnd()
{
    setElsewhere(1, 5);
    ui::ZonePriorities *dialog = openDialog();
    QVERIFY(dialog);
    QVERIFY(dialog->draft().isEmpty());
    typePriority(dialog, 0, {}); // comes last
    typePriority(dialog, 1, u"7"_s);
    m.window.reset();
    m.show();
    dialog = m.dialog<ui::ZonePriorities>();
    QVERIFY(dialog);
    const auto *table = dialog->findChild<ui::PriorityTable *>();
    QTRY_COMPARE(table->rowCount(), 2);
    QTRY_COMPARE(table->changes().size(), 2U);
    QCOMPARE(table->item(0, priorityColumn)->text(), QString());
    QCOMPARE(table->item(1, priorityColumn)->text(), u"7"_s);
    QVERIFY(priority(2).isNull()); // nothing was saved
    // Whoever leaves the page wants nothing of it any more.
    dialog->reject();
    m.window.reset();
    m.show();
    QTest::qWait(200);
    QVERIFY(m.window->calm());
    QVERIFY(!m.window->window->findChild<ui::ZonePriorities *>());
}

} // namespace tanaban::test

TANABAN_WINDOW_TEST(tanaban::test::ZonePrioritiesTest)
#include "zoneprioritiestest.moc"
