#pragma once

#include "ui/backgroundrunner.h"
#include "ui/stock/idlist.h"
#include "ui/stock/stocksource.h"

#include <QAbstractTableModel>
#include <QElapsedTimer>
#include <QTimer>

#include <memory>
#include <unordered_map>
#include <vector>

namespace tanaban::ui {

/// The stock table: knows the ordered ids of its whole result (8 bytes a row) and keeps the rows
/// around what is visible. Everything is read in the background; an answer to a question that is
/// no longer asked is dropped.
class StockModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Role {
        StockIdRole = Qt::UserRole
    };

    /// `firstPage` rows are asked for before the whole result.
    StockModel(Store &store, BackgroundRunner &runner, QObject *parent = nullptr);
    ~StockModel() override;

    static constexpr int firstPage = 120;
    static constexpr int columns = int(StockColumn::Received) + 1;

    /// Asks a new question. The answer to the last one stays until the first page is there.
    void setQuery(const StockFilter &filter, const StockSort &sort);
    const StockFilter &filter() const { return m_filter; }
    const StockSort &sorting() const { return m_sort; }
    /// The stock of a past moment, which does not change any more, or of now. Asks again.
    void setMoment(Ledger &ledger, std::optional<Instant> moment);
    const std::optional<Instant> &moment() const { return m_source.moment; }
    const StockSource &source() const { return m_source; }
    /// The same question again, in place: for changes that others made.
    void requery();
    /// Reads the rows in view again, and others when they come into view; what is known of them
    /// is shown meanwhile.
    void refreshVisible();
    /// Gives up the question under way; what was there stays.
    void cancel();

    /// Rows [first, last] are on the screen: they and one screen around them are fetched.
    void setVisibleRange(int first, int last);

    qint64 idAt(int row) const;
    int rowOf(qint64 id) const; ///< -1 when the result does not contain it
    /// The same for many at once, in one look through the list.
    std::vector<int> rowsOf(const std::vector<qint64> &ids) const { return ui::rowsOf(ids, m_ids); }
    /// The row if it has been read; nullptr otherwise.
    const StockListRow *listRow(int row) const;
    const StockListRow *listRowOf(qint64 id) const;
    /// 1 just after somebody changed the row, 0 two seconds later.
    double freshness(qint64 id) const;

    /// False until the first page of the current question has come.
    bool answered() const { return m_answered; }
    /// False while only the first page is known.
    bool complete() const { return m_complete; }
    bool busy() const { return m_busy; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order) override;

Q_SIGNALS:
    void firstPageArrived();
    void completed();
    /// Before and after rows come, go or change places, for a view that keeps its place.
    void aboutToRearrange();
    /// `inPlace`: the same question, so the view should not jump.
    void rearranged(bool inPlace);
    void rowsRead(const std::vector<qint64> &ids);
    void busyChanged(bool busy);
    void failed(const tanaban::ReadFailure &failure);
    void sortingChanged();

private:
    struct Page
    {
        std::vector<qint64> ids;
        std::vector<StockListRow> rows;
    };
    struct Cached
    {
        StockListRow row; ///< id 0: the database did not know it
        quint64 generation = 0;
    };

    void ask();
    void askForAll();
    void takeFirstPage(Page page);
    void takeAll(std::vector<qint64> ids);
    void replaceIds(std::vector<qint64> ids);
    void keep(std::vector<StockListRow> rows);
    void fetchMissing();
    void fetch(const std::vector<qint64> &ids);
    void takeRows(std::vector<StockListRow> rows, const std::vector<qint64> &asked);
    void announce(const std::vector<qint64> &ids);
    void forgetFarRows();
    void fade();
    void setBusy(bool busy);
    bool stale(quint64 token) const { return *m_token != token; }

    StockSource m_source;
    BackgroundRunner &m_runner;
    StockFilter m_filter;
    StockSort m_sort;
    std::vector<qint64> m_ids;
    std::unordered_map<qint64, Cached> m_rows;
    std::unordered_map<qint64, qint64> m_changedAt; ///< id -> m_clock milliseconds
    QElapsedTimer m_clock;
    QTimer m_fading;
    std::shared_ptr<std::atomic<quint64>> m_token;
    int m_first = 0;
    int m_last = -1;
    bool m_busy = false;
    quint64 m_generation = 1; ///< rows of an older one are shown, but read again
    bool m_fetching = false;
    bool m_answered = false;
    bool m_complete = false;
};

} // namespace tanaban::ui
