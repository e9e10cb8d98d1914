#include "tests/support/throwawaypostgres.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>
#include <QStringList>

#include <arpa/inet.h>
#include <array>
#include <fcntl.h>
#include <netinet/in.h>
#include <pwd.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

namespace tanaban::test {

using namespace Qt::StringLiterals;

namespace {

// The guardian: makes the cluster, says "ready", stops and starts it as told, until the test program
// is gone (its end of the pipe on standard input closes, whatever happened to it); then stops the
// server and removes it.
constexpr const char *guardianScript = R"(
dir=$1; bin=$2; port=$3; user=$4; password=$5
trap '' INT TERM HUP
trap 'cd /; rm -rf "$dir"' EXIT
cd "$dir" || exit 1
as() {
    if [ -n "$user" ]; then setpriv --reuid="$user" --regid="$user" --init-groups "$@"; else "$@"; fi
}
auth=trust
if [ -n "$password" ]; then auth=scram-sha-256; fi
printf '%s\n' "${password:-unused}" >"$dir/password"
chmod 644 "$dir/password"
as "$bin/initdb" -D "$dir/data" -U postgres --auth="$auth" --pwfile="$dir/password" -E UTF8 \
    --locale=C.UTF-8 --no-sync >"$dir/initdb.log" 2>&1 || { tail -n 5 "$dir/initdb.log"; exit 1; }
cat >>"$dir/data/postgresql.conf" <<END
listen_addresses = '127.0.0.1'
port = $port
unix_socket_directories = '$dir'
fsync = on
max_connections = 100
shared_buffers = 64MB
log_lock_waits = on
deadlock_timeout = 200ms
log_line_prefix = '%m [%p] %d %a '
END
as "$bin/pg_ctl" -D "$dir/data" -l "$dir/server.log" -w -t 60 -s start >/dev/null 2>&1 \
    || { tail -n 5 "$dir/server.log"; exit 1; }
echo ready
exec 3>&1 >/dev/null 2>&1
while read -r command; do
    case $command in
        stop) as "$bin/pg_ctl" -D "$dir/data" -m fast -w -s stop 3>&- ;;
        start) as "$bin/pg_ctl" -D "$dir/data" -l "$dir/server.log" -w -t 60 -s start 3>&- </dev/null ;;
    esac
    echo done >&3
done
as "$bin/pg_ctl" -D "$dir/data" -m immediate -w -s stop
)";

QString binaryFolder()
{
    QStringList candidates{qEnvironmentVariable("TANABAN_PG_BIN"), u"/usr/lib/postgresql/15/bin"_s};
    const QDir versions(u"/usr/lib/postgresql"_s);
    for (const QString &version : versions.entryList(QDir::Dirs | QDir::NoDotAndDotDot))
        candidates += versions.filePath(version) + u"/bin"_s;
    for (const QString &folder : qEnvironmentVariable("PATH").split(u':'))
        candidates += folder;
    for (const QString &folder : std::as_const(candidates)) {
        if (!folder.isEmpty() && QFileInfo(folder + u"/initdb"_s).isExecutable())
            return folder;
    }
    return {};
}

int freePort()
{
    const int probe = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    int port = 0;
    if (bind(probe, reinterpret_cast<sockaddr *>(&address), size) == 0
        && getsockname(probe, reinterpret_cast<sockaddr *>(&address), &size) == 0)
        port = ntohs(address.sin_port);
    close(probe);
    return port;
}

/// A folder that the user postgres can reach, owned by it when we are root.
QByteArray makeFolder(const passwd *owner)
{
    QStringList parents{QDir::tempPath(), u"/tmp"_s};
    for (const QString &parent : std::as_const(parents)) {
        QByteArray folder = (parent + u"/tanaban-pg-XXXXXX"_s).toLocal8Bit();
        if (!mkdtemp(folder.data()))
            continue;
        bool reachable = true;
        for (QDir up(parent); owner && !up.isRoot(); up.cdUp())
            reachable = reachable && (QFile::permissions(up.path()) & QFile::ExeOther);
        if (reachable && chmod(folder.constData(), 0755) == 0
            && (!owner || chown(folder.constData(), owner->pw_uid, owner->pw_gid) == 0))
            return folder;
        rmdir(folder.constData());
    }
    return {};
}

} // namespace

