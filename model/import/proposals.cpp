#include "model/import/proposals.h"

#include "model/forbiddencharacters.h"
#include "model/import/importwords.h"
#include "model/quantity.h"

#include <QDate>
#include <QRegularExpression>
#include <QTimeZone>

#include <algorithm>
#include <map>
#include <numeric>

namespace tanaban {

using namespace Qt::StringLiterals;

namespace {

constexpr size_t mostValues = 300;

/// As it is compared: "ｐ-0012" and "P12 " are one.
QString bareCode(const QString &text)
{
    static const QRegularExpression between(u"[\\s_\\-./#]+"_s);
    static const QRegularExpression zeros(u"(?<![0-9])0+(?=[0-9])"_s);
    return text.normalized(QString::NormalizationForm_KC)
        .toCaseFolded()
        .remove(between)
        .remove(zeros);
}

/// How many letters have to be put in, taken out or changed; soon given up beyond `most`.
qsizetype distanceOf(const QString &a, const QString &b, qsizetype most)
{
    if (std::abs(a.size() - b.size()) > most)
        return most + 1;
    std::vector<qsizetype> above(size_t(b.size()) + 1);
    std::iota(above.begin(), above.end(), 0);
    for (qsizetype i = 0; i < a.size(); ++i) {
        std::vector<qsizetype> here{i + 1};
        for (qsizetype j = 0; j < b.size(); ++j) {
            const size_t left = size_t(j);
            here.push_back(std::min(
                {above[left] + (a[i] == b[j] ? 0 : 1), above[left + 1] + 1, here[left] + 1}));
        }
        if (*std::ranges::min_element(here) > most)
            return most + 1;
        above = std::move(here);
    }
    return above.back();
}

/// In the one way that is not ambiguous: "１，２００" and "1,200.5" and "1 200", never "1,5" as 15.
QString plainNumber(const QString &text)
{
    static const QRegularExpression grouped(u"^[0-9]{1,3}([, '][0-9]{3})+(\\.[0-9]+)?$"_s);
    static const QRegularExpression comma(u"^[0-9]+,[0-9]{1,2}$"_s);
    QString plain = text.normalized(QString::NormalizationForm_KC).trimmed();
    if (grouped.match(plain).hasMatch())
        plain.remove(QRegularExpression(u"[, ']"_s));
    else if (comma.match(plain).hasMatch())
        plain.replace(u',', u'.');
    return parseQuantity(plain, 3) ? plain : QString();
}

/// "3.0" and "３" are 3.
QString wholeNumber(const QString &text)
{
    static const QRegularExpression nothingBehind(u"\\.0+$"_s);
    const QString plain = plainNumber(text).remove(nothingBehind);
    return parseQuantity(plain, 0) ? plain : QString();
}

/// The day in our form, where all forms that fit mean the same one.
QString plainDay(const QString &text)
{
    const QString plain =
        text.normalized(QString::NormalizationForm_KC).trimmed().section(u' ', 0, 0);
    QString found;
    for (const QString &form : dateForms()) {
        const QDate day = QDate::fromString(plain, form);
        if (!day.isValid())
            continue;
        const QString ours = day.toString(Qt::ISODate);
        if (!found.isEmpty() && found != ours)
            return {};
        found = ours;
    }
    return found;
}

/// Without what cannot be seen and without spaces at its edges.
QString cleaned(const QString &text)
{
    QString plain;
    for (const char32_t character : text.toUcs4()) {
        if (!isForbidden(character))
            plain += QString::fromUcs4(&character, 1);
        else if (QChar::isSpace(character))
            plain += u' ';
    }
    return plain.trimmed();
}

class Proposals
{
public:
    Proposals(const ImportRequest &request, Records &records)
        : m_request(request)
        , m_records(records)
    {}

