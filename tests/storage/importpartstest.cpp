// Long files that are written a part at a time: the same comes of it as of the whole, what ended
// early is gone on with, and nothing is written twice.
#include "tests/support/importing.h"
#include "tests/support/lossystore.h"
#include "tests/support/testdatabase.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace tanaban;
using namespace tanaban::test;
using namespace Qt::StringLiterals;

class ImportPartsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sameAsTheWhole_data() { addEngines(); }
    void sameAsTheWhole();
    void nothingBeforeAllIsChecked_data() { addEngines(); }
    void nothingBeforeAllIsChecked();
    void onlyGoodRows_data() { addEngines(); }
    void onlyGoodRows();
    void goesOnAfterAStop_data() { addEngines(); }
    void goesOnAfterAStop();
    void placesOfEarlierPartsAreTaken();
    void partsThenTheWhole_data() { addEngines(); }
    void partsThenTheWhole();
    void lostAnswers_data() { addEngines(); }
    void lostAnswers();
    void sameFileOfTwoPeople_data() { addEngines(); }
    void sameFileOfTwoPeople();
    void othersCloseAPlace_data() { addEngines(); }
    void othersCloseAPlace();

private:
    static constexpr int lines = 450; ///< of stock: two parts, and one of fifty lines

    static void places(TestDatabase &database, std::optional<qint64> capacity = {})
    {
        database.warehouse(u"WH001"_s);
        database.zone(u"WH001"_s, 1, StorageCondition::RoomTemperature, capacity);
        database.product(u"P1"_s);
    }
    /// Lot after lot, five units each; what `change` makes of a line by its number.
    static ImportRequest stock(const std::function<void(int, QByteArray &)> &change = {})
    {
        ImportRequest request;
        request.content = "product_code,warehouse_code,zone_number,lot,expires_on,quantity\n";
        for (int i = 0; i < lines; ++i) {
            QByteArray line = "P1,WH001,1,L" + QByteArray::number(i) + ",2031-01-31,5\n";
            if (change)
                change(i, line);
            request.content += line;
        }
        request.mapping = ImportMapping::plain(ImportKind::Stock);
        request.inParts = true;
        return request;
    }
    static qint64 imports(TestDatabase &database)
    {
        return database.count(u"commands"_s, u"kind = 'import'"_s);
    }
    static qint64 onHand(TestDatabase &database)
    {
        return database.scalar(u"SELECT coalesce(sum(on_hand), 0) FROM stock"_s).toLongLong();
    }
};

void ImportPartsTest::sameAsTheWhole()
{
    QFETCH(Engine, engine);
    TestDatabase database(engine);
    places(database, 5 * lines); // it is full afterwards
    const ImportReport report = runImport(database, stock());
    QVERIFY(isDone(report) && addsUp(report));
    QCOMPARE(report.written, lines);
    QCOMPARE(imports(database), 3);
    QCOMPARE(database.count(u"stock"_s), lines);
    QCOMPARE(database.count(u"lots"_s), lines);
    QCOMPARE(onHand(database), 5 * lines);
    QCOMPARE(database.audit(), QStringList());
    // A second time, in parts or not, changes nothing.
    const auto before = database.checksums();
    for (const bool inParts : {true, false}) {
        ImportRequest again = stock();
        again.inParts = inParts;
        const ImportReport unchanged = runImport(database, again);
        QCOMPARE(unchanged.unchanged, lines);
        QCOMPARE(unchanged.written, 0);
        QVERIFY(addsUp(unchanged));
        QCOMPARE(database.checksums(), before);
    }
}

