// The supervisor's review: what was set aside waits until somebody agrees or gives it back.
#include "tests/support/testprogram.h"
#include "tests/ui/claims/holdersfixture.h"
#include "ui/claims/reviewdialog.h"

#include <QTableView>

using namespace Qt::StringLiterals;

namespace tanaban::test {

using ui::ReviewDialog;

/// SO-12 and SO-15 have four and six of a row of twenty set aside for review.
class ReviewTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        WindowFixture::prepare(u"reviewtest"_s);
        QLocale::setDefault(QLocale::c());
    }
    void cleanup() { m.reset(); }

    void agrees_data() { addEngines(); }
    void agrees();
    void givesBackWithAReason();
    void enterInTheReasonGivesBack();
    void followsWhatOthersDo();
    void somebodyDecidedBefore_data() { addEngines(); }
    void somebodyDecidedBefore();
    void staffMayOnlyGiveBack();
    void nothingWaits();
    void leadsToTheOrder();
    void goodsOfOneOrder_data() { addEngines(); }
    void goodsOfOneOrder();

private:
    void make(Engine engine = Engine::Sqlite)
    {
        m = std::make_unique<HoldersFixture>(engine);
        StockSeed seed;
        seed.product = u"P2"_s;
        seed.lot = u"L7"_s;
        seed.onHand = 20;
        row = m->database.stockRow(seed);
        first = m->order(u"R-1"_s, 1, {{u"P2"_s, 4}});
        second = m->order(u"R-2"_s, 5, {{u"P2"_s, 6}});
        m->elsewhere([this](Database &, CommandRunner &, Allocator &allocator) {
            AllocationCommand command = Allocator::command({first, second});
            command.forReview = true;
            return allocator.run(command).outcome;
        });
    }
    ReviewDialog *open(const QString &actor = QString::fromLatin1(TestDatabase::login))
    {
        m->open(actor);
        WindowFixture::press(Qt::Key_R, Qt::ControlModifier | Qt::AltModifier);
        ReviewDialog *dialog = nullptr;
        const bool there = QTest::qWaitFor([&] {
            dialog = m->window->window->findChild<ReviewDialog *>();
            return dialog && dialog->isVisible();
        });
        return there && m->calm() && QTest::qWaitForWindowActive(dialog) ? dialog : nullptr;
    }
    QString states()
    {
        QStringList all;
        for (const QVariantList &each : m->database.sql(
                 u"SELECT o.number, a.quantity, a.state FROM allocations a JOIN orders o "
                 "ON o.id = a.order_id WHERE a.stock_id = ? ORDER BY o.number"_s,
                 {row}))
            all << u"%1 %2 %3"_s.arg(each[0].toString(), each[1].toString(), each[2].toString());
        return all.join(u", "_s);
    }
    static void press(ReviewDialog *dialog, const char *name)
    {
        QTest::mouseClick(buttonIn(dialog, name), Qt::LeftButton);
    }

    std::unique_ptr<HoldersFixture> m;
    qint64 row = 0;
    qint64 first = 0;
    qint64 second = 0;
};

/// With the keyboard alone: the most urgent order is chosen at first, Enter agrees, and the next one
/// comes up.
void ReviewTest::agrees()
{
    QFETCH(Engine, engine);
    make(engine);
    ReviewDialog *dialog = open();
    QVERIFY(dialog);
    QCOMPARE(labelIn(dialog, "reviewTitle"), u"2 lines of 2 orders wait for review"_s);
    QCOMPARE(labelIn(dialog, "chosenLabel"), u"Chosen: 1 line of order R-1"_s);
    const auto cell = [dialog](int column) {
        return dialog->model().index(0, column).data().toString();
    };
    QCOMPARE(cell(ui::ReviewModel::Order), u"R-1 / 1"_s);
    QVERIFY(cell(ui::ReviewModel::Quantity).startsWith(u"4"));
    QVERIFY(cell(ui::ReviewModel::Place).endsWith(u"L7"));
    QVERIFY(!cell(ui::ReviewModel::By).isEmpty());
    WindowFixture::press(Qt::Key_Return);
    QTRY_COMPARE(labelIn(dialog, "problemLabel"), u"Agreed to 1 line; it can be fetched now."_s);
    QCOMPARE(states(), u"R-1 4 open, R-2 6 pending"_s);
    QTRY_COMPARE(labelIn(dialog, "chosenLabel"), u"Chosen: 1 line of order R-2"_s);
    QTRY_VERIFY(buttonIn(dialog, "agreeButton")->isEnabled());
    WindowFixture::press(Qt::Key_Return);
    QTRY_COMPARE(labelIn(dialog, "reviewTitle"), u"Nothing waits for review."_s);
    QCOMPARE(states(), u"R-1 4 open, R-2 6 open"_s);
    QVERIFY(!buttonIn(dialog, "agreeButton")->isEnabled());
    QCOMPARE(m->database.audit(), QStringList());
}

