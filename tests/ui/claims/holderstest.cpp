// Who has goods, and passing them on: real buttons, real databases, somebody else being faster.
#include "tests/support/testprogram.h"
#include "tests/ui/claims/holdersfixture.h"
#include "ui/claims/claimlist.h"
#include "ui/claims/claimtext.h"

#include <QScrollArea>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace tanaban::test {

using ui::HoldersDialog;

class HoldersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        WindowFixture::prepare(u"holderstest"_s);
        QLocale::setDefault(QLocale::c());
    }
    void cleanup() { m.reset(); }

    void listsWhoHasIt();
    void enterLeadsToTheOrder();
    void passesOn_data() { addEngines(); }
    void passesOn();
    void somebodyWasFaster_data() { addEngines(); }
    void somebodyWasFaster();
    void noMoreThanThereIs();
    void whoComesFirstKeepsIt();
    void byHandIsOnlyShown();
    void staffMayNot();
    void askedFromAShortOrder();
    void theDetailsTellIt();
    void longWordsStayInTheDetails();
    void holdsCountDown();

private:
    HoldersDialog *ask(Engine engine = Engine::Sqlite)
    {
        m = std::make_unique<HoldersFixture>(engine);
        m->open();
        return m->askForRow();
    }
    static QString cell(HoldersDialog *dialog, int row, int column)
    {
        const auto *item = dialog->findChild<QTableWidget *>()->item(row, column);
        return item ? item->text() : u"no such cell"_s;
    }
    static QLineEdit *quantity(HoldersDialog *dialog)
    {
        return dialog->findChild<QLineEdit *>(u"quantityEdit"_s);
    }
    static void giveReason(HoldersDialog *dialog, const QString &reason)
    {
        auto *box = dialog->findChild<QComboBox *>(u"reasonBox"_s);
        box->setFocus();
        QTest::keyClicks(box, reason);
    }
    static void take(HoldersDialog *dialog)
    {
        QTest::mouseClick(buttonIn(dialog, "takeButton"), Qt::LeftButton);
    }

    std::unique_ptr<HoldersFixture> m;
};

void HoldersTest::listsWhoHasIt()
{
    HoldersDialog *dialog = ask();
    QVERIFY(dialog);
    QCOMPARE(dialog->findChild<QTableWidget *>()->rowCount(), 1);
    QCOMPARE(cell(dialog, 0, 0), u"SO-15 · Mori Foods"_s);
    QCOMPARE(cell(dialog, 0, 1), u"WH001 · 1 · L1"_s);
    QCOMPARE(cell(dialog, 0, 2), u"6"_s);
    QCOMPARE(cell(dialog, 0, 3), u"5"_s);
    QVERIFY(!cell(dialog, 0, 5).isEmpty());
    QVERIFY(!cell(dialog, 0, 6).isEmpty());
    QVERIFY2(labelIn(dialog, "sumLabel").startsWith(u"On hand 6 · reserved 6 · available 0"_s),
             qUtf8Printable(labelIn(dialog, "sumLabel")));
}

void HoldersTest::enterLeadsToTheOrder()
{
    HoldersDialog *dialog = ask();
    QVERIFY(dialog);
    QVERIFY(dialog->findChild<QTableWidget *>()->hasFocus());
    QTest::keyClick(dialog->focusWidget(), Qt::Key_Return);
    QTRY_COMPARE(m->place().id(), u"orders"_s);
    auto *list = m->place().findChild<ui::RecordList *>();
    QTRY_VERIFY(list->currentRow());
    QCOMPARE(list->currentRow()->record.key.value(u"number"_s).toString(), u"SO-15"_s);
    QTRY_VERIFY(!m->window->window->findChild<HoldersDialog *>());
    QCOMPARE(m->has(u"SO-12"_s), 0); // nothing was passed on by the same key
}

