#pragma once

#include "print/document.h"
#include "print/pageframe.h"
#include "print/tablespool.h"

namespace tanaban::print {

class TextMeasure;

/// A table on paper: the header row on each page, numbers to the right, columns as wide as what
/// stands in them. What is too wide is set a little smaller, then in several lines.
class TableDocument final : public Document
{
public:
    /// Finds the columns and the ends of the pages. For workers.
    static Result<std::shared_ptr<const TableDocument>, SpoolFailure> make(
        std::shared_ptr<const TableSpool> spool,
        PageFrame frame,
        const QPageLayout &layout,
        const std::stop_token &stop = {});

    int pageCount() const override { return int(m_pages.size()); }
    QPageLayout layout() const override { return m_layout; }
    Result<Done, QString> paint(QPainter &painter, int page) const override;

private:
    struct Column
    {
        double left = 0;
        double width = 0; ///< without the gap to its neighbours
    };
    struct Page
    {
        qint64 offset = 0;
        int rows = 0;
    };

    TableDocument() = default;
    void placeColumns();
    void shareRoom(double room);
    void widen(double room);
    double headHeight() const;
    double roomForRows() const;
    /// The lines of each cell.
    std::vector<QStringList> linesOf(const QStringList &row, TextMeasure &measure) const;
    double heightOf(const std::vector<QStringList> &cells, const TextMeasure &measure) const;
    Result<Done, SpoolFailure> findPages(const std::stop_token &stop);
    double paintHead(QPainter &painter) const;
    void paintRow(QPainter &painter,
                  const std::vector<QStringList> &cells,
                  double top,
                  const TextMeasure &measure) const;
    QRectF inside() const;

    std::shared_ptr<const TableSpool> m_spool;
    PageFrame m_frame;
    QPageLayout m_layout;
    double m_size = TableSpool::referenceSize; ///< of letters
    std::vector<Column> m_columns;
    std::vector<QStringList> m_head; ///< the titles in lines
    std::vector<Page> m_pages;
};

} // namespace tanaban::print
