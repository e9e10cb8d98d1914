#pragma once

#include "model/databaseurl.h"

#include <QWidget>

class QLabel;

namespace tanaban::ui {

class WindowActions;

/// What the window shows where there is no data yet: the ways to some, and the databases that were
/// open last.
class StartPage : public QWidget
{
    Q_OBJECT

public:
    /// The choices are actions of the window; `here` is where nothing is yet.
    StartPage(const WindowActions &actions, const DatabaseUrl &here, QWidget *parent = nullptr);

    /// What happened before; empty: nothing did.
    void tell(const QString &note);

Q_SIGNALS:
    void recentChosen(const tanaban::DatabaseUrl &url);

private:
    QWidget *makeRecent(const DatabaseUrl &here);

    QLabel *m_note;
};

} // namespace tanaban::ui
