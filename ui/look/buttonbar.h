#pragma once

#include <QWidget>

class QHBoxLayout;
class QPushButton;

namespace tanaban::ui {

/// The buttons at the foot of a dialog: what stands aside first, then a space(), then the way back and
/// the deed. Enter presses none of them but the one that is made the default.
class ButtonBar : public QWidget
{
    Q_OBJECT

public:
    explicit ButtonBar(QWidget *parent);

    QPushButton *add(const QString &text, const QString &name, const QString &tip = {});
    void space();

private:
    QHBoxLayout *m_row;
};

} // namespace tanaban::ui
