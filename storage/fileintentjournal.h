#pragma once

#include "model/commandrunner.h"
#include "model/databaseurl.h"

#include <QFile>

#include <map>
#include <memory>
#include <mutex>

namespace tanaban::storage {

/// The intent file: one append-only file per running program and database in the user's own data
/// folder, held by a lock. A file whose program is gone holds what that program left unknown.
/// The file is written full length once, so that appending an intent syncs data and no size.
class FileIntentJournal final : public IntentJournal
{
public:
    /// `folder` empty: the user's data folder.
    explicit FileIntentJournal(const DatabaseUrl &url, const QString &folder = {});
    ~FileIntentJournal() override;
    FileIntentJournal(const FileIntentJournal &) = delete;
    FileIntentJournal &operator=(const FileIntentJournal &) = delete;

    bool begin(const AnyCommand &command) override;
    void end(const QUuid &id) override;
    std::vector<AnyCommand> takeUnfinished() override;

private:
    bool note(const AnyCommand &command);
    bool openOwn();
    bool append(const QByteArray &line, bool sync);
    bool startAnew();

    std::mutex m_mutex;
    QString m_folder;
    QString m_path;
    int m_descriptor = -1;
    qint64 m_end = 0;
    std::map<QUuid, QByteArray> m_open; ///< begun, not ended: carried over when the file starts anew
};

} // namespace tanaban::storage
