// Inputs of reference list "bad inputs" (docs/bad-inputs.md) that no other test sends: through the
// program, on both engines.
#include "tests/cli/program.h"
#include "tests/support/filecontent.h"
#include "tests/support/testprogram.h"

#include <QElapsedTimer>

#include <csignal>

using namespace tanaban;
using namespace tanaban::test;

class BadInputsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sqlIsText_data() { addEngines(); }
    void sqlIsText();
    void sameCodeComposedOtherwise_data() { addEngines(); }
    void sameCodeComposedOtherwise();
    void killedImportLeavesNothing_data() { addEngines(); }
    void killedImportLeavesNothing();
    void notAFileAtAll_data();
    void notAFileAtAll();
    void serverWithoutACertificate();
    void commandIdsThatAreNone();
    void listIsTrue();

private:
    QString productsFile(const QByteArray &lines) const
    {
        const QString path = m_program.home.filePath(u"products.csv"_s);
        if (!put(path, "code,name,storage_condition,unit\n" + lines))
            qFatal("no room for a file");
        return path;
    }

    Program m_program;
};

// 1 and 2: also where an administrator has switched off how quotes are read.
void BadInputsTest::sqlIsText()
{
    QFETCH(Engine, engine);
    TestDatabase database(engine);
    database.stockRow();
    if (database.isPostgres())
        database.sql(u"ALTER DATABASE %1 SET standard_conforming_strings = off"_s.arg(
            database.url().database));
    const QStringList codes{u"'); DROP TABLE stock;--"_s,
                            u"\\'); DELETE FROM commands; --"_s,
                            u"\"; DROP TABLE lots; --"_s,
                            u"$1 ? :name {iso x} %s"_s};
    QByteArray lines;
    for (const QString &code : codes) {
        const QByteArray quoted = '"' + code.toUtf8().replace("\"", "\"\"") + '"';
        lines += quoted + ',' + quoted + ",frozen,kg\n";
    }
    const Answer taken = m_program.run(database, u"import products "_s + productsFile(lines));
    QVERIFY2(taken.status == 0, taken.err.constData());
    QCOMPARE(taken.number(u"written"_s), codes.size());
    for (const QString &code : codes) {
        QCOMPARE(database.sql(u"SELECT name FROM products WHERE code = ?"_s, {code}).size(),
                 size_t(1));
        const auto product = database.store().product(code);
        QVERIFY(product && *product);
        QCOMPARE((*product)->name, code);
    }
    QCOMPARE(database.count(u"stock"_s), 1);
    QCOMPARE(database.audit(), QStringList());
}

// 12
void BadInputsTest::sameCodeComposedOtherwise()
{
    QFETCH(Engine, engine);
    TestDatabase database(engine);
    const QByteArray composed = u"caf\u00e9"_s.toUtf8();
    const QByteArray apart = u"cafe\u0301"_s.toUtf8();
    const auto before = database.checksums();
    const QString file = productsFile(composed + ",A,frozen,kg\n" + apart + ",B,frozen,kg\n");
    const Answer answer = m_program.run(database, u"import products "_s + file);
    QVERIFY2(answer.status == 3, answer.out.constData());
    QCOMPARE(answer.number(u"refused"_s), 1);
    QCOMPARE(answer.json()[u"findings"_s].toArray().at(0).toObject()[u"line"_s].toInteger(), 3);
    QCOMPARE(database.checksums(), before);
}

