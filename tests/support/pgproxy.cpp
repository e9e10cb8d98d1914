#include "tests/support/pgproxy.h"

#include <QByteArray>
#include <QtEndian>

#include <algorithm>
#include <arpa/inet.h>
#include <array>
#include <chrono>
#include <csignal>
#include <deque>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>
#include <vector>

namespace tanaban::test {

namespace {

using SteadyClock = std::chrono::steady_clock;

constexpr quint32 sslRequest = 80877103;
constexpr quint32 gssRequest = 80877104;

sockaddr_in addressOf(const QString &host, int port)
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<quint16>(port));
    inet_pton(AF_INET, host.toLatin1().constData(), &address.sin_addr);
    return address;
}

void noDelay(int socket)
{
    const int on = 1;
    setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
}

bool sendAll(int socket, const QByteArray &bytes)
{
    const char *data = bytes.constData();
    qsizetype left = bytes.size();
    while (left > 0) {
        const ssize_t sent = ::send(socket, data, size_t(left), MSG_NOSIGNAL);
        if (sent < 0 && errno == EINTR)
            continue;
        if (sent <= 0)
            return false;
        data += sent;
        left -= sent;
    }
    return true;
}

/// Appends what there is; false at the end of the connection.
bool receive(int socket, QByteArray &buffer)
{
    std::array<char, 65536> bytes;
    const ssize_t size = ::recv(socket, bytes.data(), bytes.size(), 0);
    if (size < 0)
        return errno == EINTR || errno == EAGAIN;
    if (size > 0)
        buffer.append(bytes.data(), size);
    return size > 0;
}

quint32 numberAt(const QByteArray &buffer, qsizetype position)
{
    return qFromBigEndian<quint32>(buffer.constData() + position);
}

/// Length of the message that starts at `position`, type byte included; 0 while it is incomplete.
qsizetype messageSize(const QByteArray &buffer, qsizetype position)
{
    if (buffer.size() - position < 5)
        return 0;
    const qsizetype size = 1 + qsizetype(numberAt(buffer, position + 1));
    return buffer.size() - position < size ? 0 : size;
}

} // namespace

struct PgProxy::Link
{
    int client = -1;
    int server = -1;
    int generation = 0;   ///< of the plan when it was connected
    bool starting = true; ///< messages without a type byte, until the start-up packet
    bool ready = false;   ///< the server has accepted the login
    bool silent = false;
    bool answerLost = false; ///< until the answer is over
    bool endAfterAnswer = false;
    bool answered = false; ///< the client has received something since it last sent
    QByteArray asked;      ///< not forwarded yet
    QByteArray answer;     ///< not cut into messages yet
    std::deque<std::pair<SteadyClock::time_point, QByteArray>> late;

    ~Link()
    {
        ::close(client);
        if (server >= 0)
            ::close(server);
    }
};

PgProxy::PgProxy(const QString &serverHost, int serverPort)
    : m_serverHost(serverHost)
    , m_serverPort(serverPort)
    , m_listener(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
    , m_wake(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK))
{
    sockaddr_in address = addressOf(host(), 0);
    socklen_t size = sizeof address;
    if (bind(m_listener, reinterpret_cast<sockaddr *>(&address), size) != 0
        || listen(m_listener, 64) != 0
        || getsockname(m_listener, reinterpret_cast<sockaddr *>(&address), &size) != 0)
        qFatal("The proxy cannot listen");
    m_port = ntohs(address.sin_port);
    m_thread = std::thread([this] { run(); });
}

PgProxy::~PgProxy()
{
    m_ending = true;
    eventfd_write(m_wake, 1);
    m_thread.join();
    m_links.clear();
    ::close(m_listener);
    ::close(m_wake);
}

void PgProxy::reset(Fault fault, int exchange)
{
    const std::lock_guard lock(m_mutex);
    m_fault = fault;
    m_faultAt = exchange;
    ++m_generation;
    m_texts.clear();
    m_victim = 0;
    m_struck = false;
    m_exchanges = 0;
    m_roundTrips = 0;
    m_connections = 0;
    eventfd_write(m_wake, 1);
}

QStringList PgProxy::texts() const
{
    const std::lock_guard lock(m_mutex);
    return m_texts;
}

void PgProxy::run()
{
    while (!m_ending) {
        std::vector<pollfd> waiting{{m_listener, POLLIN, 0}, {m_wake, POLLIN, 0}};
        int timeout = -1;
        for (const auto &link : m_links) {
            waiting.push_back({link->client, POLLIN, 0});
            waiting.push_back({link->server, POLLIN, 0});
            if (!link->late.empty())
                timeout = 1;
        }
        if (poll(waiting.data(), waiting.size(), timeout) < 0)
            continue;
        eventfd_t ignored = 0;
        eventfd_read(m_wake, &ignored);
        const std::lock_guard lock(m_mutex);
        for (size_t i = m_links.size(); i-- > 0;) {
            Link &link = *m_links[i];
            bool alive = !(link.silent && link.generation != m_generation);
            if (alive && waiting[3 + 2 * i].revents != 0)
                alive = fromServer(link);
            if (alive && waiting[2 + 2 * i].revents != 0)
                alive = fromClient(link);
            if (alive && !link.late.empty())
                alive = relayDue(link);
            if (!alive)
                m_links.erase(m_links.begin() + qsizetype(i));
        }
        if (waiting[0].revents != 0)
            acceptClient();
    }
}

