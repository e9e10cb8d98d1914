#include "tests/support/testprogram.h"
#include "tests/ui/allocation/deskfixture.h"
#include "ui/forms/factscard.h"
#include "ui/personalsettings.h"

#include <QComboBox>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace tanaban::test {

/// The allocation desk: by which strategy it plans, and what is done from there.
class DeskActionsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { WindowFixture::prepare(u"deskactionstest"_s); }
    void init();
    void cleanup() { m.reset(); }
    void strategyPlansAgain();
    void eachOrdersOwnStrategy();
    void anotherWindowChoosesForItself();
    void whatIsTypedStaysWhenRulesChange();
    void setAsideForReview();
    void canBeUndone();
    void severalOrdersAreOneCommand();
    void batchTakesWhatIsShown();

private:
    using Column = ui::PlanColumn;

    QString verdict(int row)
    {
        return m->desk().model().index(row, int(ui::WaitingColumn::Filled)).data().toString();
    }

    std::unique_ptr<DeskFixture> m;
};

void DeskActionsTest::init()
{
    m = std::make_unique<DeskFixture>(Engine::Sqlite);
    QVERIFY(m->open());
}

void DeskActionsTest::strategyPlansAgain()
{
    auto *strategies = m->desk().findChild<QComboBox *>(u"strategyBox"_s);
    auto *completeness = m->desk().findChild<QComboBox *>(u"completenessBox"_s);
    QVERIFY(!completeness->isEnabled()); // each order's strategy says it
    strategies->setFocus();
    WindowFixture::press(Qt::Key_Down);
    QCOMPARE(strategies->currentData(), builtInStrategies().front().name);
    QCOMPARE(completeness->currentIndex(), int(Completeness::Partial));
    completeness->setFocus();
    WindowFixture::press(Qt::Key_End); // whole orders
    QTRY_COMPARE(verdict(1), u"nothing, short"_s);
    m->select(u"O-2"_s);
    QCOMPARE(m->text(m->line(1), Column::Planned), u"0"_s);
    // Kept for the person, also for another window.
    m->window.reset();
    m->window = std::make_unique<WindowFixture>(m->database.url());
    m->window->open();
    WindowFixture::press(Qt::Key_4, Qt::ControlModifier);
    QTRY_VERIFY(m->desk().model().desk());
    QCOMPARE(m->desk().findChild<QComboBox *>(u"completenessBox"_s)->currentIndex(), 2);
    QCOMPARE(verdict(1), u"nothing, short"_s);
}

/// What an order's customer wants counts without anybody choosing it, and is told.
void DeskActionsTest::eachOrdersOwnStrategy()
{
    m->select(u"O-2"_s);
    QCOMPARE(m->text(m->line(0), Column::Planned), u"3"_s);
    const auto rules = [](const QString &completeness) {
        return u"{\"preferences\":[\"first_in\"],\"completeness\":\"%1\"}"_s.arg(completeness);
    };
    const auto chosen = [this] {
        const auto strategy = m->desk().model().desk()->strategy;
        return strategy ? QString(strategy->name + u' ' + codeOf(strategy->completeness))
                        : u"each order's own"_s;
    };
    m->database.sql(u"INSERT INTO strategies (scope, code, rules) VALUES ('named', 'Mori', ?)"_s,
                    {rules(u"whole_line"_s)});
    m->database.sql(
        u"INSERT INTO strategies (scope, code, uses) VALUES ('partner', 'C1', 'Mori')"_s);
    m->desk().refresh();
    QTRY_COMPARE(m->label(u"planStrategies"_s), u"Strategy: Mori"_s);
    QCOMPARE(m->text(m->line(0), Column::Planned), u"0"_s);
    QVERIFY(!m->desk().panel().request().command.strategy); // its own, whichever that is
    // Saved strategies can be chosen for all, and stay chosen when their rules change.
    auto *strategies = m->desk().findChild<QComboBox *>(u"strategyBox"_s);
    QTRY_VERIFY(strategies->findData(u"Mori"_s) > 0);
    strategies->setFocus();
    WindowFixture::press(Qt::Key_End);
    QTRY_COMPARE(chosen(), u"Mori whole_line"_s);
    QCOMPARE(m->label(u"planStrategies"_s), QString());
    m->database.sql(u"UPDATE strategies SET rules = ? WHERE scope = 'named'"_s,
                    {rules(u"whole_order"_s)});
    m->desk().refresh();
    QTRY_COMPARE(chosen(), u"Mori whole_order"_s);
    QCOMPARE(strategies->currentData(), u"Mori"_s);
    QCOMPARE(m->desk().findChild<QComboBox *>(u"completenessBox"_s)->currentIndex(),
             int(Completeness::WholeOrder));
    m->database.sql(u"DELETE FROM strategies"_s);
    m->desk().refresh();
    QTRY_COMPARE(chosen(), u"each order's own"_s); // there is no such strategy any more
    QCOMPARE(strategies->currentIndex(), 0);
}

/// What is kept for the person is where the next window begins, not what this one plans by.
void DeskActionsTest::anotherWindowChoosesForItself()
{
    ui::PersonalSettings settings(m->database.url(), QString::fromLatin1(TestDatabase::login));
    settings.setValue(u"allocation/strategy"_s, u"whole-orders"_s);
    m->select(u"O-2"_s);
    m->takeElsewhere(m->other, 1); // the plan is made anew
    QTRY_COMPARE(m->text(m->line(1), Column::Planned), u"3"_s);
    QVERIFY(!m->desk().model().desk()->strategy);
    QCOMPARE(m->desk().findChild<QComboBox *>(u"strategyBox"_s)->currentIndex(), 0);
}

