#pragma once

#include "ui/forms/submission.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace tanaban::ui {

/// The line under a form that tells how its command stands: working, checking, stopping; with the
/// one button that ends the wait.
class WaitingBar : public QWidget
{
    Q_OBJECT

public:
    WaitingBar(Submission &submission, const FormTiming &timing, QWidget *parent);

    /// What Esc and closing mean while a command is on its way.
    void giveUp();

Q_SIGNALS:
    /// "Stop asking": the form closes, the command stays in the journal.
    void leaveRequested();

private:
    void update();

    Submission &m_submission;
    QLabel *m_text = nullptr;
    QPushButton *m_button = nullptr;
    QTimer m_patience;
};

} // namespace tanaban::ui
