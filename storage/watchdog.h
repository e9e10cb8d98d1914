#pragma once

#include <chrono>

namespace tanaban::storage {

/// While it lives, a call on this socket that is not answered within the deadline is ended by
/// shutting the socket down: libpq has no read timeout of its own, and a silent network must not
/// hang a worker. Works like a lock guard; a socket < 0 makes it do nothing.
class Deadline
{
public:
    Deadline(int socket, std::chrono::milliseconds time);
    ~Deadline();
    Deadline(const Deadline &) = delete;
    Deadline &operator=(const Deadline &) = delete;

private:
    long m_ticket = 0;
};

} // namespace tanaban::storage
