#pragma once

#include "model/databaseurl.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QPushButton;

namespace tanaban::ui {

/// Asks for another database: a file, or the address of a server.
class OpenDatabaseDialog : public QDialog
{
    Q_OBJECT

public:
    OpenDatabaseDialog(const DatabaseUrl &current, QWidget *parent);

Q_SIGNALS:
    void chosen(const tanaban::DatabaseUrl &url);

private:
    void browse();
    void check();
    void openTyped();

    QLineEdit *m_address;
    QLabel *m_problem;
    QPushButton *m_open = nullptr;
};

} // namespace tanaban::ui
