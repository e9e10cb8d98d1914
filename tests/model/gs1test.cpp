#include "model/scan/gs1.h"

#include "model/scan/scandetector.h"
#include "tests/support/testprogram.h"

#include <QRandomGenerator>
#include <QTest>

using namespace tanaban;
using namespace Qt::StringLiterals;
using Kind = Gs1Fault::Kind;

namespace {

const QDate gs1Today(2026, 11, 25);

/// ¦ stands for FNC1, as a scanner passes it on.
QString sent(QString text)
{
    return text.replace(u'¦', groupSeparator);
}

} // namespace

/// Element strings as the GS1 General Specifications have them, and plain codes; and how a scanner
/// is told from a person.
class Gs1Test final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void elementStrings_data();
    void elementStrings();
    void plainCodes_data();
    void plainCodes();
    void faults_data();
    void faults();
    void centuries_data();
    void centuries();
    void checkDigits_data();
    void checkDigits();
    void barcodes_data();
    void barcodes();
    void writtenAndSentAreTheSame();
    void scannersAreFast_data();
    void scannersAreFast();
    void aPauseBeginsAnew();
};

void Gs1Test::elementStrings_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("gtin");
    QTest::addColumn<QString>("lot");
    QTest::addColumn<QDate>("expires");
    QTest::addColumn<int>("count"); // -1: none
    const QString gtin = u"03453120000011"_s;
    const QDate day(2026, 11, 25);
    const auto row = [&](const char *name,
                         const QString &text,
                         const QString &itsGtin,
                         const QString &lot = {},
                         QDate expires = {},
                         int count = -1) {
        QTest::newRow(name) << text << itsGtin << lot << expires << count;
    };
    row("GTIN alone", u"0103453120000011"_s, gtin);
    row("the example of the specifications",
        u"]C101034531200000111726112510ABCD1234"_s,
        gtin,
        u"ABCD1234"_s,
        day);
    row("without identifier", u"01034531200000111726112510ABCD1234"_s, gtin, u"ABCD1234"_s, day);
    row("DataMatrix", u"]d201034531200000111726112510ABCD1234"_s, gtin, u"ABCD1234"_s, day);
    row("QR Code", u"]Q3¦0103453120000011"_s, gtin);
    row("DataBar", u"]e0010345312000001110A"_s, gtin, u"A"_s);
    row("lot before others", u"]C110ABCD1234¦17261125¦0103453120000011"_s, gtin, u"ABCD1234"_s, day);
    row("a separator where none is needed", u"0103453120000011¦17261125¦10X"_s, gtin, u"X"_s, day);
    row("a separator at the end", u"010345312000001110X¦"_s, gtin, u"X"_s);
    row("count", u"0103453120000011371200¦10X"_s, gtin, u"X"_s, {}, 1200);
    row("contents of a pallet",
        u"]C100345312000000000011¦0203453120000011¦3724¦10B"_s,
        gtin,
        u"B"_s,
        {},
        24);
    row("contents", u"]C10203453120000011¦3724¦10B"_s, gtin, u"B"_s, {}, 24);
    row("last day of the month", u"010345312000001117280200"_s, gtin, {}, QDate(2028, 2, 29));
    row("best before", u"0103453120000011151702281726112510X"_s, gtin, u"X"_s, day);
    row("best before alone", u"010345312000001115261125"_s, gtin, {}, day);
    row("weight and serial are read over", u"0103453120000011310200175021SN-1¦10X"_s, gtin, u"X"_s);
    row("signs in a lot", u"]C110A/B-1.2_(3)%"_s, {}, u"A/B-1.2_(3)%"_s);
    row("longest lot", u"]C11012345678901234567890"_s, {}, u"12345678901234567890"_s);
    row("in brackets",
        u"(01)03453120000011(17)261125(10)ABCD1234(37)12"_s,
        gtin,
        u"ABCD1234"_s,
        day,
        12);
    row("in brackets, with spaces", u" (01) 03453120000011 (10) AB"_s, gtin, u"AB"_s);
    row("long AIs in brackets", u"(8008)2611251200(10)AB"_s, {}, u"AB"_s);
    row("the same twice", u"]C10103453120000011¦0103453120000011"_s, gtin);
}

void Gs1Test::elementStrings()
{
    QFETCH(QString, text);
    QFETCH(QString, gtin);
    QFETCH(QString, lot);
    QFETCH(QDate, expires);
    QFETCH(int, count);
    const auto code = readScan(sent(text), gs1Today);
    QVERIFY(code.ok());
    QVERIFY(code->gs1.has_value());
    QCOMPARE(code->gs1->gtin, gtin);
    QCOMPARE(code->gs1->lot, lot);
    QCOMPARE(code->gs1->expiresOn.value_or(QDate()), expires);
    QCOMPARE(code->gs1->count.value_or(-1), qint64(count));
}

