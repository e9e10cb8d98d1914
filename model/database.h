#pragma once

#include "model/bulkload.h"
#include "model/changefeed.h"
#include "model/claims/claimcommand.h"
#include "model/codefinder.h"
#include "model/databaseurl.h"
#include "model/ledger.h"
#include "model/orderbook.h"
#include "model/overview.h"
#include "model/records.h"

#include <memory>

namespace tanaban {

/// Why a database could not be opened. Nothing was written.
struct OpenFailure
{
    enum class Kind {
        Missing, ///< no such file or database
        NotOurs, ///< a file or database of another program
        Damaged,
        Altered, ///< a file of ours to which tables, triggers or views were added, or which lacks some
        Newer,        ///< made by a newer program
        NeedsUpgrade, ///< a shared database of an older program
        NetworkFile,  ///< a file on a network drive: use PostgreSQL
        Link,         ///< only a link to the file
        DiskFails,    ///< the disk of the file is full or faulty
        Unreachable,
        Refused,        ///< no right, unsafe login
        PasswordNeeded, ///< none was given, or a wrong one; see DatabaseGate::usePassword()
        NoSuchPerson,
        OtherLogin, ///< on a server somebody else than the login was to act
        Busy,
        ReadOnly,
        Exists,          ///< create() found something there already
        UpgradeReadOnly, ///< the file is older, and it or its folder can only be read
        UpgradeNoRoom,   ///< the file is older, and there is no room for the copy of it
        UpgradeFailed    ///< the file is older, and bringing it up to date did not work
    } kind = Kind::Missing;
    QString detail; ///< the system's own words
};

/// What happened, that nothing was changed, and what to do next; translated.
QString messageOf(const OpenFailure &failure);

/// What bringing a shared database up to date did.
struct UpgradeReport
{
    int from = 0; ///< the number of its tables before
    int to = 0;
    bool rightsRewritten = false; ///< what each role may do differed from this program's list

    bool nothingToDo() const { return from == to && !rightsRewritten; }
};

/// One check of `verify` and what it found.
struct AuditFinding
{
    QString check;       ///< "I03-dense-versions": stable name
    QString meaning;     ///< one English sentence from the check's file
    qint64 count = 0;    ///< violations
    QStringList samples; ///< at most 10, "stock 17: version 5, 4 entries"
};

/// Checks every invariant with SQL of its own; reads only, in one snapshot.
class Auditor
{
public:
    virtual ~Auditor() = default;
    /// One entry per check that was run, those with count 0 too.
    virtual Read<std::vector<AuditFinding>> verify() = 0;
};

/// One open database.
class Database
{
public:
    virtual ~Database() = default;
    virtual Store &store() = 0;
    virtual Ledger &ledger() = 0;
    virtual Auditor &auditor() = 0;
    virtual BulkLoader &bulkLoader() = 0;
    virtual CodeFinder &codes() = 0;
    virtual Records &records() = 0;
    virtual OrderBook &orders() = 0;
    virtual OverviewReader &overview() = 0;
    virtual ClaimReader &claims() = 0;
    /// A checked copy while others work. SQLite only; PostgreSQL answers Refused.
    virtual Read<Done> backup(const QString &path) = 0;
    /// `onChange` is called from a thread of its own when anybody may have committed something,
    /// and when the server came or went. Nothing where the database cannot tell (SQLite).
    virtual std::unique_ptr<ChangeFeed> listen(std::function<void()> onChange) = 0;
    /// Where the file as it was lies, when opening brought an older one up to date; else empty.
    virtual QString copyOfOlder() const { return {}; }
};

/// Opens databases; storage implements it, app hands it to cli and ui.
class DatabaseGate
{
public:
    virtual ~DatabaseGate() = default;
    /// Makes the tables where there are none; `people` gets a first person (admin) with the given
    /// login. An older file is brought up to date as open() does.
    virtual Result<Done, OpenFailure> create(const DatabaseUrl &url, const QString &firstLogin) = 0;
    /// Makes a database together with what `fill` puts into it: nobody sees it half made. False,
    /// and nothing is left, when `fill` says false. A file gets its name at the very end; on a
    /// server, whose tables stay, `fill` must do all its work in one transaction.
    virtual Result<bool, OpenFailure> createFilled(const DatabaseUrl &url,
                                                   const QString &firstLogin,
                                                   const std::function<bool(Database &)> &fill) = 0;
    /// For this server and login from now on; kept in memory only, until the program ends.
    virtual void usePassword(const DatabaseUrl &url, const QString &password) = 0;
    /// `actor`: a login of `people` on SQLite (empty: the only active person, or the login of the
    /// computer); on PostgreSQL empty or the login itself. `checkPerson` false opens without.
    /// An older SQLite file is brought up to date first, whole or not at all, after a checked copy
    /// beside it; a shared database never is (NeedsUpgrade).
    virtual Result<std::unique_ptr<Database>, OpenFailure> open(const DatabaseUrl &url,
                                                                const QString &actor,
                                                                bool checkPerson = true) = 0;
    /// Brings a shared database (PostgreSQL only) up to date: tables and rights, whole or not at
    /// all. Whoever does it must own the tables.
    virtual Result<UpgradeReport, OpenFailure> upgradeServer(const DatabaseUrl &url) = 0;
};

} // namespace tanaban
