#pragma once

#include "storage/connection.h"

namespace tanaban::storage {

/// One numbered step of the schema: a common text and what one engine adds to it.
struct Migration
{
    int number = 0;
    QString name;
    QByteArray checksum; ///< over all its texts, of both engines
    QString common;
    QString sqlite;
    QString postgres;

    QString textFor(bool postgresEngine) const;
};

/// The steps compiled into this program, in order.
const std::vector<Migration> &migrations();

/// Makes the table of the steps that are done.
QString sqlOfTheListOfSteps(bool postgresEngine);

/// The number of the newest step in the database; 0: none (no table of ours). A fault otherwise.
Result<int, SqlFault> schemaNumber(Connection &connection);

/// Applies what is missing, in the open transaction, and writes the rights matrix anew.
SqlFault migrate(Connection &connection);

} // namespace tanaban::storage
