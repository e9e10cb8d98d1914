#pragma once

#include "model/planning/savedstrategies.h"
#include "ui/place.h"

#include <QTimer>
#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;

namespace tanaban::ui {

class PartnerField;

/// Which strategy the company, a partner or an order uses, and the choice of another one.
class StrategyUsers : public QWidget
{
    Q_OBJECT

public:
    StrategyUsers(const PlaceServices &services, QWidget *parent);

    /// What can be chosen.
    void setStrategies(const std::vector<Strategy> &strategies);
    /// Reads again what is used.
    void read();
    void setAllowed(bool allowed);

Q_SIGNALS:
    /// The person wants this one (empty: none of its own) to be used.
    void chosen(tanaban::StrategyScope scope, const QString &code, const QString &strategy);

private:
    StrategyScope scope() const;
    QString code() const;
    void showScope();
    void showUsed(const QString &strategy);
    void updateButton();

    PlaceServices m_services;
    QComboBox *m_scope;
    QStackedWidget *m_codes;
    PartnerField *m_partner;
    QLineEdit *m_order;
    QComboBox *m_strategy;
    QPushButton *m_set;
    QLabel *m_note;
    QTimer m_pause;
    QString m_used;
    bool m_known = false; ///< what is used was read for what stands in the fields
    bool m_allowed = true;
    quint64 m_turn = 0;
};

} // namespace tanaban::ui
