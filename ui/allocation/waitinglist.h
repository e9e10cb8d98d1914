#pragma once

#include "ui/allocation/waitingmodel.h"

#include <QTableView>

namespace tanaban::ui {

class PersonalSettings;

/// The table of the orders that wait; keeps its selection by order and its place while rows come
/// and go.
class WaitingList : public QTableView
{
    Q_OBJECT

public:
    WaitingList(WaitingModel &model, PersonalSettings &settings, QWidget *parent);

    /// By their place in the book, in the order of the list.
    std::vector<int> selectedOrders() const;
    /// Selects this order alone, once it is there.
    void select(qint64 order);
    void selectFirst();
    /// The selected rows as text with tabs.
    QString selectedAsText() const;

    /// What is typed here is meant for the search field.
    void keyboardSearch(const QString &typed) override;

Q_SIGNALS:
    void selectedOrdersChanged();
    void searched(const QString &typed);
    /// Enter or a double click: on to the plan.
    void opened();

protected:
    void selectionChanged(const QItemSelection &selected, const QItemSelection &deselected) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void fit();
    void remember();
    void restore();

    WaitingModel &m_model;
    std::vector<qint64> m_selected; ///< ids, while the list is rearranged
    qint64 m_current = 0;           ///< likewise
    qint64 m_wanted = 0;            ///< to be selected once it is there
    int m_currentRow = 0;
    int m_top = 0;
    bool m_restoring = false;
};

} // namespace tanaban::ui
