#include "cli/help.h"

#include "cli/commands.h"
#include "cli/text.h"

namespace tanaban::cli {

using namespace Qt::StringLiterals;

namespace {

QString table(const std::vector<std::pair<QString, QString>> &lines)
{
    qsizetype width = 0;
    for (const auto &[left, right] : lines)
        width = std::max(width, left.size());
    QString text;
    for (const auto &[left, right] : lines)
        text += u"  "_s + left.leftJustified(width + 2) + right + u'\n';
    return text;
}

QString optionForm(const OptionSpec &option)
{
    const QString value = option.value.isEmpty() ? QString() : QString(u' ' + option.value);
    return u"--"_s + option.name + value;
}

QString synopsis(const CommandSpec &command)
{
    QString text = command.name();
    for (const QString &operand : command.operands)
        text += u' ' + operand;
    return text;
}

std::vector<std::pair<QString, QString>> optionLines(const std::vector<OptionSpec> &options)
{
    std::vector<std::pair<QString, QString>> lines;
    for (const OptionSpec &option : options) {
        if (*option.help == '\0')
            continue;
        const QString needed = option.required ? Text::tr(" (needed)") : QString();
        lines.emplace_back(optionForm(option), QString(Text::tr(option.help) + needed));
    }
    return lines;
}

} // namespace

QString help()
{
    std::vector<std::pair<QString, QString>> commands;
    for (const CommandSpec &command : allCommands())
        commands.emplace_back(synopsis(command), Text::tr(command.summary));
    return Text::tr("tanabanctl [--db URL] [--as LOGIN] [--json] COMMAND …\n"
                    "Warehouse stock without a screen, by the same rules as the window.\n")
           + u'\n' + Text::tr("Commands:\n") + table(commands) + u'\n'
           + Text::tr("Options of every command:\n") + table(optionLines(globalOptions())) + u'\n'
           + Text::tr("\"tanabanctl COMMAND --help\" tells more. Quantities are decimals in the "
                      "product's unit.\n")
           + Text::tr(
               "Exit status: 0 done, 2 wrong usage, 3 a rule says no, 4 somebody was faster, "
               "5 not allowed,\n6 no answer, 7 damaged, foreign or newer data, 8 busy.\n")
           + u'\n'
           + Text::tr("To try it out:\n"
                      "  tanabanctl demo\n"
                      "  tanabanctl stock list --low\n"
                      "  tanabanctl reserve 1 --quantity 2\n"
                      "  tanabanctl stock history 1\n");
}

QString helpFor(const CommandSpec &command)
{
    QString line = u"tanabanctl "_s + synopsis(command);
    for (const OptionSpec &option : command.options) {
        const QString form = optionForm(option);
        line += option.required ? QString(u' ' + form) : QString(u" ["_s + form + u']');
        if (option.repeated)
            line += u" …"_s;
    }
    QString text = line + u'\n' + Text::tr(command.summary) + u'\n';
    if (*command.details != '\0')
        text += Text::tr(command.details) + u'\n';
    if (!command.options.empty())
        text += u'\n' + table(optionLines(command.options));
    return text;
}

} // namespace tanaban::cli
