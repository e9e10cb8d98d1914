#pragma once

#include "model/clock.h"
#include "tests/storage/firstpages.h"
#include "tests/support/testdatabase.h"

#include <QtGlobal>

// What the tests of lists of stock ask for and put down.
namespace tanaban::test {

using Ids = std::vector<qint64>;

/// With the first pages checked beside the whole list.
inline Ids idsOf(TestDatabase &database,
                 const StockFilter &filter,
                 const StockSort &sort = {},
                 qint64 limit = 0)
{
    const auto ids = database.store().stockIds(filter, sort, limit);
    if (!ids)
        qFatal("stockIds: %s", qPrintable(ids.error().detail));
    if (limit == 0)
        checkFirstPages(database.store(), filter, sort, *ids);
    return *ids;
}

inline std::vector<StockListRow> rowsOf(TestDatabase &database, const Ids &ids)
{
    const auto rows = database.store().stockRows(ids);
    if (!rows)
        qFatal("stockRows: %s", qPrintable(rows.error().detail));
    return *rows;
}

inline void rename(TestDatabase &database,
                   const QString &code,
                   const QString &name,
                   const QString &barcode = QStringLiteral(""))
{
    database.sql(QStringLiteral("UPDATE products SET name = ?, barcode = ? WHERE code = ?"),
                 {name, barcode, code});
}

inline qint64 row(TestDatabase &database,
                  const QString &product,
                  const QString &lot,
                  const QString &bin = QStringLiteral(""),
                  qint64 onHand = 10)
{
    StockSeed seed;
    seed.product = product;
    seed.lot = lot;
    seed.bin = bin;
    seed.onHand = onHand;
    return database.stockRow(seed);
}

inline QDate todayInTokyo()
{
    return dayAt(SystemClock().now(), QStringLiteral("Asia/Tokyo"));
}

} // namespace tanaban::test
