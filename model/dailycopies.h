#pragma once

#include "model/database.h"

#include <QDate>

namespace tanaban {

/// Where the daily copies of a database file go, and how many of them stay.
struct DailyCopies
{
    QString folder;
    QString name; ///< what the copies' names begin with: "tanaban" for tanaban-2026-11-28.db
    int keep = 7; ///< at least 1

    QString pathOf(const QDate &day) const;
    /// The days of which there are copies, newest first.
    std::vector<QDate> days() const;
};

/// Makes the copy of `today` unless it is there, and then removes the oldest ones that are too many;
/// nothing else in the folder is touched. Returns the new copy's path; empty when it was there.
/// For workers.
Read<QString> makeDailyCopy(Database &database, const DailyCopies &copies, const QDate &today);

} // namespace tanaban
