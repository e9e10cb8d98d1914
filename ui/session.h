#pragma once

#include "model/commandrunner.h"
#include "model/dailycopies.h"
#include "model/export/tablewriter.h"
#include "model/import/csvreader.h"
#include "model/makedatabase.h"
#include "model/restoring.h"
#include "ui/backgroundrunner.h"
#include "ui/draftkeeper.h"

namespace tanaban::ui {

/// What the window needs from outside; handed in by the composition root and by tests.
struct Environment
{
    DatabaseGate &gate;
    Clock &clock;
    std::function<std::unique_ptr<IntentJournal>(const DatabaseUrl &)> journal;
    QString computerLogin;        ///< who is at the computer: the first person of a new database
    int demoRows = usualDemoRows; ///< how much stock the demo company has
    TableWriters writers = {};    ///< of the files that tables are exported into
    RowReaders readers = &csvReaderFor; ///< of the files that are imported
};

/// One database being opened, open, or failed to open; shared by the windows on it. Opening and
/// everything after it happens on workers.
class Session : public QObject
{
    Q_OBJECT

public:
    enum class State {
        Idle,
        Working,
        Open,
        Failed
    };

    Session(Environment environment, DatabaseUrl url, QString actor, QObject *parent = nullptr);
    ~Session() override;

    void open();
    /// Opens as another person of the same database.
    void openAs(const QString &login);
    /// Makes a new database with the person at the computer as its first one, and opens it.
    void make(const NewContent &content);
    /// Ends make(); nothing is left of it, and the failure is that nothing is there.
    void stopMaking();
    /// Opens with this password, which is kept in memory only.
    void openWithPassword(const QString &password);

    State state() const { return m_state; }
    /// make() is under way.
    bool isMaking() const { return m_making; }
    /// make() was the last thing and was stopped.
    bool wasStopped() const { return m_stopped; }
    const OpenFailure &failure() const { return m_failure; }
    /// Who could work here; known when opening failed for want of a person.
    const std::vector<Person> &people() const { return m_people; }
    const DatabaseUrl &url() const { return m_url; }
    const Environment &environment() const { return m_environment; }

    // From opened() on:
    Store &store() { return m_database->store(); }
    CodeFinder &codes() { return m_database->codes(); }
    /// Where the file of an older program lies, when opening brought it up to date; else empty.
    QString copyOfOlder() const { return m_database->copyOfOlder(); }
    Records &records() { return m_database->records(); }
    OrderBook &orders() { return m_database->orders(); }
    ClaimReader &claims() { return m_database->claims(); }
    /// For workers, as everything that reads.
    Read<Done> backup(const QString &path) { return m_database->backup(path); }
    Read<QString> makeDailyCopy(const DailyCopies &copies, const QDate &today)
    {
        return tanaban::makeDailyCopy(*m_database, copies, today);
    }
    Read<DatabaseContents> contents() { return contentsOf(*m_database); }
    Result<RestoredCopy, QString> restore(const QString &copy, const QString &into)
    {
        return restoreCopy(m_environment.gate, copy, into, *m_database, m_url.path);
    }
    Ledger &ledger() { return m_database->ledger(); }
    OverviewReader &overview() { return m_database->overview(); }
    IntentJournal &journal() { return *m_journal; }
    /// What was typed and not sent.
    DraftKeeper &drafts() { return *m_drafts; }
    Clock &clock() { return m_environment.clock; }
    BackgroundRunner &runner() { return *m_runner; }
    /// The login of who works here.
    QString actor() const { return m_database->store().actor(); }

Q_SIGNALS:
    void working();
    /// Of make(): how far it is.
    void progressed(int done, int total);
    void opened();
    void failed();
    /// The database told that somebody committed something, or that it came or went. May come from
    /// any thread; ask Store::changeMark().
    void changeHeard();

private:
    struct Opened
    {
        std::unique_ptr<Database> database;
        std::unique_ptr<IntentJournal> journal;
        std::vector<Person> people;
        std::optional<OpenFailure> failure;
        bool stopped = false;
    };

    void start(const std::optional<NewContent> &content);
    Opened work(const std::optional<NewContent> &content, const std::stop_token &stop);
    Opened openIt(const QString &actor) const;
    void take(Opened result);

    Environment m_environment;
    DatabaseUrl m_url;
    QString m_actor;
    State m_state = State::Idle;
    bool m_making = false;
    bool m_stopped = false;
    std::stop_source m_stop;
    OpenFailure m_failure;
    std::vector<Person> m_people;
    std::unique_ptr<Database> m_database;
    std::unique_ptr<IntentJournal> m_journal;
    std::unique_ptr<DraftKeeper> m_drafts;
    std::unique_ptr<ChangeFeed> m_feed;
    std::unique_ptr<BackgroundRunner> m_runner; // last: its workers end before what they use
};

} // namespace tanaban::ui
