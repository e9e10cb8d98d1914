// Until the lists and the bulk load stand: so that programs link. To be deleted with their arrival.
#include "storage/bulkload.h"
#include "storage/lists.h"

namespace tanaban::storage {

namespace {
const ReadFailure notYet{ReadFailure::Kind::Refused, QStringLiteral("not there yet")};
}

SqlBulkLoader::SqlBulkLoader(ConnectionConfig config, std::shared_ptr<StoreCounters> counters)
    : m_config(std::move(config))
    , m_counters(std::move(counters))
{}
Result<std::unique_ptr<BulkLoad>, ReadFailure> SqlBulkLoader::start()
{
    return fail(notYet);
}
StockLists::StockLists(Connection &connection)
    : m_connection(connection)
{}
Read<std::vector<qint64>> StockLists::stockIds(const StockFilter &, const StockSort &, qint64)
{
    return fail(notYet);
}
Read<std::vector<StockListRow>> StockLists::stockRows(const std::vector<qint64> &)
{
    return fail(notYet);
}
Read<std::vector<StockEvent>> StockLists::history(qint64, qint64, int)
{
    return fail(notYet);
}
Read<std::vector<ZoneSummary>> StockLists::zones()
{
    return fail(notYet);
}
Read<std::vector<Warehouse>> StockLists::warehouses()
{
    return fail(notYet);
}
Read<std::vector<Bin>> StockLists::bins(const QString &, int)
{
    return fail(notYet);
}
Read<std::optional<Product>> StockLists::product(const QString &)
{
    return fail(notYet);
}
Read<std::vector<Product>> StockLists::findProducts(const QString &, int)
{
    return fail(notYet);
}
Read<std::vector<Person>> StockLists::people()
{
    return fail(notYet);
}
Read<QDate> StockLists::todayIn(const QString &)
{
    return fail(notYet);
}
Read<qint64> StockLists::changeMark()
{
    return fail(notYet);
}

} // namespace tanaban::storage
