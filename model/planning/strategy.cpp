#include "model/planning/strategy.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>
#include <array>

namespace tanaban {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostDaysLeft = 3650;

QString words(const char *text)
{
    return QCoreApplication::translate("Strategy", text);
}

struct RuleWord
{
    PlanRule rule;
    const char *code;
    const char *name;
};
constexpr std::array ruleWords{
    RuleWord{PlanRule::ZonePriority,
             "zone_priority",
             QT_TRANSLATE_NOOP("Strategy", "zone priority")},
    RuleWord{PlanRule::FirstIn, "first_in", QT_TRANSLATE_NOOP("Strategy", "first in, first out")},
    RuleWord{PlanRule::FirstExpired,
             "first_expired",
             QT_TRANSLATE_NOOP("Strategy", "first expired, first out")},
    RuleWord{PlanRule::FewestPlaces,
             "fewest_places",
             QT_TRANSLATE_NOOP("Strategy", "fewest places")},
};

struct CompletenessWord
{
    Completeness completeness;
    const char *code;
    const char *name;
};
constexpr std::array completenessWords{
    CompletenessWord{Completeness::Partial,
                     "partial",
                     QT_TRANSLATE_NOOP("Strategy", "as much as there is")},
    CompletenessWord{Completeness::WholeLine,
                     "whole_line",
                     QT_TRANSLATE_NOOP("Strategy", "whole lines only")},
    CompletenessWord{Completeness::WholeOrder,
                     "whole_order",
                     QT_TRANSLATE_NOOP("Strategy", "whole orders only")},
};

struct BuiltIn
{
    const char *name;
    const char *display;
};
constexpr std::array builtInNames{
    BuiltIn{"zone-priority", QT_TRANSLATE_NOOP("Strategy", "Zone priority")},
    BuiltIn{"fifo", QT_TRANSLATE_NOOP("Strategy", "First in, first out")},
    BuiltIn{"fefo", QT_TRANSLATE_NOOP("Strategy", "First expired, first out")},
    BuiltIn{"fewest-places", QT_TRANSLATE_NOOP("Strategy", "Fewest places")},
    BuiltIn{"one-warehouse", QT_TRANSLATE_NOOP("Strategy", "One warehouse")},
    BuiltIn{"whole-orders", QT_TRANSLATE_NOOP("Strategy", "Whole orders")},
};

std::optional<PlanRule> ruleFrom(const QString &code)
{
    for (const RuleWord &word : ruleWords) {
        if (code == QLatin1StringView(word.code))
            return word.rule;
    }
    return std::nullopt;
}

Strategy named(const char *name, std::vector<PlanRule> preferences)
{
    Strategy strategy;
    strategy.name = QString::fromLatin1(name);
    strategy.preferences = std::move(preferences);
    return strategy;
}

} // namespace

QString codeOf(PlanRule value)
{
    return QString::fromLatin1(ruleWords.at(size_t(value)).code);
}

QString codeOf(Completeness value)
{
    return QString::fromLatin1(completenessWords.at(size_t(value)).code);
}

std::optional<Completeness> completenessFrom(const QString &code)
{
    for (const CompletenessWord &word : completenessWords) {
        if (code == QLatin1StringView(word.code))
            return word.completeness;
    }
    return std::nullopt;
}

const std::vector<Strategy> &builtInStrategies()
{
    using enum PlanRule;
    static const std::vector<Strategy> strategies = [] {
        std::vector<Strategy> all{named("zone-priority", {ZonePriority, FirstIn}),
                                  named("fifo", {FirstIn, ZonePriority}),
                                  named("fefo", {FirstExpired, FirstIn, ZonePriority}),
                                  named("fewest-places", {FewestPlaces, ZonePriority, FirstIn}),
                                  named("one-warehouse", {ZonePriority, FirstIn}),
                                  named("whole-orders", {ZonePriority, FirstIn})};
        all[4].oneWarehouse = true;
        all[5].completeness = Completeness::WholeOrder;
        return all;
    }();
    return strategies;
}

std::optional<Strategy> builtInStrategy(const QString &name)
{
    for (const Strategy &strategy : builtInStrategies()) {
        if (strategy.name == name)
            return strategy;
    }
    return std::nullopt;
}

QString displayName(const Strategy &strategy)
{
    for (const BuiltIn &known : builtInNames) {
        if (strategy.name == QLatin1StringView(known.name))
            return words(known.display);
    }
    return strategy.name;
}

QString displayName(PlanRule rule)
{
    return words(ruleWords.at(size_t(rule)).name);
}

QString displayName(Completeness completeness)
{
    return words(completenessWords.at(size_t(completeness)).name);
}

QString describe(const Strategy &strategy)
{
    QStringList parts;
    for (const PlanRule rule : strategy.preferences)
        parts << displayName(rule);
    if (strategy.oneWarehouse)
        parts << words(QT_TRANSLATE_NOOP("Strategy", "one warehouse for an order"));
    if (!strategy.lot.isEmpty())
        parts << words(QT_TRANSLATE_NOOP("Strategy", "only lot %1")).arg(strategy.lot);
    else if (strategy.oneLot)
        parts << words(QT_TRANSLATE_NOOP("Strategy", "one lot for a line"));
    if (strategy.daysLeft > 0) {
        parts << QCoreApplication::translate(
            "Strategy", "usable for %n day(s) after the due date", nullptr, strategy.daysLeft);
    }
    parts << displayName(strategy.completeness);
    return parts.join(words(QT_TRANSLATE_NOOP("Strategy", "; ")));
}

QJsonObject toJson(const Strategy &strategy)
{
    QJsonArray preferences;
    for (const PlanRule rule : strategy.preferences)
        preferences.append(codeOf(rule));
    QJsonObject rules{{u"preferences"_s, preferences},
                      {u"completeness"_s, codeOf(strategy.completeness)}};
    if (strategy.oneWarehouse)
        rules[u"one_warehouse"_s] = true;
    if (strategy.oneLot)
        rules[u"one_lot"_s] = true;
    if (!strategy.lot.isEmpty())
        rules[u"lot"_s] = strategy.lot;
    if (strategy.daysLeft != 0)
        rules[u"days_left"_s] = strategy.daysLeft;
    return rules;
}

std::optional<Strategy> strategyFromJson(const QString &name, const QJsonObject &rules)
{
    Strategy strategy;
    strategy.name = name;
    const QJsonArray preferences = rules.value(u"preferences"_s).toArray();
    for (const QJsonValue &value : preferences) {
        const auto rule = ruleFrom(value.toString());
        if (!rule || std::ranges::find(strategy.preferences, *rule) != strategy.preferences.end())
            return std::nullopt;
        strategy.preferences.push_back(*rule);
    }
    const auto completeness = completenessFrom(rules.value(u"completeness"_s).toString());
    if (!completeness)
        return std::nullopt;
    strategy.completeness = *completeness;
    strategy.oneWarehouse = rules.value(u"one_warehouse"_s).toBool();
    strategy.oneLot = rules.value(u"one_lot"_s).toBool();
    strategy.lot = rules.value(u"lot"_s).toString();
    strategy.daysLeft = rules.value(u"days_left"_s).toInt();
    const bool inRange = strategy.daysLeft >= 0 && strategy.daysLeft <= mostDaysLeft;
    // What the other version of a text does not say the same way was not made here.
    return inRange && toJson(strategy) == rules ? std::optional(strategy) : std::nullopt;
}

} // namespace tanaban
