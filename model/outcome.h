#pragma once

#include "model/domainerror.h"
#include "model/rows.h"

#include <QStringList>

#include <map>
#include <variant>

namespace tanaban {

/// Durable. Carries the new versions; `repeated` when the same command had happened before.
struct Committed
{
    QUuid command;
    Instant at;
    std::map<qint64, qint64> stockVersions; ///< stock id -> version
    bool repeated = false;
};

/// A row that moved since the person looked.
struct ConflictRow
{
    static constexpr int mostEntries = 50;

    qint64 id = 0;
    qint64 expected = 0;
    qint64 actual = 0;
    std::optional<StockRow> now;     ///< empty for master data and orders
    std::vector<StockEvent> between; ///< oldest first, at most mostEntries (the newest)
    qint64 more = 0;                 ///< how many older ones were left out
    QString record;                  ///< entity and key when it is not a stock row
};

/// A version condition failed. Nothing happened.
struct VersionConflict
{
    std::vector<ConflictRow> rows;
};

/// A guard failed: somebody else was faster. Nothing happened; load and plan again.
struct Overtaken
{
    std::vector<StockRow> rows; ///< the rows now
    QString detail;             ///< which guard
};

/// A rule, constraint or right says no. Nothing happened; never retried.
struct Rejected
{
    DomainError error;
};

/// Surely nothing happened: locks not had in time.
struct Busy
{
    QStringList holders; ///< who holds them, as far as is known
};

/// No answer. It may have happened if `sent`; ask again with the same command id.
struct Unavailable
{
    QString detail;
    bool sent = false;
};

using CommitOutcome =
    std::variant<Committed, VersionConflict, Overtaken, Rejected, Busy, Unavailable>;

/// Why a read gave nothing.
struct ReadFailure
{
    enum class Kind {
        Unavailable,
        Busy,
        Damaged,
        NotAllowed,
        Refused
    } kind = Kind::Unavailable;
    QString detail; ///< the database's own words, for "Details"
};

} // namespace tanaban
