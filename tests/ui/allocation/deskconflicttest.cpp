#include "tests/support/testprogram.h"
#include "tests/ui/allocation/deskfixture.h"

#include <QPushButton>

using namespace Qt::StringLiterals;

namespace tanaban::test {

/// From the plan on the screen to the ledger, with others in between, on both engines.
class DeskConflictTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { WindowFixture::prepare(u"deskconflicttest"_s); }
    void planShownIsCommitted_data() { addEngines(); }
    void planShownIsCommitted();
    void overtakenPlanIsShownAndRetried_data() { addEngines(); }
    void overtakenPlanIsShownAndRetried();
    void overtakenAgain_data() { addEngines(); }
    void overtakenAgain();
    void backKeepsWhatWasTyped();
    void firstKeysAreIgnored();
    void orderServedByOthers();

private:
    static QString textOf(QWidget *dialog, const char *name)
    {
        const auto *label = dialog->findChild<QLabel *>(QLatin1String(name));
        return label ? label->text() : QString();
    }
    static QStringList all(QWidget *dialog, const QString &name)
    {
        QStringList texts;
        for (const auto *label : dialog->findChildren<QLabel *>(name))
            texts << label->text();
        return texts;
    }
};

void DeskConflictTest::planShownIsCommitted()
{
    QFETCH(Engine, engine);
    DeskFixture m(engine);
    QVERIFY(m.open());
    m.select(u"O-1"_s);
    QCOMPARE(m.planned(u"L1"_s), u"10"_s);
    QCOMPARE(m.planned(u"L2"_s), u"2"_s);
    m.pressAllocate();
    QTRY_VERIFY2(m.message().contains(u"order O-1"_s), qPrintable(m.message()));
    QCOMPARE(m.allocated(u"O-1"_s, m.first), 10);
    QCOMPARE(m.allocated(u"O-1"_s, m.second), 2);
    QCOMPARE(m.database.sql(u"SELECT 1 FROM commands WHERE kind = 'allocate'"_s).size(), size_t(1));
    // It lacks nothing any more; the next one is planned with what is left.
    QTRY_COMPARE(m.numbers(), QStringList({u"O-2"_s, u"O-3"_s}));
    QTRY_COMPARE(m.text(m.line(0), DeskFixture::PlanColumn::Planned), u"3"_s);
    QCOMPARE(m.database.audit(), QStringList());
}

void DeskConflictTest::overtakenPlanIsShownAndRetried()
{
    QFETCH(Engine, engine);
    DeskFixture m(engine);
    QVERIFY(m.open());
    m.select(u"O-1"_s);
    m.takeElsewhere(m.first, 4);
    m.pressAllocate();
    ui::PlanConflictDialog *dialog = m.conflict();
    QVERIFY(dialog);
    // Nothing was done while it asks; it tells what happened, and both plans.
    QCOMPARE(m.allocated(u"O-1"_s, m.first), 0);
    QVERIFY(all(dialog, u"storyLine"_s).join(u'\n').contains(u"reserved 4"_s));
    const QStringList places = all(dialog, u"placeLabel"_s);
    QVERIFY2(places.join(u'\n').contains(u"O-1/1"_s), qPrintable(places.join(u'\n')));
    const QStringList effects = all(dialog, u"rowEffect"_s);
    QVERIFY2(effects.join(u'\n').contains(u"1"_s), qPrintable(effects.join(u'\n'))); // 6 + 5 of 12
    QStringList changes;
    for (const auto *label : dialog->findChildren<QLabel *>())
        changes << label->accessibleName();
    QVERIFY2(changes.join(u'\n').contains(u"Planned: 12 when you looked, 11"_s),
             qPrintable(changes.join(u'\n')));
    WindowFixture::press(Qt::Key_Return);
    QTRY_VERIFY2(m.message().contains(u"order O-1"_s), qPrintable(m.message()));
    QCOMPARE(m.allocated(u"O-1"_s, m.first), 6);
    QCOMPARE(m.allocated(u"O-1"_s, m.second), 5);
    QTRY_VERIFY(!m.window->window->findChild<ui::PlanConflictDialog *>());
    QTRY_COMPARE(m.text(m.line(0), DeskFixture::PlanColumn::Wanted), u"1"_s); // what is still short
    QCOMPARE(m.database.audit(), QStringList());
}

