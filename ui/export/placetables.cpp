// What the places offer to be exported and printed.
#include "ui/export/tables.h"
#include "ui/history/historybar.h"
#include "ui/history/historyplace.h"
#include "ui/history/ledgerview.h"
#include "ui/orders/orderbar.h"
#include "ui/orders/ordersplace.h"
#include "ui/records/recordlist.h"
#include "ui/records/recordplace.h"
#include "ui/records/recordtext.h"
#include "ui/session.h"
#include "ui/stock/filterbar.h"
#include "ui/stock/stockmodel.h"
#include "ui/stock/stockplace.h"
#include "ui/stock/stockview.h"

#include <QHeaderView>
#include <QLabel>

namespace tanaban::ui {

using namespace Qt::StringLiterals;

std::optional<ShownTable> StockPlace::table() const
{
    std::vector<StockColumn> columns;
    for (const int section : shownSections(*m_view->horizontalHeader()))
        columns.push_back(StockColumn(section));
    QStringList notes = m_filters->filterTexts();
    if (isPast())
        notes.prepend(m_pastText->text());
    return ShownTable{u"stock"_s,
                      [source = m_model->source(),
                       filter = m_model->filter(),
                       sort = m_model->sorting(),
                       columns] { return tableOfStock(source, filter, sort, columns); },
                      title(),
                      notes};
}

std::optional<ShownTable> RecordPlace::table() const
{
    const RecordList &list = *m_levels[m_current].list;
    std::vector<RecordModel::Column> columns;
    for (const int section : shownSections(*list.horizontalHeader()))
        columns.push_back(list.records().columns()[size_t(section)]);
    const Entity entity = m_levels[m_current].entity;
    QStringList notes;
    if (m_current > 0) {
        const Level &above = m_levels[m_current - 1];
        notes << RecordText::nameOf(above.entity) + u' '
                     + tanaban::nameOf(above.entity, keyOf(above.entity, above.list->currentId()));
    }
    if (const QString words = list.records().filter().text.trimmed(); !words.isEmpty())
        notes << tr("“%1”", "what was searched for").arg(words);
    if (list.records().filter().withInactive)
        notes << tr("with what is out of use");
    return ShownTable{codeOf(entity),
                      [&records = m_services.session.records(),
                       filter = list.records().filter(),
                       columns] { return tableOfRecords(records, filter, columns); },
                      RecordText::namesOf(entity),
                      notes};
}

std::optional<ShownTable> OrdersPlace::table() const
{
    std::vector<RecordModel::Column> columns;
    for (const int section : shownSections(*m_list->horizontalHeader()))
        columns.push_back(m_list->records().columns()[size_t(section)]);
    Session &session = m_services.session;
    return ShownTable{codeOf(Entity::Order),
                      [&session, filter = m_list->records().filter(), columns] {
                          return tableOfRecords(
                              session.records(), filter, columns, readOrders(session));
                      },
                      title(),
                      m_bar->filterTexts()};
}

std::optional<ShownTable> HistoryPlace::table() const
{
    std::vector<LedgerColumn> columns;
    for (const int section : shownSections(*m_view->horizontalHeader()))
        columns.push_back(LedgerColumn(section));
    return ShownTable{u"history"_s,
                      [&ledger = m_services.session.ledger(), filter = m_model->filter(), columns] {
                          return tableOfLedger(ledger, filter, columns);
                      },
                      title(),
                      m_bar->filterTexts()};
}

} // namespace tanaban::ui
