#include "ui/commandline.h"

#include "model/defaultdatabase.h"
#include "ui/language.h"

#include <QCommandLineParser>
#include <QDir>
#include <QSettings>

namespace tanaban::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int wrongUsage = 2;

QString chosen(const QCommandLineParser &parser, const QString &name, const QString &otherwise)
{
    return parser.isSet(name) ? parser.value(name) : otherwise;
}

/// The database that is named by --db or, as file managers do, by a file alone; or what is wrong.
Result<DatabaseUrl, QString> databaseOf(const QCommandLineParser &parser)
{
    const QStringList files = parser.positionalArguments();
    const bool named = parser.isSet(u"db"_s);
    if (files.isEmpty())
        return named ? DatabaseUrl::parse(parser.value(u"db"_s)) : defaultDatabase();
    if (named)
        return fail(u"Name the database once: by --db or by FILE."_s);
    if (files.size() > 1)
        return fail(u"Only one database can be opened at a time: name one FILE."_s);
    // The whole path: what is kept about a database is kept by its address.
    return DatabaseUrl::parse(u"sqlite:"_s
                              + QDir::cleanPath(QDir().absoluteFilePath(files.front())));
}

} // namespace

std::variant<StartOptions, SaidInstead> readCommandLine(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(u"Stock, orders and allocation that people can trust."_s);
    const QCommandLineOption help = parser.addHelpOption();
    const QCommandLineOption version = parser.addVersionOption();
    parser.addOptions(
        {{u"db"_s, u"sqlite:PATH or postgresql://user@host/database."_s, u"URL"_s},
         {u"as"_s, u"The person who works here (a login of the database)."_s, u"LOGIN"_s},
         {u"lang"_s, u"Language of the window: ja or en."_s, u"ja|en"_s},
         {u"theme"_s, u"light, dark, or as the system is set."_s, u"light|dark|system"_s},
         {u"shots"_s,
          u"Write pictures of every place and dialog into FOLDER and end."_s,
          u"FOLDER"_s}});
    QCommandLineOption bench(u"bench-window"_s, u"Measure the window and end."_s);
    bench.setFlags(QCommandLineOption::HiddenFromHelp);
    parser.addOption(bench);
    QCommandLineOption fluent(u"bench-fluent"_s,
                              u"Measure the frames of the window while WRITER works, and end."_s,
                              u"WRITER"_s);
    fluent.setFlags(QCommandLineOption::HiddenFromHelp);
    parser.addOption(fluent);
    parser.addPositionalArgument(
        u"FILE"_s, u"A database to open, the same as --db sqlite:FILE."_s, u"[FILE]"_s);
    if (!parser.parse(arguments))
        return SaidInstead{QString(parser.errorText() + u'\n'), wrongUsage};
    if (parser.isSet(help))
        return SaidInstead{parser.helpText(), 0};
    if (parser.isSet(version))
        return SaidInstead{u"tanaban " TANABAN_VERSION "\n"_s, 0};

    StartOptions options;
    options.actor = parser.value(u"as"_s);
    options.language = chosen(parser, u"lang"_s, preferredLanguage());
    const QString theme = chosen(
        parser, u"theme"_s, QSettings().value(u"theme"_s, u"system"_s).toString());
    options.theme = themeFromCode(theme);
    if (parser.isSet(u"theme"_s))
        options.looks = {options.theme};
    options.shots = parser.value(u"shots"_s);
    options.bench = parser.isSet(bench);
    options.benchWriter = parser.value(fluent);
    if (options.language != u"ja"_s && options.language != u"en"_s)
        return SaidInstead{u"--lang is ja or en.\n"_s, wrongUsage};
    if (codeOf(options.theme) != theme)
        return SaidInstead{u"--theme is light, dark or system.\n"_s, wrongUsage};
    const auto database = databaseOf(parser);
    if (!database)
        return SaidInstead{QString(database.error() + u'\n'), wrongUsage};
    options.database = *database;
    return options;
}

QStringList argumentsAgain(const QStringList &arguments)
{
    QStringList again;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const QString &argument = arguments[i];
        if (argument == u"--lang"_s || argument == u"--theme"_s)
            ++i; // and its value
        else if (!argument.startsWith(u"--lang="_s) && !argument.startsWith(u"--theme="_s))
            again << argument;
    }
    return again;
}

} // namespace tanaban::ui