/// A strategy whose rules somebody changes is no reason to take away what is being typed.
void DeskActionsTest::whatIsTypedStaysWhenRulesChange()
{
    const QString rules = u"{\"preferences\":[\"first_in\"],\"completeness\":\"%1\"}"_s;
    m->database.sql(u"INSERT INTO strategies (scope, code, rules) VALUES ('named', 'Mori', ?)"_s,
                    {rules.arg(u"partial"_s)});
    m->desk().refresh();
    auto *strategies = m->desk().findChild<QComboBox *>(u"strategyBox"_s);
    QTRY_VERIFY(strategies->findData(u"Mori"_s) > 0);
    strategies->setFocus();
    WindowFixture::press(Qt::Key_End);
    QTRY_VERIFY(m->desk().model().desk()->strategy);
    m->select(u"O-2"_s);
    m->type(u"L2"_s, u"2"_s);
    m->database.sql(u"UPDATE strategies SET rules = ? WHERE scope = 'named'"_s,
                    {rules.arg(u"whole_order"_s)});
    m->desk().refresh();
    QTRY_VERIFY(m->desk().panel().strip().isVisible());
    QCOMPARE(m->planned(u"L2"_s), u"2"_s);
    QCOMPARE(m->desk().panel().request().command.strategy->completeness, Completeness::Partial);
}

void DeskActionsTest::setAsideForReview()
{
    auto *pending = m->desk().findChild<QPushButton *>(u"pendingButton"_s);
    QVERIFY(!pending->isVisible());
    m->select(u"O-1"_s);
    WindowFixture::press(Qt::Key_Return, Qt::ControlModifier | Qt::AltModifier);
    QTRY_VERIFY2(m->message().contains(u"waits for review"_s), qPrintable(m->message()));
    QCOMPARE(m->allocated(u"O-1"_s, m->first), 0); // nobody has agreed
    QCOMPARE(m->database.scalar(u"SELECT sum(quantity) FROM allocations WHERE state = 'pending'"_s)
                 .toLongLong(),
             12);
    QTRY_COMPARE(pending->text(), u"Review: 2 lines wait"_s);
    QVERIFY(pending->isVisible());
    QTest::mouseClick(pending, Qt::LeftButton);
    QTRY_VERIFY(m->window->window->findChild<QDialog *>(u"reviewDialog"_s));
}

void DeskActionsTest::canBeUndone()
{
    m->select(u"O-1"_s);
    m->pressAllocate();
    QTRY_VERIFY2(m->message().contains(u"order O-1"_s), qPrintable(m->message()));
    QCOMPARE(m->allocated(u"O-1"_s, m->first), 10);
    WindowFixture::press(Qt::Key_Z, Qt::ControlModifier);
    QTRY_VERIFY2(m->message().startsWith(u"Undone: "), qPrintable(m->message()));
    QCOMPARE(m->allocated(u"O-1"_s, m->first), 0);
    QCOMPARE(m->allocated(u"O-1"_s, m->second), 0);
    QTRY_COMPARE(m->numbers(), QStringList({u"O-1"_s, u"O-2"_s, u"O-3"_s})); // it waits again
    QCOMPARE(m->database.audit(), QStringList());
}

void DeskActionsTest::severalOrdersAreOneCommand()
{
    m->desk().list().setFocus();
    m->desk().selectAll();
    QCOMPARE(m->plan().rowCount(), 4);
    QVERIFY(m->text(m->line(0), Column::Place).startsWith(u"O-1/1"_s));
    m->pressAllocate();
    QTRY_VERIFY2(m->message().contains(u"3 order"_s), qPrintable(m->message()));
    QCOMPARE(m->database.sql(u"SELECT 1 FROM commands WHERE kind = 'allocate'"_s).size(), size_t(1));
    QCOMPARE(m->allocated(u"O-2"_s, m->second), 3);
    QCOMPARE(m->allocated(u"O-2"_s, m->other), 4);
    QTRY_COMPARE(m->numbers(), QStringList({u"O-2"_s, u"O-3"_s}));
    QCOMPARE(m->database.audit(), QStringList());
}

void DeskActionsTest::batchTakesWhatIsShown()
{
    QAction *all = m->action(u"allocation.all"_s);
    m->desk().setBatchStarter({});
    QVERIFY(!all->isVisible()); // nothing would happen
    std::optional<BatchRequest> started;
    m->desk().setBatchStarter([&](const BatchRequest &request) { started = request; });
    QVERIFY(all->isVisible());
    m->action(u"allocation.short"_s)->trigger();
    all->trigger();
    QVERIFY(started);
    std::vector<qint64> expected;
    for (const QVariantList &row :
         m->database.sql(u"SELECT id FROM orders WHERE number IN ('O-2', 'O-3') ORDER BY id"_s))
        expected.push_back(row.front().toLongLong());
    QCOMPARE(started->orders, expected);
    QVERIFY(!started->strategy); // each order's own
    QCOMPARE(started->actor, QString::fromLatin1(TestDatabase::login));
}

} // namespace tanaban::test

TANABAN_WINDOW_TEST(tanaban::test::DeskActionsTest)
#include "deskactionstest.moc"
