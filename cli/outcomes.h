#pragma once

#include "cli/session.h"

namespace tanaban::cli {

/// How quantities of an outcome read: all rows of one command are of one product.
struct UnitOfMeasure
{
    QString name;
    int decimals = 0;
};

/// The document of the contract for what became of a command.
QJsonObject toJson(const CommitOutcome &outcome, const QUuid &command);

/// Prints document, result line and messages for what became of a command. `more`: of the document.
ExitStatus report(Session &session,
                  const CommitOutcome &outcome,
                  const QUuid &command,
                  const UnitOfMeasure &unit,
                  const QJsonObject &more = {});

} // namespace tanaban::cli
