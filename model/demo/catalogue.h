#pragma once

#include "model/demo/random.h"
#include "model/demo/vocabulary.h"
#include "model/rows.h"

namespace tanaban::demo {

/// How large the company is.
struct Size
{
    qint64 stockRows = 0;
    qint64 products = 0;
    qint64 customers = 330;
    qint64 suppliers = 100;

    static constexpr qint64 monthDays = 30; ///< of the ledger of every company
    qint64 daysOfOrders = monthDays;        ///< more: the ledger has only orders before the month

    /// 24,000 rows make 8,000 products, a million make 20,000.
    static Size forRows(qint64 stockRows);
};

/// A product before its reorder point is known, with what its history needs.
struct ProductPlan
{
    Product product;
    int shelfDays = 0;
    qint64 lotSize = 0; ///< what usually arrives at once, in smallest units
    qint64 stockRows = 0;
};

/// All products: 70 % room temperature, 22.5 % refrigerated, 7.5 % frozen, in code order within
/// each, sharing out the stock rows exactly.
std::vector<ProductPlan> planProducts(quint64 seed, const Size &size);

/// One unit of it, in smallest units.
qint64 unitOf(const Product &product);

/// What a customer orders of it: whole units, more of what comes in large lots.
qint64 usualOrder(const ProductPlan &plan, Random &random);

/// `number` (10 digits at most) as an EAN-13 with the in-store prefix 20.
QString inStoreBarcode(qint64 number);

std::vector<Partner> makePartners(const Size &size);

/// The code of a customer, from 0; those that are not active order nothing any more.
QString customerCode(qint64 index);
bool isActiveCustomer(qint64 index);

} // namespace tanaban::demo
