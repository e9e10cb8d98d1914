#pragma once

#include "ui/conflict/overtakendialog.h"

namespace tanaban::ui {

/// Somebody changed the stock while it was being looked at: shows what was seen and what is there
/// now, who did what in between, and what would happen; the person decides.
class ConflictDialog : public OvertakenDialog
{
    Q_OBJECT

public:
    /// `command` did not happen. `seen` is what the person looked at.
    ConflictDialog(FormServices &services,
                   const StockCommand &command,
                   const Glance &seen,
                   const FreshGlance &fresh,
                   QWidget *parent);

    /// What is shown now: what a form adopts when it is returned to.
    const Glance &shown() const { return m_fresh.view; }
    /// The command that was sent last.
    const StockCommand &command() const { return m_command; }

protected:
    void send(Submission &submission) override;
    void reload() override;
    void renewId() override { m_command.id = newCommandId(); }

private:
    void present(const FreshGlance &fresh);

    StockCommand m_command;
    Glance m_seen;
    FreshGlance m_fresh;
};

} // namespace tanaban::ui
