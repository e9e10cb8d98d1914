#pragma once

#include "model/result.h"

#include <QString>

#include <map>

namespace tanaban {

/// Where the data is: "sqlite:PATH" or
/// "postgresql://user@host[:port][,host…]/database?sslmode=…". Never holds a password.
struct DatabaseUrl
{
    enum class Engine {
        Sqlite,
        Postgres
    } engine = Engine::Sqlite;
    QString path;  ///< SQLite
    QString user;  ///< PostgreSQL; empty: the login of the computer
    QString hosts; ///< comma-separated, as libpq takes them
    QString ports; ///< comma-separated, may be empty
    QString database;
    std::map<QString, QString> options; ///< sslmode, sslrootcert, connect_timeout, …

    QString toString() const;

    /// The URL, or a translated sentence saying what is wrong with it. Unknown options, passwords
    /// and control characters are refused.
    static Result<DatabaseUrl, QString> parse(const QString &text);

    friend bool operator==(const DatabaseUrl &, const DatabaseUrl &) = default;
};

} // namespace tanaban
