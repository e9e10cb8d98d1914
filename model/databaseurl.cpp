#include "model/databaseurl.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <array>

namespace tanaban {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array allowedOptions{u"sslmode",
                                    u"sslrootcert",
                                    u"connect_timeout",
                                    u"target_session_attrs"};

struct UrlText
{
    Q_DECLARE_TR_FUNCTIONS(DatabaseUrl)
};

QString encoded(const QString &text, const QByteArray &keep)
{
    return QString::fromLatin1(text.toUtf8().toPercentEncoding(keep));
}

/// The text behind percent signs, or nothing when they are not followed by two hexadecimal digits
/// or do not make UTF-8.
std::optional<QString> decoded(const QString &text)
{
    for (qsizetype i = text.indexOf(u'%'); i >= 0; i = text.indexOf(u'%', i + 1)) {
        bool number = false;
        const QString digits = text.mid(i + 1, 2);
        if (digits.size() != 2 || digits.startsWith(u'+') || digits.startsWith(u'-'))
            return std::nullopt;
        digits.toInt(&number, 16);
        if (!number)
            return std::nullopt;
    }
    const QByteArray bytes = QByteArray::fromPercentEncoding(text.toUtf8());
    const QString result = QString::fromUtf8(bytes);
    if (result.toUtf8() != bytes)
        return std::nullopt;
    return result;
}

bool hasControls(const QString &text)
{
    return std::any_of(text.begin(), text.end(), [](QChar character) {
        return character.category() == QChar::Other_Control
               || character.category() == QChar::Other_Format
               || character.category() == QChar::Separator_Line
               || character.category() == QChar::Separator_Paragraph;
    });
}

/// What could end one libpq setting and start another.
bool couldSmuggle(const QString &text)
{
    return hasControls(text) || std::any_of(text.begin(), text.end(), [](QChar character) {
               return character.isSpace() || QStringView(u"'\"\\=").contains(character);
           });
}

bool isHost(const QString &host)
{
    // Names and addresses, [::1], and folders of Unix sockets.
    return !host.isEmpty() && std::all_of(host.begin(), host.end(), [](QChar character) {
        return character.isLetterOrNumber() || QStringView(u"-._:/~").contains(character);
    });
}

bool isPort(const QString &port)
{
    const bool digits = !port.isEmpty() && port.size() <= 5
                        && std::all_of(port.begin(), port.end(), [](QChar digit) {
                               return digit >= u'0' && digit <= u'9';
                           });
    return digits && port.toInt() >= 1 && port.toInt() <= 65535;
}

QString refusedPassword()
{
    return UrlText::tr(
        "A password must not stand in the address, where others can read it. Leave it "
        "out: it is asked for, or taken from libpq's password file (~/.pgpass, or the "
        "file that PGPASSFILE names).");
}

QString refusedCharacters(const QString &part)
{
    return UrlText::tr("“%1” contains characters that cannot be part of a database address.")
        .arg(part);
}

/// "host:port,[::1]:port" into two lists; the sentence of what is wrong, or nothing.
QString readHosts(const QString &text, DatabaseUrl &url)
{
    QStringList hosts;
    QStringList ports;
    for (const QString &part : text.split(u',')) {
        const auto plain = decoded(part);
        if (!plain)
            return refusedCharacters(part);
        const qsizetype bracket = plain->startsWith(u'[') ? plain->indexOf(u']') : -1;
        const qsizetype colon = plain->indexOf(u':', std::max<qsizetype>(bracket, 0));
        QString host = colon < 0 ? *plain : plain->left(colon);
        const QString port = colon < 0 ? QString() : plain->mid(colon + 1);
        if (bracket > 0)
            host = host.mid(1, bracket - 1) + host.mid(bracket + 1);
        if (!isHost(host) || (bracket < 0 && host.contains(u':')))
            return UrlText::tr("“%1” is not the name of a server.").arg(part);
        if (colon >= 0 && !isPort(port))
            return UrlText::tr("“%1” is not a port: 1 to 65535 are possible.").arg(port);
        hosts += host;
        ports += port;
    }
    url.hosts = hosts.join(u',');
    const bool anyPort = std::any_of(
        ports.begin(), ports.end(), [](const QString &port) { return !port.isEmpty(); });
    url.ports = anyPort ? ports.join(u',') : QString();
    return {};
}

QString readOptions(const QString &text, DatabaseUrl &url)
{
    if (text.isEmpty())
        return {};
    for (const QString &part : text.split(u'&')) {
        const qsizetype equals = part.indexOf(u'=');
        const QString name = equals < 0 ? part : part.left(equals);
        if (name.compare(u"password"_s, Qt::CaseInsensitive) == 0)
            return refusedPassword();
        const bool known = std::any_of(
            allowedOptions.begin(), allowedOptions.end(), [&name](const char16_t *option) {
                return name == QStringView(option);
            });
        if (!known) {
            return UrlText::tr("The option “%1” is not known. Possible are sslmode, sslrootcert, "
                               "connect_timeout and target_session_attrs.")
                .arg(name);
        }
        const auto value = equals < 0 ? std::nullopt : decoded(part.mid(equals + 1));
        if (!value || value->isEmpty())
            return UrlText::tr("The option “%1” needs a value.").arg(name);
        // A path of a certificate may contain spaces; storage quotes values.
        const bool smuggles = name == u"sslrootcert"_s
                                  ? hasControls(*value) || value->contains(u'\'')
                                        || value->contains(u'\\')
                                  : couldSmuggle(*value);
        if (smuggles)
            return refusedCharacters(*value);
        if (!url.options.emplace(name, *value).second)
            return UrlText::tr("The option “%1” is given twice.").arg(name);
    }
    return {};
}

Result<DatabaseUrl, QString> parsePostgres(const QString &text)
{
    DatabaseUrl url;
    url.engine = DatabaseUrl::Engine::Postgres;
    const qsizetype question = text.indexOf(u'?');
    const QString address = question < 0 ? text : text.left(question);
    const qsizetype slash = address.indexOf(u'/');
    const QString server = slash < 0 ? address : address.left(slash);
    const qsizetype at = server.lastIndexOf(u'@');
    const QString user = at < 0 ? QString() : server.left(at);
    if (user.contains(u':'))
        return fail(refusedPassword());
    const auto plainUser = decoded(user);
    const auto plainDatabase = decoded(slash < 0 ? QString() : address.mid(slash + 1));
    if (!plainUser || couldSmuggle(*plainUser))
        return fail(refusedCharacters(user));
    if (!plainDatabase || plainDatabase->isEmpty()) {
        return fail(
            UrlText::tr("The name of the database is missing: postgresql://user@host/database"));
    }
    if (couldSmuggle(*plainDatabase) || plainDatabase->contains(u'/'))
        return fail(refusedCharacters(*plainDatabase));
    url.user = *plainUser;
    url.database = *plainDatabase;
    QString wrong = readHosts(server.mid(at + 1), url);
    if (wrong.isEmpty())
        wrong = readOptions(question < 0 ? QString() : text.mid(question + 1), url);
    if (!wrong.isEmpty())
        return fail(wrong);
    return url;
}

} // namespace