void HoldersTest::passesOn()
{
    QFETCH(Engine, engine);
    HoldersDialog *dialog = ask(engine);
    QVERIFY(dialog);
    QVERIFY(dialog->findChild<QComboBox *>(u"takerBox"_s)->currentText().startsWith(u"SO-12"_s));
    QCOMPARE(quantity(dialog)->text(), u"4"_s);
    QCOMPARE(labelIn(dialog, "effectLabel"),
             u"→  SO-15 keeps 2 of 6 and then lacks 4 · SO-12 gets 4 and lacks nothing"_s);
    const auto before = m->database.checksums();
    take(dialog); // without a reason
    QVERIFY(labelIn(dialog, "reasonBoxNote").contains(u"reason"_s));
    QCOMPARE(m->database.checksums(), before);
    giveReason(dialog, u"hospital"_s);
    take(dialog);
    QTRY_COMPARE(m->has(u"SO-12"_s), 4);
    QCOMPARE(m->has(u"SO-15"_s), 2);
    QCOMPARE(m->database.scalar(u"SELECT reserved FROM stock WHERE id = ?"_s, {m->row}).toInt(), 6);
    QCOMPARE(
        m->database.scalar(u"SELECT reason FROM stock_events WHERE kind = 'confirm'"_s).toString(),
        u"hospital"_s);
    // The list tells it at once, and nobody lacks it but the one who gave.
    QTRY_COMPARE(dialog->findChild<QTableWidget *>()->rowCount(), 2);
    QVERIFY(labelIn(dialog, "problemLabel").contains(u"from SO-15 to SO-12"_s));
    QVERIFY(m->calm());
    QVERIFY(!buttonIn(dialog, "takeButton")->isEnabled());
    QCOMPARE(m->database.audit(), QStringList());
}

void HoldersTest::somebodyWasFaster()
{
    QFETCH(Engine, engine);
    HoldersDialog *dialog = ask(engine);
    QVERIFY(dialog);
    quantity(dialog)->setFocus();
    quantity(dialog)->selectAll();
    QTest::keyClicks(quantity(dialog), u"3"_s);
    giveReason(dialog, u"hospital"_s);
    m->elsewhere([this](Database &other, CommandRunner &runner, Allocator &) {
        ClaimQuery query;
        query.orderId = m->later;
        ClaimCommand release;
        release.kind = ClaimCommand::Kind::Release;
        release.id = newCommandId();
        release.parts = {{other.claims().claims(query)->front().id, 1}};
        release.actor = other.store().actor();
        return runner.run(release, ConflictPolicy::Retry).outcome;
    });
    take(dialog);
    QTRY_VERIFY(!labelIn(dialog, "meanwhileLabel").isEmpty());
    QVERIFY2(labelIn(dialog, "meanwhileLabel").contains(u"released 1"_s),
             qUtf8Printable(labelIn(dialog, "meanwhileLabel")));
    QCOMPARE(m->has(u"SO-12"_s), 0);
    QTRY_COMPARE(cell(dialog, 0, 2), u"5"_s);
    QVERIFY(m->calm());
    // What was typed stays, and pressing again goes on from what is shown now.
    QCOMPARE(quantity(dialog)->text(), u"3"_s);
    QCOMPARE(labelIn(dialog, "effectLabel"),
             u"→  SO-15 keeps 2 of 6 and then lacks 4 · SO-12 gets 3 and lacks 1"_s);
    const qint64 commands = m->database.count(u"commands"_s);
    take(dialog);
    QTRY_COMPARE(m->has(u"SO-12"_s), 3);
    QCOMPARE(m->has(u"SO-15"_s), 2);
    QCOMPARE(m->database.count(u"commands"_s), commands + 1);
    QCOMPARE(m->database.audit(), QStringList());
}

