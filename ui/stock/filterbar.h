#pragma once

#include "model/stockfilter.h"

#include <QWidget>

#include <functional>

class QAction;
class QHBoxLayout;
class QLabel;
class QMenu;
class QToolButton;

namespace tanaban::ui {

/// Title of the place, how many rows, and the filters in force as chips that can be removed.
class FilterBar : public QWidget
{
    Q_OBJECT

public:
    explicit FilterBar(QWidget *parent = nullptr);
    ~FilterBar() override;

    /// The filters people switch on and off here; also shown in the window's menu.
    QMenu *menu() const { return m_menu; }
    QAction *clearAction() const { return m_clear; }

    const StockFilter &filter() const { return m_filter; }
    /// From outside: shown, but not told again.
    void setTitle(const QString &title);
    void setFilter(const StockFilter &filter);
    void setText(const QString &text);
    /// Everything but place and text, as if switched by hand.
    void setSwitches(StockFilter switches);
    /// `rows` empty: not known yet; `more`: there may be more than `rows`.
    void setCount(std::optional<int> rows, bool more);

Q_SIGNALS:
    /// A filter was switched or a chip removed.
    void filterChanged(const tanaban::StockFilter &filter);
    /// The chip of the place, or of the search text, was removed.
    void placeRemoved();
    void textRemoved();

private:
    struct Switch;

    void addSwitches();
    void addSwitch(const QString &text, const QString &tip, Switch change);
    void addChip(const QString &text, const QString &symbol, std::function<void()> remove);
    void rebuild();
    void clear();
    void apply(const StockFilter &filter);

    StockFilter m_filter;
    std::vector<Switch> m_switches;
    QLabel *m_title;
    QLabel *m_count;
    QHBoxLayout *m_chips;
    QMenu *m_menu;
    QAction *m_clear;
    QToolButton *m_button;
};

} // namespace tanaban::ui
