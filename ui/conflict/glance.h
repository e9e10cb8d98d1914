#pragma once

#include "model/stockcommands.h"

namespace tanaban::ui {

/// All that a person looks at before deciding, as it was read at one moment.
struct Glance
{
    std::optional<StockContext> stock; ///< none for Receive, or when the row is gone
    std::optional<PlaceContext> place; ///< where Receive and Move go to
    std::optional<Allocation> allocation;
    std::vector<Glance> rows = {}; ///< each row of a command on several; nothing stands above then

    /// Of several rows: the one that all are of.
    const Product *product() const;
    int decimals() const { return product() ? product()->decimals : 0; }
    QString unit() const { return product() ? product()->unit : QString(); }
    /// The versions that were looked at, by row; the row at a move's target too.
    Versions versions() const;
    /// The rows the person looked at to take from, of several all.
    std::vector<StockContext> stocks() const;
};

/// The view now, and what happened to each of its rows since somebody looked.
struct FreshGlance
{
    Glance view;
    VersionConflict since; ///< against the versions of the first look
};

/// Where the goods go; nothing for actions that leave them where they are.
std::optional<StockKey> targetOf(const StockAction &action, const Glance &view);

/// The domain's decision on a view; nothing when the view lacks what the action needs.
std::optional<Decided> decideOn(const StockCommand &command, const Glance &view);

/// For workers: reads what the action looks at.
Read<Glance> glanceAt(Store &store, const StockAction &action);

/// For workers: reads it again together with what happened since `seen`, both of one moment.
Read<FreshGlance> readFresh(Store &store, const StockAction &action, const Glance &seen);

} // namespace tanaban::ui
