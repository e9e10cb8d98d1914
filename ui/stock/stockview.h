#pragma once

#include <QHeaderView>
#include <QTableView>

namespace tanaban::ui {

class PersonalSettings;
class StockModel;

/// The table of stock: knows which rows are in view, keeps its selection by stock id and its place
/// while rows come and go, and remembers its columns.
class StockView : public QTableView
{
    Q_OBJECT

public:
    StockView(StockModel &model, PersonalSettings &settings, QWidget *parent = nullptr);

    /// The row people work on; 0 for none. Stays when the row leaves the list.
    qint64 currentId() const { return m_currentId; }
    /// All selected rows in the order of the list, the one people work on included; `most` at most.
    std::vector<qint64> selectedIds(size_t most) const;
    /// Selects the row with this id once the list contains it.
    void select(qint64 id);
    /// Where there is none, no row is the current one any more.
    void selectFirst();
    /// The selected row as text with tabs, for the clipboard.
    QString currentAsText() const;

    /// A letter typed here is meant for the search field: reading a million rows for the one that
    /// begins so would take long.
    void keyboardSearch(const QString &typed) override;

Q_SIGNALS:
    /// Letters typed in the table.
    void searched(const QString &typed);
    void currentIdChanged(qint64 id);
    /// Enter or double click.
    void opened(qint64 id);
    void selectedIdsChanged();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void selectionChanged(const QItemSelection &selected, const QItemSelection &deselected) override;

private:
    void setUpColumns(PersonalSettings &settings);
    void fitName();
    void fitCodes();
    void tellVisibleRange();
    void remember();
    void restore(bool inPlace);
    void stayWhereMostAre();
    void showColumnMenu(const QPoint &at);

    StockModel &m_model;
    qint64 m_currentId = 0;
    std::vector<qint64> m_selectedIds; ///< while rows come and go
    std::vector<qint64> m_inView;      ///< likewise, from the top
    int m_topOffset = 0;               ///< of the first of them
    int m_row = -1;                    ///< where the current row was
    bool m_restoring = false;
    bool m_statusChosen = false; ///< shown or hidden by hand
    bool m_fitsCodes = false;    ///< once there are rows, as nobody has chosen widths yet
};

/// Column titles in the secondary colour with a small arrow at the sorted one.
class StockHeader : public QHeaderView
{
    Q_OBJECT

public:
    explicit StockHeader(QWidget *parent);

protected:
    void paintSection(QPainter *painter, const QRect &rect, int logicalIndex) const override;
    QSize sectionSizeFromContents(int logicalIndex) const override;
};

} // namespace tanaban::ui
