#pragma once

#include "ui/session.h"

#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;
class QStackedWidget;
class QVBoxLayout;

namespace tanaban::ui {

class Symbol;
class WindowActions;

/// What the window shows while its database is being opened or made, and what can be done when there
/// is none or it does not open.
class OpeningPage : public QWidget
{
    Q_OBJECT

public:
    OpeningPage(Session &session, const WindowActions &actions, QWidget *parent = nullptr);

Q_SIGNALS:
    void databaseChosen(const tanaban::DatabaseUrl &url);

private:
    QWidget *makeStatus();
    void showState();
    void showWorking();
    void showFailure();
    void showStart();
    void addPeople();
    void addPassword();
    void addRecent();
    void clearChoices();
    QPushButton *addChoice(const QString &text, std::function<void()> chosen);

    Session &m_session;
    const WindowActions &m_actions;
    QStackedWidget *m_pages;
    QWidget *m_status;
    Symbol *m_symbol;
    QLabel *m_title;
    QLabel *m_text;
    QLabel *m_where;
    QProgressBar *m_progress;
    QVBoxLayout *m_choices;
    QLabel *m_detail;
    QPushButton *m_detailButton;
};

} // namespace tanaban::ui
