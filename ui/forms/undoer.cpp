#include "ui/forms/undoer.h"

#include "ui/forms/formtext.h"

namespace tanaban::ui {

Undoer::Undoer(FormServices &services, QObject *parent)
    : QObject(parent)
    , m_services(services)
    , m_submission(services, nullptr)
{
    m_over.setSingleShot(true);
    connect(&m_over, &QTimer::timeout, this, [this] { withdraw({}); });
    connect(&m_submission, &Submission::finished, this, &Undoer::onFinished);
    connect(&m_submission, &Submission::stateChanged, this, [this] {
        if (m_submission.state() == Submission::State::Checking)
            Q_EMIT message(tr("Checking whether it was undone…"));
        Q_EMIT busyChanged(!isIdle());
        Q_EMIT changed();
    });
}

void Undoer::offer(const QUuid &command, const QString &kind, const QString &deed)
{
    m_command = command;
    m_kind = kind;
    m_deed = deed;
    m_why.clear();
    m_over.start(m_services.timing.undoOffered);
    Q_EMIT changed();
}

void Undoer::undo()
{
    if (deed().isEmpty())
        return;
    StockCommand command;
    command.id = newCommandId();
    //: Stands in the history as the reason of what took something back.
    command.action = Undo{m_command, m_kind, tr("Undo")};
    m_undoing = m_command;
    m_undoingDeed = m_deed;
    m_submission.submit(command, ConflictPolicy::Ask, {});
}

void Undoer::passOver()
{
    withdraw(tr("What was done last from this window cannot be undone."));
}

QString Undoer::whyNot() const
{
    if (!isIdle())
        return tr("It is being undone.");
    return m_why.isEmpty()
               ? tr("Nothing was done from this window in the last ten minutes that could "
                    "be undone.")
               : m_why;
}

void Undoer::withdraw(const QString &why)
{
    m_deed.clear();
    m_why = why;
    m_over.stop();
    Q_EMIT changed();
}

/// What was done after it can still be taken back.
void Undoer::withdrawUndone(const QString &why)
{
    if (m_command == m_undoing)
        withdraw(why);
}

void Undoer::onFinished(const CommandResult &result)
{
    const QString deed = m_undoingDeed;
    if (const auto *committed = std::get_if<Committed>(&result.outcome)) {
        withdrawUndone({});
        //: %1 is a sentence that says what had been done.
        Q_EMIT message(tr("Undone: %1").arg(deed));
        std::vector<qint64> ids;
        for (const auto &[id, version] : committed->stockVersions)
            ids.push_back(id);
        Q_EMIT stockChanged(ids);
    } else if (const auto *rejected = std::get_if<Rejected>(&result.outcome)) {
        QString why = messageOf(rejected->error);
        why.replace(u'\n', u' ');
        withdrawUndone(why);
        Q_EMIT message(tr("Not undone: %1").arg(why));
    } else if (const auto *busy = std::get_if<Busy>(&result.outcome)) {
        Q_EMIT message(busyText(*busy));
    } else {
        Q_EMIT message(
            tr("Others are changing this stock just now. Nothing was undone; try again."));
    }
}

} // namespace tanaban::ui
