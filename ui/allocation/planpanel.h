#pragma once

#include "ui/allocation/handpicks.h"
#include "ui/look/tint.h"

#include <QWidget>

class QAction;
class QHBoxLayout;
class QLabel;

namespace tanaban::ui {

class PersonalSettings;
class PlanModel;
class PlanView;
class StripBar;

/// The plan of the selected orders: what it comes to, the stock of each line with why, and what is
/// typed into it by hand.
class PlanPanel : public QWidget
{
    Q_OBJECT

public:
    /// `actions`: offered as buttons beside the summary, the last one as what is usually done.
    PlanPanel(PersonalSettings &settings, const QList<QAction *> &actions, QWidget *parent);

    /// By their place in the book.
    void show(const SharedDesk &desk, const std::vector<int> &orders);
    /// What is typed from the next show() on.
    void setHand(const HandPicks &hand) { m_hand = hand; }

    const HandPicks &hand() const { return m_hand; }
    void clearHand();
    /// Something was typed that a new plan would touch.
    bool isTyping() const;
    /// What would be sent.
    const DeskRequest &request() const { return m_request; }
    /// Why it cannot be sent; empty: it can.
    QString hindrance() const;
    /// Whether the plan can be changed by hand now.
    void setTypingAllowed(bool allowed);

    PlanView &view() { return *m_view; }
    PlanModel &model() { return *m_model; }
    /// Others changed something while the plan is kept as it is.
    StripBar &strip() { return *m_strip; }
    /// What went wrong, in words; empty: nothing.
    void setProblem(const QString &text, Tint colour = Tint::Bad);
    /// Takes a widget between the summary and the plan.
    void addBelowSummary(QWidget *widget);

Q_SIGNALS:
    /// request() or hindrance() is another.
    void changed();

private:
    QWidget *buildHead(const QList<QAction *> &actions);
    void onTyped();
    void tellSummary();
    QString strategiesText() const;

    SharedDesk m_desk;
    std::vector<int> m_orders;
    HandPicks m_hand;
    QString m_fault;
    DeskRequest m_request;
    QLabel *m_summary = nullptr;
    QLabel *m_strategies = nullptr; ///< where each order has its own
    QLabel *m_below = nullptr;
    QLabel *m_problem = nullptr;
    StripBar *m_strip = nullptr;
    PlanModel *m_model = nullptr;
    PlanView *m_view = nullptr;
};

} // namespace tanaban::ui
