#include "ui/conflict/asking.h"
#include "ui/conflict/conflictdialog.h"
#include "ui/forms/factscard.h"
#include "ui/forms/formtext.h"
#include "ui/forms/stockform.h"
#include "ui/forms/waitingbar.h"
#include "ui/look/tint.h"

#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

// The way of a form's command: judged, sent, and whatever comes back.

namespace tanaban::ui {

using namespace Qt::StringLiterals;

void StockForm::recheck()
{
    complain(m_tried);
    judged();
    m_effect->clear();
    const auto wanted = action();
    if (!wanted)
        return;
    StockCommand command;
    command.action = *wanted;
    const auto decided = decideOn(command, m_glance);
    if (!decided)
        return;
    if (!*decided) {
        showRefusal(decided->error());
        return;
    }
    m_effect->setText(u"→  "_s + effectOf(command, m_glance).text);
    tint(m_effect, Tint::Accent);
}

void StockForm::showRefusal(const DomainError &error)
{
    if (!m_tried && isEarly(error))
        return;
    const auto [field, note] = fieldOf(error);
    Q_UNUSED(field);
    if (note) {
        setNote(note, messageOf(error), true);
    } else {
        m_effect->setText(u"⚠ "_s + refusalText(error));
        tint(m_effect, Tint::Bad);
    }
}

void StockForm::submit()
{
    if (m_submission->state() != Submission::State::Idle || m_loading)
        return;
    m_tried = true;
    m_problem->hide();
    recheck();
    QWidget *wrong = complain(true);
    const auto wanted = action();
    if (!wrong && wanted) {
        StockCommand command;
        command.id = m_nextId;
        command.action = *wanted;
        command = insistingOn(command, m_glance.versions());
        const auto decided = decideOn(command, m_glance);
        if (!decided || *decided) {
            m_submission->submit(command,
                                 goesOnWhenStillPossible() ? ConflictPolicy::AskUnlessStillPossible
                                                           : ConflictPolicy::Ask,
                                 m_glance.stocks());
            return;
        }
        showRefusal(decided->error());
        wrong = fieldOf(decided->error()).first;
    }
    if (wrong) {
        wrong->setFocus();
        if (auto *edit = qobject_cast<QLineEdit *>(wrong))
            edit->selectAll();
    }
}

void StockForm::onFinished(const CommandResult &result)
{
    const StockCommand command = m_submission->command();
    m_nextId = newCommandId(); // whatever is sent from here is another attempt
    std::visit(Overloaded{[&](const Committed &) { succeed(command, m_glance, result); },
                          [&](const VersionConflict &) { loadConflict(result); },
                          [&](const Overtaken &) { loadConflict(result); },
                          [&](const tanaban::Rejected &rejected) {
                              const auto [field, note] = fieldOf(rejected.error);
                              m_problem->setText(u"⚠ "_s + messageOf(rejected.error));
                              tint(m_problem, Tint::Bad);
                              m_problem->show();
                              if (field)
                                  field->setFocus();
                          },
                          [&](const Busy &busy) {
                              m_problem->setText(u"⚠ "_s + busyText(busy));
                              tint(m_problem, Tint::Low);
                              m_problem->show();
                          },
                          [](const Unavailable &) {}},
               result.outcome);
}

void StockForm::onStopped()
{
    m_nextId = newCommandId();
    m_problem->setText(tr("It was called off; nothing was changed."));
    tint(m_problem, Tint::Plain);
    m_problem->show();
    poll();
}

void StockForm::succeed(const StockCommand &command,
                        const Glance &decidedOn,
                        const CommandResult &result)
{
    const auto &outcome = std::get<Committed>(result.outcome);
    std::vector<qint64> ids;
    for (const auto &[id, version] : outcome.stockVersions)
        ids.push_back(id);
    const QString text = committedText(command, decidedOn, result);
    const QString deed = deedText(command.action, decidedOn);
    done(QDialog::Accepted);
    Q_EMIT committed(text, ids, command, deed);
}

void StockForm::loadConflict(const CommandResult &result)
{
    StockCommand command = m_submission->command();
    if (result.idSpent)
        command.id = newCommandId();
    m_loading = true;
    updateState();
    m_services.background.run(
        this,
        [&store = m_services.store, action = command.action, seen = m_glance] {
            return readFresh(store, action, seen);
        },
        [this, command](const Read<FreshGlance> &fresh) {
            m_loading = false;
            updateState();
            if (fresh) {
                openConflict(command, *fresh);
            } else {
                m_problem->setText(readFailureText(fresh.error()));
                m_problem->show();
            }
        });
}

void StockForm::openConflict(const StockCommand &command, const FreshGlance &fresh)
{
    m_conflict = new ConflictDialog(m_services, command, m_glance, fresh, this);
    m_conflict->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_conflict, &ConflictDialog::committed, this, [this](const CommandResult &result) {
        succeed(m_conflict->command(), m_conflict->shown(), result);
    });
    connect(m_conflict, &ConflictDialog::returned, this, [this](bool edit) {
        setGlance(m_conflict->shown());
        activateWindow(); // not every desktop gives the focus back
        QWidget *field = focusWidget();
        if (edit) {
            DomainError quantity;
            quantity.rule = Rule::InsufficientStock;
            field = fieldOf(quantity).first;
        }
        if (auto *line = qobject_cast<QLineEdit *>(field); line && edit)
            line->selectAll();
        if (field)
            field->setFocus();
    });
    connect(m_conflict, &ConflictDialog::sending, this, &StockForm::draftChanged);
    connect(m_conflict, &ConflictDialog::left, m_waiting, &WaitingBar::leaveRequested);
    m_conflict->open();
}

