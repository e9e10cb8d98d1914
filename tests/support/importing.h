#pragma once

#include "model/import/importer.h"
#include "tests/support/fakeclock.h"
#include "tests/support/testdatabase.h"

namespace tanaban::test {

/// An import by a clock that nobody has to wait for.
inline ImportReport runImport(Store &store, Database &database, const ImportRequest &request)
{
    tests::FakeClock clock;
    return Importer(store, database.records(), clock).run(request);
}

inline ImportReport runImport(TestDatabase &database, const ImportRequest &request)
{
    return runImport(database.store(), database.database(), request);
}

/// All of it was looked at, and what was to be written is.
inline bool isDone(const ImportReport &report)
{
    return report.outcome && std::holds_alternative<Committed>(*report.outcome)
           && report.notReached == 0 && !report.stopped && !report.failure;
}

/// Every line of the file is told to be in exactly one way.
inline bool addsUp(const ImportReport &report)
{
    return report.lines + report.added
           == report.written + report.unchanged + report.leftOut + report.refused
                  + report.notReached;
}

} // namespace tanaban::test
