#include "model/recordcommand.h"

#include "model/recordfields.h"

#include <array>

namespace tanaban {

using namespace Qt::StringLiterals;

namespace {

/// Fields of one entity that mean something only together: a reorder point of 15 is 15 bags or
/// 1.5 pallets. Nobody's half of such a change is written onto the other's.
const QStringList &togetherWith(Entity entity, const QString &field)
{
    static const QStringList measure{u"unit"_s, u"quantity_decimals"_s, u"reorder_point"_s};
    static const QStringList none;
    return entity == Entity::Product && measure.contains(field) ? measure : none;
}

/// Nothing is nested but the lines of an order.
bool isFlat(Entity entity, QJsonObject object)
{
    if (entity == Entity::Order)
        object.remove(u"lines"_s);
    return std::none_of(object.begin(), object.end(), [](const QJsonValue &value) {
        return value.isObject() || value.isArray();
    });
}

} // namespace

QString kindOf(Entity entity)
{
    if (entity == Entity::Order)
        return u"order"_s;
    return entity == Entity::Person ? u"people"_s : u"master"_s;
}

Intent intentOf(const RecordCommand &command)
{
    Intent intent;
    intent.id = command.id;
    intent.kind = kindOf(command.entity);
    intent.asked = {{u"entity"_s, codeOf(command.entity)},
                    {u"key"_s, command.before.key},
                    {u"new"_s, command.before.version == 0},
                    {u"fields"_s, command.fields}};
    intent.actor = command.actor;
    return intent;
}

QJsonObject toJson(const RecordCommand &command)
{
    return {{u"command_id"_s, command.id.toString(QUuid::WithoutBraces)},
            {u"record"_s, codeOf(command.entity)},
            {u"key"_s, command.before.key},
            {u"version"_s, command.before.version},
            {u"before"_s, command.before.fields},
            {u"fields"_s, command.fields},
            {u"actor"_s, command.actor}};
}

std::optional<RecordCommand> recordCommandFromJson(const QJsonObject &json)
{
    RecordCommand command;
    command.id = QUuid::fromString(json.value(u"command_id"_s).toString());
    const auto entity = fromCode<Entity>(json.value(u"record"_s).toString());
    command.before.key = json.value(u"key"_s).toObject();
    command.before.version = json.value(u"version"_s).toInteger(-1);
    command.before.fields = json.value(u"before"_s).toObject();
    command.fields = json.value(u"fields"_s).toObject();
    command.actor = json.value(u"actor"_s).toString();
    const bool whole = json.value(u"before"_s).isObject() && json.value(u"fields"_s).isObject()
                       && json.value(u"actor"_s).isString() && json.size() == 7;
    if (!whole || !entity || command.id.isNull() || command.before.key.isEmpty()
        || command.before.version < 0 || !isFlat(*entity, command.before.key)
        || !isFlat(*entity, command.before.fields) || !isFlat(*entity, command.fields))
    {
        return std::nullopt;
    }
    command.entity = *entity;
    return command;
}

QString nameOf(Entity entity, const QJsonObject &key)
{
    QStringList parts;
    for (const RecordField &field : keyFieldsOf(entity)) {
        const QString part = key.value(field.name).toVariant().toString();
        if (!part.isEmpty()) // the bin '' is the zone itself
            parts << part;
    }
    return parts.join(u'/');
}

QJsonObject changedFields(const QJsonObject &before, const QJsonObject &typed)
{
    QJsonObject changed;
    for (auto field = typed.begin(); field != typed.end(); ++field) {
        if (before.value(field.key()) != field.value())
            changed.insert(field.key(), field.value());
    }
    return changed;
}

FieldMerge mergeFields(Entity entity,
                       const QJsonObject &base,
                       const QJsonObject &theirs,
                       const QJsonObject &mine)
{
    const QJsonObject theirChanges = changedFields(base, theirs);
    const QJsonObject myChanges = changedFields(base, mine);
    QStringList fields = theirChanges.keys();
    for (const QString &field : myChanges.keys()) {
        if (!fields.contains(field))
            fields << field;
    }
    fields.sort();
    // Of fields that belong together, any that the two set otherwise than each other.
    const auto partlyClashing = [&](const QString &field) {
        const QStringList &together = togetherWith(entity, field);
        const auto touched = [&together](const QJsonObject &changes) {
            return std::any_of(together.begin(), together.end(), [&changes](const QString &other) {
                return changes.contains(other);
            });
        };
        const bool same = std::all_of(together.begin(), together.end(), [&](const QString &other) {
            return theirChanges.value(other) == myChanges.value(other);
        });
        return touched(theirChanges) && touched(myChanges) && !same;
    };
    FieldMerge merge;
    for (const QString &field : fields) {
        const bool both = theirChanges.contains(field) && myChanges.contains(field);
        const QJsonValue mineNow = mine.contains(field) ? mine.value(field) : base.value(field);
        const bool same = theirs.value(field) == mineNow;
        if (!same && (both || partlyClashing(field)))
            merge.clashes.push_back({field, base.value(field), theirs.value(field), mineNow});
        else if (theirChanges.contains(field))
            merge.others << field;
        else
            merge.wanted.insert(field, mineNow);
    }
    return merge;
}

} // namespace tanaban
