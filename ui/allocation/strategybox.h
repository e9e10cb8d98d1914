#pragma once

#include "ui/allocation/deskplan.h"

#include <QWidget>

class QComboBox;

namespace tanaban::ui {

class PersonalSettings;
class StrategyPicker;

/// Chooses how stock is chosen: each order's own strategy or one for all, and what must come together
/// then. Kept per person.
class StrategyBox : public QWidget
{
    Q_OBJECT

public:
    StrategyBox(PersonalSettings &settings, QWidget *parent);

    const DeskChoice &choice() const { return m_choice; }
    /// Those that can be chosen now.
    void setStrategies(const std::vector<Strategy> &strategies);

Q_SIGNALS:
    void chosen();

private:
    void onStrategy();
    void onCompleteness();
    void showCompleteness();

    void keep();

    PersonalSettings &m_settings;
    DeskChoice m_choice; ///< of this window; another one of the person may have another
    StrategyPicker *m_strategies;
    QComboBox *m_completeness;
};

} // namespace tanaban::ui
