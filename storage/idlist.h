#pragma once

#include "storage/connection.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace tanaban::storage {

/// A condition that `column` is one of the numbers of one value, which idList() makes: the text of
/// the statement is the same for any number of them.
inline QString isAmong(const Connection &connection, const QString &column)
{
    return connection.isPostgres()
               ? column + QStringLiteral(" = ANY (CAST(? AS bigint[]))")
               : column + QStringLiteral(" IN (SELECT value FROM json_each(?))");
}

inline QString idList(const Connection &connection, const std::vector<qint64> &ids)
{
    QString list;
    for (const qint64 id : ids)
        list += (list.isEmpty() ? QString() : QStringLiteral(",")) + QString::number(id);
    return connection.isPostgres() ? QStringLiteral("{%1}").arg(list)
                                   : QStringLiteral("[%1]").arg(list);
}

/// The same for texts.
inline QString isAmongTexts(const Connection &connection, const QString &column)
{
    return connection.isPostgres()
               ? column + QStringLiteral(" IN (SELECT jsonb_array_elements_text(CAST(? AS jsonb)))")
               : column + QStringLiteral(" IN (SELECT value FROM json_each(?))");
}

inline QString textList(const QStringList &texts)
{
    return QString::fromUtf8(
        QJsonDocument(QJsonArray::fromStringList(texts)).toJson(QJsonDocument::Compact));
}

} // namespace tanaban::storage
