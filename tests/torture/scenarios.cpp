#include "tests/torture/scenarios.h"

#include "model/stockcommands.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace tanaban::torture {

using namespace Qt::StringLiterals;

namespace {

QString textOf(const QJsonObject &object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

} // namespace

void expect(Report &report, bool holds, const QString &what, const std::vector<QJsonObject> &reports)
{
    if (holds || report.findings.size() >= 5)
        return;
    QString text = what;
    for (const QJsonObject &seen : reports) {
        QJsonObject brief = seen;
        brief.remove(u"counters"_s);
        if (!text.contains(textOf(brief)))
            text += u"\n      "_s + textOf(brief);
    }
    report.findings.append(text);
}

test::TestDatabase::Maker seededMaker(const QString &bug)
{
    return [bug](const DatabaseUrl &url) {
        QProcess program;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"TANABAN_SEED_BUG"_s, bug);
        program.setProcessEnvironment(environment);
        program.start(QCoreApplication::applicationDirPath() + u"/tanabanctl_seeded"_s,
                      {u"--db"_s,
                       url.toString(),
                       u"--as"_s,
                       QString::fromLatin1(test::TestDatabase::login),
                       u"init"_s});
        if (!program.waitForFinished() || program.exitCode() != 0)
            qFatal("init: %s", program.readAllStandardError().constData());
    };
}

int countOf(const std::vector<QJsonObject> &reports, const QString &outcome, const QString &rule)
{
    return int(std::count_if(reports.begin(), reports.end(), [&](const QJsonObject &report) {
        return report.value(u"outcome"_s).toString() == outcome
               && (rule.isEmpty() || report.value(u"rule"_s).toString() == rule);
    }));
}

QString Report::toString() const
{
    QStringList words;
    for (const auto &[outcome, times] : outcomes)
        words += u"%1 %2"_s.arg(times).arg(outcome);
    QString text = u"%1, %2 rounds: %3; conflicts %4, lock waits %5 (most at once %6), last tries "
                   "under the lock %7, deadlocks %8"_s.arg(name)
                       .arg(rounds)
                       .arg(words.join(u", "_s))
                       .arg(conflicts)
                       .arg(lockWaits)
                       .arg(mostWaiting)
                       .arg(underLock)
                       .arg(deadlocks);
    for (const QString &finding : findings)
        text += u"\n    "_s + finding;
    return text;
}

Scenarios::Scenarios(test::Engine engine, const QString &program, const QString &bug)
    : m_program(program)
    , m_bug(bug)
    , m_database(engine, bug.isEmpty() ? test::TestDatabase::Maker() : seededMaker(bug))
{}

qint64 Scenarios::newRow(int zone, const QString &lot, qint64 onHand, int reservations)
{
    test::StockSeed seed;
    seed.zone = zone;
    seed.lot = lot;
    seed.onHand = onHand;
    seed.reserved = 10 * reservations;
    seed.allocations = reservations;
    return m_database.stockRow(seed);
}

QJsonObject Scenarios::order(const StockAction &action, bool hold, const QUuid &id) const
{
    const StockCommand command{id.isNull() ? newCommandId() : id,
                               action,
                               {},
                               QString::fromLatin1(test::TestDatabase::login)};
    return {{u"do"_s, u"run"_s}, {u"command"_s, toJson(command)}, {u"hold"_s, hold}};
}

QJsonObject Scenarios::reserve(qint64 stock, qint64 quantity, bool hold, const QUuid &id) const
{
    return order(Reserve{stock, quantity}, hold, id);
}

void Scenarios::expectReserved(qint64 stock, qint64 reserved, Report &report)
{
    const qint64 there =
        m_database.scalar(u"SELECT reserved FROM stock WHERE id = ?"_s, {stock}).toLongLong();
    expect(report, there == reserved, u"reserved is %1, not %2"_s.arg(there).arg(reserved));
}

void Scenarios::look(const std::vector<QJsonObject> &reports, Report &report) const
{
    for (const QJsonObject &seen : reports) {
        const QString rule = seen.value(u"rule"_s).toString();
        report.underLock += seen.value(u"tries"_s).toInt() >= 3 ? 1 : 0;
        ++report
              .outcomes[seen.value(u"outcome"_s).toString() + (rule.isEmpty() ? rule : u' ' + rule)];
    }
    if (m_database.isPostgres())
        report.lockWaits += m_workers->waiting();
    report.mostWaiting = std::max<qint64>(report.mostWaiting, m_workers->waiting());
}

void Scenarios::finish(Report &report)
{
    report.conflicts = m_workers->counted(u"conflicts"_s) + m_workers->counted(u"overtaken"_s);
    report.deadlocks = m_workers->counted(u"deadlocks"_s);
    if (!m_database.isPostgres())
        report.lockWaits = m_workers->counted(u"lockWaits"_s);
    m_workers.reset();
    if (m_database.isPostgres()) {
        m_database.waitUntilAlone(); // the server counts a session's deadlocks at its end
        const qint64 atServer = m_database
                                    .scalar(u"SELECT deadlocks FROM pg_stat_database "
                                            "WHERE datname = current_database()"_s)
                                    .toLongLong();
        report.deadlocks = std::max(report.deadlocks, atServer);
    }
    expect(report, report.deadlocks == 0, u"%1 deadlocks"_s.arg(report.deadlocks));
    for (const QString &finding : m_database.audit())
        expect(report, false, u"verify: "_s + finding);
}

