#pragma once

#include "model/import/importmapping.h"

namespace tanaban {

/// What the words in a field of a file mean.
enum class WordKind {
    Condition,
    Status,
    PartnerKind,
    OrderState,
    Flag ///< "true" or "false"
};

/// Our word for a word of somebody's file, as it is said in English or Japanese; empty when it is
/// none of those.
QString wordIn(WordKind kind, const QString &text);
/// All words that wordIn() knows.
QStringList wordsOf(WordKind kind);

/// Which of the titles found in a file means which of our fields, by what such columns are often called
/// in English and Japanese. Each title is taken once at most.
QHash<QString, QString> guessedColumns(ImportKind kind, const QStringList &found);

/// Forms of dates (of QDate) that files have, ours first.
const QStringList &dateForms();
/// The forms that all of these texts have; ours alone when there are no texts.
QStringList fittingDateForms(const QStringList &texts);

} // namespace tanaban
