#include "tests/ui/walk/sources.h"

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>

#include <map>

namespace tanaban::test {

using namespace Qt::StringLiterals;

std::set<QString> classesFrom(const QString &base, const QString &folder)
{
    static const QRegularExpression head(
        u"\\bclass (\\w+)(?: final)?\\s*:\\s*public (?:\\w+::)*(\\w+)"_s);
    std::map<QString, QString> baseOf;
    QDirIterator files(folder, {u"*.h"_s, u"*.cpp"_s}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (!file.open(QIODevice::ReadOnly))
            qFatal("%s cannot be read", qPrintable(file.fileName()));
        for (const QRegularExpressionMatch &match :
             head.globalMatch(QString::fromUtf8(file.readAll())))
            baseOf[match.captured(1)] = match.captured(2);
    }
    std::set<QString> found;
    for (const auto &[name, parent] : baseOf) {
        QString ancestor = parent;
        while (ancestor != base && baseOf.contains(ancestor))
            ancestor = baseOf[ancestor];
        if (ancestor == base)
            found.insert(name);
    }
    for (const auto &[name, parent] : baseOf)
        found.erase(parent);
    return found;
}

} // namespace tanaban::test
