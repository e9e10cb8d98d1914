#pragma once

#include <QFont>

#include "print/barcode.h"
#include "print/document.h"
#include "print/pageframe.h"

namespace tanaban::print {

class TextMeasure;

/// One stop of a picker, in the words of the reader.
struct PickRow
{
    QString bin; ///< large: it is looked for from afar
    QString product;
    QStringList details; ///< below the product: its code, the lot, when it expires
    QString quantity;    ///< with its unit
    QString order;       ///< number and line
    std::optional<Barcode> barcode;
    QString readable; ///< the same for people, below the bars
};

/// The stops of one zone, in the order in which they are walked.
struct PickSection
{
    QString title;
    QString titleAgain; ///< on the pages after the first one
    std::vector<PickRow> rows;
};

/// An order that is fetched.
struct PickOrder
{
    QString number;
    QString note; ///< for whom
    std::optional<Barcode> barcode;
};

/// Everything that stands on a pick list.
struct PickListContent
{
    PageFrame frame;
    std::vector<PickOrder> orders;
    QStringList heads; ///< of bin, product, quantity, order and bar code
    std::vector<PickSection> sections;
};

/// A pick list on paper: the orders with their bar codes, then zone by zone one row per stop with a
/// box to tick. Nothing is cut off, what is long takes more lines; a row stays on one page.
class PickListDocument final : public Document
{
public:
    /// For workers.
    PickListDocument(PickListContent content, QFont family, const QPageLayout &layout);

    int pageCount() const override { return int(m_pages.size()); }
    QPageLayout layout() const override { return m_layout; }
    Result<Done, QString> paint(QPainter &painter, int page) const override;

private:
    /// What stays together on a page.
    struct Block
    {
        enum class Kind {
            Orders, ///< one line of them
            Section,
            Row
        } kind = Kind::Row;
        size_t section = 0; ///< or the first order of the line
        size_t row = 0;
        bool again = false; ///< the heading of a section that began on an earlier page
        double height = 0;
    };
    struct Column
    {
        double left = 0;
        double width = 0;
        double right() const { return left + width; }
    };
    /// The lines of a row.
    struct Cells
    {
        QStringList bin;
        QStringList product;
        QStringList details;
        QStringList quantity;
        QStringList order;
        double text = 0;      ///< height of what is written
        double codeBelow = 0; ///< height of a code that is too wide for its column
    };

    struct Fonts;

    void placeColumns(Fonts &fonts);
    void findPages(Fonts &fonts);
    void add(const Block &block);
    Cells cellsOf(const PickRow &row, Fonts &fonts) const;
    static double heightOf(const PickRow &row, const Cells &cells, const Fonts &fonts);
    size_t ordersInLine() const;
    double orderWidth() const;
    double orderHeight(const PickOrder &order, Fonts &fonts) const;
    QStringList titleOf(size_t section, bool again, Fonts &fonts) const;
    double sectionHeight(size_t section, bool again, Fonts &fonts) const;
    void paintOrders(QPainter &painter, const Block &block, double top, Fonts &fonts) const;
    void paintSection(QPainter &painter, const Block &block, double top, Fonts &fonts) const;
    void paintRow(QPainter &painter, const Block &block, double top, Fonts &fonts) const;

    PickListContent m_content;
    QFont m_family;
    QPageLayout m_layout;
    QRectF m_room;
    Column m_box;
    Column m_bin;
    Column m_product;
    Column m_quantity;
    Column m_order;
    Column m_code;
    std::vector<std::vector<Block>> m_pages;
    double m_used = 0; ///< of the last page
};

} // namespace tanaban::print
