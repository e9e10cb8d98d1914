#pragma once

#include "model/stockcommands.h"
#include "tests/torture/workers.h"

#include <QStringList>

#include <map>

namespace tanaban::torture {

/// What a scenario saw. It holds if there are no findings; it proves something only if it saw
/// conflicts or waits.
struct Report
{
    QString name;
    int rounds = 0;
    std::map<QString, int> outcomes;
    qint64 conflicts = 0; ///< version conflicts and failed guards, as the stores counted them
    qint64 lockWaits = 0; ///< counted by the stores (SQLite) or seen by the supervisor
    qint64 mostWaiting = 0;
    qint64 underLock = 0; ///< commands that needed the last try, which decides under the lock
    qint64 deadlocks = 0; ///< tried again inside the stores, or counted by the server
    QStringList findings;

    bool sawContention() const { return conflicts + lockWaits > 0; }
    QString toString() const;
};

/// Ten processes against one database; every scenario ends with the full audit of the database.
class Scenarios
{
public:
    Scenarios(test::Engine engine, const QString &program, const QString &bug = {});

    /// Ten that each reserve 10 of 100 (policy retry): all succeed.
    Report tenOfAHundred(int rounds);
    /// Ten that each release the oldest of ten reservations of 10 (policy retry): all choose the
    /// same one, and all succeed, the unluckiest by deciding under the lock.
    Report tenReleases(int rounds);
    /// Ten that want 10 each of 50 (policy retry): exactly five succeed, five are told why not.
    Report fiveOfTen(int rounds);
    /// One wants 50 and one 80 of 100, having seen the same version: one gets it, the other a
    /// conflict and then, having looked again, the truth.
    Report twoOrders(int rounds);
    /// Ten that have seen the same version (policy ask): exactly one succeeds.
    Report heldVersion(int rounds);
    /// Ten that send the very same command: one effect, and all learn that it happened.
    Report sameCommand(int rounds);
    /// Five that move A to B and five B to A, `count` each; some of them decide under the lock.
    Report crossingMoves(int count);
    /// Five that reserve of two rows in one order and five in the other, `count` times each.
    Report crossingReservations(int count);
    /// The same for lines of ten orders, as the allocation desk does.
    Report crossingAllocations(int count);
    /// Five that open two rows in one order and five in the other, `count` times.
    Report crossingOpenings(int count);
    /// Five that take an empty place out of use (a warehouse, a zone, a bin in turns) and five that
    /// receive into it: it ends closed and empty, or open and with everything received.
    Report closingPlaces(int rounds);

private:
    using Check = std::function<void(const std::vector<QJsonObject> &, qint64 stock, Report &)>;

    Report rounds(const QString &name,
                  int rounds,
                  qint64 onHand,
                  const std::function<std::vector<QJsonObject>(qint64)> &orders,
                  const Check &check,
                  int reservations = 0);
    Report crossing(Report report, int count, bool forOrders);
    std::vector<QJsonObject> closing(const QString &warehouse, int kind) const;
    void expectClosedOrFull(const QString &warehouse,
                            const std::vector<QJsonObject> &reports,
                            Report &report);
    void look(const std::vector<QJsonObject> &reports, Report &report) const;
    void finish(Report &report);
    QJsonObject order(const StockAction &action, bool hold, const QUuid &id = {}) const;
    QJsonObject reserve(qint64 stock, qint64 quantity, bool hold, const QUuid &id = {}) const;
    qint64 newRow(int zone, const QString &lot, qint64 onHand, int reservations = 0);
    void expectReserved(qint64 stock, qint64 reserved, Report &report);

    QString m_program;
    QString m_bug;
    test::TestDatabase m_database;
    std::unique_ptr<Workers> m_workers;
    int m_rows = 0;
};

constexpr int workerCount = 10;

/// A finding of the report unless it holds.
void expect(Report &report,
            bool holds,
            const QString &what,
            const std::vector<QJsonObject> &reports = {});

/// Makes a database as the program with this bug makes it: on PostgreSQL much of it is in there.
test::TestDatabase::Maker seededMaker(const QString &bug);

/// How many of the reports have this outcome (and rule).
int countOf(const std::vector<QJsonObject> &reports,
            const QString &outcome,
            const QString &rule = {});

} // namespace tanaban::torture
