#include "storage/conninfo.h"

#include <libpq-fe.h>

namespace tanaban::storage {

using namespace Qt::StringLiterals;

namespace {

QString quoted(QString value)
{
    value.replace(u'\\', u"\\\\"_s).replace(u'\'', u"\\'"_s);
    return u"'"_s + value + u"'"_s;
}

} // namespace

QString conninfoOf(const ConnectionConfig &config)
{
    const DatabaseUrl &url = config.url;
    QString text = u"host=%1 dbname=%2"_s.arg(quoted(url.hosts), quoted(url.database));
    if (!url.ports.isEmpty())
        text += u" port=%1"_s.arg(quoted(url.ports));
    if (!url.user.isEmpty())
        text += u" user=%1"_s.arg(quoted(url.user));
    std::map<QString, QString> settings{{u"connect_timeout"_s, u"5"_s},
                                        {u"keepalives_idle"_s, u"10"_s},
                                        {u"keepalives_interval"_s, u"3"_s},
                                        {u"keepalives_count"_s, u"3"_s},
                                        {u"tcp_user_timeout"_s, u"10000"_s},
                                        {u"application_name"_s, u"tanaban"_s}};
    for (const auto &[name, value] : url.options)
        settings[name] = value;
    for (const auto &[name, value] : settings)
        text += u" %1=%2"_s.arg(name, quoted(value));
    return text;
}

QByteArray conninfoWithPassword(const ConnectionConfig &config)
{
    QString text = conninfoOf(config);
    if (!config.password.isEmpty())
        text += u" password="_s + quoted(config.password);
    return text.toUtf8();
}

bool passwordIsNeeded(const ConnectionConfig &config)
{
    Connection::refuseForbiddenThread();
    PGconn *connection = PQconnectdb(conninfoWithPassword(config).constData());
    const bool failed = PQstatus(connection) != CONNECTION_OK;
    // Given, and yet not let in: then it was not the right one, or it opens nothing here.
    const bool needed = failed
                        && (PQconnectionNeedsPassword(connection) != 0
                            || PQconnectionUsedPassword(connection) != 0);
    PQfinish(connection);
    return needed;
}

} // namespace tanaban::storage
