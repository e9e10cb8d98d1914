#pragma once

#include "model/planning/strategy.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QGridLayout;
class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;
class QSpinBox;

namespace tanaban::ui {

/// The rules of one strategy and the name they are saved by. All of it can be done with the keyboard:
/// in the list of preferences Alt with Up and Down moves one, Del removes it.
class StrategyEditor : public QWidget
{
    Q_OBJECT

public:
    explicit StrategyEditor(QWidget *parent);

    /// Rules to begin with; a built-in one has to be saved under another name.
    void present(const Strategy &strategy, bool builtIn);
    /// As if these had been typed instead of those.
    void retype(const Strategy &strategy);
    /// What stands there is no longer what was presented.
    bool isTyped() const { return strategy() != m_presented; }
    /// As it stands now, with the name that was typed.
    Strategy strategy() const;
    /// Why it cannot be saved; empty when it can. Said beside the name.
    QString complain();
    QLineEdit *nameEdit() const { return m_name; }
    void setAllowed(bool allowed);

private:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void makePreferences(QGridLayout *grid);
    void makeRest(QGridLayout *grid);
    void fill(const Strategy &strategy);
    void addRule(PlanRule rule);
    void move(int step);
    void remove();
    void changed();
    QPushButton *button(const QString &text, const QString &name);
    std::vector<PlanRule> preferences() const;

    QLineEdit *m_name;
    QLabel *m_nameNote;
    QListWidget *m_preferences = nullptr;
    QPushButton *m_up = nullptr;
    QPushButton *m_down = nullptr;
    QPushButton *m_remove = nullptr;
    QComboBox *m_more = nullptr;
    QPushButton *m_add = nullptr;
    QComboBox *m_completeness = nullptr;
    QCheckBox *m_oneWarehouse = nullptr;
    QCheckBox *m_oneLot = nullptr;
    QLineEdit *m_lot = nullptr;
    QSpinBox *m_daysLeft = nullptr;
    QLabel *m_description = nullptr;
    Strategy m_presented; ///< as it stood before anything was typed
    bool m_filling = false;
};

} // namespace tanaban::ui