Report Scenarios::rounds(const QString &name,
                         int rounds,
                         qint64 onHand,
                         const std::function<std::vector<QJsonObject>(qint64)> &orders,
                         const Check &check,
                         int reservations)
{
    Report report{name, rounds, {}, 0, 0, 0, 0, 0, {}};
    m_workers = std::make_unique<Workers>(m_database, workerCount, m_program, m_bug);
    for (int round = 0; round < rounds; ++round) {
        const qint64 stock = newRow(1, u"R%1"_s.arg(++m_rows), onHand, reservations);
        // Every other time all of them surely wait for the same lock; else it is a race.
        const bool held = round % 2 == 0;
        const auto reports = m_workers->round(orders(stock),
                                              held ? std::vector{stock} : std::vector<qint64>());
        look(reports, report);
        check(reports, stock, report);
    }
    finish(report);
    return report;
}

Report Scenarios::tenOfAHundred(int times)
{
    return rounds(
        u"ten reserve 10 of 100"_s,
        times,
        100,
        [&](qint64 stock) {
            std::vector<QJsonObject> orders;
            for (int i = 0; i < workerCount; ++i)
                orders.push_back(reserve(stock, 10, false));
            return orders;
        },
        [&](const std::vector<QJsonObject> &reports, qint64 stock, Report &report) {
            expect(report, countOf(reports, u"committed"_s) == 10, u"not all succeeded"_s, reports);
            expectReserved(stock, 100, report);
        });
}

Report Scenarios::tenReleases(int times)
{
    return rounds(
        u"ten release the oldest of ten reservations"_s,
        times,
        100,
        [&](qint64 stock) {
            std::vector<QJsonObject> orders;
            for (int i = 0; i < workerCount; ++i)
                orders.push_back(order(Release{stock, 10, {}}, false));
            return orders;
        },
        [&](const std::vector<QJsonObject> &reports, qint64 stock, Report &report) {
            expect(report, countOf(reports, u"committed"_s) == 10, u"not all succeeded"_s, reports);
            expectReserved(stock, 0, report);
        },
        10);
}

Report Scenarios::fiveOfTen(int times)
{
    return rounds(
        u"ten want 10 of 50"_s,
        times,
        50,
        [&](qint64 stock) {
            std::vector<QJsonObject> orders;
            for (int i = 0; i < workerCount; ++i)
                orders.push_back(reserve(stock, 10, false));
            return orders;
        },
        [&](const std::vector<QJsonObject> &reports, qint64 stock, Report &report) {
            expect(report,
                   countOf(reports, u"committed"_s) == 5
                       && countOf(reports, u"rejected"_s, u"InsufficientStock"_s) == 5,
                   u"not five and five"_s,
                   reports);
            expectReserved(stock, 50, report);
        });
}

Report Scenarios::twoOrders(int times)
{
    return rounds(
        u"50 and 80 of 100"_s,
        times,
        100,
        [&](qint64 stock) {
            return std::vector{reserve(stock, 50, true), reserve(stock, 80, true)};
        },
        [&](const std::vector<QJsonObject> &reports, qint64 stock, Report &report) {
            expect(report,
                   countOf(reports, u"committed"_s) == 1 && countOf(reports, u"conflict"_s) == 1,
                   u"not one success and one conflict"_s,
                   reports);
            const bool firstWon = countOf({reports.front()}, u"committed"_s) == 1;
            // The other one looks again and asks again. Neither fits behind the other.
            const auto again = m_workers->round({reserve(stock, firstWon ? 80 : 50, true)});
            look(again, report);
            expect(report,
                   countOf(again, u"rejected"_s, u"InsufficientStock"_s) == 1,
                   u"not the truth"_s,
                   again);
            expectReserved(stock, firstWon ? 50 : 80, report);
        });
}

Report Scenarios::heldVersion(int times)
{
    return rounds(
        u"ten have seen the same version"_s,
        times,
        1000,
        [&](qint64 stock) {
            std::vector<QJsonObject> orders;
            for (int i = 0; i < workerCount; ++i)
                orders.push_back(reserve(stock, 10, true));
            return orders;
        },
        [&](const std::vector<QJsonObject> &reports, qint64 stock, Report &report) {
            expect(report,
                   countOf(reports, u"committed"_s) == 1 && countOf(reports, u"conflict"_s) == 9,
                   u"not exactly one"_s,
                   reports);
            expectReserved(stock, 10, report);
            for (const QJsonObject &seen : reports) {
                if (seen.value(u"outcome"_s) != u"conflict"_s)
                    continue;
                const QJsonObject row = seen.value(u"rows"_s).toArray().at(0).toObject();
                expect(report,
                       row.value(u"id"_s).toInteger() == stock
                           && row.value(u"expected"_s).toInteger() == 1
                           && row.value(u"actual"_s).toInteger() == 2
                           && row.value(u"between"_s).toInteger() == 1,
                       u"a conflict that does not say what happened"_s,
                       {seen});
            }
        });
}

Report Scenarios::sameCommand(int times)
{
    return rounds(
        u"ten send the same command"_s,
        times,
        1000,
        [&](qint64 stock) {
            const QUuid id = newCommandId();
            std::vector<QJsonObject> orders;
            for (int i = 0; i < workerCount; ++i)
                orders.push_back(reserve(stock, 10, false, id));
            return orders;
        },
        [&](const std::vector<QJsonObject> &reports, qint64 stock, Report &report) {
            const auto repeated = std::count_if(
                reports.begin(), reports.end(), [](const QJsonObject &seen) {
                    return seen.value(u"repeated"_s).toBool();
                });
            expect(report,
                   countOf(reports, u"committed"_s) == 10 && repeated == 9,
                   u"not one effect known to all"_s,
                   reports);
            expectReserved(stock, 10, report);
        });
}

} // namespace tanaban::torture
