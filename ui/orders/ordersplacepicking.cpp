#include "model/picking/picklist.h"
#include "ui/claims/reviewdialog.h"
#include "ui/forms/actioncontroller.h"
#include "ui/forms/formtext.h"
#include "ui/forms/undoer.h"
#include "ui/orders/ordersplace.h"
#include "ui/picking/confirmdialog.h"
#include "ui/picking/givebackdialog.h"
#include "ui/picking/picklistdialog.h"
#include "ui/records/recordforms.h"
#include "ui/records/recordlist.h"
#include "ui/session.h"

#include <QAction>

// What is done with the goods of orders: fetched, sent, or given back.

namespace tanaban::ui {

using namespace Qt::StringLiterals;

namespace {

/// Goods that are held until a time are not given back by the order.
bool canBeGivenBack(const std::vector<Claim> &claims)
{
    return !claims.empty() && std::ranges::all_of(claims, [](const Claim &claim) {
        return claim.kind == Claim::Kind::Order;
    });
}

} // namespace

void OrdersPlace::makePickActions()
{
    m_pickList = newAction(
        u"picklist"_s,
        tr("Pick &list…"),
        tr("Print what is to be fetched for the selected orders, in walking order"),
        Qt::CTRL | Qt::Key_F2);
    m_pickList->setIconText(tr("Pick list"));
    m_confirm = newAction(u"confirm"_s,
                          tr("Con&firm picks…"),
                          tr("Tell what was fetched for the selected order, and ship it"),
                          Qt::Key_F3);
    m_confirm->setIconText(tr("Confirm picks"));
    m_giveBack = newAction(
        u"giveback"_s,
        tr("&Give goods back…"),
        tr("Show what is set aside for the selected order, and give some or all of it back"),
        Qt::CTRL | Qt::ALT | Qt::Key_G);
    m_giveBack->setIconText(tr("Give back"));
    connect(m_giveBack, &QAction::triggered, this, &OrdersPlace::giveGoodsBack);
    connect(m_pickList, &QAction::triggered, this, &OrdersPlace::printPickList);
    connect(m_confirm, &QAction::triggered, this, &OrdersPlace::confirmPicks);
}

void OrdersPlace::printPickList()
{
    QStringList numbers;
    for (const RecordId &id : m_list->selectedIds())
        numbers << id;
    if (numbers.isEmpty())
        numbers << m_list->currentId();
    auto *dialog = new PickListDialog(m_services.session, numbers, window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &PickListDialog::printed, this, &Place::message);
    dialog->open();
}

void OrdersPlace::confirmPicks()
{
    if (const RecordRow *row = current())
        confirmPicksOf(row->record.key.value(u"number"_s).toString());
}

void OrdersPlace::confirmPicksOf(const QString &number)
{
    if (m_confirming)
        return;
    m_confirming = new ConfirmDialog(
        m_services.controller.services(), m_services.session, number, window());
    connect(m_confirming, &ConfirmDialog::typed, this, &Place::draftChanged);
    connect(m_confirming, &QObject::destroyed, this, &Place::draftChanged, Qt::QueuedConnection);
    connect(m_confirming, &ConfirmDialog::told, this, &Place::message);
    connect(m_confirming, &ConfirmDialog::changed, this, &OrdersPlace::refresh);
    connect(m_confirming,
            &ConfirmDialog::shipped,
            this,
            [this](const QUuid &command, const QString &deed) {
                m_services.controller.undoer().offer(command, u"ship"_s, deed);
            });
    m_confirming->open();
}

void OrdersPlace::giveGoodsBack()
{
    const RecordRow *row = current();
    if (!row || m_goods)
        return;
    m_goods = new ReviewDialog(m_services, row->record.key.value(u"number"_s).toString(), window());
    m_goods->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_goods, &ReviewDialog::message, this, &Place::message);
    connect(m_goods, &ReviewDialog::decided, this, &OrdersPlace::refresh);
    m_goods->open();
}

/// It cannot be undone, and goods that are set aside are given back: so it is asked about.
void OrdersPlace::cancelOrder()
{
    const RecordRow *row = current();
    if (!row || m_asking || m_givingBack)
        return;
    m_asking = true;
    m_services.session.runner().run(
        this,
        [number = row->record.key.value(u"number"_s).toString(),
         &claims = m_services.session.claims()] {
            ClaimQuery query;
            query.orderNumber = number;
            return claims.claims(query);
        },
        [this, order = row->record](const Read<std::vector<Claim>> &found) {
            m_asking = false;
            if (!found)
                Q_EMIT message(readFailureText(found.error()));
            else if (found->empty() || canBeGivenBack(*found))
                askToGiveBack(order, *found);
            else // goods are held: that is refused, in words
                m_forms->send(Entity::Order, order, {{u"state"_s, codeOf(OrderState::Cancelled)}});
        });
}

void OrdersPlace::askToGiveBack(const Record &order, const std::vector<Claim> &claims)
{
    m_givingBack = new GiveBackDialog(
        m_services.controller.services(), order.key.value(u"number"_s).toString(), claims, window());
    connect(m_givingBack, &GiveBackDialog::left, this, &Place::message);
    connect(m_givingBack, &GiveBackDialog::givenBack, this, [this, order] {
        m_forms->send(Entity::Order, order, {{u"state"_s, codeOf(OrderState::Cancelled)}});
    });
    m_givingBack->open();
}

bool OrdersPlace::busy() const
{
    return m_forms->busy() || (m_confirming && m_confirming->busy())
           || (m_givingBack && m_givingBack->busy()) || (m_goods && m_goods->busy());
}

} // namespace tanaban::ui
