#pragma once

#include "model/codes.h"

#include <QStringView>

#include <span>

namespace tanaban::demo {

// The words the demo company is made of. Makers, shops and people are invented.

struct Words
{
    QStringView japanese;
    QStringView english;
};

/// How a product is packed: the end of its name, and the unit it is counted in.
struct Pack
{
    Words words;
    QStringView unit;
    int decimals = 0;
};

/// A kind of goods; with every maker and every pack it becomes many products.
struct Goods
{
    QStringView code; ///< start of the product codes
    QStringView category;
    Words words;
    std::span<const Pack> packs;
    int shelfDays = 0; ///< 0: keeps for ever
};

std::span<const Goods> goodsFor(StorageCondition condition);
std::span<const Words> makers();

std::span<const Words> shopNames();
std::span<const Words> shopTowns();
std::span<const Words> supplierKinds();

} // namespace tanaban::demo
