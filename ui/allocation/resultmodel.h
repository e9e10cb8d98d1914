#pragma once

#include "model/export/tablesource.h"
#include "model/planning/lineoutcome.h"
#include "ui/look/theme.h"
#include "ui/search/textfilter.h"

#include <QAbstractTableModel>

#include <functional>
#include <map>
#include <memory>

namespace tanaban::ui {

/// What became of a line, as people call it: the kind, and whether others were in the way.
enum class LineResult {
    Done,
    DoneAfterRetry,
    PlanChanged, ///< done, from other stock than was planned first
    Partly,
    Short,
    Blocked,
    NotBegun,
    Checking
};
LineResult resultOf(const LineOutcome &line);
/// Worth another try.
bool isLeft(LineResult result);

/// The lines of a result sheet; filtered, searched and sorted in memory.
class ResultModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        Result,
        Order,
        Line,
        Product,
        Name,
        Wanted,
        Allocated,
        Message,
        columns
    };

    using QAbstractTableModel::QAbstractTableModel;

    void setLines(std::vector<LineOutcome> lines);
    /// Nothing: all of them.
    void setFilter(std::optional<LineResult> result);
    /// Words that each must be in order, product, name or message.
    void setSearch(const QString &text);
    std::optional<LineResult> filter() const { return m_filter; }
    /// How many of each there are in all.
    const std::map<LineResult, int> &counts() const { return m_counts; }
    int lineCount() const { return int(m_lines->size()); }
    const LineOutcome &lineAt(int row) const { return (*m_lines)[size_t(m_rows[size_t(row)])]; }
    /// Makes a table of the lines as they are shown now, in these columns; for any thread.
    std::function<std::unique_ptr<TableSource>()> table(const std::vector<int> &sections) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

    static QString titleOf(int column);
    static QString nameOf(LineResult result);
    /// The icon beside the word, and its colour.
    static QString symbolOf(LineResult result);
    static QColor colourOf(LineResult result);

private:
    void arrange();
    void fillRows();

    std::shared_ptr<const std::vector<LineOutcome>> m_lines =
        std::make_shared<std::vector<LineOutcome>>();
    QStringList m_texts;     ///< of each line, for the search
    std::vector<int> m_rows; ///< those that are shown, in their order
    std::map<LineResult, int> m_counts;
    std::optional<LineResult> m_filter;
    TextFilter m_words;
    int m_sorted = -1;
    Qt::SortOrder m_order = Qt::AscendingOrder;
};

} // namespace tanaban::ui