ThrowAwayPostgres &ThrowAwayPostgres::instance()
{
    static ThrowAwayPostgres server;
    static const bool there = server.useRunningOne() || server.startOne();
    Q_UNUSED(there)
    return server;
}

std::unique_ptr<ThrowAwayPostgres> ThrowAwayPostgres::another(const QString &password)
{
    std::unique_ptr<ThrowAwayPostgres> server(new ThrowAwayPostgres);
    server->startOne(password);
    return server;
}

void ThrowAwayPostgres::tell(const QByteArray &command)
{
    const QByteArray line = command + '\n';
    std::array<char, 16> done;
    if (write(m_lifeline, line.constData(), size_t(line.size())) != line.size()
        || read(m_answers, done.data(), done.size()) <= 0)
        qFatal("The throw-away server has lost its guardian");
}

ThrowAwayPostgres::~ThrowAwayPostgres()
{
    if (m_lifeline < 0)
        return;
    close(m_lifeline);
    close(m_answers);
    waitpid(static_cast<pid_t>(m_guardian), nullptr, 0);
}

bool ThrowAwayPostgres::useRunningOne()
{
    const QString given = qEnvironmentVariable("TANABAN_TEST_PG");
    if (given.isEmpty())
        return false;
    static const QRegularExpression form(
        u"^(?:postgresql://postgres@)?([^:/@]+):([0-9]+)(?:/postgres)?$"_s);
    const QRegularExpressionMatch match = form.match(given);
    m_host = match.captured(1);
    m_port = match.captured(2).toInt();
    m_logFile = qEnvironmentVariable("TANABAN_TEST_PG_LOG");
    if (!match.hasMatch())
        m_failure = u"TANABAN_TEST_PG is not host:port but "_s + given;
    return true;
}

bool ThrowAwayPostgres::startOne(const QString &password)
{
    // The free port may be gone a moment later: then another one.
    return tryToStart(password) || tryToStart(password) || tryToStart(password);
}

bool ThrowAwayPostgres::tryToStart(const QString &password)
{
    const QByteArray bin = binaryFolder().toLocal8Bit();
    if (bin.isEmpty()) {
        m_failure = u"PostgreSQL is not installed (package postgresql)"_s;
        return false;
    }
    const passwd *owner = getuid() == 0 ? getpwnam("postgres") : nullptr;
    const QByteArray folder = makeFolder(owner);
    if (folder.isEmpty()) {
        m_failure = u"no temporary folder that the user postgres can reach"_s;
        return false;
    }
    m_port = freePort();
    const QByteArray port = QByteArray::number(m_port);
    const QByteArray secret = password.toUtf8();
    int lifeline[2];
    int answer[2];
    if (pipe2(lifeline, O_CLOEXEC) != 0 || pipe2(answer, O_CLOEXEC) != 0) {
        m_failure = u"no pipe"_s;
        return false;
    }
    const char *arguments[] = {"sh",
                               "-c",
                               guardianScript,
                               "guardian",
                               folder.constData(),
                               bin.constData(),
                               port.constData(),
                               owner ? "postgres" : "",
                               secret.constData(),
                               nullptr};
    const pid_t guardian = fork();
    if (guardian == 0) {
        setsid();
        dup2(lifeline[0], 0);
        dup2(answer[1], 1);
        execv("/bin/sh", const_cast<char *const *>(arguments));
        _exit(127);
    }
    close(lifeline[0]);
    close(answer[1]);
    QByteArray said;
    std::array<char, 4096> buffer;
    for (ssize_t n; (n = read(answer[0], buffer.data(), buffer.size())) > 0;) {
        said.append(buffer.data(), n);
        if (said.contains("ready\n"))
            break;
    }
    m_answers = answer[0];
    if (guardian < 0 || !said.contains("ready\n")) {
        close(lifeline[1]);
        close(answer[0]);
        if (guardian > 0)
            waitpid(guardian, nullptr, 0);
        m_failure = u"PostgreSQL did not start: "_s + QString::fromLocal8Bit(said);
        return false;
    }
    m_failure.clear();
    m_guardian = guardian;
    m_lifeline = lifeline[1];
    m_host = u"127.0.0.1"_s;
    m_logFile = QString::fromLocal8Bit(folder) + u"/server.log"_s;
    return true;
}

} // namespace tanaban::test
