#pragma once

#include "model/database.h"
#include "tests/support/lossystore.h"

namespace tanaban::test {

/// Opens real databases whose store loses answers when a test wants it.
class LossyGate final : public DatabaseGate
{
public:
    explicit LossyGate(DatabaseGate &real)
        : m_real(real)
    {}

    /// See LossyStore::loss; for every database that is opened from now on.
    std::function<LossyStore::Loss()> loss = [] { return LossyStore::Loss::None; };

    Result<Done, OpenFailure> create(const DatabaseUrl &url, const QString &firstLogin) override
    {
        return m_real.create(url, firstLogin);
    }
    Result<bool, OpenFailure> createFilled(const DatabaseUrl &url,
                                           const QString &firstLogin,
                                           const std::function<bool(Database &)> &fill) override
    {
        return m_real.createFilled(url, firstLogin, fill);
    }
    void usePassword(const DatabaseUrl &url, const QString &password) override
    {
        m_real.usePassword(url, password);
    }
    Result<std::unique_ptr<Database>, OpenFailure> open(const DatabaseUrl &url,
                                                        const QString &actor,
                                                        bool checkPerson) override
    {
        auto opened = m_real.open(url, actor, checkPerson);
        if (!opened)
            return fail(OpenFailure(opened.error()));
        return std::unique_ptr<Database>(new Lossy(std::move(*opened), loss));
    }
    Result<UpgradeReport, OpenFailure> upgradeServer(const DatabaseUrl &url) override
    {
        return m_real.upgradeServer(url);
    }

private:
    class Lossy final : public Database
    {
    public:
        Lossy(std::unique_ptr<Database> real, std::function<LossyStore::Loss()> loss)
            : m_real(std::move(real))
            , m_store(m_real->store())
        {
            m_store.loss = std::move(loss);
        }

        Store &store() override { return m_store; }
        Ledger &ledger() override { return m_real->ledger(); }
        Auditor &auditor() override { return m_real->auditor(); }
        OrderBook &orders() override { return m_real->orders(); }
        ClaimReader &claims() override { return m_real->claims(); }
        BulkLoader &bulkLoader() override { return m_real->bulkLoader(); }
        CodeFinder &codes() override { return m_real->codes(); }
        Records &records() override { return m_real->records(); }
        OverviewReader &overview() override { return m_real->overview(); }
        Read<Done> backup(const QString &path) override { return m_real->backup(path); }
        std::unique_ptr<ChangeFeed> listen(std::function<void()> onChange) override
        {
            return m_real->listen(std::move(onChange));
        }

    private:
        std::unique_ptr<Database> m_real;
        LossyStore m_store;
    };

    DatabaseGate &m_real;
};

} // namespace tanaban::test
