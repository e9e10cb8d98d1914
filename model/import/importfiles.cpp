#include "model/import/importfiles.h"

#include "model/import/importtext.h"

#include <QFile>

namespace tanaban {

namespace {

constexpr qint64 largestFile = 256LL * 1024 * 1024;

} // namespace

Result<QByteArray, QString> importContent(const QString &name)
{
    QFile file(name);
    const auto unreadable = [&] {
        return ImportText::tr("%1 cannot be read: %2").arg(name, file.errorString());
    };
    if (!file.open(QIODevice::ReadOnly))
        return fail(unreadable());
    if (file.size() > largestFile)
        return fail(ImportText::tr("%1 is larger than 256 MB.").arg(name));
    QByteArray content = file.readAll();
    if (file.error() != QFileDevice::NoError)
        return fail(unreadable());
    return content;
}

Result<ImportMapping, QString> importMapping(const QString &name, ImportKind kind)
{
    const auto json = importContent(name);
    if (!json)
        return fail(QString(json.error()));
    auto mapping = ImportMapping::parse(*json, kind);
    if (!mapping) {
        return fail(ImportText::tr("The mapping %1 cannot be used: %2.").arg(name, mapping.error()));
    }
    return mapping;
}

} // namespace tanaban
