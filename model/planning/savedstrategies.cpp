#include "model/planning/savedstrategies.h"

#include <QJsonDocument>

#include <algorithm>
#include <array>

namespace tanaban {

using namespace Qt::StringLiterals;

namespace {

QJsonObject strategyKey(const QString &scope, const QString &code)
{
    return {{u"scope"_s, scope}, {u"code"_s, code}};
}

/// Sets these fields of the record, which may not be there yet.
Read<RecordCommand> commandFor(const QJsonObject &key, const QJsonObject &fields, Records &records)
{
    const auto rows = records.rows(Entity::Strategy, {idOf(Entity::Strategy, key)});
    if (!rows)
        return fail(ReadFailure(rows.error()));
    RecordCommand command;
    command.id = newCommandId();
    command.entity = Entity::Strategy;
    command.before.key = key;
    if (!rows->empty())
        command.before = rows->front().record;
    command.fields = command.before.version == 0 ? fields
                                                 : changedFields(command.before.fields, fields);
    return command;
}

} // namespace

QString codeOf(StrategyScope scope)
{
    static const std::array words{u"company"_s, u"partner"_s, u"order"_s};
    return words.at(size_t(scope));
}

Read<std::vector<Strategy>> savedStrategies(Records &records)
{
    RecordFilter filter;
    filter.entity = Entity::Strategy;
    filter.within = {{u"scope"_s, u"named"_s}};
    const auto ids = records.ids(filter);
    if (!ids)
        return fail(ReadFailure(ids.error()));
    const auto rows = records.rows(Entity::Strategy, *ids);
    if (!rows)
        return fail(ReadFailure(rows.error()));
    std::vector<Strategy> strategies;
    for (const RecordRow &row : *rows) {
        const QByteArray rules = row.record.fields.value(u"rules"_s).toString().toUtf8();
        if (auto strategy = strategyFromJson(row.record.key.value(u"code"_s).toString(),
                                             QJsonDocument::fromJson(rules).object()))
            strategies.push_back(std::move(*strategy));
    }
    std::ranges::sort(strategies, {}, &Strategy::name);
    return strategies;
}

Read<std::vector<Strategy>> allStrategies(Records &records)
{
    const auto saved = savedStrategies(records);
    if (!saved)
        return fail(ReadFailure(saved.error()));
    std::vector<Strategy> all = builtInStrategies();
    all.insert(all.end(), saved->begin(), saved->end());
    return all;
}

Read<RecordCommand> commandToSave(const Strategy &strategy, bool inUse, Records &records)
{
    const QByteArray rules = QJsonDocument(toJson(strategy)).toJson(QJsonDocument::Compact);
    return commandFor(strategyKey(u"named"_s, strategy.name),
                      {{u"rules"_s, QString::fromUtf8(rules)}, {u"active"_s, inUse}},
                      records);
}

Read<QString> strategyOf(StrategyScope scope, const QString &code, Records &records)
{
    const QJsonObject key = strategyKey(codeOf(scope), code);
    const auto rows = records.rows(Entity::Strategy, {idOf(Entity::Strategy, key)});
    if (!rows)
        return fail(ReadFailure(rows.error()));
    return rows->empty() ? QString() : rows->front().record.fields.value(u"uses"_s).toString();
}

Read<RecordCommand> commandToUse(StrategyScope scope,
                                 const QString &code,
                                 const QString &strategy,
                                 Records &records)
{
    return commandFor(strategyKey(codeOf(scope), code), {{u"uses"_s, strategy}}, records);
}

} // namespace tanaban
