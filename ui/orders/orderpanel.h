#pragma once

#include "ui/orders/ordertext.h"

#include <QScrollArea>

class QAction;
class QGridLayout;
class QLabel;
class QToolButton;
class QVBoxLayout;

namespace tanaban::ui {

/// What is known of one order: how far it is, its lines with what is set aside for each and where it
/// lies, and who did what to it.
class OrderPanel : public QScrollArea
{
    Q_OBJECT

public:
    /// `actions`: those that work on the order.
    OrderPanel(const QList<QAction *> &actions, QWidget *parent);

    /// At once, from the row of the list.
    void showOrder(const RecordRow &row);
    /// When it has been read.
    void showDetails(const OrderDetails &details);
    /// Nothing is selected.
    void clear();

private:
    QWidget *makeContent(const QList<QAction *> &actions);
    void showFigure(const OrderProgress &progress);
    void showLine(const OrderLine &line, const Goods &goods);
    void showHistory(const OrderDetails &details);

    QWidget *m_empty;
    QWidget *m_content;
    QLabel *m_number = nullptr;
    QLabel *m_partner = nullptr;
    QLabel *m_figure = nullptr;
    QLabel *m_unit = nullptr;
    QLabel *m_split = nullptr;
    QLabel *m_state = nullptr;
    QLabel *m_due = nullptr;
    QLabel *m_priority = nullptr;
    QWidget *m_linesPart = nullptr;
    QVBoxLayout *m_lines = nullptr;
    QWidget *m_historyPart = nullptr;
    QVBoxLayout *m_events = nullptr;
    QString m_shown; ///< the number of the order whose lines are shown
};

} // namespace tanaban::ui
