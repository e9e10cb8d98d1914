#pragma once

#include "model/databaseurl.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace tanaban::ui {

/// Where the server is and who logs in. The password is asked for by the window when the server
/// wants one; it never becomes part of an address.
class ConnectDialog : public QDialog
{
    Q_OBJECT

public:
    /// `current` is proposed where it is a server.
    ConnectDialog(const DatabaseUrl &current, const QString &login, QWidget *parent);

Q_SIGNALS:
    void chosen(const tanaban::DatabaseUrl &url);

private:
    void propose(const DatabaseUrl &url, const QString &login);
    DatabaseUrl typed() const;
    void check();

    QLineEdit *m_host;
    QLineEdit *m_port;
    QLineEdit *m_database;
    QLineEdit *m_user;
    QComboBox *m_security;
    QLabel *m_problem;
    QPushButton *m_connect;
};

} // namespace tanaban::ui
