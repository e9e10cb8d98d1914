#include "storage/sqloverview.h"

#include "storage/overviewreads.h"

namespace tanaban::storage {

SqlOverview::SqlOverview(std::shared_ptr<ThreadConnections> connections)
    : m_connections(std::move(connections))
{}

Read<Overview> SqlOverview::overview()
{
    return m_connections->read<Overview>(
        [](Connection &connection) { return OverviewReads(connection).overview(); });
}

} // namespace tanaban::storage
