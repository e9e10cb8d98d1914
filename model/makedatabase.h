#pragma once

#include "model/codes.h"
#include "model/demo/demo.h"
#include "model/recordcommand.h"

namespace tanaban {

/// Where a company begins that starts with nothing: a warehouse, and a zone for each condition.
struct FirstWarehouse
{
    struct FirstZone
    {
        StorageCondition condition = StorageCondition::RoomTemperature;
        QString name;
    };
    QString code;
    QString name;
    QString timeZone;
    std::vector<FirstZone> zones; ///< numbered from 1
};

/// What is wrong with it, field by field of the warehouse; nothing when it can be made.
std::vector<RecordFault> faultsOf(const FirstWarehouse &warehouse);

struct DemoCompany
{
    int rows = usualDemoRows;
};

/// What a new database begins with; monostate: nothing at all, to be filled by imports.
using NewContent = std::variant<std::monostate, FirstWarehouse, DemoCompany>;

/// Makes a database where there is none, whole or not at all; false when it was stopped. `stop` and
/// `progress` matter to the demo company; the rest is done in a moment.
Result<bool, OpenFailure> makeDatabase(DatabaseGate &gate,
                                       const DatabaseUrl &url,
                                       const QString &firstLogin,
                                       const NewContent &content,
                                       const DemoProgress &progress = {},
                                       std::stop_token stop = {});

} // namespace tanaban