void ImportPartsTest::nothingBeforeAllIsChecked()
{
    QFETCH(Engine, engine);
    TestDatabase database(engine);
    places(database);
    const auto before = database.checksums();
    // In the last part: a product that is not there, the place of the first line, another expiry of
    // a lot of the second part; and a zone that the last line would fill.
    const auto change = [](int i, QByteArray &line) {
        if (i == 401)
            line.replace("P1", "P9");
        if (i == 402)
            line = "P1,WH001,1,L0,2031-01-31,5\n";
        if (i == 403)
            line = "P1,WH001,1,L210,2031-02-28,5\n";
    };
    const ImportReport report = runImport(database, stock(change));
    QVERIFY(!report.outcome && report.blocked() && addsUp(report));
    QCOMPARE(report.refused, 3);
    QCOMPARE(report.findings.at(0).line, 403);
    QVERIFY(report.findings.at(1).text.contains(u"line 2 puts the same lot"_s));
    QVERIFY(report.findings.at(2).rule == Rule::LotExpiryDiffers);
    QCOMPARE(database.checksums(), before);
    database.sql(u"UPDATE zones SET capacity = ?"_s, {5 * lines - 1});
    const auto full = database.checksums();
    const ImportReport tooMuch = runImport(database, stock());
    QCOMPARE(tooMuch.refused, 1);
    QCOMPARE(tooMuch.findings.at(0).line, lines + 1);
    QVERIFY(tooMuch.findings.at(0).rule == Rule::ZoneFull);
    QCOMPARE(database.checksums(), full);
}

void ImportPartsTest::onlyGoodRows()
{
    QFETCH(Engine, engine);
    TestDatabase database(engine);
    places(database, 5 * lines - 15); // room for all that is good
    ImportRequest request = stock([](int i, QByteArray &line) {
        if (i == 0)
            line.replace("P1", "P9");
        if (i == 402)
            line = "P1,WH001,1,L1,2031-01-31,5\n"; // again, in another part
        if (i == 403)
            line = "P1,WH001,1,L403,2031-01-31,0\n";
    });
    request.onlyGoodRows = true;
    const ImportReport report = runImport(database, request);
    QVERIFY(isDone(report) && addsUp(report));
    QCOMPARE(report.written, lines - 3);
    QCOMPARE(report.refused, 2);
    QCOMPARE(report.leftOut, 1);
    QCOMPARE(onHand(database), 5 * lines - 15);
    QCOMPARE(database.audit(), QStringList());
}

void ImportPartsTest::goesOnAfterAStop()
{
    QFETCH(Engine, engine);
    TestDatabase database(engine);
    places(database);
    LossyStore store(database.store());
    ImportRequest request = stock();
    store.loss = [&request] {
        request.progress->stop.request_stop(); // while the first part is written
        return LossyStore::Loss::None;
    };
    const ImportReport stopped = runImport(store, database.database(), request);
    QVERIFY(stopped.stopped && addsUp(stopped));
    QCOMPARE(stopped.written, 200);
    QCOMPARE(stopped.notReached, lines - 200);
    QCOMPARE(onHand(database), 5 * 200);
    QCOMPARE(database.audit(), QStringList());
    // What is already there does not stand in the way of itself, nor may it come a second time.
    const ImportReport rest = runImport(database, stock());
    QVERIFY(isDone(rest) && addsUp(rest));
    QCOMPARE(rest.unchanged, 200);
    QCOMPARE(rest.written, lines - 200);
    QCOMPARE(onHand(database), 5 * lines);
    QCOMPARE(database.audit(), QStringList());
}

/// A line that would be refused in one go is refused after a stop, too; without a lot as well, whose
/// name comes only with the receipt.
void ImportPartsTest::placesOfEarlierPartsAreTaken()
{
    TestDatabase database(Engine::Sqlite);
    places(database);
    const auto twice = [](int i, QByteArray &line) {
        if (i == 5 || i == 405)
            line = "P1,WH001,1,,2031-01-31,5\n";
    };
    ImportRequest request = stock(twice);
    request.onlyGoodRows = true;
    LossyStore store(database.store());
    store.loss = [&request] {
        request.progress->stop.request_stop();
        return LossyStore::Loss::None;
    };
    QVERIFY(runImport(store, database.database(), request).stopped);
    request.progress = std::make_shared<ImportProgress>();
    const ImportReport rest = runImport(database, request);
    QVERIFY(isDone(rest) && addsUp(rest));
    QCOMPARE(rest.refused, 1);
    QCOMPARE(rest.findings.front().line, 407);
    QCOMPARE(onHand(database), 5 * (lines - 1));
}

