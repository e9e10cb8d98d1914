#pragma once

#include "model/planning/batch.h"
#include "ui/allocation/handpicks.h"
#include "ui/forms/submission.h"
#include "ui/place.h"

#include <QElapsedTimer>
#include <QPointer>
#include <QTimer>

class QProgressBar;
class QSplitter;
class QStackedWidget;

namespace tanaban::ui {

class AllocationBar;
class EmptyPage;
class PlanConflictDialog;
class PlanPanel;
class WaitingBar;
class WaitingList;
class WaitingModel;
struct FreshPlan;

/// The allocation desk: the orders that wait for stock, what each of them would get and why, and
/// the decision to let them have it.
class AllocationPlace : public Place
{
    Q_OBJECT

public:
    explicit AllocationPlace(const PlaceServices &services, QWidget *parent = nullptr);
    ~AllocationPlace() override;

    WaitingModel &model() { return *m_model; }
    WaitingList &list() { return *m_list; }
    PlanPanel &panel() { return *m_panel; }
    AllocationBar &bar() { return *m_bar; }

    /// What "Allocate all shown" begins; without it there is no such action.
    void setBatchStarter(std::function<void(const BatchRequest &)> starter);

    QString id() const override { return QStringLiteral("allocation"); }
    QString title() const override;
    void setSearchText(const QString &text) override;
    void acceptSearch(const QString &text) override;
    /// Plans again, at most once a second; what is typed by hand stays as it is.
    void refresh() override;
    /// {"number": …}: that order.
    void show(const QJsonObject &what) override;
    QJsonObject state() const override;
    void restore(const QJsonObject &state) override;
    QList<QAction *> placeActions() const override;
    void takeFocus() override;
    void selectAll() override;
    QString selectedText() const override;
    bool busy() const override;
    std::vector<PlaceScene> scenes() override;

private:
    struct Reading;

    void buildActions();
    void connectParts();
    void ask();
    void onDesk(const Read<SharedDesk> &desk, const DeskChoice &choice);
    void adopt(const SharedDesk &desk, const HandPicks &hand);
    void showRows();
    void showPlan();
    void updateActions();
    void askWhoHasIt();
    void readHolders();
    void allocate(bool forReview);
    void allocateAll();
    void onFinished(const CommandResult &result);
    void onAllocated(const DeskRequest &done);
    void readConflict();
    void openConflict(const FreshPlan &fresh);
    bool isBusy() const;

    PlaceServices m_services;
    FormServices &m_forms;
    QAction *m_allocate = nullptr;
    QAction *m_forReview = nullptr;
    QAction *m_allocateAll = nullptr;
    QAction *m_asPlanned = nullptr;
    QAction *m_whoHasIt = nullptr;
    std::function<void(const BatchRequest &)> m_startBatch;
    AllocationBar *m_bar;
    WaitingModel *m_model;
    WaitingList *m_list;
    PlanPanel *m_panel = nullptr;
    Submission *m_submission;
    WaitingBar *m_waiting = nullptr;
    QSplitter *m_split;
    QStackedWidget *m_pages;
    EmptyPage *m_empty;
    QProgressBar *m_working;
    QPointer<PlanConflictDialog> m_conflict;
    DeskRequest m_sent;
    DeskChoice m_choice;          ///< what the plan that is shown was asked for with
    SharedDesk m_held;            ///< newer than what is shown, while somebody types
    std::vector<qint64> m_chosen; ///< ids of the selected orders
    QString m_wantedNumber;       ///< to be selected once it is there
    QElapsedTimer m_asked;
    QTimer m_soon;
    QTimer m_showWorking;
    QTimer m_planSoon;
    bool m_reading = false;
    bool m_again = false; ///< asked for while it was being read
    bool m_readingConflict = false;
    quint64 m_holdersTurn = 0;
    bool m_outdated = false; ///< what is shown was allocated just now
};

} // namespace tanaban::ui
