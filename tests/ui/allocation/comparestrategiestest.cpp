// Two strategies beside each other, chosen in the dialog; nothing is written.
#include "ui/allocation/comparestrategies.h"

#include "tests/support/testprogram.h"
#include "tests/ui/allocation/allocationfixture.h"
#include "ui/allocation/effectview.h"

#include <QCheckBox>
#include <QComboBox>
#include <QSignalSpy>
#include <QTableView>

using namespace Qt::StringLiterals;

namespace tanaban::test {

class CompareStrategiesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { WindowFixture::prepare(u"comparestrategiestest"_s); }
    void cleanup() { m.close(); }
    void showsWhatDiffers();
    void withoutOrders();

private:
    ui::CompareStrategies *openDialog()
    {
        WindowFixture::press(Qt::Key_C, Qt::ControlModifier | Qt::AltModifier);
        return m.dialog<ui::CompareStrategies>();
    }
    static void choose(QWidget *dialog, const char *box, const QString &name)
    {
        auto *combo = AllocationFixture::part<QComboBox>(dialog, box);
        combo->setCurrentIndex(combo->findData(name));
    }

    AllocationFixture m;
};

void CompareStrategiesTest::showsWhatDiffers()
{
    m.open();
    m.order(u"O1"_s, {{u"P1"_s, 20}});
    m.order(u"O2"_s, {{u"P1"_s, 50}, {u"P3"_s, 1}});
    m.order(u"O3"_s, {{u"P2"_s, 10}});
    m.commitOrders();
    m.show();
    const auto before = m.database->checksums();
    ui::CompareStrategies *dialog = openDialog();
    QVERIFY(dialog);
    choose(dialog, "firstStrategy", u"zone-priority"_s);
    choose(dialog, "secondStrategy", u"whole-orders"_s);
    ui::DifferenceModel &model = dialog->findChild<ui::EffectView *>()->model();
    QTRY_COMPARE(model.rowCount(), 1); // O2 cannot be whole, so it gets nothing
    QCOMPARE(model.differenceAt(0).before.number, u"O2"_s);
    QCOMPARE(model.differenceAt(0).before.allocated, 40);
    QCOMPARE(model.differenceAt(0).after.allocated, 0);
    QVERIFY(model.index(0, ui::DifferenceModel::Change).data().toString().contains(u"short"));
    QCOMPARE(m.said(dialog, "after1"), u"3"_s);
    QCOMPARE(m.said(dialog, "difference1"), u"="_s);
    QCOMPARE(m.said(dialog, "after3"), u"2"_s);        // lines done
    QCOMPARE(m.said(dialog, "difference4"), u"▼ 1"_s); // partly
    QCOMPARE(m.said(dialog, "difference5"), u"▲ 1"_s); // short
    QTest::keyClicks(m.part<QLineEdit>(dialog, "differenceSearch"), u"o1"_s);
    QCOMPARE(model.rowCount(), 0);
    m.part<QLineEdit>(dialog, "differenceSearch")->clear();
    QSignalSpy wanted(dialog, &ui::CompareStrategies::wanted);
    auto *table = m.part<QTableView>(dialog, "differenceTable");
    table->setCurrentIndex(model.index(0, 0));
    QTest::keyClick(table, Qt::Key_Return);
    QCOMPARE(wanted.size(), 1);
    // The same on both sides.
    choose(dialog, "secondStrategy", u"zone-priority"_s);
    QTRY_COMPARE(model.differenceCount(), 0);
    QVERIFY(m.press(dialog, "closeButton"));
    QTRY_VERIFY(!m.window->window->findChild<ui::CompareStrategies *>());
    QCOMPARE(m.database->checksums(), before);
}

void CompareStrategiesTest::withoutOrders()
{
    m.open();
    m.show();
    ui::CompareStrategies *dialog = openDialog();
    QTRY_VERIFY(m.said(dialog, "note").contains(u"nothing to compare"));
}

} // namespace tanaban::test

TANABAN_WINDOW_TEST(tanaban::test::CompareStrategiesTest)
#include "comparestrategiestest.moc"
