#include "model/planning/savedstrategies.h"
#include "ui/allocation/allocationbar.h"
#include "ui/allocation/allocationplace.h"
#include "ui/allocation/planconflictdialog.h"
#include "ui/allocation/planpanel.h"
#include "ui/allocation/planview.h"
#include "ui/allocation/strategybox.h"
#include "ui/allocation/waitinglist.h"
#include "ui/forms/actioncontroller.h"
#include "ui/forms/factscard.h"
#include "ui/forms/formtext.h"
#include "ui/forms/undoer.h"
#include "ui/forms/waitingbar.h"
#include "ui/look/emptypage.h"
#include "ui/session.h"
#include "ui/windowactions.h"

#include <QApplication>
#include <QProgressBar>
#include <QStackedWidget>

// The way of a plan: read, shown, sent as it is shown, and whatever comes back.
namespace tanaban::ui {

using namespace Qt::StringLiterals;

struct AllocationPlace::Reading
{
    Read<SharedDesk> desk;
    std::vector<Strategy> strategies; ///< that can be chosen
    qint64 pending = 0;               ///< what waits for review
};

void AllocationPlace::ask()
{
    if (m_reading) {
        m_again = true;
        return;
    }
    m_soon.stop();
    m_asked.start();
    m_reading = true;
    if (!m_model->desk())
        m_showWorking.start();
    m_services.session.runner().run(
        this,
        [&store = m_services.session.store(),
         &records = m_services.session.records(),
         &claims = m_services.session.claims(),
         choice = m_bar->strategyBox().choice(),
         known = m_held ? m_held : m_model->desk()]() -> Reading {
            auto strategies = allStrategies(records);
            const auto pending = claims.pendingCount();
            if (!strategies || !pending)
                return {fail(ReadFailure(strategies ? pending.error() : strategies.error())), {}, 0};
            return {readDesk(store, strategyOf(choice, *strategies), known),
                    std::move(*strategies),
                    *pending};
        },
        [this, choice = m_bar->strategyBox().choice()](const Reading &reading) {
            if (reading.desk) {
                m_bar->strategyBox().setStrategies(reading.strategies);
                m_bar->showPending(reading.pending);
            }
            onDesk(reading.desk, choice);
        });
}

void AllocationPlace::onDesk(const Read<SharedDesk> &desk, const DeskChoice &choice)
{
    m_reading = false;
    const bool again = std::exchange(m_again, false);
    if (again)
        ask();
    else
        m_showWorking.stop();
    m_working->setVisible(again && m_working->isVisible());
    if (!desk) { // what is shown stays
        m_outdated = false;
        updateActions();
        Q_EMIT message(readFailureText(desk.error()));
        return;
    }
    if (again && m_outdated)
        return;
    m_outdated = false;
    updateActions();
    const SharedDesk shown = m_model->desk();
    const bool asChosen = std::exchange(m_choice, choice) == choice;
    if (*desk == shown) {
        readHolders(); // goods may have been passed on
        return;
    }
    if (shown && asChosen && (m_panel->isTyping() || isBusy())) {
        m_held = *desk;
        if (m_panel->isTyping()) {
            m_panel->strip().tell(
                tr("Stock or orders were changed by others. The plan stays as you see it."));
        }
        return;
    }
    adopt(*desk, m_panel->hand().keptIn(**desk));
}

void AllocationPlace::adopt(const SharedDesk &desk, const HandPicks &hand)
{
    m_held.reset();
    m_panel->strip().tell({});
    m_panel->setHand(hand);
    if (desk == m_model->desk())
        showPlan();
    else
        m_model->setDesk(desk); // its list tells what is selected then
    if (!m_wantedNumber.isEmpty()) {
        const auto &orders = desk->book.orders;
        const auto found = std::ranges::find(orders, m_wantedNumber, &BookOrder::number);
        if (found != orders.end())
            m_list->select(found->id);
        m_wantedNumber.clear();
    }
    showRows();
}

/// The rows that fit the filter, or what stands in their stead.
void AllocationPlace::showRows()
{
    m_model->setFilter(m_bar->filter());
    if (!m_model->desk())
        return;
    m_bar->showCounts(*m_model);
    const bool hadFocus = m_pages->isAncestorOf(QApplication::focusWidget());
    const bool filtered = m_bar->filter() != WaitingFilter{};
    if (filtered) {
        m_empty->say(tr("No order fits"),
                     tr("No order that waits fits the search text and the filters."),
                     {m_bar->clearAction()});
    } else {
        m_empty->say(tr("No order is waiting for stock"),
                     tr("Open orders that still lack goods are listed here, each with the stock "
                        "it would get and why. Orders can be imported from a table."),
                     {m_services.actions.importFiles});
    }
    const int page = m_model->rowCount() == 0 ? 1 : 0;
    const bool turns = page != m_pages->currentIndex();
    m_pages->setCurrentIndex(page);
    if (turns && hadFocus)
        takeFocus();
    Q_EMIT tableChanged();
}

void AllocationPlace::showPlan()
{
    m_planSoon.stop();
    if (!m_model->desk())
        return;
    m_panel->show(m_model->desk(), m_list->selectedOrders());
    readHolders();
}

void AllocationPlace::allocate(bool forReview)
{
    m_panel->view().finishEditing(); // what is being typed counts
    if (m_planSoon.isActive())
        showPlan();
    if (!m_allocate->isEnabled() || isBusy())
        return;
    m_panel->setProblem({});
    m_sent = m_panel->request();
    m_sent.command.forReview = forReview;
    m_sent.command.id = newCommandId();
    m_submission->submit(m_sent.command, m_sent.planned);
}

/// The orders of the list in the order of the list; the run plans them anew.
void AllocationPlace::allocateAll()
{
    if (!m_startBatch || !m_model->desk())
        return;
    BatchRequest request;
    request.strategy = m_model->desk()->strategy;
    request.actor = m_services.session.actor();
    for (const int order : m_model->shown())
        request.orders.push_back(m_model->desk()->book.orders[size_t(order)].id);
    m_startBatch(request);
}

void AllocationPlace::onFinished(const CommandResult &result)
{
    if (std::holds_alternative<Committed>(result.outcome)) {
        onAllocated(m_sent);
        return;
    }
    if (result.idSpent)
        m_sent.command.id = newCommandId();
    if (isOvertaken(result.outcome)) {
        readConflict();
        return;
    }
    if (const auto *rejected = std::get_if<tanaban::Rejected>(&result.outcome))
        m_panel->setProblem(messageOf(rejected->error));
    else if (const auto *busy = std::get_if<Busy>(&result.outcome))
        m_panel->setProblem(busyText(*busy), Tint::Low);
}

void AllocationPlace::onAllocated(const DeskRequest &done)
{
    m_held.reset();
    m_panel->strip().tell({});
    m_outdated = true;
    m_panel->clearHand();
    const QString deed = allocatedTextOf(done);
    Q_EMIT message(deed);
    m_services.controller.undoer().offer(done.command.id, intentOf(done.command).kind, deed);
    ask();
}

void AllocationPlace::readConflict()
{
    m_readingConflict = true;
    updateActions();
    m_services.session.runner().run(
        this,
        [&store = m_services.session.store(), seen = m_sent, hand = m_panel->hand()] {
            return readFreshPlan(store, seen, hand);
        },
        [this](const Read<FreshPlan> &fresh) {
            m_readingConflict = false;
            if (fresh)
                openConflict(*fresh);
            else
                m_panel->setProblem(readFailureText(fresh.error()));
            updateActions();
        });
}

void AllocationPlace::openConflict(const FreshPlan &fresh)
{
    m_conflict = new PlanConflictDialog(m_forms, m_sent, m_panel->hand(), fresh, window());
    m_conflict->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_conflict, &PlanConflictDialog::committed, this, [this] {
        const DeskRequest done = m_conflict->shown().request;
        m_conflict.clear();
        onAllocated(done);
    });
    connect(m_conflict, &PlanConflictDialog::returned, this, [this](bool edit) {
        const FreshPlan shown = m_conflict->shown();
        m_conflict.clear();
        adopt(shown.desk, shown.hand);
        window()->activateWindow(); // not every desktop gives the focus back
        if (edit)
            m_panel->view().setFocus(Qt::OtherFocusReason);
        else
            m_list->setFocus(Qt::OtherFocusReason);
    });
    connect(m_conflict, &PlanConflictDialog::left, this, [this] {
        m_conflict.clear();
        updateActions();
    });
    connect(m_conflict, &PlanConflictDialog::left, m_waiting, &WaitingBar::leaveRequested);
    m_conflict->open();
}

} // namespace tanaban::ui
