#include "model/import/importtable.h"

#include "model/harmlesstext.h"
#include "model/import/importtext.h"

namespace tanaban {

using namespace Qt::StringLiterals;

namespace {

constexpr size_t linesAtOnce = 100; ///< between two looks at the wish to stop

} // namespace

// What is wrong with the file as a whole makes it unreadable; what is wrong with a line refuses the
// line.

ImportReader::ImportReader(RowReader &file, const ImportMapping &mapping, ImportKind kind)
    : m_reader(file)
    , m_mapping(mapping)
    , m_kind(kind)
{}

std::vector<ImportLine> ImportReader::next(size_t most)
{
    std::vector<ImportLine> lines;
    if (m_state == State::Header) {
        m_state = State::Lines;
        if (!readHeader())
            endOfFile();
    }
    while (m_state == State::Lines && lines.size() < most) {
        const auto record = m_reader.next();
        if (!record) {
            endOfFile();
            break;
        }
        ++m_table.lines;
        if (auto line = lineOf(*record))
            lines.push_back(std::move(*line));
    }
    while (m_state == State::Mapping && lines.size() < most) {
        if (m_row == qsizetype(m_mapping.rows.size()))
            m_state = State::End;
        else
            lines.push_back(rowOfMapping(m_mapping.rows[size_t(m_row++)]));
    }
    return lines;
}

void ImportReader::endOfFile()
{
    m_state = State::Mapping;
    if (const auto &fault = m_reader.fault()) {
        unreadable(fault->line,
                   ImportText::tr("column %1: %2").arg(QString::number(fault->column), fault->text));
    }
    if (m_trimmed > 0) {
        note(0,
             {},
             ImportText::tr("spaces at the edges were taken off in %1 fields").arg(m_trimmed));
    }
}

bool ImportReader::List::holds(const QString &text) const
{
    return std::ranges::any_of(values, [&text](const QString &value) {
        return value.endsWith(u'*') ? text.startsWith(QStringView(value).chopped(1))
                                    : text == value;
    });
}

void ImportReader::note(qint64 line, const QString &value, const QString &text)
{
    m_table.findings.push_back({line, {}, value, false, text, {}});
}

void ImportReader::refuse(qint64 line,
                          const QString &field,
                          const QString &value,
                          const QString &text)
{
    ++m_table.refused;
    m_table.findings.push_back({line, field, value, true, text, {}});
}

void ImportReader::unreadable(qint64 line, const QString &text)
{
    m_table.readable = false;
    m_table.findings.push_back({line, {}, {}, true, text, {}});
}

bool ImportReader::findColumn(const QString &header, qsizetype &column)
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

bool ImportReader::readHeader()
{
    const auto record = m_reader.next();
    if (!record) {
        if (!m_reader.fault())
            unreadable(1, ImportText::tr("the file is empty; its first line must name the columns"));
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
            unreadable(1, ImportText::tr("the mapping does not say where %1 is").arg(field.name));
    }
    if (plain)
        reportUnused();
    readLists(m_mapping.only, true);
    readLists(m_mapping.leaveOut, false);
    std::ranges::stable_sort(m_lists, {}, &List::column);
    return m_table.readable;
}

void ImportReader::readLists(const QHash<QString, QStringList> &lists, bool wanted)
{
    for (auto list = lists.begin(); list != lists.end(); ++list) {
        qsizetype column = -1;
        if (findColumn(list.key(), column))
            m_lists.push_back({column, list.value(), wanted});
    }
}

/// Without a mapping nobody said that a column is not wanted.
void ImportReader::reportUnused()
{
    for (const QString &header : m_header) {
        if (!m_columns.contains(header))
            note(1, header, ImportText::tr("the column \"%1\" is not used").arg(header));
    }
}

std::optional<ImportLine> ImportReader::lineOf(const FileRow &record)
{
    if (!record.problem.isEmpty()) {
        refuse(record.line, {}, {}, record.problem);
        return std::nullopt;
    }
    if (record.fields.size() != m_header.size()) {
        refuse(record.line,
               {},
               {},
               ImportText::tr("the line has %1 columns, the header has %2")
                   .arg(record.fields.size())
                   .arg(m_header.size()));
        return std::nullopt;
    }
    for (const List &list : m_lists) {
        const QString value = record.fields[list.column];
        if (list.holds(value) == list.wanted)
            continue;
        ++m_table.leftOut;
        note(record.line,
             value,
             ImportText::tr("left out by the mapping: %1 is \"%2\"")
                 .arg(m_header[list.column], value));
        return std::nullopt;
    }
    return translate(record);
}

std::optional<ImportLine> ImportReader::translate(const FileRow &record)
{
    ImportLine line;
    line.line = record.line;
    line.whole = qHash(record.fields, 1);
    line.fields.reserve(size_t(m_mapping.constants.size() + m_columns.size()));
    setConstants(line);
    for (auto column = m_columns.begin(); column != m_columns.end(); ++column) {
        const QString &field = record.fields[column.value()];
        QString theirs = m_reader.mayBeHarmless() ? ordinary(field) : field;
        if (m_mapping.trimSpaces)
            trim(theirs);
        const auto value = ours(record, column.key(), theirs);
        if (!value)
            return std::nullopt;
        line.set(column.key(), *value);
    }
    return line;
}

/// What a value of theirs means with us; nothing: nobody said, and the line is refused.
std::optional<QString> ImportReader::ours(const FileRow &record,
                                          const QString &field,
                                          const QString &theirs)
{
    const auto table = m_mapping.values.constFind(field);
    if (table == m_mapping.values.constEnd())
        return theirs;
    const bool listed = table->contains(theirs);
    if (!listed && !table->contains(u"*"_s))
        return theirs;
    const std::optional<QString> value = table->value(listed ? theirs : u"*"_s);
    if (!value) {
        refuse(record.line,
               field,
               theirs,
               ImportText::tr("the mapping does not say what \"%1\" means").arg(theirs));
    }
    return value;
}

void ImportReader::trim(QString &text)
{
    const QString trimmed = text.trimmed();
    m_trimmed += trimmed.size() == text.size() ? 0 : 1;
    text = trimmed;
}

ImportLine ImportReader::rowOfMapping(const QHash<QString, QString> &row) const
{
    ImportLine line;
    setConstants(line);
    for (auto field = row.begin(); field != row.end(); ++field)
        line.set(field.key(), field.value());
    return line;
}

void ImportReader::setConstants(ImportLine &line) const
{
    for (auto constant = m_mapping.constants.begin(); constant != m_mapping.constants.end();
         ++constant)
        line.set(constant.key(), constant.value());
}

void ImportLine::set(const QString &field, const QString &text)
{
    const auto found = std::ranges::find(fields, field, &std::pair<QString, QString>::first);
    if (found == fields.end())
        fields.emplace_back(field, text);
    else
        found->second = text;
}

namespace {

/// Reads all of it; `take` gets the lines.
template <typename Take>
ImportTable readAll(ImportReader reader, ImportProgress &progress, Take take)
{
    while (!progress.stopped()) {
        std::vector<ImportLine> lines = reader.next(linesAtOnce);
        progress.done = reader.soFar().lines;
        if (lines.empty())
            break;
        take(lines);
    }
    return std::move(reader.soFar());
}

} // namespace

ImportTable readTable(RowReader &file,
                      const ImportMapping &mapping,
                      ImportKind kind,
                      ImportProgress &progress)
{
    std::vector<ImportLine> rows;
    ImportTable table = readAll(
        ImportReader(file, mapping, kind), progress, [&rows](std::vector<ImportLine> &lines) {
            std::ranges::move(lines, std::back_inserter(rows));
        });
    table.rows = std::move(rows);
    return table;
}

ImportTable countTable(RowReader &file,
                       const ImportMapping &mapping,
                       ImportKind kind,
                       ImportProgress &progress,
                       qint64 &lines)
{
    return readAll(ImportReader(file, mapping, kind),
                   progress,
                   [&lines](const std::vector<ImportLine> &some) { lines += qint64(some.size()); });
}

} // namespace tanaban
