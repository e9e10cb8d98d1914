#pragma once

#include "model/planning/handplan.h"
#include "model/stockcommands.h"

namespace tanaban {

/// What somebody wants: stock for all that these orders lack.
struct AllocationCommand
{
    QUuid id; ///< one per intent of the user; newCommandId()
    std::vector<qint64> orders;
    std::optional<Strategy> strategy; ///< for all of them; otherwise each order's own
    std::vector<ChosenPick> picks;    ///< exactly these; none: planned when it is carried out
    bool byHand = false; ///< somebody chose the picks, so that they are part of what is wanted
    std::vector<qint64> avoid; ///< stock that shall not be taken: it was not found
    bool forReview = false;    ///< the goods are set aside, and somebody has to agree first
    Versions expected;         ///< of the rows that a person looked at; none: a process chose them
    QString actor;
};

Intent intentOf(const AllocationCommand &command);
/// As JSON and back, for the intent file.
QJsonObject toJson(const AllocationCommand &command);
std::optional<AllocationCommand> allocationCommandFromJson(const QJsonObject &json);

/// What is read to carry it out.
BookQuery queryOf(const AllocationCommand &command);
/// The book as the command wants it planned: with its strategy.
void applyStrategy(const AllocationCommand &command, AllocationBook &book);

/// The plan of the command: the one of planAllocation(), or exactly what was chosen by hand when
/// each rule that always holds lets it be; otherwise which one does not.
Result<AllocationPlan, DomainError> planFor(const AllocationCommand &command,
                                            const AllocationBook &book);
std::vector<ChosenPick> picksOf(const AllocationBook &book, const AllocationPlan &plan);

/// One change set for all of it; nothing to change when nothing was planned.
ChangeSet changesOf(const AllocationCommand &command,
                    const AllocationBook &book,
                    const AllocationPlan &plan);

/// The book and the plan of the last try, for whoever wants to tell what was done.
struct Planned
{
    AllocationBook book;
    AllocationPlan plan;
};

/// Only these orders of the book, with the stock that the plan takes for them.
Planned excerptOf(const AllocationBook &book,
                  const AllocationPlan &plan,
                  const std::vector<int> &orders);

} // namespace tanaban
