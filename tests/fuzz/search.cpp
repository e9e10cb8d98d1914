// Whatever is typed into the search field.
#include "model/search/searchquery.h"
#include "tests/fuzz/target.h"

#include <QRegularExpression>

#include <algorithm>

using namespace tanaban;
using namespace Qt::StringLiterals;

namespace {

const QLocale &localeOf(size_t size)
{
    static const QLocale locales[] = {QLocale(QLocale::English, QLocale::UnitedKingdom),
                                      QLocale(QLocale::Japanese, QLocale::Japan),
                                      QLocale(QLocale::German, QLocale::Germany)};
    return locales[size % std::size(locales)];
}

void checkPlaces(const QString &text, const SearchQuery &query)
{
    using fuzz::require;
    for (const SearchQuery::Term &term : query.terms) {
        require(term.start >= 0 && term.length > 0 && term.start + term.length <= text.size(),
                "a term lies in the text");
        require(withoutTerm(text, term).size() < text.size(), "without a term there is less");
    }
    for (const SearchQuery::Finding &finding : query.findings) {
        require(finding.start >= 0 && finding.start + finding.length <= text.size(),
                "a finding lies in the text");
        for (const SearchWording wording : {SearchWording::English, SearchWording::Japanese})
            require(!messageOf(finding, wording).isEmpty(), "a finding is told in words");
    }
    const qsizetype step = 1 + text.size() / 64;
    for (qsizetype at = 0; at <= text.size(); at += step) {
        const SearchCursor cursor = searchCursor(text, at);
        require(cursor.start >= 0 && cursor.start + cursor.length <= text.size(),
                "what is proposed replaces something in the text");
    }
}

} // namespace

namespace tanaban::fuzz {

const Target &target()
{
    static const Target target{
        {"lot:L-204;\"A;B\" zone:WH001/2 available:<10 expires:<2027-02",
         "green \"tea\" -milk -status:damaged;quarantined is:low with:empty",
         "ロット：L-204 期限：今日..+30 -状態：破損 “ほうじ茶　50”",
         "product:A* bin:\"\" category:\"two words\"* onhand:1.5..10 received:2026-11"},
        {"lot:",
         "-",
         "\"",
         ";",
         "*",
         " ",
         "　",
         "available:",
         "<",
         ">=",
         "10",
         "..",
         "expires:",
         "2027-02",
         "2027-02-28",
         "+30",
         "today",
         "is:",
         "low",
         "期限：",
         "ゾーン:",
         "WH001/2",
         "status:",
         "破損",
         "“",
         "：",
         "9999",
         "with:empty",
         "１．５",
         "28/02/2027",
         "0,5",
         "reserved:",
         "received:none",
         "＊",
         "；",
         "\xF0\xA9\xB8\xBD",
         "condition:frozen"},
        [] { return std::vector<QByteArray>(); },
        1'500};
    return target;
}

} // namespace tanaban::fuzz

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    using fuzz::require;
    const QString text = QString::fromUtf8(reinterpret_cast<const char *>(data), qsizetype(size));
    const QLocale &locale = localeOf(size);
    const fuzz::MemoryLimit memory;
    const SearchQuery query = parseSearch(text, locale);
    for (const SearchWording wording : {SearchWording::English, SearchWording::Japanese}) {
        const QString explained = formatSearch(query.filter, wording);
        const SearchQuery again = parseSearch(explained, locale);
        require(again.filter == query.filter, "what is explained is read as the same again");
        require(formatSearch(again.filter, wording) == explained, "and explained as the same");
    }
    checkPlaces(text, query);
    // Only quotes with nothing between them ask for nothing.
    static const QRegularExpression nothing(u"[\\s\"＂“”„－−-]"_s,
                                            QRegularExpression::UseUnicodePropertiesOption);
    if (query.filter == StockFilter() && query.findings.empty())
        require(QString(text).remove(nothing).isEmpty(), "nothing is dropped in silence");
    memory.check(qint64(size));
    return 0;
}
