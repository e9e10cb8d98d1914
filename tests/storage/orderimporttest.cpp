// Orders from files: an order is one thing, taken with all its lines or not, on both engines.
#include "tests/storage/decisions.h"
#include "tests/support/realfiles.h"
#include "tests/support/testprogram.h"

#include <QJsonArray>
#include <QTest>

using namespace tanaban;
using namespace tanaban::test;
using namespace Qt::StringLiterals;

class OrderImportTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { addEngines(); }
    void init();
    void cleanup() { m_database.reset(); }

    void newOrders();
    void oneWrongLineKeepsItsOrderBack();
    void headsAndLinesFromTwoFiles();
    void repeatedLines();
    void lineNumbers();
    void newerFile();
    void whatHasGoodsStays();

private:
    ImportReport import(const char *content, const char *mapping = nullptr, bool onlyGood = false)
    {
        ImportRequest request;
        request.kind = ImportKind::Orders;
        request.content = content;
        request.mapping = ImportMapping::plain(request.kind);
        request.onlyGoodRows = onlyGood;
        if (mapping) {
            const auto parsed = ImportMapping::parse(mapping, request.kind);
            if (!parsed)
                qFatal("%s", qPrintable(parsed.error()));
            request.mapping = *parsed;
        }
        return RealFiles::run(*m_database, request);
    }
    /// "2 product_code: there is no such product"; notes in brackets.
    static QStringList told(const ImportReport &report)
    {
        QStringList lines;
        for (const ImportFinding &finding : report.findings) {
            const QString line = u"%1 %2: %3"_s.arg(
                QString::number(finding.line), finding.field, finding.text);
            lines << (finding.blocks ? line : QString(u'(' + line + u')'));
        }
        return lines;
    }
    /// "1 P1 30, 2 W 1500"
    QString linesOf(const QString &number)
    {
        const auto rows = m_database->database().records().rows(Entity::Order, {number});
        if (!rows || rows->size() != 1)
            return u"no such order"_s;
        QStringList lines;
        const QJsonArray all = rows->front().record.fields[u"lines"_s].toArray();
        for (const QJsonValue &line : all) {
            lines << u"%1 %2 %3"_s.arg(QString::number(line[u"line_number"_s].toInteger()),
                                       line[u"product_code"_s].toString(),
                                       QString::number(line[u"quantity"_s].toInteger()));
        }
        return lines.join(u", "_s);
    }
    static bool done(const ImportReport &report)
    {
        return addsUp(report) && report.outcome
               && std::holds_alternative<Committed>(*report.outcome);
    }

    std::unique_ptr<TestDatabase> m_database;
};

void OrderImportTest::init()
{
    QFETCH_GLOBAL(Engine, engine);
    m_database = std::make_unique<TestDatabase>(engine);
    m_database->product(u"P1"_s);
    m_database->product(u"W"_s, 3);
    m_database->sql(
        u"INSERT INTO partners (code, name, kind, active) VALUES ('C1', 'Mill', 'customer', true)"_s);
}

void OrderImportTest::newOrders()
{
    const char *content = "number,partner_code,priority,due_on,state,product_code,quantity\n"
                          "O-1,C1,2,2099-03-01,,P1,30\n"
                          "O-2,C1,,,下書き,P1,1\n"
                          "O-1,C1,2,2099-03-01,,W,1.5\n"
                          "O-3,C1,,,cancelled,,\n";
    const ImportReport report = import(content);
    QVERIFY2(done(report), qPrintable(told(report).join(u'\n')));
    QCOMPARE(report.written, 4);
    QCOMPARE(linesOf(u"O-1"_s), u"1 P1 30, 2 W 1500"_s);
    QCOMPARE(
        m_database->count(u"orders"_s, u"number = 'O-1' AND state = 'open' AND priority = 2"_s), 1);
    QCOMPARE(m_database->count(u"orders"_s, u"number = 'O-2' AND state = 'draft'"_s), 1);
    QCOMPARE(linesOf(u"O-3"_s), QString());
    const auto before = m_database->checksums();
    QCOMPARE(import(content).unchanged, 4);
    QCOMPARE(m_database->checksums(), before);
    QCOMPARE(m_database->audit(), QStringList());
}

