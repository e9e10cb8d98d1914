#include "tests/support/testprogram.h"
#include "tests/ui/allocation/deskfixture.h"
#include "ui/forms/factscard.h"
#include "ui/look/emptypage.h"

#include <QComboBox>
#include <QScrollBar>
#include <QTableWidget>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace tanaban::test {

/// The allocation desk: what it lists, how it plans, and what can be typed into the plan.
class AllocationPlaceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { WindowFixture::prepare(u"allocationplacetest"_s); }
    void init();
    void cleanup() { m.reset(); }
    void listsWhatWaits();
    void filtersAndSearches();
    void saysWhyForEachRow();
    void saysWhoHasWhatIsNotFree();
    void quantitiesAreTyped();
    void whatIsNotAllowedSaysWhy();
    void othersChangesArriveQuietly();
    void whatIsTypedStays();
    void nothingWaits();
    void keysAlone();
    void manyOrdersStayFluent();
    void longPlansComeAsOneGoes();

private:
    using Column = ui::PlanColumn;

    QString verdict(int row)
    {
        return m->desk().model().index(row, int(ui::WaitingColumn::Filled)).data().toString();
    }

    std::unique_ptr<DeskFixture> m;
};

void AllocationPlaceTest::init()
{
    m = std::make_unique<DeskFixture>(Engine::Sqlite);
    QVERIFY(m->open());
}

void AllocationPlaceTest::listsWhatWaits()
{
    // In their turn: by due date, those without one last.
    QCOMPARE(m->numbers(), QStringList({u"O-1"_s, u"O-2"_s, u"O-3"_s}));
    QCOMPARE(verdict(0), u"all"_s);
    QCOMPARE(verdict(1), u"partly, 1 of 2"_s);
    QCOMPARE(verdict(2), u"nothing, short"_s);
    const auto cell = [&](int row, ui::WaitingColumn column) {
        return m->desk().model().index(row, int(column)).data().toString();
    };
    QVERIFY(cell(0, ui::WaitingColumn::Due).contains(u"overdue"_s));
    QCOMPARE(cell(0, ui::WaitingColumn::Partner), u"Mori Foods"_s);
    QCOMPARE(cell(1, ui::WaitingColumn::Lines), u"2"_s);
    QVERIFY(m->label(u"waitingCount"_s).startsWith(u"3 "_s));
    // Sorted by a column, and back.
    m->desk().model().sort(int(ui::WaitingColumn::Number), Qt::DescendingOrder);
    QCOMPARE(m->numbers(), QStringList({u"O-3"_s, u"O-2"_s, u"O-1"_s}));
    m->desk().model().sort(-1, Qt::AscendingOrder);
    QCOMPARE(m->numbers(), QStringList({u"O-1"_s, u"O-2"_s, u"O-3"_s}));
}

void AllocationPlaceTest::filtersAndSearches()
{
    const auto press = [&](const QString &name) {
        m->desk().findChild<QToolButton *>(u"chip."_s + name)->click();
    };
    press(u"allocation.due"_s);
    QCOMPARE(m->numbers(), QStringList{u"O-1"_s});
    press(u"allocation.due"_s);
    press(u"allocation.filled"_s);
    QCOMPARE(m->numbers(), QStringList{u"O-1"_s});
    press(u"allocation.short"_s); // instead
    QCOMPARE(m->numbers(), QStringList({u"O-2"_s, u"O-3"_s}));
    press(u"allocation.clear"_s);
    QCOMPARE(m->numbers().size(), 3);
    QVERIFY(m->desk().findChild<QToolButton *>(u"chip.allocation.clear"_s)->isChecked());
    m->desk().setSearchText(u"p2 mori"_s); // product and partner, whatever the case
    QCOMPARE(m->numbers(), QStringList{u"O-2"_s});
    m->desk().setSearchText(u"o-3"_s);
    QCOMPARE(m->numbers(), QStringList{u"O-3"_s});
    m->desk().setSearchText(u"nothing like it"_s);
    QCOMPARE(m->numbers(), QStringList());
    QVERIFY(m->desk().findChild<ui::EmptyPage *>()->isVisible());
    m->action(u"allocation.clear"_s)->trigger();
    QCOMPARE(m->numbers().size(), 3);
}

