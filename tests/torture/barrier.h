#pragma once

#include <QByteArray>

#include <atomic>
#include <climits>
#include <fcntl.h>
#include <linux/futex.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace tanaban::torture {

/// Where processes wait for each other: a word in a shared file. Opening it wakes all of them at
/// the same moment.
class Barrier
{
public:
    /// The file is made by whoever comes first.
    explicit Barrier(const QByteArray &path)
    {
        const int file = ::open(path.constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
        if (file < 0 || ftruncate(file, 4096) != 0)
            qFatal("No barrier at %s", path.constData());
        void *memory = mmap(nullptr, 4096, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
        ::close(file);
        if (memory == MAP_FAILED)
            qFatal("No memory for the barrier");
        m_round = static_cast<std::atomic<int> *>(memory);
    }
    ~Barrier() { munmap(m_round, 4096); }
    Barrier(const Barrier &) = delete;
    Barrier &operator=(const Barrier &) = delete;

    void open(int round)
    {
        *m_round = round;
        syscall(SYS_futex, m_round, FUTEX_WAKE, INT_MAX, nullptr, nullptr, 0);
    }

    void wait(int round)
    {
        for (int now = *m_round; now < round; now = *m_round)
            syscall(SYS_futex, m_round, FUTEX_WAIT, now, nullptr, nullptr, 0);
    }

private:
    static_assert(std::atomic<int>::is_always_lock_free && sizeof(std::atomic<int>) == 4);
    std::atomic<int> *m_round = nullptr;
};

} // namespace tanaban::torture
