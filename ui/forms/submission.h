#pragma once

#include "model/codefinder.h"
#include "model/commandrunner.h"
#include "ui/backgroundrunner.h"

#include <QTimer>

#include <memory>

namespace tanaban::ui {

/// How long things take before something is said or done; a test sets its own.
struct FormTiming
{
    int showWorking = 300;       ///< ms until "Working…" is shown
    int poll = 1000;             ///< ms between looks at what others did to the row
    int firstRetry = 500;        ///< ms until an unknown outcome is asked for again; doubles
    int longestRetry = 5000;     ///< ms
    int undoOffered = 600'000;   ///< ms that something can be undone
    int keyGuard = 300;          ///< ms in which a new picture takes no key
    std::function<qint64()> now; ///< ms since whenever, for the key guard; empty: the real time
};

/// What every form and dialog works with; all of it outlives them.
struct FormServices
{
    Store &store;
    std::shared_ptr<CommandRunner> commands; ///< work under way may outlive the window
    BackgroundRunner &background;
    FormTiming timing;
    CodeFinder *codes = nullptr; ///< for scans; without it forms take none
};

/// Commands that somebody waits for as for one. Called on workers, one call at a time.
class Steps
{
public:
    virtual ~Steps() = default;
    /// From the first one that has no good answer yet, under the same ids.
    virtual CommandResult goOn(const std::stop_token &stop) = 0;
    /// Nobody waits any more: the one without an answer has happened, or never will.
    virtual CommitOutcome settle() = 0;
};

/// One command on its way: sent in the background, asked for again until its outcome is known.
class Submission : public QObject
{
    Q_OBJECT

public:
    enum class State {
        Idle,
        Working,  ///< the first answer is awaited
        Checking, ///< no answer came, so it is asked for again
        Stopping  ///< nobody waits any more: it happens at once or never
    };

    Submission(FormServices &services, QObject *parent);

    /// `known`: the rows as the person saw them. The actor is filled in.
    void submit(const StockCommand &command,
                ConflictPolicy policy,
                const std::vector<StockContext> &known);
    /// The same for a record; `records` outlives it.
    void submit(const RecordCommand &command, Records &records);
    /// Stock for orders; `planned`: the plan as it was shown, which is carried out as it stands.
    void submit(const AllocationCommand &command, const Planned &planned);
    /// Goods that are set aside already, under the versions in it.
    void submit(const ClaimCommand &command);
    /// Several commands, one after the other.
    void submit(std::shared_ptr<Steps> steps);
    /// Stop waiting: what has not happened yet is given up, and that is told by stopped().
    void stopWaiting();
    /// Asks no more at all; the command stays in the journal for the next start.
    void leave();

    State state() const { return m_state; }
    const StockCommand &command() const { return std::get<StockCommand>(m_command); }
    const RecordCommand &recordCommand() const { return std::get<RecordCommand>(m_command); }
    const AllocationCommand &allocationCommand() const
    {
        return std::get<AllocationCommand>(m_command);
    }
    /// Something was sent whose effect is not known.
    bool sent() const { return m_sent; }
    /// The database's own words when it gave no answer.
    const QString &trouble() const { return m_trouble; }

Q_SIGNALS:
    void stateChanged();
    /// The outcome is known; never Unavailable.
    void finished(const tanaban::CommandResult &result);
    /// After stopWaiting(): it did not happen and never will.
    void stopped();

private:
    void begin(std::shared_ptr<Steps> steps = {});
    void send();
    void settle();
    void onResult(CommandResult result);
    void onSettled(const CommitOutcome &outcome);
    void askLater(const QString &trouble);
    void setState(State state);

    FormServices &m_services;
    AnyCommand m_command;
    Records *m_records = nullptr;             ///< of a record's command
    std::shared_ptr<const Planned> m_planned; ///< of an allocation
    std::shared_ptr<Steps> m_steps;           ///< in the stead of one command
    ConflictPolicy m_policy = ConflictPolicy::Ask;
    std::vector<StockContext> m_known;
    State m_state = State::Idle;
    std::stop_source m_stop;
    QTimer m_again;
    QString m_trouble;
    int m_wait = 0;
    bool m_sent = false;
    bool m_underWay = false;
    quint64 m_turn = 0;
};

} // namespace tanaban::ui
