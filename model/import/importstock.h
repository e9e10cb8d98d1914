#pragma once

#include "model/import/stocklines.h"

namespace tanaban {

/// The stock of a file: every line is a receipt.
///
/// The file is read in parts of always the same lines, and each part has a command id of its own
/// that follows from the command's. A part that was written once is never written again, so what a
/// stop left over can be gone on with at any time, in parts or as a whole.
class StockImport
{
public:
    using Commit = std::function<CommitOutcome(const ChangeSet &)>;

    /// The references must outlive it.
    StockImport(const Intent &intent,
                RowReader &file,
                const ImportMapping &mapping,
                Store &store,
                ImportProgress &progress);

    /// What would be written under the command itself. `keep`: as changes, too; what is only
    /// checked takes no memory for them.
    Read<ImportPlan> plan(bool keep);
    /// Writes part after part, and stops at the first that cannot be written, or when that is
    /// wished. The report says what was written until then; a failure to read is in it.
    ImportReport write(const Commit &commit);

private:
    using Lines = std::vector<ImportLine>;

    Lines nextLines();
    Read<std::optional<CommitOutcome>> recallPart();
    std::optional<CommitOutcome> writePart(const Lines &lines, const Commit &commit);
    Intent partIntent() const;

    Store &m_store;
    ImportProgress &m_progress;
    ImportReader m_reader;
    ImportPlan m_plan;
    StockLines m_lines; ///< after what it refers to
    qint64 m_part = -1;
};

} // namespace tanaban
