#include "cli/session.h"

#include <QJsonDocument>

#include "cli/text.h"

namespace tanaban::cli {

using namespace Qt::StringLiterals;

namespace {

QString wordOf(ExitStatus status)
{
    switch (status) {
    case ExitStatus::Done:
        return u"done"_s;
    case ExitStatus::WrongUsage:
        return u"wrong_usage"_s;
    case ExitStatus::RuleSaysNo:
        return u"rejected"_s;
    case ExitStatus::Conflict:
        return u"version_conflict"_s;
    case ExitStatus::NotAllowed:
        return u"not_allowed"_s;
    case ExitStatus::Unavailable:
        return u"unavailable"_s;
    case ExitStatus::Damaged:
        return u"damaged"_s;
    case ExitStatus::Busy:
        return u"busy"_s;
    }
    Q_UNREACHABLE();
}

} // namespace

QString messageOf(const ReadFailure &failure)
{
    const auto sentence = [&failure] {
        switch (failure.kind) {
        case ReadFailure::Kind::Unavailable:
            return Text::tr("The database does not answer.");
        case ReadFailure::Kind::Busy:
            return Text::tr("The database is busy; try again in a moment.");
        case ReadFailure::Kind::Damaged:
            return Text::tr("The database is damaged. Nothing was changed; restore a backup.");
        case ReadFailure::Kind::NotAllowed:
            return Text::tr("You are not allowed to do this.");
        case ReadFailure::Kind::Refused:
            return Text::tr("The database refused this.");
        }
        Q_UNREACHABLE();
    };
    return failure.detail.isEmpty() ? sentence() : QString(sentence() + u' ' + failure.detail);
}

Session::Session(Environment &environment, DatabaseUrl url, QString login, bool json)
    : m_environment(environment)
    , m_url(std::move(url))
    , m_login(std::move(login))
    , m_json(json)
{}

void Session::say(const QString &sentence)
{
    m_environment.err.write((sentence + u'\n').toUtf8());
}

void Session::print(const QString &line)
{
    if (!m_json)
        write((line + u'\n').toUtf8());
}

void Session::document(const QJsonObject &object)
{
    if (m_json)
        write(QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n');
}

void Session::write(const QByteArray &bytes)
{
    m_environment.out.write(bytes);
}

ExitStatus Session::wrongUsage(const QString &sentence)
{
    say(sentence);
    say(Text::tr("See tanabanctl --help."));
    return ExitStatus::WrongUsage;
}

ExitStatus Session::failed(ExitStatus status, const QString &message)
{
    say(message);
    QJsonObject json{{u"outcome"_s, wordOf(status)}, {u"message"_s, message}};
    if (m_command) {
        const QString id = m_command->toString(QUuid::WithoutBraces);
        json[u"command_id"_s] = id;
        if (status == ExitStatus::Unavailable)
            say(Text::tr("command_id %1").arg(id));
    }
    document(json);
    return status;
}

ExitStatus Session::failed(const ReadFailure &failure)
{
    return failed(exitStatusOf(failure), messageOf(failure));
}

ExitStatus Session::failed(const OpenFailure &failure)
{
    QString message = tanaban::messageOf(failure);
    if (!failure.detail.isEmpty() && !message.contains(failure.detail))
        message += u' ' + failure.detail;
    return failed(exitStatusOf(failure), message);
}

Database *Session::open(bool checkPerson)
{
    auto opened = m_environment.gate.open(m_url, m_login, checkPerson);
    if (!opened) {
        m_failure = failed(opened.error());
        if (opened.error().kind == OpenFailure::Kind::Missing && !m_url.path.isEmpty())
            say(Text::tr(
                "\"tanabanctl init\" makes an empty one, \"tanabanctl demo\" one to try out."));
        return nullptr;
    }
    m_database = std::move(opened).value();
    if (const QString copy = m_database->copyOfOlder(); !copy.isEmpty())
        say(Text::tr("The data was brought up to date for this program. As it was before: %1")
                .arg(copy));
    return m_database.get();
}

} // namespace tanaban::cli
