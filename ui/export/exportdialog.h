#pragma once

#include "model/export/exporter.h"
#include "ui/export/showntable.h"

#include <QDialog>
#include <QTimer>

#include <atomic>

class QComboBox;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;

namespace tanaban::ui {

class Session;

/// Writes the table that somebody sees into a file: all its rows in their order, and the columns
/// that are shown. How many rows that are is counted again while the dialog is open.
class ExportDialog : public QDialog
{
    Q_OBJECT

public:
    ExportDialog(Session &session, ShownTable table, QWidget *parent);
    ~ExportDialog() override;

    void reject() override;

public Q_SLOTS:
    /// The table shows something else: counts again.
    void countAgain();

Q_SIGNALS:
    /// Done: what was written, in a sentence.
    void exported(const QString &text);

private:
    struct Progress
    {
        std::atomic<qint64> done{0};
        std::stop_source stop;
    };

    void makeFields();
    QWidget *makeButtons();
    void browse();
    void changeFormat();
    void run();
    void take(const Result<qint64, ExportFailure> &result);
    void showCount(const Read<qint64> &count);
    void showProgress();
    void setRunning(bool running);
    void updateState();
    TableFormat format() const;
    QString path() const;

    Session &m_session;
    ShownTable m_table;
    qsizetype m_columns = 0;
    std::optional<qint64> m_rows; ///< nothing until it is counted
    QLabel *m_count;
    QComboBox *m_format;
    QLineEdit *m_file;
    QLabel *m_note;
    QProgressBar *m_progressBar;
    QPushButton *m_export = nullptr;
    QPushButton *m_back = nullptr;
    std::shared_ptr<Progress> m_running;
    QString m_failure; ///< why the last try ended; stays until something else is asked for
    QTimer m_progress;
    bool m_counting = false;
    bool m_countAgain = false;
};

} // namespace tanaban::ui
