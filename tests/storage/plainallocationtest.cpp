// api.allocate_1 says yes to what api.commit_1 says yes to, writes the same, and leaves every no to it:
// both are asked the same by hand, in transactions that are rolled back.
#include "tests/support/allocating.h"
#include "tests/support/rawsql.h"
#include "tests/support/testprogram.h"
#include "tests/support/throwawaypostgres.h"

#include <QRegularExpression>
#include <QTest>
#include <QUuid>

#include <algorithm>

using namespace tanaban;
using namespace tanaban::test;
using namespace Qt::StringLiterals;

namespace {

/// A row of stock: its id, version (empty: as it is), quantity, order (empty: none is named).
struct Row
{
    qint64 id = 0;
    QString expected;
    qint64 quantity = 0;
    QString order;
};

struct Taken
{
    QString order;
    QString line;
    QString stock;
    QString quantity;
};

struct Asked
{
    QString kind = u"allocate"_s;
    std::vector<Row> rows;
    std::vector<Taken> taken;
    QString moreVersions; ///< than rows
};

QString orNull(const QString &value)
{
    return value.isEmpty() ? u"NULL"_s : value;
}

template <typename Item, typename Member>
QString arrayOf(const std::vector<Item> &items, Member member, const char *type)
{
    QStringList texts;
    for (const Item &item : items) {
        if constexpr (std::is_same_v<Member, QString Item::*>)
            texts += orNull(item.*member);
        else
            texts += QString::number(item.*member);
    }
    return u"ARRAY[%1]::%2[]"_s.arg(texts.join(u','), QLatin1StringView(type));
}

/// What the session wrote, but for numbers that a sequence gave and times.
constexpr const char *written = "SELECT (SELECT json_agg(t ORDER BY id) FROM (SELECT id, on_hand, "
                                "reserved, version FROM stock) t)::text"
                                " || (SELECT json_agg(t ORDER BY stock_id, version) FROM (SELECT "
                                "stock_id, version, kind, on_hand_delta,"
                                "  reserved_delta, on_hand_after, reserved_after, order_id, "
                                "command_id, actor, reason, at = max(at) OVER"
                                "  (PARTITION BY command_id) AS at_once FROM stock_events) t)::text"
                                " || (SELECT json_agg(t ORDER BY t::text) FROM (SELECT order_id, "
                                "line_number, stock_id, quantity, state,"
                                "  version FROM allocations) t)::text"
                                " || (SELECT json_agg(t ORDER BY t::text) FROM (SELECT entity, "
                                "version, command_id, actor, before, after"
                                "  FROM changes) t)::text"
                                " || (SELECT json_agg(t ORDER BY command_id) FROM (SELECT "
                                "command_id, kind, encode(content_hash, 'hex'),"
                                "  actor, outcome, undoes FROM commands) t)::text"
                                " || coalesce((SELECT json_agg(t ORDER BY id) FROM (SELECT id, "
                                "state, version FROM holds) t)::text, '')";

} // namespace

class PlainAllocationTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void saysTheSame_data();
    void saysTheSame();
    void saysYesItself();
    void locksByIdWhateverTheSession_data();
    void locksByIdWhateverTheSession();

private:
    struct Said
    {
        QString answer;  ///< of the function
        QString error;   ///< or the server's words
        QString written; ///< what the tables hold then
        qint64 noted = 0;
    };

    Asked usual() const;
    QString allocateCall(const Asked &asked) const;
    QString commitCall(const Asked &asked) const;
    Said ask(const QString &call, const QStringList &before, bool noted, const QString &login = {});

    std::unique_ptr<TestDatabase> m_database;
    const QUuid m_id = newCommandId();
    qint64 m_first = 0;     ///< of P1, 100
    qint64 m_second = 0;    ///< of P1, 100
    qint64 m_third = 0;     ///< of P2, 100
    qint64 m_elsewhere = 0; ///< of P1, 100, from which nothing is asked
    QString m_order;        ///< 20 of P1, 30 of P1, 5 of P2
    QString m_other;        ///< 10 of P1
};

