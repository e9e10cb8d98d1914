#pragma once

#include "model/result.h"

#include <QHash>
#include <QJsonObject>
#include <QStringList>

#include <array>
#include <optional>
#include <vector>

namespace tanaban {

enum class ImportKind {
    Warehouses,
    Zones,
    Bins,
    Products,
    Partners,
    Stock,
    Orders
};

/// In the order in which they need each other.
inline constexpr std::array allImportKinds{ImportKind::Warehouses,
                                           ImportKind::Zones,
                                           ImportKind::Bins,
                                           ImportKind::Products,
                                           ImportKind::Partners,
                                           ImportKind::Stock,
                                           ImportKind::Orders};

QString wordOf(ImportKind kind);
std::optional<ImportKind> importKindFromWord(QStringView text);
QStringList importKindWords();

/// A field that a file of some kind may fill: a column of the contract's table.
struct ImportField
{
    QString name;
    bool key = false;    ///< part of what names the record; always needed
    bool needed = false; ///< needed for a record that is not there yet
};
const std::vector<ImportField> &fieldsOf(ImportKind kind);

/// How the columns of somebody else's file become our fields (docs/import.md). Without a mapping
/// the file's columns are called as ours are.
struct ImportMapping
{
    QHash<QString, QString> columns;   ///< our field -> their header
    QHash<QString, QString> constants; ///< our field -> the same value for every line
    /// Our field -> their value -> ours; "*" is every other value; a null refuses the value.
    QHash<QString, QHash<QString, std::optional<QString>>> values;
    QString dateFormat; ///< of QDate; empty: YYYY-MM-DD
    std::optional<char> separator;
    /// Their header -> the only values that are of interest; other lines are left out. A value may
    /// end in "*": whatever begins so.
    QHash<QString, QStringList> only;
    /// Their header -> values whose lines are left out, in the same form.
    QHash<QString, QStringList> leaveOut;
    bool skipSameAgain = false; ///< a record that stands in the file again, identically, is left out
    bool trimSpaces = false;    ///< at the edges of fields; otherwise a code with one is refused
    bool addSamePlace = false;  ///< two lines for one stock row are added up instead of refused
    std::vector<QHash<QString, QString>> rows; ///< records that the file lacks, in our fields
    QByteArray source; ///< the mapping file itself; a part of what was asked for

    /// The mapping in this JSON, or a sentence saying what is wrong with it.
    static Result<ImportMapping, QString> parse(const QByteArray &json, ImportKind kind);
    /// Every field under its own name.
    static ImportMapping plain(ImportKind kind);
    /// As a mapping file has it: parse() of it is this mapping.
    QByteArray toJson() const;
    /// Makes what was set by hand the thing that was asked for: its source, as of a file. None for
    /// one that only tells that the columns are called as our fields are.
    void setSource();
};

} // namespace tanaban
