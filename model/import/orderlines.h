#pragma once

#include "model/import/importfields.h"

#include <QJsonArray>
#include <QJsonObject>

#include <map>

namespace tanaban {

/// One line of the file, as a line of its order.
struct OrderRow
{
    const ImportLine &read;
    std::vector<ImportFinding> findings;
    ImportFields fields;
    bool leftOut = false;
    QJsonObject line; ///< line_number, product_code, quantity; empty: it tells only of the order

    OrderRow(const ImportLine &line, const ImportMapping &mapping)
        : read(line)
        , fields(line, mapping, findings)
    {}
};

/// Code -> how many decimals its quantities have; nothing: there is no such product.
using KnownProducts = QHash<QString, std::optional<int>>;

/// Reads the lines of one order out of the lines of the file; what is wrong is told at each.
class OrderLines
{
public:
    OrderLines(const ImportMapping &mapping, const KnownProducts &products)
        : m_mapping(mapping)
        , m_products(products)
    {}

    /// The order's `lines` by number; empty where the file has none for it.
    QJsonArray read(const std::vector<OrderRow *> &rows);

private:
    void readLine(OrderRow &row) const;
    qint64 numberOf(OrderRow &row) const;
    bool repeats(OrderRow &row, bool counted) const;

    const ImportMapping &m_mapping;
    const KnownProducts &m_products;
    std::map<qint64, const OrderRow *> m_numbered;
    QHash<size_t, const OrderRow *> m_contents; ///< by what stands in the file
};

} // namespace tanaban
