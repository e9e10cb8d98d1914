#include "tests/support/testdatabase.h"
#include "tests/support/testprogram.h"
#include "tests/ui/formsfixture.h"

using namespace Qt::StringLiterals;

namespace tanaban::test {

using ui::ActionKind;
using ui::ConflictDialog;

/// The whole way from a form to the ledger and back, with somebody else on a second connection, on
/// both engines.
class ConflictDatabaseTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void reserves_data() { addEngines(); }
    void reserves();
    void conflictIsShownAndRetried_data() { addEngines(); }
    void conflictIsShownAndRetried();
    void overtakenAgain_data() { addEngines(); }
    void overtakenAgain();
    void movesAndReceives_data() { addEngines(); }
    void movesAndReceives();

private:
    /// A row of twelve, nothing of it reserved.
    static qint64 twelve(TestDatabase &database)
    {
        StockSeed seed;
        seed.onHand = 12;
        return database.stockRow(seed);
    }
    /// Somebody else, with a connection of their own, reserves for themselves.
    static void takeElsewhere(TestDatabase &database, qint64 id, qint64 quantity);
    /// The form with `quantity` typed while somebody took `taken`; sent.
    static ConflictDialog *conflictOver(FormsFixture &m,
                                        TestDatabase &database,
                                        qint64 id,
                                        const QString &quantity,
                                        qint64 taken);
};

void ConflictDatabaseTest::initTestCase()
{
    QCoreApplication::setOrganizationName(u"tanaban-test"_s);
    QStandardPaths::setTestModeEnabled(true);
    QSettings().remove(u"conflict"_s);
    QLocale::setDefault(QLocale::c());
}

void ConflictDatabaseTest::takeElsewhere(TestDatabase &database, qint64 id, qint64 quantity)
{
    // Not on this thread: no store is asked from the thread that draws.
    std::unique_ptr<QThread> thread(QThread::create([&] {
        const auto other = database.open(u"sato"_s);
        SystemClock clock;
        NoJournal journal;
        CommandRunner runner(other->store(), clock, journal, [] { return 0.5; });
        StockCommand command;
        command.id = newCommandId();
        command.action = Reserve{id, quantity};
        command.actor = other->store().actor();
        const auto result = runner.run(command, ConflictPolicy::Retry);
        if (!std::holds_alternative<Committed>(result.outcome))
            qFatal("the other person could not reserve");
    }));
    thread->start();
    thread->wait();
}

ConflictDialog *ConflictDatabaseTest::conflictOver(FormsFixture &m,
                                                   TestDatabase &database,
                                                   qint64 id,
                                                   const QString &quantity,
                                                   qint64 taken)
{
    auto *form = m.open(ActionKind::Reserve, id);
    if (!form)
        return nullptr;
    type(form, "quantityEdit", quantity);
    takeElsewhere(database, id, taken);
    press(form, "commitButton");
    return m.conflict();
}

void ConflictDatabaseTest::reserves()
{
    QFETCH(Engine, engine);
    TestDatabase database(engine);
    const qint64 id = twelve(database);
    FormsFixture m(database.store());
    auto *form = m.open(ActionKind::Reserve, id);
    QVERIFY(form);
    type(form, "quantityEdit", u"8"_s);
    press(form, "commitButton");
    QTRY_COMPARE(m.messages.size(), 1);
    QCOMPARE(database.scalar(u"SELECT reserved FROM stock WHERE id = ?"_s, {id}).toLongLong(), 8);
    QCOMPARE(m.changed, std::vector<qint64>{id});
    QCOMPARE(database.audit(), QStringList());
}

