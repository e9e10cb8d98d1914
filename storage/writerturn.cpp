#include "storage/writerturn.h"

#include <QByteArray>
#include <QCoreApplication>
#include <QFile>

#include <cerrno>
#include <csignal>
#include <ctime>
#include <fcntl.h>
#include <mutex>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace tanaban::storage {

using namespace Qt::StringLiterals;

namespace {

constexpr int noteSize = 80;

int wakeSignal()
{
    return SIGRTMIN + 5;
}

void installWakeHandler()
{
    static std::once_flag once;
    std::call_once(once, [] {
        struct sigaction action = {};
        action.sa_handler = [](int) {}; // only to end flock() with EINTR: hence no SA_RESTART
        sigaction(wakeSignal(), &action, nullptr);
    });
}

/// flock() that ends after `longest`: a timer interrupts it, again and again, so that a signal that
/// comes just before the call is not missed.
bool flockWithin(int descriptor, std::chrono::milliseconds longest)
{
    installWakeHandler();
    sigevent event = {};
    event.sigev_notify = SIGEV_THREAD_ID;
    event.sigev_signo = wakeSignal();
    event._sigev_un._tid = static_cast<pid_t>(syscall(SYS_gettid));
    timer_t timer = {};
    if (timer_create(CLOCK_MONOTONIC, &event, &timer) != 0)
        return false;
    itimerspec when = {};
    when.it_value.tv_sec = longest.count() / 1000;
    when.it_value.tv_nsec = (longest.count() % 1000) * 1'000'000 + 1;
    when.it_interval.tv_nsec = 20'000'000;
    timer_settime(timer, 0, &when, nullptr);

    const auto end = std::chrono::steady_clock::now() + longest;
    int answer = 0;
    do {
        answer = flock(descriptor, LOCK_EX);
    } while (answer != 0 && errno == EINTR && std::chrono::steady_clock::now() < end);
    timer_delete(timer);
    return answer == 0;
}

} // namespace

WriterTurn::WriterTurn(const QString &databasePath)
    : m_path(databasePath + u"-turn"_s)
{
    const QByteArray path = QFile::encodeName(m_path);
    m_descriptor = ::open(path.constData(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
}

WriterTurn::~WriterTurn()
{
    giveBack();
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

bool WriterTurn::take(std::chrono::milliseconds longest, bool *waited)
{
    if (waited)
        *waited = false;
    if (m_descriptor < 0)
        return false;
    if (flock(m_descriptor, LOCK_EX | LOCK_NB) != 0) {
        if (waited)
            *waited = true;
        if (!flockWithin(m_descriptor, longest))
            return false;
    }
    m_taken = true;
    sign();
    return true;
}

void WriterTurn::giveBack()
{
    if (!m_taken)
        return;
    m_taken = false;
    flock(m_descriptor, LOCK_UN);
}

void WriterTurn::sign()
{
    // A note for those who wait too long; nothing depends on it, so it is never synced.
    static const QByteArray note = QString(QCoreApplication::applicationName() + u" ("_s
                                           + QString::number(QCoreApplication::applicationPid())
                                           + u")"_s)
                                       .toUtf8()
                                       .leftJustified(noteSize, ' ', true);
    [[maybe_unused]] const ssize_t written = pwrite(
        m_descriptor, note.constData(), size_t(noteSize), 0);
}

QStringList WriterTurn::holder() const
{
    QByteArray note(noteSize, ' ');
    const ssize_t size = pread(m_descriptor, note.data(), size_t(noteSize), 0);
    const QString name = size > 0 ? QString::fromUtf8(note.left(size)).trimmed() : QString();
    return name.isEmpty() ? QStringList() : QStringList(name);
}

} // namespace tanaban::storage
