#include "ui/conflict/conflictdialog.h"

namespace tanaban::ui {

namespace {

constexpr int conflictWidth = 520;

} // namespace

ConflictDialog::ConflictDialog(FormServices &services,
                               const StockCommand &command,
                               const Glance &seen,
                               const FreshGlance &fresh,
                               QWidget *parent)
    : OvertakenDialog(services, conflictWidth, parent)
    , m_command(command)
    , m_seen(seen)
{
    present(fresh);
}

void ConflictDialog::present(const FreshGlance &fresh)
{
    m_fresh = fresh;
    showPicture(pictureOf(m_command, m_seen, fresh));
}

void ConflictDialog::send(Submission &submission)
{
    m_command = insistingOn(m_command, m_fresh.view.versions());
    submission.submit(m_command, ConflictPolicy::Ask, m_fresh.view.stocks());
}

void ConflictDialog::reload()
{
    setLoading(true);
    services().background.run(
        this,
        [&store = services().store, action = m_command.action, seen = m_seen] {
            return readFresh(store, action, seen);
        },
        [this](const Read<FreshGlance> &fresh) {
            if (fresh)
                present(*fresh);
            else
                tellFailure(fresh.error());
        });
}

} // namespace tanaban::ui
