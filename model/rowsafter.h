#pragma once

#include "model/stockcommands.h"

namespace tanaban {

/// Reads what will be there once the changes that were taken are done: for a command on several
/// rows, which may share a place, a zone's room or a new lot.
class RowsAfter final : public StockReader
{
public:
    explicit RowsAfter(StockReader &reader);

    Read<std::optional<StockContext>> stock(qint64 id, qint64 handMade) override;
    Read<PlaceContext> place(const StockKey &key) override;
    Read<std::optional<Allocation>> allocation(qint64 id) override;
    Read<std::optional<EarlierCommand>> command(const QUuid &id) override;

    /// These changes count as done from now on. Their rows were read here, and are named by key.
    void take(const ChangeSet &changes);

private:
    StockReader &m_reader;
    std::map<StockKey, qint64> m_onHand;
    std::map<QString, int> m_decimals;                  ///< by product
    std::map<std::pair<QString, int>, qint64> m_growth; ///< by zone, in whole sales units
    std::map<std::pair<QString, QString>, Lot> m_lots;  ///< new ones
};

namespace rules {

/// Which row of several: "Milk · WH001/2/A-01 · L-1".
QString rowName(const Product &product, const StockKey &key);

/// Collects why rows of one command cannot be changed, so that a person sees all of it at once.
class Refusals
{
public:
    void add(DomainError error, const QString &row, qsizetype part);
    bool isEmpty() const { return !m_first; }
    /// The first, with the others in it.
    DomainError all() const { return *m_first; }

private:
    std::optional<DomainError> m_first;
};

} // namespace rules

} // namespace tanaban
