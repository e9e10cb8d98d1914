#pragma once

#include <QJsonObject>
#include <QString>

#include <optional>
#include <vector>

namespace tanaban {

/// What is preferred among the stock that may be taken at all. Applied one after the other: a later
/// rule decides only between what the earlier ones find equal.
enum class PlanRule {
    ZonePriority, ///< the zone's allocation priority: smaller first, zones without one last
    FirstIn,      ///< FIFO: what was received first
    FirstExpired, ///< FEFO: what expires first; what never expires last
    FewestPlaces  ///< a row that has all that is still wanted, otherwise the fullest one
};

/// What must come together.
enum class Completeness {
    Partial,   ///< whatever there is
    WholeLine, ///< a line wholly or not at all
    WholeOrder ///< all that the order still lacks, or nothing
};

QString codeOf(PlanRule value);
QString codeOf(Completeness value);
std::optional<Completeness> completenessFrom(const QString &code);

/// How stock is chosen, put together from named rules. Storage condition, status and expiry are no
/// preferences: they always hold. Ties are broken by received date, expiry and id, so that the same
/// data gives the same plan.
struct Strategy
{
    QString name;
    std::vector<PlanRule> preferences; ///< each at most once
    Completeness completeness = Completeness::Partial;
    bool oneWarehouse = false; ///< all lines of an order from the same one
    bool oneLot = false;       ///< a line from one lot only
    QString lot;               ///< only this lot; empty: any
    int daysLeft = 0; ///< goods must be usable for so many days after the order is due (or today)

    friend bool operator==(const Strategy &, const Strategy &) = default;
};

/// Those that are always there; the first is the company's until it chooses another one.
const std::vector<Strategy> &builtInStrategies();
/// One of them by its name.
std::optional<Strategy> builtInStrategy(const QString &name);
/// The name in the language of the person; other names are as somebody gave them.
QString displayName(const Strategy &strategy);
/// What it does, in one translated sentence made of its rules.
QString describe(const Strategy &strategy);
/// The rule in a few words: "zone priority".
QString displayName(PlanRule rule);
QString displayName(Completeness completeness);

/// The company's own choice is kept under this code.
inline const QString companyCode = QStringLiteral("company");

/// Its rules, without the name, as they are stored; and back, or nothing when it is no such text.
QJsonObject toJson(const Strategy &strategy);
std::optional<Strategy> strategyFromJson(const QString &name, const QJsonObject &rules);

} // namespace tanaban
