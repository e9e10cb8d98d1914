#include "model/codes.h"

#include "model/instant.h"
#include "tests/support/testprogram.h"

#include <QTest>
#include <QTimeZone>

using namespace tanaban;
using namespace Qt::StringLiterals;

/// The words of the contract, codes that can be used, and points in time.
class CodesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void words();
    void warehouseCodes_data();
    void warehouseCodes();
    void codes_data();
    void codes();
    void names();
    void normalForm();
    void instants_data();
    void instants();
    void instantsRoundTrip();
    void days_data();
    void days();
};

void CodesTest::words()
{
    QCOMPARE(codeOf(StorageCondition::RoomTemperature), u"room_temperature"_s);
    QCOMPARE(codeOf(StockStatus::Quarantined), u"quarantined"_s);
    QCOMPARE(codeOf(AllocationState::Pending), u"pending"_s);
    QCOMPARE(codeOf(HoldState::Expired), u"expired"_s);
    QCOMPARE(codeOf(OrderState::Cancelled), u"cancelled"_s);
    for (int i = 0; i <= int(EventKind::Expire); ++i)
        QCOMPARE(fromCode<EventKind>(codeOf(EventKind(i))), std::optional(EventKind(i)));
    for (int i = 0; i <= int(Role::Admin); ++i)
        QCOMPARE(fromCode<Role>(codeOf(Role(i))), std::optional(Role(i)));
    for (int i = 0; i <= int(Entity::Order); ++i)
        QCOMPARE(fromCode<Entity>(codeOf(Entity(i))), std::optional(Entity(i)));
    for (const QString &wrong :
         {u""_s, u"Available"_s, u"available "_s, u"avail"_s, u"availablex"_s})
        QVERIFY(!fromCode<StockStatus>(wrong));
}

void CodesTest::warehouseCodes_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<CodeFault>("fault");
    QTest::newRow("usual") << u"WH001"_s << CodeFault::NoFault;
    QTest::newRow("shortest") << u"A1"_s << CodeFault::NoFault;
    QTest::newRow("longest") << QString(50, u'W') << CodeFault::NoFault;
    QTest::newRow("dash") << u"WH-1"_s << CodeFault::NoFault;
    QTest::newRow("empty") << u""_s << CodeFault::Empty;
    QTest::newRow("one") << u"W"_s << CodeFault::TooShort;
    QTest::newRow("51") << QString(51, u'W') << CodeFault::TooLong;
    QTest::newRow("lower case") << u"wh001"_s << CodeFault::WrongCharacter;
    QTest::newRow("slash") << u"WH/1"_s << CodeFault::WrongCharacter;
    QTest::newRow("full width") << u"ＷＨ"_s << CodeFault::WrongCharacter;
    QTest::newRow("line feed") << u"WH\n"_s << CodeFault::WrongCharacter;
}

void CodesTest::warehouseCodes()
{
    QFETCH(const QString, code);
    QTEST(checkWarehouseCode(code), "fault");
}

void CodesTest::codes_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<CodeFault>("fault");
    QTest::newRow("usual") << u"P-1"_s << CodeFault::NoFault;
    QTest::newRow("Japanese") << u"牛乳 1L"_s << CodeFault::NoFault;
    QTest::newRow("50 beyond 16 bits") << u"𠮷"_s.repeated(50) << CodeFault::NoFault;
    QTest::newRow("51 beyond 16 bits") << u"𠮷"_s.repeated(51) << CodeFault::TooLong;
    QTest::newRow("51") << QString(51, u'x') << CodeFault::TooLong;
    QTest::newRow("empty") << u""_s << CodeFault::Empty;
    QTest::newRow("space before") << u" P"_s << CodeFault::EdgeSpace;
    QTest::newRow("space after") << u"P "_s << CodeFault::EdgeSpace;
    QTest::newRow("ideographic space") << u"　P"_s << CodeFault::EdgeSpace;
    QTest::newRow("no-break space") << u"P\u00a0"_s << CodeFault::EdgeSpace;
    QTest::newRow("tab") << u"P\t1"_s << CodeFault::ControlCharacter;
    QTest::newRow("zero byte") << QStringLiteral("P\0"
                                                 "1")
                               << CodeFault::ControlCharacter;
    QTest::newRow("right to left") << u"P\u202e1"_s << CodeFault::ControlCharacter;
    QTest::newRow("zero width") << u"P\u200b1"_s << CodeFault::ControlCharacter;
    QTest::newRow("line separator") << u"P\u20281"_s << CodeFault::ControlCharacter;
    QTest::newRow("half of a pair")
        << QString(QChar(char16_t(0xd800))) << CodeFault::ControlCharacter;
}

