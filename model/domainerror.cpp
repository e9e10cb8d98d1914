#include "model/domainerror.h"

#include "model/codes.h"
#include "model/datetext.h"
#include "model/domainwords.h"
#include "model/quantity.h"

#include <QCoreApplication>
#include <QDate>

#include <array>

namespace tanaban {

using namespace Qt::StringLiterals;

namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("DomainError", text);
}

/// Words of the contract and dates are shown as people say them, everything else as it is.
QString readable(const QString &detail)
{
    if (const auto condition = fromCode<StorageCondition>(detail)) {
        switch (*condition) {
        case StorageCondition::RoomTemperature:
            return QCoreApplication::translate("DomainError", "at room temperature");
        case StorageCondition::Refrigerated:
            return QCoreApplication::translate("DomainError", "refrigerated");
        case StorageCondition::Frozen:
            return QCoreApplication::translate("DomainError", "frozen");
        }
    }
    if (const auto status = fromCode<StockStatus>(detail)) {
        switch (*status) {
        case StockStatus::Available:
            return QCoreApplication::translate("DomainError", "available");
        case StockStatus::Quarantined:
            return QCoreApplication::translate("DomainError", "quarantined");
        case StockStatus::Damaged:
            return QCoreApplication::translate("DomainError", "damaged");
        }
    }
    const QDate date = QDate::fromString(detail, Qt::ISODate);
    return date.isValid() ? dateText(date) : detail;
}

QString amount(std::optional<qint64> quantity, const DomainError &error)
{
    if (!quantity)
        return {};
    const QString number = displayQuantity(*quantity, error.decimals);
    return error.unit.isEmpty() ? number : QString(number + u' ' + error.unit);
}

/// In one pass, so that a code such as "%3" in a value stays what it is. Nothing when a value that
/// the text names is not known.
std::optional<QString> filled(const QString &text, const std::array<QString, 6> &values)
{
    QString result;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool place = text[i] == u'%' && i + 1 < text.size() && text[i + 1] >= u'1'
                           && text[i + 1] <= u'6';
        if (!place) {
            result += text[i];
            continue;
        }
        const QString &value = values[size_t(text[++i].unicode() - u'1')];
        if (value.isEmpty())
            return std::nullopt;
        result += value;
    }
    return result;
}

} // namespace

QString nameOf(Rule rule)
{
    return QString::fromUtf16(wordingOf(rule).name);
}

std::optional<Rule> ruleFromName(QStringView name)
{
    for (const Wording &wording : wordings()) {
        if (name == QStringView(wording.name))
            return wording.rule;
    }
    return std::nullopt;
}

DomainError errorAbout(Rule rule, const QString &subject)
{
    DomainError error;
    error.rule = rule;
    error.subject = subject;
    return error;
}

QString messageOf(const DomainError &error)
{
    const Wording &wording = wordingOf(error.rule);
    const std::array<QString, 6> values{error.subject,
                                        readable(error.detail),
                                        amount(error.asked, error),
                                        amount(error.possible, error),
                                        amount(1, error),
                                        amount(greatestQuantity, error)};
    const auto known = filled(translated(wording.full), values);
    QString text = known ? *known : translated(wording.plain);
    if (!error.row.isEmpty()) {
        //: Which row of several, then what is wrong with it.
        text = QCoreApplication::translate("DomainError", "%1: %2").arg(error.row, text);
    }
    for (const DomainError &other : error.others)
        text += u'\n' + messageOf(other);
    return text;
}

} // namespace tanaban
