#pragma once

#include "model/import/rowreader.h"

namespace tanaban {

/// Reads RFC 4180: UTF-8 with or without a mark, or UTF-16 with one; fields in quotation marks with line ends and
/// doubled marks inside; comma, semicolon or tab, found in the first line. Ends of lines are CRLF,
/// LF or CR. Empty lines are left out. Nothing is trimmed.
class CsvReader final : public RowReader
{
public:
    explicit CsvReader(QByteArray content, std::optional<char> separator = {});

    std::optional<FileRow> next() override;
    const std::optional<FileFault> &fault() const override { return m_fault; }
    bool mayBeHarmless() const override { return true; }
    char separator() const { return m_separator; }

private:
    bool atEnd() const { return m_position >= m_content.size(); }
    char current() const { return m_content[m_position]; }
    bool atLineEnd() const { return current() == '\n' || current() == '\r'; }
    void readUtf16();
    void findEncodingFaults();
    void advance();
    void skipLineEnd();
    bool readPlain(QByteArray &field);
    bool readQuoted(QByteArray &field);
    bool add(QByteArray &field);
    bool failHere(const QString &text);
    bool failAt(qint64 line, qint64 column, const QString &text);

    QByteArray m_content; ///< in UTF-8
    char m_separator = ',';
    qsizetype m_position = 0;
    qsizetype m_lineStart = 0;
    qint64 m_line = 1;
    std::optional<FileFault> m_fault;
};

/// The one reader of whoever knows no other format.
std::unique_ptr<RowReader> csvReaderFor(const QByteArray &content, std::optional<char> separator);

} // namespace tanaban
