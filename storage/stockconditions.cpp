#include "storage/stockconditions.h"

#include <QRegularExpression>

namespace tanaban::storage {

using namespace Qt::StringLiterals;

void Condition::also(const QString &part, const QVariantList &more)
{
    sql += (sql.isEmpty() ? u" WHERE "_s : u" AND "_s) + part;
    values += more;
}

Condition plainCondition(const StockFilter &filter)
{
    Condition condition;
    if (!filter.withEmpty)
        condition.also(u"s.on_hand > 0"_s);
    if (!filter.warehouse.isEmpty())
        condition.also(u"s.warehouse_code = ?"_s, {filter.warehouse});
    if (filter.zone)
        condition.also(u"s.zone_number = ?"_s, {*filter.zone});
    if (!filter.product.isEmpty())
        condition.also(u"s.product_code = ?"_s, {filter.product});
    if (!filter.lot.isEmpty())
        condition.also(u"s.lot = ?"_s, {filter.lot});
    if (filter.status)
        condition.also(u"s.status = ?"_s, {codeOf(*filter.status)});
    if (filter.condition)
        condition.also(u"s.storage_condition = ?"_s, {codeOf(*filter.condition)});
    if (filter.reserved)
        condition.also(u"s.reserved > 0"_s);
    return condition;
}

std::optional<QStringList> searchWords(const QString &text, const QStringList &phrases)
{
    static const QRegularExpression space(u"\\s+"_s, QRegularExpression::UseUnicodePropertiesOption);
    if (text.contains(QChar::Null))
        return std::nullopt;
    QStringList words;
    for (const QString &word : text.split(space, Qt::SkipEmptyParts) + phrases) {
        if (word.size() > longestSearchWord)
            return std::nullopt;
        if (!words.contains(normalized(word)))
            words.append(normalized(word));
        if (words.size() > mostSearchWords)
            return std::nullopt;
    }
    return words;
}

QString likeAnywhere(const QString &word)
{
    return u'%' + likeBeginning(word);
}

QString likeBeginning(const QString &word)
{
    QString escaped = word;
    escaped.replace(u'\\', u"\\\\"_s).replace(u'%', u"\\%"_s).replace(u'_', u"\\_"_s);
    return escaped + u'%';
}

QStringList lotBeginnings(const QString &word)
{
    QStringList beginnings{word};
    for (const QString &other : {word.toUpper(), word.toLower()}) {
        if (!beginnings.contains(other))
            beginnings.append(other);
    }
    return beginnings;
}

QString behind(const QString &beginning)
{
    return beginning + QString::fromUcs4(U"\U0010FFFF", 1);
}

} // namespace tanaban::storage
