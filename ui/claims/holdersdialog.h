#pragma once

#include "ui/claims/holding.h"
#include "ui/forms/submission.h"
#include "ui/place.h"

#include <QDialog>

class QComboBox;
class QGridLayout;
class QLabel;
class QPushButton;
class QTableWidget;

namespace tanaban::ui {

class QuantityEdit;
class ReasonBox;
class WaitingBar;

/// Who has goods: orders, people who reserved by hand, and holds. What an order has that comes later
/// can be passed on to one that lacks it; the effect on both is shown before.
class HoldersDialog : public QDialog
{
    Q_OBJECT

public:
    HoldersDialog(const PlaceServices &services, const HoldersRequest &request, QWidget *parent);

    void reject() override;

Q_SIGNALS:
    /// One sentence for the status line.
    void message(const QString &text);
    /// Somebody wants to see an order.
    void wanted(const tanaban::ui::Target &target);
    /// Goods were passed on.
    void taken();

private:
    enum Column {
        WhoColumn,
        PlaceColumn,
        QuantityColumn,
        PriorityColumn,
        DueColumn,
        ByColumn,
        SinceColumn,
        ColumnCount
    };

    bool eventFilter(QObject *watched, QEvent *event) override;
    void build();
    QWidget *buildHead();
    QTableWidget *buildTable();
    QGridLayout *buildFields();
    QWidget *buildButtons();

    void read();
    void present(const Holding &holding);
    void showNothing();
    void fillLines();
    void fillTable();
    void fillTakers();
    void showTimes();
    void select(qint64 id, Claim::Kind kind);
    const Claim *chosen() const;
    const ClaimingLine *taker() const;
    /// The most that can be passed on from the chosen claim.
    qint64 most() const;
    QString hindrance() const;
    void propose();
    void recheck();
    QString quantityFault(bool everything) const;
    void goToOrder();

    void submit();
    void onFinished(const CommandResult &result);
    void succeed();
    void tellMeanwhile(const std::vector<ConflictRow> &rows);
    void say(const QString &text, bool bad);
    void updateState();

    PlaceServices m_services;
    FormServices &m_forms;
    HoldersRequest m_request;
    std::optional<Holding> m_holding;
    Submission *m_submission;
    std::optional<ClaimCommand> m_sent; ///< what is not done yet: sent again it keeps its id
    qint64 m_chosen = 0; ///< the claim, by its id and kind, so that reading again keeps it
    Claim::Kind m_chosenKind = Claim::Kind::Order;
    std::pair<qint64, int> m_taker; ///< order and line
    bool m_typed = false;           ///< the quantity is the person's own
    bool m_tried = false;
    bool m_filling = false;
    bool m_reading = false;
    quint64 m_turn = 0;
    QTimer m_tick; ///< of the time that holds have left

    QLabel *m_title = nullptr;
    QLabel *m_where = nullptr;
    QLabel *m_lineCaption = nullptr;
    QComboBox *m_line = nullptr;
    QTableWidget *m_table = nullptr;
    QLabel *m_sum = nullptr;
    QLabel *m_strip = nullptr;
    QComboBox *m_for = nullptr;
    QuantityEdit *m_quantity = nullptr;
    QLabel *m_quantityNote = nullptr;
    ReasonBox *m_reason = nullptr;
    QLabel *m_reasonNote = nullptr;
    QLabel *m_effect = nullptr;
    QLabel *m_problem = nullptr;
    WaitingBar *m_waiting = nullptr;
    QPushButton *m_order = nullptr;
    QPushButton *m_back = nullptr;
    QPushButton *m_take = nullptr;
};

} // namespace tanaban::ui
