// A database that turns out to be damaged in the middle of a command: said as damage, in words that
// say what to do, and nothing of the command is there.
#include "model/commandrunner.h"
#include "tests/cli/program.h"
#include "tests/support/testprogram.h"

#include <QFile>

using namespace tanaban;
using namespace tanaban::test;
using namespace Qt::StringLiterals;

class CliDamageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ledgerIsDamaged_data() { addEngines(); }
    void ledgerIsDamaged();
    void damageFoundWhileReading();

private:
    Program m_program;
};

namespace {

/// Overwrites the first page of a table or index in the file.
void breakPageOf(TestDatabase &database, const QString &name)
{
    const qint64 page =
        database.scalar(u"SELECT rootpage FROM sqlite_master WHERE name = ?"_s, {name}).toLongLong();
    const qint64 size = database.scalar(u"PRAGMA page_size"_s).toLongLong();
    QVERIFY(page > 1 && size > 0);
    database.close();
    database.sql(u"PRAGMA wal_checkpoint(TRUNCATE)"_s);
    database.close();
    QFile file(database.url().path);
    QVERIFY(file.open(QIODevice::ReadWrite) && file.seek((page - 1) * size));
    QCOMPARE(file.write(QByteArray(size, '\x7f')), size);
}

/// A server says the same of a page that it cannot make sense of.
void breakOnServer(TestDatabase &database)
{
    database.sql(u"CREATE FUNCTION public.torn() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
                 "RAISE EXCEPTION 'invalid page in block 7' USING ERRCODE = 'XX001'; END $$"_s);
    database.sql(u"CREATE TRIGGER torn BEFORE INSERT ON stock_events FOR EACH ROW "
                 "EXECUTE FUNCTION public.torn()"_s);
}

} // namespace

void CliDamageTest::ledgerIsDamaged()
{
    QFETCH(Engine, engine);
    TestDatabase database(engine);
    const qint64 id = database.stockRow();
    if (database.isPostgres())
        breakOnServer(database);
    else
        breakPageOf(database, u"stock_events"_s);

    const Answer answer = m_program.run(database, u"reserve %1 --quantity 1"_s.arg(id));
    QCOMPARE(answer.status, 7);
    QCOMPARE(answer.rule(), u"Damaged"_s);
    QVERIFY2(answer.err.contains("damaged") && answer.err.contains("backup"),
             answer.err.constData());

    // The same in a program that has it open, and under the lock of the last try.
    Store &store = database.store();
    SystemClock clock;
    NoJournal journal;
    CommandRunner runner(store, clock, journal, [] { return 0.0; });
    const StockCommand command{newCommandId(), Reserve{id, 1}, {}, u"tester"_s};
    const CommandResult result = runner.run(command, ConflictPolicy::Retry);
    QCOMPARE(nameOf(std::get<Rejected>(result.outcome).error.rule), u"Damaged"_s);
    const CommitOutcome locked = store.commitLocked(
        intentOf(command), {{}, {id}}, [&command](StockReader &reader) {
            return decide(command, reader);
        });
    QCOMPARE(nameOf(std::get<Rejected>(locked).error.rule), u"Damaged"_s);
    const auto row = store.stock(id);
    QVERIFY(row && *row);
    QCOMPARE((*row)->row.version, 1);
    QCOMPARE((*row)->row.reserved, 0);
    QCOMPARE(database.count(u"allocations"_s), 0);
}

void CliDamageTest::damageFoundWhileReading()
{
    TestDatabase database(Engine::Sqlite);
    const qint64 id = database.stockRow();
    breakPageOf(database, u"stock"_s);
    for (const QString &line : {u"reserve %1 --quantity 1"_s.arg(id),
                                u"stock list"_s,
                                u"stock list --search P1"_s,
                                u"stock history %1"_s.arg(id)})
    {
        const Answer answer = m_program.run(database, line);
        QVERIFY2(answer.status == 7, qPrintable(line + u": "_s + QString::fromUtf8(answer.err)));
        QVERIFY2(answer.err.contains("damaged"), answer.err.constData());
    }
}

TANABAN_TEST(CliDamageTest)
#include "clidamagetest.moc"
