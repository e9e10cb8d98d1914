#pragma once

#include "model/search/searchquery.h"

#include <QTimer>
#include <QWidget>

class QAction;
class QLabel;
class QMenu;
class QToolButton;

namespace tanaban::ui {

class ChipRow;
class NamedFiltersMenu;
class PersonalSettings;

/// Title of the place, how many rows, and the filters in force as chips that can be removed. Apart
/// from the zone, the text of the search field is all there is: what is switched on here is a term
/// of it, and each of its terms is a chip.
class FilterBar : public QWidget
{
    Q_OBJECT

public:
    explicit FilterBar(PersonalSettings &settings, QWidget *parent = nullptr);
    ~FilterBar() override;

    /// The filters people switch on and off here, and those they gave a name; also shown in the
    /// window's menu.
    QMenu *menu() const { return m_menu; }
    QAction *clearAction() const { return m_clear; }

    /// What the text means, in the zone.
    const StockFilter &filter() const { return m_query.filter; }
    const QString &searchText() const { return m_text; }
    /// The filters in force, as their chips say them.
    QStringList filterTexts() const;
    /// From outside: shown, but not told again.
    void setTitle(const QString &title);
    void setSearchText(const QString &text);
    void setZone(const QString &warehouse, std::optional<int> zone);
    /// `rows` empty: not known yet; `more`: there may be more than `rows`.
    void setCount(std::optional<int> rows, bool more);

Q_SIGNALS:
    /// A filter was switched, chosen by its name, or a chip removed.
    void searchTextChanged(const QString &text);
    /// The chip of the zone was removed.
    void zoneRemoved();

private:
    struct Switch;

    void addSwitches();
    void addSwitch(const QString &text,
                   const QString &tip,
                   SearchKey key,
                   const QString &value,
                   const QString &name,
                   const QKeySequence &keys);
    void toggle(const Switch &changed, bool on);
    void change(const QString &text);
    void applyNamed(const QString &text);
    QString zoneTerm() const;
    void parse();
    void showChips();
    void showFinding();

    QString m_text;
    QString m_warehouse;
    std::optional<int> m_zone;
    SearchQuery m_query;
    std::vector<StockFilter> m_meanings; ///< of its terms
    std::vector<Switch> m_switches;
    QLabel *m_title;
    QLabel *m_count;
    ChipRow *m_chips;
    QMenu *m_menu;
    QAction *m_clear;
    QToolButton *m_button;
    NamedFiltersMenu *m_named;
    QWidget *m_findingRow;
    QLabel *m_finding;
    QTimer m_findingSoon;
};

} // namespace tanaban::ui
