#pragma once

#include "ui/allocation/handpicks.h"
#include "ui/conflict/conflicttext.h"

namespace tanaban::ui {

/// The plan of the same orders made anew, and what happened to the rows of the one that was seen.
struct FreshPlan
{
    SharedDesk desk;
    HandPicks hand; ///< what was typed, as far as it can still be
    DeskRequest request;
    VersionConflict since; ///< against the versions of the plan that was seen
};

/// For workers: reads and plans again what `seen` was made of.
Read<FreshPlan> readFreshPlan(Store &store, const DeskRequest &seen, const HandPicks &hand);

/// Old plan and new plan of each line that others touched, and who did what to its rows.
ConflictPicture pictureOf(const DeskRequest &seen, const FreshPlan &fresh);

/// "2 orders: 5 lines filled, 1 partly, 1 short; 2 lines from several places; 6 places to visit"
QString summaryTextOf(const Planned &planned);

/// "Stock is allocated for 2 orders: 5 lines are filled, 2 stay short." `done`: as carried out.
QString allocatedTextOf(const DeskRequest &done);

/// Nothing happened because stock or orders are not what they were: a new plan helps.
bool isOvertaken(const CommitOutcome &outcome);

} // namespace tanaban::ui
