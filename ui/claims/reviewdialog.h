#pragma once

#include "ui/claims/reviewmodel.h"
#include "ui/forms/submission.h"
#include "ui/place.h"

#include <QDialog>
#include <QPointer>

#include <set>

class QLabel;
class QPushButton;
class QTableView;

namespace tanaban::ui {

class ReasonBox;
class WaitingBar;

/// What is set aside for orders: all that waits for review, or all that one order has. Some or all of
/// it is agreed to, or given back with a reason, in one step each.
class ReviewDialog : public QDialog
{
    Q_OBJECT

public:
    /// `order`: the number of one; empty: what waits for review, of all orders.
    ReviewDialog(const PlaceServices &services, const QString &order, QWidget *parent);

    void reject() override;
    /// Reads again, unless something is being sent.
    void refresh();
    /// Something is being sent.
    bool busy() const;
    const ReviewModel &model() const { return *m_model; }

Q_SIGNALS:
    /// One sentence for the status line.
    void message(const QString &text);
    /// Somebody wants to see an order.
    void wanted(const tanaban::ui::Target &target);
    /// Something was agreed to or given back.
    void decided();

private:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void build();
    void buildTable();
    QWidget *buildReason();
    QWidget *buildButtons();
    void read();
    void present(const std::vector<Claim> &claims);
    void select(const std::set<qint64> &wanted);
    std::vector<Claim> chosen() const;
    void onChosen();
    QString titleText() const;
    QString hindrance(const QString &kind) const;
    void goToOrder();
    void submit(ClaimCommand::Kind kind);
    void onFinished(const CommandResult &result);
    void succeed();
    void say(const QString &text, bool bad);
    void updateState();

    PlaceServices m_services;
    FormServices &m_forms;
    const QString m_number; ///< of the order
    ReviewModel *m_model;
    Submission *m_submission;
    std::optional<ClaimCommand> m_sent; ///< what is not done yet: sent again it keeps its id
    std::set<qint64> m_chosen;          ///< by their ids, so that reading again keeps them
    bool m_allWait = true;              ///< all that is chosen waits for review
    bool m_known = false;               ///< it was read
    QPointer<QWidget> m_focused;        ///< before it was sent
    bool m_reading = false;
    quint64 m_turn = 0;

    QLabel *m_title = nullptr;
    QTableView *m_table = nullptr;
    QLabel *m_sum = nullptr;
    ReasonBox *m_reason = nullptr;
    QLabel *m_problem = nullptr;
    WaitingBar *m_waiting = nullptr;
    QPushButton *m_order = nullptr;
    QPushButton *m_back = nullptr;
    QPushButton *m_release = nullptr;
    QPushButton *m_agree = nullptr;
};

} // namespace tanaban::ui