void PlainAllocationTest::initTestCase()
{
    m_database = std::make_unique<TestDatabase>(Engine::Postgres);
    m_first = m_database->stockRow();
    StockSeed seed;
    seed.lot = u"L2"_s;
    m_second = m_database->stockRow(seed);
    seed = {};
    seed.product = u"P2"_s;
    m_third = m_database->stockRow(seed);
    seed = {};
    seed.lot = u"L3"_s;
    m_elsewhere = m_database->stockRow(seed);
    m_order = QString::number(
        seedOrder(*m_database, u"SO-1"_s, {{u"P1"_s, 20}, {u"P1"_s, 30}, {u"P2"_s, 5}}));
    m_other = QString::number(seedOrder(*m_database, u"SO-2"_s, {{u"P1"_s, 10}}));
    m_database->person(u"viewer"_s, u"viewer"_s);
    m_database->close();
}

/// Everything that both orders want: of the first row for two orders, of the others for one.
Asked PlainAllocationTest::usual() const
{
    const auto text = [](qint64 number) { return QString::number(number); };
    Asked asked;
    asked.rows = {{m_third, {}, 5, m_order}, {m_first, {}, 30, {}}, {m_second, {}, 30, m_order}};
    asked.taken = {{m_order, u"1"_s, text(m_first), u"20"_s},
                   {m_order, u"2"_s, text(m_second), u"30"_s},
                   {m_order, u"3"_s, text(m_third), u"5"_s},
                   {m_other, u"1"_s, text(m_first), u"10"_s}};
    return asked;
}

QString PlainAllocationTest::allocateCall(const Asked &asked) const
{
    const QStringList arrays{arrayOf(asked.rows, &Row::id, "bigint"),
                             arrayOf(asked.rows, &Row::expected, "bigint")
                                 .replace(u"]::"_s, asked.moreVersions + u"]::"_s),
                             arrayOf(asked.rows, &Row::quantity, "bigint"),
                             arrayOf(asked.rows, &Row::order, "bigint"),
                             arrayOf(asked.taken, &Taken::order, "bigint"),
                             arrayOf(asked.taken, &Taken::line, "int"),
                             arrayOf(asked.taken, &Taken::stock, "bigint"),
                             arrayOf(asked.taken, &Taken::quantity, "bigint")};
    return u"api.allocate_1('%1', '%2', '\\x01', %3)"_s.arg(
        m_id.toString(QUuid::WithoutBraces), asked.kind, arrays.join(u", "_s));
}

QString PlainAllocationTest::commitCall(const Asked &asked) const
{
    std::vector<Row> sorted = asked.rows;
    std::ranges::sort(sorted, {}, &Row::id);
    QStringList rows;
    for (const Row &row : sorted) {
        rows += u"(%1, %2, 'reserve', 0, %3, %4, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL)"_s
                    .arg(QString::number(row.id),
                         orNull(row.expected),
                         QString::number(row.quantity),
                         orNull(row.order));
    }
    if (!asked.moreVersions.isEmpty())
        rows +=
            u"(NULL, 1, 'reserve', 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL)"_s;
    QStringList taken;
    for (const Taken &one : asked.taken) {
        taken += u"(NULL, NULL, %1, %2, %3, %4, NULL, 'open')"_s.arg(
            orNull(one.order), orNull(one.line), orNull(one.stock), orNull(one.quantity));
    }
    return u"api.commit_1('%1', '%2', '\\x01', '', NULL, ARRAY[%3]::api.stock_change[], "
           "ARRAY[%4]::api.allocation_change[], NULL)"_s.arg(m_id.toString(QUuid::WithoutBraces),
                                                             asked.kind,
                                                             rows.join(u", "_s),
                                                             taken.join(u", "_s));
}

