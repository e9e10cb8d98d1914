#include "model/recordfields.h"
#include "model/records.h"

namespace tanaban {

namespace {

/// Never part of a code (control characters are refused), so that no two keys become one id.
constexpr QChar idSeparator(u'\x1f');

} // namespace

RecordId idOf(Entity entity, const QJsonObject &key)
{
    QStringList parts;
    for (const RecordField &field : keyFieldsOf(entity))
        parts << key.value(field.name).toVariant().toString();
    return parts.join(idSeparator);
}

QJsonObject keyOf(Entity entity, const RecordId &id)
{
    const QStringList parts = id.split(idSeparator);
    QJsonObject key;
    qsizetype i = 0;
    for (const RecordField &field : keyFieldsOf(entity)) {
        const QString part = parts.value(i++);
        key.insert(field.name,
                   field.kind == FieldKind::Number ? QJsonValue(part.toLongLong())
                                                   : QJsonValue(part));
    }
    return key;
}

} // namespace tanaban
