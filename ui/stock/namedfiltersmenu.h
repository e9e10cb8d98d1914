#pragma once

#include "ui/personalsettings.h"

#include <QObject>

class QAction;
class QMenu;

namespace tanaban::ui {

/// A search that somebody gave a name.
struct NamedFilter
{
    QString name;
    QString text;

    friend bool operator==(const NamedFilter &, const NamedFilter &) = default;
};

/// Those of one person in one database, in the order in which they were made.
std::vector<NamedFilter> namedFilters(const PersonalSettings &settings);
void keepNamedFilters(PersonalSettings &settings, const std::vector<NamedFilter> &filters);

/// The part of the filter menu with the searches that have a name: choosing, saving, changing them.
class NamedFiltersMenu : public QObject
{
    Q_OBJECT

public:
    /// Its dialogs open over `window`.
    NamedFiltersMenu(PersonalSettings &settings, QMenu &menu, QWidget *window);

    /// Adds its actions to the end of the menu.
    void fill();
    /// The text that is in force: what would be saved, and which name is marked.
    void setCurrent(const QString &text);

Q_SIGNALS:
    /// Somebody chose the filter with this text.
    void chosen(const QString &text);

private:
    void save();
    void manage();
    void refill();

    PersonalSettings &m_settings;
    QMenu &m_menu;
    QWidget *m_window;
    QAction *m_save;
    QAction *m_manage;
    std::vector<NamedFilter> m_filters;
    QList<QAction *> m_actions;
    QString m_current;
};

} // namespace tanaban::ui
