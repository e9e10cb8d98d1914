#include "ui/start/choicebutton.h"

#include "ui/look/icons.h"

#include <QKeyEvent>
#include <QPainter>

namespace tanaban::ui {

namespace {

constexpr int buttonEdge = 12;
constexpr int choiceSymbol = 24;
constexpr int betweenLines = 2;
constexpr int usualWidth = 460;

} // namespace

ChoiceButton::ChoiceButton(QString symbol, const QString &title, QString sentence, QWidget *parent)
    : QAbstractButton(parent)
    , m_symbol(std::move(symbol))
    , m_sentence(std::move(sentence))
{
    setText(title);
    setAccessibleDescription(m_sentence);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

QRect ChoiceButton::textPlace(int width) const
{
    const int left = buttonEdge + choiceSymbol + buttonEdge;
    const int room = std::max(1, width - left - buttonEdge);
    const QFontMetrics title(fontOf(TextSize::Normal, true));
    const QFontMetrics sentence(fontOf(TextSize::Secondary));
    const int height = title.height() + betweenLines
                       + sentence
                             .boundingRect(QRect(0, 0, room, 10'000),
                                           Qt::TextWordWrap | Qt::AlignLeft,
                                           m_sentence)
                             .height();
    return {left, buttonEdge - 2, room, height};
}

QSize ChoiceButton::sizeHint() const
{
    return {usualWidth, heightForWidth(usualWidth)};
}

int ChoiceButton::heightForWidth(int width) const
{
    return textPlace(width).height() + 2 * (buttonEdge - 2);
}

void ChoiceButton::paintEvent(QPaintEvent *)
{
    const Colours &colours = Theme::colours();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(hasFocus() ? colours.accent : colours.border);
    painter.setBrush(isDown() ? colours.selection : underMouse() ? colours.hover : colours.raised);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    painter.setRenderHint(QPainter::Antialiasing, false);
    const QRect text = textPlace(width());
    const QRect symbol(buttonEdge, (height() - choiceSymbol) / 2, choiceSymbol, choiceSymbol);
    paintIcon(&painter, symbol, m_symbol, colours.accent);
    painter.setFont(fontOf(TextSize::Normal, true));
    painter.setPen(colours.text);
    painter.drawText(text, Qt::AlignLeft | Qt::AlignTop, this->text());
    const int below = painter.fontMetrics().height() + betweenLines;
    painter.setFont(fontOf(TextSize::Secondary));
    painter.setPen(colours.secondary);
    painter.drawText(
        text.adjusted(0, below, 0, 0), Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, m_sentence);
}

void ChoiceButton::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

} // namespace tanaban::ui
