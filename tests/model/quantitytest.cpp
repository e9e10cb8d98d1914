#include "model/quantity.h"

#include "tests/support/testprogram.h"

#include <QTest>

using namespace tanaban;
using namespace Qt::StringLiterals;

namespace {

QString shown(const Result<qint64, QuantityFault> &result)
{
    if (result)
        return QString::number(*result);
    switch (result.error()) {
    case QuantityFault::NotANumber:
        return u"not a number"_s;
    case QuantityFault::TooManyDecimals:
        return u"too many decimals"_s;
    case QuantityFault::OutOfRange:
        return u"out of range"_s;
    }
    Q_UNREACHABLE();
}

} // namespace

/// Quantities as files and people write them: exact, or a fault; never rounded or guessed.
class QuantityTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void parse_data();
    void parse();
    void parseNegative_data();
    void parseNegative();
    void format_data();
    void format();
    void display_data();
    void display();
    void evaluate_data();
    void evaluate();
    void roundTrip();
};

void QuantityTest::parse_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("decimals");
    QTest::addColumn<QString>("result");
    const auto row =
        [](const char *name, const QString &text, int decimals, const char16_t *result) {
            QTest::newRow(name) << text << decimals << QString::fromUtf16(result);
        };
    row("whole", u"12"_s, 0, u"12");
    row("one decimal", u"1.5"_s, 1, u"15");
    row("filled up", u"1.5"_s, 3, u"1500");
    row("zeros too many", u"1.500"_s, 1, u"15");
    row("point zero", u"12.0"_s, 0, u"12");
    row("leading zeros", u"007"_s, 0, u"7");
    row("most", u"1000000000"_s, 0, u"1000000000");
    row("most, in thousandths", u"1000000.000"_s, 3, u"1000000000");
    row("too many decimals", u"1.5"_s, 0, u"too many decimals");
    row("too many for three", u"1.2345"_s, 3, u"too many decimals");
    row("above most", u"1000000001"_s, 0, u"out of range");
    row("above most, in thousandths", u"1000000.001"_s, 3, u"out of range");
    row("beyond 64 bits", u"99999999999999999999999"_s, 0, u"out of range");
    row("wraps around 64 bits", u"18446744073709551617"_s, 0, u"out of range");
    row("empty", u""_s, 0, u"not a number");
    row("exponent", u"1e3"_s, 0, u"not a number");
    row("hexadecimal", u"0x10"_s, 0, u"not a number");
    row("infinite", u"inf"_s, 0, u"not a number");
    row("infinite in full", u"Infinity"_s, 0, u"not a number");
    row("no number at all", u"NaN"_s, 0, u"not a number");
    row("less than nothing", u"-0"_s, 0, u"not a number");
    row("comma", u"5,5"_s, 1, u"not a number");
    row("grouping", u"1,000"_s, 0, u"not a number");
    row("space inside", u"1 000"_s, 0, u"not a number");
    row("space before", u" 1"_s, 0, u"not a number");
    row("two points", u"1.2.3"_s, 3, u"not a number");
    row("point at the end", u"1."_s, 1, u"not a number");
    row("point at the start", u".5"_s, 1, u"not a number");
    row("sign", u"-1"_s, 0, u"not a number");
    row("plus", u"+1"_s, 0, u"not a number");
    row("full width", u"１２"_s, 0, u"not a number");
    row("Arabic digits", u"١٢"_s, 0, u"not a number");
    row("sum", u"1+2"_s, 0, u"not a number");
}

void QuantityTest::parse()
{
    QFETCH(const QString, text);
    QFETCH(const int, decimals);
    QTEST(shown(parseQuantity(text, decimals)), "result");
}

void QuantityTest::parseNegative_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("result");
    QTest::newRow("less") << u"-1.5"_s << u"-15"_s;
    QTest::newRow("more") << u"+1.5"_s << u"15"_s;
    QTest::newRow("without") << u"1.5"_s << u"15"_s;
    QTest::newRow("lowest") << u"-100000000.0"_s << u"-1000000000"_s;
    QTest::newRow("too low") << u"-100000000.1"_s << u"out of range"_s;
    QTest::newRow("sign alone") << u"-"_s << u"not a number"_s;
    QTest::newRow("two signs") << u"--1"_s << u"not a number"_s;
    QTest::newRow("a dash") << u"–1"_s << u"not a number"_s;
}

void QuantityTest::parseNegative()
{
    QFETCH(const QString, text);
    QTEST(shown(parseQuantity(text, 1, true)), "result");
}

void QuantityTest::format_data()
{
    QTest::addColumn<qint64>("quantity");
    QTest::addColumn<int>("decimals");
    QTest::addColumn<QString>("text");
    QTest::newRow("whole") << qint64(1200) << 0 << u"1200"_s;
    QTest::newRow("decimals") << qint64(1205) << 2 << u"12.05"_s;
    QTest::newRow("below one") << qint64(5) << 3 << u"0.005"_s;
    QTest::newRow("below zero") << qint64(-5) << 1 << u"-0.5"_s;
    QTest::newRow("nothing") << qint64(0) << 1 << u"0.0"_s;
}

