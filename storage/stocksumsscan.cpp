#include "storage/searchedexpiry.h"
#include "storage/sqlitescan.h"
#include "storage/stocksums.h"

#include <algorithm>

namespace tanaban::storage {

using namespace Qt::StringLiterals;

namespace {

/// One look through products, lots and stock as they lie.
class StockSumsScan
{
public:
    StockSumsScan(sqlite3 *db, StockSums &sums)
        : m_db(db)
    {
        for (auto &[code, its] : sums.warehouses)
            m_warehouses.push_back({code.toUtf8(), its.today.toJulianDay(), &its, {}});
    }

    bool run(int days) { return readProducts() && readLots(days) && readStock(); }
    bool collided() const { return m_numbers.collided() || m_days.collided(); }

    void takeLoads(StockSums &sums) const
    {
        sums.loads.emplace();
        for (const WarehouseOf &each : m_warehouses) {
            for (const auto &[zone, load] : each.loads)
                sums.loads->emplace(std::pair(QString::fromUtf8(each.code), zone), load);
        }
    }

    void takeLow(StockSums &sums) const
    {
        for (const Product &product : m_products) {
            if (product.rows > 0 && product.hasReorderPoint
                && product.reorderPoint >= product.available)
                sums.low.push_back({QString::fromUtf8(product.code),
                                    product.available,
                                    product.reorderPoint,
                                    product.rows,
                                    product.decimals});
        }
    }

private:
    struct Product
    {
        QByteArray code;
        bool hasReorderPoint = false;
        bool expires = false; ///< a lot of it, within the days that matter
        qint64 reorderPoint = 0;
        int decimals = 0;
        qint64 available = 0;
        qint64 rows = 0;
    };

    struct WarehouseOf
    {
        QByteArray code;
        qint64 today = 0;
        WarehouseSums *sums = nullptr;
        std::map<int, qint64> loads; ///< by zone
    };

    bool readProducts()
    {
        RawStatement s(m_db, u"SELECT code, reorder_point, quantity_decimals FROM products"_s);
        while (s.next()) {
            m_numbers.add(0, s.text(0), qint64(m_products.size()));
            m_products.push_back(
                {s.text(0).toByteArray(), !s.isNull(1), false, s.integer(1), int(s.integer(2))});
        }
        return !s.failed();
    }

    bool readLots(int days)
    {
        qint64 last = 0;
        for (const WarehouseOf &each : m_warehouses)
            last = std::max(last, each.today + days);
        RawStatement s(m_db,
                       u"SELECT product_code, lot, expires_on FROM lots WHERE expires_on <= ?"_s,
                       {QDate::fromJulianDay(last).toString(Qt::ISODate)});
        while (s.next()) {
            const qint64 number = m_numbers.find(0, s.text(0), -1);
            if (number < 0)
                continue;
            m_products[size_t(number)].expires = true;
            m_days.add(quint64(number), s.text(1), SearchedExpiry::dayNumber(s.text(2)));
        }
        return !s.failed();
    }

    bool readStock()
    {
        RawStatement s(m_db,
                       u"SELECT product_code, on_hand, on_hand - reserved, warehouse_code, lot, "
                       "CASE status WHEN 'available' THEN 0 WHEN 'quarantined' THEN 1 ELSE 2 END, "
                       "zone_number "
                       "FROM stock NOT INDEXED"_s);
        QByteArray code;
        qint64 number = -1;
        while (s.next()) {
            if (s.text(0) != code) {
                code = s.text(0).toByteArray();
                number = m_numbers.find(0, code, -1);
            }
            if (number < 0)
                continue;
            Product &product = m_products[size_t(number)];
            ++product.rows;
            product.available += s.integer(2);
            if (s.integer(1) > 0)
                addRow(s, product, quint64(number));
        }
        return !s.failed();
    }

    void addRow(const RawStatement &s, const Product &product, quint64 number)
    {
        WarehouseOf *warehouse = warehouseOf(s.text(3));
        if (!warehouse)
            return;
        static constexpr qint64 scales[] = {1, 10, 100, 1000};
        const qint64 unit = scales[std::clamp(product.decimals, 0, 3)];
        warehouse->loads[int(s.integer(6))] += (s.integer(1) + unit - 1) / unit;
        WarehouseSums &sums = *warehouse->sums;
        ++sums.rows;
        const qint64 status = s.integer(5);
        sums.quarantined += status == 1 ? 1 : 0;
        sums.damaged += status == 2 ? 1 : 0;
        if (!product.expires)
            return;
        const qint64 day = m_days.find(number, s.text(4), SearchedExpiry::never);
        if (day != SearchedExpiry::never)
            sums.addExpiry(day - warehouse->today, 1);
    }

    WarehouseOf *warehouseOf(QByteArrayView code)
    {
        if (m_last < m_warehouses.size() && m_warehouses[m_last].code == code)
            return &m_warehouses[m_last];
        for (m_last = 0; m_last < m_warehouses.size(); ++m_last) {
            if (m_warehouses[m_last].code == code)
                return &m_warehouses[m_last];
        }
        return nullptr;
    }

    sqlite3 *m_db;
    std::vector<WarehouseOf> m_warehouses;
    std::vector<Product> m_products;
    TextNumbers m_numbers{1024};
    TextNumbers m_days{1024};
    size_t m_last = 0;
};

} // namespace

bool scanStock(Connection &connection, StockSums &sums, int days, SqlFault &fault)
{
    StockSumsScan scan(connection.sqlite(), sums);
    if (!scan.run(days)) {
        fault = faultOf(connection.sqlite());
        return true;
    }
    if (scan.collided()) {
        for (auto &[code, its] : sums.warehouses) {
            const QDate today = its.today;
            its = {today, 0, 0, 0, 0, std::vector<qint64>(size_t(days) + 1)};
        }
        return false;
    }
    scan.takeLow(sums);
    scan.takeLoads(sums);
    return true;
}

} // namespace tanaban::storage
