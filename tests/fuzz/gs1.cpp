// What a scanner may send.
#include "model/scan/gs1.h"

#include "tests/fuzz/target.h"

#include <algorithm>

using namespace tanaban;
using namespace Qt::StringLiterals;

namespace {

const QDate today(2026, 11, 25);

/// The element string of a symbol with these parts.
QString builtFrom(const Gs1 &gs1)
{
    QString text = u"]d2"_s;
    if (!gs1.gtin.isEmpty())
        text += u"01"_s + gs1.gtin;
    if (gs1.expiresOn)
        text += u"17"_s + gs1.expiresOn->toString(u"yyMMdd"_s);
    if (gs1.count)
        text += u"37"_s + QString::number(*gs1.count) + groupSeparator;
    if (!gs1.lot.isEmpty())
        text += u"10"_s + gs1.lot;
    return text;
}

} // namespace

namespace tanaban::fuzz {

const Target &target()
{
    static const Target target{{"]d20109506000134352172612311012345\x1d"
                                "37100",
                                "(01)09506000134352(17)261231(10)ABC-1/2(37)12",
                                "]C1"
                                "0203453120000011"
                                "15270200"
                                "3701",
                                "4006381333931",
                                "L-204"},
                               {"]C1",
                                "]e0",
                                "]d2",
                                "]Q3",
                                "]J1",
                                "01",
                                "02",
                                "03453120000011",
                                "(10)",
                                "(17)",
                                "(01)",
                                "17",
                                "15",
                                "261125",
                                "260200",
                                "\x1d",
                                "37",
                                "(",
                                ")",
                                "(3922)",
                                "09506000134352",
                                "2112"},
                               nullptr,
                               30'000};
    return target;
}

} // namespace tanaban::fuzz

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    using fuzz::require;
    const QString text = QString::fromUtf8(reinterpret_cast<const char *>(data), qsizetype(size));
    const fuzz::MemoryLimit memory;
    const auto code = readScan(text, today);
    if (!code) {
        require(!code.error().element.isEmpty() || text.contains(groupSeparator) || text.size() > 2,
                "a fault names its element");
    } else if (code->gs1) {
        const Gs1 &gs1 = *code->gs1;
        require(gs1.gtin.isEmpty() || (gs1.gtin.size() == 14 && hasCheckDigit(gs1.gtin)),
                "a GTIN has its check digit");
        require(gs1.lot.size() <= 20, "a lot has at most 20 characters");
        require(!gs1.expiresOn || gs1.expiresOn->isValid(), "a day is one of the calendar");
        require(gs1.count.value_or(0) >= 0, "nothing is counted below zero");
        const auto again = readScan(builtFrom(gs1), today);
        require(again && again->gs1 == gs1, "built again from its parts it is the same");
    } else {
        require(code->text.size() <= text.size(), "a plain code is what was sent");
    }
    const QStringList barcodes = barcodesOf(text);
    require(barcodes.contains(text), "a code is among its own barcodes");
    for (const QString &barcode : barcodes)
        require(barcode == text || hasCheckDigit(barcode), "other forms of a GTIN are GTINs");
    memory.check(qint64(size));
    return 0;
}
