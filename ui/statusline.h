#pragma once

#include <QStatusBar>

class QAction;
class QLabel;
class QTime;
class QToolButton;

namespace tanaban::ui {

/// The line below everything: what just happened, whether it can be undone, and where one is.
class StatusLine : public QStatusBar
{
    Q_OBJECT

public:
    /// `undo`: what it says can be undone is what was said last when it came to say that.
    StatusLine(QAction *undo, QWidget *parent);

    void say(const QString &text);
    void setDatabase(const QString &name, const QString &address);
    void setPerson(const QString &text);
    void setAnswered(QTime time);

private:
    QLabel *addPermanent(const QString &name);
    void onUndoChanged();
    void showUndo();

    QAction *m_undo;
    QLabel *m_message;
    QToolButton *m_button;
    QLabel *m_asOf;
    QLabel *m_person;
    QLabel *m_database;
    QString m_deed;     ///< that can be undone, as the action says it
    QString m_undoable; ///< the message that came with it
};

} // namespace tanaban::ui
