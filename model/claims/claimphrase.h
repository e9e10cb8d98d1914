#pragma once

#include "model/claims/claimcommand.h"

#include <map>

namespace tanaban {

/// Who has goods, in a few words of the person's language: "order SO-15 6 · held for order SO-9 until
/// 14:30 3". The time of day is the one of this computer.
QString holdersPhrase(const std::vector<Claim> &claims);
/// For these rows, by their ids: who has goods of each.
Read<std::map<qint64, QString>> readHolders(ClaimReader &reader, const std::vector<qint64> &rows);

} // namespace tanaban
