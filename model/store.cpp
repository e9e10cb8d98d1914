#include "model/store.h"

namespace tanaban {

bool StockContext::allocatable() const
{
    const bool expired = lot.expiresOn && *lot.expiresOn < today;
    return row.key.status == StockStatus::Available && !expired && product.active && zone.active
           && warehouse.active && binActive;
}

Read<std::vector<PlaceContext>> StockReader::places(const std::vector<StockKey> &keys)
{
    std::vector<PlaceContext> places;
    for (const StockKey &key : keys) {
        auto found = place(key);
        if (!found)
            return fail(ReadFailure(found.error()));
        places.push_back(std::move(*found));
    }
    return places;
}

Read<AllocationBook> StockReader::allocationBook(const BookQuery &)
{
    return fail(ReadFailure{ReadFailure::Kind::Refused, {}});
}

} // namespace tanaban
