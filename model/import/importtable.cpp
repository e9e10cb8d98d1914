#include "model/import/importtable.h"

#include "model/harmlesstext.h"
#include "model/import/importtext.h"

namespace tanaban {

using namespace Qt::StringLiterals;

namespace {

/// Reads the lines of one file. What is wrong with the file as a whole makes it unreadable; what
/// is wrong with a line refuses the line.
class TableReader
{
public:
    TableReader(RowReader &file,
                const ImportMapping &mapping,
                ImportKind kind,
                ImportProgress &progress)
        : m_reader(file)
        , m_mapping(mapping)
        , m_kind(kind)
        , m_progress(progress)
    {}

    ImportTable read()
    {
        if (readHeader()) {
            while (const auto record = m_reader.next()) {
                ++m_table.lines;
                readLine(*record);
                m_progress.done = m_table.lines;
                if (m_progress.stopped())
                    return std::move(m_table);
            }
        }
        if (const auto &fault = m_reader.fault()) {
            unreadable(
                fault->line,
                ImportText::tr("column %1: %2").arg(QString::number(fault->column), fault->text));
        }
        if (m_trimmed > 0) {
            m_table.findings.push_back(
                {0,
                 {},
                 {},
                 false,
                 ImportText::tr("spaces at the edges were taken off in %1 fields").arg(m_trimmed),
                 {}});
        }
        addRowsOfMapping();
        return std::move(m_table);
    }

private:
    /// A rule that leaves lines out by the value in a column.
    struct List
    {
        qsizetype column = 0;
        QStringList values;
        bool wanted = true; ///< lines with these values stay; otherwise they go

        bool holds(const QString &text) const
        {
            return std::ranges::any_of(values, [&text](const QString &value) {
                return value.endsWith(u'*') ? text.startsWith(QStringView(value).chopped(1))
                                            : text == value;
            });
        }
    };

    void unreadable(qint64 line, const QString &text)
    {
        m_table.readable = false;
        m_table.findings.push_back({line, {}, {}, true, text, {}});
    }

    bool findColumn(const QString &header, qsizetype &column)
    {
        column = m_header.indexOf(header);
        if (column < 0) {
            unreadable(1, ImportText::tr("there is no column \"%1\"").arg(header));
            return false;
        }
        if (m_header.indexOf(header, column + 1) >= 0) {
            unreadable(1, ImportText::tr("the column \"%1\" stands there twice").arg(header));
            return false;
        }
        return true;
    }

    bool readHeader()
    {
        const auto record = m_reader.next();
        if (!record) {
            if (!m_reader.fault())
                unreadable(
                    1, ImportText::tr("the file is empty; its first line must name the columns"));
            return false;
        }
        m_header = record->fields;
        const bool plain = m_mapping.source.isEmpty();
        for (const ImportField &field : fieldsOf(m_kind)) {
            const QString header = m_mapping.columns.value(field.name);
            // Without a mapping a column that is not needed may be missing.
            const bool absent = plain && !field.key && !m_header.contains(header);
            qsizetype column = -1;
            if (!header.isEmpty() && !absent && findColumn(header, column))
                m_columns.insert(field.name, column);
            if (header.isEmpty() && field.key && !m_mapping.constants.contains(field.name))
                unreadable(1,
                           ImportText::tr("the mapping does not say where %1 is").arg(field.name));
        }
        if (plain)
            reportUnused();
        readLists(m_mapping.only, true);
        readLists(m_mapping.leaveOut, false);
        std::ranges::stable_sort(m_lists, {}, &List::column);
        return m_table.readable;
    }

    void readLists(const QHash<QString, QStringList> &lists, bool wanted)
    {
        for (auto list = lists.begin(); list != lists.end(); ++list) {
            qsizetype column = -1;
            if (findColumn(list.key(), column))
                m_lists.push_back({column, list.value(), wanted});
        }
    }