void AllocationPlaceTest::saysWhyForEachRow()
{
    m->select(u"O-2"_s);
    QCOMPARE(m->text(m->line(0), Column::Wanted), u"8"_s);
    QCOMPARE(m->text(m->line(0), Column::Planned), u"3"_s);
    QVERIFY(m->text(m->line(0), Column::Why).contains(u"5"_s));
    QVERIFY(m->plan().isShort(m->line(0)));
    QCOMPARE(m->planned(u"L2"_s), u"3"_s);
    // L1 goes to the order before: passed over, and it says to whom.
    QCOMPARE(m->planned(u"L1"_s), QString());
    QVERIFY2(m->text(m->rowOf(u"L1"_s), Column::Why).contains(u"O-1"_s),
             qPrintable(m->text(m->rowOf(u"L1"_s), Column::Why)));
    QCOMPARE(ui::PlanModel::levelOf(m->rowOf(u"L1"_s)), ui::PlanModel::Level::Other);
    // What explains a shortage is open at once.
    QVERIFY(m->desk().panel().view().isExpanded(m->rowOf(u"L1"_s).parent()));
    QVERIFY2(m->label(u"planSummary"_s).contains(u"filled"_s)
                 && m->label(u"planSummary"_s).contains(u"1 partly"_s),
             qPrintable(m->label(u"planSummary"_s)));
    m->select(u"O-3"_s);
    QVERIFY(m->text(m->line(0), Column::Why).contains(u"nothing of it is in stock"_s));
    QVERIFY(!m->action(u"allocation.allocate"_s)->isEnabled());
    QVERIFY(!m->action(u"allocation.allocate"_s)->toolTip().isEmpty());
}

/// Held for an order until some time, by hand, or for other orders; and from there to who has it.
void AllocationPlaceTest::saysWhoHasWhatIsNotFree()
{
    const auto why = [this](const QString &lot) { return m->text(m->rowOf(lot), Column::Why); };
    const QDateTime until = QDateTime::currentDateTimeUtc().addSecs(3600);
    m->database.sql(u"INSERT INTO holds (stock_id, order_id, line_number, quantity, expires_at, "
                    "state) SELECT ?, id, 1, 10, ?, 'active' FROM orders WHERE number = 'O-1'"_s,
                    {m->first, until.toString(u"yyyy-MM-ddTHH:mm:ss.zzz000Z"_s)});
    m->database.sql(u"UPDATE stock SET reserved = 10 WHERE id = ?"_s, {m->first});
    m->takeElsewhere(m->second, 5);
    m->desk().refresh();
    m->select(u"O-2"_s);
    QTRY_COMPARE(why(u"L1"_s),
                 u"all of it is taken: held for order O-1 until %1: 10"_s.arg(
                     until.toLocalTime().toString(u"HH:mm"_s)));
    QCOMPARE(why(u"L2"_s), u"all of it is taken: reserved by hand 5"_s);
    ui::PlanView &view = m->desk().panel().view();
    view.setFocus();
    view.setCurrentIndex(m->rowOf(u"L1"_s));
    WindowFixture::press(Qt::Key_W, Qt::ControlModifier | Qt::AltModifier);
    QDialog *holders = nullptr;
    QTRY_VERIFY((holders = m->window->window->findChild<QDialog *>(u"holdersDialog"_s)));
    auto *table = holders->findChild<QTableWidget *>(u"holdersTable"_s);
    QTRY_COMPARE(table->rowCount(), 1);
    QVERIFY(table->item(0, 0)->text().startsWith(u"O-1"));
    QTRY_VERIFY(
        holders->findChild<QComboBox *>(u"takerBox"_s)->currentText().startsWith(u"O-2 / 1"));
    holders->reject();
}

void AllocationPlaceTest::quantitiesAreTyped()
{
    m->select(u"O-1"_s);
    m->type(u"L2"_s, u"2*2"_s);
    QCOMPARE(m->planned(u"L2"_s), u"4"_s);
    m->type(u"L1"_s, u"8"_s);
    QCOMPARE(m->text(m->line(), Column::Planned), u"12"_s);
    QVERIFY(m->text(m->rowOf(u"L1"_s), Column::Why).contains(u"by hand"_s));
    m->pressAllocate();
    QTRY_VERIFY2(m->message().contains(u"order O-1"_s), qPrintable(m->message()));
    QCOMPARE(m->allocated(u"O-1"_s, m->first), 8);
    QCOMPARE(m->allocated(u"O-1"_s, m->second), 4);
    QTRY_COMPARE(m->numbers(), QStringList({u"O-2"_s, u"O-3"_s}));
    QCOMPARE(m->database.audit(), QStringList());
}