PlainAllocationTest::Said PlainAllocationTest::ask(const QString &call,
                                                   const QStringList &before,
                                                   bool noted,
                                                   const QString &login)
{
    static const QRegularExpression context(u"\nCONTEXT:.*(?=\n\\(|$)"_s,
                                            QRegularExpression::DotMatchesEverythingOption);
    RawSql session(m_database->url(), QString::fromLatin1(ThrowAwayPostgres::superuser));
    session.run(u"BEGIN"_s);
    session.run(noted ? u"UPDATE stock SET usable_until = 'infinity'"_s
                      : u"UPDATE stock SET usable_until = NULL"_s);
    for (const QString &change : before)
        session.run(change);
    session.run(u"SET SESSION AUTHORIZATION "_s + (login.isEmpty() ? u"tester"_s : login));
    Said said;
    const auto answer = session.run(
        u"SELECT outcome || (SELECT string_agg(i || ':' || v, ',' ORDER BY i) FROM unnest(ids, "
        "versions) u (i, v)) FROM "_s
            + call,
        {},
        &said.error);
    said.error.remove(context);
    if (said.error.isEmpty()) {
        said.answer = answer.front().front().toString();
        session.run(u"RESET SESSION AUTHORIZATION"_s);
        said.written = session.run(QString::fromLatin1(written)).front().front().toString();
        said.noted = session.run(u"SELECT count(*) FROM stock WHERE usable_until = 'infinity'"_s)
                         .front()
                         .front()
                         .toLongLong();
    }
    session.run(u"ROLLBACK"_s);
    return said;
}

using Change = std::function<void(Asked &)>;

