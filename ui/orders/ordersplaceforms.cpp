#include "ui/claims/holders.h"
#include "ui/orders/ordersplace.h"
#include "ui/picking/confirmdialog.h"
#include "ui/records/recordform.h"
#include "ui/records/recordforms.h"
#include "ui/records/recordlist.h"
#include "ui/session.h"

#include <QAction>

// What is done with orders: in forms, and by one press.

namespace tanaban::ui {

using namespace Qt::StringLiterals;

void OrdersPlace::connectForms()
{
    connect(m_forms, &RecordForms::message, this, &Place::message);
    connect(m_forms, &RecordForms::draftChanged, this, &Place::draftChanged);
    connect(m_forms, &RecordForms::changed, this, [this](Entity, const QJsonObject &key) {
        if (!key.isEmpty())
            m_list->select(idOf(Entity::Order, key));
        refresh();
    });
    connect(m_forms, &RecordForms::reopening, this, [this](Entity, const QJsonObject &key) {
        m_list->select(idOf(Entity::Order, key));
    });
}

void OrdersPlace::makeGoodsActions()
{
    m_holders = newAction(
        u"holders"_s,
        tr("&Who has it…"),
        tr("Show who has the goods that the selected order lacks, and pass them on"),
        Qt::CTRL | Qt::ALT | Qt::Key_W);
    m_holders->setIconText(tr("Who has it"));
    connect(m_holders, &QAction::triggered, this, [this] {
        HoldersRequest request;
        if (const RecordRow *row = current())
            request.order = row->record.key.value(u"number"_s).toString();
        openHolders(m_services, request, this);
    });
}

void OrdersPlace::makeOrder()
{
    const bool isNew = !m_forms->form();
    m_forms->open(Entity::Order, {});
    if (!isNew)
        return;
    m_services.session.runner().run(
        m_forms->form(),
        [&orders = m_services.session.orders()] { return orders.nextNumber(); },
        [form = m_forms->form()](const Read<QString> &number) {
            if (number)
                form->propose(u"number"_s, *number);
        });
}

void OrdersPlace::editOrder()
{
    if (const RecordRow *row = current())
        m_forms->open(Entity::Order, row->record);
}

void OrdersPlace::reopen(const RecordCommand &command)
{
    m_forms->reopen(command);
}

void OrdersPlace::reopen(const QJsonObject &draft)
{
    const QString picked = draft.value(u"picks"_s).toString();
    if (picked.isEmpty()) {
        m_forms->reopen(draft);
        return;
    }
    m_list->select(picked);
    confirmPicksOf(picked);
    m_confirming->reopen(draft);
}

QJsonObject OrdersPlace::draft() const
{
    return m_confirming ? m_confirming->draft() : m_forms->draft();
}

/// One that is short, and has most of its goods, is selected then: for the dialogs of the actions.
std::vector<PlaceScene> OrdersPlace::scenes()
{
    const auto filter = [this] {
        show({{u"state"_s, codeOf(OrderState::Open)}, {u"lacking"_s, true}});
    };
    const auto select = [this] {
        const RecordModel &orders = m_list->records();
        int most = 0;
        int best = 0;
        for (int row = 0; row < orders.rowCount(); ++row) {
            const RecordRow *order = orders.rowAt(row); // of those in sight
            const int covered = order && order->progress ? order->progress->covered : 0;
            if (covered > most) {
                most = covered;
                best = row;
            }
        }
        m_list->select(orders.idAt(best));
    };
    return {{u"short"_s, {filter, select}}};
}

} // namespace tanaban::ui
