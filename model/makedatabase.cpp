#include "model/makedatabase.h"

#include "model/defaultdatabase.h"

namespace tanaban {

using namespace Qt::StringLiterals;

namespace {

using Kind = OpenFailure::Kind;

OpenFailure openFailureOf(const ReadFailure &failure)
{
    switch (failure.kind) {
    case ReadFailure::Kind::Unavailable:
        return {Kind::Unreachable, failure.detail};
    case ReadFailure::Kind::Busy:
        return {Kind::Busy, failure.detail};
    case ReadFailure::Kind::Damaged:
        return {Kind::Damaged, failure.detail};
    case ReadFailure::Kind::NotAllowed:
        return {Kind::Refused, failure.detail};
    case ReadFailure::Kind::Refused:
        return {Kind::Exists, failure.detail};
    }
    Q_UNREACHABLE();
}

QJsonObject fieldsOf(const FirstWarehouse &warehouse)
{
    return {{u"name"_s, warehouse.name}, {u"time_zone"_s, warehouse.timeZone}};
}

ChangeSet changesFor(const FirstWarehouse &warehouse, const QString &actor)
{
    ChangeSet changes;
    changes.intent.id = newCommandId();
    changes.intent.kind = kindOf(Entity::Warehouse);
    changes.intent.actor = actor;
    changes.intent.asked = {{u"first_warehouse"_s, warehouse.code}};
    changes.records.push_back(
        {Entity::Warehouse, {{u"code"_s, warehouse.code}}, {}, fieldsOf(warehouse)});
    int number = 0;
    for (const FirstWarehouse::FirstZone &zone : warehouse.zones) {
        changes.records.push_back(
            {Entity::Zone,
             {{u"warehouse_code"_s, warehouse.code}, {u"zone_number"_s, ++number}},
             {},
             {{u"name"_s, zone.name}, {u"storage_condition"_s, codeOf(zone.condition)}}});
    }
    return changes;
}

/// Nothing when it is done.
std::optional<OpenFailure> fill(Database &database, const FirstWarehouse &warehouse)
{
    Store &store = database.store();
    const CommitOutcome outcome = store.commit(changesFor(warehouse, store.actor()));
    if (std::holds_alternative<Committed>(outcome))
        return std::nullopt;
    if (const auto *rejected = std::get_if<Rejected>(&outcome))
        return OpenFailure{Kind::Refused, messageOf(rejected->error)};
    return OpenFailure{Kind::Busy, {}};
}

} // namespace

std::vector<RecordFault> faultsOf(const FirstWarehouse &warehouse)
{
    return faultsOfValues(
        Entity::Warehouse, {{u"code"_s, warehouse.code}}, fieldsOf(warehouse), true);
}

Result<bool, OpenFailure> makeDatabase(DatabaseGate &gate,
                                       const DatabaseUrl &url,
                                       const QString &firstLogin,
                                       const NewContent &content,
                                       const DemoProgress &progress,
                                       std::stop_token stop)
{
    if (!ensureDefaultFolder(url))
        return fail(OpenFailure{Kind::Refused, url.path});
    std::optional<OpenFailure> failure;
    const auto fillIt = [&](Database &database) {
        if (const auto *warehouse = std::get_if<FirstWarehouse>(&content)) {
            failure = fill(database, *warehouse);
        } else if (const auto *demo = std::get_if<DemoCompany>(&content)) {
            const auto made = makeDemo(database, demo->rows, progress, stop);
            if (!made && made.error().cancelled)
                return false;
            if (!made)
                failure = openFailureOf(made.error().why);
        }
        return !failure;
    };
    auto made = gate.createFilled(url, firstLogin, fillIt);
    if (failure)
        return fail(*failure);
    return made;
}

} // namespace tanaban