void PlainAllocationTest::saysTheSame_data()
{
    QTest::addColumn<bool>("yes");
    QTest::addColumn<QStringList>("before");
    QTest::addColumn<Change>("change");
    const auto row = [](const char *name, bool yes, const QStringList &before, Change change = {}) {
        QTest::newRow(name) << yes << before << change;
    };
    const QString reserve = u"UPDATE stock SET reserved = reserved + 80 WHERE id = %1"_s.arg(
        m_first);
    const QString hold =
        u"INSERT INTO holds (id, stock_id, order_id, line_number, quantity, expires_at, state) "
        "OVERRIDING SYSTEM VALUE VALUES (77, %1, %2, now() %3 interval '1 hour', 'active')"_s;
    const QString onRow = QString::number(m_first);
    row("everything", true, {});
    row("one row of one line", true, {}, [](Asked &asked) {
        asked.rows = {asked.rows[2]};
        asked.taken = {asked.taken[1]};
    });
    row("the last there are",
        true,
        {u"UPDATE stock SET on_hand = 30 WHERE id <> %1"_s.arg(m_third)});
    row("versions as seen", true, {}, [](Asked &asked) {
        for (Row &one : asked.rows)
            one.expected = u"1"_s;
    });
    row("expires the day after tomorrow",
        true,
        {u"UPDATE lots SET expires_on = current_date + 2 WHERE lot = 'L1'"_s});
    row("a line that has some",
        true,
        {u"INSERT INTO allocations (order_id, line_number, stock_id, quantity, state) VALUES (%1, 1, %2, 5, 'shipped')"_s
             .arg(m_order, onRow)},
        [](Asked &asked) {
            asked.taken[0].quantity = u"15"_s;
            asked.rows[1].quantity = 25;
        });
    row("a hold on the row",
        true,
        {hold.arg(onRow, u"NULL, NULL, 3"_s, u"+"_s),
         u"UPDATE stock SET reserved = 3 WHERE id = "_s + onRow});

    row("a hold whose time is over, and enough without",
        true,
        {hold.arg(onRow, u"NULL, NULL, 3"_s, u"-"_s),
         u"UPDATE stock SET reserved = 3 WHERE id = "_s + onRow});
    row("a version that is over", false, {}, [](Asked &asked) { asked.rows[0].expected = u"2"_s; });
    row("more versions than rows", false, {}, [](Asked &asked) { asked.moreVersions = u",1"_s; });
    row("not enough", false, {reserve});
    row("a hold whose time is over", true, {hold.arg(onRow, u"NULL, NULL, 80"_s, u"-"_s), reserve});
    row("expired", false, {u"UPDATE lots SET expires_on = current_date - 2 WHERE lot = 'L2'"_s});
    row("quarantined",
        false,
        {u"UPDATE stock SET status = 'quarantined', usable_until = NULL WHERE id = "_s + onRow});
    row("product out of use", false, {u"UPDATE products SET active = false WHERE code = 'P2'"_s});
    row("bin out of use", false, {u"UPDATE bins SET active = false"_s});
    row("zone out of use", false, {u"UPDATE zones SET active = false"_s});
    row("warehouse out of use", false, {u"UPDATE warehouses SET active = false"_s});
    row("a row that is not there", false, {}, [](Asked &asked) {
        asked.rows[0].id = 999;
        asked.taken[2].stock = u"999"_s;
    });
    row("the same row twice", false, {}, [](Asked &asked) { asked.rows.push_back(asked.rows[0]); });
    row("more than was ordered", false, {}, [](Asked &asked) {
        asked.taken[1].quantity = u"31"_s;
        asked.rows[2].quantity = 31;
    });
    row("more than is left of a line",
        false,
        {u"INSERT INTO allocations (order_id, line_number, stock_id, quantity, state) VALUES (%1, 1, %2, 1, 'shipped')"_s
             .arg(m_order, onRow)});
    row("more than a hold on another row leaves of a line",
        false,
        {hold.arg(QString::number(m_elsewhere), m_order + u", 1, 1"_s, u"+"_s),
         u"UPDATE stock SET reserved = 1 WHERE id = %1"_s.arg(m_elsewhere)});
    row("another product", false, {}, [](Asked &asked) {
        std::swap(asked.taken[2].line, asked.taken[1].line);
        asked.taken[1].quantity = u"5"_s;
        asked.rows[2].quantity = 5;
    });
    row("a line that is not there", false, {}, [](Asked &asked) { asked.taken[3].line = u"2"_s; });
    row("no line", false, {}, [](Asked &asked) { asked.taken[3].line.clear(); });
    row("an order that is not there", false, {}, [](Asked &asked) {
        asked.taken[3].order = u"999"_s;
    });
    row("a draft", false, {u"UPDATE orders SET state = 'draft' WHERE id = "_s + m_other});
    row("nothing", false, {}, [](Asked &asked) { asked = {}; });
    row("less than is taken", false, {}, [](Asked &asked) { asked.rows[0].quantity = 4; });
    row("a row from which nothing is taken", false, {}, [](Asked &asked) {
        asked.taken.erase(asked.taken.begin() + 2);
    });
    row("taken from a row that is not named", false, {}, [](Asked &asked) {
        asked.rows.erase(asked.rows.begin());
    });
    row("less than nothing", false, {}, [](Asked &asked) {
        asked.taken[3].quantity = u"-10"_s;
        asked.rows[1].quantity = 10;
    });
    row("nothing of a line", false, {}, [](Asked &asked) {
        asked.taken[3].quantity = u"0"_s;
        asked.rows[1].quantity = 20;
    });
    row("one order named for two", false, {}, [this](Asked &asked) {
        asked.rows[1].order = m_order;
    });
    row("the later order named for two", false, {}, [this](Asked &asked) {
        asked.rows[1].order = m_other;
    });
    row("another order named", false, {}, [this](Asked &asked) { asked.rows[2].order = m_other; });
    row("another kind", false, {}, [](Asked &asked) { asked.kind = u"adjust"_s; });
    row("an unknown kind", false, {}, [](Asked &asked) { asked.kind = u"anything"_s; });
    row("somebody else's id",
        false,
        {u"INSERT INTO commands (command_id, kind, content_hash, actor, at, outcome) VALUES ('%1', "
         "'allocate', '\\x01', 'sato', now(), 'committed')"_s.arg(
             m_id.toString(QUuid::WithoutBraces))});
}

