#include "ui/forms/actioncontroller.h"

#include "model/matrix.h"

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
    : m_store(store)
    , m_clock(clock)
    , m_journal(journal)
    , m_runner(runner)
    , m_window(window)
{
    loadRole();
}

ActionController::~ActionController() = default;

void ActionController::start(ActionKind, std::optional<qint64>)
{
    Q_UNUSED(m_clock);
    Q_UNUSED(m_journal);
}

void ActionController::settleUnfinished() {}

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
    m_runner.run(
        this,
        [&store = m_store]() -> std::optional<Role> {
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