void AllocationPlaceTest::whatIsNotAllowedSaysWhy()
{
    m->select(u"O-2"_s);
    QAction *allocate = m->action(u"allocation.allocate"_s);
    QVERIFY(allocate->isEnabled());
    const auto refuses = [&](const QString &typed) {
        m->type(u"L1"_s, typed);
        const QString why = m->text(m->rowOf(u"L1"_s), Column::Why);
        return m->plan().isBad(m->rowOf(u"L1"_s)) && !allocate->isEnabled() && !why.isEmpty()
               && allocate->toolTip().contains(why);
    };
    QVERIFY(refuses(u"11"_s));               // more than there is
    QVERIFY(refuses(u"9"_s));                // more than the line lacks
    QVERIFY(refuses(u"1.5"_s));              // no such pieces
    QCOMPARE(m->planned(u"L1"_s), u"1.5"_s); // what was typed is not lost
    QVERIFY(refuses(u"x"_s));
    m->pressAllocate();
    QTest::qWait(50);
    QCOMPARE(m->database.count(u"allocations"_s), 0);
    m->type(u"L1"_s, u"5"_s); // 3 of L2 and 5 of L1: what goes to another order may be taken by hand
    QVERIFY2(allocate->isEnabled(), qPrintable(allocate->toolTip()));
    m->action(u"allocation.asPlanned"_s)->trigger();
    QCOMPARE(m->planned(u"L1"_s), QString());
    QVERIFY(allocate->isEnabled());
    QVERIFY(!m->action(u"allocation.asPlanned"_s)->isEnabled());
}

