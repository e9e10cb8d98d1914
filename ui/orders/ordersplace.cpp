#include "ui/orders/ordersplace.h"

#include "model/matrix.h"
#include "ui/actiontext.h"
#include "ui/contextmenu.h"
#include "ui/forms/actioncontroller.h"
#include "ui/forms/formtext.h"
#include "ui/look/emptypage.h"
#include "ui/look/workingbar.h"
#include "ui/orders/orderbar.h"
#include "ui/orders/orderdelegate.h"
#include "ui/orders/orderpanel.h"
#include "ui/records/recordforms.h"
#include "ui/records/recordlist.h"
#include "ui/records/recordtext.h"
#include "ui/session.h"
#include "ui/windowactions.h"

#include <QApplication>
#include <QHeaderView>
#include <QMenu>
#include <QProgressBar>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace tanaban::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int askOrdersAfterMilliseconds = 150;

} // namespace

OrdersPlace::OrdersPlace(const PlaceServices &services, QWidget *parent)
    : Place(parent)
    , m_services(services)
    , m_forms(new RecordForms(services, this))
    , m_pages(new QStackedWidget(this))
    , m_empty(new EmptyPage(this))
    , m_working(makeWorkingBar(this))
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    makeActions();
    m_bar = new OrderBar(m_make, this);
    makeList();
    m_details = new OrderPanel({m_edit, m_cancel, m_pickList, m_confirm}, this);
    m_pages->addWidget(m_list);
    m_pages->addWidget(m_empty);
    m_empty->offer({m_make, m_bar->clearAction()});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_bar);
    layout->addWidget(m_working);
    layout->addWidget(m_pages, 1);
    setTabOrder(m_bar, m_list);
    setFocusProxy(m_list);
    m_typing.setSingleShot(true);
    m_typing.setInterval(askOrdersAfterMilliseconds);
    m_showWorking.setSingleShot(true);
    m_showWorking.setInterval(showWorkingAfterMilliseconds);
    connectParts();
    connectForms();
    updateActions();
}

QAction *OrdersPlace::newAction(const QString &name,
                                const QString &text,
                                const QString &tip,
                                const QKeySequence &keys)
{
    auto *action = new QAction(text, this);
    action->setObjectName(u"orders."_s + name);
    action->setStatusTip(tip);
    action->setShortcut(keys);
    return action;
}

void OrdersPlace::makeActions()
{
    m_make = newAction(u"new.order"_s,
                       tr("&New order…"),
                       tr("Write down what a customer wants, and until when"),
                       Qt::SHIFT | Qt::Key_F2);
    m_make->setIconText(tr("New"));
    m_edit = newAction(u"edit.order"_s,
                       tr("&Edit order…"),
                       tr("Change the selected order and its lines"),
                       Qt::Key_F2);
    m_edit->setIconText(tr("Edit"));
    m_cancel = newAction(u"cancel.order"_s,
                         tr("&Cancel order"),
                         tr("Nothing of the selected order is wanted any more; it stays on record"),
                         Qt::CTRL | Qt::SHIFT | Qt::Key_F2);
    m_cancel->setIconText(tr("Cancel order"));
    m_history = newAction(u"showHistory"_s,
                          tr("Show histor&y"),
                          tr("Go to the history of stock of the selected order"),
                          Qt::CTRL | Qt::SHIFT | Qt::Key_H);
    m_partner = newAction(u"partner"_s,
                          tr("Only this &partner"),
                          tr("Show only orders of the partner of the selected order"),
                          Qt::ALT | Qt::Key_9);
    makeGoodsActions();
    makePickActions();
    connect(m_make, &QAction::triggered, this, &OrdersPlace::makeOrder);
    connect(m_edit, &QAction::triggered, this, &OrdersPlace::editOrder);
    connect(m_cancel, &QAction::triggered, this, &OrdersPlace::cancelOrder);
    connect(m_history, &QAction::triggered, this, [this] {
        if (const RecordRow *row = current())
            Q_EMIT wanted({u"history"_s, {{u"order"_s, row->record.key.value(u"number"_s)}}});
    });
    connect(m_partner, &QAction::triggered, this, [this] {
        if (const RecordRow *row = current())
            m_bar->setPartner(row->record.fields.value(u"partner_code"_s).toString());
    });
}

