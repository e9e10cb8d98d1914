#pragma once

#include "ui/print/pagesview.h"

#include <QDialog>
#include <QTimer>

#include <atomic>
#include <functional>

#include "print/output.h"

class QBoxLayout;
class QComboBox;
class QFormLayout;
class QLabel;
class QPrinter;
class QProgressBar;
class QPushButton;

namespace tanaban::ui {

class Session;

/// What the dialogs for paper have in common: what is chosen on the left, the pages as they will be
/// on the right, and the buttons that save them as PDF or print them. Pages are made and printed in
/// the background, with progress and Stop.
class PaperDialog : public QDialog
{
    Q_OBJECT

public:
    ~PaperDialog() override;

    void reject() override;
    PagesView &pages() { return *m_pages; }

Q_SIGNALS:
    /// Done: what was saved or printed, in a sentence.
    void printed(const QString &text);

protected:
    /// How far a piece of work is, told by a worker.
    struct Progress
    {
        std::atomic<qint64> done{0};
        std::stop_source stop;
    };

    /// `fileName`: of a PDF, without its end.
    PaperDialog(Session &session, QString fileName, QWidget *parent);

    Session &session() { return m_session; }
    /// What can be chosen; more is added below.
    QFormLayout *options() { return m_options; }
    QBoxLayout *optionsColumn() { return m_column; }
    /// Adds the choice of paper and its direction; they are kept from one time to the next. `wide`:
    /// how it lies as long as nobody has chosen.
    void addPaperChoice(bool wide);
    QPageLayout chosenPaper() const;
    /// Where the paper is another.
    virtual void paperChanged() {}
    void showEvent(QShowEvent *event) override;

    /// Runs `work` on a worker; `text` says how far it is. What was under way before is stopped and
    /// its answer dropped. Then `done` has the result.
    template <typename Work, typename Taken>
    void make(std::function<QString(qint64)> text, qint64 all, Work work, Taken done);
    /// How many steps there are, once that is known.
    void setSteps(qint64 all) { m_steps = all; }
    /// What is to be printed; nothing: there is nothing yet.
    void setDocument(std::shared_ptr<const print::Document> document);
    /// Stands there until the next document: why there is none, or what is to be known about it.
    void setNote(const QString &text, bool bad);

private:
    void start(std::function<QString(qint64)> text, qint64 all);
    void runWork(std::function<std::shared_ptr<void>(Progress &)> work,
                 std::function<void(std::shared_ptr<void>)> done);
    QWidget *makeButtons();
    void choosePdf();
    void savePdf(const QString &path);
    void choosePrinter();
    void askAboutMany(const std::shared_ptr<QPrinter> &printer);
    void printOn(const std::shared_ptr<QPrinter> &printer, const std::vector<int> &pages);
    void takeOutput(const Result<Done, print::OutputFailure> &result,
                    const QString &done,
                    const QString &path);
    QString startPath() const;
    void showProgress();
    void updateState();

    Session &m_session;
    QString m_fileName;
    QFormLayout *m_options = nullptr;
    QBoxLayout *m_column = nullptr;
    QComboBox *m_size = nullptr;
    QComboBox *m_direction = nullptr;
    PagesView *m_pages;
    QLabel *m_note;
    QProgressBar *m_bar;
    QPushButton *m_back = nullptr;
    QPushButton *m_pdf = nullptr;
    QPushButton *m_print = nullptr;
    std::shared_ptr<const print::Document> m_document;
    std::shared_ptr<Progress> m_running;
    std::function<QString(qint64)> m_text;
    qint64 m_steps = 0;
    bool m_output = false; ///< what runs is saving or printing
    QString m_said;
    bool m_bad = false;
    QTimer m_timer;
    quint64 m_turn = 0;
};

template <typename Work, typename Taken>
void PaperDialog::make(std::function<QString(qint64)> text, qint64 all, Work work, Taken done)
{
    using Made = std::invoke_result_t<Work, Progress &>;
    start(std::move(text), all);
    runWork(
        [work = std::move(work)](Progress &progress) -> std::shared_ptr<void> {
            return std::make_shared<Made>(work(progress));
        },
        [done = std::move(done)](const std::shared_ptr<void> &made) {
            done(*std::static_pointer_cast<Made>(made));
        });
}

} // namespace tanaban::ui
