#include "model/defaultdatabase.h"
#include "model/demo/demo.h"

#include <QFileInfo>
#include <QJsonArray>

#include "cli/commands.h"
#include "cli/text.h"
#include "cli/values.h"

namespace tanaban::cli {

using namespace Qt::StringLiterals;

namespace {

/// Makes the tables if need be; nothing when it worked.
std::optional<ExitStatus> create(Session &session)
{
    if (!ensureDefaultFolder(session.url())) {
        session.say(Text::tr("The folder of %1 cannot be made.").arg(session.url().path));
        return ExitStatus::NotAllowed;
    }
    const QString first = session.login().isEmpty() ? session.environment().computerLogin
                                                    : session.login();
    const auto created = session.environment().gate.create(session.url(), first);
    if (created)
        return std::nullopt;
    const ExitStatus status = session.failed(created.error());
    if (created.error().kind == OpenFailure::Kind::Missing && session.url().path.isEmpty())
        session.say(Text::tr("On a server, make an empty database first: createdb %1")
                        .arg(session.url().database));
    return status;
}

} // namespace

ExitStatus runInit(Session &session, const Invocation &)
{
    if (const auto failure = create(session))
        return *failure;
    session.print(Text::tr("Ready: %1").arg(session.url().toString()));
    session.document({{u"outcome"_s, u"done"_s}, {u"database"_s, session.url().toString()}});
    return ExitStatus::Done;
}

ExitStatus runVerify(Session &session, const Invocation &)
{
    Database *database = session.open(false);
    if (!database)
        return session.failure();
    const auto findings = database->auditor().verify();
    if (!findings)
        return session.failed(findings.error());
    QJsonArray checks;
    qint64 broken = 0;
    for (const AuditFinding &finding : *findings) {
        checks += QJsonObject{{u"check"_s, finding.check},
                              {u"meaning"_s, finding.meaning},
                              {u"count"_s, finding.count},
                              {u"samples"_s, QJsonArray::fromStringList(finding.samples)}};
        if (finding.count == 0)
            continue;
        ++broken;
        session.print(Text::tr("%1: %2 times not so: %3")
                          .arg(finding.check, QString::number(finding.count), finding.meaning));
        for (const QString &sample : finding.samples)
            session.print(u"  "_s + sample);
    }
    session.document(
        {{u"outcome"_s, broken == 0 ? u"clean"_s : u"damaged"_s}, {u"checks"_s, checks}});
    const auto count = findings->size();
    if (count == 0) {
        session.say(Text::tr("No check was run."));
        return ExitStatus::Damaged;
    }
    session.print(broken == 0 ? Text::tr("All %1 checks hold.").arg(count)
                              : Text::tr("%1 of %2 checks do not hold.").arg(broken).arg(count));
    return broken == 0 ? ExitStatus::Done : ExitStatus::Damaged;
}

ExitStatus runBackup(Session &session, const Invocation &invocation)
{
    const QString file = invocation.operands.front();
    if (QFileInfo::exists(file)) {
        session.say(Text::tr("%1 is there already; nothing was written.").arg(file));
        session.document({{u"outcome"_s, u"rejected"_s}, {u"rule"_s, nameOf(Rule::Exists)}});
        return ExitStatus::RuleSaysNo;
    }
    if (session.url().engine == DatabaseUrl::Engine::Postgres)
        return session.wrongUsage(Text::tr(
            "This copies a database file. A database on a server is copied by whoever looks "
            "after it, with pg_dump."));
    Database *database = session.open(false);
    if (!database)
        return session.failure();
    const auto done = database->backup(file);
    if (!done)
        return session.failed(done.error());
    session.print(Text::tr("Copied to %1 and checked.").arg(file));
    session.document({{u"outcome"_s, u"done"_s}, {u"file"_s, file}});
    return ExitStatus::Done;
}

ExitStatus runDemo(Session &session, const Invocation &invocation)
{
    int rows = usualDemoRows;
    if (invocation.has(u"rows"_s)) {
        const auto wanted = parseNumber(
            invocation.text(u"rows"_s), Text::tr("--rows"), mostDemoRows);
        if (!wanted)
            return session.wrongUsage(wanted.error());
        rows = int(*wanted);
    }
    if (const auto failure = create(session))
        return *failure;
    Database *database = session.open();
    if (!database)
        return session.failure();
    int told = 0;
    const auto made = makeDemo(*database, rows, [&session, &told](int done, int total) {
        const int tenths = total > 0 ? int(qint64(done) * 10 / total) : 10;
        if (tenths > told)
            session.say(Text::tr("%1 %").arg(tenths * 10));
        told = std::max(told, tenths);
    });
    if (!made && made.error().why.kind == ReadFailure::Kind::Refused) {
        session.say(Text::tr(
            "There is work in this database already; the demo company needs an empty one."));
        session.document({{u"outcome"_s, u"rejected"_s}, {u"rule"_s, nameOf(Rule::Exists)}});
        return ExitStatus::RuleSaysNo;
    }
    if (!made)
        return session.failed(made.error().why);
    session.print(
        Text::tr("Ready: %1 stock rows in %2").arg(QString::number(rows), session.url().toString()));
    session.document({{u"outcome"_s, u"done"_s},
                      {u"database"_s, session.url().toString()},
                      {u"stock_rows"_s, rows}});
    return ExitStatus::Done;
}

} // namespace tanaban::cli
