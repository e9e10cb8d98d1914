#pragma once

#include "ui/allocation/differencemodel.h"

#include <QWidget>

#include <vector>

class QCheckBox;
class QLabel;
class QLineEdit;
class QTableView;

namespace tanaban::ui {

/// Two plans over the open orders beside each other: what each comes to, with the difference, and
/// the lines that they differ in.
class EffectView : public QWidget
{
    Q_OBJECT

public:
    EffectView(const QString &before, const QString &after, QWidget *parent);

    /// The heads of the figures; those of the list stay as short as they were given at first.
    void setCaptions(const QString &before, const QString &after);
    void setEffect(const PlanEffect &effect);
    DifferenceModel &model() { return m_model; }

Q_SIGNALS:
    void orderWanted(const QString &number);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    /// A line of the figures: what it counts, and whether more of it is better.
    struct Figure
    {
        QString name;
        int PlanSummary::*value;
        int better = 0; ///< 1: more, -1: less, 0: neither
        QLabel *before = nullptr;
        QLabel *after = nullptr;
        QLabel *difference = nullptr;
    };

    QWidget *makeFigures();
    QWidget *makeList();
    void showCount();

    DifferenceModel m_model;
    std::vector<Figure> m_figures;
    QLabel *m_before;
    QLabel *m_after;
    QLabel *m_count;
    QLineEdit *m_search;
    QCheckBox *m_otherStock;
    QTableView *m_table;
};

} // namespace tanaban::ui
