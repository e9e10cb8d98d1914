#pragma once

#include "model/claims/claimcommand.h"
#include "ui/forms/submission.h"

#include <QDialog>

class QLabel;
class QPushButton;

namespace tanaban::ui {

class WaitingBar;

/// An order shall be cancelled, which is for good: asks, says how much is set aside for it, and gives
/// that back first.
class GiveBackDialog : public QDialog
{
    Q_OBJECT

public:
    /// `claims`: all allocations of the order; there may be none.
    GiveBackDialog(FormServices &services,
                   const QString &order,
                   const std::vector<Claim> &claims,
                   QWidget *parent);

    bool busy() const { return m_submission->state() != Submission::State::Idle; }
    void reject() override;

Q_SIGNALS:
    /// The goods are free again; the dialog has closed.
    void givenBack();
    void left(const QString &text);

private:
    void giveBack();
    void onFinished(const CommandResult &result);
    void say(const QString &text);
    void updateState();

    std::vector<Claim> m_claims;
    Submission *m_submission;
    WaitingBar *m_waiting;
    QLabel *m_problem;
    QPushButton *m_go;
    QPushButton *m_back;
};

} // namespace tanaban::ui
