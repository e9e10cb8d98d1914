#pragma once

#include "ui/allocation/resultmodel.h"
#include "ui/export/showntable.h"

#include <QTableView>
#include <QWidget>

class QButtonGroup;
class QHBoxLayout;
class QLabel;
class QLineEdit;

namespace tanaban::ui {

/// The table of the lines: a result with its symbol, Enter opens the order.
class ResultView : public QTableView
{
    Q_OBJECT

public:
    ResultView(ResultModel &model, QWidget *parent);

Q_SIGNALS:
    /// Enter or a double click.
    void opened(int row);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
};

/// What became of every line of a run: a chip for each result with how many there are, a search,
/// and the lines.
class ResultSheet : public QWidget
{
    Q_OBJECT

public:
    explicit ResultSheet(QWidget *parent);

    void setLines(const std::vector<LineOutcome> &lines);
    ResultModel &model() { return m_model; }
    ResultView &view() { return *m_view; }
    /// The ids of the orders that are worth another try: of the selected lines, or of all that are
    /// shown while none of the selected ones is.
    std::vector<qint64> ordersLeft() const;
    /// The line under the keyboard, while it lacks goods that others may have; nullptr: there is none.
    const LineOutcome *lackingLine() const;
    /// As it is shown now, for export and print.
    ShownTable table() const;

Q_SIGNALS:
    void orderWanted(const QString &number);
    void selectionChanged();

private:
    void makeChips();
    void showCount();

    ResultModel m_model;
    QButtonGroup *m_chips;
    QHBoxLayout *m_chipRow;
    QLineEdit *m_search;
    QLabel *m_count;
    ResultView *m_view;
};

} // namespace tanaban::ui
