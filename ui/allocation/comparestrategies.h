#pragma once

#include "model/planning/comparing.h"
#include "ui/place.h"

#include <QDialog>

#include <memory>

class QLabel;
class QProgressBar;

namespace tanaban::ui {

class EffectView;
class Session;
class StrategyChoice;

/// What all open orders would get by one strategy and by another one. Nothing is written.
class CompareStrategies : public QDialog
{
    Q_OBJECT

public:
    CompareStrategies(Session &session, QWidget *parent);

Q_SIGNALS:
    /// To the order of a line.
    void wanted(const tanaban::ui::Target &target);

private:
    void read();
    void compare();
    void showFailure(const ReadFailure &failure);

    Session &m_session;
    std::shared_ptr<const AllocationBook> m_book; ///< read once, so that both plans are of it
    StrategyChoice *m_first;
    StrategyChoice *m_second;
    QProgressBar *m_working;
    QLabel *m_note;
    EffectView *m_effect;
    quint64 m_turn = 0;
};

} // namespace tanaban::ui
