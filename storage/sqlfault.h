#pragma once

#include <QSqlError>
#include <QString>

struct sqlite3;

namespace tanaban::storage {

enum class Fault {
    None,
    Unique,
    ForeignKey,
    Check,
    NotNull,
    Busy,  ///< locks not had in time; surely nothing happened
    Again, ///< deadlock or serialization failure: the same once more
    Lost,  ///< the connection is gone, or the call ran into its deadline
    ReadOnly,
    Full,
    Damaged,
    NotAllowed,
    Conflict,  ///< api.commit_1: a version condition
    Overtaken, ///< api.commit_1: a guard
    Rule,      ///< api.commit_1: a rule of the domain
    Shape,     ///< api.commit_1: the change set does not fit its kind
    IdReused,
    Abandoned,
    Other
};

/// What the driver said, named once and here: the rest of the program never looks at codes.
struct SqlFault
{
    Fault kind = Fault::None;
    QString code;
    QString text;   ///< the database's own words
    QString detail; ///< PostgreSQL's DETAIL, where it is known

    explicit operator bool() const { return kind != Fault::None; }
};

/// By the native code only: type() and the texts mean different things on the two drivers.
SqlFault faultOf(const QSqlError &error, bool postgres, bool connectionOpen);
/// The last fault of a SQLite connection.
SqlFault faultOf(sqlite3 *connection);
Fault faultOfSqlState(const QString &state);
Fault faultOfSqliteCode(int extendedCode);

} // namespace tanaban::storage