void HoldersTest::noMoreThanThereIs()
{
    HoldersDialog *dialog = ask();
    QVERIFY(dialog);
    giveReason(dialog, u"hospital"_s);
    const auto before = m->database.checksums();
    for (const auto &[typed, said] : {std::pair(u"5"_s, u"SO-12 lacks only 4"_s),
                                      std::pair(u"7"_s, u"SO-15 has only 6"_s),
                                      std::pair(u"x"_s, QString())})
    {
        quantity(dialog)->setFocus();
        quantity(dialog)->selectAll();
        QTest::keyClicks(quantity(dialog), typed);
        const QString note = labelIn(dialog, "quantityEditNote");
        QVERIFY2(!note.isEmpty() && note.contains(said), qUtf8Printable(note));
        QVERIFY(labelIn(dialog, "effectLabel").isEmpty());
        take(dialog);
        QVERIFY(quantity(dialog)->hasFocus());
    }
    QVERIFY(m->calm());
    QCOMPARE(m->database.checksums(), before);
}

void HoldersTest::whoComesFirstKeepsIt()
{
    m = std::make_unique<HoldersFixture>(Engine::Sqlite);
    m->database.sql(u"UPDATE orders SET priority = 9 WHERE number = 'SO-12'"_s);
    m->open();
    HoldersDialog *dialog = m->askForRow();
    QVERIFY(dialog);
    QVERIFY(!buttonIn(dialog, "takeButton")->isEnabled());
    QVERIFY2(labelIn(dialog, "effectLabel").contains(u"SO-15 comes before SO-12"_s),
             qUtf8Printable(labelIn(dialog, "effectLabel")));
    QCOMPARE(quantity(dialog)->text(), QString());
}

void HoldersTest::byHandIsOnlyShown()
{
    m = std::make_unique<HoldersFixture>(Engine::Sqlite);
    StockSeed seed;
    seed.lot = u"L2"_s;
    seed.onHand = 3;
    seed.reserved = 3;
    m->row = m->database.stockRow(seed);
    m->open();
    HoldersDialog *dialog = m->askForRow();
    QVERIFY(dialog);
    QCOMPARE(cell(dialog, 0, 0), u"reserved by hand"_s);
    QVERIFY(!buttonIn(dialog, "takeButton")->isEnabled());
    QVERIFY(!buttonIn(dialog, "orderButton")->isEnabled());
    QVERIFY(labelIn(dialog, "effectLabel").contains(u"by hand"_s));
}

void HoldersTest::staffMayNot()
{
    m = std::make_unique<HoldersFixture>(Engine::Sqlite);
    m->database.person(u"picker"_s, u"staff"_s);
    m->open(u"picker"_s);
    HoldersDialog *dialog = m->askForRow();
    QVERIFY(dialog);
    QTRY_VERIFY(!buttonIn(dialog, "takeButton")->isEnabled());
    QVERIFY(labelIn(dialog, "effectLabel").contains(u"role"_s));
    QCOMPARE(buttonIn(dialog, "takeButton")->toolTip(), labelIn(dialog, "effectLabel"));
}

void HoldersTest::askedFromAShortOrder()
{
    m = std::make_unique<HoldersFixture>(Engine::Sqlite);
    m->database.product(u"P2"_s);
    m->order(u"SO-20"_s, 2, {{u"P2"_s, 1}, {u"P1"_s, 2}});
    m->open();
    m->workspace().go({u"orders"_s, {{u"state"_s, u"open"_s}}});
    auto *list = m->place().findChild<ui::RecordList *>();
    auto *action = m->place().findChild<QAction *>(u"orders.holders"_s);
    list->select(u"SO-15"_s);
    QTRY_VERIFY(list->currentRow());
    QVERIFY(m->calm());
    QVERIFY(!action->isEnabled()); // it has all
    list->select(u"SO-20"_s);
    QTRY_VERIFY(action->isEnabled());
    action->trigger();
    HoldersDialog *dialog = m->dialog();
    QVERIFY(dialog);
    auto *lines = dialog->findChild<QComboBox *>(u"lineBox"_s);
    QVERIFY(lines->isVisible());
    QCOMPARE(lines->count(), 2);
    QVERIFY(labelIn(dialog, "goodsLabel").contains(u"P2"_s));
    QVERIFY(labelIn(dialog, "effectLabel").contains(u"Nobody"_s));
    lines->setFocus();
    QTest::keyClick(lines, Qt::Key_Down);
    QTRY_VERIFY(labelIn(dialog, "goodsLabel").contains(u"P1"_s));
    QTRY_COMPARE(cell(dialog, 0, 0), u"SO-15 · Mori Foods"_s);
    const auto *takers = dialog->findChild<QComboBox *>(u"takerBox"_s);
    QCOMPARE(takers->count(), 2);
    QVERIFY2(takers->currentText().startsWith(u"SO-20 / 2"_s), // not SO-12, which comes first
             qUtf8Printable(takers->currentText()));
    QCOMPARE(quantity(dialog)->text(), u"2"_s);
}

