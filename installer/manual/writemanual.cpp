// writemanual TEMPLATE PAGE: the manual page of tanabanctl with its commands and options put in, from
// the list that the program itself reads, so that the page cannot tell anything else.
#include <QCoreApplication>
#include <QFile>
#include <QSaveFile>

#include "cli/commands.h"

using namespace Qt::StringLiterals;
using namespace tanaban::cli;

namespace {

/// As roff reads it: no dash becomes a hyphen, and no line of text a request.
QString roff(QString text)
{
    text.replace(u'\\', u"\\e"_s).replace(u'-', u"\\-"_s).replace(u'\n', u' ');
    if (text.startsWith(u'.') || text.startsWith(u'\''))
        text.prepend(u"\\&"_s);
    return text;
}

QString form(const OptionSpec &option)
{
    const QString value = option.value.isEmpty()
                              ? QString()
                              : QString(u" \\fI"_s + roff(option.value) + u"\\fR"_s);
    return u"\\fB\\-\\-"_s + roff(option.name) + u"\\fR"_s + value;
}

QString optionList(const std::vector<OptionSpec> &options)
{
    QString text;
    for (const OptionSpec &option : options) {
        if (*option.help == '\0')
            continue;
        const QString needed = option.required ? u" (needed)"_s : QString();
        text += u".TP\n"_s + form(option) + u'\n' + roff(QString::fromUtf8(option.help)) + needed
                + u'\n';
    }
    return text;
}

QString section(const CommandSpec &command)
{
    QString line = u"\\fB"_s + roff(command.name()) + u"\\fR"_s;
    for (const QString &operand : command.operands)
        line += u" \\fI"_s + roff(operand) + u"\\fR"_s;
    QString text = u".SS "_s + line + u'\n' + roff(QString::fromUtf8(command.summary)) + u".\n"_s;
    if (*command.details != '\0')
        text += roff(QString::fromUtf8(command.details)) + u'\n';
    return text + optionList(command.options);
}

QString commandList()
{
    QString text;
    for (const CommandSpec &command : allCommands())
        text += section(command);
    return text;
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    QFile source(arguments.value(1));
    QSaveFile page(arguments.value(2));
    if (!source.open(QIODevice::ReadOnly) || !page.open(QIODevice::WriteOnly))
        qFatal("writemanual TEMPLATE PAGE");
    QString text = QString::fromUtf8(source.readAll());
    text.replace(u".\\\" (the options)\n"_s, optionList(globalOptions()));
    text.replace(u".\\\" (the commands)\n"_s, commandList());
    page.write(text.toUtf8());
    return page.commit() ? 0 : 1;
}
