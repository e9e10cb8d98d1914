#include "cli/commands.h"
#include "cli/text.h"

namespace tanaban::cli {

using namespace Qt::StringLiterals;

ExitStatus runServerUpgrade(Session &session, const Invocation &)
{
    const DatabaseUrl &url = session.url();
    if (url.engine == DatabaseUrl::Engine::Sqlite) {
        return session.wrongUsage(
            Text::tr("This is for a database on a PostgreSQL server (--db postgresql://…). A file "
                     "is brought up to date by itself when it is opened."));
    }
    const auto upgraded = session.environment().gate.upgradeServer(url);
    if (!upgraded) {
        const ExitStatus status = session.failed(upgraded.error());
        if (upgraded.error().kind == OpenFailure::Kind::Unreachable)
            session.say(Text::tr("If it was lost on the way, the same command again tells."));
        return status;
    }
    const UpgradeReport &report = *upgraded;
    if (report.nothingToDo())
        session.print(Text::tr("Nothing to do: %1 is up to date (schema %2).")
                          .arg(url.toString(), QString::number(report.to)));
    else if (report.from == report.to)
        session.print(
            Text::tr("%1 is up to date (schema %2); what each role may do was written anew.")
                .arg(url.toString(), QString::number(report.to)));
    else
        session.print(
            Text::tr("%1 was brought up to date, from schema %2 to %3.")
                .arg(url.toString(), QString::number(report.from), QString::number(report.to)));
    session.document({{u"outcome"_s, u"done"_s},
                      {u"database"_s, url.toString()},
                      {u"from"_s, report.from},
                      {u"to"_s, report.to},
                      {u"rights_rewritten"_s, report.rightsRewritten},
                      {u"nothing_to_do"_s, report.nothingToDo()}});
    return ExitStatus::Done;
}

} // namespace tanaban::cli
