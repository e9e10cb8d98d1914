#include "ui/look/workingbar.h"

#include <QCoreApplication>
#include <QProgressBar>

namespace tanaban::ui {

QProgressBar *makeWorkingBar(QWidget *parent)
{
    auto *bar = new QProgressBar(parent);
    bar->setRange(0, 0);
    bar->setTextVisible(false);
    bar->setFixedHeight(3);
    bar->setAccessibleName(QCoreApplication::translate("tanaban::ui::WorkingBar", "Working"));
    QSizePolicy keepsItsRoom = bar->sizePolicy();
    keepsItsRoom.setRetainSizeWhenHidden(true);
    bar->setSizePolicy(keepsItsRoom);
    bar->hide();
    return bar;
}

} // namespace tanaban::ui
