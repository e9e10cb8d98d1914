#pragma once

#include "model/codes.h"
#include "model/instant.h"

#include <map>
#include <vector>

namespace tanaban {

/// Which place and time a report of movements is about.
struct MovementQuestion
{
    QString warehouse;
    std::optional<int> zone; ///< nothing: the whole warehouse
    Instant from;
    Instant until; ///< up to but without it

    friend bool operator==(const MovementQuestion &, const MovementQuestion &) = default;
};

/// What went into and out of a place over a time, of one lot or of all lots of a product. Quantities
/// are in smallest units. What was moved within the place neither came in nor went out.
struct MovementLine
{
    QString product;
    QString productName;
    QString unit;
    int decimals = 0;
    QString lot; ///< empty: all lots together
    qint64 opening = 0;
    qint64 closing = 0;
    std::map<EventKind, qint64> in;
    std::map<EventKind, qint64> out; ///< positive

    qint64 inAll() const;
    qint64 outAll() const;
    /// Opening, in and out make the closing. They come from different columns of the ledger, so that
    /// damage shows.
    bool addsUp() const { return opening + inAll() - outAll() == closing; }

    friend bool operator==(const MovementLine &, const MovementLine &) = default;
};

/// The lots of each product together. `lines` are in the order of products.
std::vector<MovementLine> byProduct(const std::vector<MovementLine> &lines);

/// One line for each unit that things are counted in: what all its products make, with as many
/// decimals as the finest of them. Product and lot are empty.
std::vector<MovementLine> totalsByUnit(const std::vector<MovementLine> &lines);

} // namespace tanaban
