#pragma once

#include "model/claims/claimcommand.h"
#include "model/records.h"
#include "ui/place.h"
#include "ui/records/recordmodel.h"

#include <QPointer>
#include <QTimer>

class QProgressBar;
class QStackedWidget;

namespace tanaban::ui {

class ConfirmDialog;
class EmptyPage;
class GiveBackDialog;
class OrderBar;
class OrderPanel;
class RecordForms;
class RecordList;
class ReviewDialog;

/// The place of the orders: what is due and how far it is, what each order holds and where, and the
/// forms to make, change, fetch and cancel them.
class OrdersPlace : public Place
{
    Q_OBJECT

public:
    explicit OrdersPlace(const PlaceServices &services, QWidget *parent = nullptr);

    QString id() const override { return QStringLiteral("orders"); }
    QString title() const override;
    QWidget *details() override;
    /// Plain words; asks once the keys have rested for a moment.
    void setSearchText(const QString &text) override;
    void acceptSearch(const QString &text) override;
    void refresh() override;
    /// What `what` asks for (see OrderBar::setState) instead of what was shown before.
    void show(const QJsonObject &what) override;
    QJsonObject state() const override;
    /// The open ones, when nothing was kept.
    void restore(const QJsonObject &state) override;
    QList<QAction *> placeActions() const override;
    void takeFocus() override;
    void selectAll() override;
    QString selectedText() const override;
    std::optional<ShownTable> table() const override;
    void reopen(const RecordCommand &command) override;
    void reopen(const QJsonObject &draft) override;
    QJsonObject draft() const override;
    bool busy() const override;
    std::vector<PlaceScene> scenes() override;

private:
    QAction *newAction(const QString &name,
                       const QString &text,
                       const QString &tip,
                       const QKeySequence &keys);
    void makeActions();
    void makeGoodsActions();
    void makePickActions();
    void makeList();
    void connectParts();
    void connectForms();
    RecordFilter wantedFilter() const;
    void ask();
    void onAnswered();
    void onCurrent();
    void updateActions();
    void showDetails();
    void makeOrder();
    void editOrder();
    void cancelOrder();
    void askToGiveBack(const Record &order, const std::vector<Claim> &claims);
    void printPickList();
    void confirmPicks();
    void confirmPicksOf(const QString &number);
    void giveGoodsBack();
    const RecordRow *current() const;
    /// The rows of the list, and of what is exported or printed of it.
    static RecordModel::ReadRows readOrders(Session &session);

    PlaceServices m_services;
    QAction *m_make = nullptr;
    QAction *m_edit = nullptr;
    QAction *m_cancel = nullptr;
    QAction *m_holders = nullptr;
    QAction *m_pickList = nullptr;
    QAction *m_confirm = nullptr;
    QAction *m_giveBack = nullptr;
    QPointer<ReviewDialog> m_goods;
    QAction *m_history = nullptr;
    QAction *m_partner = nullptr;
    OrderBar *m_bar = nullptr;
    RecordList *m_list = nullptr;
    OrderPanel *m_details = nullptr;
    RecordForms *m_forms;
    QPointer<ConfirmDialog> m_confirming;
    QPointer<GiveBackDialog> m_givingBack;
    bool m_asking = false; ///< what is set aside for an order to be cancelled
    QStackedWidget *m_pages;
    EmptyPage *m_empty;
    QProgressBar *m_working;
    QTimer m_typing;
    QTimer m_showWorking;
    bool m_selectFirst = false;
    quint64 m_turn = 0;
};

} // namespace tanaban::ui
