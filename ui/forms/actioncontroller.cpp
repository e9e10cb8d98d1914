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
    load(kind, stockId ? std::vector{*stockId} : std::vector<qint64>(), false);
}

void ActionController::start(ActionKind kind, const std::vector<qint64> &stockIds)
{
    const bool first = kind == ActionKind::Receive && !stockIds.empty();
    load(kind, first ? std::vector{stockIds.front()} : stockIds, false);
}

void ActionController::load(ActionKind kind,
                            const std::vector<qint64> &stockIds,
                            bool several,
                            const Refill &refill)
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
            openForm(kind, {}, false, refill);
        else
            Q_EMIT message(tr("Choose a row of stock first."));
        return;
    }
    m_loading = true;
    setBusy(true);
    m_services.background.run(
        this,
        [&store = m_services.store, stockIds] { return stocksOf(store, stockIds); },
        [this, kind, refill, several](const Read<std::vector<StockContext>> &stocks) {
            m_loading = false;
            setBusy(false);
            if (!stocks)
                Q_EMIT message(readFailureText(stocks.error()));
            else if (stocks->empty())
                Q_EMIT message(tr("This stock is no longer there."));
            else
                openForm(kind, *stocks, several || stocks->size() > 1, refill);
        });
}

void ActionController::openForm(ActionKind kind,
                                const std::vector<StockContext> &stocks,
                                bool several,
                                const Refill &refill)
{
    m_kind = kind;
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
                if (std::holds_alternative<Receive>(command.action) && !ids.empty())
                    Q_EMIT received(ids.front());
                m_undoer->offer(command.id, kindOf(command.action), deed);
            });
    connect(m_form, &StockForm::left, this, &ActionController::message);
    connect(m_form, &StockForm::busyChanged, this, &ActionController::setBusy);
    connect(m_form, &StockForm::draftChanged, this, &ActionController::draftsChanged);
    connect(
        m_form,
        &QObject::destroyed,
        this,
        [this] {
            setBusy(false);
            Q_EMIT draftsChanged();
            reopenNext();
        },
        Qt::QueuedConnection);
    if (refill)
        refill(*m_form);
    m_form->open();
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
