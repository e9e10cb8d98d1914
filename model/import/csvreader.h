#pragma once

#include <QByteArray>
#include <QStringList>

#include <optional>

namespace tanaban {

/// One line of a CSV file (which may span several lines of text).
struct CsvRecord
{
    qint64 line = 0; ///< where it begins, from 1
    QStringList fields;
};

/// Where and why a file cannot be read any further.
struct CsvFault
{
    qint64 line = 0;   ///< from 1
    qint64 column = 0; ///< in bytes, from 1
    QString text;
};

/// Reads RFC 4180: UTF-8 with or without a mark, fields in quotation marks with line ends and
/// doubled marks inside; comma, semicolon or tab, found in the first line. Ends of lines are CRLF,
/// LF or CR. Empty lines are left out. Nothing is trimmed.
class CsvReader
{
public:
    static constexpr qsizetype longestField = 64 * 1024; ///< bytes
    static constexpr qsizetype mostColumns = 1000;

    /// `content` must outlive the reader.
    explicit CsvReader(const QByteArray &content, std::optional<char> separator = {});

    /// The next line, or nothing at the end or after a fault.
    std::optional<CsvRecord> next();
    const std::optional<CsvFault> &fault() const { return m_fault; }
    char separator() const { return m_separator; }

private:
    bool atEnd() const { return m_position >= m_content.size(); }
    char current() const { return m_content[m_position]; }
    bool atLineEnd() const { return current() == '\n' || current() == '\r'; }
    void findEncodingFaults();
    void advance();
    void skipLineEnd();
    bool readPlain(QByteArray &field);
    bool readQuoted(QByteArray &field);
    bool add(QByteArray &field);
    bool failHere(const QString &text);
    bool failAt(qint64 line, qint64 column, const QString &text);

    const QByteArray &m_content;
    char m_separator = ',';
    qsizetype m_position = 0;
    qsizetype m_lineStart = 0;
    qint64 m_line = 1;
    std::optional<CsvFault> m_fault;
};

} // namespace tanaban
