#pragma once

#include "model/planning/planner.h"

namespace tanaban {

/// What became of a line.
struct LineOutcome
{
    enum class Kind {
        Done,      ///< all that it lacked
        Partly,    ///< some of it
        Short,     ///< nothing of it could be taken, or nothing was left
        Blocked,   ///< a rule said no to its order: closed or changed meanwhile
        Cancelled, ///< the run was stopped before its turn
        Unknown    ///< no answer of the database yet
    } kind = Kind::Short;
    qint64 order = 0;
    QString number; ///< of the order
    int line = 0;
    QString product;
    QString productName;
    QString unit;
    int decimals = 0;
    qint64 wanted = 0;
    qint64 allocated = 0;
    bool retried = false;     ///< others were faster at least once
    bool planChanged = false; ///< what was taken differs from the first plan
    QString message;          ///< Blocked: the rule in words; Short: why

    friend bool operator==(const LineOutcome &, const LineOutcome &) = default;
};
QString codeOf(LineOutcome::Kind kind);
/// "done", "partly", …; translated.
QString displayName(LineOutcome::Kind kind);

/// The lines of a plan that was carried out.
std::vector<LineOutcome> outcomesOf(const AllocationBook &book, const AllocationPlan &plan);

} // namespace tanaban
