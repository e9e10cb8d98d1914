#include "model/claims/claimphrase.h"
#include "ui/allocation/allocationplace.h"
#include "ui/allocation/planpanel.h"
#include "ui/allocation/planview.h"
#include "ui/allocation/waitinglist.h"
#include "ui/claims/holders.h"
#include "ui/session.h"

#include <QAction>

// Who has what the plan could not take.
namespace tanaban::ui {

using namespace Qt::StringLiterals;

/// Of the line or the row that the plan is at.
void AllocationPlace::askWhoHasIt()
{
    const PlanModel &plan = m_panel->model();
    const QModelIndex at = m_panel->view().currentIndex();
    if (!at.isValid() || !plan.desk())
        return;
    const LineKey key = plan.lineKey(at);
    const auto order = plan.desk()->indexOf.constFind(key.order);
    if (order == plan.desk()->indexOf.cend())
        return;
    HoldersRequest request;
    if (const qint64 stock = plan.stockId(at); stock != 0)
        request.stockId = stock;
    request.order = plan.desk()->book.orders[size_t(*order)].number;
    request.line = key.line;
    openHolders(m_services, request, this);
}

/// For the rows of which nothing is free: the plan says who has them.
void AllocationPlace::readHolders()
{
    m_services.session.runner().run(
        this,
        [&claims = m_services.session.claims(), rows = m_panel->model().takenRows()] {
            return tanaban::readHolders(claims, rows);
        },
        [this, turn = ++m_holdersTurn](const Read<std::map<qint64, QString>> &phrases) {
            // Where it cannot be read, the plan says that it is reserved, without by whom.
            if (turn == m_holdersTurn)
                m_panel->model().setHolders(phrases ? *phrases : std::map<qint64, QString>());
        });
}

} // namespace tanaban::ui