void OrderImportTest::oneWrongLineKeepsItsOrderBack()
{
    const char *content = "number,partner_code,due_on,product_code,quantity\n"
                          "O-1,C1,,P1,30\n"
                          "O-1,C1,,NONE,1\n"
                          "O-2,C1,,P1,1.5\n"
                          "O-3,NOBODY,,P1,1\n"
                          "O-4,C1,,P1,0\n"
                          "O-5,C1,2099-03-01,P1,1\n"
                          "O-5,C1,2099-03-02,P1,2\n"
                          "O-6,,,P1,1\n"
                          ",C1,,P1,1\n"
                          "O-7,C1,,,5\n"
                          "O-8,C1,,P1,5\n";
    const auto before = m_database->checksums();
    const ImportReport report = import(content);
    QCOMPARE(m_database->checksums(), before);
    QVERIFY(!report.outcome);
    QCOMPARE(told(report),
             (QStringList{u"2 : its order is not taken, because of line 3"_s,
                          u"3 product_code: there is no such product"_s,
                          u"4 quantity: it has more digits after the point than the product's 0"_s,
                          u"5 partner_code: there is no such partner"_s,
                          u"6 quantity: it must be more than 0"_s,
                          u"7 : its order is not taken, because of line 8"_s,
                          u"8 due_on: line 7 says \"2099-03-01\" of the same order"_s,
                          u"9 partner_code: it is empty"_s,
                          u"10 number: it is empty"_s,
                          u"11 product_code: it is empty"_s}));
    QCOMPARE(report.refused, 10);
    const ImportReport good = import(content, nullptr, true);
    QVERIFY(done(good));
    QCOMPARE(good.written, 1);
    QCOMPARE(m_database->count(u"orders"_s), 1);
    QCOMPARE(linesOf(u"O-8"_s), u"1 P1 5"_s);
}

void OrderImportTest::headsAndLinesFromTwoFiles()
{
    const char *lines = "number,product_code,quantity\nO-1,P1,3\nO-2,W,0.5\nO-1,W,2\n";
    QCOMPARE(told(import(lines)),
             (QStringList{u"2 partner_code: it is needed for what is not there yet"_s,
                          u"3 partner_code: it is needed for what is not there yet"_s,
                          u"4 : its order is not taken, because of line 2"_s}));
    QVERIFY(done(import("number,partner_code,state\nO-1,C1,open\nO-2,C1,shipped\n")));
    // Also an order that has ended gets the lines that it did not have, once.
    const ImportReport report = import(lines);
    QVERIFY2(done(report), qPrintable(told(report).join(u'\n')));
    QCOMPARE(linesOf(u"O-1"_s), u"1 P1 3, 2 W 2000"_s);
    QCOMPARE(linesOf(u"O-2"_s), u"1 W 500"_s);
    const ImportReport late = import("number,product_code,quantity\nO-2,W,0.7\n");
    QVERIFY(!late.outcome);
    QCOMPARE(told(late).size(), 1);
    QVERIFY2(told(late).front().contains(u"completed or cancelled"_s),
             qPrintable(told(late).front()));
    QCOMPARE(m_database->audit(), QStringList());
}

void OrderImportTest::repeatedLines()
{
    const char *content = "number,partner_code,product_code,quantity,note\n"
                          "O-1,C1,P1,3,a\nO-1,C1,P1,3,a\nO-1,C1,P1,3,b\n";
    const ImportReport both = import(content);
    QVERIFY(done(both));
    QVERIFY(told(both).contains(u"(3 : the same as line 2; both are taken)"_s));
    QCOMPARE(linesOf(u"O-1"_s), u"1 P1 3, 2 P1 3, 3 P1 3"_s);
    const ImportReport once = import(
        "number,partner_code,product_code,quantity,note\n"
        "O-2,C1,P1,3,a\nO-2,C1,P1,3,a\nO-2,C1,P1,3,b\n",
        R"({"columns": {"number": "number", "partner_code": "partner_code",
            "product_code": "product_code", "quantity": "quantity"},
            "rules": {"same_again": "skip"}})");
    QVERIFY(done(once));
    QCOMPARE(told(once), (QStringList{u"(3 : the same as line 2)"_s}));
    QCOMPARE(linesOf(u"O-2"_s), u"1 P1 3, 2 P1 3"_s);
}

