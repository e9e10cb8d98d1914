#pragma once

#include "ui/conflict/conflicttext.h"
#include "ui/forms/submission.h"

#include <QDialog>

class QGridLayout;
class QLabel;
class QPlainTextEdit;
class QPushButton;
class QToolButton;
class QVBoxLayout;

namespace tanaban::ui {

class KeyGuard;
class WaitingBar;

/// Somebody changed the stock while it was being looked at: shows what was seen and what is there
/// now, who did what in between, and what would happen; the person decides. Opened with open().
class ConflictDialog : public QDialog
{
    Q_OBJECT

public:
    /// `command` did not happen. `seen` is what the person looked at.
    ConflictDialog(FormServices &services,
                   const StockCommand &command,
                   const Glance &seen,
                   const FreshGlance &fresh,
                   QWidget *parent);
    ~ConflictDialog() override;

    /// What is shown now: what a form adopts when it is returned to.
    const Glance &shown() const { return m_fresh.view; }
    /// The command that was sent last.
    const StockCommand &command() const { return m_command; }

    void reject() override;

Q_SIGNALS:
    /// "Refresh and retry" did it; the dialog has closed.
    void committed(const tanaban::CommandResult &result);
    /// The command is about to be sent.
    void sending();
    /// "Edit my request" (true) or "Back" (false); the dialog has closed.
    void returned(bool edit);
    /// Nobody asks for the outcome any more; the dialog has closed.
    void left();

private:
    void build();
    QWidget *buildDetails();
    QWidget *buildButtons();
    void present(const FreshGlance &fresh);
    void showRows(const ConflictPicture &picture);
    void setNote(const QString &text, bool bad);
    void retry();
    void reload();
    void onFinished(const CommandResult &result);
    void updateButtons();
    void back(bool edit);

    FormServices &m_services;
    StockCommand m_command;
    Glance m_seen;
    FreshGlance m_fresh;
    Effect m_effect;
    bool m_loading = false;
    Submission *m_submission = nullptr;
    WaitingBar *m_waiting = nullptr;
    KeyGuard *m_guard = nullptr;
    QLabel *m_headline = nullptr;
    QLabel *m_goods = nullptr;
    QLabel *m_asked = nullptr;
    QWidget *m_rows = nullptr;
    QVBoxLayout *m_rowsLayout = nullptr;
    QLabel *m_effectLabel = nullptr;
    QLabel *m_note = nullptr;
    QLabel *m_kept = nullptr;
    QPushButton *m_retry = nullptr;
    QPushButton *m_edit = nullptr;
    QPushButton *m_back = nullptr;
    QToolButton *m_detailsButton = nullptr;
    QWidget *m_details = nullptr;
    QPlainTextEdit *m_technical = nullptr;
};

} // namespace tanaban::ui
