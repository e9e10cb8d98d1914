#pragma once

#include "model/demo/orderbook.h"

namespace tanaban::demo {

/// How much of a product there is for orders, as the survey found it.
struct ProductStock
{
    qint64 usable = 0;  ///< available and not expired
    qint64 lasting = 0; ///< of that, what lasts longer than the last order waits
    int places = 0;     ///< with something that lasts
};

ProductStock stockOf(const ProductHistory &history, const Product &product, QDate today);

/// The orders that wait this morning: a few hundred of customers who want sensible quantities. Most can
/// be filled; some products are wanted more than there is, some expire before they are due, some must
/// be gathered from several places, and a third of the orders have goods set aside already.
std::vector<OpenOrder> planOpenOrders(quint64 seed,
                                      const Month &month,
                                      const Size &size,
                                      const std::vector<ProductPlan> &products,
                                      const std::vector<ProductStock> &stock);

} // namespace tanaban::demo
