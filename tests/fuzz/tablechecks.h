#pragma once

#include "model/import/importtable.h"
#include "tests/fuzz/target.h"

namespace tanaban::fuzz {

/// What a reader said of a file.
struct WholeFile
{
    std::vector<FileRow> rows;
    bool hasFault = false;
};

/// Reads everything: lines come in order, within the limits, and what ends them is told in words.
inline WholeFile readWhole(RowReader &reader)
{
    WholeFile file;
    qint64 last = 0;
    while (auto row = reader.next()) {
        require(row->line > last, "lines come in their order");
        last = row->line;
        require(!row->fields.isEmpty() || !row->problem.isEmpty(), "a line has fields");
        require(row->fields.size() <= RowReader::mostColumns, "no line is too wide");
        for (const QString &field : row->fields)
            require(field.toUtf8().size() <= RowReader::longestField, "no field is too long");
        file.rows.push_back(std::move(*row));
    }
    if (const auto &fault = reader.fault()) {
        file.hasFault = true;
        require(fault->line >= last && fault->line > 0 && fault->column > 0,
                "a fault comes behind what was read");
        require(!fault->text.isEmpty(), "a fault is told in words");
    }
    require(!reader.next(), "behind the end there is nothing");
    return file;
}

/// Lines taken and lines told add up; a file that cannot be read says why.
inline ImportTable checkTable(RowReader &reader, const ImportMapping &mapping, ImportKind kind)
{
    ImportProgress progress;
    ImportTable table = readTable(reader, mapping, kind, progress);
    const auto own = qint64(mapping.rows.size());
    require(table.lines == qint64(table.rows.size()) - own + table.leftOut + table.refused,
            "lines taken and lines told add up");
    require(table.readable || !table.findings.empty(), "what cannot be read says why");
    require(qint64(table.findings.size()) >= table.leftOut + table.refused,
            "every line that is left out is told");
    for (const ImportFinding &finding : table.findings)
        require(!finding.text.isEmpty() && finding.line >= 0, "a finding says what and where");
    return table;
}

/// Bytes that are kept of a table, as they grow in the heap.
inline qint64 keptBy(const ImportTable &table)
{
    const auto text = [](const QString &value) { return 64 + 4 * value.size(); };
    qint64 bytes = 0;
    for (const ImportLine &line : table.rows) {
        bytes += 128;
        for (const auto &[field, value] : line.fields)
            bytes += 96 + text(value);
    }
    for (const ImportFinding &finding : table.findings)
        bytes += 400 + text(finding.text) + text(finding.value);
    return 2 * bytes;
}

} // namespace tanaban::fuzz
