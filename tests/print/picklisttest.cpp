// Pick lists on paper, read back out of the PDF by other programs.
#include "model/picking/picklist.h"

#include "tests/support/pdffile.h"
#include "tests/support/testprogram.h"
#include "ui/language.h"
#include "ui/picking/pickpages.h"

#include <QApplication>
#include <QTest>

#include <set>

#include "print/output.h"
#include "print/picklistdocument.h"

using namespace Qt::StringLiterals;
using namespace tanaban::print;

namespace tanaban::test {

namespace {

const QString longName = u"とても詳しい名前の商品で一行には収まらないほど説明が続いていくもの、"
                         u"国産、業務用、冷蔵、大袋、簡易包装、期間限定、十二個入り、箱なし"_s;

PickStop stopIn(int zone, const QString &bin, const QString &product, qint64 quantity)
{
    PickStop stop;
    stop.claim.kind = Claim::Kind::Order;
    stop.claim.place = {u"WH001"_s, zone, bin, product, u"L-204"_s, StockStatus::Available};
    stop.claim.quantity = quantity;
    stop.claim.orderNumber = u"SO-000123"_s;
    stop.claim.line = 3;
    stop.claim.partner = u"C0042"_s;
    stop.claim.partnerName = u"山田商店"_s;
    stop.zoneName = zone == 1 ? u"常温"_s : u"Chilled"_s;
    stop.claim.productName = u"Rice 5 kg"_s;
    stop.claim.unit = u"bags"_s;
    stop.expiresOn = QDate(2027, 2, 28);
    return stop;
}

PickList listOf(std::vector<PickStop> stops)
{
    PickList list;
    list.stops = std::move(stops);
    list.orders = {u"SO-000123"_s};
    return list;
}

} // namespace

class PickListTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { ui::useLanguage(u"en"_s); }
    void everythingIsThereInItsOrder();
    void codesAreRead_data();
    void codesAreRead();
    void longTextsTakeMoreLines_data();
    void longTextsTakeMoreLines();
    void rowsStayOnOnePage();
    void severalOrdersHaveTheirCodes();

private:
    PdfFile pdf(const PickList &list,
                ui::PickCode code = ui::PickCode::Product,
                const QPageLayout &layout = paper(QPageSize(QPageSize::A4), false))
    {
        const PickListDocument document(
            ui::PickPages::contentOf(list, code, u"佐藤"_s), QApplication::font(), layout);
        const QString path = m_folder.filePath(u"%1.pdf"_s.arg(++m_number));
        if (!writePdf(document, path, u"pick list"_s))
            qFatal("no PDF");
        return PdfFile(path);
    }
    std::set<QString> codesOn(const PdfFile &file)
    {
        std::set<QString> codes;
        for (int page = 1; page <= file.pages(); ++page) {
            const QString picture = file.picture(page, 300, m_folder);
            const QString text = PdfFile::run(u"zbarimg"_s,
                                              {u"-q"_s, u"--nodbus"_s, u"--raw"_s, picture});
            for (const QString &code : text.split(u'\n', Qt::SkipEmptyParts))
                codes.insert(code);
        }
        return codes;
    }
    /// Where a text begins on a page.
    static qsizetype at(const QString &page, const QString &text) { return page.indexOf(text); }

    QTemporaryDir m_folder;
    int m_number = 0;
};

void PickListTest::everythingIsThereInItsOrder()
{
    const PdfFile file = pdf(listOf({stopIn(1, u"B-01"_s, u"P-001"_s, 12345),
                                     stopIn(1, u"A-07"_s, u"P-002"_s, 2),
                                     stopIn(2, {}, u"P-003"_s, 3)}));
    QCOMPARE(file.pages(), 1);
    QCOMPARE(file.missingFonts(), QStringList());
    const QString page = file.lines(1).join(u'\n');
    for (const QString &text : {u"Pick list"_s,
                                u"3 stop"_s,
                                u"佐藤"_s,
                                u"SO-000123"_s,
                                u"C0042 山田商店"_s,
                                u"WH001 · 1 常温"_s,
                                u"WH001 · 2 Chilled"_s,
                                u"12,345 bags"_s,
                                u"Lot L-204"_s,
                                u"Rice 5 kg"_s,
                                u"SO-000123 / 3"_s,
                                u"Page 1 of 1"_s})
        QVERIFY2(page.contains(text), qPrintable(text + u'\n' + page));
    QVERIFY(at(page, u"1 常温"_s) < at(page, u"B-01"_s));
    QVERIFY(at(page, u"B-01"_s) < at(page, u"A-07"_s));
    QVERIFY(at(page, u"A-07"_s) < at(page, u"2 Chilled"_s));
    QVERIFY(at(page, u"2 Chilled"_s) < at(page, u"P-003"_s));
}

