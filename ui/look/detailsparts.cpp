#include "ui/look/detailsparts.h"

#include "ui/look/symbol.h"
#include "ui/look/tint.h"

#include <QVBoxLayout>

namespace tanaban::ui {

using namespace Qt::StringLiterals;

QLabel *plainLabel(QWidget *parent, TextSize size, bool strong)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setFont(fontOf(size, strong));
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

QLabel *secondaryLabel(QWidget *parent, const QString &text)
{
    QLabel *label = plainLabel(parent, TextSize::Secondary);
    tint(label, Tint::Secondary);
    label->setText(text);
    return label;
}

QGridLayout *factsGrid()
{
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(1, 1);
    return grid;
}

QLabel *addFact(QGridLayout *grid, const QString &name, QWidget *parent)
{
    const int row = grid->rowCount();
    QLabel *caption = secondaryLabel(parent, name);
    caption->setWordWrap(false);
    QLabel *value = plainLabel(parent);
    value->setAccessibleName(name);
    grid->addWidget(caption, row, 0, Qt::AlignTop);
    grid->addWidget(value, row, 1);
    return value;
}

QWidget *emptyDetails(const QString &text, QWidget *parent)
{
    auto *page = new QWidget(parent);
    auto *label = new QLabel(text, page);
    label->setAlignment(Qt::AlignCenter);
    label->setWordWrap(true);
    tint(label, Tint::Secondary);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(detailsEdge, detailsEdge, detailsEdge, detailsEdge);
    layout->addStretch(2);
    layout->addWidget(new Symbol(u"tanaban"_s, 40, page));
    layout->addSpacing(8);
    layout->addWidget(label);
    layout->addStretch(3);
    return page;
}

} // namespace tanaban::ui
