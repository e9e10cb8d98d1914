#pragma once

#include <QScrollArea>

class QDialog;

namespace tanaban::ui {

/// As large as what it holds, where there is room; on a low screen, or with everything at 200 %, that
/// is scrolled, and comes into view with the keyboard.
class LowArea : public QScrollArea
{
    Q_OBJECT

public:
    LowArea(QWidget *content, QWidget *parent);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
};

/// A dialog that needs more than `room`, if that is anything, has all that stands in it in a LowArea
/// from now on, but for the buttons at its foot, and is no larger than that.
void fitInto(QDialog &dialog, const QSize &room);
/// So does every dialog of the program, for the screen that it comes up on.
void fitDialogsToScreens();
/// What a window may have of its screen, without the title that the desktop gives it. Nothing on a
/// screen that is smaller than we are made for: people scroll their desktop then.
QSize roomOnScreen(const QWidget &window);

} // namespace tanaban::ui
