#include "ui/look/buttonbar.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace tanaban::ui {

ButtonBar::ButtonBar(QWidget *parent)
    : QWidget(parent)
    , m_row(new QHBoxLayout(this))
{
    m_row->setContentsMargins(0, 4, 0, 0);
    m_row->setSpacing(8);
}

QPushButton *ButtonBar::add(const QString &text, const QString &name, const QString &tip)
{
    auto *button = new QPushButton(text, this);
    button->setObjectName(name);
    button->setAutoDefault(false);
    button->setToolTip(tip);
    m_row->addWidget(button);
    return button;
}

void ButtonBar::space()
{
    m_row->addStretch(1);
}

} // namespace tanaban::ui