void QuantityTest::format()
{
    QFETCH(const qint64, quantity);
    QFETCH(const int, decimals);
    QTEST(formatQuantity(quantity, decimals), "text");
}

void QuantityTest::display_data()
{
    QTest::addColumn<qint64>("quantity");
    QTest::addColumn<int>("decimals");
    QTest::addColumn<QString>("locale");
    QTest::addColumn<QString>("text");
    QTest::newRow("English") << qint64(1234567) << 2 << u"en_US"_s << u"12,345.67"_s;
    QTest::newRow("Japanese") << qint64(1234567) << 0 << u"ja_JP"_s << u"1,234,567"_s;
    QTest::newRow("German") << qint64(1234567) << 2 << u"de_DE"_s << u"12.345,67"_s;
    QTest::newRow("below zero") << qint64(-15) << 1 << u"en_US"_s << u"-1.5"_s;
}

void QuantityTest::display()
{
    QFETCH(const qint64, quantity);
    QFETCH(const int, decimals);
    QFETCH(const QString, locale);
    QTEST(displayQuantity(quantity, decimals, QLocale(locale)), "text");
}

void QuantityTest::evaluate_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("decimals");
    QTest::addColumn<QString>("locale");
    QTest::addColumn<QString>("result");
    const auto row = [](const char *name,
                        const QString &text,
                        int decimals,
                        const char16_t *locale,
                        const char16_t *result) {
        QTest::newRow(name) << text << decimals << QString::fromUtf16(locale)
                            << QString::fromUtf16(result);
    };
    row("plain", u"12"_s, 0, u"ja_JP", u"12");
    row("full width", u"１２．５"_s, 1, u"ja_JP", u"125");
    row("edges", u"  12 "_s, 0, u"ja_JP", u"12");
    row("ideographic space", u"　12"_s, 0, u"ja_JP", u"12");
    row("cases and singles", u"12*6+3"_s, 0, u"ja_JP", u"75");
    row("with spaces", u"12 * 6 + 3"_s, 0, u"ja_JP", u"75");
    row("full-width expression", u"１２×６＋３"_s, 0, u"ja_JP", u"75");
    row("exact product", u"2.5*4"_s, 0, u"ja_JP", u"10");
    row("product with a rest", u"2.5*3"_s, 0, u"ja_JP", u"too many decimals");
    row("half of a half", u"0.5*0.5"_s, 2, u"ja_JP", u"25");
    row("comma where it is the point", u"5,5"_s, 1, u"de_DE", u"55");
    row("comma where it groups", u"5,5"_s, 1, u"ja_JP", u"not a number");
    row("both", u"1.000,5"_s, 1, u"de_DE", u"not a number");
    row("point where a comma is usual", u"5.5"_s, 1, u"de_DE", u"55");
    row("zero times", u"0*12"_s, 0, u"ja_JP", u"0");
    row("exponent", u"1e3"_s, 0, u"ja_JP", u"not a number");
    row("minus", u"5-3"_s, 0, u"ja_JP", u"not a number");
    row("nothing after plus", u"5+"_s, 0, u"ja_JP", u"not a number");
    row("nothing between", u"5**3"_s, 0, u"ja_JP", u"not a number");
    row("brackets", u"(1+2)*3"_s, 0, u"ja_JP", u"not a number");
    row("empty", u""_s, 0, u"ja_JP", u"not a number");
    row("overflowing product", u"1000000000*1000000000"_s, 0, u"ja_JP", u"out of range");
    row("overflowing chain", u"1000000000*1000000000*1000000000"_s, 0, u"ja_JP", u"out of range");
    row("overflowing sum", u"1000000000+1"_s, 0, u"ja_JP", u"out of range");
    row("most", u"999999999+1"_s, 0, u"ja_JP", u"1000000000");
}

void QuantityTest::evaluate()
{
    QFETCH(const QString, text);
    QFETCH(const int, decimals);
    QFETCH(const QString, locale);
    QTEST(shown(evaluateQuantity(text, decimals, QLocale(locale))), "result");
}

void QuantityTest::roundTrip()
{
    for (int decimals = 0; decimals <= 3; ++decimals) {
        for (const qint64 quantity : {0LL, 1LL, 9LL, 10LL, 999LL, 1000LL, 1001LL, 1'000'000'000LL})
        {
            QCOMPARE(shown(parseQuantity(formatQuantity(quantity, decimals), decimals)),
                     QString::number(quantity));
            QCOMPARE(shown(parseQuantity(formatQuantity(-quantity, decimals), decimals, true)),
                     QString::number(-quantity));
        }
    }
}

TANABAN_TEST(QuantityTest)
#include "quantitytest.moc"
