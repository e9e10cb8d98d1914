#pragma once

#include "model/planning/allocating.h"
#include "model/planning/explanation.h"
#include "model/store.h"

#include <QHash>

#include <memory>

namespace tanaban::ui {

/// What the plan comes to for one order that waits.
struct OrderPlan
{
    enum class Verdict {
        All, ///< it will lack nothing afterwards
        Partly,
        Nothing
    };
    Verdict verdict = Verdict::Nothing;
    int lacking = 0;      ///< lines
    int filled = 0;       ///< of these, the ones that will lack nothing afterwards
    int places = 0;       ///< that the picker must go to
    int turn = 0;         ///< when it gets its goods: the first one is 0
    bool due = false;     ///< today or before
    bool overdue = false; ///< before today
    QString words;        ///< what a search looks through, folded

    friend bool operator==(const OrderPlan &, const OrderPlan &) = default;
};

/// All that the desk shows: the orders that lack something with the stock for them, read at one
/// moment and planned together. Made on a worker and never changed afterwards.
struct DeskPlan
{
    std::optional<Strategy> strategy; ///< for all orders; otherwise each order's own
    AllocationBook book;
    AllocationPlan plan;
    std::vector<OrderPlan> orders; ///< as in the book
    QHash<qint64, int> indexOf;    ///< by the id of an order, its place in the book
    QDate today;
};
using SharedDesk = std::shared_ptr<const DeskPlan>;

DeskPlan deskOf(AllocationBook book, const std::optional<Strategy> &strategy);

/// For workers: reads and plans; `known` itself when nothing in it would be different.
Read<SharedDesk> readDesk(Store &store,
                          const std::optional<Strategy> &strategy,
                          const SharedDesk &known = {});

/// How a person wants it planned, as it is kept.
struct DeskChoice
{
    QString strategy;                         ///< its name; empty: each order's own
    std::optional<Completeness> completeness; ///< instead of what the strategy says

    friend bool operator==(const DeskChoice &, const DeskChoice &) = default;
};
/// Nothing: each order's own, also when there is no strategy of that name any more.
std::optional<Strategy> strategyOf(const DeskChoice &choice,
                                   const std::vector<Strategy> &strategies);

} // namespace tanaban::ui
