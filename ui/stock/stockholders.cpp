#include "ui/claims/holders.h"
#include "ui/stock/detailspanel.h"
#include "ui/stock/stockplace.h"
#include "ui/stock/stockview.h"

#include <QAction>

// Who has goods of the row.
namespace tanaban::ui {

using namespace Qt::StringLiterals;

void StockPlace::makeHolders()
{
    m_holders->setObjectName(u"holders"_s);
    m_holders->setShortcut(Qt::CTRL | Qt::ALT | Qt::Key_W);
    connect(m_holders, &QAction::triggered, this, [this] {
        HoldersRequest request;
        request.stockId = m_details->stockId();
        openHolders(m_services, request, this);
    });
    connect(m_details, &DetailsPanel::holdersWanted, m_holders, &QAction::trigger);
    connect(m_details, &DetailsPanel::orderWanted, this, [this](const QString &number) {
        Q_EMIT wanted({u"orders"_s, {{u"number"_s, number}}});
    });
    connect(this, &Place::selectionChanged, this, &StockPlace::updateHolders);
    updateHolders();
}

void StockPlace::updateHolders()
{
    QString hindrance;
    if (isPast())
        hindrance = tr("This is the stock of a past moment; who has it is known of now only.");
    else if (m_details->stockId() == 0)
        hindrance = tr("Choose a row of stock first.");
    m_holders->setEnabled(hindrance.isEmpty());
    m_holders->setStatusTip(
        hindrance.isEmpty()
            ? tr("Show the orders, people and holds that have this stock, and pass it on")
            : hindrance);
    m_holders->setToolTip(m_holders->statusTip());
}

} // namespace tanaban::ui
