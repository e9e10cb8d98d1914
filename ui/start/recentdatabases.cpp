#include "ui/start/recentdatabases.h"

#include <QFileInfo>
#include <QSettings>

namespace tanaban::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostRecent = 8;
constexpr QLatin1String recentKey("recentDatabases");

void keep(const QList<DatabaseUrl> &databases)
{
    QStringList texts;
    for (const DatabaseUrl &url : databases)
        texts << url.toString();
    QSettings().setValue(recentKey, texts);
}

} // namespace

QList<DatabaseUrl> recentDatabases()
{
    QList<DatabaseUrl> databases;
    for (const QString &text : QSettings().value(recentKey).toStringList()) {
        if (const auto url = DatabaseUrl::parse(text))
            databases << *url;
    }
    return databases;
}

void rememberDatabase(const DatabaseUrl &url)
{
    QList<DatabaseUrl> databases = recentDatabases();
    databases.removeAll(url);
    databases.prepend(url);
    keep(databases.first(std::min(qsizetype(mostRecent), databases.size())));
}

void forgetDatabase(const DatabaseUrl &url)
{
    QList<DatabaseUrl> databases = recentDatabases();
    databases.removeAll(url);
    keep(databases);
}

QString shortNameOf(const DatabaseUrl &url)
{
    if (url.engine == DatabaseUrl::Engine::Sqlite)
        return QFileInfo(url.path).fileName();
    return url.database + u" · " + url.hosts;
}

QString whereIs(const DatabaseUrl &url)
{
    return url.engine == DatabaseUrl::Engine::Sqlite ? url.path : url.toString();
}

} // namespace tanaban::ui
