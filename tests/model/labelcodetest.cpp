#include "model/labels/labelcode.h"

#include "model/scan/gs1.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace tanaban;
using namespace Qt::StringLiterals;

/// Which code a label gets, and which faults are told instead of printing a wrong one.
class LabelCodeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void chooses_data();
    void chooses();
    void refuses_data();
    void refuses();
    void gs1IsReadBack_data();
    void gs1IsReadBack();
};

namespace {

const QDate today2026(2026, 11, 28);
const QString rightEan = u"4901234567894"_s;
const QString wrongEan = u"4901234567890"_s;

LabelSubject productSubject(const QString &barcode, const QString &code = u"P-001"_s)
{
    LabelSubject subject;
    subject.code = code;
    subject.name = u"Rice"_s;
    subject.barcode = barcode;
    return subject;
}

LabelSubject lotSubject(const QString &barcode,
                        const QString &lot,
                        std::optional<QDate> expiresOn = QDate(2027, 2, 28))
{
    LabelSubject subject = productSubject(barcode);
    subject.entity = Entity::Lot;
    subject.lot = lot;
    subject.expiresOn = expiresOn;
    return subject;
}

LabelSubject binSubject(const QString &code)
{
    LabelSubject subject;
    subject.entity = Entity::Bin;
    subject.code = code;
    return subject;
}

} // namespace

void LabelCodeTest::chooses_data()
{
    QTest::addColumn<LabelSubject>("subject");
    QTest::addColumn<int>("wanted");
    QTest::addColumn<int>("symbology");
    QTest::addColumn<QString>("content");
    const auto add = [](const char *name,
                        const LabelSubject &subject,
                        int wanted,
                        Symbology is,
                        const QString &content) {
        QTest::newRow(name) << subject << wanted << int(is) << content;
    };
    const int any = -1;
    add("an EAN-13", productSubject(rightEan), any, Symbology::Ean13, rightEan);
    add("no barcode: the code", productSubject({}), any, Symbology::Code128, u"P-001"_s);
    add("another barcode", productSubject(u"ABC-12"_s), any, Symbology::Code128, u"ABC-12"_s);
    add("12 digits are no EAN-13",
        productSubject(u"036000291452"_s),
        any,
        Symbology::Code128,
        u"036000291452"_s);
    add("13 letters are no EAN-13",
        productSubject(u"490123456789X"_s),
        any,
        Symbology::Code128,
        u"490123456789X"_s);
    add("full-width digits are no EAN-13",
        productSubject(u"４９０１２３４５６７８９４"_s),
        any,
        Symbology::Qr,
        u"４９０１２３４５６７８９４"_s);
    add("Japanese", productSubject({}, u"米-5"_s), any, Symbology::Qr, u"米-5"_s);
    add("too long for bars",
        productSubject({}, QString(30, u'A')),
        any,
        Symbology::Qr,
        QString(30, u'A'));
    add("a lot with a GTIN",
        lotSubject(rightEan, u"L-204"_s),
        any,
        Symbology::Gs1DataMatrix,
        u"[01]04901234567894[17]270228[10]L-204"_s);
    add("a lot that does not expire",
        lotSubject(rightEan, u"L-204"_s, {}),
        any,
        Symbology::Gs1DataMatrix,
        u"[01]04901234567894[10]L-204"_s);
    add("a UPC is a GTIN",
        lotSubject(u"036000291452"_s, u"L-204"_s, {}),
        any,
        Symbology::Gs1DataMatrix,
        u"[01]00036000291452[10]L-204"_s);
    add("a lot without a GTIN", lotSubject({}, u"L-204"_s), any, Symbology::Code128, u"L-204"_s);
    add("a lot that GS1 does not allow",
        lotSubject(rightEan, u"L 204"_s),
        any,
        Symbology::Code128,
        u"L 204"_s);
    add("a lot too long for GS1",
        lotSubject(rightEan, QString(21, u'7')),
        any,
        Symbology::Code128,
        QString(21, u'7'));
    add("an expiry that would be read as 1999",
        lotSubject(rightEan, u"L-204"_s, QDate(2099, 12, 31)),
        any,
        Symbology::Code128,
        u"L-204"_s);
    add("a bin", binSubject(u"A-01-03"_s), any, Symbology::Code128, u"A-01-03"_s);
    add("a bin in Japanese", binSubject(u"棚1"_s), any, Symbology::Qr, u"棚1"_s);
    add("QR of an EAN", productSubject(rightEan), int(Symbology::Qr), Symbology::Qr, rightEan);
    add("Code 128 of an EAN",
        productSubject(rightEan),
        int(Symbology::Code128),
        Symbology::Code128,
        rightEan);
    add("GS1 of a product",
        productSubject(rightEan),
        int(Symbology::Gs1DataMatrix),
        Symbology::Gs1DataMatrix,
        u"[01]04901234567894"_s);
    // It is wanted so, and it is not the barcode that is wrong.
    add("Code 128 of a wrong EAN",
        productSubject(wrongEan),
        int(Symbology::Code128),
        Symbology::Code128,
        wrongEan);
}

