#pragma once

#include "model/planning/strategy.h"

#include <QComboBox>

namespace tanaban::ui {

/// A choice among the strategies: those that are always there, and the ones that were saved once they
/// are known. What it does stands in its tip.
class StrategyPicker : public QComboBox
{
    Q_OBJECT

public:
    /// `own`: each order's own can be chosen too, and is at first.
    StrategyPicker(bool own, QWidget *parent);

    /// Built in or saved, as they are now; what is chosen stays chosen, by its name.
    void setStrategies(const std::vector<Strategy> &strategies);
    /// By its name, empty for each order's own; also one that comes to be known later.
    void choose(const QString &name);
    /// Exactly this one, if need be as a line of its own.
    void choose(const Strategy &wanted);

    /// Nothing: each order's own.
    std::optional<Strategy> strategy() const;
    /// What the chosen one does, in a sentence.
    QString description() const;

Q_SIGNALS:
    /// Another one, or other rules under its name.
    void chosen();

private:
    void fill();
    void onIndex();
    void tell();

    bool m_own;
    std::vector<Strategy> m_strategies;
    std::optional<Strategy> m_special; ///< as no list has it; the last line
    QString m_wanted;                  ///< its name
    bool m_wantsSpecial = false;
};

} // namespace tanaban::ui