void DeskConflictTest::overtakenAgain()
{
    QFETCH(Engine, engine);
    DeskFixture m(engine);
    QVERIFY(m.open());
    m.select(u"O-1"_s);
    m.takeElsewhere(m.first, 4);
    m.pressAllocate();
    ui::PlanConflictDialog *dialog = m.conflict();
    QVERIFY(dialog);
    m.takeElsewhere(m.second, 5);
    WindowFixture::press(Qt::Key_Return);
    QTRY_VERIFY(textOf(dialog, "headline").contains(u"again"_s));
    QCOMPARE(m.allocated(u"O-1"_s, m.first), 0);
    QTRY_COMPARE(all(dialog, u"storyLine"_s).size(), 2);
    QCOMPARE(m.conflict(), dialog); // the same one, which took no keys for a moment again
    WindowFixture::press(Qt::Key_Return);
    QTRY_VERIFY2(m.message().contains(u"order O-1"_s), qPrintable(m.message()));
    QCOMPARE(m.allocated(u"O-1"_s, m.first), 6);
    QCOMPARE(m.allocated(u"O-1"_s, m.second), 0);
    QCOMPARE(m.database.audit(), QStringList());
}

void DeskConflictTest::backKeepsWhatWasTyped()
{
    DeskFixture m(Engine::Sqlite);
    QVERIFY(m.open());
    m.select(u"O-1"_s);
    m.type(u"L2"_s, u"3"_s);
    m.type(u"L1"_s, u"8"_s);
    m.takeElsewhere(m.first, 5);
    m.pressAllocate();
    QVERIFY(m.conflict());
    WindowFixture::press(Qt::Key_Escape);
    QTRY_VERIFY(!m.window->window->findChild<ui::PlanConflictDialog *>());
    // As far as it can still be: of L1 only 5 are left.
    QCOMPARE(m.planned(u"L2"_s), u"3"_s);
    QCOMPARE(m.planned(u"L1"_s), u"5"_s);
    QCOMPARE(m.database.count(u"allocations"_s, u"order_id IS NOT NULL"_s), 0);
    QTRY_VERIFY(m.action(u"allocation.allocate"_s)->isEnabled());
    m.pressAllocate();
    QTRY_VERIFY2(m.message().contains(u"order O-1"_s), qPrintable(m.message()));
    QCOMPARE(m.allocated(u"O-1"_s, m.first), 5);
    QCOMPARE(m.allocated(u"O-1"_s, m.second), 3);
    QCOMPARE(m.database.audit(), QStringList());
}

void DeskConflictTest::firstKeysAreIgnored()
{
    DeskFixture m(Engine::Sqlite);
    QVERIFY(m.open());
    m.select(u"O-1"_s);
    m.takeElsewhere(m.first, 4);
    m.pressAllocate();
    ui::PlanConflictDialog *dialog = nullptr;
    QTRY_VERIFY((dialog = m.window->window->findChild<ui::PlanConflictDialog *>()));
    QVERIFY(QTest::qWaitForWindowActive(dialog));
    WindowFixture::press(Qt::Key_Return); // in the same moment
    QTest::qWait(50);
    QVERIFY(dialog->isVisible());
    QCOMPARE(m.database.count(u"allocations"_s, u"order_id IS NOT NULL"_s), 0);
    m.now += 10'000;
    WindowFixture::press(Qt::Key_Return);
    QTRY_COMPARE(m.database.count(u"allocations"_s, u"order_id IS NOT NULL"_s), 2);
}

/// Somebody else gave the order what it lacked: the plan comes to nothing, and that is said.
void DeskConflictTest::orderServedByOthers()
{
    DeskFixture m(Engine::Sqlite);
    QVERIFY(m.open());
    m.select(u"O-1"_s);
    m.database.sql(u"UPDATE orders SET state = 'cancelled' WHERE number = 'O-1'"_s);
    m.pressAllocate();
    ui::PlanConflictDialog *dialog = m.conflict();
    QVERIFY(dialog);
    QVERIFY(all(dialog, u"rowEffect"_s).contains(u"→  the order no longer lacks this"_s));
    QVERIFY(!dialog->findChild<QPushButton *>(u"retryButton"_s)->isEnabled());
    WindowFixture::press(Qt::Key_Escape);
    QTRY_COMPARE(m.numbers(), QStringList({u"O-2"_s, u"O-3"_s}));
    QCOMPARE(m.database.count(u"allocations"_s), 0);
}

} // namespace tanaban::test

TANABAN_WINDOW_TEST(tanaban::test::DeskConflictTest)
#include "deskconflicttest.moc"
