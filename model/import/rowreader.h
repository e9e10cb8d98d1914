#pragma once

#include <QByteArray>
#include <QStringList>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace tanaban {

/// One line of a table in a file.
struct FileRow
{
    qint64 line = 0; ///< from 1: where it begins in a text, its row in a workbook
    QStringList fields;
    QString problem; ///< why this line alone cannot be read; empty: it can
};

/// Where and why a file cannot be read any further.
struct FileFault
{
    qint64 line = 0;   ///< from 1
    qint64 column = 0; ///< from 1: bytes of a text, columns of a workbook
    QString text;
};

/// Reads a file line by line, as text; lines with nothing in them are left out.
class RowReader
{
public:
    static constexpr qsizetype longestField = 64 * 1024; ///< bytes of UTF-8
    static constexpr qsizetype mostColumns = 1000;
    static constexpr qint64 mostLines = 2'000'000; ///< of a text, empty ones too

    virtual ~RowReader() = default;
    /// The next line, or nothing at the end or after a fault.
    virtual std::optional<FileRow> next() = 0;
    virtual const std::optional<FileFault> &fault() const = 0;
    /// Text may have been made harmless for a spreadsheet (model/harmlesstext.h).
    virtual bool mayBeHarmless() const = 0;
};

/// The reader for what is in a file; app knows which formats there are. `separator`: of a CSV file,
/// when it shall not be found.
using RowReaders = std::function<std::unique_ptr<RowReader>(const QByteArray &content,
                                                            std::optional<char> separator)>;

/// What a file begins with.
struct FileHead
{
    QStringList titles;
    std::vector<FileRow> rows;
    std::optional<FileFault> fault; ///< within these lines
    bool mayBeHarmless = false;
};
FileHead headOf(RowReader &reader, size_t rows);

/// Reads a head again: for a look at what would become of it.
class HeadReader final : public RowReader
{
public:
    /// `head` must outlive the reader.
    explicit HeadReader(const FileHead &head)
        : m_head(head)
    {}

    std::optional<FileRow> next() override;
    const std::optional<FileFault> &fault() const override { return m_fault; }
    bool mayBeHarmless() const override { return m_head.mayBeHarmless; }

private:
    const FileHead &m_head;
    size_t m_next = 0; ///< 0: the titles
    std::optional<FileFault> m_fault;
};

} // namespace tanaban
