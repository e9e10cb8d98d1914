#pragma once

#include "model/claims/claimcommand.h"
#include "model/clock.h"
#include "ui/backgroundrunner.h"
#include "ui/stock/stocksource.h"

#include <QWidget>

class QAction;
class QGridLayout;
class QLabel;
class QListView;
class QStackedWidget;

namespace tanaban::ui {

class ClaimList;
class HistoryModel;
class Symbol;

/// Answers the next question about the selected row: how much is available, what it is, who holds
/// it, what happened to it, and what can be done.
class DetailsPanel : public QWidget
{
    Q_OBJECT

public:
    /// `actions` are shown as buttons.
    DetailsPanel(Store &store,
                 ClaimReader &claims,
                 Clock &clock,
                 BackgroundRunner &runner,
                 const QList<QAction *> &actions,
                 QWidget *parent = nullptr);

    /// Shows this row; what is known of it at once, the rest when it has been read.
    void showStock(qint64 id, const StockListRow *known);
    /// Of now, or of a past moment: then the row as it was and what had happened until then. Who
    /// held it then is in that history, and nowhere else.
    void setMoment(Ledger &ledger, std::optional<Instant> moment);
    /// Reads the row again, in place.
    void refresh();
    qint64 stockId() const { return m_id; }
    /// The row as it was read last; nullptr before.
    const StockListRow *row() const { return m_row ? &*m_row : nullptr; }

Q_SIGNALS:
    void rowRead();
    /// Somebody wants to see the order that has some of it, or all who have.
    void orderWanted(const QString &number);
    void holdersWanted();

private:
    bool eventFilter(QObject *watched, QEvent *event) override;
    struct Facts
    {
        StockListRow row;
        std::optional<StockContext> context;
        std::vector<StockEvent> history;
        std::vector<Claim> claims;
    };

    static Read<Facts> readFacts(const StockSource &source, ClaimReader &claims, qint64 id);
    QWidget *makeHead();
    QWidget *makeActions(const QList<QAction *> &actions);
    void take(const Facts &facts);
    void showRow(const StockListRow &row);
    void showContext(const StockContext &context);
    void loadOlder();

    StockSource m_source;
    ClaimReader &m_claims;
    Clock &m_clock;
    BackgroundRunner &m_runner;
    qint64 m_id = 0;
    quint64 m_token = 0;
    std::optional<StockListRow> m_row;
    bool m_loadingOlder = false;
    bool m_historyWhole = false;

    QStackedWidget *m_pages;
    QLabel *m_name = nullptr;
    QLabel *m_codes = nullptr;
    QLabel *m_figure = nullptr;
    QLabel *m_unit = nullptr;
    QLabel *m_split = nullptr;
    QWidget *m_warning = nullptr;
    Symbol *m_warningSymbol = nullptr;
    QLabel *m_warningText = nullptr;
    QLabel *m_place = nullptr;
    QLabel *m_bin = nullptr;
    QLabel *m_lot = nullptr;
    QLabel *m_expires = nullptr;
    QLabel *m_status = nullptr;
    QLabel *m_condition = nullptr;
    QLabel *m_received = nullptr;
    QLabel *m_holders = nullptr;
    ClaimList *m_claimList = nullptr;
    HistoryModel *m_history;
    QListView *m_historyView = nullptr;
};

} // namespace tanaban::ui
