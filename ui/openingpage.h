#pragma once

#include "ui/session.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace tanaban::ui {

class Symbol;

/// What the window shows while its database is being opened, and what can be done when it cannot.
class OpeningPage : public QWidget
{
    Q_OBJECT

public:
    explicit OpeningPage(Session &session, QWidget *parent = nullptr);

Q_SIGNALS:
    void anotherDatabaseWanted();

private:
    void showWorking();
    void showFailure();
    void addPeople();
    void clearChoices();
    QPushButton *addChoice(const QString &text, std::function<void()> chosen);

    Session &m_session;
    Symbol *m_symbol;
    QLabel *m_title;
    QLabel *m_text;
    QLabel *m_where;
    QVBoxLayout *m_choices;
    QLabel *m_detail;
    QPushButton *m_detailButton;
};

} // namespace tanaban::ui
