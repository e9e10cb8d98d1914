#pragma once

#include "model/instant.h"

#include <QDialog>

class QDateTimeEdit;
class QPushButton;

namespace tanaban::ui {

/// Asks for a past moment, in the time of this computer.
class AsOfDialog : public QDialog
{
    Q_OBJECT

public:
    /// Begins with `moment`; nothing later than now can be chosen.
    AsOfDialog(Instant moment, QWidget *parent);

    QDateTimeEdit &edit() { return *m_edit; }

Q_SIGNALS:
    /// The dialog has closed.
    void chosen(tanaban::Instant moment);

private:
    QDateTimeEdit *m_edit;
};

} // namespace tanaban::ui
