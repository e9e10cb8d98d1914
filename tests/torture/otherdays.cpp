#include "tests/torture/otherdays.h"

#include <QFile>

namespace tanaban::test {

namespace {

constexpr int longestRun = 60'000;

/// Makes tables anew that others refer to, changes every row, and adds what was not there.
const char *const commonStep =
    "CREATE TABLE tomorrow (code $text PRIMARY KEY, amount $qty NOT NULL) $table;\n"
    "INSERT INTO tomorrow SELECT product_code, sum(on_hand) FROM stock "
    "GROUP BY product_code;\n"
    "ALTER TABLE products ADD COLUMN note $text;\n"
    "UPDATE products SET note = name;\n";
const char *const sqliteStep =
    "CREATE TABLE lots_anew (product_code TEXT NOT NULL REFERENCES products, lot TEXT NOT NULL, "
    "expires_on TEXT, version INTEGER NOT NULL DEFAULT 1, PRIMARY KEY (product_code, lot)) "
    "STRICT, WITHOUT ROWID;\n"
    "INSERT INTO lots_anew SELECT product_code, lot, expires_on, version FROM lots;\n"
    "DROP TABLE lots;\n"
    "ALTER TABLE lots_anew RENAME TO lots;\n"
    "CREATE INDEX lots_by_expiry_anew ON lots (expires_on);\n";

} // namespace

OtherDays::OtherDays()
    : m_today(QProcessEnvironment::systemEnvironment())
{
    writeStep(u"tomorrow"_s, sqliteStep);
    writeStep(u"broken"_s, QByteArray(sqliteStep) + "INSERT INTO no_such_table VALUES (1);\n");
    writeStep(u"loose"_s, "DELETE FROM lots;\n"); // stock refers to them
    m_today.insert(u"XDG_DATA_HOME"_s, m_folder.path());
    m_tomorrow = brokenProgram(u"tomorrow"_s);
}

void OtherDays::writeStep(const QString &folder, const QByteArray &sqlite)
{
    const QDir dir(m_folder.filePath(folder));
    dir.mkpath(u"."_s);
    const std::pair<QString, QByteArray> parts[] = {
        {u""_s, commonStep}, {u".sqlite"_s, sqlite}, {u".postgres"_s, {}}};
    for (const auto &[part, content] : parts) {
        QFile file(dir.filePath(u"%1_tomorrow%2.sql"_s.arg(tomorrow).arg(part)));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("%s cannot be written", qPrintable(file.fileName()));
    }
}

QProcessEnvironment OtherDays::brokenProgram(const QString &how) const
{
    QProcessEnvironment environment = m_today;
    environment.insert(u"TANABAN_MORE_MIGRATIONS"_s, m_folder.filePath(how));
    return environment;
}

QProcessEnvironment OtherDays::olderProgram(int schema) const
{
    QProcessEnvironment environment = m_today;
    environment.insert(u"TANABAN_LAST_MIGRATION"_s, QString::number(schema));
    return environment;
}

QString OtherDays::program()
{
    return QCoreApplication::applicationDirPath() + u"/tanabanctl_seeded"_s;
}

std::unique_ptr<QProcess> OtherDays::start(const DatabaseUrl &url,
                                           const QString &line,
                                           const QProcessEnvironment &environment)
{
    const QString login = url.user.isEmpty() ? QString::fromLatin1(TestDatabase::login) : url.user;
    auto process = std::make_unique<QProcess>();
    process->setProcessEnvironment(environment);
    process->start(program(),
                   QStringList{u"--db"_s, url.toString(), u"--as"_s, login, u"--json"_s}
                       + split(line));
    return process;
}

Ended OtherDays::wait(QProcess &process)
{
    if (!process.waitForFinished(longestRun))
        qFatal("%s does not end", qPrintable(process.arguments().join(u' ')));
    return {process.exitStatus() == QProcess::CrashExit,
            process.exitCode(),
            process.readAllStandardOutput(),
            process.readAllStandardError()};
}

Ended OtherDays::run(const DatabaseUrl &url,
                     const QString &line,
                     const QProcessEnvironment &environment)
{
    return wait(*start(url, line, environment));
}

} // namespace tanaban::test
