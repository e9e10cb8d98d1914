#pragma once

#include "model/databaseurl.h"

#include <QJsonArray>
#include <QLockFile>

#include <map>
#include <memory>

namespace tanaban::ui {

/// What somebody has typed and not sent, kept on this computer so that a program that was killed
/// shows it again. One file per running program, database and person, held by a lock; a file whose
/// program is gone is taken over. When the folder cannot be written, nothing is kept.
class DraftKeeper
{
public:
    /// `folder` empty: the user's own data folder.
    DraftKeeper(const DatabaseUrl &url, const QString &actor, const QString &folder = {});
    ~DraftKeeper();
    DraftKeeper(const DraftKeeper &) = delete;
    DraftKeeper &operator=(const DraftKeeper &) = delete;

    /// Keeps these for the window with this number, instead of what was kept for it before. They are
    /// in the file when this returns.
    void keep(int window, const QJsonArray &drafts);
    /// What was kept for this window; the first that asks gets what programs have left that are
    /// gone. It stays in the file until the window keeps something else.
    QJsonArray take(int window);

private:
    void takeOver(const QString &folder, const QString &name);
    void write();

    QString m_path;
    std::unique_ptr<QLockFile> m_lock;
    std::map<int, QJsonArray> m_windows;
    QJsonArray m_left; ///< by programs that are gone
};

} // namespace tanaban::ui
