#include "ui/backup/copysettings.h"

#include "ui/forms/formtext.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QSettings>

namespace tanaban::ui {

using namespace Qt::StringLiterals;

namespace {

struct CopyText
{
    Q_DECLARE_TR_FUNCTIONS(CopyText)
};

QString keyOf(const DatabaseUrl &url, const QString &name)
{
    const QByteArray hash = QCryptographicHash::hash(url.toString().toUtf8(),
                                                     QCryptographicHash::Sha256);
    return u"copies/%1/%2"_s.arg(QString::fromLatin1(hash.toHex().left(16)), name);
}

} // namespace

CopySettings CopySettings::of(const DatabaseUrl &url)
{
    const QSettings settings;
    const QFileInfo file(url.path);
    CopySettings set;
    set.daily = settings.value(keyOf(url, u"daily"_s), true).toBool();
    set.copies.keep = std::max(1, settings.value(keyOf(url, u"keep"_s), set.copies.keep).toInt());
    set.copies.folder =
        settings.value(keyOf(url, u"folder"_s), file.dir().filePath(u"copies"_s)).toString();
    set.copies.name = file.completeBaseName();
    return set;
}

void CopySettings::keepFor(const DatabaseUrl &url) const
{
    QSettings settings;
    settings.setValue(keyOf(url, u"daily"_s), daily);
    settings.setValue(keyOf(url, u"keep"_s), copies.keep);
    settings.setValue(keyOf(url, u"folder"_s), copies.folder);
}

QString copyFailureText(const ReadFailure &failure)
{
    // The database is read from while it works: what cannot be reached is the copy.
    if (failure.kind != ReadFailure::Kind::Refused && failure.kind != ReadFailure::Kind::Unavailable)
        return readFailureText(failure);
    return CopyText::tr(
               "It could not be written: %1. Choose another folder, and look whether there "
               "is room on the disk.")
        .arg(failure.detail);
}

} // namespace tanaban::ui
