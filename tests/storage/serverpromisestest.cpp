// What somebody can try who calls the server's functions by hand. (That both engines refuse what does not
// fit is in refusalstest and undoorderstest.)
#include "tests/storage/decisions.h"
#include "tests/support/allocating.h"
#include "tests/support/rawsql.h"
#include "tests/support/testprogram.h"

#include <QTest>
#include <QUuid>

#include <thread>

using namespace tanaban;
using namespace tanaban::test;
using namespace Qt::StringLiterals;

namespace {

const QString lotChange =
    u"'{\"records\": [{\"entity\": \"lot\", \"key\": {\"product_code\": \"P1\", \"lot\": "
    "\"L1\"}, \"expected\": 1, \"fields\": {\"expires_on\": \"2999-12-31\"}}]}'"_s;

} // namespace

class ServerPromisesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_database.reset(); }

    void onceInATransaction();
    void nothingIsNoCommand();
    void onlyLockedIsGivenUp();
    void givenUpStaysGivenUp();
    void nobodyElsesOrderIsNamed();
    void undoesOnlyWhatItSays();
    void readsWhatIsCommitted_data();
    void readsWhatIsCommitted();
    void programsReadWhatIsCommitted();
    void holdingWhileALotIsChanged();
    void productsBeforeStock();

private:
    static QString plain(const QUuid &id) { return id.toString(QUuid::WithoutBraces); }
    /// A count by hand on the row of 100.
    QString adjusting(const QUuid &id, const QString &order = u"NULL"_s) const
    {
        return u"api.commit_1('%1', 'adjust', '\\x01', 'why', NULL, ARRAY[(%2, NULL, 'adjust', 5, "
               u"0, %3, "
               "NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL)::api.stock_change], '{}', NULL)"_s
                   .arg(plain(id), QString::number(m_stock), order);
    }
    /// Five more on the row of 100.
    QString received() const
    {
        return u"(%1, NULL, 'receive', 5, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL)"_s
            .arg(m_stock);
    }
    /// A commit by hand, of such a row or none, and what else it brings.
    static QString changing(const QString &kind, const QString &row, const QString &more)
    {
        return u"SELECT api.commit_1('%1', '%2', '\\x01', '', NULL, ARRAY[%3]::api.stock_change[], "
               "'{}', %4)"_s.arg(plain(newCommandId()), kind, row, more);
    }
    /// Somebody waits for a lock, sooner or later.
    bool somebodyWaits();
    /// As the person; what the server says to it, empty: nothing.
    QString error(const QString &sql)
    {
        QString words;
        RawSql(m_database->url()).run(sql, {}, &words);
        return words;
    }
    QString ownerError(const QString &sql)
    {
        QString words;
        m_database->sql(sql, {}, &words);
        return words;
    }
    QString figures()
    {
        return m_database
            ->scalar(u"SELECT on_hand || '/' || version FROM stock WHERE id = ?"_s, {m_stock})
            .toString();
    }

    std::unique_ptr<TestDatabase> m_database;
    qint64 m_stock = 0;
};

void ServerPromisesTest::init()
{
    m_database = std::make_unique<TestDatabase>(Engine::Postgres);
    m_stock = m_database->stockRow();
}

void ServerPromisesTest::onceInATransaction()
{
    const QUuid id = newCommandId();
    RawSql(m_database->url()).run(u"DO $$ BEGIN PERFORM %1; PERFORM %1; END $$"_s.arg(adjusting(id)));
    QCOMPARE(figures(), u"105/2"_s);
    QCOMPARE(m_database->audit(), QStringList());
}

void ServerPromisesTest::nothingIsNoCommand()
{
    const QString words = error(
        u"SELECT api.commit_1('%1', 'adjust', '\\x01', 'why', NULL, '{}', '{}', NULL)"_s.arg(
            plain(newCommandId())));
    QVERIFY2(words.contains(u"shape: empty"_s), qPrintable(words));
    QCOMPARE(m_database->count(u"commands"_s, u"kind = 'adjust'"_s), 0);
}

