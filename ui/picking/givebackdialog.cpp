#include "ui/picking/givebackdialog.h"

#include "ui/forms/formtext.h"
#include "ui/forms/waitingbar.h"
#include "ui/look/tint.h"
#include "ui/picking/picktext.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <set>

namespace tanaban::ui {

using namespace Qt::StringLiterals;

GiveBackDialog::GiveBackDialog(FormServices &services,
                               const QString &order,
                               const std::vector<Claim> &claims,
                               QWidget *parent)
    : QDialog(parent)
    , m_claims(claims)
    , m_submission(new Submission(services, this))
    , m_waiting(new WaitingBar(*m_submission, services.timing, this))
    , m_problem(new QLabel(this))
    , m_go(new QPushButton(tr("&Give back and cancel"), this))
    , m_back(new QPushButton(tr("&Back"), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(u"giveBackDialog"_s);
    setWindowTitle(tr("Cancel order %1").arg(order));
    setMinimumWidth(460);
    std::set<int> lines;
    for (const Claim &claim : claims)
        lines.insert(claim.line);
    auto *text = new QLabel(
        claims.empty()
            ? tr("No goods are set aside for this order.")
            : tr("Goods are set aside for %n line(s) of this order: %1.", nullptr, int(lines.size()))
                  .arg(PickText::amounts(claims)),
        this);
    text->setObjectName(u"claimsLabel"_s);
    auto *effect = new QLabel(
        claims.empty()
            ? tr("It ends for good; it stays on record.")
            : tr(
                "They are free for others again, and the order ends for good; it stays on record."),
        this);
    tint(effect, Tint::Secondary);
    m_problem->setObjectName(u"problemLabel"_s);
    tint(m_problem, Tint::Bad);
    m_problem->hide();
    for (QLabel *label : {text, effect, m_problem}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    if (claims.empty())
        m_go->setText(tr("&Cancel the order"));
    m_go->setObjectName(u"giveBackButton"_s);
    m_go->setAutoDefault(false);
    m_back->setObjectName(u"backButton"_s);
    m_back->setDefault(true); // nothing is ended by a careless Enter
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch(1);
    buttons->addWidget(m_back);
    buttons->addWidget(m_go);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(12);
    for (QWidget *part : {static_cast<QWidget *>(text),
                          static_cast<QWidget *>(effect),
                          static_cast<QWidget *>(m_problem),
                          static_cast<QWidget *>(m_waiting)})
        column->addWidget(part);
    column->addLayout(buttons);
    setTabOrder(m_back, m_go);
    m_back->setFocus();
    connect(m_back, &QPushButton::clicked, this, &GiveBackDialog::reject);
    connect(m_go, &QPushButton::clicked, this, &GiveBackDialog::giveBack);
    connect(m_submission, &Submission::finished, this, &GiveBackDialog::onFinished);
    connect(m_submission, &Submission::stateChanged, this, &GiveBackDialog::updateState);
    connect(m_submission, &Submission::stopped, this, [this] {
        say(tr("It was called off; nothing was changed."));
    });
    connect(m_waiting, &WaitingBar::leaveRequested, this, [this] {
        done(QDialog::Rejected);
        Q_EMIT left(tr("It is not known yet whether this happened. It will be asked for at the "
                       "next start."));
    });
}

void GiveBackDialog::giveBack()
{
    if (busy())
        return;
    m_problem->hide();
    if (m_claims.empty()) {
        done(QDialog::Accepted);
        Q_EMIT givenBack();
        return;
    }
    ClaimCommand command;
    command.kind = ClaimCommand::Kind::Release;
    command.id = newCommandId();
    // As much as was seen: if some of it was shipped meanwhile, the rest is not what was agreed to.
    for (const Claim &claim : m_claims)
        command.parts.push_back({claim.id, claim.quantity});
    m_submission->submit(command);
}

void GiveBackDialog::onFinished(const CommandResult &result)
{
    if (std::holds_alternative<Committed>(result.outcome)) {
        done(QDialog::Accepted);
        Q_EMIT givenBack();
    } else if (const auto *busy = std::get_if<Busy>(&result.outcome)) {
        say(busyText(*busy));
    } else {
        // Picked, shipped or given back by others: what this dialog says is no longer so.
        m_go->hide();
        m_back->setFocus();
        say(tr("Others went on with these goods meanwhile, so nothing was given back and the order "
               "stands. Go back, look at it, and cancel it again if that is still wanted."));
    }
}

void GiveBackDialog::say(const QString &text)
{
    m_problem->setText(u"⚠ "_s + text);
    m_problem->show();
    fitHeight(this);
}

void GiveBackDialog::updateState()
{
    m_go->setEnabled(!busy());
    m_back->setEnabled(!busy());
}

void GiveBackDialog::reject()
{
    if (busy())
        m_waiting->giveUp();
    else
        QDialog::reject();
}

} // namespace tanaban::ui
