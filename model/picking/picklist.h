#pragma once

#include "model/claims/claimcommand.h"
#include "model/records.h"

namespace tanaban {

/// One stop of a picker: so much of one lot, in one bin, for one line of one order.
struct PickStop
{
    Claim claim; ///< the open allocation behind it
    QString zoneName;
    int walkOrder = 0;
    QString barcode; ///< of the product, as its package has it; empty: none
    std::optional<QDate> expiresOn;
    bool expired = false; ///< today, where it lies: it is not to be shipped

    friend bool operator==(const PickStop &, const PickStop &) = default;
};

/// What a picker fetches for some orders, in walking order: warehouse, zone, walk order and code of the
/// bin, then product, lot and order, so that what lies together is fetched together.
struct PickList
{
    std::vector<PickStop> stops;
    QStringList orders; ///< numbers of those with something to fetch
    /// Open orders without anything that is agreed to and set aside.
    QStringList nothingFor;

    int places() const; ///< how many bins are gone to
};

/// Reads it. What still waits for somebody to agree is not fetched.
Read<PickList> pickListOf(const QStringList &orderNumbers,
                          ClaimReader &claims,
                          Records &records,
                          Store &store);

/// Brings stops into walking order.
void sortForWalking(std::vector<PickStop> &stops);

} // namespace tanaban