void PgProxy::acceptClient()
{
    const int client = accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC);
    if (client < 0)
        return;
    auto link = std::make_unique<Link>();
    link->client = client;
    link->generation = m_generation;
    link->silent = m_struck && m_fault == Fault::Silence;
    link->server = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const sockaddr_in address = addressOf(m_serverHost, m_serverPort);
    if (::connect(link->server, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0)
        return;
    noDelay(link->client);
    noDelay(link->server);
    ++m_connections;
    m_links.push_back(std::move(link));
}

bool PgProxy::startUp(Link &link)
{
    while (link.starting && link.asked.size() >= 8) {
        const qsizetype size = qsizetype(numberAt(link.asked, 0));
        if (link.asked.size() < size)
            return true;
        const quint32 code = numberAt(link.asked, 4);
        link.starting = code == sslRequest || code == gssRequest;
        if (!sendAll(link.server, link.asked.left(size)))
            return false;
        link.asked.remove(0, size);
    }
    return true;
}

bool PgProxy::fromClient(Link &link)
{
    if (!receive(link.client, link.asked))
        return false;
    if (link.silent) {
        link.asked.clear();
        return true;
    }
    if (link.starting && !startUp(link))
        return false;
    if (!link.ready) { // a password, for instance
        const bool sent = sendAll(link.server, link.asked);
        link.asked.clear();
        return sent;
    }
    if (std::exchange(link.answered, false))
        ++m_roundTrips;
    qsizetype end = 0;
    while (const qsizetype size = messageSize(link.asked, end)) {
        const char type = link.asked.at(end);
        end += size;
        if (type == 'X') {
            sendAll(link.server, link.asked.left(end));
            return false;
        }
        if (type != 'Q' && type != 'S')
            continue;
        if (!forwardExchange(link, end))
            return false;
        link.asked.remove(0, end);
        end = 0;
    }
    return true;
}

bool PgProxy::forwardExchange(Link &link, qsizetype size)
{
    const QByteArray exchange = link.asked.left(size);
    note(exchange);
    const int number = ++m_exchanges;
    if (m_fault != Fault::None && number == m_faultAt)
        return strike(link, exchange);
    return link.silent || sendAll(link.server, exchange);
}

bool PgProxy::strike(Link &link, const QByteArray &exchange)
{
    m_struck = true;
    switch (m_fault) {
    case Fault::None:
        break;
    case Fault::CutBefore:
        return false;
    case Fault::Silence:
        for (const auto &other : m_links) {
            other->silent = true;
            other->generation = m_generation;
        }
        return true;
    case Fault::KillClient: {
        if (!sendAll(link.server, exchange))
            return false;
        while (m_victim == 0 && !m_ending)
            std::this_thread::yield();
        ::kill(static_cast<pid_t>(m_victim.load()), SIGKILL);
        link.answerLost = true;
        link.endAfterAnswer = true;
        return true;
    }
    case Fault::CutAfter:
        link.endAfterAnswer = true;
        [[fallthrough]];
    case Fault::LoseAnswer:
        link.answerLost = true;
        break;
    }
    return sendAll(link.server, exchange);
}

bool PgProxy::fromServer(Link &link)
{
    if (!receive(link.server, link.answer))
        return false;
    if (link.silent) {
        link.answer.clear();
        return true;
    }
    // The answer to a request for encryption is one bare byte.
    qsizetype end = link.starting ? link.answer.size() : 0;
    bool over = false;
    while (const qsizetype size = link.starting ? 0 : messageSize(link.answer, end)) {
        over = over || link.answer.at(end) == 'Z';
        end += size;
    }
    const QByteArray relayed = link.answer.left(end);
    link.answer.remove(0, end);
    link.ready = link.ready || over;
    if (link.answerLost) {
        link.answerLost = !over;
        return !(over && link.endAfterAnswer);
    }
    link.late.push_back(
        {SteadyClock::now() + std::chrono::milliseconds(m_roundTripMs.load()), relayed});
    return true;
}

bool PgProxy::relayDue(Link &link)
{
    while (!link.late.empty() && link.late.front().first <= SteadyClock::now()) {
        if (!sendAll(link.client, link.late.front().second))
            return false;
        link.answered = true;
        link.late.pop_front();
    }
    return true;
}

void PgProxy::note(const QByteArray &exchange)
{
    // A Query carries its text at once, a Parse after the statement's name, a Bind names it.
    QByteArray text;
    for (qsizetype at = 0; const qsizetype size = messageSize(exchange, at); at += size) {
        const char type = exchange.at(at);
        if (type == 'Q' || type == 'P' || type == 'B')
            text += exchange.mid(at + 5, std::min<qsizetype>(size - 5, 120)).replace('\0', ' ');
    }
    m_texts.append(QString::fromUtf8(text.left(160)).simplified());
}

} // namespace tanaban::test
