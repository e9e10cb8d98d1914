#pragma once

#include "ui/allocation/deskplan.h"
#include "ui/search/textfilter.h"

#include <QAbstractTableModel>

namespace tanaban::ui {

enum class WaitingColumn {
    Number,
    Partner,
    Priority,
    Due,
    Lines,  ///< that lack something
    Filled, ///< whether the plan fills them
    Places  ///< to be visited
};

/// Which of the waiting orders are shown.
struct WaitingFilter
{
    enum class Verdict {
        Any,
        Filled, ///< will lack nothing
        Short   ///< will lack something
    };
    Verdict verdict = Verdict::Any;
    bool due = false; ///< only what is due today or before
    QString text;     ///< words that all must be in number, partner or products

    friend bool operator==(const WaitingFilter &, const WaitingFilter &) = default;
};

/// The orders of a desk plan as a table: sorted and filtered by their place in the book, so that
/// tens of thousands cost no more than a list of numbers.
class WaitingModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;

    static constexpr int columns = int(WaitingColumn::Places) + 1;

    void setDesk(const SharedDesk &desk);
    const SharedDesk &desk() const { return m_desk; }
    void setFilter(const WaitingFilter &filter);
    const WaitingFilter &filter() const { return m_filter; }
    /// How many of all orders are due, will be filled, will be short.
    int countOf(const WaitingFilter &filter) const;

    /// By its place in the book.
    int orderAt(int row) const { return m_shown[size_t(row)]; }
    const std::vector<int> &shown() const { return m_shown; }
    /// By its id; -1: it is not shown.
    int rowOf(qint64 order) const;
    qint64 idAt(int row) const;
    QString cellText(int index, WaitingColumn column) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    /// -1: in the order in which they get their goods.
    void sort(int column, Qt::SortOrder order) override;

Q_SIGNALS:
    /// The rows are put in order anew; what was selected should be so afterwards.
    void aboutToRearrange();
    void rearranged();

private:
    bool fits(int order, const WaitingFilter &filter, const TextFilter &words) const;
    void arrange();

    SharedDesk m_desk;
    WaitingFilter m_filter;
    int m_sortColumn = -1;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
    std::vector<int> m_shown; ///< places in the book, in the order they are shown in
};

} // namespace tanaban::ui
