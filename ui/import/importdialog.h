#pragma once

#include "model/import/importer.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QTableWidget;

namespace tanaban::ui {

class Session;

/// Brings a file into the open database: it is checked first, and what the check found is shown line
/// by line; then it is imported whole, or only its good lines, or not at all.
class ImportDialog : public QDialog
{
    Q_OBJECT

public:
    ImportDialog(Session &session, QWidget *parent);

    void reject() override;

Q_SIGNALS:
    /// Done: what was written, in a sentence.
    void imported(const QString &text);

private:
    struct Answer;

    void makeFields();
    void makeResult();
    QWidget *makeButtons();
    void addFile(const QString &label, QLineEdit *field, const char *name);
    void browse(QLineEdit *field);
    void run(bool dryRun);
    void take(const Answer &answer, bool dryRun);
    void showReport(const ImportReport &report);
    void sayOutcome(const ImportReport &report);
    void setBusy(bool busy);
    void updateState();
    /// Something else is to be imported: what was found does not count any more.
    void forget();

    Session &m_session;
    QComboBox *m_kind;
    QLineEdit *m_file;
    QLineEdit *m_mapping;
    QLabel *m_summary;
    QTableWidget *m_findings;
    QCheckBox *m_onlyGood;
    QProgressBar *m_working;
    QWidget *m_lastField = nullptr; ///< in the order of Tab, while it is built
    QPushButton *m_check = nullptr;
    QPushButton *m_import = nullptr;
    QPushButton *m_back = nullptr;
    std::optional<ImportReport> m_checked;
    QUuid m_command; ///< the same for every try to import the same
    quint64 m_turn = 0;
    bool m_busy = false;
    bool m_importing = false;
};

} // namespace tanaban::ui
