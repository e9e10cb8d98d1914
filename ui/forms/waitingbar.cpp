#include "ui/forms/waitingbar.h"

#include "ui/look/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace tanaban::ui {

using namespace Qt::StringLiterals;

WaitingBar::WaitingBar(Submission &submission, const FormTiming &timing, QWidget *parent)
    : QWidget(parent)
    , m_submission(submission)
    , m_text(new QLabel(this))
    , m_button(new QPushButton(tr("&Cancel"), this))
{
    m_text->setObjectName(u"waitingText"_s);
    m_text->setWordWrap(true);
    m_button->setObjectName(u"stopButton"_s);
    m_button->setAutoDefault(false);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_text, 1);
    row->addWidget(m_button);
    hide();
    m_patience.setSingleShot(true);
    m_patience.setInterval(timing.showWorking);
    connect(&m_patience, &QTimer::timeout, this, &QWidget::show);
    connect(&m_submission, &Submission::stateChanged, this, &WaitingBar::update);
    connect(m_button, &QPushButton::clicked, this, &WaitingBar::giveUp);
}

void WaitingBar::giveUp()
{
    if (m_submission.state() == Submission::State::Working) {
        m_submission.stopWaiting();
    } else if (m_submission.state() != Submission::State::Idle) {
        m_submission.leave();
        Q_EMIT leaveRequested();
    }
}

void WaitingBar::update()
{
    switch (m_submission.state()) {
    case Submission::State::Idle:
        m_patience.stop();
        hide();
        return;
    case Submission::State::Working:
        m_text->setText(tr("Working…"));
        m_button->setText(tr("&Cancel"));
        m_patience.start();
        return;
    case Submission::State::Checking:
        m_text->setText(m_submission.sent()
                            ? tr("Checking… The database has not answered, so it is not known yet "
                                 "whether this happened. It will happen once at most.")
                            : tr("Checking… The database cannot be reached. Nothing was sent so "
                                 "far; it is tried again."));
        break;
    case Submission::State::Stopping:
        m_text->setText(tr("Checking… You do not wait any longer: either it has happened, or it "
                           "is called off."));
        break;
    }
    m_text->setToolTip(m_submission.trouble());
    m_button->setText(tr("Stop as&king"));
    m_patience.stop();
    show();
}

} // namespace tanaban::ui