void StockForm::poll()
{
    const bool idle = m_submission->state() == Submission::State::Idle && !m_loading;
    const std::vector<StockContext> seen = m_glance.stocks();
    if (m_polling || !idle || m_conflict || seen.empty() || !isVisible())
        return;
    m_polling = true;
    Versions versions;
    for (const StockContext &stock : seen)
        versions[stock.row.id] = stock.row.version;
    m_services.background.run(
        this,
        [&store = m_services.store, versions] { return store.conflictOf(versions); },
        [this, versions, seen](const Read<VersionConflict> &now) {
            m_polling = false;
            // The figures may have been brought up to date while this was under way.
            const Versions shown = m_glance.versions();
            const bool same = std::ranges::all_of(versions, [&shown](const auto &row) {
                const auto found = shown.find(row.first);
                return found != shown.end() && found->second == row.second;
            });
            if (!now || !same)
                return;
            qsizetype moved = 0;
            for (const ConflictRow &row : now->rows) {
                if (row.actual == row.expected)
                    continue;
                ++moved;
                if (m_glance.rows.empty())
                    m_strip->tell(stripOf(seen.front().row, row, seen.front().product));
            }
            if (moved > 0 && !m_glance.rows.empty())
                m_strip->tell(tr("%1 of these rows were changed by others meanwhile.").arg(moved));
            fitHeight(this);
        });
}

void StockForm::lookAgain()
{
    if (m_loading || m_glance.stocks().empty())
        return;
    m_loading = true;
    updateState();
    Several rows;
    for (const StockContext &stock : m_glance.stocks())
        rows.rows.push_back({Reserve{stock.row.id, 0}, {}});
    StockAction look = rows;
    if (m_glance.rows.empty())
        look = rows.rows.front().action;
    if (const auto wanted = action())
        look = *wanted;
    m_services.background.run(
        this,
        [&store = m_services.store, look] { return glanceAt(store, look); },
        [this](const Read<Glance> &glance) {
            m_loading = false;
            updateState();
            if (glance && !glance->stocks().empty())
                setGlance(*glance);
        });
}

void StockForm::updateState()
{
    const bool idle = m_submission->state() == Submission::State::Idle && !m_loading;
    if (!idle && m_commit->isEnabled())
        m_focused = focusWidget();
    m_commit->setEnabled(idle);
    m_back->setEnabled(idle);
    m_strip->setEnabled(idle);
    // What is being sent cannot be changed any more; it stays readable.
    for (int line = 0; line < m_fields->rowCount(); ++line) {
        if (QLayoutItem *item = m_fields->itemAtPosition(line, 1);
            item && !qobject_cast<QLabel *>(item->widget()))
            item->widget()->setEnabled(idle);
    }
    if (idle && m_focused) {
        m_focused->setFocus();
        m_focused.clear();
    }
    fitHeight(this);
}

void StockForm::reject()
{
    if (m_submission->state() == Submission::State::Idle)
        QDialog::reject();
    else
        m_waiting->giveUp();
}

} // namespace tanaban::ui