    /// Empty: nothing comes near.
    const QString &of(const ImportFinding &finding)
    {
        const auto [known, isNew] = m_known.try_emplace({finding.field, finding.value});
        if (isNew && m_known.size() <= mostValues) {
            const QString found = find(finding);
            if (found != finding.value)
                known->second = found;
        }
        return known->second;
    }

private:
    QString find(const ImportFinding &finding)
    {
        static const QHash<QString, WordKind> words{{u"storage_condition"_s, WordKind::Condition},
                                                    {u"status"_s, WordKind::Status},
                                                    {u"kind"_s, WordKind::PartnerKind},
                                                    {u"state"_s, WordKind::OrderState},
                                                    {u"active"_s, WordKind::Flag}};
        static const QStringList numbers{u"zone_number"_s,
                                         u"capacity"_s,
                                         u"allocation_priority"_s,
                                         u"walk_order"_s,
                                         u"quantity_decimals"_s,
                                         u"priority"_s,
                                         u"line_number"_s};
        const QString &field = finding.field;
        const QString &value = finding.value;
        if (words.contains(field)) {
            const WordKind kind = words[field];
            return wordIn(kind, nearestOf(wordsOf(kind), value));
        }
        if (finding.rule)
            return findByRule(finding);
        if (field == u"expires_on"_s || field == u"due_on"_s)
            return plainDay(value);
        if (numbers.contains(field))
            return wholeNumber(value);
        if (field == u"time_zone"_s)
            return nearestOf(timeZones(), value);
        return {};
    }

    QString findByRule(const ImportFinding &finding)
    {
        const QString &field = finding.field;
        switch (*finding.rule) {
        case Rule::NotANumber:
            return plainNumber(finding.value);
        case Rule::InvalidCode: {
            const QString code = cleaned(finding.value);
            const QString upper = code.normalized(QString::NormalizationForm_KC).toUpper();
            if (field == u"warehouse_code"_s || m_request.kind == ImportKind::Warehouses)
                return checkWarehouseCode(upper) == CodeFault::NoFault ? upper : QString();
            return checkCode(code) == CodeFault::NoFault ? code : QString();
        }
        case Rule::UnknownProduct:
            return field == u"product_code"_s ? nearestCode(Entity::Product, finding.value)
                                              : QString();
        case Rule::UnknownPlace:
            return field == u"warehouse_code"_s ? nearestCode(Entity::Warehouse, finding.value)
                                                : QString();
        case Rule::Unknown:
            return field == u"partner_code"_s ? nearestCode(Entity::Partner, finding.value)
                                              : QString();
        default:
            return {};
        }
    }

    QString nearestCode(Entity entity, const QString &value)
    {
        const auto [known, isNew] = m_codes.try_emplace(entity);
        if (isNew) {
            RecordFilter filter;
            filter.entity = entity;
            if (const auto ids = m_records.ids(filter))
                known->second = {ids->begin(), ids->end()};
        }
        return nearestOf(known->second, value);
    }

    static QStringList timeZones()
    {
        QStringList zones;
        for (const QByteArray &zone : QTimeZone::availableTimeZoneIds())
            zones << QString::fromLatin1(zone);
        return zones;
    }

    const ImportRequest &m_request;
    Records &m_records;
    std::map<std::pair<QString, QString>, QString> m_known; ///< by field and value
    std::map<Entity, QStringList> m_codes;
};

} // namespace

QString nearestOf(const QStringList &known, const QString &text)
{
    const QString bare = bareCode(text);
    if (bare.isEmpty())
        return {};
    const qsizetype most = bare.size() < 3 ? 0 : std::clamp<qsizetype>(bare.size() / 5, 1, 3);
    qsizetype nearest = most + 1;
    QString found;
    for (const QString &one : known) {
        const qsizetype distance = distanceOf(bareCode(one), bare, std::min(nearest, most));
        if (distance < nearest) {
            nearest = distance;
            found = one;
        } else if (distance == nearest && nearest <= most) {
            found.clear(); // as near as another
        }
    }
    return found;
}

void propose(ImportReport &report, const ImportRequest &request, Records &records)
{
    Proposals proposals(request, records);
    for (ImportFinding &finding : report.findings) {
        if (finding.blocks && !finding.field.isEmpty() && !finding.value.isEmpty())
            finding.proposal = proposals.of(finding);
    }
}

} // namespace tanaban
