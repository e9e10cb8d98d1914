// Half of the processes come from one side, half from the other: no deadlock, whatever they do.
#include "tests/support/allocating.h"
#include "tests/torture/scenarios.h"

#include <QJsonArray>

namespace tanaban::torture {

using namespace Qt::StringLiterals;

Report Scenarios::crossingMoves(int count)
{
    Report report{u"moves A to B and B to A"_s, count, {}, 0, 0, 0, 0, 0, {}};
    const QString lot = u"M%1"_s.arg(++m_rows);
    // Two zones: within one, its lock alone would keep the moves apart.
    const qint64 a = newRow(1, lot, 10'000);
    const qint64 b = newRow(2, lot, 10'000);
    m_workers = std::make_unique<Workers>(m_database, workerCount, m_program, m_bug);
    std::vector<QJsonObject> orders;
    for (int i = 0; i < workerCount; ++i) {
        orders.push_back({{u"do"_s, u"moves"_s},
                          {u"stock"_s, i % 2 == 0 ? a : b},
                          {u"warehouse"_s, u"WH001"_s},
                          {u"zone"_s, i % 2 == 0 ? 2 : 1},
                          {u"target"_s, i / 2 % 2 == 1 ? (i % 2 == 0 ? b : a) : 0},
                          {u"count"_s, count}});
    }
    const auto reports = m_workers->round(orders, {a, b});
    look(reports, report);
    expect(report, countOf(reports, u"committed"_s) == workerCount, u"not all succeeded"_s, reports);
    const qint64 moves = m_database.count(u"commands"_s, u"kind = 'move'"_s);
    expect(report, moves == workerCount * count, u"only %1 moves"_s.arg(moves));
    finish(report);
    return report;
}

Report Scenarios::crossingReservations(int count)
{
    return crossing({u"reservations of two rows in opposite order"_s, count, {}, 0, 0, 0, 0, 0, {}},
                    count,
                    false);
}

Report Scenarios::crossingAllocations(int count)
{
    return crossing(
        {u"lines of orders from two rows in opposite order"_s, count, {}, 0, 0, 0, 0, 0, {}},
        count,
        true);
}

Report Scenarios::crossing(Report report, int count, bool forOrders)
{
    const qint64 a = newRow(1, u"A"_s, 10'000);
    const qint64 b = newRow(1, u"B"_s, 10'000);
    std::vector<QJsonObject> orders;
    for (int i = 0; i < workerCount; ++i) {
        QJsonObject order{{u"do"_s, u"reservations"_s},
                          {u"rows"_s, i % 2 == 0 ? QJsonArray{a, b} : QJsonArray{b, a}},
                          {u"count"_s, count}};
        if (forOrders) {
            order[u"order"_s] = test::seedOrder(
                m_database, u"SO-%1"_s.arg(i), {{u"P1"_s, count}, {u"P1"_s, count}});
        }
        orders.push_back(order);
    }
    m_database.close(); // the end of all sessions is waited for
    m_workers = std::make_unique<Workers>(m_database, workerCount, m_program, m_bug);
    const auto reports = m_workers->round(orders, {a, b});
    look(reports, report);
    expect(report, countOf(reports, u"committed"_s) == workerCount, u"not all succeeded"_s, reports);
    expectReserved(a, workerCount * count, report);
    expectReserved(b, workerCount * count, report);
    finish(report);
    return report;
}

Report Scenarios::crossingOpenings(int count)
{
    Report report{u"the same missing rows in opposite order"_s, count, {}, 0, 0, 0, 0, 0, {}};
    const qint64 first = newRow(1, u"N"_s, 1); // makes the places
    newRow(2, u"N"_s, 1);
    for (int i = 0; i < count; ++i)
        m_database.lot(u"P1"_s, u"N%1"_s.arg(i));
    m_workers = std::make_unique<Workers>(m_database, workerCount, m_program, m_bug);
    std::vector<QJsonObject> orders;
    for (int i = 0; i < workerCount; ++i) {
        orders.push_back({{u"do"_s, u"openings"_s},
                          {u"warehouse"_s, u"WH001"_s},
                          {u"product"_s, u"P1"_s},
                          {u"zones"_s, i % 2 == 0 ? QJsonArray{1, 2} : QJsonArray{2, 1}},
                          {u"count"_s, count}});
    }
    // Nobody waits for a row that is there already: the race for the new ones is the point.
    const auto reports = m_workers->round(
        orders, m_database.isPostgres() ? std::vector<qint64>() : std::vector{first});
    look(reports, report);
    expect(report, countOf(reports, u"committed"_s) == workerCount, u"not all succeeded"_s, reports);
    const qint64 made = m_database.count(u"stock"_s, u"lot LIKE 'N%' AND on_hand = 10"_s);
    expect(report, made == 2 * count, u"%1 rows of 10"_s.arg(made));
    finish(report);
    return report;
}

} // namespace tanaban::torture
