#include "model/matrix.h"
#include "model/stockcommands.h"
#include "tests/model/goods.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace tanaban;
using namespace tanaban::tests;
using namespace Qt::StringLiterals;

namespace {

using ChangePlace = std::function<void(PlaceContext &)>;
using ChangeReceive = std::function<void(Receive &)>;

} // namespace

/// The rules of receiving.
class ReceivingTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void receive_data();
    void receive();
    void receiveNamesTheLot();
    void receiveIntoKnownRow();
    void wholeUnits_data();
    void wholeUnits();
};

void ReceivingTest::receive_data()
{
    QTest::addColumn<ChangeReceive>("wish");
    QTest::addColumn<ChangePlace>("target");
    QTest::addColumn<QString>("rule");
    const auto onPlace = [](const char *name, const char16_t *rule, ChangePlace change) {
        QTest::newRow(name) << ChangeReceive([](Receive &) {}) << change
                            << QString::fromUtf16(rule);
    };
    const auto onWish = [](const char *name, const char16_t *rule, ChangeReceive change) {
        QTest::newRow(name) << change << ChangePlace([](PlaceContext &) {})
                            << QString::fromUtf16(rule);
    };
    onPlace("possible", u"done", [](PlaceContext &) {});
    onPlace("no such product", u"UnknownProduct", [](PlaceContext &p) { p.product.reset(); });
    onPlace("product inactive", u"Inactive", [](PlaceContext &p) { p.product->active = false; });
    onPlace("no such warehouse", u"UnknownPlace", [](PlaceContext &p) { p.warehouse.reset(); });
    onPlace("no such zone", u"UnknownPlace", [](PlaceContext &p) { p.zone.reset(); });
    onPlace("no such bin", u"UnknownPlace", [](PlaceContext &p) { p.bin.reset(); });
    onPlace("warehouse inactive", u"Inactive", [](PlaceContext &p) { p.warehouse->active = false; });
    onPlace("zone inactive", u"Inactive", [](PlaceContext &p) { p.zone->active = false; });
    onPlace("bin inactive", u"Inactive", [](PlaceContext &p) { p.bin->active = false; });
    onPlace("wrong condition", u"StorageConditionMismatch", [](PlaceContext &p) {
        p.zone->condition = StorageCondition::RoomTemperature;
    });
    onPlace("just fits", u"done", [](PlaceContext &p) {
        p.zone->capacity = 50;
        p.zoneLoad = 40;
    });
    onPlace("zone full", u"ZoneFull", [](PlaceContext &p) {
        p.zone->capacity = 50;
        p.zoneLoad = 41;
    });
    onWish("lot with a space", u"InvalidCode", [](Receive &r) { r.key.lot = u"L-1 "_s; });
    onWish("lot of 51", u"InvalidCode", [](Receive &r) { r.key.lot = QString(51, u'x'); });
    onWish("lot not composed", u"InvalidCode", [](Receive &r) { r.key.lot = u"e\u0301"_s; });
    onWish("bin with a bell", u"InvalidCode", [](Receive &r) { r.key.bin = u"\u0007"_s; });
    const auto withLot = [](const char *name,
                            const char16_t *rule,
                            std::optional<QDate> asked,
                            std::optional<QDate> known) {
        QTest::newRow(name) << ChangeReceive([asked](Receive &r) { r.expiresOn = asked; })
                            << ChangePlace([known](PlaceContext &p) {
                                   p.lot = Lot{u"P-1"_s, u"L-1"_s, known, 1};
                               })
                            << QString::fromUtf16(rule);
    };
    const QDate day(2027, 1, 31);
    withLot("same expiry", u"done", day, day);
    withLot("expiry not given", u"done", std::nullopt, day);
    withLot("another expiry", u"LotExpiryDiffers", day.addDays(1), day);
    withLot("expiry where none is known", u"LotExpiryDiffers", day, std::nullopt);
}

void ReceivingTest::receive()
{
    QFETCH(const ChangeReceive, wish);
    QFETCH(const ChangePlace, target);
    QFETCH(const QString, rule);
    Receive receive = receipt();
    wish(receive);
    PlaceContext there = place();
    target(there);
    const Decided decided = decideReceive(commandOf(receive), receive, there);
    QCOMPARE(verdict(decided), rule);
    if (!decided)
        return;
    QCOMPARE(decided->stock.size(), size_t(1));
    QCOMPARE(decided->stock.front().kind, EventKind::Receive);
    QCOMPARE(decided->stock.front().onHandDelta, qint64(10));
    QVERIFY(!decided->stock.front().expectedVersion);
    QCOMPARE(decided->stock.front().key.status, StockStatus::Available);
    QCOMPARE(decided->records.empty(), there.lot.has_value());
    fits(*decided);
}

void ReceivingTest::receiveNamesTheLot()
{
    Receive receive = receipt();
    receive.key.lot.clear();
    receive.expiresOn = QDate(2027, 1, 31);
    StockCommand command = commandOf(receive);
    command.id = QUuid::fromString(u"0193a5b0-1111-7abc-8def-0123456789ab"_s);
    const Decided first = decideReceive(command, receive, place());
    QVERIFY(first.ok());
    QCOMPARE(first->stock.front().key.lot, u"R20261121-456789ab"_s);
    QCOMPARE(first->records.size(), size_t(1));
    const RecordChange &record = first->records.front();
    QCOMPARE(record.entity, Entity::Lot);
    QVERIFY(!record.expectedVersion);
    QCOMPARE(record.key[u"lot"_s].toString(), u"R20261121-456789ab"_s);
    QCOMPARE(record.key[u"product_code"_s].toString(), u"P-1"_s);
    QCOMPARE(record.fields[u"expires_on"_s].toString(), u"2027-01-31"_s);
    fits(*first);
    // The same receipt sent again names the same lot; another one does not.
    QCOMPARE(decideReceive(command, receive, place())->stock.front().key.lot,
             u"R20261121-456789ab"_s);
    command.id = newCommandId();
    const QString one = decideReceive(command, receive, place())->stock.front().key.lot;
    command.id = newCommandId();
    QVERIFY(decideReceive(command, receive, place())->stock.front().key.lot != one);
}

void ReceivingTest::receiveIntoKnownRow()
{
    PlaceContext there = place();
    there.lot = goods().lot;
    there.row = goods().row;
    const Receive receive = receipt();
    const Decided decided = decideReceive(commandOf(receive), receive, there);
    QVERIFY(decided.ok());
    QCOMPARE(decided->stock.front().id, qint64(17));
    QVERIFY(decided->records.empty());
    fits(*decided);
}

void ReceivingTest::wholeUnits_data()
{
    QTest::addColumn<qint64>("quantity");
    QTest::addColumn<int>("decimals");
    QTest::addColumn<qint64>("units");
    QTest::newRow("whole") << qint64(7) << 0 << qint64(7);
    QTest::newRow("1.5") << qint64(15) << 1 << qint64(2);
    QTest::newRow("2.000") << qint64(2000) << 3 << qint64(2);
    QTest::newRow("2.001") << qint64(2001) << 3 << qint64(3);
    QTest::newRow("nothing") << qint64(0) << 3 << qint64(0);
}

void ReceivingTest::wholeUnits()
{
    QFETCH(const qint64, quantity);
    QFETCH(const int, decimals);
    QTEST(tanaban::wholeUnits(quantity, decimals), "units");
}

TANABAN_TEST(ReceivingTest)
#include "receivingtest.moc"
