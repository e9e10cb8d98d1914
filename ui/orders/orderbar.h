#pragma once

#include "model/records.h"

#include <QWidget>

class QAction;
class QLabel;
class QMenu;

namespace tanaban::ui {

class ChipRow;

/// Title of the orders, how many, and the filters in force as chips that can be removed. States, due
/// days and shortage are switched on and off in its menu.
class OrderBar : public QWidget
{
    Q_OBJECT

public:
    /// `make` makes an order.
    OrderBar(QAction *make, QWidget *parent);

    /// Also shown in the window's menu.
    QMenu *menu() const { return m_menu; }
    QAction *clearAction() const { return m_clear; }

    /// What is asked for; "today" is the day it is now, on this computer.
    RecordFilter filter() const;
    /// Any order at all.
    bool isOpenForAll() const { return m_asked == Asked{}; }
    /// {"state", "due", "lacking", "partner", "number", "text"}; what is left out is not asked for.
    void setState(const QJsonObject &state);
    QJsonObject state() const;
    void setSearchText(const QString &text);
    const QString &searchText() const { return m_asked.text; }
    void setPartner(const QString &code);
    /// The filters in force, as their chips say them.
    QStringList filterTexts() const;
    void setCount(int orders);

Q_SIGNALS:
    /// A filter was switched, or a chip removed.
    void filterChanged();

private:
    struct Asked
    {
        QString state; ///< as in the database; empty: any
        QString due;   ///< "overdue", "today", "week"
        bool lacking = false;
        QString partner;
        QString number;
        QString text;

        friend bool operator==(const Asked &, const Asked &) = default;
    };
    struct Switch
    {
        QAction *action = nullptr;
        QString Asked::*field = nullptr; ///< nullptr: lacking
        QString value;
    };

    void addSwitch(const QString &text, const QString &tip, QString Asked::*field, QString value);
    void change(const std::function<void(Asked &)> &how);
    void showAsked();

    Asked m_asked;
    std::vector<Switch> m_switches;
    QLabel *m_count;
    ChipRow *m_chips;
    QMenu *m_menu;
    QAction *m_clear;
};

} // namespace tanaban::ui
