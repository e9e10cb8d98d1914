#pragma once

#include "ui/allocation/waitingmodel.h"

#include <QJsonObject>
#include <QWidget>

class QAction;
class QLabel;
class QMenu;
class QPushButton;
class QToolButton;

namespace tanaban::ui {

class PersonalSettings;
class StrategyBox;

/// Title of the desk, how many orders wait, the strategy, and the filters as chips that are always
/// there, each with how many orders it shows.
class AllocationBar : public QWidget
{
    Q_OBJECT

public:
    /// `review`: leads to what waits for somebody to agree; offered while there is such a thing.
    AllocationBar(PersonalSettings &settings, QAction *review, QWidget *parent);

    StrategyBox &strategyBox() { return *m_strategy; }
    /// Also shown in the window's menu.
    QMenu *menu() const { return m_menu; }
    QAction *clearAction() const { return m_clear; }

    const WaitingFilter &filter() const { return m_filter; }
    void setSearchText(const QString &text);
    QJsonObject state() const;
    void setState(const QJsonObject &state);
    /// What the chips and the line beside the title count.
    void showCounts(const WaitingModel &model);
    void showPending(qint64 count);

Q_SIGNALS:
    void filterChanged();

private:
    struct Chip
    {
        QAction *action = nullptr;
        QToolButton *button = nullptr;
        WaitingFilter filter; ///< what it shows by itself
    };

    void addChip(QAction *action, const WaitingFilter &filter);
    QAction *newAction(const QString &name, const QString &text, const QString &tip, int key);
    void setFilter(const WaitingFilter &filter);
    void showFilter();

    WaitingFilter m_filter;
    StrategyBox *m_strategy;
    QLabel *m_count;
    QWidget *m_chipRow;
    QPushButton *m_pending = nullptr;
    QMenu *m_menu;
    QAction *m_due = nullptr;
    QAction *m_filled = nullptr;
    QAction *m_short = nullptr;
    QAction *m_clear = nullptr;
    std::vector<Chip> m_chips;
};

} // namespace tanaban::ui
