#pragma once

#include "model/commandrunner.h"
#include "model/stockfilter.h"
#include "ui/forms/submission.h"

#include <QJsonArray>
#include <QPointer>
#include <QWidget>

namespace tanaban::ui {

class StockForm;
class Undoer;

/// What a person can do with stock.
enum class ActionKind {
    Receive,
    Reserve,
    Release,
    Ship,
    Move,
    Adjust,
    ChangeStatus
};

/// The kind of change of the matrix.
QString kindOf(ActionKind kind);

/// For workers: those of these rows that are there.
Read<std::vector<StockContext>> stocksOf(Store &store, const std::vector<qint64> &ids);

/// From a pressed action to its outcome: opens the forms, keeps the commands, tells what happened.
/// Lives in the window's thread and never waits; everything it is given outlives it.
class ActionController : public QObject
{
    Q_OBJECT

public:
    ActionController(Store &store,
                     Clock &clock,
                     IntentJournal &journal,
                     BackgroundRunner &runner,
                     QWidget *window);
    ~ActionController() override;

    /// Loads what the action works on in the background and opens its form; returns at once.
    /// Receive needs no row, but takes place and product from the one it is given.
    void start(ActionKind kind, std::optional<qint64> stockId);
    /// The same on several rows: one form, one command. Receive takes the first.
    void start(ActionKind kind, const std::vector<qint64> &stockIds);
    static constexpr int mostRows = 100; ///< in one command from here

    /// Why an action cannot be started on this row (none: no row is chosen), for greyed-out
    /// buttons; nothing when it can. A role that is not known yet forbids nothing.
    static std::optional<QString> whyNot(ActionKind kind,
                                         const StockListRow *row,
                                         std::optional<Role> role = std::nullopt);

    /// The same for several rows: something can be done with at least one of them.
    static std::optional<QString> whyNot(ActionKind kind,
                                         const QList<StockListRow> &rows,
                                         std::optional<Role> role);

    /// The role of the person who works here, once it is known; see roleChanged().
    std::optional<Role> role() const { return m_role; }

    /// Asks for what an earlier run of the program left unknown. What happened is told by
    /// message(); what did not is opened again with what was typed. So are `drafts`, forms that were
    /// open when it ended, unless what they would send is among that or has happened.
    void settleUnfinished(const QJsonArray &drafts = {});
    /// The drafts alone.
    void reopen(const QJsonArray &drafts);

    /// The form that is open, and those that wait until it closes: all that is typed and not done.
    QJsonArray drafts() const;

    /// What forms find scanned codes with.
    void setCodes(CodeFinder &codes) { m_services.codes = &codes; }
    /// How long things take; for tests, before the first start().
    void setTiming(const FormTiming &timing) { m_services.timing = timing; }
    /// What forms of other places work with.
    FormServices &services() { return m_services; }
    /// What can be taken back.
    Undoer &undoer() { return *m_undoer; }
    /// Something is on its way, or being read for a form.
    bool busy() const { return m_busy; }
    /// The form that is open, if one is.
    StockForm *form() const;

Q_SIGNALS:
    /// One sentence for the status line.
    void message(const QString &text);
    /// These rows were changed from here.
    void stockChanged(const std::vector<qint64> &ids);
    /// Goods came in here.
    void received(qint64 stockId);
    void busyChanged(bool busy);
    /// The answer of drafts() is another; it has to be kept before anything is sent.
    void draftsChanged();
    void roleChanged();
    /// A change of a record that did not happen in an earlier run; its form may open again.
    void recordLeft(const tanaban::RecordCommand &command);
    /// What was typed in another form or dialog when an earlier run ended.
    void otherDraftLeft(const QJsonObject &draft);

private:
    void loadRole();
    /// Puts what was typed into a form and says why it is there.
    using Refill = std::function<void(StockForm &form)>;

    void load(ActionKind kind,
              const std::vector<qint64> &stockIds,
              bool several,
              const Refill &refill = {});
    void openForm(ActionKind kind,
                  const std::vector<StockContext> &stocks,
                  bool several,
                  const Refill &refill);
    void settleNext(int wait);
    void reopenNext();
    void reopenCommand(const StockCommand &command);
    void reopenDraft(const QJsonObject &draft);
    void fillFrom(const QJsonObject &draft, const std::vector<StockContext> &stocks);
    void setBusy(bool busy);

    IntentJournal &m_journal;
    FormServices m_services;
    QPointer<QWidget> m_window;
    QPointer<StockForm> m_form;
    Undoer *m_undoer;
    std::optional<Role> m_role;
    std::vector<AnyCommand> m_unsettled;     ///< of an earlier run
    std::vector<StockCommand> m_reopen;      ///< what did not happen in an earlier run
    ActionKind m_kind = ActionKind::Receive; ///< of the form
    QJsonArray m_drafts;                     ///< of an earlier run, not opened yet
    bool m_loading = false;
    bool m_busy = false;
};

} // namespace tanaban::ui
