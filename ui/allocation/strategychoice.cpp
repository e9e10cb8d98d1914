#include "ui/allocation/strategychoice.h"

#include "ui/look/detailsparts.h"
#include "ui/strategies/strategypicker.h"

#include <QHBoxLayout>
#include <QLabel>

namespace tanaban::ui {

using namespace Qt::StringLiterals;

StrategyChoice::StrategyChoice(const QString &caption, bool own, QWidget *parent)
    : QWidget(parent)
    , m_picker(new StrategyPicker(own, this))
    , m_description(secondaryLabel(this))
{
    m_picker->setObjectName(u"strategyChoice"_s);
    auto *label = new QLabel(caption, this);
    label->setBuddy(m_picker);
    m_description->setObjectName(u"strategyDescription"_s);
    auto *row = new QHBoxLayout;
    row->setSpacing(12);
    row->addWidget(label);
    row->addWidget(m_picker);
    row->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addLayout(row);
    layout->addWidget(m_description);
    const auto describeChosen = [this] { m_description->setText(m_picker->description()); };
    connect(m_picker, &StrategyPicker::chosen, this, describeChosen);
    describeChosen();
}

} // namespace tanaban::ui
