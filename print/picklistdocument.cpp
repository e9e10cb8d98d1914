#include "print/picklistdocument.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

#include "print/textmeasure.h"

namespace tanaban::print {

using namespace Qt::StringLiterals;

namespace {

constexpr double mm = twipsPerMillimetre;
constexpr double columnGap = 2.5 * mm;
constexpr double blockPadding = 2.4 * mm; ///< above and below a row together
constexpr double boxSide = 5 * mm;
constexpr double barsHeight = 9 * mm;
constexpr double leastProduct = 38 * mm;
constexpr double dot = twipsPerInch / 600; ///< modules are whole dots of usual printers
constexpr double usualModule = 6 * dot;    ///< a quarter of a millimetre
constexpr double usualSquare = 10 * dot;
constexpr qsizetype anyNumber = 60; ///< of lines: nothing is cut off

const QColor pickHairline(190, 190, 190);

double wholeOf(const Barcode &barcode, double module)
{
    return module * (barcode.columns() + barcode.quietBefore() + barcode.quietAfter());
}

/// As wide as usual, or as narrow as the room wants; 0: it cannot be read then.
double moduleIn(const Barcode &barcode, double room)
{
    const double wanted = barcode.isSquare() ? usualSquare : usualModule;
    const double most = std::min(wanted, room / wholeOf(barcode, 1));
    const double module = std::floor(most / dot + 1e-6) * dot;
    return module + 1e-6 >= barcode.leastModule() ? module : 0;
}

double heightOfCode(const Barcode &barcode, double module)
{
    if (!barcode.isSquare())
        return barsHeight;
    return module * (barcode.rows() + barcode.quietBefore() + barcode.quietAfter());
}

void paintCode(QPainter &painter, const Barcode &barcode, QPointF corner, double module)
{
    const double quiet = module * barcode.quietBefore();
    // Whole dots from the edge of the paper on.
    const double x = std::round((corner.x() + quiet) / dot) * dot;
    const double y = corner.y() + (barcode.isSquare() ? quiet : 0);
    barcode.paint(painter, {x, y}, module, barsHeight);
}

double write(QPainter &painter, TextMeasure &measure, const QStringList &lines, QPointF at)
{
    painter.setFont(measure.font());
    for (const QString &line : lines) {
        painter.drawText(QPointF(at.x(), at.y() + measure.ascent()), line);
        at.ry() += measure.lineHeight();
    }
    return at.y();
}

double widestOf(const std::vector<PickSection> &sections,
                const std::function<double(const PickRow &)> &widthOf)
{
    double widest = 0;
    for (const PickSection &section : sections) {
        for (const PickRow &row : section.rows)
            widest = std::max(widest, widthOf(row) * 1.02);
    }
    return widest;
}

} // namespace

/// All sizes of letters that there are.
struct PickListDocument::Fonts
{
    explicit Fonts(const QFont &family)
        : large(fontFor(family, 300, true))
        , strong(fontFor(family, 230, true))
        , title(fontFor(family, 210, true))
        , usual(fontFor(family, 190))
        , small(fontFor(family, 160))
    {}

