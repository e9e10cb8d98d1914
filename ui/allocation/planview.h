#pragma once

#include "ui/allocation/planmodel.h"

#include <QTreeView>

#include <set>

namespace tanaban::ui {

class PersonalSettings;

/// The tree of a PlanModel. Reasons are shown whole, over as many lines as they need. What was open
/// and where one was stays when the plan is made anew.
class PlanView : public QTreeView
{
    Q_OBJECT

public:
    PlanView(PlanModel &model, PersonalSettings &settings, QWidget *parent);

    /// A quantity is being typed just now.
    bool isEditing() const { return state() == EditingState; }
    /// Takes what is being typed.
    void finishEditing();

Q_SIGNALS:
    /// Esc: back to the orders.
    void left();

protected:
    using QTreeView::edit;
    /// Whatever column one is in, it is the quantity that is typed.
    bool edit(const QModelIndex &index, EditTrigger trigger, QEvent *event) override;
    void drawRow(QPainter *painter,
                 const QStyleOptionViewItem &option,
                 const QModelIndex &index) const override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void fit();
    void listMoreAtTheEnd();
    void remember();
    void restore();
    void openLine(const QModelIndex &line);
    QString keyOf(const QModelIndex &index) const;

    PlanModel &m_model;
    std::set<QString> m_open;   ///< lines and headings that are open, by key
    std::set<QString> m_closed; ///< those that somebody closed
    QString m_current;
    int m_top = 0;
};

} // namespace tanaban::ui