void LabelCodeTest::chooses()
{
    QFETCH(LabelSubject, subject);
    QFETCH(int, wanted);
    QFETCH(int, symbology);
    QFETCH(QString, content);
    const auto code = labelCodeFor(
        subject, wanted < 0 ? std::nullopt : std::optional(Symbology(wanted)), today2026);
    QVERIFY2(code.ok(), code.ok() ? "" : qPrintable(messageOf(code.error())));
    QCOMPARE(int(code->symbology), symbology);
    QCOMPARE(code->content, content);
    QVERIFY(!code->readable.isEmpty());
}

void LabelCodeTest::refuses_data()
{
    QTest::addColumn<LabelSubject>("subject");
    QTest::addColumn<int>("wanted");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("said");
    const auto add = [](const char *name,
                        const LabelSubject &subject,
                        int wanted,
                        LabelFault::Kind kind,
                        const QString &said) {
        QTest::newRow(name) << subject << wanted << int(kind) << said;
    };
    using enum LabelFault::Kind;
    add("a wrong check digit", productSubject(wrongEan), -1, CheckDigit, wrongEan);
    add("of the product of a lot", lotSubject(wrongEan, u"L-1"_s), -1, CheckDigit, wrongEan);
    add("wanted as EAN-13", productSubject(wrongEan), int(Symbology::Ean13), CheckDigit, u"P-001"_s);
    add("no EAN-13", productSubject(u"ABC"_s), int(Symbology::Ean13), NotEan13, u"ABC"_s);
    add("no barcode", productSubject({}), int(Symbology::Ean13), NotEan13, u"P-001"_s);
    add("no GTIN", lotSubject({}, u"L-1"_s), int(Symbology::Gs1DataMatrix), NoGtin, u"P-001 / L-1"_s);
    add("a wrong GTIN",
        lotSubject(wrongEan, u"L-1"_s),
        int(Symbology::Gs1DataMatrix),
        NoGtin,
        u"L-1"_s);
    add("a lot for GS1",
        lotSubject(rightEan, u"L 1"_s),
        int(Symbology::Gs1DataMatrix),
        Lot,
        u"L 1"_s);
    add("a Japanese lot",
        lotSubject(rightEan, u"甲1"_s),
        int(Symbology::Gs1DataMatrix),
        Lot,
        u"甲1"_s);
    add("a far expiry",
        lotSubject(rightEan, u"L-1"_s, QDate(2099, 12, 31)),
        int(Symbology::Gs1DataMatrix),
        Expiry,
        u"2099-12-31"_s);
    add("Japanese in bars",
        productSubject({}, u"米"_s),
        int(Symbology::Code128),
        Characters,
        u"米"_s);
}

void LabelCodeTest::refuses()
{
    QFETCH(LabelSubject, subject);
    QFETCH(int, wanted);
    QFETCH(int, kind);
    QFETCH(QString, said);
    const auto code = labelCodeFor(
        subject, wanted < 0 ? std::nullopt : std::optional(Symbology(wanted)), today2026);
    QVERIFY(!code.ok());
    QCOMPARE(int(code.error().kind), kind);
    QVERIFY2(messageOf(code.error()).contains(said), qPrintable(messageOf(code.error())));
}

void LabelCodeTest::gs1IsReadBack_data()
{
    QTest::addColumn<QString>("lot");
    for (const QString &lot :
         {u"L-204"_s, u"1"_s, u"17270228"_s, u"(10)X"_s, u"a/b_c:d"_s, QString(20, u'9')})
        QTest::newRow(qPrintable(lot)) << lot;
}

/// What the scanner of the program makes of it, whatever the lot looks like.
void LabelCodeTest::gs1IsReadBack()
{
    QFETCH(QString, lot);
    const auto code = labelCodeFor(lotSubject(rightEan, lot), Symbology::Gs1DataMatrix, today2026);
    QVERIFY2(code.ok(), code.ok() ? "" : qPrintable(messageOf(code.error())));
    const auto read = readScan(u"]d2010490123456789417270228"_s + u"10"_s + lot, today2026);
    QVERIFY(read.ok() && read->gs1);
    QCOMPARE(read->gs1->lot, lot);
    QVERIFY(code->content.endsWith(u"[10]"_s + lot));
}

TANABAN_TEST(LabelCodeTest)
#include "labelcodetest.moc"
