#pragma once

#include "storage/committer.h"

#include <QJsonObject>

namespace tanaban::storage {

/// One change set on its way into SQLite, inside an open write transaction. Each step answers
/// nothing, or the outcome that ends the attempt; the caller then rolls back.
class SqliteCommit
{
public:
    SqliteCommit(Connection &connection, Clock &clock, QString actor, const ChangeSet &changes);

    using Refusal = std::optional<CommitOutcome>;
    Refusal run();
    Committed result() const;

private:
    struct Leg
    {
        StockChange change;
        StockRow row;
        bool opening = false; ///< the receipt's own event is the first one
    };

    /// A record before it is changed; version 0: it is not there yet.
    struct RecordNow
    {
        qint64 version = 0;
        qint64 orderId = 0;
        QJsonObject fields;
    };

    // sqlitecommit.cpp: order of things, stock
    Refusal checkRight();
    Refusal claim();
    Refusal findRows();
    Refusal openRow(Leg &leg);
    Refusal checkVersions();
    Refusal endExpiredHolds();
    Refusal checkGuards();
    Refusal checkUsable(const Leg &leg);
    Refusal checkArrival(const Leg &leg);
    Refusal checkCapacity();
    Refusal checkLegs() const;
    Refusal writeStock();

    // sqlitecommitundo.cpp
    Refusal checkUndoable();
    Refusal checkUndone();
    Refusal checkLiveAgain();
    Refusal checkReopening(const RecordChange &change);

    // sqlitecommitrecords.cpp and sqlitecommitclaims.cpp: everything else
    Refusal applyRecords();
    Refusal applyRecord(const RecordChange &change);
    Refusal findRecord(const RecordChange &change, RecordNow &now);
    static Refusal judgeValues(const RecordChange &change);
    Refusal judgeUse(const RecordChange &change, const RecordNow &now);
    Refusal writeRecord(const RecordChange &change, RecordNow &now);
    Refusal applyLines(const RecordChange &change, qint64 orderId);
    Refusal lockOrders();
    Refusal applyAllocations();
    Refusal takeAllocation(const AllocationChange &change);
    Refusal applyHolds();
    Refusal checkOrderLines();
    Refusal insertAllocation(const AllocationChange &change, qint64 splitFrom);

    Refusal logChange(const QString &entity,
                      const QString &key,
                      qint64 version,
                      const QJsonObject &before,
                      const QJsonObject &after);
    Refusal logCommand(const QUuid &id,
                       const QString &kind,
                       const QByteArray &hash,
                       const QString &actor);
    Refusal refused(const Statement &statement) const;
    static Refusal refused(Rule rule, const QString &subject = {});
    Refusal overtaken(const std::vector<qint64> &ids, const QString &detail) const;
    const std::vector<qint64> &orders();

    Connection &m_connection;
    QString m_actor;
    const ChangeSet &m_changes;
    Instant m_now;
    std::vector<Leg> m_legs;
    std::optional<std::vector<qint64>> m_orders;
    std::map<qint64, qint64> m_versions;
};

/// A name-based UUID (version 5) in the program's own namespace.
QUuid derivedId(const QString &name);

} // namespace tanaban::storage
