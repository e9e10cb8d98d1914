// What is exported can be imported elsewhere, and is the same there.
#include "model/import/importmapping.h"
#include "tests/cli/program.h"
#include "tests/support/filecontent.h"
#include "tests/support/testprogram.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>

using namespace tanaban;
using namespace tanaban::test;
using namespace Qt::StringLiterals;

class CliExportTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void comesBackTheSame_data();
    void comesBackTheSame();
    void guessesTheColumns();
    void wrongUse();

private:
    Program m_program;
};

void CliExportTest::comesBackTheSame_data()
{
    QTest::addColumn<Engine>("engine");
    QTest::addColumn<QString>("format");
    for (const QString &format : {u"csv"_s, u"xlsx"_s}) {
        QTest::addRow("sqlite, %s", qPrintable(format)) << Engine::Sqlite << format;
        QTest::addRow("postgresql, %s", qPrintable(format)) << Engine::Postgres << format;
    }
}

void CliExportTest::comesBackTheSame()
{
    QFETCH(Engine, engine);
    QFETCH(QString, format);
    TestDatabase database(engine);
    StockSeed weighed;
    weighed.product = u"FISH"_s;
    weighed.condition = StorageCondition::Frozen;
    weighed.zone = 3;
    weighed.decimals = 3;
    weighed.onHand = 1500;
    weighed.expiresOn = QDate(2099, 2, 28);
    database.stockRow(weighed);
    database.stockRow();
    database.bin(u"WH001"_s, 1, u"A/1"_s);
    // A name that a spreadsheet would run, and one that looks as if it had been made harmless.
    database.sql(u"UPDATE products SET name = '=1+1, \"x\"', reorder_point = 2500, "
                 "barcode = '4901234567894', category = '''=x' WHERE code = 'FISH'"_s);
    const QStringList kinds = importKindWords();
    const QDir folder(m_program.home.path());
    const QString partners = folder.filePath(u"new-partners.csv"_s);
    QVERIFY(put(partners, "code,name,kind,active\nP 1,\"=Mill, & Sons\",supplier,false\n"));
    QCOMPARE(m_program.run(database, u"import partners %1"_s.arg(partners)).status, 0);
    const QString orders = folder.filePath(u"new-orders.csv"_s);
    QVERIFY(put(orders,
                "number,partner_code,priority,due_on,state,product_code,quantity\n"
                "=O-1,P 1,2,2099-03-01,open,FISH,1.250\n=O-1,P 1,2,2099-03-01,open,P1,3\n"
                "O-2,P 1,,,draft,,\n"));
    const Answer ordered = m_program.run(database, u"import orders %1"_s.arg(orders));
    QVERIFY2(ordered.status == 0, ordered.err.constData());
    for (const QString &kind : kinds) {
        for (const QString &suffix : {u".csv"_s, QString(u'.' + format)}) {
            const Answer written = m_program.run(
                database, u"export %1 %2"_s.arg(kind, folder.filePath(kind + suffix)));
            QVERIFY2(written.status == 0, written.err.constData());
            QVERIFY(written.number(u"rows"_s) >= 1);
        }
    }
    const QByteArray products = contentOf(folder.filePath(u"products.csv"_s));
    QVERIFY2(products.contains("FISH,\"'=1+1, \"\"x\"\"\",''=x,4901234567894,frozen,"),
             products.constData());
    QVERIFY2(products.contains(",3,2.500,true\r\n"), products.constData());
    QVERIFY(contentOf(folder.filePath(u"stock.csv"_s))
                .contains("FISH,WH001,3,,L1,2099-02-28,1.500,available"));

    QVERIFY(contentOf(folder.filePath(u"orders.csv"_s))
                .contains("'=O-1,P 1,2,2099-03-01,open,1,FISH,1.250\r\n"));
    const Answer shown = m_program.run(database, u"order show =O-1"_s);
    QCOMPARE(shown.json()[u"lines"_s].toArray().size(), 2);
    QCOMPARE(
        m_program.run(database, u"order list --state draft"_s).json()[u"orders"_s].toArray().size(),
        1);

    TestDatabase elsewhere(engine);
    for (const QString &kind : kinds) {
        const QString file = folder.filePath(kind + u'.' + format);
        const Answer imported = m_program.run(elsewhere, u"import %1 %2"_s.arg(kind, file));
        QVERIFY2(imported.status == 0, imported.err.constData());
        const QString again = folder.filePath(kind + u"-again.csv"_s);
        QVERIFY(m_program.run(elsewhere, u"export %1 %2"_s.arg(kind, again)).status == 0);
        QCOMPARE(contentOf(again), contentOf(folder.filePath(kind + u".csv"_s)));
        const Answer repeated = m_program.run(elsewhere, u"import %1 %2"_s.arg(kind, file));
        QCOMPARE(repeated.number(u"written"_s), 0);
    }
    QCOMPARE(elsewhere.scalar(u"SELECT category FROM products WHERE code = 'FISH'"_s).toString(),
             u"'=x"_s);
    QCOMPARE(m_program.run(elsewhere, u"verify"_s).status, 0);
}

void CliExportTest::guessesTheColumns()
{
    TestDatabase database(Engine::Sqlite);
    const QString file = QDir(m_program.home.path()).filePath(u"goods.csv"_s);
    QVERIFY(put(file, "品番;品名;温度帯;単位\nA-1;豆腐;冷蔵;丁\n"));
    // Without being asked to guess it says what it cannot find.
    const Answer plain = m_program.run(database, u"import products %1"_s.arg(file));
    QCOMPARE(plain.status, 3);
    QVERIFY(plain.out.contains("there is no column \\\"code\\\""));
    const Answer guessed = m_program.run(database, u"import products %1 --guess"_s.arg(file));
    QVERIFY2(guessed.status == 0, guessed.err.constData());
    QVERIFY2(guessed.err.contains("品番"), guessed.err.constData()); // what it took for what
    QCOMPARE(database.scalar(u"SELECT name || storage_condition FROM products"_s).toString(),
             u"豆腐refrigerated"_s);
    QCOMPARE(m_program.run(database, u"import products %1 --guess --mapping x"_s.arg(file)).status,
             2);
}

void CliExportTest::wrongUse()
{
    TestDatabase database(Engine::Sqlite);
    QCOMPARE(m_program.run(database, u"export people a.csv"_s).status, 2);
    QCOMPARE(m_program.run(database, u"export stock a.txt"_s).status, 2);
    const Answer nowhere = m_program.run(database, u"export stock /no/such/folder/a.csv"_s);
    QCOMPARE(nowhere.status, 3);
    QVERIFY2(nowhere.err.contains("/no/such/folder/a.csv"), nowhere.err.constData());
}

TANABAN_TEST(CliExportTest)
#include "exporttest.moc"