RecordModel::ReadRows OrdersPlace::readOrders(Session &session)
{
    return [&records = session.records(), &orders = session.orders()](
               const std::vector<RecordId> &ids) { return orderRows(records, orders, ids); };
}

void OrdersPlace::makeList()
{
    Session &session = m_services.session;
    auto *model = new RecordModel(
        session.records(), session.runner(), Entity::Order, this, readOrders(session));
    m_list = new RecordList(*model, m_services.settings, u"records/order"_s, this);
    m_list->setItemDelegate(new OrderDelegate(*model, m_list));
    // What is due first stands first, as long as nobody wants it otherwise.
    QHeaderView *header = m_list->horizontalHeader();
    for (int column = 0; column < model->columnCount(); ++column) {
        if (header->sortIndicatorSection() < 0
            && model->columns()[size_t(column)].field == u"due_on"_s)
            header->setSortIndicator(column, Qt::AscendingOrder);
    }
}

void OrdersPlace::connectParts()
{
    RecordModel &model = m_list->records();
    connect(&m_typing, &QTimer::timeout, this, &OrdersPlace::ask);
    connect(&m_showWorking, &QTimer::timeout, m_working, &QWidget::show);
    connect(m_bar, &OrderBar::filterChanged, this, [this] {
        ask();
        Q_EMIT searchTextWanted(m_bar->searchText());
    });
    connect(&model, &RecordModel::failed, this, [this](const ReadFailure &failure) {
        m_showWorking.stop();
        m_working->hide();
        Q_EMIT message(readFailureText(failure));
    });
    connect(&model, &RecordModel::rearranged, this, &OrdersPlace::onAnswered);
    connect(&model, &RecordModel::rowsRead, this, [this] {
        updateActions();
        showDetails();
    });
    connect(m_list, &RecordList::currentIdChanged, this, &OrdersPlace::onCurrent);
    connect(m_list, &RecordList::searched, this, &Place::searchTyped);
    connect(m_list, &RecordList::opened, this, [this] {
        if (m_edit->isEnabled())
            editOrder();
    });
    connect(
        &m_services.controller, &ActionController::roleChanged, this, &OrdersPlace::updateActions);
    offerContextMenu(m_list, [this] {
        return QList<QAction *>{m_edit,
                                m_cancel,
                                m_make,
                                nullptr,
                                m_pickList,
                                m_confirm,
                                m_giveBack,
                                nullptr,
                                m_partner,
                                m_history,
                                m_services.actions.copy};
    });
}

QString OrdersPlace::title() const
{
    return tr("Orders");
}

QWidget *OrdersPlace::details()
{
    return m_details;
}

const RecordRow *OrdersPlace::current() const
{
    return m_list->currentRow();
}

RecordFilter OrdersPlace::wantedFilter() const
{
    const RecordFilter &now = m_list->records().filter();
    RecordFilter filter = m_bar->filter();
    filter.sortedBy = now.sortedBy;
    filter.descending = now.descending;
    return filter;
}

void OrdersPlace::ask()
{
    m_typing.stop();
    m_showWorking.start();
    m_list->records().setFilter(wantedFilter());
}

void OrdersPlace::onAnswered()
{
    m_showWorking.stop();
    m_working->hide();
    const int orders = m_list->records().rowCount();
    m_bar->setCount(orders);
    Q_EMIT tableChanged();
    const bool hadFocus = m_pages->isAncestorOf(QApplication::focusWidget());
    if (m_bar->isOpenForAll()) {
        m_empty->say(RecordText::emptyTitleOf(Entity::Order),
                     RecordText::emptyTextOf(Entity::Order),
                     {m_make});
    } else {
        m_empty->say(tr("No order fits"),
                     tr("There is none that fits the search text and the filters."),
                     {m_bar->clearAction(), m_make});
    }
    const int page = orders == 0 ? 1 : 0;
    const bool turns = page != m_pages->currentIndex();
    m_pages->setCurrentIndex(page);
    if (turns && hadFocus)
        takeFocus();
    if (std::exchange(m_selectFirst, false))
        m_list->selectFirst();
}

