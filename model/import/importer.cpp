#include "model/import/importer.h"

#include "model/import/importstock.h"
#include "model/import/proposals.h"

#include <QCryptographicHash>

namespace tanaban {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostTries = 3;
constexpr size_t recordsOfPart = 100;
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
        // What parts wrote is now there as the file has it.
        const qint64 written = request.inParts ? report.written : 0;
        report = attempt(request, intent);
        report.written += written;
        report.unchanged -= written;
    }
    if (!report.outcome && !report.stopped)
        propose(report, request, m_records);
    report.command = intent.id;
    report.dryRun = request.dryRun;
    return report;
}

ImportReport Importer::attempt(const ImportRequest &request, const Intent &intent)
{
    return request.kind == ImportKind::Stock ? stock(request, intent) : records(request, intent);
}

/// Reads the file twice and keeps no line of it: a file can have very many.
ImportReport Importer::stock(const ImportRequest &request, const Intent &intent)
{
    ImportProgress &progress = *request.progress;
    progress.begin(ImportProgress::Phase::Reading, 0);
    const auto file = request.readers(request.content, request.mapping.separator);
    qint64 lines = 0;
    ImportReport read = reportOf(countTable(*file, request.mapping, request.kind, progress, lines),
                                 request.mapping);
    read.stopped = progress.stopped();
    if (!read.readable || read.stopped)
        return read;
    progress.begin(ImportProgress::Phase::Checking, lines);
    const auto earlier = m_store.recall(intent);
    if (!earlier) {
        read.failure = earlier.error();
        return read;
    }
    if (*earlier) {
        read.outcome = **earlier;
        read.unchanged = lines;
        return read;
    }
    if (request.inParts && !request.dryRun && request.onlyGoodRows)
        return stockInParts(request, intent, read);
    const auto again = request.readers(request.content, request.mapping.separator);
    const bool whole = !request.dryRun && !request.inParts;
    auto planned = StockImport(intent, *again, request.mapping, m_store, progress).plan(whole);
    if (!planned) {
        read.failure = planned.error();
        return read;
    }
    planned->report.stopped = progress.stopped();
    const bool blocked = planned->report.blocked() && !request.onlyGoodRows;
    if (request.inParts && !request.dryRun && !blocked && !planned->report.stopped)
        return stockInParts(request, intent, read);
    write(request, *planned);
    return std::move(planned->report);
}

/// `read`: what was counted when the file was read.
ImportReport Importer::stockInParts(const ImportRequest &request,
                                    const Intent &intent,
                                    const ImportReport &read)
{
    request.progress->begin(ImportProgress::Phase::Writing, request.progress->all);
    const auto file = request.readers(request.content, request.mapping.separator);
    StockImport import(intent, *file, request.mapping, m_store, *request.progress);
    ImportReport report = import.write(
        [this](const ChangeSet &changes) { return commitUntilKnown(changes); });
    report.lines = read.lines;
    report.notReached = report.lines + report.added - report.written - report.unchanged
                        - report.leftOut - report.refused;
    return report;
}

ImportReport Importer::records(const ImportRequest &request, const Intent &intent)
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
    const bool orders = request.kind == ImportKind::Orders;
    auto planned = orders ? planOrders(intent, table, request.mapping, m_records, progress)
                          : planRecords(
                              intent, request.kind, table, request.mapping, m_records, progress);
    table = {}; // nobody needs its lines any more
    if (!planned) {
        report.failure = planned.error();
        return report;
    }
    planned->report.stopped = progress.stopped();
    write(request, *planned);
    return std::move(planned->report);
}

/// Unless it was only to be checked, or something is against it.
void Importer::write(const ImportRequest &request, ImportPlan &plan)
{
    ImportReport &report = plan.report;
    const bool blocked = report.blocked() && !request.onlyGoodRows;
    const bool empty = plan.changes.records.empty() && plan.changes.stock.empty();
    if (report.stopped || blocked || empty || request.dryRun)
        return;
    if (request.inParts) {
        writeInParts(plan, *request.progress);
    } else {
        request.progress->begin(ImportProgress::Phase::Writing, 0);
        report.outcome = commitUntilKnown(plan.changes);
    }
}

/// Records. What is written is found to be there when the file is looked at again, so that a part
/// needs no name of its own.
void Importer::writeInParts(ImportPlan &plan, ImportProgress &progress)
{
    ImportReport &report = plan.report;
    std::vector<RecordChange> &records = plan.changes.records;
    progress.begin(ImportProgress::Phase::Writing, std::exchange(report.written, 0));
    report.notReached = progress.all;
    for (size_t from = 0; from < records.size(); from += recordsOfPart) {
        report.stopped = progress.stopped();
        if (report.stopped)
            return;
        const size_t to = std::min(records.size(), from + recordsOfPart);
        ChangeSet part;
        part.intent = plan.changes.intent;
        part.intent.id = newCommandId();
        std::move(records.begin() + ptrdiff_t(from),
                  records.begin() + ptrdiff_t(to),
                  std::back_inserter(part.records));
        report.outcome = commitUntilKnown(part);
        if (!std::holds_alternative<Committed>(*report.outcome))
            return;
        for (size_t i = from; i < to; ++i)
            report.written += plan.linesOfRecord[i];
        report.notReached = progress.all - report.written;
        progress.done = report.written;
    }
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