void PlainAllocationTest::saysTheSame()
{
    QFETCH(bool, yes);
    QFETCH(QStringList, before);
    QFETCH(Change, change);
    Asked asked = usual();
    if (change)
        change(asked);
    for (const bool noted : {false, true}) {
        const Said ours = ask(allocateCall(asked), before, noted);
        const Said theirs = ask(commitCall(asked), before, noted);
        QCOMPARE(ours.error, theirs.error);
        QCOMPARE(ours.answer, theirs.answer);
        QCOMPARE(ours.written, theirs.written);
        QVERIFY2(ours.error.isEmpty() == yes, qPrintable(ours.error));
    }
}

/// commit_1 notes on the rows that it looked at them; allocate_1 does not, so it tells who wrote. And a
/// viewer gets nothing of either.
void PlainAllocationTest::saysYesItself()
{
    QCOMPARE(ask(commitCall(usual()), {}, false).noted, 3);
    QCOMPARE(ask(allocateCall(usual()), {}, false).noted, 0);
    const Said refused = ask(allocateCall(usual()), {}, false, u"viewer"_s);
    QVERIFY2(refused.error.contains(u"not allowed"_s) || refused.error.contains(u"permission"_s),
             qPrintable(refused.error));
}

void PlainAllocationTest::locksByIdWhateverTheSession_data()
{
    QTest::addColumn<QString>("settings");
    QTest::newRow("ours") << QString();
    QTest::newRow("little memory, hashes only")
        << u"SET work_mem = '64kB'; SET hash_mem_multiplier = 1; SET enable_nestloop = off; SET "
           "enable_mergejoin = off"_s;
    QTest::newRow("no indexes") << u"SET enable_indexscan = off; SET enable_indexonlyscan = off"_s;
}

/// Whoever locks in another order makes others deadlock. The answer tells in which order rows were
/// written; they are asked for from the last to the first.
void PlainAllocationTest::locksByIdWhateverTheSession()
{
    QFETCH(QString, settings);
    RawSql session(m_database->url());
    session.run(u"BEGIN"_s);
    session.run(u"INSERT INTO lots (product_code, lot) SELECT 'P1', 'M' || i FROM "
                "generate_series(1, 4000) i"_s);
    session.run(
        u"INSERT INTO stock (warehouse_code, zone_number, bin, product_code, lot, status, "
        "storage_condition, received_at, on_hand, reserved, version, usable_until) SELECT "
        "warehouse_code, zone_number, bin, 'P1', 'M' || i, status, storage_condition, now(), 5, 0, "
        "1, 'infinity' FROM stock, generate_series(4000, 1, -1) i WHERE id = %1"_s.arg(m_first));
    session.run(u"INSERT INTO order_lines (order_id, line_number, product_code, quantity) SELECT "
                "%1, 100 + i, 'P1', 1 FROM generate_series(1, 4000) i"_s.arg(m_order));
    for (const QString &setting : settings.split(u"; "_s, Qt::SkipEmptyParts))
        session.run(setting);
    const auto sorted = session.run(
        u"WITH r AS MATERIALIZED (SELECT array_agg(id ORDER BY id DESC) AS ids FROM stock WHERE "
        u"lot "
        "LIKE 'M%') SELECT cardinality(o.ids), o.ids = ARRAY(SELECT i FROM unnest(o.ids) i ORDER "
        "BY "
        "i), o.outcome FROM r, api.allocate_1('%1', 'allocate', '\\x01', r.ids, "
        "array_fill(NULL::bigint, ARRAY[4000]), array_fill(1::bigint, ARRAY[4000]), "
        "array_fill(%2::bigint, ARRAY[4000]), array_fill(%2::bigint, ARRAY[4000]), "
        "ARRAY(SELECT generate_series(101, 4100)), r.ids, array_fill(1::bigint, ARRAY[4000])) o"_s
            .arg(m_id.toString(QUuid::WithoutBraces), m_order));
    session.run(u"ROLLBACK"_s);
    QCOMPARE(sorted.front().at(2).toString(), u"committed"_s);
    QCOMPARE(sorted.front().at(0).toInt(), 4000);
    QVERIFY(sorted.front().at(1).toBool());
}

TANABAN_TEST(PlainAllocationTest)
#include "plainallocationtest.moc"
