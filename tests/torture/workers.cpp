#include "tests/torture/workers.h"

#include "storage/writerturn.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QThread>

#include <algorithm>
#include <optional>
#include <sys/stat.h>

namespace tanaban::torture {

using namespace Qt::StringLiterals;

namespace {

constexpr int longestAnswer = 60'000;
/// Less than the 5 s after which those who wait give up.
constexpr int longestHold = 3'000;

/// Processes that stand before the lock of this file, by the kernel's own list.
int waitingForFile(const QString &path)
{
    struct stat status = {};
    if (stat(QFile::encodeName(path).constData(), &status) != 0)
        return 0;
    QFile locks(u"/proc/locks"_s);
    if (!locks.open(QIODevice::ReadOnly))
        qFatal("/proc/locks cannot be read");
    const QByteArray inode = ':' + QByteArray::number(quint64(status.st_ino)) + ' ';
    int waiting = 0;
    for (const QByteArray &line : locks.readAll().split('\n'))
        waiting += line.contains("-> FLOCK") && line.contains(inode) ? 1 : 0;
    return waiting;
}

} // namespace

Workers::Workers(test::TestDatabase &database, int count, const QString &program, const QString &bug)
    : m_database(database)
    , m_counters(size_t(count))
{
    const QString barrier = m_folder.filePath(u"barrier"_s);
    m_barrier = std::make_unique<Barrier>(QFile::encodeName(barrier));
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.remove(u"TANABAN_SEED_BUG"_s);
    if (!bug.isEmpty())
        environment.insert(u"TANABAN_SEED_BUG"_s, bug);
    const QString path = QCoreApplication::applicationDirPath() + u'/' + program;
    for (int i = 0; i < count; ++i) {
        auto process = std::make_unique<QProcess>();
        process->setProcessEnvironment(environment);
        process->setProcessChannelMode(QProcess::ForwardedErrorChannel);
        process->start(
            path,
            {database.url().toString(), QString::fromLatin1(test::TestDatabase::login), barrier});
        m_processes.push_back(std::move(process));
    }
    for (const auto &process : m_processes) {
        if (!process->waitForStarted())
            qFatal("%s does not start", qPrintable(path));
    }
}

Workers::~Workers()
{
    end();
}

void Workers::end()
{
    for (const auto &process : m_processes)
        process->closeWriteChannel();
    for (const auto &process : m_processes) {
        if (!process->waitForFinished(longestAnswer))
            process->kill();
    }
    m_processes.clear();
}

QJsonObject Workers::answerOf(QProcess &process)
{
    while (!process.canReadLine()) {
        if (!process.waitForReadyRead(longestAnswer))
            qFatal("A worker gives no answer: %s", qPrintable(process.errorString()));
    }
    return QJsonDocument::fromJson(process.readLine()).object();
}

std::vector<QJsonObject> Workers::round(const std::vector<QJsonObject> &orders,
                                        const std::vector<qint64> &hold)
{
    ++m_round;
    m_waiting = 0;
    std::vector<QJsonObject> reports(orders.size());
    std::vector<size_t> standing;
    for (size_t i = 0; i < orders.size(); ++i) {
        QJsonObject order = orders[i];
        order.insert(u"round"_s, m_round);
        m_processes[i]->write(QJsonDocument(order).toJson(QJsonDocument::Compact) + '\n');
        m_processes[i]->waitForBytesWritten();
    }
    for (size_t i = 0; i < orders.size(); ++i) {
        reports[i] = answerOf(*m_processes[i]);
        if (reports[i].contains(u"ready"_s)) // or it could not even load
            standing.push_back(i);
    }
    if (hold.empty())
        m_barrier->open(m_round);
    else
        openWhileHeld(hold, int(standing.size()));
    if (m_database.isPostgres() && hold.empty() && !standing.empty()) {
        QProcess &first = *m_processes[standing.front()];
        while (!first.canReadLine() && !first.waitForReadyRead(2)
               && first.state() == QProcess::Running)
            m_waiting = std::max(m_waiting, waitingNow());
    }
    for (const size_t i : standing)
        reports[i] = answerOf(*m_processes[i]);
    for (size_t i = 0; i < orders.size(); ++i)
        m_counters[i] = reports[i].value(u"counters"_s).toObject();
    return reports;
}

void Workers::openWhileHeld(const std::vector<qint64> &hold, int expected)
{
    std::optional<storage::WriterTurn> turn;
    if (m_database.isPostgres()) {
        QStringList ids;
        for (const qint64 id : hold)
            ids += QString::number(id);
        m_database.sql(u"BEGIN"_s);
        m_database.sql(
            u"SELECT id FROM stock WHERE id IN (%1) ORDER BY id FOR UPDATE"_s.arg(ids.join(u',')));
    } else {
        turn.emplace(m_database.url().path);
        if (!turn->take(std::chrono::milliseconds(longestHold)))
            qFatal("The supervisor does not get the turn");
    }
    m_barrier->open(m_round);
    QElapsedTimer timer;
    timer.start();
    while (m_waiting < expected && timer.elapsed() < longestHold) {
        QThread::msleep(1); // the workers need the processor more
        m_waiting = std::max(m_waiting, waitingNow());
    }
    if (m_database.isPostgres())
        m_database.sql(u"ROLLBACK"_s);
    else
        turn->giveBack();
}

int Workers::waitingNow()
{
    if (!m_database.isPostgres())
        return waitingForFile(m_database.url().path + u"-turn"_s);
    m_database.sql(u"SELECT pg_stat_clear_snapshot()"_s); // else the same all through BEGIN
    return m_database
        .scalar(u"SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() "
                "AND wait_event_type = 'Lock'"_s)
        .toInt();
}

qint64 Workers::counted(const QString &counter) const
{
    qint64 sum = 0;
    for (const QJsonObject &counters : m_counters)
        sum += counters.value(counter).toInteger();
    return sum;
}

} // namespace tanaban::torture
