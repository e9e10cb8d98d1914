#include "model/search/searchquery.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace tanaban;
using namespace Qt::StringLiterals;
using FindingKind = SearchQuery::Finding::Kind;

namespace {

const QLocale english(QLocale::English, QLocale::UnitedKingdom);

} // namespace

/// What the search language does not understand is said, with its place in the text.
class SearchFindingsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findings_data();
    void findings();
    void everyFindingHasASentence();
};

void SearchFindingsTest::findings_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<FindingKind>("kind");
    QTest::addColumn<QString>("where");
    QTest::addColumn<QString>("others"); ///< what is understood all the same
    const auto row =
        [](const QString &text, FindingKind kind, const QString &where, const QString &others = {}) {
            QTest::newRow(qPrintable(text.left(60))) << text << kind << where << others;
        };
    row(u"tea lto:A"_s, FindingKind::UnknownKey, u"lto:A"_s, u"tea \"lto:A\""_s);
    row(u"tea lot:"_s, FindingKind::NeedsValue, u"lot:"_s, u"tea"_s);
    row(u"-lot: tea"_s, FindingKind::NeedsValue, u"-lot:"_s, u"tea"_s);
    row(u"lot:A; tea"_s, FindingKind::NeedsValue, {}, u"tea"_s);
    row(u"lot:\"\""_s, FindingKind::NeedsCode, u"\"\""_s);
    row(u"available:few lot:A"_s, FindingKind::NeedsNumber, u"few"_s, u"lot:A"_s);
    row(u"available:<"_s, FindingKind::NeedsNumber, u"<"_s);
    row(u"available:.."_s, FindingKind::NeedsNumber, u".."_s);
    row(u"available:-5"_s, FindingKind::NeedsNumber, u"-5"_s);
    row(u"available:<1000000001"_s, FindingKind::NeedsNumber, u"<1000000001"_s);
    row(u"available:1.2345"_s, FindingKind::NeedsNumber, u"1.2345"_s);
    row(u"available:5*"_s, FindingKind::NeedsNumber, u"5*"_s);
    row(u"expires:soon"_s, FindingKind::NeedsDay, u"soon"_s);
    row(u"expires:2027-13"_s, FindingKind::NeedsDay, u"2027-13"_s);
    row(u"expires:<2027-02-29"_s, FindingKind::NeedsDay, u"<2027-02-29"_s);
    row(u"expires:+999999"_s, FindingKind::NeedsDay, u"+999999"_s);
    row(u"expires:9999"_s, FindingKind::NeedsDay, u"9999"_s);
    row(u"status:old"_s, FindingKind::NeedsWord, u"old"_s);
    row(u"is:big"_s, FindingKind::NeedsWord, u"big"_s);
    row(u"with:low"_s, FindingKind::NeedsWord, u"low"_s);
    row(u"zone:WH001"_s, FindingKind::NeedsZone, u"WH001"_s);
    row(u"zone:/2"_s, FindingKind::NeedsZone, u"/2"_s);
    row(u"zone:WH001/-2"_s, FindingKind::NeedsZone, u"WH001/-2"_s);
    row(u"warehouse:東京"_s, FindingKind::NeedsCode, u"東京"_s);
    row(u"lot:"_s + QString(51, u'9'), FindingKind::NeedsCode, QString(51, u'9'));
    row(u"-with:empty"_s, FindingKind::CannotExclude, u"-with:empty"_s);
    row(u"is:low;expired"_s, FindingKind::CannotCombine, u"is:low;expired"_s);
    row(u"is:expired expires:<2027"_s,
        FindingKind::CannotCombine,
        u"expires:<2027"_s,
        u"is:expired"_s);
    row(u"reserved:1;2 reserved:3"_s,
        FindingKind::CannotCombine,
        u"reserved:3"_s,
        u"reserved:1;2"_s);
    row(u"expires:never expires:<2027"_s,
        FindingKind::CannotCombine,
        u"expires:<2027"_s,
        u"expires:never"_s);
    row(u"a\u0001b tea"_s, FindingKind::NotSearchable, u"a\u0001b"_s, u"tea"_s);
    row(QString(201, u'a'), FindingKind::NotSearchable, QString(201, u'a'));
    row(u"a"_s + QChar(0xD800), FindingKind::NotSearchable, u"a"_s + QChar(0xD800));
    row(u"lot:"_s + u"A;"_s.repeated(300) + u"B"_s,
        FindingKind::TooMany,
        u"lot:"_s + u"A;"_s.repeated(300) + u"B"_s);
    // These have a part in the filter, which then lets nothing through.
    row(u"lot:A -lot:A"_s, FindingKind::NothingFits, u"-lot:A"_s, u"lot:A -lot:A"_s);
    row(u"is:low -is:low"_s, FindingKind::NothingFits, u"-is:low"_s, u"is:low -is:low"_s);
    row(u"available:20..10"_s,
        FindingKind::NothingFits,
        u"available:20..10"_s,
        u"available:20..10"_s);
    row(u"available:<0"_s, FindingKind::NothingFits, u"available:<0"_s, u"available:<0"_s);
    row(u"expires:>2027 expires:<2027"_s,
        FindingKind::NothingFits,
        u"expires:<2027"_s,
        u"expires:2028-01-01..2026-12-31"_s);
    row(u"is:expired is:expiring"_s,
        FindingKind::NothingFits,
        u"is:expiring"_s,
        u"expires:+0..-1"_s);
}

void SearchFindingsTest::findings()
{
    QFETCH(QString, text);
    QFETCH(FindingKind, kind);
    QFETCH(QString, where);
    QFETCH(QString, others);
    const SearchQuery query = parseSearch(text, english);
    QCOMPARE(query.findings.size(), size_t(1));
    const SearchQuery::Finding &finding = query.findings.front();
    QCOMPARE(finding.kind, kind);
    QCOMPARE(text.mid(finding.start, finding.length), where);
    QCOMPARE(query.filter, parseSearch(others, english).filter);
}

void SearchFindingsTest::everyFindingHasASentence()
{
    QCOMPARE(messageOf(parseSearch(u"available:few"_s).findings.front(), SearchWording::English),
             u"available: needs a number, e.g. available:<10"_s);
    QCOMPARE(messageOf(parseSearch(u"状態:x"_s).findings.front(), SearchWording::Japanese),
             u"状態: takes one of these: 良品, 保留, 破損"_s);
    for (const SearchKey key : searchKeys()) {
        const QString text = wordOf(key, SearchWording::English) + u':';
        const QString message = messageOf(parseSearch(text).findings.front(),
                                          SearchWording::English);
        // The example that is given is one.
        const QString example = message.mid(message.lastIndexOf(text));
        const SearchQuery query = parseSearch(example);
        QVERIFY2(query.findings.empty() && query.terms.size() == 1, qPrintable(message));
    }
    for (int kind = 0; kind <= int(FindingKind::TooMany); ++kind)
        QVERIFY(
            !messageOf({FindingKind(kind), 0, 0, SearchKey::Lot, u"lot"_s}, SearchWording::English)
                 .isEmpty());
}

TANABAN_TEST(SearchFindingsTest)
#include "searchfindingstest.moc"
