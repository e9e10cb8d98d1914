#include "cli/cli.h"

#include "model/defaultdatabase.h"

#include "cli/commands.h"
#include "cli/help.h"
#include "cli/text.h"

namespace tanaban::cli {

using namespace Qt::StringLiterals;

namespace {

/// Tests that sweep over all writing commands read this, so that a new one is swept as well.
QString namesOfWritingCommands()
{
    QString text;
    for (const CommandSpec &command : allCommands()) {
        if (!command.writingExample.isEmpty())
            text += command.name() + u'\t' + command.writingExample + u'\n';
    }
    return text;
}

int wrongUsage(Environment &environment, const QString &sentence)
{
    const QString hint = Text::tr("See tanabanctl --help.");
    environment.err.write((sentence + u'\n' + hint + u'\n').toUtf8());
    return int(ExitStatus::WrongUsage);
}

int print(Environment &environment, const QString &text)
{
    environment.out.write(text.toUtf8());
    return int(ExitStatus::Done);
}

} // namespace

int run(const QStringList &arguments, Environment &environment)
{
    const auto parsed = parseArguments(arguments, allCommands(), globalOptions());
    if (!parsed)
        return wrongUsage(environment, parsed.error());
    const Invocation &invocation = *parsed;
    if (invocation.help)
        return print(environment, invocation.command ? helpFor(*invocation.command) : help());
    if (invocation.has(u"version"_s))
        return print(environment, u"tanabanctl "_s + QStringLiteral(TANABAN_VERSION) + u'\n');
    if (invocation.has(u"list-writing-commands"_s))
        return print(environment, namesOfWritingCommands());
    if (!invocation.command) {
        environment.err.write(help().toUtf8());
        return int(ExitStatus::WrongUsage);
    }

    DatabaseUrl url = defaultDatabase();
    if (invocation.has(u"db"_s)) {
        const auto given = DatabaseUrl::parse(invocation.text(u"db"_s));
        if (!given)
            return wrongUsage(environment, given.error());
        url = *given;
    }
    Session session(environment, url, invocation.text(u"as"_s), invocation.has(u"json"_s));
    return int(invocation.command->run(session, invocation));
}

} // namespace tanaban::cli
