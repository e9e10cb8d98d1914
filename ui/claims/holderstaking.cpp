#include "model/codes.h"
#include "model/matrix.h"
#include "ui/claims/claimtext.h"
#include "ui/claims/holdersdialog.h"
#include "ui/conflict/conflicttext.h"
#include "ui/forms/actioncontroller.h"
#include "ui/forms/formtext.h"
#include "ui/forms/quantityedit.h"
#include "ui/forms/reasonbox.h"
#include "ui/forms/undoer.h"
#include "ui/forms/waitingbar.h"
#include "ui/look/tint.h"
#include "ui/words.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableWidget>

#include <algorithm>

// How goods are passed on from one order to another: judged as one types, sent, and told.

namespace tanaban::ui {

using namespace Qt::StringLiterals;

namespace {

void noteAt(QLabel *note, const QString &text)
{
    note->setText(text.isEmpty() ? text : QString(u"⚠ " + text));
    note->setVisible(!text.isEmpty());
    tint(note, Tint::Bad);
}

bool sameIntent(const ClaimCommand &one, const ClaimCommand &other)
{
    return one.parts == other.parts && one.toOrder == other.toOrder && one.toLine == other.toLine
           && one.reason == other.reason;
}

} // namespace

const Claim *HoldersDialog::chosen() const
{
    const int row = m_table->currentRow();
    return m_holding && row >= 0 && size_t(row) < m_holding->claims.size()
               ? &m_holding->claims[size_t(row)]
               : nullptr;
}

const ClaimingLine *HoldersDialog::taker() const
{
    const int row = m_for->currentIndex();
    return m_holding && row >= 0 && size_t(row) < m_holding->lacking.size()
               ? &m_holding->lacking[size_t(row)]
               : nullptr;
}

qint64 HoldersDialog::most() const
{
    return chosen() && taker() ? std::min(chosen()->quantity, taker()->lacking()) : 0;
}

/// Why nothing can be passed on; empty when it can.
QString HoldersDialog::hindrance() const
{
    const auto role = m_services.controller.role();
    if (!m_holding)
        return tr("There is nothing to pass on.");
    if (m_holding->claims.empty())
        return tr("Nobody has any of it.");
    if (m_holding->lacking.empty())
        return tr("No open order lacks these goods, so nothing need be passed on.");
    if (role && !Matrix::instance().allows(*role, u"reassign"_s))
        return tr("Your role does not allow passing goods on; a supervisor can do it.");
    if (!taker())
        return tr("Choose the order that is to get the goods.");
    if (!chosen())
        return tr("Choose whose goods are to be passed on.");
    return ClaimText::whyNot(*chosen(), *taker());
}

/// As much as makes sense, as long as nobody typed anything else.
void HoldersDialog::propose()
{
    if (m_typed)
        return;
    if (hindrance().isEmpty())
        m_quantity->setValue(most());
    else
        m_quantity->clear();
}

QString HoldersDialog::quantityFault(bool everything) const
{
    const auto quantity = m_quantity->value();
    if (!m_quantity->fault().isEmpty())
        return m_quantity->fault();
    if (!quantity)
        return everything ? tr("How much? Sums such as 12*6 can be typed.") : QString();
    const Product &product = m_holding->product;
    if (*quantity > chosen()->quantity) {
        return tr("%1 has only %2 of it here.")
            .arg(chosen()->orderNumber,
                 Words::quantity(chosen()->quantity, product.decimals, product.unit));
    }
    if (*quantity > taker()->lacking()) {
        return tr("%1 lacks only %2.")
            .arg(taker()->order,
                 Words::quantity(taker()->lacking(), product.decimals, product.unit));
    }
    return {};
}

void HoldersDialog::recheck()
{
    const QString why = hindrance();
    const bool reasonMissing = m_tried && m_reason->reason().isEmpty();
    noteAt(m_reasonNote,
           reasonMissing ? tr("The reason stays in the history; it is needed.") : QString());
    const QString fault = why.isEmpty() ? quantityFault(m_tried) : QString();
    noteAt(m_quantityNote, fault);
    m_effect->clear();
    const auto quantity = m_quantity->value();
    if (!why.isEmpty()) {
        m_effect->setText(why);
        tint(m_effect, Tint::Secondary);
    } else if (fault.isEmpty() && quantity) {
        const auto giver = m_holding->holders.find({*chosen()->orderId, chosen()->line});
        if (giver != m_holding->holders.end()) {
            m_effect->setText(
                u"→  "_s
                + ClaimText::effect(giver->second, *taker(), *quantity, m_holding->product));
        }
        tint(m_effect, Tint::Accent);
    }
    m_order->setEnabled(chosen() && !chosen()->orderNumber.isEmpty());
    m_order->setToolTip(m_order->isEnabled() ? tr("Go to the order that has these goods")
                                             : tr("There is no order to show here."));
    updateState();
}

void HoldersDialog::updateState()
{
    const bool idle = m_submission->state() == Submission::State::Idle && !m_reading;
    const QString why = hindrance();
    m_take->setEnabled(idle && why.isEmpty());
    m_take->setToolTip(why);
    m_back->setEnabled(m_submission->state() == Submission::State::Idle);
    for (QWidget *field : std::initializer_list<QWidget *>{m_for, m_quantity, m_reason, m_line})
        field->setEnabled(m_submission->state() == Submission::State::Idle);
    m_table->setEnabled(m_submission->state() == Submission::State::Idle);
    fitHeight(this);
}

void HoldersDialog::submit()
{
    if (m_submission->state() != Submission::State::Idle || m_reading || !hindrance().isEmpty())
        return;
    m_tried = true;
    m_problem->hide();
    recheck();
    if (!quantityFault(true).isEmpty()) {
        m_quantity->setFocus();
        m_quantity->selectAll();
        return;
    }
    ClaimCommand command;
    command.kind = ClaimCommand::Kind::Reassign;
    command.parts = {{chosen()->id, *m_quantity->value()}};
    command.reason = m_reason->reason();
    command.toOrder = taker()->orderId;
    command.toLine = taker()->line;
    command.expected = {{chosen()->stockId, chosen()->stockVersion}};
    if (command.reason.isEmpty()) {
        m_reason->setFocus();
        return;
    }
    command.id = m_sent && sameIntent(*m_sent, command) ? m_sent->id : newCommandId();
    m_sent = command;
    m_submission->submit(command);
}

void HoldersDialog::onFinished(const CommandResult &result)
{
    if (result.idSpent)
        m_sent.reset();
    std::visit(Overloaded{[&](const Committed &) { succeed(); },
                          [&](const VersionConflict &conflict) { tellMeanwhile(conflict.rows); },
                          [&](const Overtaken &) { tellMeanwhile({}); },
                          [&](const tanaban::Rejected &rejected) {
                              m_sent.reset();
                              say(messageOf(rejected.error), true);
                          },
                          [&](const Busy &busy) { say(busyText(busy), false); },
                          [](const Unavailable &) {}},
               result.outcome);
    read();
}

/// The dialog stays: an order may need the goods of several.
void HoldersDialog::succeed()
{
    const Product &product = m_holding->product;
    const ClaimCommand &sent = *m_sent;
    QString giver;
    QString receiver;
    for (const Claim &claim : m_holding->claims) {
        if (claim.id == sent.parts.front().allocation && claim.kind == Claim::Kind::Order)
            giver = claim.orderNumber;
    }
    for (const ClaimingLine &line : m_holding->lacking) {
        if (line.orderId == sent.toOrder)
            receiver = line.order;
    }
    const QString text = tr("Passed on %1 of %2 from %3 to %4.")
                             .arg(Words::quantity(
                                      sent.parts.front().quantity, product.decimals, product.unit),
                                  product.name.isEmpty() ? product.code : product.name,
                                  giver,
                                  receiver);
    m_services.controller.undoer().passOver();
    m_sent.reset();
    m_tried = false;
    m_typed = false;
    m_chosen = 0;
    m_strip->hide();
    m_quantity->clear();
    say(text, false);
    Q_EMIT message(text);
    Q_EMIT taken();
}

void HoldersDialog::tellMeanwhile(const std::vector<ConflictRow> &rows)
{
    const Product &product = m_holding->product;
    QStringList lines;
    for (const ConflictRow &row : rows) {
        for (const StockEvent &event : row.between) {
            lines << tr("%1, %2", "what somebody did; when")
                         .arg(deedOf(event, product.decimals, product.unit),
                              Words::moment(event.at));
        }
    }
    if (lines.isEmpty())
        lines << tr("Somebody else changed this stock meanwhile.");
    lines << tr("Nothing was changed. The list shows how it is now; what you typed is kept.");
    m_strip->setText(lines.join(u'\n'));
    m_strip->show();
    m_problem->hide();
}

void HoldersDialog::say(const QString &text, bool bad)
{
    m_problem->setText(bad ? QString(u"⚠ " + text) : text);
    tint(m_problem, bad ? Tint::Bad : Tint::Plain);
    m_problem->show();
    fitHeight(this);
}

void HoldersDialog::reject()
{
    if (m_submission->state() == Submission::State::Idle)
        QDialog::reject();
    else
        m_waiting->giveUp();
}

} // namespace tanaban::ui
