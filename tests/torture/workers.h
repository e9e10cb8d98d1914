#pragma once

#include "tests/support/testdatabase.h"
#include "tests/torture/barrier.h"

#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>

#include <functional>
#include <memory>
#include <vector>

namespace tanaban::torture {

/// Processes that wait together at one barrier and stay alive over the rounds.
class Workers
{
public:
    /// `program`: torture_worker or torture_worker_seeded, beside the test program. `bug` is what
    /// the seeded one does wrong.
    Workers(test::TestDatabase &database,
            int count,
            const QString &program,
            const QString &bug = {});
    ~Workers();
    Workers(const Workers &) = delete;
    Workers &operator=(const Workers &) = delete;

    int count() const { return int(m_processes.size()); }

    /// Gives order i to worker i, waits until all stand at the barrier, opens it, and brings back
    /// their reports. With `hold`, the supervisor has the locks of these stock rows (on SQLite: the
    /// turn to write) while the barrier opens, and lets go when all of them wait: see waiting().
    std::vector<QJsonObject> round(const std::vector<QJsonObject> &orders,
                                   const std::vector<qint64> &hold = {});

    /// How many workers stood before the supervisor's lock in the last round.
    int waiting() const { return m_waiting; }
    /// Sum over all workers, since they live.
    qint64 counted(const QString &counter) const;
    /// Ends the workers, so that the server has counted all they did.
    void end();

private:
    QJsonObject answerOf(QProcess &process);
    void openWhileHeld(const std::vector<qint64> &hold, int expected);
    int waitingNow();

    test::TestDatabase &m_database;
    QTemporaryDir m_folder;
    std::unique_ptr<Barrier> m_barrier;
    std::vector<std::unique_ptr<QProcess>> m_processes;
    std::vector<QJsonObject> m_counters;
    int m_round = 0;
    int m_waiting = 0;
};

} // namespace tanaban::torture