void HoldersTest::theDetailsTellIt()
{
    m = std::make_unique<HoldersFixture>(Engine::Sqlite);
    m->open();
    m->workspace().go({u"stock"_s, {{u"stock"_s, m->row}}});
    QToolButton *button = nullptr;
    QTRY_VERIFY(button = m->workspace().findChild<QToolButton *>(u"claimButton"_s));
    QTRY_VERIFY(button->isVisible());
    QVERIFY2(button->text().startsWith(u"SO-15 · 6"_s), qUtf8Printable(button->text()));
    QTest::mouseClick(button, Qt::LeftButton);
    QTRY_COMPARE(m->place().id(), u"orders"_s);
}

void HoldersTest::longWordsStayInTheDetails()
{
    m = std::make_unique<HoldersFixture>(Engine::Sqlite);
    m->open();
    auto *list = m->workspace().findChild<ui::ClaimList *>();
    QVERIFY(list);
    m->workspace().go({u"stock"_s, {{u"stock"_s, m->row}}});
    QTRY_VERIFY(list->isVisible());
    QVERIFY(m->calm());
    Claim claim;
    claim.kind = Claim::Kind::Hold;
    claim.orderNumber = u"SO-2026-000123"_s;
    claim.expiresAt = SystemClock().now().plusSeconds(3600);
    claim.quantity = 123'456'789'000;
    list->present({claim}, 3, u"kg"_s, SystemClock().now());
    auto *button = list->findChild<QToolButton *>(u"claimButton"_s);
    // In more than one line, and no wider than there is room.
    QTRY_VERIFY(button->height() > 2 * button->fontMetrics().height());
    const auto *room = qobject_cast<QScrollArea *>(list->parentWidget()->parent()->parent());
    QVERIFY(room);
    QCOMPARE(room->widget()->width(), room->viewport()->width());
}

void HoldersTest::holdsCountDown()
{
    Claim hold;
    hold.kind = Claim::Kind::Hold;
    hold.orderNumber = u"SO-9"_s;
    hold.expiresAt = Instant{0}.plusSeconds(3600);
    const auto left = [&](qint64 seconds) {
        return ui::ClaimText::who(hold, hold.expiresAt->plusSeconds(-seconds));
    };
    QVERIFY(left(754).startsWith(u"SO-9 · hold until "_s));
    QVERIFY2(left(754).contains(u"12 min"_s), qUtf8Printable(left(754)));
    QVERIFY(left(59).contains(u"59 s"_s));
    QVERIFY(left(0).contains(u"over"_s));
    hold.orderNumber.clear();
    QVERIFY(left(754).startsWith(u"hold until "_s));
    ui::ClaimingLine taker;
    QVERIFY(!ui::ClaimText::whyNot(hold, taker).isEmpty());
}

} // namespace tanaban::test

TANABAN_WINDOW_TEST(tanaban::test::HoldersTest)
#include "holderstest.moc"
