#pragma once

#include "model/store.h"
#include "storage/connection.h"

#include <QStringList>
#include <QVariantList>

namespace tanaban::storage {

/// A WHERE clause with the values of its placeholders.
struct Condition
{
    QString sql; ///< empty: none
    QVariantList values;

    void also(const QString &part, const QVariantList &more = {});
};

/// What the filter asks of columns of `stock s` alone.
Condition plainCondition(const StockFilter &filter);

/// The words and phrases that must be found, each once; nothing when there are more, or longer ones, than can be
/// found anywhere.
std::optional<QStringList> searchWords(const QString &text, const QStringList &phrases = {});

/// `word` anywhere, or a text that begins with it, for LIKE … ESCAPE '\': %, _ and \ stand for
/// themselves.
QString likeAnywhere(const QString &word);
QString likeBeginning(const QString &word);

/// A lot is found by its beginning, typed as it is, in capitals or in small letters: so the index
/// of lots serves a search.
QStringList lotBeginnings(const QString &word);

/// The first text behind all that begin with `beginning`, by bytes.
QString behind(const QString &beginning);

} // namespace tanaban::storage