    /// Without a mapping nobody said that a column is not wanted.
    void reportUnused()
    {
        for (const QString &header : m_header) {
            if (!m_columns.contains(header)) {
                m_table.findings.push_back(
                    {1,
                     {},
                     header,
                     false,
                     ImportText::tr("the column \"%1\" is not used").arg(header),
                     {}});
            }
        }
    }

    void readLine(const FileRow &record)
    {
        if (!record.problem.isEmpty()) {
            refuse({record.line, {}, {}, true, record.problem, {}});
            return;
        }
        if (record.fields.size() != m_header.size()) {
            refuse({record.line,
                    {},
                    {},
                    true,
                    ImportText::tr("the line has %1 columns, the header has %2")
                        .arg(record.fields.size())
                        .arg(m_header.size()),
                    {}});
            return;
        }
        for (const List &list : m_lists) {
            const QString value = record.fields[list.column];
            if (list.holds(value) == list.wanted)
                continue;
            ++m_table.leftOut;
            m_table.findings.push_back({record.line,
                                        {},
                                        value,
                                        false,
                                        ImportText::tr("left out by the mapping: %1 is \"%2\"")
                                            .arg(m_header[list.column], value),
                                        {}});
            return;
        }
        translate(record);
    }

    void translate(const FileRow &record)
    {
        ImportLine line;
        line.line = record.line;
        line.whole = qHash(record.fields, 1);
        line.fields.reserve(size_t(m_mapping.constants.size() + m_columns.size()));
        for (auto constant = m_mapping.constants.begin(); constant != m_mapping.constants.end();
             ++constant)
            line.set(constant.key(), constant.value());
        for (auto column = m_columns.begin(); column != m_columns.end(); ++column) {
            const QString &field = record.fields[column.value()];
            QString theirs = m_reader.mayBeHarmless() ? ordinary(field) : field;
            if (m_mapping.trimSpaces)
                trim(theirs);
            QString ours = theirs;
            const auto table = m_mapping.values.constFind(column.key());
            if (table != m_mapping.values.constEnd()) {
                const bool listed = table->contains(theirs);
                if (listed || table->contains(u"*"_s)) {
                    const std::optional<QString> value = table->value(listed ? theirs : u"*"_s);
                    if (!value) {
                        refuse(
                            {record.line,
                             column.key(),
                             theirs,
                             true,
                             ImportText::tr("the mapping does not say what \"%1\" means").arg(theirs),
                             {}});
                        return;
                    }
                    ours = *value;
                }
            }
            line.set(column.key(), ours);
        }
        m_table.rows.push_back(std::move(line));
    }

    void trim(QString &text)
    {
        const QString trimmed = text.trimmed();
        m_trimmed += trimmed.size() == text.size() ? 0 : 1;
        text = trimmed;
    }

    void refuse(ImportFinding finding)
    {
        ++m_table.refused;
        m_table.findings.push_back(std::move(finding));
    }

    void addRowsOfMapping()
    {
        for (const auto &row : m_mapping.rows) {
            ImportLine line;
            for (auto constant = m_mapping.constants.begin(); constant != m_mapping.constants.end();
                 ++constant)
                line.set(constant.key(), constant.value());
            for (auto field = row.begin(); field != row.end(); ++field)
                line.set(field.key(), field.value());
            m_table.rows.push_back(std::move(line));
        }
    }

    RowReader &m_reader;
    const ImportMapping &m_mapping;
    ImportKind m_kind;
    ImportProgress &m_progress;
    QStringList m_header;
    QHash<QString, qsizetype> m_columns;
    std::vector<List> m_lists; ///< by column
    qint64 m_trimmed = 0;
    ImportTable m_table;
};

} // namespace

void ImportLine::set(const QString &field, const QString &text)
{
    const auto found = std::ranges::find(fields, field, &std::pair<QString, QString>::first);
    if (found == fields.end())
        fields.emplace_back(field, text);
    else
        found->second = text;
}

ImportTable readTable(RowReader &file,
                      const ImportMapping &mapping,
                      ImportKind kind,
                      ImportProgress &progress)
{
    return TableReader(file, mapping, kind, progress).read();
}

} // namespace tanaban
