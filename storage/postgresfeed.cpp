#include "storage/postgresfeed.h"

#include "storage/conninfo.h"
#include "storage/watchdog.h"

#include <algorithm>
#include <array>
#include <libpq-fe.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

namespace tanaban::storage {

using namespace std::chrono_literals;

namespace {

constexpr auto betweenNotifications = 200ms;
constexpr auto firstPause = 500ms;
constexpr auto longestPause = 4000ms;
constexpr auto longestConnect = 5000ms;

} // namespace

PostgresFeed::PostgresFeed(ConnectionConfig config, std::function<void()> onChange)
    : m_config(std::move(config))
    , m_onChange(std::move(onChange))
    , m_end(eventfd(0, EFD_CLOEXEC))
{
    m_config.commitBell->descriptor(); // from now on it is heard
    m_thread = std::jthread([this](const std::stop_token &stop) { run(stop); });
}

PostgresFeed::~PostgresFeed()
{
    m_thread.request_stop();
    const std::uint64_t one = 1;
    [[maybe_unused]] const ssize_t written = ::write(m_end, &one, sizeof one);
    m_thread.join();
    ::close(m_end);
}

void PostgresFeed::run(const std::stop_token &stop)
{
    auto pause = firstPause;
    while (!stop.stop_requested()) {
        if (connect(stop)) {
            pause = firstPause;
            m_onChange(); // whatever happened before is not known
            listen(stop);
            if (!stop.stop_requested())
                m_onChange();
        }
        disconnect();
        if (!stop.stop_requested())
            wait(0, false, pause);
        pause = std::min<std::chrono::milliseconds>(pause * 2, longestPause);
    }
}

/// Step by step, so that it can be called off.
bool PostgresFeed::connect(const std::stop_token &stop)
{
    m_connection = PQconnectStart(conninfoWithPassword(m_config).constData());
    const Time end = std::chrono::steady_clock::now() + longestConnect;
    if (!m_connection || PQstatus(m_connection) == CONNECTION_BAD)
        return false;
    PostgresPollingStatusType status = PGRES_POLLING_WRITING;
    while (status != PGRES_POLLING_OK) {
        if (stop.stop_requested() || std::chrono::steady_clock::now() > end)
            return false;
        wait(status == PGRES_POLLING_READING ? POLLIN : POLLOUT, false, longestConnect);
        status = PQconnectPoll(m_connection);
        if (status == PGRES_POLLING_FAILED)
            return false;
    }
    return send("LISTEN tanaban");
}

void PostgresFeed::listen(const std::stop_token &stop)
{
    while (!stop.stop_requested() && read()) {
        m_toTell = m_config.commitBell->heard() || m_toTell;
        const auto since = std::chrono::steady_clock::now() - m_told;
        if (m_toTell && since >= betweenNotifications) {
            m_toTell = false;
            m_told = std::chrono::steady_clock::now();
            if (!send("NOTIFY tanaban"))
                return;
            continue; // what came in with the answer waits in libpq, not in the socket
        }
        const auto rest = std::chrono::ceil<std::chrono::milliseconds>(betweenNotifications - since);
        // Rung already: it would only end the wait at once.
        wait(POLLIN, !m_toTell, m_toTell ? rest : 60s);
    }
}

/// Takes in what has come; false when the connection is gone.
bool PostgresFeed::read()
{
    if (PQconsumeInput(m_connection) == 0)
        return false;
    bool told = false;
    while (PGnotify *notification = PQnotifies(m_connection)) {
        told = true;
        PQfreemem(notification);
    }
    if (told)
        m_onChange();
    return PQstatus(m_connection) == CONNECTION_OK;
}

bool PostgresFeed::send(const char *sql)
{
    const Deadline deadline(PQsocket(m_connection), m_config.deadline);
    PGresult *result = PQexec(m_connection, sql);
    const bool done = PQresultStatus(result) == PGRES_COMMAND_OK;
    PQclear(result);
    return done;
}

void PostgresFeed::disconnect()
{
    PQfinish(m_connection);
    m_connection = nullptr;
}

/// Until the server's socket is ready (`events`), a commit is to be told (`bell`), the end, or
/// `longest`.
void PostgresFeed::wait(int events, bool bell, std::chrono::milliseconds longest) const
{
    std::array<pollfd, 3> sources{{{m_end, POLLIN, 0},
                                   {m_connection ? PQsocket(m_connection) : -1, short(events), 0},
                                   {bell ? m_config.commitBell->descriptor() : -1, POLLIN, 0}}};
    poll(sources.data(), sources.size(), int(longest.count()));
}

} // namespace tanaban::storage
