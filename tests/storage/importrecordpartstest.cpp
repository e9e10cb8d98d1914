// Long files of records and orders that are written a part at a time, and what of it others overtake.
#include "tests/support/importing.h"
#include "tests/support/lossystore.h"
#include "tests/support/testdatabase.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace tanaban;
using namespace tanaban::test;
using namespace Qt::StringLiterals;

class ImportRecordPartsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void records_data() { addEngines(); }
    void records();
    void orders_data() { addEngines(); }
    void orders();
    void overtakenOnce_data();
    void overtakenOnce();
};

void ImportRecordPartsTest::records()
{
    QFETCH(Engine, engine);
    TestDatabase database(engine);
    LossyStore store(database.store());
    ImportRequest request;
    request.kind = ImportKind::Products;
    request.mapping = ImportMapping::plain(request.kind);
    request.inParts = true;
    request.content = "code,name,storage_condition,unit\n";
    for (int i = 0; i < 250; ++i)
        request.content += 'P' + QByteArray::number(i) + ",Tea,room_temperature,pcs\n";
    int asked = 0;
    store.loss = [&asked] {
        return ++asked == 1 ? LossyStore::Loss::None : LossyStore::Loss::Before;
    };
    const ImportReport lost = runImport(store, database.database(), request);
    QVERIFY(lost.outcome && std::holds_alternative<Unavailable>(*lost.outcome));
    QCOMPARE(lost.written, 100);
    QCOMPARE(lost.notReached, 150);
    QCOMPARE(database.count(u"products"_s), 100);
    request.progress = std::make_shared<ImportProgress>();
    const ImportReport rest = runImport(database, request);
    QVERIFY(isDone(rest) && addsUp(rest));
    QCOMPARE(rest.unchanged, 100);
    QCOMPARE(rest.written, 150);
    QCOMPARE(database.count(u"products"_s), 250);
    QCOMPARE(database.count(u"commands"_s, u"kind = 'import'"_s), 3);
    QCOMPARE(database.audit(), QStringList());
}

/// An order is never cut in two, however its lines lie in the file.
void ImportRecordPartsTest::orders()
{
    QFETCH(Engine, engine);
    TestDatabase database(engine);
    database.product(u"P1"_s);
    database.sql(u"INSERT INTO partners (code, name, kind) VALUES ('C1', 'Mori', 'customer')"_s);
    ImportRequest request;
    request.kind = ImportKind::Orders;
    request.mapping = ImportMapping::plain(request.kind);
    request.inParts = true;
    request.content = "number,partner_code,line_number,product_code,quantity\n";
    for (const char *line : {"1", "2"}) {
        for (int i = 0; i < 150; ++i)
            request.content += "O-" + QByteArray::number(i) + ",C1," + line + ",P1,3\n";
    }
    LossyStore store(database.store());
    store.loss = [&request] {
        request.progress->stop.request_stop();
        return LossyStore::Loss::None;
    };
    const ImportReport stopped = runImport(store, database.database(), request);
    QVERIFY(stopped.stopped && addsUp(stopped));
    QCOMPARE(stopped.written, 200); // a hundred orders
    QCOMPARE(database.count(u"orders"_s), 100);
    QCOMPARE(database.count(u"order_lines"_s), 200);
    request.progress = std::make_shared<ImportProgress>();
    const ImportReport rest = runImport(database, request);
    QVERIFY(isDone(rest) && addsUp(rest));
    QCOMPARE(database.count(u"orders"_s), 150);
    QCOMPARE(database.count(u"order_lines"_s), 300);
    QCOMPARE(database.audit(), QStringList());
}

void ImportRecordPartsTest::overtakenOnce_data()
{
    QTest::addColumn<Engine>("engine");
    QTest::addColumn<bool>("inParts");
    for (const bool inParts : {false, true}) {
        const char *how = inParts ? "in parts" : "whole";
        QTest::addRow("sqlite, %s", how) << Engine::Sqlite << inParts;
        QTest::addRow("postgresql, %s", how) << Engine::Postgres << inParts;
    }
}

/// Somebody changes a record in the middle: it is looked at again, and the report still adds up.
void ImportRecordPartsTest::overtakenOnce()
{
    QFETCH(Engine, engine);
    QFETCH(bool, inParts);
    TestDatabase database(engine);
    ImportRequest request;
    request.kind = ImportKind::Products;
    request.mapping = ImportMapping::plain(request.kind);
    request.inParts = inParts;
    const auto content = [](const QByteArray &name) {
        QByteArray text = "code,name,storage_condition,unit\n";
        for (int i = 0; i < 250; ++i)
            text += 'P' + QByteArray::number(1000 + i) + ',' + name + ",room_temperature,pcs\n";
        return text;
    };
    request.content = content("Tea");
    QVERIFY(isDone(runImport(database, request)));
    request.content = content("Green tea");
    request.progress = std::make_shared<ImportProgress>();
    LossyStore store(database.store());
    int asked = 0;
    store.loss = [&] {
        if (++asked == (inParts ? 2 : 1))
            database.sql(u"UPDATE products SET unit = 'bag', version = version + 1 "
                         "WHERE code = 'P1120'"_s);
        return LossyStore::Loss::None;
    };
    const ImportReport report = runImport(store, database.database(), request);
    QVERIFY(isDone(report) && addsUp(report));
    QCOMPARE(report.written, 250);
    QCOMPARE(report.unchanged, 0);
    QCOMPARE(database.count(u"products"_s, u"name = 'Green tea' AND unit = 'pcs'"_s), 250);
}

TANABAN_TEST(ImportRecordPartsTest)
#include "importrecordpartstest.moc"
