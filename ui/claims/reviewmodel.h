#pragma once

#include "model/claims/claimcommand.h"

#include <QAbstractTableModel>

namespace tanaban::ui {

/// What is set aside for orders, a row for each of it; what is most urgent comes first.
class ReviewModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        Order,
        Partner,
        Due,
        Priority,
        Product,
        Quantity,
        Place,
        State,
        By,
        Since,
        ColumnCount
    };

    using QAbstractTableModel::QAbstractTableModel;

    void setClaims(std::vector<Claim> claims);
    const std::vector<Claim> &claims() const { return m_claims; }
    int orderCount() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section,
                        Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;

private:
    std::vector<Claim> m_claims;
};

} // namespace tanaban::ui
