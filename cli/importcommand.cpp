#include "model/import/importer.h"
#include "model/import/importfiles.h"
#include "model/import/importwords.h"

#include <QJsonArray>

#include "cli/commands.h"
#include "cli/outcomes.h"
#include "cli/text.h"
#include "cli/values.h"

namespace tanaban::cli {

using namespace Qt::StringLiterals;

namespace {

Result<ImportRequest, QString> requestOf(const Environment &environment,
                                         const Invocation &invocation)
{
    ImportRequest request;
    request.readers = environment.readers;
    const auto kind = importKindFromWord(invocation.operands[0]);
    if (!kind) {
        return fail(Text::tr("\"%1\" cannot be imported; KIND is one of %2.")
                        .arg(invocation.operands[0], importKindWords().join(u", "_s)));
    }
    request.kind = *kind;
    request.dryRun = invocation.has(u"dry-run"_s);
    request.onlyGoodRows = invocation.has(u"only-good-rows"_s);
    request.inParts = invocation.has(u"in-parts"_s);
    if (invocation.has(u"command-id"_s)) {
        const auto id = parseUuid(invocation.text(u"command-id"_s));
        if (!id)
            return fail(QString(id.error()));
        request.command = *id;
    }
    auto content = importContent(invocation.operands[1]);
    if (!content)
        return fail(QString(content.error()));
    request.content = *content;
    request.mapping = ImportMapping::plain(*kind);
    if (invocation.has(u"guess"_s) && invocation.has(u"mapping"_s))
        return fail(Text::tr("A mapping says what the columns are; leave --guess out."));
    if (invocation.has(u"guess"_s)) {
        const auto file = request.readers(request.content, {});
        request.mapping.columns = guessedColumns(*kind, headOf(*file, 0).titles);
        request.mapping.setSource();
    }
    if (invocation.has(u"mapping"_s)) {
        const auto mapping = importMapping(invocation.text(u"mapping"_s), *kind);
        if (!mapping)
            return fail(QString(mapping.error()));
        request.mapping = *mapping;
    }
    return request;
}

/// Which column was taken for what.
QString guessOf(const ImportRequest &request)
{
    QStringList columns;
    for (const ImportField &field : fieldsOf(request.kind)) {
        const QString title = request.mapping.columns.value(field.name);
        if (!title.isEmpty())
            columns << u"%1 = \"%2\""_s.arg(field.name, title);
    }
    return columns.isEmpty() ? Text::tr("No column was recognised.")
                             : Text::tr("Columns: %1").arg(columns.join(u", "_s));
}

QString lineFor(const ImportFinding &finding)
{
    QString place = finding.line > 0 ? Text::tr("line %1").arg(finding.line) : Text::tr("mapping");
    if (!finding.field.isEmpty())
        place += u", "_s + finding.field;
    if (!finding.value.isEmpty())
        place += u" \""_s + finding.value + u'"';
    QString line = (finding.blocks ? QString() : Text::tr("note: ")) + place + u": "_s
                   + finding.text;
    if (!finding.proposal.isEmpty())
        line += Text::tr("; perhaps \"%1\" is meant").arg(finding.proposal);
    return line;
}

QJsonObject toJson(const ImportFinding &finding)
{
    QJsonObject json{{u"line"_s, finding.line},
                     {u"field"_s, finding.field},
                     {u"value"_s, finding.value},
                     {u"severity"_s, finding.blocks ? u"error"_s : u"note"_s},
                     {u"message"_s, finding.text}};
    if (finding.rule)
        json[u"rule"_s] = nameOf(*finding.rule);
    if (!finding.proposal.isEmpty())
        json[u"proposal"_s] = finding.proposal;
    return json;
}

/// What happened, in one word.
QString outcomeWord(const ImportReport &report, bool stopped)
{
    if (stopped)
        return u"rejected"_s;
    if (report.dryRun)
        return u"dry_run"_s;
    return u"unchanged"_s;
}

void sayResult(Session &session, const ImportReport &report, bool stopped)
{
    const auto *committed = report.outcome ? std::get_if<Committed>(&*report.outcome) : nullptr;
    if (committed && committed->repeated)
        session.print(Text::tr("This file has been imported before; nothing was changed."));
    else if (stopped)
        session.print(Text::tr("Nothing was written. Correct the lines above, or take the good "
                               "ones with --only-good-rows."));
    else if (report.dryRun)
        session.print(Text::tr("Nothing was written: this was a dry run."));
    else if (!report.outcome)
        session.print(Text::tr("There was nothing to change."));
    const bool wrote = committed && !committed->repeated;
    const QString counts =
        wrote ? Text::tr("%1 lines: %2 written, %3 unchanged, %4 left out, %5 refused.")
              : Text::tr("%1 lines: %2 to write, %3 unchanged, %4 left out, %5 refused.");
    session.print(counts.arg(report.lines)
                      .arg(report.written)
                      .arg(report.unchanged)
                      .arg(report.leftOut)
                      .arg(report.refused));
    if (report.added > 0)
        session.print(Text::tr("Rows that came with the mapping: %1").arg(report.added));
}

} // namespace

ExitStatus runImport(Session &session, const Invocation &invocation)
{
    const auto request = requestOf(session.environment(), invocation);
    if (!request)
        return session.wrongUsage(request.error());
    if (invocation.has(u"guess"_s))
        session.say(guessOf(*request));
    Database *database = session.open();
    if (!database)
        return session.failure();
    Importer importer(database->store(), database->records(), session.environment().clock);
    const ImportReport report = importer.run(*request);
    const auto tellHowFar = [&] {
        session.say(Text::tr("Lines written: %1, not yet: %2. Import the same file again to go on; "
                             "nothing is written twice.")
                        .arg(report.written)
                        .arg(report.notReached));
    };
    if (report.failure) {
        if (report.notReached > 0)
            tellHowFar();
        return session.failed(*report.failure);
    }

    // Sent and not carried out: told like any other command.
    const bool carriedOut = !report.outcome || std::holds_alternative<Committed>(*report.outcome);
    if (!carriedOut) {
        if (report.notReached > 0)
            tellHowFar();
        return cli::report(session, *report.outcome, report.command, {});
    }
    const bool stopped = !report.outcome && report.blocked()
                         && !(request->onlyGoodRows && report.readable);
    QJsonArray findings;
    for (const ImportFinding &finding : report.findings) {
        findings += toJson(finding);
        session.print(lineFor(finding));
    }
    sayResult(session, report, stopped);
    QJsonObject document = report.outcome
                               ? cli::toJson(*report.outcome, report.command)
                               : QJsonObject{{u"outcome"_s, outcomeWord(report, stopped)}};
    document[u"import"_s] = wordOf(request->kind);
    document[u"lines"_s] = report.lines;
    document[u"added"_s] = report.added;
    document[u"written"_s] = report.written;
    document[u"unchanged"_s] = report.unchanged;
    document[u"left_out"_s] = report.leftOut;
    document[u"refused"_s] = report.refused;
    document[u"not_reached"_s] = report.notReached;
    document[u"findings"_s] = findings;
    session.document(document);
    return stopped ? ExitStatus::RuleSaysNo : ExitStatus::Done;
}

} // namespace tanaban::cli
