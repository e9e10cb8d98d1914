#pragma once

#include "model/import/importer.h"

#include <QDialog>
#include <QTimer>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QTabWidget;

namespace tanaban::ui {

class ColumnsPage;
class FindingsTable;
class PreviewTable;
class Session;

/// Brings a file into the open database. Its columns are guessed and can be chosen, with a look at
/// what becomes of its first lines; then it is checked, and what the check found is shown line by
/// line; then it is imported whole, or only its good lines, or not at all.
class ImportDialog : public QDialog
{
    Q_OBJECT

public:
    ImportDialog(Session &session, QWidget *parent);
    ~ImportDialog() override;

    void reject() override;

Q_SIGNALS:
    /// Done: what was written, in a sentence.
    void imported(const QString &text);

private:
    struct Answer;
    struct Look;

    void makeFields();
    void makePages();
    QWidget *makeColumns();
    QWidget *makeFindings();
    QWidget *makeButtons();
    ImportKind kind() const;
    QString path() const;
    void browse();
    void loadMapping(const QString &file);
    void saveMapping(const QString &file);
    /// Reads how the file begins; what was found in another one does not count any more.
    void look();
    void takeLook(const Look &look);
    void showPreview();
    void takeProposals();
    void run(bool dryRun);
    void take(const Answer &answer, bool dryRun);
    void showReport(const ImportReport &report);
    void sayOutcome(const ImportReport &report, qint64 refusedBefore);
    void sayHowFar(const QString &why, const ImportReport &report);
    void say(const QString &text);
    void warn(const QString &text);
    void setBusy(bool busy);
    void showProgress();
    bool isWriting() const;
    void updateState();
    /// Something else is to be imported: what was found does not count any more.
    void forget();

    Session &m_session;
    QComboBox *m_kind;
    QLineEdit *m_file;
    QTabWidget *m_pages;
    ColumnsPage *m_columns;
    PreviewTable *m_preview;
    FindingsTable *m_findings;
    QLabel *m_summary;
    QCheckBox *m_onlyGood;
    QCheckBox *m_inParts;
    QProgressBar *m_working;
    QPushButton *m_propose = nullptr;
    QPushButton *m_load = nullptr;
    QPushButton *m_save = nullptr;
    QPushButton *m_check = nullptr;
    QPushButton *m_import = nullptr;
    QPushButton *m_back = nullptr;
    QTimer m_typing;
    QTimer m_showing; ///< how far it is
    std::shared_ptr<ImportProgress> m_progress;
    std::optional<FileHead> m_head; ///< of the file, once it has been looked at
    std::optional<ImportReport> m_checked;
    QUuid m_command; ///< the same for every try to import the same
    quint64 m_turn = 0;
    bool m_busy = false;
    bool m_importing = false;
};

} // namespace tanaban::ui
