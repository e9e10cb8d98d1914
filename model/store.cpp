#include "model/store.h"

namespace tanaban {

bool StockContext::allocatable() const
{
    const bool expired = lot.expiresOn && *lot.expiresOn < today;
    return row.key.status == StockStatus::Available && !expired && product.active && zone.active
           && warehouse.active && binActive;
}

} // namespace tanaban
