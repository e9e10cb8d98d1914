#include "model/export/csvwriter.h"

#include "model/harmlesstext.h"

#include <algorithm>

namespace tanaban {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype enoughForTheDisk = 256 * 1024;

} // namespace

QByteArray csvCell(const TableCell &cell)
{
    const auto *text = std::get_if<QString>(&cell);
    QByteArray bytes = (text ? harmless(*text) : plainText(cell)).toUtf8();
    const bool quoted = std::ranges::any_of(bytes, [](char c) {
        return c == '"' || c == ',' || c == '\n' || c == '\r' || c == ';' || c == '\t';
    });
    const bool edged = bytes.startsWith(' ') || bytes.endsWith(' ');
    if (quoted || edged)
        bytes = '"' + bytes.replace("\"", "\"\"") + '"';
    return bytes;
}

CsvWriter::CsvWriter(const QString &path)
    : m_file(path)
{}

Result<Done, QString> CsvWriter::begin(const QStringList &titles)
{
    if (!m_file.open(QIODevice::WriteOnly))
        return fail(m_file.errorString());
    m_waiting = "\xef\xbb\xbf"; // else Excel takes UTF-8 for the computer's old code page
    TableLine line;
    for (const QString &title : titles)
        line.emplace_back(title);
    return add(line);
}

Result<Done, QString> CsvWriter::add(const TableLine &line)
{
    bool first = true;
    for (const TableCell &cell : line) {
        if (!first)
            m_waiting += ',';
        m_waiting += csvCell(cell);
        first = false;
    }
    m_waiting += "\r\n";
    if (m_waiting.size() < enoughForTheDisk)
        return Done{};
    if (m_file.write(m_waiting) != m_waiting.size())
        return fail(m_file.errorString());
    m_waiting.clear();
    return Done{};
}

Result<Done, QString> CsvWriter::finish()
{
    if (m_file.write(m_waiting) != m_waiting.size() || !m_file.commit())
        return fail(m_file.errorString());
    return Done{};
}

} // namespace tanaban
