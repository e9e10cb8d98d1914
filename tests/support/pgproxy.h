#pragma once

#include <QString>
#include <QStringList>

#include <atomic>
#include <memory>
#include <mutex>
#include <thread>

namespace tanaban::test {

/// A network between PostgreSQL and its clients that counts and that fails on demand. It knows the
/// framing of the protocol, so faults strike at whole exchanges: an exchange is what the client
/// sends up to and with a Query or Sync message, and all that the server answers to it. Exchanges
/// are counted from 1 over all connections since the last reset(), without connecting itself.
class PgProxy
{
public:
    PgProxy(const QString &serverHost, int serverPort);
    ~PgProxy();
    PgProxy(const PgProxy &) = delete;
    PgProxy &operator=(const PgProxy &) = delete;

    static QString host() { return QStringLiteral("127.0.0.1"); }
    int port() const { return m_port; }

    enum class Fault {
        None,
        KillClient, ///< kill -9 as soon as the exchange is forwarded; no answer gets through
        CutBefore,  ///< both connections end; the server never sees the exchange
        CutAfter,   ///< the server does it; the connections end before its answer is relayed
        LoseAnswer, ///< the server does it; its answer disappears, the connection stays
        Silence     ///< from this exchange on nothing goes through in either direction
    };

    /// What happens at the k-th exchange from now; everything counts from 0 again, new connections
    /// work as usual, connections that were silenced end.
    void reset(Fault fault = Fault::None, int exchange = 0);
    /// Whom KillClient kills. The proxy waits for it to be known.
    void setVictim(qint64 process) { m_victim = process; }
    /// Every answer comes so much later: one round trip of the network.
    void setRoundTripTime(int milliseconds) { m_roundTripMs = milliseconds; }

    /// The planned fault has struck.
    bool struck() const { return m_struck; }
    int exchanges() const { return m_exchanges; }
    /// How often a client had to wait for the network: it sent, having received before.
    int roundTrips() const { return m_roundTrips; }
    int connections() const { return m_connections; }
    /// The beginning of what each exchange asked.
    QStringList texts() const;

private:
    struct Link;

    void run();
    void acceptClient();
    bool fromClient(Link &link);
    bool fromServer(Link &link);
    bool startUp(Link &link);
    bool forwardExchange(Link &link, qsizetype size);
    bool strike(Link &link, const QByteArray &exchange);
    bool relayDue(Link &link);
    void note(const QByteArray &exchange);

    QString m_serverHost;
    int m_serverPort = 0;
    int m_listener = -1;
    int m_port = 0;
    int m_wake = -1;

    std::vector<std::unique_ptr<Link>> m_links;
    mutable std::mutex m_mutex; ///< plan and texts
    Fault m_fault = Fault::None;
    int m_faultAt = 0;
    int m_generation = 0;
    QStringList m_texts;
    std::atomic<qint64> m_victim{0};
    std::atomic<int> m_roundTripMs{0};
    std::atomic<bool> m_struck{false};
    std::atomic<int> m_exchanges{0};
    std::atomic<int> m_roundTrips{0};
    std::atomic<int> m_connections{0};
    std::atomic<bool> m_ending{false};
    std::thread m_thread; ///< last: it uses all of the above
};

} // namespace tanaban::test
