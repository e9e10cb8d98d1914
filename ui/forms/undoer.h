#pragma once

#include "ui/forms/submission.h"

namespace tanaban::ui {

/// Offers to take back what was done last from here, for as long as the database allows it, and
/// does so.
class Undoer : public QObject
{
    Q_OBJECT

public:
    Undoer(FormServices &services, QObject *parent);

    /// A command of this kind was carried out just now, and the person was told; `deed` says in a
    /// sentence what it did.
    void offer(const QUuid &command, const QString &kind, const QString &deed);
    void undo();
    /// Something was done since that cannot be undone: what was offered before it is no longer the
    /// last thing.
    void passOver();

    /// What would be undone; empty when nothing can be, for the reason that whyNot() gives.
    QString deed() const { return isIdle() ? m_deed : QString(); }
    QString whyNot() const;

Q_SIGNALS:
    /// Something else can be undone, or nothing any more.
    void changed();
    void message(const QString &text);
    void stockChanged(const std::vector<qint64> &ids);
    void busyChanged(bool busy);

private:
    bool isIdle() const { return m_submission.state() == Submission::State::Idle; }
    void withdraw(const QString &why);
    void withdrawUndone(const QString &why);
    void onFinished(const CommandResult &result);

    FormServices &m_services;
    Submission m_submission;
    QUuid m_command;
    QString m_kind;
    QUuid m_undoing;       ///< what is being taken back
    QString m_undoingDeed; ///< another one may be offered meanwhile
    QString m_deed;
    QString m_why;
    QTimer m_over;
};

} // namespace tanaban::ui
