#include "ui/draftkeeper.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>
#include <QStandardPaths>
#include <QUuid>

namespace tanaban::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1String windowsKey("windows");

/// Never stale by age: only when the program that held it is gone.
std::unique_ptr<QLockFile> lockOf(const QString &path)
{
    auto lock = std::make_unique<QLockFile>(path + u".lock"_s);
    lock->setStaleLockTime(0);
    return lock->tryLock(0) ? std::move(lock) : nullptr;
}

} // namespace

DraftKeeper::DraftKeeper(const DatabaseUrl &url, const QString &actor, const QString &folder)
{
    const QString place = folder.isEmpty() ? QStandardPaths::writableLocation(
                                                 QStandardPaths::AppLocalDataLocation)
                                                 + u"/drafts"_s
                                           : folder;
    if (!QDir().mkpath(place))
        return;
    const QByteArray who = (url.toString() + u'\n' + actor).toUtf8();
    const QString name = QString::fromLatin1(
        QCryptographicHash::hash(who, QCryptographicHash::Sha1).toHex().left(16));
    m_path = u"%1/%2-%3.json"_s.arg(place, name, QUuid::createUuid().toString(QUuid::Id128));
    m_lock = lockOf(m_path);
    if (!m_lock) {
        m_path.clear();
        return;
    }
    takeOver(place, name);
}

DraftKeeper::~DraftKeeper()
{
    const bool nothing = std::ranges::all_of(
        m_windows, [](const auto &kept) { return kept.second.isEmpty(); });
    if (nothing && m_left.isEmpty() && !m_path.isEmpty())
        QFile::remove(m_path);
}

/// What is taken over is in the own file before the other one goes.
void DraftKeeper::takeOver(const QString &folder, const QString &name)
{
    const QDir dir(folder);
    for (const QString &file : dir.entryList({name + u"-*.json"_s}, QDir::Files, QDir::Name)) {
        const QString path = dir.filePath(file);
        const auto lock = lockOf(path);
        QFile left(path);
        if (!lock || !left.open(QIODevice::ReadOnly))
            continue;
        const QJsonObject windows =
            QJsonDocument::fromJson(left.readAll()).object().value(windowsKey).toObject();
        for (const QJsonValue &drafts : windows) {
            for (const QJsonValue &draft : drafts.toArray())
                m_left.append(draft);
        }
        write();
        left.remove();
    }
}

void DraftKeeper::keep(int window, const QJsonArray &drafts)
{
    QJsonArray &kept = m_windows[window];
    if (kept == drafts)
        return;
    kept = drafts;
    write();
}

QJsonArray DraftKeeper::take(int window)
{
    QJsonArray &kept = m_windows[window];
    for (const QJsonValue &draft : std::exchange(m_left, {}))
        kept.append(draft);
    return kept;
}

void DraftKeeper::write()
{
    if (m_path.isEmpty())
        return;
    QJsonObject windows;
    for (const auto &[number, drafts] : m_windows)
        windows.insert(QString::number(number), drafts);
    windows.insert(u"left"_s, m_left);
    QSaveFile file(m_path);
    if (!file.open(QIODevice::WriteOnly))
        return;
    file.write(QJsonDocument(QJsonObject{{windowsKey, windows}}).toJson(QJsonDocument::Compact));
    file.commit();
}

} // namespace tanaban::ui
