#include "model/codes.h"
#include "model/matrix.h"
#include "ui/claims/reviewdialog.h"
#include "ui/forms/actioncontroller.h"
#include "ui/forms/formtext.h"
#include "ui/forms/reasonbox.h"
#include "ui/forms/undoer.h"
#include "ui/forms/waitingbar.h"
#include "ui/look/tableparts.h"
#include "ui/look/tint.h"
#include "ui/session.h"

#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QTableView>

#include <algorithm>
#include <utility>

// How it is read, chosen and decided.

namespace tanaban::ui {

using namespace Qt::StringLiterals;

void ReviewDialog::refresh()
{
    if (!busy() && !m_reading)
        read();
}

bool ReviewDialog::busy() const
{
    return m_submission->state() != Submission::State::Idle;
}

void ReviewDialog::read()
{
    m_reading = true;
    updateState();
    m_forms.background.run(
        this,
        [&claims = m_services.session.claims(), order = m_number] {
            ClaimQuery query;
            query.onlyPending = order.isEmpty();
            query.orderNumber = order;
            auto found = claims.claims(query);
            if (found) // a hold ends by itself, or is released as one
                std::erase_if(*found,
                              [](const Claim &claim) { return claim.kind != Claim::Kind::Order; });
            return found;
        },
        [this, turn = ++m_turn](const Read<std::vector<Claim>> &claims) {
            if (turn != m_turn)
                return;
            m_reading = false;
            if (claims)
                present(*claims);
            else
                say(readFailureText(claims.error()), true);
            updateState();
        });
}

/// What was chosen stays so; at first it is all of the most urgent order.
void ReviewDialog::present(const std::vector<Claim> &claims)
{
    std::set<qint64> wanted = m_chosen;
    const bool begins = !std::exchange(m_known, true) && !claims.empty();
    for (const Claim &claim : claims) {
        if (begins && claim.orderId == claims.front().orderId)
            wanted.insert(claim.id);
    }
    if (claims != m_model->claims() || begins) {
        m_model->setClaims(claims);
        select(wanted);
    }
    m_title->setText(titleText());
    onChosen();
}

void ReviewDialog::select(const std::set<qint64> &wanted)
{
    const QItemSelection selection = rowsWhere(
        *m_model, [&](int row) { return wanted.contains(m_model->claims()[size_t(row)].id); });
    if (!selection.isEmpty())
        m_table->selectionModel()->setCurrentIndex(selection.first().topLeft(),
                                                   QItemSelectionModel::NoUpdate);
    m_table->selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
}

QString ReviewDialog::titleText() const
{
    const QLocale locale;
    const int rows = m_model->rowCount();
    if (!m_number.isEmpty()) {
        return rows == 0 ? tr("Nothing is set aside for order %1.").arg(m_number)
                         : tr("Set aside for order %1: %n time(s)", nullptr, rows).arg(m_number);
    }
    if (rows == 0)
        return tr("Nothing waits for review.");
    return m_model->orderCount() == 1
               ? tr("%n line(s) of one order wait for review", nullptr, rows)
               : tr("%1 lines of %2 orders wait for review")
                     .arg(locale.toString(rows), locale.toString(m_model->orderCount()));
}

/// In the order of the list.
std::vector<Claim> ReviewDialog::chosen() const
{
    std::set<int> rows;
    for (const QItemSelectionRange &range : m_table->selectionModel()->selection()) {
        for (int row = range.top(); row <= range.bottom(); ++row)
            rows.insert(row);
    }
    std::vector<Claim> claims;
    for (const int row : rows)
        claims.push_back(m_model->claims()[size_t(row)]);
    return claims;
}

void ReviewDialog::onChosen()
{
    const std::vector<Claim> claims = chosen();
    std::set<QString> orders;
    m_chosen.clear();
    m_allWait = true;
    for (const Claim &claim : claims) {
        m_chosen.insert(claim.id);
        orders.insert(claim.orderNumber);
        m_allWait = m_allWait && claim.pending;
    }
    m_sum->setText(
        m_model->rowCount() == 0 ? QString()
        : claims.empty()         ? tr("Choose what is to be decided; Ctrl+A takes all.")
        : orders.size() == 1
            ? tr("Chosen: %n line(s) of order %1", nullptr, int(claims.size())).arg(*orders.begin())
            : tr("Chosen: %1 lines of %2 orders")
                  .arg(QLocale().toString(qint64(claims.size())),
                       QLocale().toString(qint64(orders.size()))));
    updateState();
}

/// Why nothing of that kind can be done now; empty when it can.
QString ReviewDialog::hindrance(const QString &kind) const
{
    const auto role = m_services.controller.role();
    if (role && !Matrix::instance().allows(*role, kind))
        return tr("Your role does not allow this; a supervisor can do it.");
    if (m_chosen.empty())
        return m_model->rowCount() == 0 ? titleText() : tr("Choose what is to be decided.");
    return kind == u"review" && !m_allWait ? tr("Not all that is chosen waits for review.")
                                           : QString();
}

void ReviewDialog::goToOrder()
{
    const std::vector<Claim> claims = chosen();
    if (claims.empty() || busy())
        return;
    Q_EMIT wanted({u"orders"_s, {{u"number"_s, claims.front().orderNumber}}});
}

void ReviewDialog::submit(ClaimCommand::Kind kind)
{
    const bool release = kind == ClaimCommand::Kind::Release;
    if (busy() || m_reading || !hindrance(release ? u"release"_s : u"review"_s).isEmpty())
        return;
    m_problem->hide();
    ClaimCommand command;
    command.kind = kind;
    if (release)
        command.reason = m_reason->reason();
    if (release && command.reason.isEmpty()) {
        say(tr("Why is it given back? The reason stays in the history."), true);
        m_reason->setFocus();
        return;
    }
    for (const Claim &claim : chosen())
        command.parts.push_back({claim.id, claim.quantity});
    std::ranges::sort(command.parts, {}, &ClaimPart::allocation); // the same wish, however chosen
    const bool same = m_sent && m_sent->kind == kind && m_sent->parts == command.parts
                      && m_sent->reason == command.reason;
    command.id = same ? m_sent->id : newCommandId();
    m_sent = command;
    m_submission->submit(command);
}

namespace {

/// What was to be decided is no more as it was read.
bool isDecidedAlready(const CommitOutcome &outcome)
{
    if (std::holds_alternative<VersionConflict>(outcome)
        || std::holds_alternative<Overtaken>(outcome))
        return true;
    const auto *rejected = std::get_if<tanaban::Rejected>(&outcome);
    return rejected
           && (rejected->error.rule == Rule::NotReserved
               || rejected->error.rule == Rule::InvalidReleaseQuantity
               || rejected->error.rule == Rule::UnknownAllocation);
}

} // namespace

void ReviewDialog::onFinished(const CommandResult &result)
{
    if (std::holds_alternative<Committed>(result.outcome)) {
        succeed();
    } else if (isDecidedAlready(result.outcome)) {
        say(tr("Somebody else went on with some of it meanwhile, so nothing was changed. The list "
               "shows how it is now."),
            true);
    } else if (const auto *rejected = std::get_if<tanaban::Rejected>(&result.outcome)) {
        say(messageOf(rejected->error), true);
    } else if (const auto *busy = std::get_if<Busy>(&result.outcome)) {
        say(busyText(*busy), false);
    }
    if (result.idSpent)
        m_sent.reset();
    read();
}

/// The dialog stays: there may be more to decide.
void ReviewDialog::succeed()
{
    const int lines = int(m_sent->parts.size());
    const bool agreed = m_sent->kind == ClaimCommand::Kind::Approve;
    const QString text = agreed
                             ? tr("Agreed to %n line(s); they can be fetched now.", nullptr, lines)
                             : tr("%n line(s) were given back; the goods are free.", nullptr, lines);
    say(text, false);
    Q_EMIT message(text);
    Undoer &undoer = m_services.controller.undoer();
    if (agreed)
        undoer.passOver();
    else
        undoer.offer(m_sent->id, u"release"_s, tr("%n line(s) were given back.", nullptr, lines));
    m_sent.reset();
    m_chosen.clear();
    m_known = false; // on to the next order
    if (!agreed)     // else it is for what is given back next
        m_reason->forget();
    Q_EMIT decided();
}

void ReviewDialog::say(const QString &text, bool bad)
{
    m_problem->setText(bad ? QString(u"⚠ " + text) : text);
    tint(m_problem, bad ? Tint::Bad : Tint::Plain);
    m_problem->show();
}

void ReviewDialog::updateState()
{
    const bool idle = !busy();
    if (!idle && m_back->isEnabled())
        m_focused = focusWidget();
    const auto set = [&](QPushButton *button, const QString &why) {
        button->setEnabled(idle && !m_reading && why.isEmpty());
        button->setToolTip(why);
    };
    set(m_agree, hindrance(u"review"_s));
    set(m_release, hindrance(u"release"_s));
    m_order->setEnabled(idle && !m_chosen.empty());
    m_back->setEnabled(idle);
    m_table->setEnabled(idle);
    m_reason->setEnabled(idle && m_model->rowCount() > 0);
    if (idle && !m_reading && m_focused) { // what is disabled loses the keyboard
        (m_focused->isEnabled() ? m_focused.data() : m_table)->setFocus();
        m_focused.clear();
    }
}

void ReviewDialog::reject()
{
    if (busy())
        m_waiting->giveUp();
    else
        QDialog::reject();
}

} // namespace tanaban::ui