void CodesTest::codes()
{
    QFETCH(const QString, code);
    QTEST(checkCode(code), "fault");
}

void CodesTest::names()
{
    QCOMPARE(checkName(QString(200, u'x')), CodeFault::NoFault);
    QCOMPARE(checkName(QString(201, u'x')), CodeFault::TooLong);
}

void CodesTest::normalForm()
{
    QCOMPARE(normalized(u"e\u0301"_s), u"\u00e9"_s);
    QCOMPARE(normalized(u"ＡＢ"_s), u"ＡＢ"_s); // as typed otherwise
}

void CodesTest::instants_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("good");
    QTest::addColumn<qint64>("microseconds");
    QTest::newRow("epoch") << u"1970-01-01T00:00:00.000000Z"_s << true << qint64(0);
    QTest::newRow("microseconds") << u"1970-01-01T00:00:01.000001Z"_s << true << qint64(1'000'001);
    QTest::newRow("fewer digits") << u"1970-01-01T00:00:01.5Z"_s << true << qint64(1'500'000);
    QTest::newRow("no fraction") << u"1970-01-01T00:00:01Z"_s << true << qint64(1'000'000);
    QTest::newRow("before") << u"1969-12-31T23:59:59.999999Z"_s << true << qint64(-1);
    for (const QString &wrong : {u""_s,
                                 u"1970-01-01"_s,
                                 u"1970-01-01T00:00:00.000000"_s,
                                 u"1970-01-01T00:00:00.000000+09:00"_s,
                                 u"1970-02-30T00:00:00Z"_s,
                                 u"1970-01-01T24:00:01Z"_s,
                                 u"1970-01-01T00:00:00.Z"_s,
                                 u"1970-01-01T00:00:00.1234567Z"_s,
                                 u"1970-01-01T00:00:00.-1Z"_s,
                                 u"1970-01-01T00:00:00xZ"_s})
    {
        QTest::newRow(qPrintable(u"wrong: " + wrong)) << wrong << false << qint64(0);
    }
}

void CodesTest::instants()
{
    QFETCH(const QString, text);
    QFETCH(const bool, good);
    QFETCH(const qint64, microseconds);
    const auto instant = Instant::fromIso(text);
    QCOMPARE(instant.has_value(), good);
    if (good)
        QCOMPARE(instant->microseconds, microseconds);
}

void CodesTest::instantsRoundTrip()
{
    for (const qint64 microseconds : {0LL, 1LL, -1LL, -1'000'000LL, 1'795'000'000'123'456LL}) {
        const Instant instant{microseconds};
        QCOMPARE(Instant::fromIso(instant.toIso()), std::optional(instant));
    }
    QCOMPARE(Instant{-1}.toIso(), u"1969-12-31T23:59:59.999999Z"_s);
}

void CodesTest::days_data()
{
    QTest::addColumn<QString>("time");
    QTest::addColumn<QString>("zone");
    QTest::addColumn<QDate>("day");
    const QString sixInTokyo = u"2026-11-20T21:00:00Z"_s;
    QTest::newRow("six in Tokyo") << sixInTokyo << u"Asia/Tokyo"_s << QDate(2026, 11, 21);
    QTest::newRow("the same in UTC") << sixInTokyo << u"UTC"_s << QDate(2026, 11, 20);
    QTest::newRow("unknown zone is UTC") << sixInTokyo << u"Asia/Nowhere"_s << QDate(2026, 11, 20);
    QTest::newRow("midnight in Tokyo")
        << u"2026-11-20T15:00:00Z"_s << u"Asia/Tokyo"_s << QDate(2026, 11, 21);
    QTest::newRow("a moment before")
        << u"2026-11-20T14:59:59.999999Z"_s << u"Asia/Tokyo"_s << QDate(2026, 11, 20);
    QTest::newRow("Chicago in summer")
        << u"2026-07-01T04:30:00Z"_s << u"America/Chicago"_s << QDate(2026, 6, 30);
    QTest::newRow("Chicago in winter")
        << u"2026-12-01T05:30:00Z"_s << u"America/Chicago"_s << QDate(2026, 11, 30);
}

void CodesTest::days()
{
    QFETCH(const QString, time);
    QFETCH(const QString, zone);
    QTEST(dayAt(*Instant::fromIso(time), zone), "day");
}

TANABAN_TEST(CodesTest)
#include "codestest.moc"
