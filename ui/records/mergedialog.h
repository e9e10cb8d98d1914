#pragma once

#include "model/commandrunner.h"
#include "ui/forms/submission.h"
#include "ui/orders/ordertext.h"

#include <QDialog>

class QGridLayout;
class QPushButton;
class QRadioButton;

namespace tanaban::ui {

class KeyGuard;

/// Two people set the same fields of a record differently: shows what each field was, theirs and
/// mine, who and when; the person chooses field by field. Nothing else is asked. `goods`: those that
/// the lines of an order are of.
class MergeDialog : public QDialog
{
    Q_OBJECT

public:
    MergeDialog(const FormServices &services,
                const RecordCommand &command,
                const RecordMeanwhile &meanwhile,
                QWidget *parent,
                const Goods &goods = {});

    const RecordMeanwhile &meanwhile() const { return m_meanwhile; }

Q_SIGNALS:
    /// What is still wanted, to be written onto meanwhile().now; the dialog has closed.
    void decided(const QJsonObject &fields);

private:
    struct Choice
    {
        FieldClash clash;
        QRadioButton *theirs = nullptr;
        QRadioButton *mine = nullptr;
    };

    QWidget *buildTable();
    QString textOf(const FieldClash &clash,
                   const QJsonValue &value,
                   const QJsonObject &fields) const;
    QWidget *buildButtons();
    void chooseAll(bool mine);
    void update();
    void save();

    RecordCommand m_command;
    RecordMeanwhile m_meanwhile;
    Goods m_goods;
    std::vector<Choice> m_choices;
    QPushButton *m_save = nullptr;
    KeyGuard *m_guard = nullptr;
};

} // namespace tanaban::ui
