#include "model/defaultdatabase.h"

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

namespace tanaban {

using namespace Qt::StringLiterals;

DatabaseUrl defaultDatabase()
{
    // Not AppDataLocation: it depends on the application's name, and the two programs have two.
    DatabaseUrl url;
    url.path = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation)
               + u"/tanaban/tanaban.db"_s;
    return url;
}

bool ensureDefaultFolder(const DatabaseUrl &url)
{
    if (!(url == defaultDatabase()))
        return true;
    return QDir().mkpath(QFileInfo(url.path).absolutePath());
}

} // namespace tanaban
