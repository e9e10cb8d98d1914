#include "ui/allocation/allocationdialogs.h"

#include "ui/allocation/batchdialog.h"
#include "ui/allocation/comparestrategies.h"
#include "ui/allocation/zonepriorities.h"
#include "ui/claims/holdersdialog.h"
#include "ui/claims/reviewdialog.h"
#include "ui/forms/actioncontroller.h"
#include "ui/forms/undoer.h"
#include "ui/session.h"
#include "ui/strategies/strategiesdialog.h"
#include "ui/windowactions.h"

namespace tanaban::ui {

AllocationDialogs::AllocationDialogs(const PlaceServices &services, QWidget *window)
    : QObject(window)
    , m_services(services)
    , m_window(window)
{
    connect(services.actions.allocateAll, &QAction::triggered, this, [this] { allocate(); });
    connect(
        services.actions.reviewAllocations, &QAction::triggered, this, &AllocationDialogs::review);
    connect(
        services.actions.strategies, &QAction::triggered, this, &AllocationDialogs::setStrategies);
    connect(services.actions.compareStrategies,
            &QAction::triggered,
            this,
            &AllocationDialogs::compareStrategies);
    connect(services.actions.zonePriorities,
            &QAction::triggered,
            this,
            &AllocationDialogs::setZonePriorities);
}

void AllocationDialogs::show(QDialog *dialog)
{
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->show();
    dialog->raise();
    dialog->activateWindow();
}

BatchDialog *AllocationDialogs::allocate(const BatchRequest &request)
{
    if (!m_batch || !m_batch->isVisible()) {
        m_batch = new BatchDialog(
            m_services.session, m_services.controller.services(), request, m_window);
        connect(m_batch, &BatchDialog::message, this, &AllocationDialogs::tellLasting);
        connect(m_batch, &BatchDialog::wanted, this, &AllocationDialogs::wanted);
        connect(m_batch, &BatchDialog::holdersWanted, this, &AllocationDialogs::showHolders);
    }
    show(m_batch);
    return m_batch;
}

/// Of a line in the sheet, which it stands before.
void AllocationDialogs::showHolders(const QString &order, int line)
{
    HoldersRequest request;
    request.order = order;
    request.line = line;
    auto *dialog = new HoldersDialog(m_services, request, m_batch);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &HoldersDialog::message, this, &AllocationDialogs::message);
    connect(dialog, &HoldersDialog::wanted, this, &AllocationDialogs::wanted);
    connect(dialog, &HoldersDialog::taken, this, &AllocationDialogs::changed);
    dialog->open();
}

/// What cannot be undone was done.
void AllocationDialogs::tellLasting(const QString &text)
{
    m_services.controller.undoer().passOver();
    Q_EMIT message(text);
}

bool AllocationDialogs::busy() const
{
    return (m_batch && m_batch->run().isRunning()) || (m_review && m_review->busy())
           || (m_strategies && m_strategies->busy()) || (m_priorities && m_priorities->busy());
}

QJsonArray AllocationDialogs::drafts() const
{
    QJsonArray all;
    for (const QJsonObject &draft : {m_strategies ? m_strategies->draft() : QJsonObject(),
                                     m_priorities ? m_priorities->draft() : QJsonObject()})
    {
        if (!draft.isEmpty())
            all.append(draft);
    }
    return all;
}

bool AllocationDialogs::reopen(const QJsonObject &draft)
{
    if (draft.contains(StrategiesDialog::draftKey)) {
        setStrategies();
        m_strategies->reopen(draft);
    } else if (draft.contains(ZonePriorities::draftKey)) {
        setZonePriorities();
        m_priorities->reopen(draft);
    } else {
        return false;
    }
    return true;
}

void AllocationDialogs::refresh()
{
    if (m_review && m_review->isVisible())
        m_review->refresh();
}

void AllocationDialogs::review()
{
    if (!m_review || !m_review->isVisible()) {
        auto *dialog = new ReviewDialog(m_services, {}, m_window);
        connect(dialog, &ReviewDialog::message, this, &AllocationDialogs::message);
        connect(dialog, &ReviewDialog::wanted, this, &AllocationDialogs::wanted);
        m_review = dialog;
    }
    show(m_review);
}

void AllocationDialogs::setStrategies()
{
    if (!m_strategies || !m_strategies->isVisible()) {
        auto *dialog = new StrategiesDialog(m_services, m_window);
        connect(dialog, &StrategiesDialog::message, this, &AllocationDialogs::tellLasting);
        connect(dialog, &StrategiesDialog::changed, this, &AllocationDialogs::changed);
        forgetOnceLeft(dialog, m_strategies);
        m_strategies = dialog;
    }
    show(m_strategies);
}

void AllocationDialogs::compareStrategies()
{
    if (!m_comparison || !m_comparison->isVisible()) {
        auto *dialog = new CompareStrategies(m_services.session, m_window);
        connect(dialog, &CompareStrategies::wanted, this, &AllocationDialogs::wanted);
        m_comparison = dialog;
    }
    show(m_comparison);
}

void AllocationDialogs::setZonePriorities()
{
    if (!m_priorities || !m_priorities->isVisible()) {
        auto *dialog = new ZonePriorities(
            m_services.session, m_services.controller.services(), m_window);
        connect(dialog, &ZonePriorities::message, this, &AllocationDialogs::tellLasting);
        connect(dialog, &ZonePriorities::wanted, this, &AllocationDialogs::wanted);
        forgetOnceLeft(dialog, m_priorities);
        m_priorities = dialog;
    }
    show(m_priorities);
}

} // namespace tanaban::ui
