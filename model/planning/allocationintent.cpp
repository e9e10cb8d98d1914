#include "model/planning/allocating.h"

#include <QJsonArray>

// The command as it is kept: in the intent file, and as the request that the ledger remembers.

namespace tanaban {

using namespace Qt::StringLiterals;

namespace {

QJsonArray idsOf(const std::vector<qint64> &ids)
{
    QJsonArray array;
    for (const qint64 id : ids)
        array.append(id);
    return array;
}

std::optional<std::vector<qint64>> idsFrom(const QJsonValue &value)
{
    std::vector<qint64> ids;
    const QJsonArray array = value.toArray();
    for (const QJsonValue &id : array) {
        if (id.toInteger() < 1)
            return std::nullopt;
        ids.push_back(id.toInteger());
    }
    return ids;
}

QJsonObject askedOf(const AllocationCommand &command)
{
    QJsonObject asked{{u"orders"_s, idsOf(command.orders)}};
    if (command.strategy) {
        asked[u"strategy"_s] = command.strategy->name;
        asked[u"rules"_s] = toJson(*command.strategy);
    }
    if (!command.avoid.empty())
        asked[u"avoid"_s] = idsOf(command.avoid);
    if (command.forReview)
        asked[u"for_review"_s] = true;
    if (!command.byHand)
        return asked;
    QJsonArray picks;
    for (const ChosenPick &pick : command.picks) {
        picks.append(QJsonObject{{u"order"_s, pick.order},
                                 {u"line"_s, pick.line},
                                 {u"stock"_s, pick.stock},
                                 {u"quantity"_s, pick.quantity}});
    }
    asked[u"picks"_s] = picks;
    return asked;
}

} // namespace

Intent intentOf(const AllocationCommand &command)
{
    Intent intent;
    intent.id = command.id;
    intent.kind = u"allocate"_s;
    intent.asked = askedOf(command);
    intent.actor = command.actor;
    return intent;
}

QJsonObject toJson(const AllocationCommand &command)
{
    QJsonObject json{{u"command_id"_s, command.id.toString(QUuid::WithoutBraces)},
                     {u"allocation"_s, askedOf(command)},
                     {u"actor"_s, command.actor}};
    QJsonArray expected;
    for (const auto &[id, version] : command.expected)
        expected.append(QJsonArray{id, version});
    if (!expected.isEmpty())
        json[u"expected_versions"_s] = expected;
    return json;
}

std::optional<AllocationCommand> allocationCommandFromJson(const QJsonObject &json)
{
    const QJsonObject asked = json.value(u"allocation"_s).toObject();
    AllocationCommand command;
    command.id = QUuid::fromString(json.value(u"command_id"_s).toString());
    command.actor = json.value(u"actor"_s).toString();
    command.forReview = asked.value(u"for_review"_s).toBool();
    auto orders = idsFrom(asked.value(u"orders"_s));
    auto avoid = idsFrom(asked.value(u"avoid"_s));
    if (!orders || !avoid || orders->empty() || command.id.isNull())
        return std::nullopt;
    command.orders = std::move(*orders);
    command.avoid = std::move(*avoid);
    if (asked.contains(u"rules"_s)) {
        command.strategy = strategyFromJson(asked.value(u"strategy"_s).toString(),
                                            asked.value(u"rules"_s).toObject());
        if (!command.strategy)
            return std::nullopt;
    }
    command.byHand = asked.contains(u"picks"_s);
    const QJsonArray picks = asked.value(u"picks"_s).toArray();
    for (const QJsonValue &pick : picks) {
        command.picks.push_back({pick[u"order"_s].toInteger(),
                                 pick[u"line"_s].toInt(),
                                 pick[u"stock"_s].toInteger(),
                                 pick[u"quantity"_s].toInteger()});
    }
    const QJsonArray expected = json.value(u"expected_versions"_s).toArray();
    for (const QJsonValue &pair : expected)
        command.expected[pair[0].toInteger()] = pair[1].toInteger();
    // Anything else in it was not written by this program.
    return askedOf(command) == asked ? std::optional(command) : std::nullopt;
}

} // namespace tanaban