void OrderImportTest::lineNumbers()
{
    const ImportReport report = import(
        "number,partner_code,line_number,product_code,quantity\n"
        "O-1,C1,10,P1,3\nO-1,C1,20,P1,4\nO-1,C1,,W,1\nO-2,C1,1,P1,1\nO-2,C1,1,P1,2\n"
        "O-3,C1,0,P1,1\nO-4,C1,10001,P1,1\n",
        nullptr,
        true);
    QVERIFY(done(report));
    QCOMPARE(linesOf(u"O-1"_s), u"10 P1 3, 20 P1 4, 21 W 1000"_s);
    QCOMPARE(told(report),
             (QStringList{u"5 : its order is not taken, because of line 6"_s,
                          u"6 line_number: line 5 names the same thing"_s,
                          u"7 line_number: it must be a positive whole number"_s,
                          u"8 line_number: an order has at most 10000 lines"_s}));
}

void OrderImportTest::newerFile()
{
    QVERIFY(done(import("number,partner_code,due_on,product_code,quantity\n"
                        "O-1,C1,2099-03-01,P1,3\nO-1,C1,2099-03-01,W,2\n")));
    const ImportReport newer = import(
        "number,partner_code,due_on,product_code,quantity\nO-1,C1,2099-04-01,P1,5\n");
    QVERIFY2(done(newer), qPrintable(told(newer).join(u'\n')));
    QCOMPARE(told(newer),
             (QStringList{u"(2 due_on: it is \"2099-03-01\" now)"_s,
                          u"(2 : it is \"3 × P1\" now)"_s,
                          u"(2 : line 2 of the order goes: it is \"2.000 × W\" now and not in the "
                          "file)"_s}));
    QCOMPARE(linesOf(u"O-1"_s), u"1 P1 5"_s);
    QCOMPARE(m_database->scalar(u"SELECT version FROM orders"_s).toLongLong(), 2);
    // What the file does not have stays.
    QVERIFY(done(import("number,state\nO-1,cancelled\n")));
    QCOMPARE(linesOf(u"O-1"_s), u"1 P1 5"_s);
    QCOMPARE(m_database->audit(), QStringList());
}

void OrderImportTest::whatHasGoodsStays()
{
    QVERIFY(done(import("number,partner_code,product_code,quantity\nO-1,C1,P1,30\n")));
    ChangeSet changes = decided(
        m_database->store(),
        {newCommandId(), Reserve{m_database->stockRow(), 20}, {}, m_database->store().actor()});
    changes.intent.kind = u"allocate"_s;
    const qint64 order = m_database->scalar(u"SELECT id FROM orders"_s).toLongLong();
    changes.stock[0].orderId = changes.allocations[0].orderId = order;
    changes.allocations[0].line = 1;
    QVERIFY(std::holds_alternative<Committed>(m_database->store().commit(changes)));
    const auto before = m_database->checksums();
    for (const char *line : {"O-1,open,P1,19", "O-1,open,W,30", "O-1,cancelled,P1,30"}) {
        const QByteArray content = QByteArray("number,state,product_code,quantity\n") + line + '\n';
        const ImportReport report = import(content.constData());
        QVERIFY2(!report.outcome && report.refused == 1, line);
    }
    QCOMPARE(m_database->checksums(), before);
    QVERIFY(done(import("number,state,product_code,quantity\nO-1,open,P1,20\n")));
    QCOMPARE(m_database->audit(), QStringList());
}

TANABAN_TEST(OrderImportTest)
#include "orderimporttest.moc"