QString DatabaseUrl::toString() const
{
    if (engine == Engine::Sqlite)
        return u"sqlite:"_s + path;
    QString text = u"postgresql://"_s;
    if (!user.isEmpty())
        text += encoded(user, {}) + u'@';
    const QStringList portList = ports.split(u',');
    const QStringList hostList = hosts.split(u',');
    for (qsizetype i = 0; i < hostList.size(); ++i) {
        const QString &host = hostList[i];
        text += i == 0 ? u""_s : u","_s;
        text += host.contains(u':') ? QString(u'[' + host + u']') : encoded(host, {});
        if (i < portList.size() && !portList[i].isEmpty())
            text += u':' + portList[i];
    }
    text += u'/' + encoded(database, {});
    QChar separator = u'?';
    for (const auto &[name, value] : options) {
        text += separator + name + u'=' + encoded(value, "/");
        separator = u'&';
    }
    return text;
}

Result<DatabaseUrl, QString> DatabaseUrl::parse(const QString &text)
{
    if (hasControls(text))
        return fail(UrlText::tr("The database address contains characters that cannot be seen."));
    if (text.startsWith(u"sqlite:"_s)) {
        DatabaseUrl url;
        url.path = text.mid(7);
        if (url.path.isEmpty())
            return fail(UrlText::tr("The path of the file is missing: sqlite:PATH"));
        return url;
    }
    for (const QString &scheme : {u"postgresql://"_s, u"postgres://"_s}) {
        if (text.startsWith(scheme))
            return parsePostgres(text.mid(scheme.size()));
    }
    return fail(UrlText::tr("“%1” is not a database address. It is sqlite:PATH or "
                            "postgresql://user@host/database.")
                    .arg(text));
}

} // namespace tanaban
