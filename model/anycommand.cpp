#include "model/anycommand.h"

namespace tanaban {

QUuid idOf(const AnyCommand &command)
{
    return std::visit([](const auto &what) { return what.id; }, command);
}

Intent intentOf(const AnyCommand &command)
{
    return std::visit([](const auto &what) { return intentOf(what); }, command);
}

QJsonObject toJson(const AnyCommand &command)
{
    return std::visit([](const auto &what) { return toJson(what); }, command);
}

std::optional<AnyCommand> commandFromJson(const QJsonObject &json)
{
    if (const auto stock = stockCommandFromJson(json))
        return *stock;
    if (const auto record = recordCommandFromJson(json))
        return *record;
    if (const auto allocation = allocationCommandFromJson(json))
        return *allocation;
    if (const auto claims = claimCommandFromJson(json))
        return *claims;
    return std::nullopt;
}

} // namespace tanaban
