#pragma once

#include <QWidget>

class QLabel;

namespace tanaban::ui {

class StrategyPicker;

/// A choice of strategies, and under it what the chosen one does.
class StrategyChoice : public QWidget
{
    Q_OBJECT

public:
    /// `caption`: with its mnemonic. `own`: each order's own can be chosen too, and is at first.
    StrategyChoice(const QString &caption, bool own, QWidget *parent);

    StrategyPicker &picker() { return *m_picker; }
    const StrategyPicker &picker() const { return *m_picker; }

private:
    StrategyPicker *m_picker;
    QLabel *m_description;
};

} // namespace tanaban::ui