/// The id of a last try that ended there is taken, and nothing else happened under it.
void ServerPromisesTest::onlyLockedIsGivenUp()
{
    const QUuid id = newCommandId();
    RawSql(m_database->url())
        .run(u"SELECT api.lock_2('%1', 'adjust', '\\x01', '{}', ARRAY[%2]::bigint[])"_s.arg(
            plain(id), QString::number(m_stock)));
    QCOMPARE(m_database->count(u"commands"_s, u"kind = 'adjust' AND outcome = 'abandoned'"_s), 1);
    const QString words = error(u"SELECT "_s + adjusting(id));
    QVERIFY2(words.contains(u"given up"_s), qPrintable(words));
    QCOMPARE(figures(), u"100/1"_s);
    QCOMPARE(m_database->audit(), QStringList());
}

void ServerPromisesTest::givenUpStaysGivenUp()
{
    const QUuid id = newCommandId();
    RawSql(m_database->url()).run(u"SELECT api.abandon_1('%1', 'adjust', '\\x01')"_s.arg(plain(id)));
    QVERIFY(error(u"SELECT "_s + adjusting(id)).contains(u"given up"_s));
    for (const QString &change : {u"kind = 'move'"_s, u"actor = 'sato'"_s, u"at = now()"_s})
        QVERIFY(!ownerError(u"UPDATE commands SET outcome = 'committed', "_s + change).isEmpty());
    QVERIFY(!ownerError(u"DELETE FROM commands"_s).isEmpty());
    RawSql(m_database->url()).run(u"SELECT "_s + adjusting(newCommandId()));
    QVERIFY(!ownerError(u"UPDATE commands SET outcome = 'abandoned' WHERE outcome = 'committed'"_s)
                 .isEmpty());
    QCOMPARE(m_database->audit(), QStringList());
}

void ServerPromisesTest::nobodyElsesOrderIsNamed()
{
    const qint64 order = seedOrder(*m_database, u"SO-1"_s, {{u"P1"_s, 7}});
    const QString words = error(u"SELECT "_s + adjusting(newCommandId(), QString::number(order)));
    QVERIFY2(words.contains(u"shape: reserved"_s), qPrintable(words));
    QCOMPARE(figures(), u"100/1"_s);
}

/// An id that the same transaction has taken before does not become the id of an undo.
void ServerPromisesTest::undoesOnlyWhatItSays()
{
    const QUuid id = newCommandId();
    const QString words = error(
        u"DO $$ BEGIN PERFORM api.abandon_1('%1', 'undo_adjust', '\\x01'); "
        "PERFORM api.commit_1('%1', 'undo_adjust', '\\x01', 'why', NULL, ARRAY[(%2, NULL, "
        "'adjust', 5, "
        "0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL)::api.stock_change], '{}', NULL); "
        "END $$"_s.arg(plain(id), QString::number(m_stock)));
    QVERIFY2(words.contains(u"shape: undoes"_s), qPrintable(words));
    QCOMPARE(figures(), u"100/1"_s);
}

void ServerPromisesTest::readsWhatIsCommitted_data()
{
    QTest::addColumn<QString>("level");
    QTest::newRow("repeatable read") << u"REPEATABLE READ"_s;
    QTest::newRow("serializable") << u"SERIALIZABLE"_s;
}

/// Who goes on reading what was there before could give out what has expired meanwhile.
void ServerPromisesTest::readsWhatIsCommitted()
{
    QFETCH(QString, level);
    const qint64 order = seedOrder(*m_database, u"SO-1"_s, {{u"P1"_s, 7}});
    const QString ids = QString::number(m_stock);
    for (const QString &call :
         {adjusting(newCommandId()),
          u"api.reserve_1('%1', '\\x01', %2, NULL, 1)"_s.arg(plain(newCommandId()), ids),
          u"api.allocate_1('%1', 'allocate', '\\x01', ARRAY[%2]::bigint[], '{NULL}', '{1}', "
          u"'{%3}', "
          "'{%3}', '{1}', ARRAY[%2]::bigint[], '{1}')"_s.arg(
              plain(newCommandId()), ids, QString::number(order)),
          u"api.lock_2('%1', 'adjust', '\\x01', '{}', ARRAY[%2]::bigint[])"_s.arg(
              plain(newCommandId()), ids)})
    {
        RawSql session(m_database->url());
        session.run(u"BEGIN ISOLATION LEVEL "_s + level);
        QString words;
        session.run(u"SELECT "_s + call, {}, &words);
        QVERIFY2(words.contains(u"only in READ COMMITTED"_s), qPrintable(call + words));
        session.run(u"ROLLBACK"_s);
        session.run(u"SELECT "_s + call); // nothing else was wrong with it
    }
    QCOMPARE(m_database->audit(), QStringList());
}