// 14
void BadInputsTest::killedImportLeavesNothing()
{
    QFETCH(Engine, engine);
    TestDatabase database(engine);
    constexpr int products = 1000;
    QByteArray lines;
    for (int i = 0; i < products; ++i)
        lines += "P-" + QByteArray::number(i) + ",Name,frozen,kg\n";
    const QString file = productsFile(lines);
    DatabaseUrl url = database.url();
    if (database.isPostgres())
        url.user = u"tester"_s;
    const auto import = [&](int killAfter) {
        QProcess process;
        process.start(
            qEnvironmentVariable("TANABAN_BIN") + u"/tanabanctl"_s,
            {u"--db"_s, url.toString(), u"--as"_s, u"tester"_s, u"import"_s, u"products"_s, file});
        if (killAfter < 0 || !process.waitForFinished(killAfter))
            killAfter < 0 ? void(process.waitForFinished(60'000)) : process.kill();
        process.waitForFinished(60'000);
        return process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
    };
    int killed = 0;
    QElapsedTimer timer;
    timer.start();
    // Later and later, until it comes to its end.
    for (int delay = 40; import(delay) != 0; delay += delay / 3) {
        ++killed;
        database.waitUntilAlone();
        const qint64 there = database.count(u"products"_s);
        QVERIFY2(there == 0 || there == products, qPrintable(QString::number(there)));
        QCOMPARE(database.count(u"commands"_s), there == 0 ? 0 : 1);
        QVERIFY(timer.elapsed() < 60'000);
    }
    QVERIFY(killed > 0);
    QCOMPARE(database.count(u"products"_s), products);
    QCOMPARE(import(-1), 0); // once more nothing is there twice
    QCOMPARE(database.count(u"products"_s), products);
    QCOMPARE(database.audit(), QStringList());
}

// 22
void BadInputsTest::notAFileAtAll_data()
{
    QTest::addColumn<QString>("path");
    QTest::newRow("device that is full") << u"/dev/full"_s;
    QTest::newRow("device without an end") << u"/dev/zero"_s;
    QTest::newRow("folder") << u"/tmp"_s;
    QTest::newRow("file of the system") << u"/etc/passwd"_s;
}

void BadInputsTest::notAFileAtAll()
{
    QFETCH(QString, path);
    for (const QString &line : {u"stock list"_s, u"init"_s, u"verify"_s}) {
        const Answer answer = m_program.run(u"--db sqlite:%1 %2"_s.arg(path, line));
        QCOMPARE(answer.status, 7);
        QVERIFY2(answer.err.contains("another program"), answer.err.constData());
    }
    // What SQLite would take for parameters is the name of a file.
    QCOMPARE(m_program
                 .run(u"--db sqlite:%1/x.db?vfs=unix-none&mode=memory stock list"_s.arg(
                     m_program.home.path()))
                 .status,
             6);
}

// 21: our test server has no certificate, as whoever stands between has none.
void BadInputsTest::serverWithoutACertificate()
{
    TestDatabase database(Engine::Postgres);
    QVERIFY2(!database.url().hosts.startsWith(u'/'), "the server must be asked through the network");
    for (const QString &mode : {u"require"_s, u"verify-ca"_s, u"verify-full"_s}) {
        DatabaseUrl url = database.url();
        url.user = u"tester"_s;
        url.options[u"sslmode"_s] = mode;
        const Answer answer = m_program.run(u"--db %1 stock list"_s.arg(url.toString()));
        QVERIFY2(answer.status == 6, answer.err.constData());
        QVERIFY2(answer.err.contains("SSL"), answer.err.constData());
    }
}

// 30
void BadInputsTest::commandIdsThatAreNone()
{
    TestDatabase database(Engine::Sqlite);
    const qint64 id = database.stockRow();
    const auto before = database.checksums();
    for (const QString &none : {u"1"_s,
                                u"x"_s,
                                u"01890000-0000-7000-8000-00000000ABC"_s,
                                u"01890000-0000-7000-8000-00000000ABCDE"_s,
                                u"00000000-0000-0000-0000-000000000000"_s})
    {
        const Answer answer = m_program.run(
            database, u"reserve %1 --quantity 1 --command-id %2"_s.arg(QString::number(id), none));
        QVERIFY2(answer.status == 2, qPrintable(none + QString::fromUtf8(answer.err)));
        QVERIFY2(answer.err.contains("is not a UUID"), answer.err.constData());
    }
    QCOMPARE(database.checksums(), before);
}

// Every one of the thirty has its tests, under the names that the list gives.
void BadInputsTest::listIsTrue()
{
    const QString source = qEnvironmentVariable("TANABAN_SOURCE");
    const QString list = QString::fromUtf8(contentOf(source + u"/docs/bad-inputs.md"_s));
    static const QRegularExpression line(u"^\\| (\\d+) \\|.*$"_s,
                                         QRegularExpression::MultilineOption);
    static const QRegularExpression test(u"`(tests/[a-z0-9/]+\\.(?:cpp|py))(?: ([A-Za-z]\\w*))?`"_s);
    int expected = 0;
    for (const QRegularExpressionMatch &row : line.globalMatch(list)) {
        QCOMPARE(row.captured(1).toInt(), ++expected);
        int tests = 0;
        for (const QRegularExpressionMatch &named : test.globalMatch(row.captured(0))) {
            const QByteArray content = contentOf(source + u'/' + named.captured(1));
            QVERIFY2(!content.isEmpty(), qPrintable(named.captured(1)));
            const QByteArray function = "::" + named.captured(2).toUtf8() + "()";
            QVERIFY2(named.captured(2).isEmpty() || content.contains(function),
                     qPrintable(named.captured(0)));
            ++tests;
        }
        QVERIFY2(tests > 0 || row.captured(0).contains(u"*not yet*"_s), qPrintable(row.captured(0)));
    }
    QCOMPARE(expected, 30);
}

TANABAN_TEST(BadInputsTest)
#include "badinputstest.moc"
