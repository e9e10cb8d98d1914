#include "ui/allocation/planconflictdialog.h"

namespace tanaban::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int planConflictWidth = 600;

} // namespace

PlanConflictDialog::PlanConflictDialog(FormServices &services,
                                       const DeskRequest &seen,
                                       const HandPicks &hand,
                                       const FreshPlan &fresh,
                                       QWidget *parent)
    : OvertakenDialog(services, planConflictWidth, parent)
    , m_seen(seen)
    , m_hand(hand)
    , m_id(seen.command.id)
    , m_asked(intentOf(seen.command).asked)
{
    setObjectName(u"planConflictDialog"_s);
    setHeadline(tr("The plan was overtaken: stock or orders changed"));
    present(fresh);
}

void PlanConflictDialog::present(const FreshPlan &fresh)
{
    m_fresh = fresh;
    AllocationCommand &command = m_fresh.request.command;
    command.actor = m_seen.command.actor;
    // Other picks by hand are another wish, and an id stands for one.
    const QJsonObject asked = intentOf(command).asked;
    if (std::exchange(m_asked, asked) != asked)
        renewId();
    command.id = m_id;
    showPicture(pictureOf(m_seen, m_fresh));
}

void PlanConflictDialog::send(Submission &submission)
{
    m_fresh.request.command.id = m_id;
    submission.submit(m_fresh.request.command, m_fresh.request.planned);
}

void PlanConflictDialog::reload()
{
    setLoading(true);
    services().background.run(
        this,
        [&store = services().store, seen = m_seen, hand = m_hand] {
            return readFreshPlan(store, seen, hand);
        },
        [this](const Read<FreshPlan> &fresh) {
            if (fresh)
                present(*fresh);
            else
                tellFailure(fresh.error());
        });
}

} // namespace tanaban::ui
