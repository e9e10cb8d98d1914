#pragma once

#include "model/store.h"

#include <QDialog>

class QCheckBox;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QSpinBox;
class QVBoxLayout;

namespace tanaban::ui {

class Session;

/// Copies the open database file while others go on working in it, and says whether a copy is made
/// every day. For a shared database it tells how the server makes one.
class BackupDialog : public QDialog
{
    Q_OBJECT

public:
    BackupDialog(Session &session, QWidget *parent);

    void reject() override;

Q_SIGNALS:
    /// Done: where the copy is, in a sentence.
    void copied(const QString &text);

private:
    void makeNow(QVBoxLayout *layout);
    void makeDaily(QVBoxLayout *layout);
    void makeServer(QVBoxLayout *layout);
    void makeButtons(QVBoxLayout *layout);
    void addPath(QVBoxLayout *layout, const QString &label, QLineEdit *field, bool folder);
    void run();
    void warn(const QString &text);
    void keepDaily();
    void updateState();
    QString path() const;

    Session &m_session;
    QLineEdit *m_file = nullptr; ///< none for a shared database, nor the others
    QCheckBox *m_daily = nullptr;
    QSpinBox *m_keep = nullptr;
    QLineEdit *m_folder = nullptr;
    QLabel *m_note = nullptr;
    QProgressBar *m_working = nullptr;
    QPushButton *m_back = nullptr;
    QPushButton *m_copy = nullptr;
    bool m_busy = false;
};

} // namespace tanaban::ui
