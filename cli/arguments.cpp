#include "cli/arguments.h"

#include "cli/text.h"

namespace tanaban::cli {

using namespace Qt::StringLiterals;

namespace {

const OptionSpec *findOption(const std::vector<OptionSpec> &specs, const QString &name)
{
    for (const OptionSpec &spec : specs) {
        if (spec.name == name)
            return &spec;
    }
    return nullptr;
}

/// Splits options from words; which command it is decides later whether they may stand there.
class Splitter
{
public:
    Splitter(const QStringList &arguments,
             const std::vector<CommandSpec> &commands,
             const std::vector<OptionSpec> &globals)
        : m_arguments(arguments)
        , m_commands(commands)
        , m_globals(globals)
    {}

    QString split()
    {
        while (m_next < m_arguments.size()) {
            const QString argument = m_arguments[m_next++];
            if (argument == u"--"_s) {
                m_words += m_arguments.mid(m_next);
                break;
            }
            if (argument == u"-h"_s)
                m_options.insert(u"help"_s, {});
            else if (!argument.startsWith(u"--"_s))
                m_words += argument;
            else if (const QString mistake = takeOption(argument.mid(2)); !mistake.isEmpty())
                return mistake;
        }
        return {};
    }

    QStringList words() const { return m_words; }
    QHash<QString, QStringList> options() const { return m_options; }

private:
    const OptionSpec *known(const QString &name) const
    {
        if (const OptionSpec *spec = findOption(m_globals, name))
            return spec;
        for (const CommandSpec &command : m_commands) {
            if (const OptionSpec *spec = findOption(command.options, name))
                return spec;
        }
        return nullptr;
    }

    QString takeOption(const QString &text)
    {
        const qsizetype equals = text.indexOf(u'=');
        const QString name = equals < 0 ? text : text.left(equals);
        const OptionSpec *spec = known(name);
        if (!spec)
            return Text::tr("There is no option --%1.").arg(name);
        if (m_options.contains(name) && !spec->repeated)
            return Text::tr("The option --%1 is given twice.").arg(name);
        if (spec->value.isEmpty()) {
            if (equals >= 0)
                return Text::tr("The option --%1 takes no value.").arg(name);
            m_options.insert(name, {});
            return {};
        }
        if (equals >= 0) {
            m_options[name].append(text.mid(equals + 1));
            return {};
        }
        if (m_next == m_arguments.size() || m_arguments[m_next].startsWith(u"--"_s))
            return Text::tr("The option --%1 needs a value: --%1 %2.").arg(name, spec->value);
        m_options[name].append(m_arguments[m_next++]);
        return {};
    }

    const QStringList &m_arguments;
    const std::vector<CommandSpec> &m_commands;
    const std::vector<OptionSpec> &m_globals;
    qsizetype m_next = 0;
    QStringList m_words;
    QHash<QString, QStringList> m_options;
};

const CommandSpec *findCommand(const std::vector<CommandSpec> &commands, const QStringList &words)
{
    for (const CommandSpec &command : commands) {
        if (words.mid(0, command.words.size()) == command.words)
            return &command;
    }
    return nullptr;
}

QString unknownCommand(const std::vector<CommandSpec> &commands, const QStringList &words)
{
    QStringList family;
    for (const CommandSpec &command : commands) {
        if (command.words.size() > 1 && command.words.front() == words.front())
            family += command.name();
    }
    if (!family.isEmpty())
        return Text::tr("Which one: %1?").arg(family.join(u", "_s));
    return Text::tr("There is no command \"%1\".").arg(words.front());
}

QString operandMistake(const CommandSpec &command, const QStringList &operands)
{
    qsizetype least = 0;
    for (const QString &operand : command.operands)
        least += operand.startsWith(u'[') ? 0 : 1;
    if (operands.size() < least)
        return Text::tr("%1 is missing.").arg(command.operands[operands.size()]);
    const bool any = !command.operands.isEmpty() && command.operands.back().endsWith(u'…');
    if (!any && operands.size() > command.operands.size())
        return Text::tr("\"%1\" is one word too many.").arg(operands[command.operands.size()]);
    return {};
}

} // namespace

Result<Invocation, QString> parseArguments(const QStringList &arguments,
                                           const std::vector<CommandSpec> &commands,
                                           const std::vector<OptionSpec> &globals)
{
    Splitter splitter(arguments, commands, globals);
    if (QString mistake = splitter.split(); !mistake.isEmpty())
        return fail(std::move(mistake));

    Invocation invocation;
    invocation.options = splitter.options();
    invocation.help = invocation.has(u"help"_s);
    QStringList words = splitter.words();
    if (invocation.help && !words.isEmpty() && !findCommand(commands, words))
        words.clear();
    if (words.isEmpty())
        return invocation;
    invocation.command = findCommand(commands, words);
    if (!invocation.command)
        return fail(unknownCommand(commands, words));
    const CommandSpec &command = *invocation.command;
    if (invocation.help)
        return invocation;
    invocation.operands = words.mid(command.words.size());
    if (QString mistake = operandMistake(command, invocation.operands); !mistake.isEmpty())
        return fail(std::move(mistake));
    const QStringList given = invocation.options.keys();
    for (const QString &name : given) {
        if (!findOption(globals, name) && !findOption(command.options, name))
            return fail(Text::tr("\"%1\" takes no option --%2.").arg(command.name(), name));
    }
    for (const OptionSpec &option : command.options) {
        if (option.required && !invocation.has(option.name)) {
            const QString both = u"--"_s + option.name + u' ' + option.value;
            return fail(Text::tr("The option %1 is missing.").arg(both));
        }
    }
    return invocation;
}

} // namespace tanaban::cli
