#include "ui/forms/actioncontroller.h"

#include "model/matrix.h"
#include "ui/forms/correctionforms.h"
#include "ui/forms/formtext.h"
#include "ui/forms/moveform.h"
#include "ui/forms/receiveform.h"
#include "ui/forms/takeform.h"

#include <QRandomGenerator>

namespace tanaban::ui {

using namespace Qt::StringLiterals;

namespace {

/// Goods that can be neither promised nor shipped, with the reason.
std::optional<QString> hindrance(const StockListRow &row)
{
    switch (row.row.key.status) {
    case StockStatus::Quarantined:
        return ActionController::tr("These goods are quarantined.");
    case StockStatus::Damaged:
        return ActionController::tr("These goods are damaged.");
    case StockStatus::Available:
        break;
    }
    if (row.expired())
        return ActionController::tr("These goods have expired.");
    if (!row.productActive)
        return ActionController::tr("This product is no longer in use.");
    return std::nullopt;
}

/// Goods that are all promised cannot be taken elsewhere.
std::optional<QString> nothingFree(const StockRow &row)
{
    if (row.available() > 0)
        return std::nullopt;
    return row.onHand == 0 ? ActionController::tr("Nothing lies here.")
                           : ActionController::tr("All of it is reserved.");
}

/// Nothing for what has no form of its own.
std::optional<ActionKind> kindOfAction(const StockAction &action)
{
    for (const ActionKind kind : {ActionKind::Receive,
                                  ActionKind::Reserve,
                                  ActionKind::Release,
                                  ActionKind::Ship,
                                  ActionKind::Move,
                                  ActionKind::Adjust,
                                  ActionKind::ChangeStatus})
    {
        if (kindOf(kind) == kindOf(action))
            return kind;
    }
    return std::nullopt;
}

/// What a command of an earlier run did, if it happened.
QString doneText(Store &store, const AnyCommand &command, const CommitOutcome &outcome)
{
    if (!std::holds_alternative<Committed>(outcome))
        return {};
    if (const auto *record = std::get_if<RecordCommand>(&command))
        return ActionController::tr("The change of %1 is saved.")
            .arg(nameOf(record->entity, record->before.key));
    const auto &stock = std::get<StockCommand>(command);
    const auto glance = glanceAt(store, stock.action);
    CommandResult result;
    result.outcome = outcome;
    return committedText(stock, glance ? *glance : Glance(), result);
}

StockForm *makeForm(FormServices &services,
                    ActionKind kind,
                    const std::optional<StockContext> &stock,
                    QWidget *window)
{
    const Glance glance{stock, std::nullopt, std::nullopt};
    switch (kind) {
    case ActionKind::Receive:
        return new ReceiveForm(services, stock, window);
    case ActionKind::Reserve:
        return new TakeForm(services, glance, TakeForm::Taking::Reserve, window);
    case ActionKind::Release:
        return new TakeForm(services, glance, TakeForm::Taking::Release, window);
    case ActionKind::Ship:
        return new TakeForm(services, glance, TakeForm::Taking::Ship, window);
    case ActionKind::Move:
        return new MoveForm(services, glance, window);
    case ActionKind::Adjust:
        return new AdjustForm(services, glance, window);
    case ActionKind::ChangeStatus:
        return new StatusForm(services, glance, window);
    }
    Q_UNREACHABLE();
}

} // namespace

QString kindOf(ActionKind kind)
{
    switch (kind) {
    case ActionKind::Receive:
        return u"receive"_s;
    case ActionKind::Reserve:
        return u"reserve"_s;
    case ActionKind::Release:
        return u"release"_s;
    case ActionKind::Ship:
        return u"ship"_s;
    case ActionKind::Move:
        return u"move"_s;
    case ActionKind::Adjust:
        return u"adjust"_s;
    case ActionKind::ChangeStatus:
        return u"status"_s;
    }
    Q_UNREACHABLE();
}

ActionController::ActionController(Store &store,
                                   Clock &clock,
                                   IntentJournal &journal,
                                   BackgroundRunner &runner,
                                   QWidget *window)
    : m_journal(journal)
    , m_services{store,
                 std::make_shared<CommandRunner>(
                     store,
                     clock,
                     journal,
                     [] { return QRandomGenerator::global()->generateDouble(); }),
                 runner,
                 {}}
    , m_window(window)
{
    loadRole();
}

ActionController::~ActionController()
{
    delete m_form; // it works with what is ours
}

StockForm *ActionController::form() const
{
    return m_form;
}

void ActionController::start(ActionKind kind, std::optional<qint64> stockId)
{
    load(kind, stockId, std::nullopt);
}

void ActionController::load(ActionKind kind,
                            std::optional<qint64> stockId,
                            const std::optional<StockCommand> &typed)
{
    if (m_form) {
        m_form->raise();
        m_form->activateWindow();
        return;
    }
    if (m_loading)
        return;
    if (!stockId) {
        if (kind == ActionKind::Receive)
            openForm(kind, std::nullopt, typed);
        else
            Q_EMIT message(tr("Choose a row of stock first."));
        return;
    }
    m_loading = true;
    setBusy(true);
    m_services.background.run(
        this,
        [&store = m_services.store, id = *stockId] { return store.stock(id); },
        [this, kind, typed](const Read<std::optional<StockContext>> &stock) {
            m_loading = false;
            setBusy(false);
            if (!stock)
                Q_EMIT message(readFailureText(stock.error()));
            else if (!*stock)
                Q_EMIT message(tr("This stock is no longer there."));
            else
                openForm(kind, *stock, typed);
        });
}

void ActionController::openForm(ActionKind kind,
                                const std::optional<StockContext> &stock,
                                const std::optional<StockCommand> &typed)
{
    m_form = makeForm(m_services, kind, stock, m_window);
    connect(m_form,
            &StockForm::committed,
            this,
            [this](const QString &text, const std::vector<qint64> &ids) {
                Q_EMIT message(text);
                Q_EMIT stockChanged(ids);
            });
    connect(m_form, &StockForm::left, this, &ActionController::message);
    connect(m_form, &StockForm::busyChanged, this, &ActionController::setBusy);
    connect(
        m_form,
        &QObject::destroyed,
        this,
        [this] {
            setBusy(false);
            reopenNext();
        },
        Qt::QueuedConnection);
    if (typed) {
        m_form->reopen(*typed,
                       tr("The program ended before this was done. It did not happen; look at it "
                          "and send it again if it is still wanted."));
    }
    m_form->open();
}

void ActionController::settleUnfinished()
{
    m_services.background.run(
        this,
        [&journal = m_journal] { return journal.takeUnfinished(); },
        [this](const std::vector<AnyCommand> &commands) {
            m_unsettled.insert(m_unsettled.end(), commands.begin(), commands.end());
            settleNext(m_services.timing.firstRetry);
        });
}

/// One after the other, in the order in which they were typed.
void ActionController::settleNext(int wait)
{
    if (m_unsettled.empty())
        return;
    const AnyCommand command = m_unsettled.front();
    struct Settled
    {
        CommitOutcome outcome;
        QString done; ///< what happened, in words
    };
    m_services.background.run(
        this,
        [&store = m_services.store, commands = m_services.commands, command] {
            Settled settled{commands->settle(command), {}};
            settled.done = doneText(store, command, settled.outcome);
            return settled;
        },
        [this, command, wait](const Settled &settled) {
            const CommitOutcome &outcome = settled.outcome;
            if (const auto *committed = std::get_if<Committed>(&outcome)) {
                Q_EMIT message(tr("From last time: %1").arg(settled.done));
                std::vector<qint64> ids;
                for (const auto &[id, version] : committed->stockVersions)
                    ids.push_back(id);
                Q_EMIT stockChanged(ids);
            } else if (std::holds_alternative<Unavailable>(outcome)
                       || std::holds_alternative<Busy>(outcome)) {
                Q_EMIT message(tr("Checking what became of the last entry…"));
                const int next = std::min(wait * 2, m_services.timing.longestRetry);
                QTimer::singleShot(wait, this, [this, next] { settleNext(next); });
                return;
            } else if (const auto *record = std::get_if<RecordCommand>(&command)) {
                Q_EMIT recordLeft(*record);
            } else {
                m_reopen.push_back(std::get<StockCommand>(command));
                reopenNext();
            }
            m_unsettled.erase(m_unsettled.begin());
            settleNext(m_services.timing.firstRetry);
        });
}

void ActionController::reopenNext()
{
    if (m_reopen.empty() || m_form || m_loading)
        return;
    const StockCommand command = m_reopen.front();
    m_reopen.erase(m_reopen.begin());
    const qint64 id = stockIdOf(command.action);
    if (const auto kind = kindOfAction(command.action))
        load(*kind, id == 0 ? std::nullopt : std::optional(id), command);
}

void ActionController::setBusy(bool busy)
{
    if (m_busy == busy)
        return;
    m_busy = busy;
    Q_EMIT busyChanged(busy);
}

std::optional<QString> ActionController::whyNot(ActionKind kind,
                                                const StockListRow *row,
                                                std::optional<Role> role)
{
    if (role && !Matrix::instance().allows(*role, kindOf(kind)))
        return tr("Your role does not allow this.");
    if (kind == ActionKind::Receive)
        return std::nullopt;
    if (!row)
        return tr("Choose a row of stock first.");
    switch (kind) {
    case ActionKind::Reserve:
        if (const auto reason = hindrance(*row))
            return reason;
        return nothingFree(row->row);
    case ActionKind::Release:
        if (row->row.reserved == 0)
            return tr("Nothing is reserved here.");
        return std::nullopt;
    case ActionKind::Ship:
        if (const auto reason = hindrance(*row))
            return reason;
        if (row->row.reserved == 0)
            return tr("Only reserved goods are shipped; nothing is reserved here.");
        return std::nullopt;
    case ActionKind::Move:
    case ActionKind::ChangeStatus:
        return nothingFree(row->row);
    case ActionKind::Receive:
    case ActionKind::Adjust:
        return std::nullopt;
    }
    return std::nullopt;
}

void ActionController::loadRole()
{
    m_services.background.run(
        this,
        [&store = m_services.store]() -> std::optional<Role> {
            const auto people = store.people();
            if (!people)
                return std::nullopt;
            const QString actor = store.actor();
            const auto person = std::find_if(
                people->begin(), people->end(), [&](const Person &p) { return p.login == actor; });
            return person == people->end() ? std::nullopt : std::optional(person->role);
        },
        [this](std::optional<Role> role) {
            m_role = role;
            Q_EMIT roleChanged();
        });
}

} // namespace tanaban::ui
