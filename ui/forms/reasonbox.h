#pragma once

#include <QComboBox>

namespace tanaban::ui {

/// Why something is done, in a few words: what is usual, or anything else that is typed. Empty at first.
class ReasonBox : public QComboBox
{
    Q_OBJECT

public:
    ReasonBox(const QStringList &usual, QWidget *parent);

    /// As it is stored.
    QString reason() const;
    void forget();
};

} // namespace tanaban::ui