void ConflictDatabaseTest::conflictIsShownAndRetried()
{
    QFETCH(Engine, engine);
    TestDatabase database(engine);
    database.person(u"sato"_s);
    const qint64 id = twelve(database);
    const qint64 seen =
        database.scalar(u"SELECT version FROM stock WHERE id = ?"_s, {id}).toLongLong();
    FormsFixture m(database.store());
    auto *dialog = conflictOver(m, database, id, u"3"_s, 7);
    QVERIFY(dialog);
    QVERIFY(textOf(dialog, "effectLabel").contains(u"2 of 5"_s));
    QVERIFY2(textOf(dialog, "storyLine").contains(u"reserved 7"_s),
             qUtf8Printable(textOf(dialog, "storyLine")));
    QVERIFY(textOf(dialog, "storyLine").startsWith(u"sato"_s, Qt::CaseInsensitive));
    // Nothing was done while the dialog asks.
    QCOMPARE(database.scalar(u"SELECT reserved FROM stock WHERE id = ?"_s, {id}).toLongLong(), 7);
    m.letTimePass();
    QTest::keyClick(dialog->focusWidget(), Qt::Key_Return);
    QTRY_COMPARE(m.messages.size(), 1);
    QCOMPARE(database.scalar(u"SELECT reserved FROM stock WHERE id = ?"_s, {id}).toLongLong(), 10);
    QCOMPARE(database.scalar(u"SELECT version FROM stock WHERE id = ?"_s, {id}).toLongLong(),
             seen + 2);
    QCOMPARE(m.journal.openCount(), size_t(0));
    QCOMPARE(database.audit(), QStringList());
}

void ConflictDatabaseTest::overtakenAgain()
{
    QFETCH(Engine, engine);
    TestDatabase database(engine);
    database.person(u"sato"_s);
    const qint64 id = twelve(database);
    FormsFixture m(database.store());
    auto *dialog = conflictOver(m, database, id, u"3"_s, 2);
    QVERIFY(dialog);
    m.letTimePass();
    takeElsewhere(database, id, 8);
    press(dialog, "retryButton");
    QTRY_VERIFY(textOf(dialog, "headline").contains(u"again"_s));
    QTRY_VERIFY(textOf(dialog, "effectLabel").contains(u"only 2"_s));
    QVERIFY(!enabled(dialog, "retryButton"));
    QCOMPARE(dialog->findChildren<QLabel *>(u"storyLine"_s).size(), 2);
    m.letTimePass();
    press(dialog, "editButton");
    QTRY_VERIFY(!m.window.findChild<ConflictDialog *>());
    auto *form = m.controller.form();
    QCOMPARE(form->findChild<QLineEdit *>(u"quantityEdit"_s)->text(), u"3"_s);
    type(form, "quantityEdit", u"2"_s);
    press(form, "commitButton");
    QTRY_COMPARE(m.messages.size(), 1);
    QCOMPARE(database.scalar(u"SELECT reserved FROM stock WHERE id = ?"_s, {id}).toLongLong(), 12);
    QCOMPARE(database.audit(), QStringList());
}

void ConflictDatabaseTest::movesAndReceives()
{
    QFETCH(Engine, engine);
    TestDatabase database(engine);
    const qint64 id = twelve(database);
    database.bin(u"WH001"_s, 1, u"A-02"_s);
    FormsFixture m(database.store());
    auto *form = m.open(ActionKind::Move, id);
    QVERIFY(form);
    type(form, "quantityEdit", u"5"_s);
    QTRY_COMPARE(form->findChild<QComboBox *>(u"zoneBox"_s)->currentData().toInt(), 1);
    form->findChild<QComboBox *>(u"binBox"_s)->setEditText(u"A-02"_s);
    QTRY_VERIFY(textOf(form, "effectLabel").contains(u"7"_s));
    press(form, "commitButton");
    QTRY_COMPARE(m.messages.size(), 1);
    QCOMPARE(
        database.scalar(u"SELECT on_hand FROM stock WHERE bin = ?"_s, {u"A-02"_s}).toLongLong(), 5);
    QTRY_VERIFY(!m.controller.form());

    form = m.open(ActionKind::Receive, id);
    QVERIFY(form);
    type(form, "quantityEdit", u"2*10"_s);
    type(form, "lotEdit", u"NEW"_s);
    QTRY_VERIFY(textOf(form, "effectLabel").contains(u"20"_s));
    press(form, "commitButton");
    QTRY_COMPARE(m.messages.size(), 2);
    QCOMPARE(database.scalar(u"SELECT on_hand FROM stock WHERE lot = ?"_s, {u"NEW"_s}).toLongLong(),
             20);
    QCOMPARE(database.audit(), QStringList());
}

} // namespace tanaban::test

TANABAN_WINDOW_TEST(tanaban::test::ConflictDatabaseTest)
#include "conflictdatabasetest.moc"
