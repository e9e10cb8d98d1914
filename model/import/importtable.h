#pragma once

#include "model/import/importmapping.h"
#include "model/import/importprogress.h"
#include "model/import/importreport.h"
#include "model/import/rowreader.h"

#include <algorithm>

namespace tanaban {

/// One line of a file in our fields, values translated by the mapping, nothing checked yet.
struct ImportLine
{
    qint64 line = 0;
    size_t whole =
        0; ///< equal for lines that are equal in all columns of the file; 0: of the mapping
    /// Only those that file or mapping give. There are few of them in a line and many lines.
    std::vector<std::pair<QString, QString>> fields;

    void set(const QString &field, const QString &text);
    bool has(const QString &field) const { return find(field) != fields.end(); }
    QString text(const QString &field) const
    {
        const auto found = find(field);
        return found == fields.end() ? QString() : found->second;
    }

private:
    std::vector<std::pair<QString, QString>>::const_iterator find(const QString &field) const
    {
        return std::ranges::find(fields, field, &std::pair<QString, QString>::first);
    }
};

/// A file read through its mapping.
struct ImportTable
{
    std::vector<ImportLine> rows;
    qint64 lines = 0;
    qint64 leftOut = 0;
    qint64 refused = 0;
    std::vector<ImportFinding> findings;
    bool readable = true; ///< false: the file or its header cannot be read as a whole
};

/// Reads a file through its mapping some lines at a time, so that a long file need not be kept.
class ImportReader
{
public:
    /// All of them must outlive the reader.
    ImportReader(RowReader &file, const ImportMapping &mapping, ImportKind kind);

    /// The next lines that can be taken further, at most so many; those of the mapping come last.
    /// Nothing: there are no more, or the file cannot be read any further.
    std::vector<ImportLine> next(size_t most);
    /// What was counted and found so far; without lines.
    ImportTable &soFar() { return m_table; }

private:
    /// A rule that leaves lines out by the value in a column.
    struct List
    {
        qsizetype column = 0;
        QStringList values;
        bool wanted = true; ///< lines with these values stay; otherwise they go

        bool holds(const QString &text) const;
    };

    bool readHeader();
    bool findColumn(const QString &header, qsizetype &column);
    void readLists(const QHash<QString, QStringList> &lists, bool wanted);
    void reportUnused();
    std::optional<ImportLine> lineOf(const FileRow &record);
    std::optional<ImportLine> translate(const FileRow &record);
    std::optional<QString> ours(const FileRow &record, const QString &field, const QString &theirs);
    void trim(QString &text);
    void endOfFile();
    ImportLine rowOfMapping(const QHash<QString, QString> &row) const;
    void setConstants(ImportLine &line) const;
    void note(qint64 line, const QString &value, const QString &text);
    void refuse(qint64 line, const QString &field, const QString &value, const QString &text);
    void unreadable(qint64 line, const QString &text);

    enum class State {
        Header,
        Lines,
        Mapping, ///< its rows
        End
    };

    RowReader &m_reader;
    const ImportMapping &m_mapping;
    ImportKind m_kind;
    State m_state = State::Header;
    QStringList m_header;
    QHash<QString, qsizetype> m_columns;
    std::vector<List> m_lists; ///< by column
    qint64 m_trimmed = 0;
    qsizetype m_row = 0; ///< of the mapping
    ImportTable m_table;
};

/// Stops where it is when that is wished for.
ImportTable readTable(RowReader &file,
                      const ImportMapping &mapping,
                      ImportKind kind,
                      ImportProgress &progress);

/// The same, but its lines are only counted.
ImportTable countTable(RowReader &file,
                       const ImportMapping &mapping,
                       ImportKind kind,
                       ImportProgress &progress,
                       qint64 &lines);

} // namespace tanaban
