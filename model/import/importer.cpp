#include "model/import/importer.h"

#include <QCryptographicHash>

namespace tanaban {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostTries = 3;
constexpr qint64 patienceInMicroseconds = 10'000'000;
constexpr std::chrono::milliseconds pauseBetweenTries{200};
constexpr std::chrono::milliseconds pauseBetweenQuestions{500};

QString hashOf(const QByteArray &bytes)
{
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

/// Nothing of this happened, and looking again may give a plan that holds.
bool isWorthAnotherLook(const CommitOutcome &outcome)
{
    return std::holds_alternative<VersionConflict>(outcome)
           || std::holds_alternative<Overtaken>(outcome);
}

} // namespace

Importer::Importer(Store &store, Records &records, Clock &clock)
    : m_store(store)
    , m_records(records)
    , m_clock(clock)
{}

Intent Importer::intentOf(const ImportRequest &request) const
{
    Intent intent;
    intent.kind = u"import"_s;
    intent.actor = m_store.actor();
    const QString file = hashOf(request.content);
    const QString mapping = hashOf(request.mapping.source);
    intent.asked = {{u"import"_s, wordOf(request.kind)}, {u"file"_s, file}, {u"mapping"_s, mapping}};
    if (request.command) {
        intent.id = *request.command;
    } else if (request.kind == ImportKind::Stock) {
        static const QUuid names(u"6f4d7a0e-35a1-5a1c-9a55-3f0b7a3e1c11"_s);
        intent.id = QUuid::createUuidV5(names, QString(u"stock "_s + file + u' ' + mapping));
    } else {
        intent.id = newCommandId();
    }
    return intent;
}

ImportReport Importer::run(const ImportRequest &request)
{
    const Intent intent = intentOf(request);
    ImportReport report = attempt(request, intent);
    for (int tries = 1; tries < mostTries && report.outcome && isWorthAnotherLook(*report.outcome);
         ++tries)
    {
        m_clock.sleep(pauseBetweenTries);
        report = attempt(request, intent);
    }
    report.command = intent.id;
    report.dryRun = request.dryRun;
    return report;
}

ImportReport Importer::attempt(const ImportRequest &request, const Intent &intent)
{
    ImportProgress &progress = *request.progress;
    progress.begin(ImportProgress::Phase::Reading, 0);
    const auto file = request.readers(request.content, request.mapping.separator);
    ImportTable table = readTable(*file, request.mapping, request.kind, progress);
    ImportReport report = reportOf(table, request.mapping);
    report.stopped = progress.stopped();
    if (!table.readable || report.stopped)
        return report;
    progress.begin(ImportProgress::Phase::Checking, qint64(table.rows.size()));
    const auto earlier = m_store.recall(intent);
    if (!earlier) {
        report.failure = earlier.error();
        return report;
    }
    if (*earlier) {
        report.outcome = **earlier;
        report.unchanged = qint64(table.rows.size());
        return report;
    }
    auto planned = plan(request, intent, table);
    table = {}; // half a million lines that nobody needs any more
    if (!planned) {
        report.failure = planned.error();
        return report;
    }
    report = planned->report;
    report.stopped = progress.stopped();
    if (report.stopped)
        return report;
    ChangeSet &changes = planned->changes;
    const bool blocked = report.blocked() && !request.onlyGoodRows;
    const bool empty = changes.records.empty() && changes.stock.empty();
    if (blocked || empty || request.dryRun)
        return report;
    progress.begin(ImportProgress::Phase::Writing, 0);
    report.outcome = commitUntilKnown(changes);
    return report;
}

Read<ImportPlan> Importer::plan(const ImportRequest &request,
                                const Intent &intent,
                                const ImportTable &table)
{
    if (request.kind == ImportKind::Stock)
        return planStock(intent, table, request.mapping, m_store, *request.progress);
    if (request.kind == ImportKind::Orders)
        return planOrders(intent, table, request.mapping, m_records, *request.progress);
    return planRecords(intent, request.kind, table, request.mapping, m_records, *request.progress);
}

CommitOutcome Importer::commitUntilKnown(const ChangeSet &changes)
{
    const Instant start = m_clock.now();
    CommitOutcome outcome = m_store.commit(changes);
    while (std::holds_alternative<Unavailable>(outcome)
           && m_clock.now().microseconds - start.microseconds < patienceInMicroseconds)
    {
        m_clock.sleep(pauseBetweenQuestions);
        outcome = m_store.commit(changes);
    }
    return outcome;
}

} // namespace tanaban
