#include "storage/fileintentjournal.h"
#include "storage/gate.h"

#include <QCoreApplication>
#include <QFile>
#include <QRandomGenerator>

#include <pwd.h>
#include <unistd.h>

#include "cli/cli.h"
#include "files/fileformats.h"

using namespace tanaban;

namespace {

QString computerLogin()
{
    const passwd *entry = getpwuid(getuid());
    return entry ? QString::fromLocal8Bit(entry->pw_name) : QString();
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    QFile out;
    QFile err;
    if (!out.open(stdout, QIODevice::WriteOnly) || !err.open(stderr, QIODevice::WriteOnly))
        return int(cli::ExitStatus::WrongUsage);
    storage::SqlGate gate;
    SystemClock clock;
    cli::Environment environment{gate,
                                 clock,
                                 [](const DatabaseUrl &url) -> std::unique_ptr<IntentJournal> {
                                     return std::make_unique<storage::FileIntentJournal>(url);
                                 },
                                 [] { return QRandomGenerator::global()->generateDouble(); },
                                 computerLogin(),
                                 files::tableWriterFor,
                                 files::rowReaderFor,
                                 out,
                                 err};
    return cli::run(QCoreApplication::arguments().mid(1), environment);
}
