#pragma once

#include "model/database.h"

#include <QByteArray>
#include <QMap>
#include <QVariant>

#include <functional>
#include <memory>
#include <vector>

namespace tanaban::test {

class RawSql;

using Engine = DatabaseUrl::Engine;

/// Rows "sqlite" and "postgresql" of a column "engine": for the _data() function of a test that
/// must hold on both. Neither is ever skipped: a PostgreSQL that does not start is a failure.
void addEngines();

/// What stockRow() makes. Places, product and lot are made too where they are missing.
struct StockSeed
{
    QString product = QStringLiteral("P1");
    QString lot = QStringLiteral("L1");
    QString warehouse = QStringLiteral("WH001");
    int zone = 1;
    QString bin = QStringLiteral(""); ///< the zone itself
    StockStatus status = StockStatus::Available;
    StorageCondition condition = StorageCondition::RoomTemperature;
    qint64 onHand = 100;
    qint64 reserved = 0; ///< by hand
    int allocations = 1; ///< open ones, over which it is spread evenly
    int decimals = 0;
    std::optional<QDate> expiresOn;
};

/// A fresh, migrated database of its own on one engine, gone at the end. The first person in it is
/// "tester", an admin. What cannot be made ends the test program with the reason.
class TestDatabase
{
public:
    /// Makes tables in an empty place; for databases that another program has to make.
    using Maker = std::function<void(const DatabaseUrl &)>;

    explicit TestDatabase(Engine engine, const Maker &maker = {});
    ~TestDatabase();
    TestDatabase(const TestDatabase &) = delete;
    TestDatabase &operator=(const TestDatabase &) = delete;

    static constexpr const char *login = "tester";

    Engine engine() const { return m_url.engine; }
    bool isPostgres() const { return engine() == Engine::Postgres; }
    const DatabaseUrl &url() const { return m_url; }

    /// Opened by "tester" when first asked for.
    Database &database();
    Store &store() { return database().store(); }
    /// One more, with connections and counters of its own; empty: "tester".
    std::unique_ptr<Database> open(const QString &actor = {});
    /// Nothing of ours is connected any more, until something is asked for again.
    void close();

    /// Returns when no session of the program is left at the server, which may still be at work
    /// for one that is gone.
    void waitUntilAlone();

    // Beside the program, as the owner of everything.
    /// Runs one statement with `?` for each value. Wrong SQL ends the test program unless `error`
    /// is given to hold the database's words.
    /// Lets the test change the ledger by hand from now on, which nobody else can. The database is
    /// open before: afterwards it is one that the program refuses.
    void unlockLedger();
    std::vector<QVariantList> sql(const QString &text,
                                  const QVariantList &values = {},
                                  QString *error = nullptr);
    /// First column of the first row; invalid without rows.
    QVariant scalar(const QString &text, const QVariantList &values = {});
    qint64 count(const QString &table, const QString &where = {});
    /// Of every table there is, over all its rows.
    QMap<QString, QByteArray> checksums();
    /// Names of the checks of `verify` that found something, with the first sample.
    QStringList audit();

    // Seeds. Each is a command of its own, as the program would have written it.
    void warehouse(const QString &code, const QString &timeZone = QStringLiteral("Asia/Tokyo"));
    void zone(const QString &warehouse,
              int number,
              StorageCondition condition = StorageCondition::RoomTemperature,
              std::optional<qint64> capacity = {});
    void bin(const QString &warehouse, int zone, const QString &code);
    void product(const QString &code,
                 int decimals = 0,
                 StorageCondition condition = StorageCondition::RoomTemperature);
    void lot(const QString &product, const QString &lot, std::optional<QDate> expiresOn = {});
    /// A customer.
    void partner(const QString &code);
    /// An open order of "C1", which is made where it is missing, with one line of each product: 10
    /// of its smallest units.
    void order(const QString &number,
               const QStringList &products,
               const QString &state = QStringLiteral("open"));
    /// Somebody else with a role (contract word); on PostgreSQL a login too.
    void person(const QString &personLogin, const QString &role = QStringLiteral("staff"));
    /// The id of the row.
    qint64 stockRow(const StockSeed &seed = {});

private:
    RawSql &raw();
    void makePlaces(const StockSeed &seed);
    QString seedCommand(const QString &kind);
    void seedAllocation(qint64 stock, qint64 quantity, const QString &command);

    DatabaseUrl m_url;
    QString m_folder; ///< SQLite
    std::unique_ptr<RawSql> m_raw;
    std::unique_ptr<Database> m_database;
};

} // namespace tanaban::test