void Gs1Test::plainCodes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("code");
    const auto row = [](const QString &text, const QString &code) {
        QTest::newRow(qPrintable(text)) << text << code;
    };
    row(u"4901234567894"_s, u"4901234567894"_s);
    row(u"]E04901234567894"_s, u"4901234567894"_s);
    row(u"]C0A-01-02"_s, u"A-01-02"_s);
    row(u"0112345678905"_s, u"0112345678905"_s);
    row(u"0103453120000012"_s, u"0103453120000012"_s); // no GTIN: its check digit is wrong
    row(u"A-01"_s, u"A-01"_s);
    row(u" L-204 "_s, u"L-204"_s);
    row(u"(A)"_s, u"(A)"_s);
    row(u"棚-1"_s, u"棚-1"_s);
    row(u""_s, u""_s);
}

void Gs1Test::plainCodes()
{
    QFETCH(QString, text);
    QFETCH(QString, code);
    const auto scanned = readScan(text, gs1Today);
    QVERIFY(scanned.ok());
    QCOMPARE(scanned->text, code);
}

void Gs1Test::faults_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<QString>("element");
    const auto row = [](const QString &text, Kind kind, const QString &element) {
        QTest::newRow(qPrintable(text)) << text << kind << element;
    };
    row(u"]C10103453120000012"_s, Kind::CheckDigit, u"01"_s);
    row(u"(01)03453120000012"_s, Kind::CheckDigit, u"01"_s);
    row(u"]C1010345312"_s, Kind::Length, u"01"_s);
    row(u"(01)3453120000011"_s, Kind::Length, u"01"_s);
    row(u"(01)0345312000001X"_s, Kind::Character, u"01"_s);
    row(u"]C117261325"_s, Kind::Day, u"17"_s);
    row(u"]C117260230"_s, Kind::Day, u"17"_s);
    row(u"]C117260000"_s, Kind::Day, u"17"_s);
    row(u"]C1172602"_s, Kind::Length, u"17"_s);
    row(u"]C11726O225"_s, Kind::Character, u"17"_s);
    row(u"]C110123456789012345678901"_s, Kind::Length, u"10"_s);
    row(u"]C110"_s, Kind::Length, u"10"_s);
    row(u"]C110A B"_s, Kind::Character, u"10"_s);
    row(u"]C110ロット"_s, Kind::Character, u"10"_s);
    row(u"]C137123456789"_s, Kind::Length, u"37"_s);
    row(u"]C1371x"_s, Kind::Character, u"37"_s);
    row(u"]C110A¦10B"_s, Kind::Contradiction, u"10"_s);
    row(u"(17)261125(17)261126"_s, Kind::Contradiction, u"17"_s);
    row(u"]C1ABC"_s, Kind::Character, u"AB"_s);
    row(u"]C17"_s, Kind::Character, u"7"_s);
}

void Gs1Test::faults()
{
    QFETCH(QString, text);
    QFETCH(Kind, kind);
    QFETCH(QString, element);
    const auto code = readScan(sent(text), gs1Today);
    QVERIFY(!code.ok());
    QCOMPARE(code.error(), (Gs1Fault{kind, element}));
}

void Gs1Test::centuries_data()
{
    QTest::addColumn<QString>("digits");
    QTest::addColumn<int>("now");
    QTest::addColumn<int>("year");
    QTest::newRow("fifty years ahead") << u"76"_s << 2026 << 2076;
    QTest::newRow("fifty-one years ahead") << u"77"_s << 2026 << 1977;
    QTest::newRow("this year") << u"26"_s << 2026 << 2026;
    QTest::newRow("begin of the century") << u"00"_s << 2026 << 2000;
    QTest::newRow("forty-nine years back") << u"50"_s << 2099 << 2050;
    QTest::newRow("fifty years back") << u"49"_s << 2099 << 2149;
}

void Gs1Test::centuries()
{
    QFETCH(QString, digits);
    QFETCH(int, now);
    QFETCH(int, year);
    const auto code = readScan(u"]C117"_s + digits + u"0131"_s, QDate(now, 6, 1));
    QVERIFY(code.ok());
    QCOMPARE(code->gs1->expiresOn, QDate(year, 1, 31));
}

void Gs1Test::checkDigits_data()
{
    QTest::addColumn<QString>("digits");
    QTest::addColumn<bool>("right");
    const auto row = [](const QString &digits, bool right) {
        QTest::newRow(qPrintable(digits)) << digits << right;
    };
    row(u"03453120000011"_s, true);
    row(u"09506000134352"_s, true);
    row(u"4006381333931"_s, true);
    row(u"036000291452"_s, true); // UPC
    row(u"96385074"_s, true);     // GTIN-8
    row(u"4006381333932"_s, false);
    row(u"4060381333931"_s, false); // two digits changed places
    row(u"400638133393X"_s, false);
    row(u"４００６３８１３３３９３１"_s, false);
    row(u""_s, false);
}

