#include "ui/forms/actioncontroller.h"

#include "ui/forms/correctionforms.h"
#include "ui/forms/formtext.h"
#include "ui/forms/moveform.h"
#include "ui/forms/receiveform.h"
#include "ui/forms/severalform.h"
#include "ui/forms/takeform.h"
#include "ui/forms/undoer.h"

#include <QRandomGenerator>

namespace tanaban::ui {

using namespace Qt::StringLiterals;

namespace {

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

/// Those of these rows that are there.
Read<std::vector<StockContext>> stocksOf(Store &store, const std::vector<qint64> &ids)
{
    std::vector<StockContext> stocks;
    for (const qint64 id : ids) {
        const auto stock = store.stock(id);
        if (!stock)
            return fail(ReadFailure(stock.error()));
        if (*stock)
            stocks.push_back(**stock);
    }
    return stocks;
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
    , m_undoer(new Undoer(m_services, this))
{
    connect(m_undoer, &Undoer::message, this, &ActionController::message);
    connect(m_undoer, &Undoer::stockChanged, this, &ActionController::stockChanged);
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
    load(kind, stockId ? std::vector{*stockId} : std::vector<qint64>(), std::nullopt);
}

void ActionController::start(ActionKind kind, const std::vector<qint64> &stockIds)
{
    const bool first = kind == ActionKind::Receive && !stockIds.empty();
    load(kind, first ? std::vector{stockIds.front()} : stockIds, std::nullopt);
}

void ActionController::load(ActionKind kind,
                            const std::vector<qint64> &stockIds,
                            const std::optional<StockCommand> &typed)
{
    if (m_form) {
        m_form->raise();
        m_form->activateWindow();
        return;
    }
    if (m_loading)
        return;
    if (stockIds.empty()) {
        if (kind == ActionKind::Receive)
            openForm(kind, {}, typed);
        else
            Q_EMIT message(tr("Choose a row of stock first."));
        return;
    }
    m_loading = true;
    setBusy(true);
    m_services.background.run(
        this,
        [&store = m_services.store, stockIds] { return stocksOf(store, stockIds); },
        [this, kind, typed](const Read<std::vector<StockContext>> &stocks) {
            m_loading = false;
            setBusy(false);
            if (!stocks)
                Q_EMIT message(readFailureText(stocks.error()));
            else if (stocks->empty())
                Q_EMIT message(tr("This stock is no longer there."));
            else
                openForm(kind, *stocks, typed);
        });
}

void ActionController::openForm(ActionKind kind,
                                const std::vector<StockContext> &stocks,
                                const std::optional<StockCommand> &typed)
{
    const bool several = stocks.size() > 1
                         || (typed && std::holds_alternative<Several>(typed->action));
    const auto stock = stocks.empty() ? std::nullopt : std::optional(stocks.front());
    if (several)
        m_form = new SeveralForm(m_services, kind, stocks, m_window);
    else
        m_form = makeForm(m_services, kind, stock, m_window);
    connect(m_form,
            &StockForm::committed,
            this,
            [this](const QString &text,
                   const std::vector<qint64> &ids,
                   const StockCommand &command,
                   const QString &deed) {
                Q_EMIT message(text);
                Q_EMIT stockChanged(ids);
                m_undoer->offer(command, deed);
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
    std::vector<qint64> ids;
    for (const StockCommand &part : partsOf(command)) {
        if (const qint64 id = stockIdOf(part.action); id != 0)
            ids.push_back(id);
    }
    if (const auto kind = kindOfAction(command.action)) {
        load(*kind, ids, command);
    } else {
        Q_EMIT message(tr("What was to be undone last time was not undone."));
        reopenNext();
    }
}

void ActionController::setBusy(bool busy)
{
    if (m_busy == busy)
        return;
    m_busy = busy;
    Q_EMIT busyChanged(busy);
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
