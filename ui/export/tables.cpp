#include "ui/export/tables.h"

#include "model/export/tableofids.h"
#include "ui/records/recordtext.h"
#include "ui/stock/stockcells.h"
#include "ui/words.h"

#include <QHeaderView>
#include <QJsonArray>

namespace tanaban::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int entriesAtOnce = 1000;

class TableOfLedger final : public TableSource
{
public:
    TableOfLedger(Ledger &ledger,
                  const LedgerFilter &filter,
                  const std::vector<LedgerColumn> &columns)
        : m_ledger(ledger)
        , m_filter(filter)
        , m_columns(columns)
    {}

    QStringList titles() const override
    {
        QStringList titles;
        for (const LedgerColumn column : m_columns)
            titles << LedgerModel::titleOf(column);
        return titles;
    }

    Read<qint64> count() override
    {
        const auto totals = m_ledger.totals(m_filter);
        if (!totals)
            return fail(ReadFailure(totals.error()));
        return totals->entries;
    }

    Read<std::vector<TableLine>> next() override
    {
        const auto page = m_ledger.entries(m_filter, m_mark, entriesAtOnce);
        if (!page)
            return fail(ReadFailure(page.error()));
        std::vector<TableLine> lines;
        for (const LedgerEntry &entry : *page) {
            TableLine &line = lines.emplace_back();
            for (const LedgerColumn column : m_columns)
                line.push_back(cellOf(entry, column));
        }
        if (!page->empty())
            m_mark = LedgerMark::of(page->back());
        return lines;
    }

private:
    Ledger &m_ledger;
    LedgerFilter m_filter;
    std::vector<LedgerColumn> m_columns;
    std::optional<LedgerMark> m_mark;
};

TableCell dayOrNothing(const std::optional<QDate> &day)
{
    return day ? TableCell(*day) : TableCell();
}

/// Text, or nothing where there is none.
TableCell words(const QString &text)
{
    return text.isEmpty() ? TableCell() : TableCell(text);
}

} // namespace

std::vector<int> shownSections(const QHeaderView &header)
{
    std::vector<int> sections;
    for (int visual = 0; visual < header.count(); ++visual) {
        const int section = header.logicalIndex(visual);
        if (!header.isSectionHidden(section))
            sections.push_back(section);
    }
    return sections;
}

TableCell cellOf(const StockListRow &row, StockColumn column)
{
    switch (column) {
    case StockColumn::OnHand:
        return TableNumber{row.row.onHand, row.decimals};
    case StockColumn::Reserved:
        return TableNumber{row.row.reserved, row.decimals};
    case StockColumn::Available:
        return TableNumber{row.row.available(), row.decimals};
    case StockColumn::Expires:
        return dayOrNothing(row.expiresOn);
    case StockColumn::Received:
        return row.row.receivedAt.toDateTime().toLocalTime();
    default:
        return words(cellText(row, column));
    }
}

TableCell cellOf(Entity entity, const RecordRow &row, const QString &field)
{
    const int decimals = RecordText::decimalsOf(row);
    if (field == u"+on_hand"_s)
        return TableNumber{row.use.onHand, decimals};
    if (field == u"+available"_s)
        return TableNumber{row.use.onHand - row.use.reserved, decimals};
    if (field == u"+parts"_s)
        return TableNumber{row.use.parts, 0};
    if (field == u"+orders"_s)
        return TableNumber{row.use.openOrders, 0};
    const QJsonObject &fields = row.record.fields;
    const QJsonValue value = row.record.key.contains(field) ? row.record.key.value(field)
                                                            : fields.value(field);
    if (field == u"+lines"_s)
        return TableNumber{fields.value(u"lines"_s).toArray().size(), 0};
    if (field == u"expires_on"_s || field == u"due_on"_s)
        return value.isString() ? TableCell(QDate::fromString(value.toString(), Qt::ISODate))
                                : TableCell();
    if (field == u"reorder_point"_s && value.isDouble())
        return TableNumber{value.toInteger(), decimals};
    if (value.isDouble())
        return TableNumber{value.toInteger(), 0};
    return words(RecordModel::cellText(entity, row, field));
}

TableCell cellOf(const LedgerEntry &entry, LedgerColumn column)
{
    const auto change = [&entry](qint64 delta) {
        return delta == 0 ? TableCell() : TableCell(TableNumber{delta, entry.decimals});
    };
    switch (column) {
    case LedgerColumn::Time:
        return entry.event.at.toDateTime().toLocalTime();
    case LedgerColumn::OnHand:
        return change(entry.event.onHandDelta);
    case LedgerColumn::Reserved:
        return change(entry.event.reservedDelta);
    case LedgerColumn::Left:
        return TableNumber{entry.event.onHandAfter, entry.decimals};
    default:
        return words(LedgerModel::cellText(entry, column));
    }
}

std::unique_ptr<TableSource> tableOfStock(const StockSource &stock,
                                          const StockFilter &filter,
                                          const StockSort &sort,
                                          const std::vector<StockColumn> &columns)
{
    QStringList titles;
    for (const StockColumn column : columns)
        titles << Words::of(column);
    using Table = TableOfIds<qint64, StockListRow>;
    return std::make_unique<Table>(
        Table::Parts{titles,
                     [stock, filter, sort] {
                         return stock.ids(filter, sort, std::numeric_limits<qint64>::max());
                     },
                     [stock](const std::vector<qint64> &ids) { return stock.rows(ids); },
                     [columns](const StockListRow &row) {
                         TableLine line;
                         for (const StockColumn column : columns)
                             line.push_back(cellOf(row, column));
                         return line;
                     }});
}

std::unique_ptr<TableSource> tableOfRecords(Records &records,
                                            const RecordFilter &filter,
                                            const std::vector<RecordModel::Column> &columns,
                                            const RecordModel::ReadRows &readRows)
{
    QStringList titles;
    for (const RecordModel::Column &column : columns)
        titles << RecordText::labelOf(filter.entity, column.field);
    using Table = TableOfIds<RecordId, RecordRow>;
    return std::make_unique<Table>(Table::Parts{
        titles,
        [&records, filter] { return records.ids(filter); },
        [&records, entity = filter.entity, readRows](const std::vector<RecordId> &ids) {
            return readRows ? readRows(ids) : records.rows(entity, ids);
        },
        [columns, entity = filter.entity](const RecordRow &row) {
            TableLine line;
            for (const RecordModel::Column &column : columns)
                line.push_back(cellOf(entity, row, column.field));
            return line;
        }});
}

std::unique_ptr<TableSource> tableOfLedger(Ledger &ledger,
                                           const LedgerFilter &filter,
                                           const std::vector<LedgerColumn> &columns)
{
    return std::make_unique<TableOfLedger>(ledger, filter, columns);
}

} // namespace tanaban::ui
