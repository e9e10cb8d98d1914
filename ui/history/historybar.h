#pragma once

#include "model/ledger.h"

#include <QJsonObject>
#include <QWidget>

#include <vector>

class QAction;
class QLabel;
class QMenu;

namespace tanaban::ui {

class ChipRow;

/// Title of the history, how many entries, and the filters in force as chips that can be removed.
/// Kinds and times are switched on and off in its menu.
class HistoryBar : public QWidget
{
    Q_OBJECT

public:
    explicit HistoryBar(QWidget *parent = nullptr);
    ~HistoryBar() override;

    /// Also shown in the window's menu.
    QMenu *menu() const { return m_menu; }
    QAction *clearAction() const { return m_clear; }

    /// What is asked for. "Today" is the day it is now, on this computer.
    LedgerFilter filter() const;
    /// As ledgerFilterFrom() takes it, and "period": one of the menu, by its name.
    void setState(const QJsonObject &state);
    QJsonObject state() const;
    const QString &searchText() const { return m_filter.text; }
    void setSearchText(const QString &text);
    /// The filters in force, as their chips say them.
    QStringList filterTexts() const;
    /// Empty: not known yet.
    void setCount(std::optional<qint64> entries);

Q_SIGNALS:
    /// A filter was switched, or a chip removed.
    void filterChanged();

private:
    struct Period;

    void addPeriods();
    void addKinds();
    const Period *period() const;
    void change(const std::function<void(LedgerFilter &)> &how);
    void showFilter();
    void showChips();
    QString timesText() const;

    LedgerFilter m_filter; ///< without what the period says
    QString m_period;      ///< by its name; empty: none
    std::vector<Period> m_periods;
    std::vector<std::pair<EventKind, QAction *>> m_kinds;
    QLabel *m_title;
    QLabel *m_count;
    ChipRow *m_chips;
    QMenu *m_menu;
    QAction *m_clear;
};

} // namespace tanaban::ui
