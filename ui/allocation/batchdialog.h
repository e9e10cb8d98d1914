#pragma once

#include "ui/allocation/batchrun.h"
#include "ui/forms/submission.h"
#include "ui/place.h"

#include <QDialog>
#include <QPointer>

class QCheckBox;
class QLabel;
class QProgressBar;
class QPushButton;
class QStackedWidget;

namespace tanaban::ui {

class ResultSheet;
class StrategyChoice;

/// Gives stock to many orders: asks how, shows how far it is, and then what became of every line, in
/// one sheet. Closing it, or its window, in the middle stops the run after the commits that are
/// under way, and shows the sheet.
class BatchDialog : public QDialog
{
    Q_OBJECT

public:
    BatchDialog(Session &session, FormServices &services, BatchRequest request, QWidget *parent);

    void reject() override;
    /// Starts with what is chosen, as the button does.
    void begin();
    const BatchRun &run() const { return *m_run; }

Q_SIGNALS:
    /// To the order of a line.
    void wanted(const tanaban::ui::Target &target);
    /// Who has the goods that a line lacks.
    void holdersWanted(const QString &order, int line);
    /// What came of it, in a sentence.
    void message(const QString &text);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    enum Page {
        Asking,
        Running,
        Sheet
    };
    /// What there is to be done, and whether the person may do it.
    struct Prospect
    {
        std::optional<ReadFailure> failure;
        qint64 orders = 0;
        qint64 lines = 0;
        bool allowed = true;
        std::vector<Strategy> strategies; ///< that can be chosen
    };

    QWidget *makeAsking();
    QWidget *makeRunning();
    QWidget *makeSheet();
    QWidget *makeButtons();
    void connectParts();
    void lookAhead();
    static Prospect prospectOf(Store &store, Records &records, const BatchRequest &request);
    void showProspect(const Prospect &prospect);
    void showPage(Page page);
    void showProgress();
    void showReport();
    void tryAgain();
    void askForHolders();
    void exportSheet();
    void printSheet();
    void updateButtons();
    QString summaryText() const;
    QString troubleText() const;

    Session &m_session;
    BatchRequest m_request;
    BatchRun *m_run;
    QStackedWidget *m_pages;
    QLabel *m_prospect = nullptr;
    StrategyChoice *m_strategy = nullptr;
    QCheckBox *m_forReview = nullptr;
    QLabel *m_lines = nullptr;
    QProgressBar *m_bar = nullptr;
    QLabel *m_pace = nullptr;
    QLabel *m_silence = nullptr;
    QLabel *m_summary = nullptr;
    QLabel *m_trouble = nullptr;
    ResultSheet *m_sheet = nullptr;
    QPushButton *m_again = nullptr;
    QPushButton *m_holders = nullptr;
    QPushButton *m_export = nullptr;
    QPushButton *m_print = nullptr;
    QPushButton *m_back = nullptr;
    QPushButton *m_start = nullptr;
    bool m_mayStart = false;
    QPointer<QWidget> m_focusAsked; ///< where the keyboard was when the orders were asked for
    quint64 m_turn = 0;
};

} // namespace tanaban::ui
