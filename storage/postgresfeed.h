#pragma once

#include "model/changefeed.h"
#include "storage/connection.h"

#include <functional>
#include <thread>

namespace tanaban::storage {

/// Listens at the server for others' commits, and tells others of ours: one empty NOTIFY for all
/// commits of a fifth of a second, on a connection of its own, so that no commit pays for it.
/// Comes back by itself when the server does.
class PostgresFeed final : public ChangeFeed
{
public:
    /// `onChange` is called from the feed's own thread, and not any more once this is destroyed.
    PostgresFeed(ConnectionConfig config, std::function<void()> onChange);
    ~PostgresFeed() override;
    PostgresFeed(const PostgresFeed &) = delete;
    PostgresFeed &operator=(const PostgresFeed &) = delete;

private:
    using Time = std::chrono::steady_clock::time_point;

    void run(const std::stop_token &stop);
    bool connect(const std::stop_token &stop);
    void listen(const std::stop_token &stop);
    bool read();
    bool send(const char *sql);
    void disconnect();
    void wait(int events, bool bell, std::chrono::milliseconds longest) const;

    ConnectionConfig m_config;
    std::function<void()> m_onChange;
    int m_end = -1; ///< readable once the thread is to end
    pg_conn *m_connection = nullptr;
    bool m_toTell = false;
    Time m_told{};
    std::jthread m_thread; // last: it uses all of the above
};

} // namespace tanaban::storage
