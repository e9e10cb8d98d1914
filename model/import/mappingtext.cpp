#include "model/import/importmapping.h"

#include <QJsonArray>
#include <QJsonDocument>

// A mapping as a file.

namespace tanaban {

using namespace Qt::StringLiterals;

namespace {

QJsonObject objectOf(const QHash<QString, QString> &texts)
{
    QJsonObject object;
    for (auto text = texts.begin(); text != texts.end(); ++text)
        object[text.key()] = text.value();
    return object;
}

QJsonObject objectOf(const QHash<QString, QStringList> &lists)
{
    QJsonObject object;
    for (auto list = lists.begin(); list != lists.end(); ++list)
        object[list.key()] = QJsonArray::fromStringList(list.value());
    return object;
}

QJsonObject rulesOf(const ImportMapping &mapping)
{
    QJsonObject rules;
    if (!mapping.only.isEmpty())
        rules[u"only"_s] = objectOf(mapping.only);
    if (!mapping.leaveOut.isEmpty())
        rules[u"leave_out"_s] = objectOf(mapping.leaveOut);
    if (mapping.skipSameAgain)
        rules[u"same_again"_s] = u"skip"_s;
    if (mapping.trimSpaces)
        rules[u"spaces"_s] = u"trim"_s;
    if (mapping.addSamePlace)
        rules[u"same_place"_s] = u"add"_s;
    return rules;
}

QJsonObject valuesOf(const ImportMapping &mapping)
{
    QJsonObject values;
    for (auto field = mapping.values.begin(); field != mapping.values.end(); ++field) {
        QJsonObject pairs;
        for (auto pair = field->begin(); pair != field->end(); ++pair)
            pairs[pair.key()] = pair.value() ? QJsonValue(*pair.value()) : QJsonValue();
        values[field.key()] = pairs;
    }
    return values;
}

} // namespace

QByteArray ImportMapping::toJson() const
{
    QJsonObject object{{u"columns"_s, objectOf(columns)}};
    const auto add = [&object](const QString &part, const QJsonObject &content) {
        if (!content.isEmpty())
            object[part] = content;
    };
    add(u"constants"_s, objectOf(constants));
    add(u"values"_s, valuesOf(*this));
    add(u"rules"_s, rulesOf(*this));
    if (!dateFormat.isEmpty())
        object[u"date_format"_s] = dateFormat;
    if (separator)
        object[u"separator"_s] = QString(QLatin1Char(*separator));
    QJsonArray added;
    for (const auto &row : rows)
        added += objectOf(row);
    if (!added.isEmpty())
        object[u"rows"_s] = added;
    return QJsonDocument(object).toJson();
}

void ImportMapping::setSource()
{
    bool plain = true;
    for (auto column = columns.begin(); column != columns.end(); ++column)
        plain = plain && column.key() == column.value();
    ImportMapping bare;
    bare.columns = columns;
    source = plain && toJson() == bare.toJson() ? QByteArray() : toJson();
}

} // namespace tanaban
