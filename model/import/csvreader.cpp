#include "model/import/csvreader.h"

#include "model/import/importtext.h"

#include <QStringDecoder>

#include <algorithm>
#include <array>

namespace tanaban {

using namespace Qt::StringLiterals;

namespace {

/// The separator that stands most often in the first line, outside quotation marks.
char separatorOf(const QByteArray &content, qsizetype start)
{
    std::array<std::pair<char, int>, 3> counts{{{',', 0}, {';', 0}, {'\t', 0}}};
    bool quoted = false;
    for (qsizetype i = start; i < content.size(); ++i) {
        const char character = content[i];
        if (character == '"')
            quoted = !quoted;
        if (quoted)
            continue;
        if (character == '\n' || character == '\r')
            break;
        for (auto &[candidate, count] : counts)
            count += character == candidate ? 1 : 0;
    }
    return std::ranges::max_element(counts, {}, &std::pair<char, int>::second)->first;
}

/// The length of the valid UTF-8 sequence at `position`, or 0. Overlong forms, surrogates and
/// numbers beyond Unicode are not valid.
qsizetype sequenceLength(const QByteArray &content, qsizetype position)
{
    const auto byte = [&content, position](qsizetype offset) -> uint {
        return position + offset < content.size() ? uchar(content[position + offset]) : 0U;
    };
    const auto continues = [&byte](qsizetype offset) { return (byte(offset) & 0xC0U) == 0x80U; };
    const uint first = byte(0);
    if (first < 0x80U)
        return 1;
    if (first >= 0xC2U && first <= 0xDFU)
        return continues(1) ? 2 : 0;
    if (first >= 0xE0U && first <= 0xEFU) {
        const bool range = (first != 0xE0U || byte(1) >= 0xA0U)
                           && (first != 0xEDU || byte(1) < 0xA0U);
        return range && continues(1) && continues(2) ? 3 : 0;
    }
    if (first >= 0xF0U && first <= 0xF4U) {
        const bool range = (first != 0xF0U || byte(1) >= 0x90U)
                           && (first != 0xF4U || byte(1) < 0x90U);
        return range && continues(1) && continues(2) && continues(3) ? 4 : 0;
    }
    return 0;
}

} // namespace

std::unique_ptr<RowReader> csvReaderFor(const QByteArray &content, std::optional<char> separator)
{
    return std::make_unique<CsvReader>(content, separator);
}

CsvReader::CsvReader(QByteArray content, std::optional<char> separator)
    : m_content(std::move(content))
{
    if (m_content.startsWith("\xFF\xFE") || m_content.startsWith("\xFE\xFF")) {
        readUtf16();
    } else if (m_content.startsWith("\xEF\xBB\xBF")) {
        m_position = 3;
        m_lineStart = 3;
    }
    m_separator = separator ? *separator : separatorOf(m_content, m_position);
    findEncodingFaults();
}

void CsvReader::readUtf16()
{
    QStringDecoder decoder(QStringDecoder::Utf16); // the mark says which of the two
    const QString text = decoder(m_content);
    const bool whole = m_content.size() % 2 == 0 && text.isValidUtf16();
    m_content = text.toUtf8();
    if (decoder.hasError() || !whole)
        failAt(1, 1, ImportText::tr("the file begins like UTF-16 and is not; save it as UTF-8"));
}

void CsvReader::findEncodingFaults()
{
    if (m_fault)
        return;
    qint64 line = 1;
    qsizetype lineStart = m_lineStart;
    for (qsizetype i = m_position; i < m_content.size();) {
        const qsizetype length = m_content[i] == '\0' ? 0 : sequenceLength(m_content, i);
        if (length == 0) {
            failAt(line,
                   i - lineStart + 1,
                   ImportText::tr("the byte %1 is not UTF-8 text; save the file as UTF-8")
                       .arg(u"0x"_s + QString::number(uchar(m_content[i]), 16).toUpper()));
            return;
        }
        const bool carriageReturn = m_content[i] == '\r'
                                    && !m_content.mid(i + 1, 1).startsWith('\n');
        if (m_content[i] == '\n' || carriageReturn) {
            ++line;
            lineStart = i + 1;
        }
        i += length;
    }
}

std::optional<FileRow> CsvReader::next()
{
    while (!m_fault && !atEnd() && atLineEnd())
        skipLineEnd();
    if (m_fault || atEnd())
        return std::nullopt;
    if (m_line > mostLines) {
        failHere(ImportText::tr("more than %1 lines; divide the file").arg(mostLines));
        return std::nullopt;
    }
    FileRow record;
    record.line = m_line;
    while (true) {
        QByteArray field;
        const bool quoted = !atEnd() && current() == '"';
        if (!(quoted ? readQuoted(field) : readPlain(field)))
            return std::nullopt;
        record.fields += QString::fromUtf8(field);
        if (record.fields.size() > mostColumns) {
            failHere(ImportText::tr("more than %1 columns").arg(mostColumns));
            return std::nullopt;
        }
        if (atEnd())
            return record;
        if (atLineEnd()) {
            skipLineEnd();
            return record;
        }
        ++m_position; // the separator
    }
}

void CsvReader::advance()
{
    if (atLineEnd())
        skipLineEnd();
    else
        ++m_position;
}

void CsvReader::skipLineEnd()
{
    if (current() == '\r' && m_position + 1 < m_content.size() && m_content[m_position + 1] == '\n')
        ++m_position;
    ++m_position;
    ++m_line;
    m_lineStart = m_position;
}

bool CsvReader::add(QByteArray &field)
{
    const qsizetype start = m_position;
    advance();
    field.append(m_content.constData() + start, m_position - start);
    if (field.size() <= longestField)
        return true;
    return failHere(ImportText::tr("a field is longer than %1 bytes").arg(longestField));
}

bool CsvReader::readPlain(QByteArray &field)
{
    while (!atEnd() && !atLineEnd() && current() != m_separator) {
        if (!add(field))
            return false;
    }
    return true;
}

bool CsvReader::readQuoted(QByteArray &field)
{
    const qint64 line = m_line;
    const qint64 column = m_position - m_lineStart + 1;
    ++m_position;
    while (!atEnd()) {
        if (current() != '"') {
            if (!add(field))
                return false;
            continue;
        }
        ++m_position;
        if (atEnd() || atLineEnd() || current() == m_separator)
            return true;
        if (current() != '"')
            return failHere(ImportText::tr("text after a closing quotation mark"));
        if (!add(field))
            return false;
    }
    return failAt(line, column, ImportText::tr("this quotation mark is never closed"));
}

bool CsvReader::failHere(const QString &text)
{
    return failAt(m_line, m_position - m_lineStart + 1, text);
}

bool CsvReader::failAt(qint64 line, qint64 column, const QString &text)
{
    m_fault = FileFault{line, column, text};
    return false;
}

} // namespace tanaban
