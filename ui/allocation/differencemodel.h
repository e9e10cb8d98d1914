#pragma once

#include "model/planning/comparing.h"
#include "ui/search/textfilter.h"

#include <QAbstractTableModel>

namespace tanaban::ui {

/// The lines for which two plans come to something else.
class DifferenceModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        Order,
        Product,
        Wanted,
        Before,
        After,
        Change,
        columns
    };

    using QAbstractTableModel::QAbstractTableModel;

    void setDifferences(std::vector<PlanDifference> differences);
    void setSearch(const QString &text);
    /// Lines that get as much, but other stock, are shown too.
    void setOtherStockToo(bool too);
    /// The heads of what the two plans give.
    void setCaptions(const QString &before, const QString &after);
    const PlanDifference &differenceAt(int row) const
    {
        return m_differences[size_t(m_rows[size_t(row)])];
    }
    int differenceCount() const { return int(m_differences.size()); }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void arrange();
    static QString changeText(const PlanDifference &difference);

    std::vector<PlanDifference> m_differences;
    std::vector<int> m_rows;
    TextFilter m_words;
    bool m_otherStock = true;
    QString m_before;
    QString m_after;
};

} // namespace tanaban::ui
