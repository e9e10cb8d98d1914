#pragma once

#include "model/demo/demo.h"

#include <algorithm>
#include <map>
#include <set>

namespace tanaban::test {

/// Keeps what is written, and checks that nothing comes before what it refers to.
class DemoRecorder final : public BulkLoad
{
public:
    bool add(std::vector<Warehouse> rows) override { return keep(warehouses, rows); }
    bool add(std::vector<Zone> rows) override { return keep(zones, rows); }
    bool add(std::vector<Bin> rows) override
    {
        for (const Bin &bin : rows)
            binKeys.insert({bin.warehouse, bin.zone, bin.code});
        return keep(bins, rows);
    }
    bool add(std::vector<Product> rows) override { return keep(products, rows); }
    bool add(std::vector<Lot> rows) override
    {
        for (const Lot &lot : rows)
            lotKeys[{lot.product, lot.lot}] = lot.expiresOn;
        return keep(lots, rows);
    }
    bool add(std::vector<Partner> rows) override { return keep(partners, rows); }
    bool add(std::vector<Person> rows) override { return keep(people, rows); }
    bool add(std::vector<PastCommand> rows) override { return keep(commands, rows); }
    bool add(std::vector<PastOrder> rows) override { return keep(orders, rows); }
    bool add(std::vector<PastOrderLine> rows) override { return keep(orderLines, rows); }
    bool add(std::vector<StockRow> rows) override
    {
        for (const StockRow &row : rows) {
            if (!lotKeys.contains({row.key.product, row.key.lot})
                || !binKeys.contains({row.key.warehouse, row.key.zone, row.key.bin}))
                ++orphans;
        }
        return keep(stock, rows);
    }
    bool add(std::vector<StockEvent> rows) override { return keep(events, rows); }
    bool add(std::vector<Allocation> rows) override { return keep(allocations, rows); }
    bool add(std::vector<PastChange> rows) override { return keep(changes, rows); }
    Result<Done, ReadFailure> finish() override { return Done{}; }
    ReadFailure failure() const override
    {
        return {ReadFailure::Kind::Refused, QStringLiteral("full")};
    }

    template <typename Row>
    bool keep(std::vector<Row> &to, const std::vector<Row> &rows)
    {
        to.insert(to.end(), rows.begin(), rows.end());
        return ++calls != failAt;
    }

    int calls = 0;
    int failAt = 0;
    int orphans = 0;
    std::vector<Warehouse> warehouses;
    std::vector<Zone> zones;
    std::vector<Bin> bins;
    std::vector<Product> products;
    std::vector<Lot> lots;
    std::vector<Partner> partners;
    std::vector<Person> people;
    std::vector<PastCommand> commands;
    std::vector<PastOrder> orders;
    std::vector<PastOrderLine> orderLines;
    std::vector<StockRow> stock;
    std::vector<StockEvent> events;
    std::vector<Allocation> allocations;
    std::vector<PastChange> changes;
    std::set<std::tuple<QString, int, QString>> binKeys;
    std::map<std::pair<QString, QString>, std::optional<QDate>> lotKeys;
};

inline const QDate demoToday(2026, 11, 21);

inline DemoRecorder companyOf(qint64 rows, quint64 seed = 1, bool yearOfOrders = false)
{
    DemoRecorder recorder;
    const auto written = demo::writeCompany(recorder, {rows, seed, demoToday, yearOfOrders});
    if (!written)
        qFatal("the company could not be written");
    return recorder;
}

inline const DemoRecorder &usualCompany()
{
    static const DemoRecorder recorder = companyOf(usualDemoRows);
    return recorder;
}

inline qint64 countIf(const auto &rows, auto condition)
{
    return qint64(std::ranges::count_if(rows, condition));
}

} // namespace tanaban::test
