#pragma once

#include "model/demo/orderlines.h"

#include <set>

namespace tanaban::demo {

/// Keeps the books of one product: every action becomes rows, ledger lines, allocations and changes
/// that obey the invariants of the contract. Actions that find nothing to act on do nothing.
class Ledger
{
public:
    Ledger(const Product &product, const Layout &layout, Random &random);

    bool knowsLot(const QString &lot) const;
    void addLot(const QString &lot, std::optional<QDate> expiresOn);
    qsizetype lotCount() const { return qsizetype(m_history.lots.size()); }
    QString anyLot();
    /// Some bin of the zone that fits the product, mostly near its usual one.
    StockKey freePlace(int warehouse, const QString &lot);
    bool rowWith(const StockKey &key) const { return m_places.contains(key); }

    void open(const StockKey &key,
              qint64 quantity,
              Instant receivedAt,
              const PastCommand &by,
              size_t opening,
              const std::vector<EarlierLine> &shipped);
    void receiveNew(const StockKey &key, qint64 quantity, Instant at);
    void receiveMore(Instant at, qint64 quantity);
    void reserveSome(Instant at);
    void shipSome(Instant at);
    void releaseSome(Instant at);
    void adjustSome(Instant at);
    void sellOut(Instant at);
    bool moveSome(Instant at);
    bool setSomeAside(Instant at);
    /// Sets aside for a waiting order what lasts until its day, nearest zones and oldest goods first.
    void allocate(const OpenClaim &wanted, const OpenOrder &order, QDate today);

    ProductHistory finish();

private:
    using Index = size_t;

    PastCommand command(const QString &kind, const QString &actor, Instant at);
    Index addRow(const StockKey &key, Instant receivedAt);
    /// The line it wrote, for a reason or an order.
    StockEvent &post(Index index,
                     EventKind kind,
                     qint64 onHand,
                     qint64 reserved,
                     const PastCommand &by);
    void claim(Index index,
               qint64 quantity,
               AllocationState state,
               const PastCommand &by,
               std::optional<OrderRef> ref);
    void deliver(Index index, const EarlierLine &line);
    void reserve(Index index, qint64 quantity, Instant at);
    void end(Index index, qint64 quantity, AllocationState to, Instant at);

    bool usable(const StockRow &row, Instant at) const;
    /// Any row that is usable with something available; nothing after a few tries.
    std::optional<Index> someUsableRow(Instant at);
    const Lot &lotOf(const StockRow &row) const;
    int zonePriority(const StockRow &row) const;
    std::optional<Index> someOpenAllocation();
    QString someoneOf(const QString &warehouse, bool supervisor = false);
    int warehouseOf(const QString &code) const;
    qint64 someOf(qint64 quantity);

    const Product &m_product;
    const Layout &m_layout;
    Random &m_random;
    qint64 m_step = 1; ///< one sales unit, in smallest units
    std::array<qint64, warehouseCount> m_home{};
    ProductHistory m_history;
    std::set<StockKey> m_places;
    size_t m_earlier = 0; ///< allocations that ended before the month
    Instant m_last;       ///< no two commands of a product at the same moment
};

} // namespace tanaban::demo
