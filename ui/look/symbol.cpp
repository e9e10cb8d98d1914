#include "ui/look/symbol.h"

#include "ui/look/icons.h"

#include <QPainter>

namespace tanaban::ui {

Symbol::Symbol(QString name, int size, QWidget *parent)
    : QWidget(parent)
    , m_name(std::move(name))
    , m_size(size)
{
    setMinimumSize(size, size);
}

void Symbol::setSymbol(const QString &name, Tone tone)
{
    m_name = name;
    m_tone = tone;
    update();
}

QSize Symbol::sizeHint() const
{
    return {m_size, m_size};
}

void Symbol::paintEvent(QPaintEvent *)
{
    const Colours &colours = Theme::colours();
    QColor colour = colours.secondary;
    switch (m_tone) {
    case Tone::Quiet:
        break;
    case Tone::Accent:
        colour = colours.accent;
        break;
    case Tone::Good:
        colour = colours.good;
        break;
    case Tone::Low:
        colour = colours.low;
        break;
    case Tone::Bad:
        colour = colours.bad;
        break;
    }
    QRect place(0, 0, m_size, m_size);
    place.moveCenter(rect().center());
    QPainter painter(this);
    paintIcon(&painter, place, m_name, colour);
}

} // namespace tanaban::ui
