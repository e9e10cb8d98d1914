#include "model/dailycopies.h"

#include <QDir>
#include <QFile>

namespace tanaban {

using namespace Qt::StringLiterals;

QString DailyCopies::pathOf(const QDate &day) const
{
    return QDir(folder).filePath(u"%1-%2.db"_s.arg(name, day.toString(Qt::ISODate)));
}

std::vector<QDate> DailyCopies::days() const
{
    std::vector<QDate> days;
    const QString beginning = name + u'-';
    const QStringList files = QDir(folder).entryList(QDir::Files, QDir::Name | QDir::Reversed);
    for (const QString &file : files) {
        if (!file.startsWith(beginning) || !file.endsWith(u".db"_s))
            continue;
        const QDate day = QDate::fromString(file.mid(beginning.size()).chopped(3), Qt::ISODate);
        if (day.isValid() && QFile::exists(pathOf(day)))
            days.push_back(day);
    }
    return days;
}

Read<QString> makeDailyCopy(Database &database, const DailyCopies &copies, const QDate &today)
{
    const QString path = copies.pathOf(today);
    if (QFile::exists(path))
        return QString();
    if (!QDir().mkpath(copies.folder))
        return fail(ReadFailure{ReadFailure::Kind::Refused, copies.folder});
    if (const auto done = database.backup(path); !done) {
        if (QFile::exists(path))
            return QString(); // another program on this file was faster
        return fail(ReadFailure(done.error()));
    }
    const std::vector<QDate> days = copies.days();
    for (size_t i = size_t(std::max(copies.keep, 1)); i < days.size(); ++i)
        QFile::remove(copies.pathOf(days[i]));
    return path;
}

} // namespace tanaban