void OrdersPlace::onCurrent()
{
    updateActions();
    showDetails();
    Q_EMIT selectionChanged();
}

void OrdersPlace::updateActions()
{
    const RecordRow *row = current();
    const auto role = m_services.controller.role();
    const bool allowed = !role || Matrix::instance().allows(*role, kindOf(Entity::Order));
    bool open = false;
    bool ended = false;
    if (row) {
        const QString state = row->record.fields.value(u"state"_s).toString();
        open = state == codeOf(OrderState::Open);
        ended = state == codeOf(OrderState::Completed) || state == codeOf(OrderState::Cancelled);
    }
    const QString forbidden = allowed ? QString() : tr("Your role does not allow this.");
    const QString unchosen = row ? QString() : tr("Choose an order first.");
    QString unchangeable = forbidden.isEmpty() ? unchosen : forbidden;
    if (unchangeable.isEmpty() && ended)
        unchangeable = tr("The order is completed or cancelled and stays as it is.");
    allow(m_make, forbidden);
    allow(m_edit, unchangeable);
    allow(m_cancel, unchangeable);
    QString satisfied = unchosen;
    if (satisfied.isEmpty() && (!open || !row->progress || row->progress->lacking() == 0))
        satisfied = tr("No line of this order lacks goods.");
    allow(m_holders, satisfied);
    allow(m_history, unchosen);
    allow(m_partner, unchosen);
    allow(m_pickList, unchosen);
    QString unfetched = !role || Matrix::instance().allows(*role, u"ship"_s)
                            ? unchosen
                            : tr("Your role does not allow this.");
    if (unfetched.isEmpty() && !open)
        unfetched = tr("Goods are fetched only for open orders.");
    allow(m_confirm, unfetched);
    allow(m_giveBack,
          unchosen.isEmpty() && !open ? tr("Only open orders have goods that can be given back.")
                                      : unchosen);
}

void OrdersPlace::showDetails()
{
    const RecordRow *row = current();
    const quint64 turn = ++m_turn;
    if (!row) {
        m_details->clear();
        return;
    }
    m_details->showOrder(*row);
    m_services.session.runner().run(
        this,
        [&orders = m_services.session.orders(),
         number = row->record.key.value(u"number"_s).toString()] { return orders.details(number); },
        [this, turn](const Read<OrderDetails> &details) {
            if (turn == m_turn && details && details->order.version > 0)
                m_details->showDetails(*details);
        });
}

void OrdersPlace::setSearchText(const QString &text)
{
    m_bar->setSearchText(text);
    m_typing.start();
}

void OrdersPlace::acceptSearch(const QString &text)
{
    m_bar->setSearchText(text);
    m_selectFirst = true;
    ask();
}

void OrdersPlace::refresh()
{
    RecordModel &model = m_list->records();
    model.refresh();
    if (model.answered() && wantedFilter() != model.filter())
        ask(); // at midnight today becomes another day
    showDetails();
}

void OrdersPlace::show(const QJsonObject &what)
{
    m_bar->setState(what);
    if (const QString number = what.value(u"number"_s).toString(); !number.isEmpty())
        m_list->select(number);
    Q_EMIT searchTextWanted(m_bar->searchText());
    ask();
}

QJsonObject OrdersPlace::state() const
{
    return m_bar->state();
}

void OrdersPlace::restore(const QJsonObject &state)
{
    show(state.isEmpty() ? QJsonObject{{u"state"_s, codeOf(OrderState::Open)}} : state);
}

QList<QAction *> OrdersPlace::placeActions() const
{
    return {m_make,
            m_edit,
            m_cancel,
            m_pickList,
            m_confirm,
            m_giveBack,
            m_holders,
            m_partner,
            m_history,
            m_bar->menu()->menuAction()};
}

void OrdersPlace::takeFocus()
{
    if (m_pages->currentWidget() == m_empty && m_list->records().answered()) {
        m_empty->takeFocus();
        return;
    }
    m_list->setFocus(Qt::ShortcutFocusReason);
    if (m_list->currentId().isEmpty())
        m_list->selectFirst();
}

void OrdersPlace::selectAll()
{
    m_list->selectAll();
}

QString OrdersPlace::selectedText() const
{
    return m_list->currentAsText();
}

} // namespace tanaban::ui
