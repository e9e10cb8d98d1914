#include "storage/watchdog.h"

#include <condition_variable>
#include <map>
#include <mutex>
#include <sys/socket.h>
#include <thread>

namespace tanaban::storage {

namespace {

using SteadyTime = std::chrono::steady_clock::time_point;

/// One thread for the whole process; it looks four times a second, so that guarding a call costs
/// no wake-up.
class Watchdog
{
public:
    static Watchdog &instance()
    {
        static Watchdog watchdog;
        return watchdog;
    }

    long add(int socket, std::chrono::milliseconds time)
    {
        const std::lock_guard lock(m_mutex);
        m_entries[++m_last] = {socket, std::chrono::steady_clock::now() + time};
        return m_last;
    }

    void remove(long ticket)
    {
        const std::lock_guard lock(m_mutex);
        m_entries.erase(ticket);
    }

private:
    struct Entry
    {
        int socket;
        SteadyTime end;
    };

    Watchdog()
        : m_thread([this](const std::stop_token &stop) { watch(stop); })
    {}

    void watch(const std::stop_token &stop)
    {
        std::unique_lock lock(m_mutex);
        while (!stop.stop_requested()) {
            const SteadyTime now = std::chrono::steady_clock::now();
            for (auto entry = m_entries.begin(); entry != m_entries.end();) {
                if (entry->second.end <= now) {
                    ::shutdown(entry->second.socket, SHUT_RDWR);
                    entry = m_entries.erase(entry);
                } else {
                    ++entry;
                }
            }
            m_changed.wait_for(lock, stop, std::chrono::milliseconds(250), [] { return false; });
        }
    }

    std::mutex m_mutex;
    std::condition_variable_any m_changed;
    std::map<long, Entry> m_entries;
    long m_last = 0;
    std::jthread m_thread; // last: it uses all of the above
};

} // namespace

Deadline::Deadline(int socket, std::chrono::milliseconds time)
{
    if (socket >= 0)
        m_ticket = Watchdog::instance().add(socket, time);
}

Deadline::~Deadline()
{
    if (m_ticket != 0)
        Watchdog::instance().remove(m_ticket);
}

} // namespace tanaban::storage