void ReviewTest::givesBackWithAReason()
{
    make();
    ReviewDialog *dialog = open();
    QVERIFY(dialog);
    dialog->findChild<QTableView *>()->selectAll();
    QCOMPARE(labelIn(dialog, "chosenLabel"), u"Chosen: 2 lines of 2 orders"_s);
    press(dialog, "releaseButton");
    QVERIFY(labelIn(dialog, "problemLabel").contains(u"Why is it given back?"));
    QCOMPARE(states(), u"R-1 4 pending, R-2 6 pending"_s);
    auto *reason = dialog->findChild<QComboBox *>(u"reasonBox"_s);
    QVERIFY(reason->lineEdit()->hasFocus());
    WindowFixture::type(u"wrong lot"_s);
    press(dialog, "releaseButton");
    QTRY_COMPARE(labelIn(dialog, "problemLabel"), u"2 lines were given back; the goods are free."_s);
    QCOMPARE(states(), u"R-1 4 released, R-2 6 released"_s);
    QCOMPARE(m->database.scalar(u"SELECT reserved FROM stock WHERE id = ?"_s, {row}).toLongLong(),
             0);
    QCOMPARE(
        m->database
            .scalar(u"SELECT reason FROM stock_events WHERE stock_id = ? AND kind = 'release'"_s,
                    {row})
            .toString(),
        u"wrong lot"_s);
    QCOMPARE(m->database.audit(), QStringList());
}

/// Agree is the default button, but not for whoever has just typed why it is given back.
void ReviewTest::enterInTheReasonGivesBack()
{
    make();
    ReviewDialog *dialog = open();
    QVERIFY(dialog);
    auto *reason = dialog->findChild<QComboBox *>(u"reasonBox"_s);
    reason->setFocus();
    WindowFixture::type(u"wrong lot"_s);
    press(dialog, "agreeButton");
    QTRY_COMPARE(states(), u"R-1 4 open, R-2 6 pending"_s);
    QTRY_COMPARE(labelIn(dialog, "chosenLabel"), u"Chosen: 1 line of order R-2"_s);
    QCOMPARE(labelIn(dialog, "reviewTitle"), u"1 line of one order waits for review"_s);
    QCOMPARE(reason->currentText(), u"wrong lot"_s); // it was not for this
    QTRY_VERIFY(buttonIn(dialog, "releaseButton")->isEnabled());
    reason->setFocus();
    WindowFixture::press(Qt::Key_Return);
    QTRY_COMPARE(states(), u"R-1 4 open, R-2 6 released"_s);
    QTRY_COMPARE(reason->currentText(), QString()); // once the answer is there
}

