#include "storage/commitbell.h"

#include <cstdint>
#include <sys/eventfd.h>
#include <unistd.h>

namespace tanaban::storage {

CommitBell::~CommitBell()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

void CommitBell::ring()
{
    const std::uint64_t one = 1;
    if (m_descriptor >= 0) [[maybe_unused]]
        const ssize_t written = ::write(m_descriptor, &one, sizeof one);
}

int CommitBell::descriptor()
{
    if (m_descriptor < 0)
        m_descriptor = eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC);
    return m_descriptor;
}

bool CommitBell::heard()
{
    std::uint64_t times = 0;
    return ::read(descriptor(), &times, sizeof times) == sizeof times;
}

} // namespace tanaban::storage
