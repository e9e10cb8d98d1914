#include "model/movements.h"

#include <algorithm>

namespace tanaban {

namespace {

qint64 sumOf(const std::map<EventKind, qint64> &quantities)
{
    qint64 sum = 0;
    for (const auto &[kind, quantity] : quantities)
        sum += quantity;
    return sum;
}

void addTo(MovementLine &sum, const MovementLine &line, qint64 factor)
{
    sum.opening += factor * line.opening;
    sum.closing += factor * line.closing;
    for (const auto &[kind, quantity] : line.in)
        sum.in[kind] += factor * quantity;
    for (const auto &[kind, quantity] : line.out)
        sum.out[kind] += factor * quantity;
}

} // namespace

qint64 MovementLine::inAll() const
{
    return sumOf(in);
}

qint64 MovementLine::outAll() const
{
    return sumOf(out);
}

std::vector<MovementLine> byProduct(const std::vector<MovementLine> &lines)
{
    std::vector<MovementLine> products;
    for (const MovementLine &line : lines) {
        if (products.empty() || products.back().product != line.product) {
            products.push_back(
                {line.product, line.productName, line.unit, line.decimals, {}, 0, 0, {}, {}});
        }
        addTo(products.back(), line, 1);
    }
    return products;
}

std::vector<MovementLine> totalsByUnit(const std::vector<MovementLine> &lines)
{
    std::map<QString, int> decimals;
    for (const MovementLine &line : lines)
        decimals[line.unit] = std::max(decimals[line.unit], line.decimals);
    std::vector<MovementLine> totals;
    for (const auto &[unit, finest] : decimals) {
        MovementLine total;
        total.unit = unit;
        total.decimals = finest;
        for (const MovementLine &line : lines) {
            if (line.unit != unit)
                continue;
            qint64 factor = 1;
            for (int digit = line.decimals; digit < finest; ++digit)
                factor *= 10;
            addTo(total, line, factor);
        }
        totals.push_back(total);
    }
    return totals;
}

} // namespace tanaban