/// It stays open beside the window, and shows what waits now.
void ReviewTest::followsWhatOthersDo()
{
    make();
    ReviewDialog *dialog = open();
    QVERIFY(dialog);
    QCOMPARE(dialog->model().rowCount(), 2);
    m->database.sql(u"UPDATE allocations SET state = 'open' WHERE order_id = ?"_s, {first});
    QTRY_COMPARE_WITH_TIMEOUT(dialog->model().rowCount(), 1, 5'000);
    QTRY_COMPARE(labelIn(dialog, "reviewTitle"), u"1 line of one order waits for review"_s);
}

/// Nothing of what was chosen happens when a part of it is decided already.
void ReviewTest::somebodyDecidedBefore()
{
    QFETCH(Engine, engine);
    make(engine);
    ReviewDialog *dialog = open();
    QVERIFY(dialog);
    dialog->findChild<QTableView *>()->selectAll();
    m->elsewhere([this](Database &database, CommandRunner &runner, Allocator &) {
        ClaimQuery query;
        query.orderId = first;
        ClaimCommand command;
        command.id = newCommandId();
        command.kind = ClaimCommand::Kind::Release;
        command.reason = u"x"_s;
        command.actor = database.store().actor();
        command.parts = {{database.claims().claims(query)->front().id, 0}};
        return runner.run(command, ConflictPolicy::Retry).outcome;
    });
    press(dialog, "agreeButton");
    QTRY_VERIFY2(labelIn(dialog, "problemLabel").contains(u"Somebody else went on"),
                 qPrintable(labelIn(dialog, "problemLabel")));
    QCOMPARE(states(), u"R-1 4 released, R-2 6 pending"_s);
    // What is still there stays chosen.
    QTRY_COMPARE(labelIn(dialog, "chosenLabel"), u"Chosen: 1 line of order R-2"_s);
    QTRY_VERIFY(buttonIn(dialog, "agreeButton")->isEnabled());
    press(dialog, "agreeButton");
    QTRY_COMPARE(states(), u"R-1 4 released, R-2 6 open"_s);
    QCOMPARE(m->database.audit(), QStringList());
}

void ReviewTest::staffMayOnlyGiveBack()
{
    make();
    m->database.person(u"picker"_s, u"staff"_s);
    ReviewDialog *dialog = open(u"picker"_s);
    QVERIFY(dialog);
    QVERIFY(!buttonIn(dialog, "agreeButton")->isEnabled());
    QVERIFY(buttonIn(dialog, "agreeButton")->toolTip().contains(u"role"));
    QVERIFY(buttonIn(dialog, "releaseButton")->isEnabled());
}

void ReviewTest::nothingWaits()
{
    m = std::make_unique<HoldersFixture>(Engine::Sqlite);
    ReviewDialog *dialog = open();
    QVERIFY(dialog);
    QCOMPARE(labelIn(dialog, "reviewTitle"), u"Nothing waits for review."_s);
    for (const char *name : {"agreeButton", "releaseButton", "orderButton"})
        QVERIFY(!buttonIn(dialog, name)->isEnabled());
}

void ReviewTest::leadsToTheOrder()
{
    make();
    ReviewDialog *dialog = open();
    QVERIFY(dialog);
    press(dialog, "orderButton");
    QTRY_COMPARE(m->place().id(), u"orders"_s);
}

/// From the list of orders, by keys: what was allocated by mistake is given back.
void ReviewTest::goodsOfOneOrder()
{
    QFETCH(Engine, engine);
    make(engine);
    m->open();
    m->workspace().go({u"orders"_s, {{u"number"_s, u"SO-15"_s}}});
    auto *action = m->place().findChild<QAction *>(u"orders.giveback"_s);
    QVERIFY(action);
    QTRY_VERIFY(action->isEnabled() && m->calm());
    WindowFixture::press(Qt::Key_G, Qt::ControlModifier | Qt::AltModifier);
    ReviewDialog *dialog = nullptr;
    QTRY_VERIFY((dialog = m->window->window->findChild<ReviewDialog *>()));
    QTRY_COMPARE(labelIn(dialog, "reviewTitle"), u"Set aside for order SO-15: 1 place"_s);
    QCOMPARE(labelIn(dialog, "chosenLabel"), u"Chosen: 1 line of order SO-15"_s);
    QVERIFY(!buttonIn(dialog, "agreeButton")->isEnabled()); // it waits for nobody
    dialog->findChild<QComboBox *>(u"reasonBox"_s)->setEditText(u"wrong order"_s);
    press(dialog, "releaseButton");
    QTRY_COMPARE(labelIn(dialog, "problemLabel"), u"1 line was given back; the goods are free."_s);
    QTRY_COMPARE(labelIn(dialog, "reviewTitle"), u"Nothing is set aside for order SO-15."_s);
    QCOMPARE(m->has(u"SO-15"_s), 0);
    QCOMPARE(m->database.audit(), QStringList());
}

} // namespace tanaban::test

TANABAN_WINDOW_TEST(tanaban::test::ReviewTest)
#include "reviewtest.moc"
