#include "ui/forms/actioncontroller.h"
#include "ui/forms/formtext.h"
#include "ui/forms/stockform.h"

#include <QTimer>

// What an earlier run of the program left: sent without an answer, or typed and not sent.
namespace tanaban::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1String kindKey("kind"); // of a draft

/// Nothing for what has no form of its own.
std::optional<ActionKind> kindFromCode(const QString &code)
{
    for (const ActionKind kind : {ActionKind::Receive,
                                  ActionKind::Reserve,
                                  ActionKind::Release,
                                  ActionKind::Ship,
                                  ActionKind::Move,
                                  ActionKind::Adjust,
                                  ActionKind::ChangeStatus})
    {
        if (kindOf(kind) == code)
            return kind;
    }
    return std::nullopt;
}

std::optional<ActionKind> kindOfAction(const StockAction &action)
{
    return kindFromCode(kindOf(action));
}

/// What was sent is known by its intent.
void dropSent(QJsonArray &drafts, const std::vector<AnyCommand> &sent)
{
    const auto idOf = [](const AnyCommand &command) {
        return std::visit([](const auto &what) { return what.id; }, command);
    };
    for (qsizetype i = drafts.size() - 1; i >= 0; --i) {
        const QUuid id = StockForm::commandOf(drafts[i].toObject());
        if (std::ranges::find(sent, id, idOf) != sent.end())
            drafts.removeAt(i);
    }
}

/// What a command of an earlier run did, if it happened.
QString doneText(Store &store, const AnyCommand &command, const CommitOutcome &outcome)
{
    if (!std::holds_alternative<Committed>(outcome))
        return {};
    if (const auto *record = std::get_if<RecordCommand>(&command))
        return ActionController::tr("The change of %1 is saved.")
            .arg(nameOf(record->entity, record->before.key));
    if (std::holds_alternative<ClaimCommand>(command))
        return ActionController::tr("What was set aside for orders is changed as asked.");
    if (const auto *allocation = std::get_if<AllocationCommand>(&command)) {
        return ActionController::tr(
            "The allocation of %n order(s) is done.", nullptr, int(allocation->orders.size()));
    }
    const auto &stock = std::get<StockCommand>(command);
    const auto glance = glanceAt(store, stock.action);
    CommandResult result;
    result.outcome = outcome;
    return committedText(stock, glance ? *glance : Glance(), result);
}

} // namespace

void ActionController::settleUnfinished(const QJsonArray &drafts)
{
    m_drafts = drafts;
    m_services.background.run(
        this,
        [&journal = m_journal] { return journal.takeUnfinished(); },
        [this](const std::vector<AnyCommand> &commands) {
            m_unsettled.insert(m_unsettled.end(), commands.begin(), commands.end());
            dropSent(m_drafts, commands);
            settleNext(m_services.timing.firstRetry);
        });
}

void ActionController::reopen(const QJsonArray &drafts)
{
    m_drafts = drafts;
    reopenNext();
}

/// One after the other, in the order in which they were typed.
void ActionController::settleNext(int wait)
{
    if (m_unsettled.empty()) {
        reopenNext();
        return;
    }
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
            } else if (const auto *stock = std::get_if<StockCommand>(&command)) {
                m_reopen.push_back(*stock);
                reopenNext();
            } else {
                // Nothing was typed: the orders are as they were, and their places show that.
                Q_EMIT message(tr("From last time: what was asked for orders did not happen."));
            }
            m_unsettled.erase(m_unsettled.begin());
            settleNext(m_services.timing.firstRetry);
        });
}

/// First what was sent and did not happen, then what was not sent.
void ActionController::reopenNext()
{
    if (m_form || m_loading)
        return;
    if (!m_reopen.empty()) {
        const StockCommand command = m_reopen.front();
        m_reopen.erase(m_reopen.begin());
        reopenCommand(command);
    } else if (m_unsettled.empty() && !m_drafts.isEmpty()) {
        reopenDraft(m_drafts.first().toObject());
    }
}

void ActionController::reopenCommand(const StockCommand &command)
{
    std::vector<qint64> ids;
    for (const StockCommand &part : partsOf(command)) {
        if (const qint64 id = stockIdOf(part.action); id != 0)
            ids.push_back(id);
    }
    const auto kind = kindOfAction(command.action);
    if (!kind) {
        Q_EMIT message(tr("What was to be undone last time was not undone."));
        reopenNext();
        return;
    }
    load(*kind, ids, std::holds_alternative<Several>(command.action), [command](StockForm &form) {
        form.reopen(command,
                    tr("The program ended before this was done. It did not happen; look at it "
                       "and send it again if it is still wanted."));
    });
}

/// Whether it was sent after all is asked first: nobody must do it twice.
void ActionController::reopenDraft(const QJsonObject &draft)
{
    struct Found
    {
        bool sent = false;
        std::vector<StockContext> stocks;
    };
    m_loading = true;
    m_services.background.run(
        this,
        [&store = m_services.store, draft]() -> Read<Found> {
            const auto earlier = store.command(StockForm::commandOf(draft));
            if (!earlier)
                return fail(ReadFailure(earlier.error()));
            std::vector<qint64> ids;
            for (const auto &[id, version] : StockForm::versionsOf(draft))
                ids.push_back(id);
            auto stocks = stocksOf(store, ids);
            if (!stocks)
                return fail(ReadFailure(stocks.error()));
            return Found{earlier->has_value(), std::move(*stocks)};
        },
        [this, draft](const Read<Found> &found) {
            m_loading = false;
            if (!found) { // it stays among the drafts
                QTimer::singleShot(
                    m_services.timing.longestRetry, this, &ActionController::reopenNext);
                return;
            }
            m_drafts.removeFirst();
            if (!found->sent && draft.contains(kindKey))
                fillFrom(draft, found->stocks);
            else if (!found->sent)
                Q_EMIT otherDraftLeft(draft);
            Q_EMIT draftsChanged();
            reopenNext();
        });
}

void ActionController::fillFrom(const QJsonObject &draft, const std::vector<StockContext> &stocks)
{
    const auto kind = kindFromCode(draft.value(kindKey).toString());
    const Versions seen = StockForm::versionsOf(draft);
    if (!kind)
        return;
    if (stocks.empty() && !seen.empty()) {
        Q_EMIT message(tr("This stock is no longer there."));
        return;
    }
    openForm(*kind, stocks, seen.size() > 1, [draft, seen](StockForm &form) {
        const bool moved = StockForm::versionsOf(form.draft()) != seen;
        form.reopen(draft,
                    moved ? tr("This was being typed when the program ended, and was not sent. The "
                               "stock has changed since: look at the figures.")
                          : tr("This was being typed when the program ended. It was not sent."));
    });
}

QJsonArray ActionController::drafts() const
{
    QJsonArray all;
    if (m_form) {
        QJsonObject draft = m_form->draft();
        draft.insert(kindKey, kindOf(m_kind));
        all.append(draft);
    }
    for (const QJsonValue &draft : m_drafts)
        all.append(draft);
    return all;
}

} // namespace tanaban::ui
