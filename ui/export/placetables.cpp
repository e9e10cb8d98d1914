// What the places offer to be exported.
#include "ui/export/tables.h"
#include "ui/history/historyplace.h"
#include "ui/history/ledgerview.h"
#include "ui/records/recordlist.h"
#include "ui/records/recordplace.h"
#include "ui/session.h"
#include "ui/stock/stockmodel.h"
#include "ui/stock/stockplace.h"
#include "ui/stock/stockview.h"

#include <QHeaderView>

namespace tanaban::ui {

using namespace Qt::StringLiterals;

std::optional<ShownTable> StockPlace::table() const
{
    std::vector<StockColumn> columns;
    for (const int section : shownSections(*m_view->horizontalHeader()))
        columns.push_back(StockColumn(section));
    return ShownTable{u"stock"_s,
                      [source = m_model->source(),
                       filter = m_model->filter(),
                       sort = m_model->sorting(),
                       columns] { return tableOfStock(source, filter, sort, columns); }};
}

std::optional<ShownTable> RecordPlace::table() const
{
    const RecordList &list = *m_levels[m_current].list;
    std::vector<RecordModel::Column> columns;
    for (const int section : shownSections(*list.horizontalHeader()))
        columns.push_back(list.records().columns()[size_t(section)]);
    return ShownTable{codeOf(m_levels[m_current].entity),
                      [&records = m_services.session.records(),
                       filter = list.records().filter(),
                       columns] { return tableOfRecords(records, filter, columns); }};
}

std::optional<ShownTable> HistoryPlace::table() const
{
    std::vector<LedgerColumn> columns;
    for (const int section : shownSections(*m_view->horizontalHeader()))
        columns.push_back(LedgerColumn(section));
    return ShownTable{u"history"_s,
                      [&ledger = m_services.session.ledger(), filter = m_model->filter(), columns] {
                          return tableOfLedger(ledger, filter, columns);
                      }};
}

} // namespace tanaban::ui
