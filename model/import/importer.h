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
    /// A part at a time, so that others need not wait for the whole; see Importer.
    bool inParts = false;
    std::optional<QUuid> command; ///< empty: see Importer
    std::shared_ptr<ImportProgress> progress = std::make_shared<ImportProgress>();
};

/// Brings a file into the database: everything in one command, or nothing of it; or in parts.
///
/// Every line is checked before anything is written; a line that breaks a rule stops the whole
/// file, unless only the good rows are wanted. The same file of stock with the same mapping is the
/// same command, so that importing it again does nothing twice; records that are there already
/// exactly as the file has them are left alone.
///
/// In parts, too, all lines are checked before the first is written (but not again, where only the
/// good ones are wanted). Then each part is a commit of its own. What a stop, a kill or a lost
/// database left over is written when the same file is imported again, and nothing twice.
class Importer
{
public:
    Importer(Store &store, Records &records, Clock &clock);

    ImportReport run(const ImportRequest &request);

private:
    Intent intentOf(const ImportRequest &request) const;
    ImportReport attempt(const ImportRequest &request, const Intent &intent);
    ImportReport stock(const ImportRequest &request, const Intent &intent);
    ImportReport stockInParts(const ImportRequest &request,
                              const Intent &intent,
                              const ImportReport &read);
    ImportReport records(const ImportRequest &request, const Intent &intent);
    void write(const ImportRequest &request, ImportPlan &plan);
    void writeInParts(ImportPlan &plan, ImportProgress &progress);
    CommitOutcome commitUntilKnown(const ChangeSet &changes);

    Store &m_store;
    Records &m_records;
    Clock &m_clock;
};

} // namespace tanaban