void AllocationPlaceTest::othersChangesArriveQuietly()
{
    m->select(u"O-2"_s);
    m->desk().panel().view().setFocus();
    m->desk().panel().view().setCurrentIndex(m->rowOf(u"L1"_s));
    m->takeElsewhere(m->other, 3);
    QTRY_COMPARE_WITH_TIMEOUT(m->text(m->line(1), Column::Planned), u"1"_s, 10'000);
    QCOMPARE(m->desk().list().currentIndex().data().toString(), u"O-2"_s);
    QCOMPARE(m->desk().panel().view().currentIndex(), m->rowOf(u"L1"_s));
    QVERIFY(m->label(u"stripText"_s).isEmpty());
}

void AllocationPlaceTest::whatIsTypedStays()
{
    m->select(u"O-2"_s);
    m->type(u"L1"_s, u"5"_s);
    m->takeElsewhere(m->first, 7);
    QTRY_VERIFY_WITH_TIMEOUT(!m->label(u"stripText"_s).isEmpty(), 10'000);
    QCOMPARE(m->planned(u"L1"_s), u"5"_s); // nothing changes under the hands
    QCOMPARE(m->text(m->rowOf(u"L1"_s), Column::Free), u"0"_s);
    m->desk().panel().strip().findChild<QAbstractButton *>(u"lookAgainButton"_s)->click();
    QCOMPARE(m->planned(u"L1"_s), u"3"_s); // as much as is left
    QVERIFY(m->label(u"stripText"_s).isEmpty());
}

void AllocationPlaceTest::nothingWaits()
{
    m->database.sql(u"UPDATE orders SET state = 'cancelled'"_s);
    m->desk().refresh();
    auto *empty = m->desk().findChild<ui::EmptyPage *>();
    QTRY_VERIFY_WITH_TIMEOUT(empty->isVisible(), 5'000);
    QStringList texts;
    for (const auto *label : empty->findChildren<QLabel *>())
        texts << label->text();
    QVERIFY(texts.join(u'\n').contains(u"No order is waiting"_s));
}

/// From the window to the ledger without a mouse.
void AllocationPlaceTest::keysAlone()
{
    QTRY_COMPARE(QApplication::focusWidget(), &m->desk().list());
    WindowFixture::press(Qt::Key_Down);
    QCOMPARE(m->desk().list().currentIndex().data().toString(), u"O-2"_s);
    WindowFixture::press(Qt::Key_Return);
    QCOMPARE(QApplication::focusWidget(), &m->desk().panel().view());
    for (int i = 0;
         i < 20 && m->plan().stockId(m->desk().panel().view().currentIndex()) != m->second;
         ++i)
        WindowFixture::press(Qt::Key_Down);
    WindowFixture::press(Qt::Key_2); // a figure begins to type
    auto *edit = qobject_cast<QLineEdit *>(QApplication::focusWidget());
    QVERIFY(edit);
    QCOMPARE(edit->text(), u"2"_s);
    m->pressAllocate(); // what is being typed counts
    QTRY_VERIFY2(m->message().contains(u"order O-2"_s), qPrintable(m->message()));
    QCOMPARE(m->allocated(u"O-2"_s, m->second), 2);
    QCOMPARE(m->allocated(u"O-2"_s, m->other), 4);
    WindowFixture::press(Qt::Key_Escape);
    QCOMPARE(QApplication::focusWidget(), &m->desk().list());
}

/// The book of the desk with so many orders more, X-0 and so on, of one line each.
static AllocationBook withMore(AllocationBook book, int many)
{
    const BookOrder order = book.orders.front();
    const BookLine line = book.lines[size_t(order.firstLine)];
    for (int i = 0; i < many; ++i) {
        BookOrder more = order;
        more.id = 1'000 + i;
        more.number = u"X-%1"_s.arg(i);
        more.firstLine = int(book.lines.size());
        book.orders.push_back(more);
        BookLine its = line;
        its.order = int(book.orders.size()) - 1;
        book.lines.push_back(its);
    }
    return book;
}

/// Sorting, filtering and selecting work on numbers: no row costs a widget or a question.
void AllocationPlaceTest::manyOrdersStayFluent()
{
    constexpr int many = 20'000;
    ui::WaitingModel model;
    model.setDesk(std::make_shared<const ui::DeskPlan>(
        ui::deskOf(withMore(m->desk().model().desk()->book, many), builtInStrategies().front())));
    QCOMPARE(model.rowCount(), many + 3);
    model.sort(int(ui::WaitingColumn::Number), Qt::DescendingOrder);
    QCOMPARE(model.index(0, 0).data().toString(), u"X-9999"_s);
    model.setFilter({ui::WaitingFilter::Verdict::Short, true, u"x-1999"_s});
    QCOMPARE(model.rowCount(), 11);
    ui::PlanModel plan;
    ui::HandPicks hand;
    std::vector<int> all;
    for (int i = 0; i < many; ++i)
        all.push_back(i);
    plan.show(model.desk(), all, hand);
    QCOMPARE(plan.rowCount(), ui::PlanModel::linesAtOnce);
    QVERIFY(plan.linesBelow() > many / 2);
    QCOMPARE(ui::requestOf(*model.desk(), all, hand).command.orders.size(), size_t(many));
}

/// Every line of the plan can be reached, with the keyboard too, and what was reached stays listed
/// when the same plan is made anew.
void AllocationPlaceTest::longPlansComeAsOneGoes()
{
    constexpr int more = 2 * ui::PlanModel::linesAtOnce + 200;
    const auto desk = std::make_shared<const ui::DeskPlan>(
        ui::deskOf(withMore(m->desk().model().desk()->book, more), builtInStrategies().front()));
    std::vector<int> orders;
    for (int i = 0; i < more; ++i)
        orders.push_back(int(desk->book.orders.size()) - more + i);
    ui::PlanPanel &panel = m->desk().panel();
    panel.show(desk, orders);
    const auto *below = m->desk().findChild<QLabel *>(u"linesBelow"_s);
    QVERIFY(below->isVisible());
    QVERIFY2(below->text().contains(QLocale().toString(more - ui::PlanModel::linesAtOnce)),
             qPrintable(below->text()));
    panel.view().setFocus();
    for (int pressed = 0; panel.model().linesBelow() > 0 && pressed < 10; ++pressed) {
        const int listed = panel.model().rowCount();
        WindowFixture::press(Qt::Key_End);
        QTRY_VERIFY(panel.model().rowCount() > listed);
        QCOMPARE(panel.model().rowCount(), std::min(more, listed + ui::PlanModel::linesAtOnce));
    }
    QCOMPARE(panel.model().rowCount(), more);
    QVERIFY(!below->isVisible());
    WindowFixture::press(Qt::Key_End);
    QVERIFY2(panel.view().currentIndex().data().toString().contains(u"X-%1"_s.arg(more - 1)),
             qPrintable(panel.view().currentIndex().data().toString()));
    panel.show(desk, orders);
    QCOMPARE(panel.model().rowCount(), more);
    orders.erase(orders.begin());
    panel.show(desk, orders);
    QCOMPARE(panel.model().rowCount(), ui::PlanModel::linesAtOnce);
}

} // namespace tanaban::test

TANABAN_WINDOW_TEST(tanaban::test::AllocationPlaceTest)
#include "allocationplacetest.moc"
