#include "ui/backup/dailybackup.h"

#include "ui/backup/copysettings.h"
#include "ui/session.h"

#include <QDir>

namespace tanaban::ui {

namespace {

constexpr int firstLookMilliseconds = 120'000;
constexpr int nextLooksMilliseconds = 3'600'000;

} // namespace

DailyBackup::DailyBackup(Session &session, QObject *parent)
    : QObject(parent)
    , m_session(session)
{
    connect(&m_timer, &QTimer::timeout, this, [this] {
        m_timer.setInterval(nextLooksMilliseconds);
        look();
    });
    m_timer.start(firstLookMilliseconds);
}

void DailyBackup::look()
{
    const bool isFile = m_session.url().engine == DatabaseUrl::Engine::Sqlite;
    if (!isFile || m_working || m_session.state() != Session::State::Open)
        return;
    const CopySettings settings = CopySettings::of(m_session.url());
    if (!settings.daily)
        return;
    m_working = true;
    m_session.runner().run(
        this,
        [&session = m_session, copies = settings.copies] {
            return session.makeDailyCopy(copies, QDate::currentDate());
        },
        [this](const Read<QString> &made) {
            m_working = false;
            if (!made)
                Q_EMIT message(
                    tr("The daily copy could not be made. %1").arg(copyFailureText(made.error())));
            else if (!made->isEmpty())
                Q_EMIT message(
                    tr("The daily copy was made: %1").arg(QDir::toNativeSeparators(*made)));
        });
}

} // namespace tanaban::ui
