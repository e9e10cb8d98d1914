#pragma once

#include "ui/allocation/handpicks.h"

#include <QAbstractItemModel>

#include <optional>

namespace tanaban::ui {

enum class PlanColumn {
    Place, ///< of a line: the order, its line and the product
    Lot,
    Expires,
    Received,
    Wanted,
    Free,
    Planned, ///< can be typed
    Why
};

/// The plan of the selected orders as a tree: each line that lacks something, below it the rows
/// that are taken, and below "passed over" all others, each with why. Reasons are worked out when
/// somebody looks at them.
class PlanModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    using QAbstractItemModel::QAbstractItemModel;

    static constexpr int columns = int(PlanColumn::Why) + 1;
    /// Listed at first, and so many more whenever somebody comes to the end of them: thousands at
    /// once would all have to be laid out.
    static constexpr int linesAtOnce = 500;

    /// `orders`: by their place in the book. `hand` outlives the model. What was listed stays so when
    /// it begins with the same line.
    void show(const SharedDesk &desk, const std::vector<int> &orders, HandPicks &hand);
    const SharedDesk &desk() const { return m_desk; }
    /// Lines of the selected orders that are not listed yet.
    int linesBelow() const { return int(m_lines.size()) - m_listed; }
    /// (Not fetchMore(): a tree calls that for every layout.)
    void listMore();
    /// What was typed, or what is wrong with it, is another.
    void handChanged();
    /// Rows of the listed lines with goods of which nothing is free; by their ids.
    std::vector<qint64> takenRows() const;
    /// Who has them, in words.
    void setHolders(std::map<qint64, QString> phrases);

    enum class Level {
        Line,
        Taken,
        PassedOver, ///< the heading of the others
        Other
    };
    static Level levelOf(const QModelIndex &index);
    bool isRow(const QModelIndex &index) const;
    /// Of a line or a row of it.
    LineKey lineKey(const QModelIndex &index) const;
    /// The id of the row, 0 for others.
    qint64 stockId(const QModelIndex &index) const;
    /// Something there is short, or cannot be as it was typed.
    bool isBad(const QModelIndex &index) const;
    bool isShort(const QModelIndex &index) const;
    /// Of the product, for whoever edits.
    int decimals(const QModelIndex &index) const;
    QString unit(const QModelIndex &index) const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    bool hasChildren(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    /// Somebody typed a quantity.
    void typed();

private:
    struct Line
    {
        int index = 0; ///< in the book
        bool explained = false;
        std::vector<Reason> reasons; ///< those that are taken first
        int taken = 0;
    };

    const Line &lineOf(const QModelIndex &index) const { return m_lines[lineNumber(index)]; }
    static size_t lineNumber(const QModelIndex &index);
    const Line &explained(size_t number) const;
    const Reason &reasonOf(const QModelIndex &index) const;
    qint64 plannedOf(const Line &line) const;
    QString lineText(const Line &line, PlanColumn column) const;
    QString verdictOf(const Line &line) const;
    QString rowText(const QModelIndex &index, PlanColumn column) const;
    QString typedText(const QModelIndex &index) const;
    QString whyText(const QModelIndex &index) const;

    SharedDesk m_desk;
    HandPicks *m_hand = nullptr;
    mutable std::vector<Line> m_lines;   ///< explained on demand
    std::map<qint64, QString> m_holders; ///< by id of the row
    int m_listed = 0;
    bool m_severalOrders = false;
};

} // namespace tanaban::ui
