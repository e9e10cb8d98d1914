#pragma once

#include "model/store.h"
#include "ui/backgroundrunner.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QMenu;
class QProgressBar;
class QPushButton;
class QStackedWidget;

namespace tanaban::ui {

class FilterBar;
class StockModel;
class StockView;

/// The place where stock is looked through: filter chips, the table, and what stands in its stead
/// while nothing is there.
class StockPlace : public QWidget
{
    Q_OBJECT

public:
    StockPlace(Store &store, BackgroundRunner &runner, QWidget *parent = nullptr);

    StockModel &model() { return *m_model; }
    StockView &view() { return *m_view; }
    FilterBar &filterBar() { return *m_filters; }

    void setPlace(const QString &title, const QString &warehouse, std::optional<int> zone);
    /// Filters as people type: asks once the keys have rested for a moment.
    void setText(const QString &text);
    /// Enter in the search field: at once, and the first hit becomes the selected row.
    void setTextAndSelect(const QString &text);
    /// Somebody changed something: rows in view now, the order of the list soon.
    void refresh();

Q_SIGNALS:
    void currentIdChanged(qint64 id);
    void opened(qint64 id);
    void placeRemoved();
    void textRemoved();
    /// The button of the empty place.
    void receiveWanted();
    void readFailed(const tanaban::ReadFailure &failure);

private:
    QWidget *makeEmptyPage();
    QWidget *makeStrip();
    void ask();
    void showWhatIsThere();
    void onFirstPage();
    void onBusy(bool busy);
    void fail(const ReadFailure &failure);
    void hideStrip();

    StockModel *m_model;
    FilterBar *m_filters;
    StockView *m_view;
    QStackedWidget *m_pages;
    QLabel *m_emptyTitle = nullptr;
    QLabel *m_emptyText = nullptr;
    QPushButton *m_emptyButton = nullptr;
    QPushButton *m_clearButton = nullptr;
    QWidget *m_strip = nullptr;
    QLabel *m_stripText = nullptr;
    QPushButton *m_stripButton = nullptr;
    QProgressBar *m_working;
    QTimer m_typing;
    QTimer m_showWorking;
    QTimer m_showStop;
    QTimer m_requery;
    bool m_selectFirst = false;
};

} // namespace tanaban::ui