    TextMeasure large;  ///< bins
    TextMeasure strong; ///< quantities
    TextMeasure title;
    TextMeasure usual;
    TextMeasure small;
};

PickListDocument::PickListDocument(PickListContent content, QFont family, const QPageLayout &layout)
    : m_content(std::move(content))
    , m_family(std::move(family))
    , m_layout(layout)
    , m_room(contentOf(insideOf(paperSize())))
{
    Fonts fonts(m_family);
    placeColumns(fonts);
    findPages(fonts);
}

/// Bin, quantity, order and code take what they need within limits; the product has the rest.
void PickListDocument::placeColumns(Fonts &fonts)
{
    const auto widthOf = [&](TextMeasure &measure, const QString &head, double most, auto text) {
        const double widest = widestOf(
            m_content.sections, [&](const PickRow &row) { return measure.width(text(row)); });
        return std::clamp(std::max(widest, fonts.small.width(head) * 1.02), 12 * mm, most);
    };
    const double room = m_room.width();
    m_content.heads.resize(5);
    m_box.width = boxSide;
    m_bin.width = widthOf(
        fonts.large, m_content.heads[0], room * 0.2, [](const PickRow &row) { return row.bin; });
    m_quantity.width = widthOf(fonts.strong,
                               m_content.heads[2],
                               room * 0.17,
                               [](const PickRow &row) { return row.quantity; });
    m_order.width = widthOf(
        fonts.usual, m_content.heads[3], room * 0.15, [](const PickRow &row) { return row.order; });
    m_code.width = widestOf(m_content.sections, [](const PickRow &row) {
        if (!row.barcode)
            return 0.0;
        return wholeOf(*row.barcode, row.barcode->isSquare() ? usualSquare : usualModule);
    });
    const auto rest = [&] {
        const double used = m_box.width + m_bin.width + m_quantity.width + m_order.width;
        return room - used - 5 * columnGap;
    };
    m_code.width = std::min({m_code.width, room * 0.34, rest() - leastProduct});
    m_product.width = rest() - m_code.width;
    double left = m_room.left();
    for (Column *column : {&m_box, &m_bin, &m_product, &m_quantity, &m_order, &m_code}) {
        column->left = left;
        left += column->width + columnGap;
    }
}

PickListDocument::Cells PickListDocument::cellsOf(const PickRow &row, Fonts &fonts) const
{
    Cells cells;
    cells.bin = fonts.large.wrapped(row.bin, m_bin.width, anyNumber);
    cells.product = fonts.usual.wrapped(row.product, m_product.width, anyNumber);
    for (const QString &detail : row.details)
        cells.details << fonts.small.wrapped(detail, m_product.width, anyNumber);
    cells.quantity = fonts.strong.wrapped(row.quantity, m_quantity.width, anyNumber);
    cells.order = fonts.usual.wrapped(row.order, m_order.width, anyNumber);
    cells.text = std::max({boxSide,
                           double(cells.bin.size()) * fonts.large.lineHeight(),
                           double(cells.product.size()) * fonts.usual.lineHeight()
                               + double(cells.details.size()) * fonts.small.lineHeight(),
                           double(cells.quantity.size()) * fonts.strong.lineHeight(),
                           double(cells.order.size()) * fonts.usual.lineHeight()});
    if (row.barcode && moduleIn(*row.barcode, m_code.width) == 0) {
        const double module = moduleIn(*row.barcode, m_room.right() - m_product.left);
        if (module > 0)
            cells.codeBelow = heightOfCode(*row.barcode, module) + fonts.small.lineHeight()
                              + mm / 2;
    }
    return cells;
}

double PickListDocument::heightOf(const PickRow &row, const Cells &cells, const Fonts &fonts)
{
    double beside = 0;
    if (row.barcode && cells.codeBelow == 0)
        beside = heightOfCode(*row.barcode, usualSquare) + fonts.small.lineHeight() + mm / 2;
    return std::max(cells.text + cells.codeBelow, beside) + blockPadding;
}

size_t PickListDocument::ordersInLine() const
{
    if (m_content.orders.size() < 2)
        return 1;
    return m_room.width() > m_room.height() ? 3 : 2;
}

double PickListDocument::orderWidth() const
{
    return m_room.width() / double(ordersInLine()) - columnGap;
}

double PickListDocument::orderHeight(const PickOrder &order, Fonts &fonts) const
{
    const double text = double(fonts.title.wrapped(order.number, orderWidth(), anyNumber).size())
                            * fonts.title.lineHeight()
                        + double(fonts.small.wrapped(order.note, orderWidth(), anyNumber).size())
                              * fonts.small.lineHeight();
    const double module = order.barcode ? moduleIn(*order.barcode, orderWidth()) : 0;
    return text + (module > 0 ? heightOfCode(*order.barcode, module) + mm : 0) + 2 * mm;
}

QStringList PickListDocument::titleOf(size_t section, bool again, Fonts &fonts) const
{
    const PickSection &what = m_content.sections[section];
    return fonts.title.wrapped(again ? what.titleAgain : what.title, m_room.width(), anyNumber);
}

double PickListDocument::sectionHeight(size_t section, bool again, Fonts &fonts) const
{
    return double(titleOf(section, again, fonts).size()) * fonts.title.lineHeight()
           + fonts.small.lineHeight() + 5 * mm;
}

/// On the page that has begun, or on a new one where it does not fit there.
void PickListDocument::add(const Block &block)
{
    m_pages.back().push_back(block);
    m_used += block.height;
}

void PickListDocument::findPages(Fonts &fonts)
{
    m_pages = {{}};
    const auto turn = [this] {
        m_pages.emplace_back();
        m_used = 0;
    };
    const size_t inLine = ordersInLine();
    for (size_t first = 0; first < m_content.orders.size(); first += inLine) {
        Block block{Block::Kind::Orders, first};
        const size_t end = std::min(first + inLine, m_content.orders.size());
        for (size_t i = first; i < end; ++i)
            block.height = std::max(block.height, orderHeight(m_content.orders[i], fonts));
        if (m_used > 0 && m_used + block.height > m_room.height())
            turn();
        add(block);
    }
    for (size_t section = 0; section < m_content.sections.size(); ++section) {
        const auto &rows = m_content.sections[section].rows;
        for (size_t row = 0; row < rows.size(); ++row) {
            const Block block{Block::Kind::Row,
                              section,
                              row,
                              false,
                              heightOf(rows[row], cellsOf(rows[row], fonts), fonts)};
            // A heading stays with the first of its rows.
            const double heading = row == 0 ? sectionHeight(section, false, fonts) : 0;
            const bool turns = m_used > 0 && m_used + heading + block.height > m_room.height();
            if (turns)
                turn();
            if (turns || row == 0) {
                const bool again = row > 0;
                const double height = sectionHeight(section, again, fonts);
                add({Block::Kind::Section, section, 0, again, height});
            }
            add(block);
        }
    }
}

Result<Done, QString> PickListDocument::paint(QPainter &painter, int page) const
{
    Fonts fonts(m_family);
    paintFrame(painter, m_content.frame, m_family, insideOf(paperSize()), page, pageCount());
    double top = m_room.top();
    for (const Block &block : m_pages[size_t(page)]) {
        painter.setPen(Qt::black);
        if (block.kind == Block::Kind::Orders)
            paintOrders(painter, block, top, fonts);
        else if (block.kind == Block::Kind::Section)
            paintSection(painter, block, top, fonts);
        else
            paintRow(painter, block, top, fonts);
        top += block.height;
    }
    return Done{};
}

void PickListDocument::paintOrders(QPainter &painter,
                                   const Block &block,
                                   double top,
                                   Fonts &fonts) const
{
    const size_t end = std::min(block.section + ordersInLine(), m_content.orders.size());
    double left = m_room.left();
    for (size_t i = block.section; i < end; ++i) {
        const PickOrder &order = m_content.orders[i];
        double y = write(painter,
                         fonts.title,
                         fonts.title.wrapped(order.number, orderWidth(), anyNumber),
                         {left, top});
        y = write(painter,
                  fonts.small,
                  fonts.small.wrapped(order.note, orderWidth(), anyNumber),
                  {left, y});
        if (const double module = order.barcode ? moduleIn(*order.barcode, orderWidth()) : 0;
            module > 0)
            paintCode(painter, *order.barcode, {left, y + mm}, module);
        left += orderWidth() + columnGap;
    }
}

/// With the heads of the columns below it.
void PickListDocument::paintSection(QPainter &painter,
                                    const Block &block,
                                    double top,
                                    Fonts &fonts) const
{
    double y = write(painter,
                     fonts.title,
                     titleOf(block.section, block.again, fonts),
                     {m_room.left(), top + 2.5 * mm});
    const auto head = [&](int index, const Column &column, bool toTheRight) {
        const QString text = fonts.small.elided(m_content.heads[index], column.width);
        const double x = toTheRight ? column.right() - fonts.small.width(text) : column.left;
        write(painter, fonts.small, {text}, {x, y + 0.5 * mm});
    };
    head(0, m_bin, false);
    head(1, m_product, false);
    head(2, m_quantity, true);
    head(3, m_order, false);
    head(4, m_code, false);
    y = top + block.height - mm;
    painter.setPen(QPen(Qt::black, 14));
    painter.drawLine(QPointF(m_room.left(), y), QPointF(m_room.right(), y));
}

void PickListDocument::paintRow(QPainter &painter, const Block &block, double top, Fonts &fonts) const
{
    const PickRow &row = m_content.sections[block.section].rows[block.row];
    const Cells cells = cellsOf(row, fonts);
    const double y = top + blockPadding / 2;
    painter.setPen(QPen(Qt::black, 16));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(QRectF(m_box.left, y + 20, boxSide, boxSide));
    painter.setPen(Qt::black);
    write(painter, fonts.large, cells.bin, {m_bin.left, y});
    const double below = write(painter, fonts.usual, cells.product, {m_product.left, y});
    write(painter, fonts.small, cells.details, {m_product.left, below});
    double line = y;
    const QFontMetricsF metrics(fonts.strong.font()); // its letters together, for one edge
    for (const QString &text : cells.quantity) {
        const double left = m_quantity.right() - metrics.horizontalAdvance(text);
        line = write(painter, fonts.strong, {text}, {left, line});
    }
    write(painter, fonts.usual, cells.order, {m_order.left, y});
    if (row.barcode) {
        const bool beside = cells.codeBelow == 0;
        const QPointF at(beside ? m_code.left : m_product.left, beside ? y : y + cells.text);
        const double module = moduleIn(*row.barcode, m_room.right() - at.x() + 1e-3);
        if (module > 0) {
            paintCode(painter, *row.barcode, at, module);
            const double quiet = module * row.barcode->quietBefore();
            const QString readable = fonts.small.elided(row.readable,
                                                        m_room.right() - at.x() - quiet);
            write(painter,
                  fonts.small,
                  {readable},
                  {at.x() + quiet, at.y() + heightOfCode(*row.barcode, module) + mm / 2});
        }
    }
    const double bottom = top + block.height;
    painter.setPen(QPen(pickHairline, 6));
    painter.drawLine(QPointF(m_room.left(), bottom), QPointF(m_room.right(), bottom));
}

} // namespace tanaban::print
