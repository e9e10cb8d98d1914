#include "print/tablespool.h"

#include <QDataStream>

#include "print/textmeasure.h"

namespace tanaban::print {

namespace {

constexpr qsizetype writtenAtOnce = 1 << 20;
constexpr qint64 readAtOnce = 1 << 16;

using SpoolKind = SpoolFailure::Kind;

} // namespace

Result<std::shared_ptr<const TableSpool>, SpoolFailure> TableSpool::read(
    TableSource &source,
    const CellText &text,
    const QFont &family,
    const std::function<void(qint64)> &progressed,
    const std::stop_token &stop)
{
    const auto count = source.count();
    if (!count)
        return fail(SpoolFailure{SpoolKind::Read, {}, count.error()});
    if (*count > mostRowsToPrint)
        return fail(SpoolFailure{SpoolKind::TooManyRows, {}, {}});
    const std::shared_ptr<TableSpool> spool(new TableSpool);
    spool->m_family = family;
    if (!spool->m_file.open())
        return fail(SpoolFailure{SpoolKind::Disk, spool->m_file.errorString(), {}});
    TextMeasure heads(fontFor(family, referenceSize, true));
    for (const QString &title : source.titles())
        spool->m_columns.push_back({title, true, heads.width(title), heads.widestWord(title)});
    spool->m_filled.resize(spool->m_columns.size());
    TextMeasure measure(fontFor(family, referenceSize));
    while (true) {
        const auto lines = source.next();
        if (!lines)
            return fail(SpoolFailure{SpoolKind::Read, {}, lines.error()});
        if (lines->empty())
            break;
        for (const TableLine &line : *lines) {
            if (stop.stop_requested())
                return fail(SpoolFailure{SpoolKind::Stopped, {}, {}});
            if (spool->m_rows == mostRowsToPrint)
                return fail(SpoolFailure{SpoolKind::TooManyRows, {}, {}});
            if (!spool->write(line, text, measure))
                return fail(SpoolFailure{SpoolKind::Disk, spool->m_file.errorString(), {}});
        }
        if (progressed)
            progressed(spool->m_rows);
    }
    if (!spool->flush())
        return fail(SpoolFailure{SpoolKind::Disk, spool->m_file.errorString(), {}});
    for (size_t column = 0; column < spool->m_columns.size(); ++column) {
        if (!spool->m_filled[column])
            spool->m_columns[column].number = false;
    }
    return std::shared_ptr<const TableSpool>(spool);
}

bool TableSpool::write(const TableLine &line, const CellText &text, TextMeasure &measure)
{
    QDataStream stream(&m_waiting, QIODevice::WriteOnly | QIODevice::Append);
    for (size_t i = 0; i < m_columns.size(); ++i) {
        Column &column = m_columns[i];
        const TableCell cell = i < line.size() ? line[i] : TableCell();
        const QString shown = text(cell);
        stream << shown.toUtf8();
        if (shown.isEmpty())
            continue;
        m_filled[i] = true;
        column.number = column.number && std::holds_alternative<TableNumber>(cell);
        const double width = measure.width(shown);
        column.widest = std::max(column.widest, width);
        if (width > column.widestWord)
            column.widestWord = std::max(column.widestWord, measure.widestWord(shown));
    }
    ++m_rows;
    return m_waiting.size() < writtenAtOnce || flush();
}

bool TableSpool::flush()
{
    const bool written = m_file.write(m_waiting) == m_waiting.size() && m_file.flush();
    m_waiting.clear();
    return written;
}

Result<std::vector<QStringList>, QString> TableSpool::rowsAt(qint64 &offset,
                                                             qint64 most,
                                                             std::vector<qint64> *starts) const
{
    std::vector<QStringList> rows;
    if (m_columns.empty())
        return rows;
    QByteArray bytes;
    bool complete = false;
    while (!complete) {
        {
            const QMutexLocker lock(&m_reading);
            if (!m_file.seek(offset + bytes.size()))
                return fail(m_file.errorString());
            const QByteArray more = m_file.read(readAtOnce);
            if (more.isEmpty() && m_file.error() != QFileDevice::NoError)
                return fail(m_file.errorString());
            complete = more.isEmpty();
            bytes += more;
        }
        // Rows that are whole; what is left is read again with what follows.
        QDataStream stream(bytes);
        qint64 end = 0;
        while (qint64(rows.size()) < most) {
            QStringList row;
            for (size_t i = 0; i < m_columns.size(); ++i) {
                QByteArray cell;
                stream >> cell;
                row << QString::fromUtf8(cell);
            }
            if (stream.status() != QDataStream::Ok)
                break;
            if (starts)
                starts->push_back(offset + end);
            end = stream.device()->pos();
            rows.push_back(std::move(row));
        }
        offset += end;
        bytes.remove(0, end);
        if (qint64(rows.size()) == most)
            break;
    }
    return rows;
}

} // namespace tanaban::print
