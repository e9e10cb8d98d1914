#pragma once

#include "tests/support/testdatabase.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

namespace tanaban::test {

using namespace Qt::StringLiterals;

struct Answer
{
    int status = -1;
    QByteArray out;
    QByteArray err;

    QJsonObject json() const { return QJsonDocument::fromJson(out).object(); }
    QString rule() const { return json()[u"rule"_s].toString(); }
    QString outcome() const { return json()[u"outcome"_s].toString(); }
    qint64 number(const QString &key) const { return json()[key].toInteger(-1); }
};

inline Answer runProgram(const QStringList &arguments, const QString &dataHome)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"XDG_DATA_HOME"_s, dataHome);
    process.setProcessEnvironment(environment);
    process.start(qEnvironmentVariable("TANABAN_BIN") + u"/tanabanctl"_s, arguments);
    process.closeWriteChannel();
    if (!process.waitForFinished(60'000) || process.exitStatus() != QProcess::NormalExit)
        return {-1, {}, process.errorString().toUtf8() + process.readAllStandardError()};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

/// Words parted by spaces; '…' around a word with spaces or nothing in it.
inline QStringList split(const QString &line)
{
    QStringList words;
    static const QRegularExpression word(u"'([^']*)'|(\\S+)"_s);
    for (const QRegularExpressionMatch &match : word.globalMatch(line))
        words += match.capturedLength(2) > 0 ? match.captured(2) : match.captured(1);
    return words;
}

inline qint64 versionOf(const Answer &answer, qint64 id)
{
    const QJsonArray rows = answer.json()[u"rows"_s].toArray();
    for (const QJsonValue &row : rows) {
        if (row[u"id"_s].toInteger() == id)
            return row[u"version"_s].toInteger();
    }
    return 0;
}

/// The built program with a home of its own.
class Program
{
public:
    Answer run(const QString &line) const { return runProgram(split(line), home.path()); }
    Answer run(const TestDatabase &database,
               const QString &line,
               const QString &login = u"tester"_s) const
    {
        DatabaseUrl url = database.url();
        if (database.isPostgres())
            url.user = login;
        return runProgram(QStringList{u"--db"_s, url.toString(), u"--as"_s, login, u"--json"_s}
                              + split(line),
                          home.path());
    }

    QTemporaryDir home;
};

} // namespace tanaban::test
