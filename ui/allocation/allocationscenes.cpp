#include "ui/allocation/allocationplace.h"
#include "ui/allocation/planconflictdialog.h"
#include "ui/allocation/planmodel.h"
#include "ui/allocation/planpanel.h"
#include "ui/allocation/waitinglist.h"
#include "ui/session.h"

namespace tanaban::ui {

using namespace Qt::StringLiterals;

namespace {

/// Somebody else reserved all that was left in the first row that the plan takes from.
FreshPlan overtakenPlan(const DeskPlan &desk, const DeskRequest &seen, Instant now)
{
    const ChosenPick &pick = seen.command.picks.front();
    AllocationBook book = desk.book;
    const auto row = std::ranges::find(book.stock, pick.stock, &BookStock::id);
    StockEvent event;
    event.stockId = row->id;
    event.version = row->version + 1;
    event.kind = EventKind::Reserve;
    event.reservedDelta = row->available;
    event.onHandAfter = row->onHand;
    event.reservedAfter = row->onHand;
    event.actor = u"sato"_s;
    event.actorName = u"佐藤 Sato"_s;
    event.at = now;
    ConflictRow conflict;
    conflict.id = row->id;
    conflict.expected = row->version;
    conflict.actual = event.version;
    conflict.between = {event};
    conflict.now.emplace();
    conflict.now->id = row->id;
    conflict.now->version = event.version;
    conflict.now->onHand = row->onHand;
    conflict.now->reserved = row->onHand;
    row->available = 0;
    row->version = event.version;
    FreshPlan fresh;
    fresh.desk = std::make_shared<const DeskPlan>(deskOf(std::move(book), desk.strategy));
    std::vector<int> orders;
    for (const qint64 order : seen.command.orders)
        orders.push_back(fresh.desk->indexOf.value(order));
    fresh.request = requestOf(*fresh.desk, orders, {});
    fresh.since.rows = {conflict};
    return fresh;
}

} // namespace

std::vector<PlaceScene> AllocationPlace::scenes()
{
    const auto several = [this] {
        show(QJsonObject());
        const int last = std::min(3, m_model->rowCount()) - 1;
        if (last >= 0) {
            m_list->selectionModel()->select({m_model->index(0, 0), m_model->index(last, 0)},
                                             QItemSelectionModel::ClearAndSelect
                                                 | QItemSelectionModel::Rows);
        }
    };
    const auto byHand = [this] {
        PlanModel &plan = m_panel->model();
        const QModelIndex first = plan.index(0, int(PlanColumn::Planned), plan.index(0, 0));
        if (first.isValid())
            plan.setData(first, u"999999"_s, Qt::EditRole);
    };
    const auto fillable = [this] {
        Q_EMIT searchTextWanted(QString()); // what an earlier scene looked for
        setSearchText(QString());
        show(QJsonObject());
        m_panel->clearHand();
        for (int row = 0; row < m_model->rowCount(); ++row) {
            m_list->select(m_model->idAt(row));
            if (!m_panel->request().command.picks.empty())
                return;
        }
    };
    const auto conflict = [this] {
        if (m_panel->request().command.picks.empty())
            return;
        m_sent = m_panel->request();
        m_sent.command.id = newCommandId();
        openConflict(overtakenPlan(*m_model->desk(), m_sent, m_services.session.clock().now()));
    };
    return {{u"several"_s, {several}},
            {u"by-hand"_s, {several, byHand}},
            {u"nothing-fits"_s,
             {[this] { m_panel->clearHand(); },
              [this] {
                  Q_EMIT searchTextWanted(u"no such order"_s);
                  setSearchText(u"no such order"_s);
              }}},
            {u"conflict"_s, {fillable, conflict}, true}};
}

} // namespace tanaban::ui