void Gs1Test::checkDigits()
{
    QFETCH(QString, digits);
    QFETCH(bool, right);
    QCOMPARE(hasCheckDigit(digits), right);
}

void Gs1Test::barcodes_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<QStringList>("barcodes");
    QTest::newRow("GTIN-14 of a case") << u"13453120000018"_s << QStringList{u"13453120000018"_s};
    QTest::newRow("EAN") << u"4006381333931"_s
                         << QStringList{u"04006381333931"_s, u"4006381333931"_s};
    QTest::newRow("EAN with a leading zero")
        << u"04006381333931"_s << QStringList{u"04006381333931"_s, u"4006381333931"_s};
    QTest::newRow("UPC") << u"036000291452"_s
                         << QStringList{u"00036000291452"_s, u"0036000291452"_s, u"036000291452"_s};
    QTest::newRow("GTIN-8") << u"96385074"_s
                            << QStringList{u"00000096385074"_s,
                                           u"0000096385074"_s,
                                           u"000096385074"_s,
                                           u"96385074"_s};
    QTest::newRow("no GTIN") << u"4006381333932"_s << QStringList{u"4006381333932"_s};
    QTest::newRow("a lot") << u"L-204"_s << QStringList{u"L-204"_s};
}

void Gs1Test::barcodes()
{
    QFETCH(QString, code);
    QFETCH(QStringList, barcodes);
    QCOMPARE(barcodesOf(code), barcodes);
}

void Gs1Test::writtenAndSentAreTheSame()
{
    QRandomGenerator random(1);
    static const QString signs = u"ABCXYZabcxyz0123456789-./_"_s;
    for (int i = 0; i < 500; ++i) {
        QString lot;
        for (quint32 j = 1 + random.bounded(20U); j > 0; --j)
            lot += signs[random.bounded(int(signs.size()))];
        const QString day = QDate(2026, 1, 1).addDays(random.bounded(9000)).toString(u"yyMMdd"_s);
        const QString count = QString::number(random.bounded(100'000'000));
        const auto written = readScan(
            u"(01)09506000134352(17)%1(37)%2(10)%3"_s.arg(day, count, lot), gs1Today);
        const auto symbol = readScan(
            sent(u"]d20109506000134352"_s + u"17"_s + day + u"37"_s + count + u"¦10"_s + lot),
            gs1Today);
        QVERIFY(written.ok() && symbol.ok());
        QCOMPARE(written->gs1, symbol->gs1);
        QCOMPARE(symbol->gs1->lot, lot);
        QCOMPARE(QString::number(*symbol->gs1->count), count);
    }
}

void Gs1Test::scannersAreFast_data()
{
    QTest::addColumn<int>("keys");
    QTest::addColumn<int>("between");
    QTest::addColumn<bool>("isScan");
    QTest::newRow("a scanner") << 13 << 4 << true;
    QTest::newRow("a slow scanner") << 13 << 35 << true;
    QTest::newRow("slower than any") << 13 << 36 << false;
    QTest::newRow("a fast typist") << 8 << 55 << false;
    QTest::newRow("a short code") << 3 << 5 << true;
    QTest::newRow("two keys") << 2 << 1 << false;
    QTest::newRow("Enter alone") << 0 << 1 << false;
}

void Gs1Test::scannersAreFast()
{
    QFETCH(int, keys);
    QFETCH(int, between);
    QFETCH(bool, isScan);
    ScanDetector detector;
    qint64 now = 1'000;
    for (int i = 0; i < keys; ++i, now += between)
        QCOMPARE(detector.add(QString(QChar(u'0' + ushort(i % 10))), now), i > 0);
    const auto scan = detector.end(now);
    QCOMPARE(scan.has_value(), isScan);
    if (isScan)
        QCOMPARE(*scan, u"0123456789012"_s.left(keys));
    QVERIFY(!detector.end(now).has_value());
}

void Gs1Test::aPauseBeginsAnew()
{
    ScanDetector detector;
    detector.add(u"1"_s, 0); // typed by hand, then scanned
    detector.add(u"2"_s, 200);
    for (int i = 0; i < 5; ++i)
        detector.add(u"9"_s, 400 + i * 10);
    QCOMPARE(detector.end(450), u"99999"_s);
    // Fast keys, and Enter by hand afterwards.
    for (int i = 0; i < 5; ++i)
        detector.add(u"9"_s, 1'000 + i * 10);
    QCOMPARE(detector.end(1'200), std::nullopt);
    for (int i = 0; i < 5; ++i)
        detector.add(u"9"_s, 2'000 + i * 10);
    detector.reset();
    QCOMPARE(detector.end(2'050), std::nullopt);
}

TANABAN_TEST(Gs1Test)
#include "gs1test.moc"
