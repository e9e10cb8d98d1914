#pragma once

#include "model/outcome.h"

#include <algorithm>
#include <vector>

namespace tanaban {

/// Something about a line that the person who brought the file must know.
struct ImportFinding
{
    qint64 line = 0;    ///< in the file, from 1; 0: a row of the mapping, or the file as a whole
    QString field;      ///< ours; empty when the whole line is meant
    QString value;      ///< as it stands in the file
    bool blocks = true; ///< a rule is broken; otherwise the line is merely left out
    QString text;       ///< one sentence in words
    std::optional<Rule> rule;
    QString proposal = {}; ///< the value that was probably meant; empty: nothing comes near
};

/// What an import did, or would do. Every line of the file is in exactly one of written,
/// unchanged, leftOut, refused and notReached; those of leftOut and refused are told in the findings.
struct ImportReport
{
    qint64 lines = 0;   ///< of the file, without its header
    qint64 added = 0;   ///< rows that the mapping brought along
    qint64 written = 0; ///< of lines + added
    qint64 unchanged = 0;
    qint64 leftOut = 0;
    qint64 refused = 0;
    /// Not looked at, because it ended before: of an import in parts, whose earlier parts are written.
    qint64 notReached = 0;
    std::vector<ImportFinding> findings;
    QUuid command;
    bool dryRun = false;
    bool stopped = false; ///< by the wish of the person; then the report is no whole
    bool readable = true; ///< false: the file could not be read as a whole; nothing can be taken
    /// What became of it, or of the last part; empty when nothing was sent: a dry run, findings that
    /// block, or nothing to change.
    std::optional<CommitOutcome> outcome;
    std::optional<ReadFailure> failure; ///< the database could not be asked

    bool blocked() const
    {
        return refused > 0
               || std::any_of(findings.begin(), findings.end(), [](const ImportFinding &finding) {
                      return finding.blocks;
                  });
    }
};

} // namespace tanaban
