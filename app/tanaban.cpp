#include "storage/fileintentjournal.h"
#include "storage/gate.h"
#include "ui/commandline.h"
#include "ui/desktop.h"
#include "ui/fluentbench.h"
#include "ui/language.h"
#include "ui/look/lowarea.h"
#include "ui/look/scale.h"
#include "ui/shots.h"
#include "ui/windowbench.h"

#include <QApplication>
#include <QProcess>
#include <QSettings>

#include <algorithm>
#include <cstdio>
#include <malloc.h>
#include <pwd.h>
#include <unistd.h>

#include "files/fileformats.h"

using namespace Qt::StringLiterals;
using namespace tanaban;

namespace {

QString computerLogin()
{
    const passwd *entry = getpwuid(getuid());
    return entry ? QString::fromLocal8Bit(entry->pw_name) : QString();
}

int say(const ui::SaidInstead &said)
{
    std::FILE *stream = said.exitStatus == 0 ? stdout : stderr;
    std::fputs(said.text.toLocal8Bit().constData(), stream);
    return said.exitStatus;
}

} // namespace

int main(int argc, char *argv[])
{
    QElapsedTimer sinceStart;
    sinceStart.start();
    // Sorting a million rows takes large blocks on several threads for a moment; given back at once
    // they leave 100 MB in use, kept in the allocator's arenas they leave 250 MB.
    mallopt(M_ARENA_MAX, 2);
    mallopt(M_MMAP_THRESHOLD, 2 * 1024 * 1024);
    mallopt(M_TRIM_THRESHOLD, 8 * 1024 * 1024);
    QApplication::setOrganizationName(u"tanaban"_s);
    QApplication::setApplicationName(u"tanaban"_s);
    const auto isForPerson = [](const char *argument) {
        return qstrncmp(argument, "--shots", 7) != 0 && qstrncmp(argument, "--bench", 7) != 0;
    };
    if (std::all_of(argv, argv + argc, isForPerson))
        ui::useChosenScale();
    QApplication application(argc, argv);
    QApplication::setApplicationVersion(QStringLiteral(TANABAN_VERSION));
    QApplication::setDesktopFileName(u"tanaban"_s);

    const auto read = ui::readCommandLine(QApplication::arguments());
    if (const auto *said = std::get_if<ui::SaidInstead>(&read))
        return say(*said);
    const auto &options = std::get<ui::StartOptions>(read);
    const bool measured = options.bench || !options.benchWriter.isEmpty();
    if (!options.shots.isEmpty() || measured) // not with one person's columns and panels
        QApplication::setApplicationName(u"tanaban-pictures"_s);
    if (QApplication::applicationName() != u"tanaban"_s)
        QSettings().clear(); // nor with those of the last pictures
    ui::useLanguage(options.language);
    ui::Theme theme(application, options.theme);
    ui::fitDialogsToScreens();
    storage::SqlGate gate;
    SystemClock clock;
    ui::Desktop desktop({gate,
                         clock,
                         [](const DatabaseUrl &url) -> std::unique_ptr<IntentJournal> {
                             return std::make_unique<storage::FileIntentJournal>(url);
                         },
                         computerLogin(),
                         usualDemoRows,
                         files::tableWriterFor,
                         files::rowReaderFor},
                        theme);
    bool restarts = false;
    QObject::connect(&desktop, &ui::Desktop::restartWanted, &application, [&restarts] {
        restarts = true;
        ui::forgetScale();
        QApplication::quit();
    });
    desktop.start(options.database, options.actor);
    ui::Shots shots(desktop, theme, options.looks, options.shots);
    QObject::connect(&shots, &ui::Shots::finished, &application, &QApplication::exit);
    if (!options.shots.isEmpty())
        shots.start();
    ui::WindowBench bench(desktop, sinceStart);
    QObject::connect(&bench, &ui::WindowBench::finished, &application, &QApplication::exit);
    if (options.bench)
        bench.start();
    ui::FluentBench fluent(desktop, options.benchWriter);
    QObject::connect(&fluent, &ui::FluentBench::finished, &application, &QApplication::exit);
    if (!options.benchWriter.isEmpty())
        fluent.start();
    const int status = QApplication::exec();
    if (restarts)
        QProcess::startDetached(QApplication::applicationFilePath(),
                                ui::argumentsAgain(QApplication::arguments().mid(1)));
    return status;
}
