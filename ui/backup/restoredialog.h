#pragma once

#include "model/restoring.h"

#include <QDialog>

class QFormLayout;
class QGridLayout;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;

namespace tanaban::ui {

class Session;

/// Brings a copy of the open database file back into a file of its own, checks it, and shows it
/// beside what is open; only then one decides which of the two to go on with. The open file and
/// the copy stay as they are.
class RestoreDialog : public QDialog
{
    Q_OBJECT

public:
    RestoreDialog(Session &session, QWidget *parent);
    ~RestoreDialog() override;

    void reject() override;

Q_SIGNALS:
    /// Work shall go on with the restored file.
    void chosen(const tanaban::DatabaseUrl &url);

private:
    struct Answer;

    QLineEdit *addPath(QFormLayout *fields, const QString &label, const char *name, bool existing);
    void makeComparison();
    void makeButtons();
    void run();
    void take(const Answer &answer);
    void showComparison(const DatabaseContents &now, const RestoredCopy &restored);
    void switchOver();
    void warn(const QString &text);
    void updateState();
    QString copyPath() const;
    QString newPath() const;
    /// Removes what was restored and is not wanted.
    void discard();

    Session &m_session;
    QLineEdit *m_copy;
    QLineEdit *m_into;
    QLabel *m_note = nullptr;
    QProgressBar *m_working = nullptr;
    QWidget *m_comparison = nullptr;
    QGridLayout *m_grid = nullptr;
    QLabel *m_since = nullptr;
    QPushButton *m_back = nullptr;
    QPushButton *m_restore = nullptr;
    QPushButton *m_switch = nullptr;
    QString m_restored; ///< the file, once it is there
    bool m_busy = false;
};

} // namespace tanaban::ui
