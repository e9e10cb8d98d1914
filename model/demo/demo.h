#pragma once

#include "model/database.h"

#include <functional>
#include <stop_token>

namespace tanaban {

inline constexpr int usualDemoRows = 24'000;
inline constexpr int mostDemoRows = 1'000'000;
inline constexpr int yearDemoRows = 100'000; ///< from here on with a year of orders

struct DemoFailure
{
    bool cancelled = false;
    ReadFailure why; ///< when it was not cancelled; Refused: the database is in use already
};

/// How far it is, 0 to `total`; called from the thread that works, at most some hundred times.
using DemoProgress = std::function<void(int done, int total)>;

/// Fills a database that has no commands yet with the demo company: a wholesaler of food and daily
/// goods with exactly `rows` stock rows, a month of history up to yesterday (a year of orders, when
/// it is large), and the orders that wait this morning. The same rows make the same company. One transaction: after a failure or a stop nothing is left behind.
Result<Done, DemoFailure> makeDemo(Database &database,
                                   int rows,
                                   const DemoProgress &progress = {},
                                   std::stop_token stop = {});

namespace demo {

struct DemoOptions
{
    qint64 stockRows = usualDemoRows;
    quint64 seed = 1;
    QDate today; ///< expiry dates and the month of history are counted from here
    bool yearOfOrders = false;
};

/// The same into any loader.
Result<Done, DemoFailure> writeCompany(BulkLoad &load,
                                       const DemoOptions &options,
                                       const DemoProgress &progress = {},
                                       std::stop_token stop = {});

} // namespace demo

} // namespace tanaban