void PickListTest::codesAreRead_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<QStringList>("expected");
    QTest::newRow("product") << int(ui::PickCode::Product)
                             << QStringList{u"4901234567894"_s, u"P-002"_s, u"米-5"_s};
    QTest::newRow("bin") << int(ui::PickCode::Bin) << QStringList{u"B-01"_s, u"A-07"_s, u"C-02"_s};
    QTest::newRow("none") << int(ui::PickCode::None) << QStringList();
}

void PickListTest::codesAreRead()
{
    QFETCH(int, code);
    QFETCH(QStringList, expected);
    PickList list = listOf({stopIn(1, u"B-01"_s, u"P-001"_s, 1),
                            stopIn(1, u"A-07"_s, u"P-002"_s, 2),
                            stopIn(1, u"C-02"_s, u"米-5"_s, 2)});
    list.stops[0].barcode = u"4901234567894"_s;
    expected << u"SO-000123"_s;
    for (const bool landscape : {false, true}) {
        const PdfFile file = pdf(
            list, ui::PickCode(code), paper(QPageSize(QPageSize::A4), landscape));
        QCOMPARE(codesOn(file), std::set<QString>(expected.begin(), expected.end()));
    }
}

void PickListTest::longTextsTakeMoreLines_data()
{
    QTest::addColumn<bool>("landscape");
    QTest::newRow("portrait") << false;
    QTest::newRow("landscape") << true;
}

void PickListTest::longTextsTakeMoreLines()
{
    QFETCH(bool, landscape);
    PickList list = listOf({stopIn(1,
                                   u"VERY-LONG-BIN-CODE-OF-THIRTY-CHARACTERS-0123456789"_s,
                                   u"PRODUCT-WITH-A-CODE-OF-FIFTY-CHARACTERS-0123456789"_s,
                                   1'000'000'000)});
    list.stops[0].claim.productName = longName;
    list.stops[0].zoneName = longName;
    list.stops[0].claim.unit = u"キログラム入り袋"_s;
    const PdfFile file = pdf(
        list, ui::PickCode::Product, paper(QPageSize(QPageSize::A4), landscape));
    QString all = file.text();
    QVERIFY(!all.contains(u'…'));
    const double width = (landscape ? 297 : 210) * 72 / 25.4;
    QString words;
    for (int page = 1; page <= file.pages(); ++page) {
        for (const PdfFile::Word &word : file.words(page)) {
            QVERIFY2(word.left > 20 && word.right < width - 20, qPrintable(word.text));
            words += word.text;
        }
    }
    // Broken into lines, but whole.
    for (const QString &part : {u"期間限定"_s, u"箱なし"_s, u"0123456789"_s})
        QVERIFY2(words.contains(part), qPrintable(words));
    // Too wide for the column, the bars stand below.
    QVERIFY(codesOn(file).contains(u"PRODUCT-WITH-A-CODE-OF-FIFTY-CHARACTERS-0123456789"_s));
}

void PickListTest::rowsStayOnOnePage()
{
    std::vector<PickStop> stops;
    for (int i = 0; i < 60; ++i) {
        PickStop stop = stopIn(1, u"B-%1"_s.arg(i, 3, 10, QChar(u'0')), u"P-%1"_s.arg(i), 1);
        stop.claim.productName = i % 3 == 0 ? longName : u"Rice"_s;
        stop.claim.place.lot = u"LOT%1"_s.arg(i, 3, 10, QChar(u'0'));
        stops.push_back(stop);
    }
    const PdfFile file = pdf(listOf(stops));
    QVERIFY2(file.pages() > 2 && file.pages() < 10, qPrintable(QString::number(file.pages())));
    int rows = 0;
    for (int page = 1; page <= file.pages(); ++page) {
        const QString text = file.lines(page).join(u'\n');
        QVERIFY(text.contains(u"Page %1 of %2"_s.arg(page).arg(file.pages())));
        QVERIFY(text.contains(page == 1 ? u"WH001 · 1 常温"_s : u"(continued)"_s));
        for (int i = 0; i < 60; ++i) {
            const QString number = u"%1"_s.arg(i, 3, 10, QChar(u'0'));
            const bool bin = text.contains(u"B-"_s + number);
            QCOMPARE(text.contains(u"LOT"_s + number), bin); // its first and its last line together
            rows += bin ? 1 : 0;
        }
    }
    QCOMPARE(rows, 60);
}

void PickListTest::severalOrdersHaveTheirCodes()
{
    PickList list;
    std::set<QString> expected;
    for (int i = 0; i < 40; ++i) {
        PickStop stop = stopIn(1, u"B-01"_s, u"P"_s, 1);
        stop.claim.orderNumber = u"SO-%1"_s.arg(100 + i);
        list.orders << stop.claim.orderNumber;
        list.stops.push_back(stop);
        expected.insert(stop.claim.orderNumber);
    }
    expected.insert(u"P"_s);
    QCOMPARE(codesOn(pdf(list)), expected);
}

} // namespace tanaban::test

TANABAN_WINDOW_TEST(tanaban::test::PickListTest)
#include "picklisttest.moc"
