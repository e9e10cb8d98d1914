#pragma once

#include "model/export/tablesource.h"

#include <QFont>
#include <QMutex>
#include <QTemporaryFile>

#include <functional>
#include <memory>
#include <stop_token>

namespace tanaban::print {

class TextMeasure;

/// A cell as it is printed.
using CellText = std::function<QString(const TableCell &)>;

/// Why there is no spool.
struct SpoolFailure
{
    enum class Kind {
        Stopped,
        TooManyRows, ///< more than mostRowsToPrint; nothing was read yet, or more came meanwhile
        Read,        ///< the database did not answer: `read`
        Disk         ///< the temporary file could not be written: `detail`
    } kind = Kind::Disk;
    QString detail;
    std::optional<ReadFailure> read;
};

/// More are neither read nor printed: some ten thousand pages.
inline constexpr qint64 mostRowsToPrint = 500'000;

/// The rows of a table as they were at one time, as texts in a temporary file: of any number of them
/// only what is on a page is in memory. May be read by several threads at the same time.
class TableSpool
{
public:
    struct Column
    {
        QString title;
        bool number = false;   ///< nothing but numbers stand in it
        double widest = 0;     ///< of its texts and its title, in twips at referenceSize
        double widestWord = 0; ///< what would rather not be broken
    };

    /// The size of letters that widths are told for, in twips.
    static constexpr double referenceSize = 180;

    /// Reads a whole table. For workers; `progressed` is told how many rows there are, from the
    /// caller's thread.
    static Result<std::shared_ptr<const TableSpool>, SpoolFailure> read(
        TableSource &source,
        const CellText &text,
        const QFont &family,
        const std::function<void(qint64)> &progressed = {},
        const std::stop_token &stop = {});

    const QFont &family() const { return m_family; }
    const std::vector<Column> &columns() const { return m_columns; }
    qint64 rows() const { return m_rows; }

    /// Rows of the file from `offset` on, at most `most`; moves `offset` behind them. None: that was
    /// all. `starts`: where each of them begins. Fails in the system's own words.
    Result<std::vector<QStringList>, QString> rowsAt(qint64 &offset,
                                                     qint64 most,
                                                     std::vector<qint64> *starts = nullptr) const;

private:
    TableSpool() = default;
    bool write(const TableLine &line, const CellText &text, TextMeasure &measure);
    bool flush();

    QFont m_family;
    std::vector<Column> m_columns;
    std::vector<bool> m_filled; ///< by column: something stands in it
    qint64 m_rows = 0;
    QByteArray m_waiting; ///< rows that are not in the file yet
    mutable QMutex m_reading;
    mutable QTemporaryFile m_file;
};

} // namespace tanaban::print
