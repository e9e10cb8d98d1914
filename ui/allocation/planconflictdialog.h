#pragma once

#include "ui/allocation/planconflict.h"
#include "ui/conflict/overtakendialog.h"

namespace tanaban::ui {

/// The plan on the screen was overtaken: shows the old plan and the new one of all lines that
/// changed, and who did what to their stock. Going on commits exactly the new plan.
class PlanConflictDialog : public OvertakenDialog
{
    Q_OBJECT

public:
    /// `seen` did not happen; `hand`: what was typed into it.
    PlanConflictDialog(FormServices &services,
                       const DeskRequest &seen,
                       const HandPicks &hand,
                       const FreshPlan &fresh,
                       QWidget *parent);

    /// What is shown now, and was committed when it was.
    const FreshPlan &shown() const { return m_fresh; }

protected:
    void send(Submission &submission) override;
    void reload() override;
    void renewId() override { m_id = newCommandId(); }

private:
    void present(const FreshPlan &fresh);

    DeskRequest m_seen;
    HandPicks m_hand;
    FreshPlan m_fresh;
    QUuid m_id;
    QJsonObject m_asked; ///< what that id stands for
};

} // namespace tanaban::ui
