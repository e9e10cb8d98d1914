#include "model/import/orderlines.h"

#include "model/import/importtext.h"

namespace tanaban {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 greatestLine = 10'000; ///< of one order

} // namespace

QJsonArray OrderLines::read(const std::vector<OrderRow *> &rows)
{
    for (OrderRow *row : rows) {
        const ImportLine &line = row->read;
        if (line.text(u"product_code"_s).isEmpty() && line.text(u"quantity"_s).isEmpty())
            continue; // it tells only of the order
        readLine(*row);
        const qint64 number = numberOf(*row);
        row->line[u"line_number"_s] = number;
        if (row->fields.faulty() || repeats(*row, line.text(u"line_number"_s).isEmpty()))
            continue;
        m_numbered[number] = row;
        if (line.whole != 0)
            m_contents.insert(line.whole, row);
    }
    QJsonArray lines;
    for (const auto &[number, row] : m_numbered)
        lines.append(row->line);
    return lines;
}

/// As it is typed, or the next one.
qint64 OrderLines::numberOf(OrderRow &row) const
{
    const bool typed = !row.read.text(u"line_number"_s).isEmpty();
    const qint64 highest = m_numbered.empty() ? 0 : m_numbered.rbegin()->first;
    const qint64 number = typed ? row.fields.positive(u"line_number"_s).value_or(0) : highest + 1;
    if (number > greatestLine) {
        row.fields.refuse(u"line_number"_s,
                          ImportText::tr("an order has at most %1 lines").arg(greatestLine));
    }
    return number;
}

void OrderLines::readLine(OrderRow &row) const
{
    const QString product = row.fields.code(u"product_code"_s);
    const std::optional<int> decimals = m_products.value(product);
    if (!row.fields.faulty() && !decimals) {
        row.fields.refuse(
            u"product_code"_s, ImportText::tr("there is no such product"), Rule::UnknownProduct);
    }
    if (row.fields.faulty())
        return;
    const auto quantity = row.fields.quantity(u"quantity"_s, *decimals);
    if (!row.fields.faulty() && quantity.value_or(0) <= 0) {
        row.fields.refuse(
            u"quantity"_s, ImportText::tr("it must be more than 0"), Rule::QuantityOutOfRange);
    }
    row.line = {{u"product_code"_s, product}, {u"quantity"_s, quantity.value_or(0)}};
}

/// Whether a line stands there already. `counted`: its number is only its position, so that two
/// lines for one product are two lines.
bool OrderLines::repeats(OrderRow &row, bool counted) const
{
    const OrderRow *same = m_contents.value(row.read.whole);
    const auto numbered = m_numbered.find(row.line[u"line_number"_s].toInteger());
    if (same && m_mapping.skipSameAgain) {
        row.leftOut = true;
        row.fields.note({}, ImportText::tr("the same as line %1").arg(same->read.line));
        return true;
    }
    if (numbered != m_numbered.end()) {
        row.fields.refuse(
            u"line_number"_s,
            ImportText::tr("line %1 names the same thing").arg(numbered->second->read.line),
            Rule::Exists);
        return true;
    }
    if (same && counted)
        row.fields.note({},
                        ImportText::tr("the same as line %1; both are taken").arg(same->read.line));
    return false;
}

} // namespace tanaban
