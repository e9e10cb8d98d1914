#pragma once

#include "ui/conflict/conflicttext.h"
#include "ui/forms/submission.h"

#include <QDialog>

class QLabel;
class QPlainTextEdit;
class QPushButton;
class QToolButton;
class QVBoxLayout;

namespace tanaban::ui {

class KeyGuard;
class WaitingBar;

/// What was to be done rests on something that others have changed meanwhile: shows a
/// ConflictPicture of it and asks. Going on sends exactly what is shown; overtaken again, the same
/// dialog shows what is there then. Opened with open().
class OvertakenDialog : public QDialog
{
    Q_OBJECT

public:
    ~OvertakenDialog() override;

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

protected:
    OvertakenDialog(FormServices &services, int width, QWidget *parent);

    /// Sends what is shown.
    virtual void send(Submission &submission) = 0;
    /// Reads what is there now, between setLoading(true) and showPicture() or tellFailure().
    virtual void reload() = 0;
    /// The id of the command is spent: what is sent next is another one.
    virtual void renewId() = 0;

    FormServices &services() { return m_services; }
    void setHeadline(const QString &text);
    void showPicture(const ConflictPicture &picture);
    void tellFailure(const ReadFailure &failure);
    void setLoading(bool loading);

private:
    void build();
    QWidget *buildDetails();
    QWidget *buildButtons();
    void showRows(const ConflictPicture &picture);
    void setNote(const QString &text, bool bad);
    void retry();
    void onFinished(const CommandResult &result);
    void updateButtons();
    void back(bool edit);

    FormServices &m_services;
    int m_width;
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
