#include "model/anycommand.h"
#include "tests/torture/scenarios.h"

#include <array>

namespace tanaban::torture {

using namespace Qt::StringLiterals;

std::vector<QJsonObject> Scenarios::closing(const QString &warehouse, int kind) const
{
    static constexpr std::array entities{Entity::Warehouse, Entity::Zone, Entity::Bin};
    const QJsonObject zone{{u"warehouse_code"_s, warehouse}, {u"zone_number"_s, 1}};
    QJsonObject bin = zone;
    bin.insert(u"code"_s, u"A"_s);
    const std::array<QJsonObject, 3> keys{QJsonObject{{u"code"_s, warehouse}}, zone, bin};
    const auto at = size_t(kind % 3);
    const QString login = QString::fromLatin1(test::TestDatabase::login);
    const RecordCommand close{
        {}, entities[at], {keys[at], {{u"active"_s, true}}, 1}, {{u"active"_s, false}}, login};
    Receive receive;
    receive.key = {warehouse, 1, u"A"_s, u"P1"_s, u"L1"_s, StockStatus::Available};
    receive.quantity = 10;
    std::vector<QJsonObject> orders;
    for (int i = 0; i < workerCount; ++i) {
        if (i % 2 == 0) {
            orders.push_back(order(receive, false));
        } else {
            RecordCommand one = close;
            one.id = newCommandId();
            orders.push_back({{u"do"_s, u"record"_s}, {u"command"_s, toJson(one)}});
        }
    }
    return orders;
}

void Scenarios::expectClosedOrFull(const QString &warehouse,
                                   const std::vector<QJsonObject> &reports,
                                   Report &report)
{
    int closed = 0;
    int received = 0;
    for (size_t i = 0; i < reports.size(); ++i) {
        if (countOf({reports[i]}, u"committed"_s) == 1)
            ++(i % 2 == 0 ? received : closed);
    }
    expect(report, (closed == 0) != (received == 0), u"both, or neither"_s, reports);
    // Whoever wants what is so already has it.
    expect(report, closed == 0 || closed == workerCount / 2, u"closed for some"_s, reports);
    const qint64 there = m_database
                             .scalar(u"SELECT coalesce(sum(on_hand), 0) FROM stock "
                                     "WHERE warehouse_code = ?"_s,
                                     {warehouse})
                             .toLongLong();
    expect(report, there == 10 * received, u"%1 lie there"_s.arg(there), reports);
}

Report Scenarios::closingPlaces(int times)
{
    Report report{u"five close a place, five receive into it"_s, times, {}, 0, 0, 0, 0, 0, {}};
    const qint64 other = newRow(1, u"L1"_s, 1); // makes product and lot
    m_workers = std::make_unique<Workers>(m_database, workerCount, m_program, m_bug);
    for (int round = 0; round < times; ++round) {
        const QString warehouse = u"WX%1"_s.arg(round);
        m_database.warehouse(warehouse);
        m_database.zone(warehouse, 1);
        m_database.bin(warehouse, 1, u"A"_s);
        const bool held = round % 2 == 0 && !m_database.isPostgres();
        const auto reports = m_workers->round(closing(warehouse, round),
                                              held ? std::vector{other} : std::vector<qint64>());
        look(reports, report);
        expectClosedOrFull(warehouse, reports, report);
    }
    finish(report);
    return report;
}

} // namespace tanaban::torture
