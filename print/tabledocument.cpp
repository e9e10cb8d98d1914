#include "print/tabledocument.h"

#include <QPainter>

#include <numeric>

#include "print/textmeasure.h"

namespace tanaban::print {

using namespace Qt::StringLiterals;

namespace {

constexpr double gap = 130;       ///< between columns
constexpr double rowPadding = 12; ///< above and below a row together
constexpr double smallest = 0.78; ///< of the usual size of letters
constexpr double widestGain = 1.5;
constexpr qsizetype mostLines = 6; ///< of a cell
constexpr qint64 rowsAtOnce = 1000;

const QColor hairline(205, 205, 205);

/// Sums of many parts are a little more than their parts.
constexpr double tolerance = 1.02;

} // namespace

Result<std::shared_ptr<const TableDocument>, SpoolFailure> TableDocument::make(
    std::shared_ptr<const TableSpool> spool,
    PageFrame frame,
    const QPageLayout &layout,
    const std::stop_token &stop)
{
    const std::shared_ptr<TableDocument> document(new TableDocument);
    document->m_spool = std::move(spool);
    document->m_frame = std::move(frame);
    document->m_layout = layout;
    document->placeColumns();
    if (const auto found = document->findPages(stop); !found)
        return fail(SpoolFailure(found.error()));
    return std::shared_ptr<const TableDocument>(document);
}

QRectF TableDocument::inside() const
{
    return insideOf(paperSize());
}

/// As large as usual where that fits, else smaller; what does not fit then is shared out.
void TableDocument::placeColumns()
{
    const auto &columns = m_spool->columns();
    const double room = inside().width() - gap * double(columns.size() - 1);
    const double wanted =
        tolerance
        * std::accumulate(columns.begin(), columns.end(), 0.0, [](double sum, const auto &each) {
              return sum + each.widest;
          });
    const double scale = std::clamp(room / std::max(1.0, wanted), smallest, 1.0);
    m_size = TableSpool::referenceSize * scale;
    m_columns.resize(columns.size());
    for (size_t i = 0; i < columns.size(); ++i)
        m_columns[i].width = columns[i].widest * scale * tolerance;
    if (wanted * scale > room + 1)
        shareRoom(room);
    else
        widen(room);
    double left = inside().left();
    for (Column &column : m_columns) {
        column.left = left;
        left += column.width + gap;
    }
    TextMeasure heads(fontFor(m_spool->family(), m_size, true));
    m_head.clear();
    for (size_t i = 0; i < columns.size(); ++i)
        m_head.push_back(heads.wrapped(columns[i].title, m_columns[i].width, 3));
}

/// Numbers and what is short keep their room; the others get equal parts of the rest, and no less
/// than their widest word where that is possible.
void TableDocument::shareRoom(double room)
{
    const auto &columns = m_spool->columns();
    const double scale = m_size / TableSpool::referenceSize * tolerance;
    std::vector<double> least;
    for (const auto &column : columns)
        least.push_back((column.number ? column.widest : column.widestWord) * scale);
    const double leastInAll = std::accumulate(least.begin(), least.end(), 0.0);
    if (leastInAll >= room) { // words break
        for (size_t i = 0; i < m_columns.size(); ++i)
            m_columns[i].width = least[i] * room / leastInAll;
        return;
    }
    // The part that makes the sum of min(wanted, max(least, part)) the room, by halving.
    const auto widthAt = [&](size_t i, double part) {
        return std::min(m_columns[i].width, std::max(least[i], part));
    };
    double low = 0;
    double high = room;
    for (int step = 0; step < 50; ++step) {
        const double part = (low + high) / 2;
        double sum = 0;
        for (size_t i = 0; i < m_columns.size(); ++i)
            sum += widthAt(i, part);
        (sum > room ? high : low) = part;
    }
    for (size_t i = 0; i < m_columns.size(); ++i)
        m_columns[i].width = widthAt(i, low);
}

/// What is left is for all of them, up to a limit: a narrow table stays one that is read easily.
void TableDocument::widen(double room)
{
    const double used = std::accumulate(
        m_columns.begin(), m_columns.end(), 0.0, [](double sum, const Column &each) {
            return sum + each.width;
        });
    const double gain = used > 0 ? std::min(widestGain, room / used) : 1;
    for (Column &column : m_columns)
        column.width *= gain;
}

double TableDocument::headHeight() const
{
    qsizetype lines = 1;
    for (const QStringList &title : m_head)
        lines = std::max(lines, title.size());
    const TextMeasure measure(fontFor(m_spool->family(), m_size, true));
    return double(lines) * measure.lineHeight() + rowPadding + 40;
}

double TableDocument::roomForRows() const
{
    return contentOf(inside()).height() - headHeight();
}

std::vector<QStringList> TableDocument::linesOf(const QStringList &row, TextMeasure &measure) const
{
    std::vector<QStringList> cells;
    for (size_t i = 0; i < m_columns.size(); ++i)
        cells.push_back(measure.wrapped(row.value(qsizetype(i)), m_columns[i].width, mostLines));
    return cells;
}

double TableDocument::heightOf(const std::vector<QStringList> &cells,
                               const TextMeasure &measure) const
{
    qsizetype lines = 1;
    for (const QStringList &cell : cells)
        lines = std::max(lines, cell.size());
    return double(lines) * measure.lineHeight() + rowPadding;
}

Result<Done, SpoolFailure> TableDocument::findPages(const std::stop_token &stop)
{
    TextMeasure measure(fontFor(m_spool->family(), m_size));
    const double room = roomForRows();
    qint64 offset = 0;
    double used = 0;
    m_pages = {Page()};
    while (true) {
        if (stop.stop_requested())
            return fail(SpoolFailure{SpoolFailure::Kind::Stopped, {}, {}});
        std::vector<qint64> starts;
        const auto rows = m_spool->rowsAt(offset, rowsAtOnce, &starts);
        if (!rows)
            return fail(SpoolFailure{SpoolFailure::Kind::Disk, rows.error(), {}});
        if (rows->empty())
            return Done{};
        for (size_t i = 0; i < rows->size(); ++i) {
            const double height = heightOf(linesOf((*rows)[i], measure), measure);
            if (used + height > room && m_pages.back().rows > 0) {
                m_pages.push_back({starts[i], 0});
                used = 0;
            }
            used += height;
            ++m_pages.back().rows;
        }
    }
}

Result<Done, QString> TableDocument::paint(QPainter &painter, int page) const
{
    const Page &what = m_pages[size_t(page)];
    qint64 offset = what.offset;
    const auto rows = m_spool->rowsAt(offset, what.rows);
    if (!rows)
        return fail(QString(rows.error()));
    paintFrame(painter, m_frame, m_spool->family(), inside(), page, pageCount());
    double top = paintHead(painter);
    TextMeasure measure(fontFor(m_spool->family(), m_size));
    painter.setFont(measure.font());
    for (const QStringList &row : *rows) {
        const std::vector<QStringList> cells = linesOf(row, measure);
        paintRow(painter, cells, top, measure);
        top += heightOf(cells, measure);
    }
    return Done{};
}

double TableDocument::paintHead(QPainter &painter) const
{
    const QRectF room = contentOf(inside());
    const double top = room.top();
    const double bottom = top + headHeight();
    const TextMeasure bold(fontFor(m_spool->family(), m_size, true));
    painter.setFont(bold.font());
    painter.setPen(Qt::black);
    // Titles stand on the rule, whatever they take.
    qsizetype lines = 1;
    for (const QStringList &title : m_head)
        lines = std::max(lines, title.size());
    std::vector<QStringList> titles = m_head;
    for (QStringList &title : titles) {
        while (title.size() < lines)
            title.prepend(QString());
    }
    paintRow(painter, titles, top, bold);
    painter.setPen(QPen(Qt::black, 14));
    painter.drawLine(QPointF(room.left(), bottom - 20), QPointF(room.right(), bottom - 20));
    return bottom;
}

void TableDocument::paintRow(QPainter &painter,
                             const std::vector<QStringList> &cells,
                             double top,
                             const TextMeasure &measure) const
{
    painter.setPen(Qt::black);
    const QFontMetricsF metrics(measure.font());
    for (size_t i = 0; i < cells.size(); ++i) {
        double line = top + rowPadding / 2 + measure.ascent();
        for (const QString &text : cells[i]) {
            const double left = m_spool->columns()[i].number
                                    ? m_columns[i].left + m_columns[i].width
                                          - metrics.horizontalAdvance(text)
                                    : m_columns[i].left;
            if (!text.isEmpty())
                painter.drawText(QPointF(left, line), text);
            line += measure.lineHeight();
        }
    }
    const double bottom = top + heightOf(cells, measure);
    painter.setPen(QPen(hairline, 6));
    painter.drawLine(QPointF(inside().left(), bottom), QPointF(inside().right(), bottom));
}

} // namespace tanaban::print
