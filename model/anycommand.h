#pragma once

#include "model/claims/claimcommand.h"
#include "model/planning/allocating.h"
#include "model/recordcommand.h"
#include "model/stockcommands.h"

namespace tanaban {

/// Whatever a person may have sent: what the intent journal keeps and what is settled at the next
/// start.
using AnyCommand = std::variant<StockCommand, RecordCommand, AllocationCommand, ClaimCommand>;

QUuid idOf(const AnyCommand &command);
Intent intentOf(const AnyCommand &command);
QJsonObject toJson(const AnyCommand &command);
std::optional<AnyCommand> commandFromJson(const QJsonObject &json);

} // namespace tanaban