void ImportPartsTest::partsThenTheWhole()
{
    QFETCH(Engine, engine);
    TestDatabase database(engine);
    places(database);
    LossyStore store(database.store());
    ImportRequest request = stock();
    store.loss = [&request] {
        request.progress->stop.request_stop();
        return LossyStore::Loss::None;
    };
    QVERIFY(runImport(store, database.database(), request).stopped);
    ImportRequest whole = stock([](int i, QByteArray &line) {
        if (i == 449)
            line = "P1,WH001,1,L449,2031-01-31,5\n"; // the same bytes: the same file
    });
    whole.inParts = false;
    const ImportReport rest = runImport(database, whole);
    QVERIFY(isDone(rest) && addsUp(rest));
    QCOMPARE(rest.written, lines - 200);
    QCOMPARE(onHand(database), 5 * lines);
    QCOMPARE(imports(database), 2);
    QCOMPARE(runImport(database, stock()).unchanged, lines);
    QCOMPARE(onHand(database), 5 * lines);
    QCOMPARE(database.audit(), QStringList());
}

/// Answers that do not come: asked again under the same name; then told, and gone on with.
void ImportPartsTest::lostAnswers()
{
    QFETCH(Engine, engine);
    TestDatabase database(engine);
    places(database);
    LossyStore store(database.store());
    int asked = 0;
    store.loss = [&asked] {
        ++asked;
        if (asked == 1)
            return LossyStore::Loss::After;
        return asked >= 3 ? LossyStore::Loss::Before : LossyStore::Loss::None;
    };
    const ImportReport lost = runImport(store, database.database(), stock());
    QVERIFY(lost.outcome && std::holds_alternative<Unavailable>(*lost.outcome));
    QVERIFY(addsUp(lost));
    QCOMPARE(lost.written, 200);
    QCOMPARE(lost.notReached, lines - 200);
    const ImportReport rest = runImport(database, stock());
    QVERIFY(isDone(rest));
    QCOMPARE(onHand(database), 5 * lines);
    QCOMPARE(database.audit(), QStringList());
}

/// Goods that came with a file come once, whoever brings it and however.
void ImportPartsTest::sameFileOfTwoPeople()
{
    QFETCH(Engine, engine);
    TestDatabase database(engine);
    places(database);
    database.person(u"importother"_s, u"supervisor"_s);
    const auto other = database.open(u"importother"_s);
    LossyStore store(database.store());
    int asked = 0;
    store.loss = [&] {
        // While the first part is on its way, somebody else brings all of the file.
        if (++asked == 1 && !isDone(runImport(other->store(), *other, stock())))
            qFatal("the other person could not import");
        return LossyStore::Loss::None;
    };
    const ImportReport report = runImport(store, database.database(), stock());
    QVERIFY(addsUp(report));
    QCOMPARE(report.unchanged, lines);
    QCOMPARE(report.written, 0);
    QCOMPARE(imports(database), 3);
    QCOMPARE(onHand(database), 5 * lines);
    ImportRequest whole = stock();
    whole.inParts = false;
    QCOMPARE(runImport(database, whole).written, 0);
    QCOMPARE(onHand(database), 5 * lines);
    QCOMPARE(database.audit(), QStringList());
}

/// What was possible when it was checked, and is not when it is its turn, is told of the lines that
/// it concerns; the others are written.
void ImportPartsTest::othersCloseAPlace()
{
    QFETCH(Engine, engine);
    TestDatabase database(engine);
    places(database);
    database.zone(u"WH001"_s, 2);
    LossyStore store(database.store());
    int asked = 0;
    store.loss = [&] {
        if (++asked == 2)
            database.sql(u"UPDATE zones SET active = false WHERE zone_number = 2"_s);
        return LossyStore::Loss::None;
    };
    const ImportReport report = runImport(
        store, database.database(), stock([](int i, QByteArray &line) {
            if (i == 220 || i == 420)
                line.replace("WH001,1", "WH001,2");
        }));
    QVERIFY(isDone(report) && addsUp(report));
    QCOMPARE(report.written, lines - 2);
    QCOMPARE(report.refused, 2);
    QCOMPARE(report.findings.at(0).line, 222);
    QCOMPARE(report.findings.at(1).line, 422);
    QCOMPARE(onHand(database), 5 * (lines - 2));
    QCOMPARE(database.audit(), QStringList());
}

TANABAN_TEST(ImportPartsTest)
#include "importpartstest.moc"
