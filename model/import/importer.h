#pragma once

#include "model/clock.h"
#include "model/import/csvreader.h"
#include "model/import/importplan.h"

namespace tanaban {

/// What somebody wants to be imported.
struct ImportRequest
{
    ImportKind kind = ImportKind::Stock;
    QByteArray content; ///< of the file
    RowReaders readers = &csvReaderFor;
    ImportMapping mapping;
    bool dryRun = false;
    bool onlyGoodRows = false;
    std::optional<QUuid> command; ///< empty: see Importer
    std::shared_ptr<ImportProgress> progress = std::make_shared<ImportProgress>();
};

/// Brings a file into the database: everything in one command, or nothing of it.
///
/// Every line is checked before anything is written; a line that breaks a rule stops the whole
/// file, unless only the good rows are wanted. The same file of stock with the same mapping is the
/// same command, so that importing it again does nothing twice; records that are there already
/// exactly as the file has them are left alone.
class Importer
{
public:
    Importer(Store &store, Records &records, Clock &clock);

    ImportReport run(const ImportRequest &request);

private:
    Intent intentOf(const ImportRequest &request) const;
    ImportReport attempt(const ImportRequest &request, const Intent &intent);
    Read<ImportPlan> plan(const ImportRequest &request,
                          const Intent &intent,
                          const ImportTable &table);
    CommitOutcome commitUntilKnown(const ChangeSet &changes);

    Store &m_store;
    Records &m_records;
    Clock &m_clock;
};

} // namespace tanaban