/// Whatever whoever looks after the server has set.
void ServerPromisesTest::programsReadWhatIsCommitted()
{
    m_database->sql(u"ALTER DATABASE %1 SET default_transaction_isolation = 'serializable'"_s.arg(
        m_database->url().database));
    const StockCommand command{
        newCommandId(), Reserve{m_stock, 8}, {}, QString::fromLatin1(TestDatabase::login)};
    QCOMPARE(verdict(m_database->store().commit(decided(m_database->store(), command))),
             u"committed"_s);
}

bool ServerPromisesTest::somebodyWaits()
{
    return QTest::qWaitFor([this] {
        return m_database
                   ->scalar(u"SELECT count(*) FROM pg_stat_activity WHERE datname = "
                            "current_database() AND wait_event_type = 'Lock'"_s)
                   .toInt()
               > 0;
    });
}

/// Both write the row, and the one looks up what the other changes: none waits for the other in vain.
void ServerPromisesTest::holdingWhileALotIsChanged()
{
    RawSql(m_database->url()).run(changing(u"receive"_s, received(), u"NULL"_s));
    QCOMPARE(m_database->scalar(u"SELECT usable_until = 'infinity' FROM stock"_s).toBool(), true);
    RawSql holding(m_database->url());
    holding.run(u"BEGIN"_s);
    holding.run(u"SELECT FROM stock FOR UPDATE"_s);
    QString said;
    std::thread other([this, &said] {
        RawSql(m_database->url()).run(changing(u"master"_s, {}, lotChange), {}, &said);
    });
    const bool waited = somebodyWaits();
    QString words;
    holding.run(
        changing(u"hold"_s,
                 u"(%1, NULL, 'hold', 0, 3, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, "
                 "NULL)"_s.arg(m_stock),
                 u"'{\"holds\": [{\"stock_id\": %1, \"quantity\": 3, \"minutes\": 10, "
                 "\"to\": \"active\"}]}'"_s.arg(m_stock)),
        {},
        &words);
    holding.run(words.isEmpty() ? u"COMMIT"_s : u"ROLLBACK"_s);
    other.join();
    QVERIFY(waited);
    QCOMPARE(words, QString());
    QCOMPARE(said, QString());
    QCOMPARE(m_database->audit(), QStringList());
}

/// Whoever changes a lot and receives goods of it writes their row twice, and the second time looks up
/// its product: who has that waits for nothing that the other one has.
void ServerPromisesTest::productsBeforeStock()
{
    RawSql(m_database->url()).run(changing(u"receive"_s, received(), u"NULL"_s));
    RawSql product(m_database->url());
    product.run(u"BEGIN"_s);
    product.run(u"SELECT FROM products FOR UPDATE"_s);
    QString said;
    std::thread importing([this, &said] {
        RawSql(m_database->url()).run(changing(u"import"_s, received(), lotChange), {}, &said);
    });
    const bool waited = somebodyWaits();
    QString words;
    product.run(u"SELECT FROM stock FOR UPDATE NOWAIT"_s, {}, &words);
    product.run(u"ROLLBACK"_s);
    importing.join();
    QVERIFY(waited);
    QCOMPARE(words, QString());
    QCOMPARE(said, QString());
    QCOMPARE(figures(), u"110/3"_s);
    QCOMPARE(m_database->audit(), QStringList());
}

TANABAN_TEST(ServerPromisesTest)
#include "serverpromisestest.moc"
