#include "ui/overview/card.h"

#include "ui/look/theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

namespace tanaban::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int cardEdge = 12;

} // namespace

/// Symbol and title, below them the figure and its sentence.
class Card::Head final : public QAbstractButton
{
public:
    explicit Head(QWidget *parent)
        : QAbstractButton(parent)
        , m_symbol(new Symbol(u"all"_s, 16, this))
        , m_title(newLabel(TextSize::Normal))
        , m_figure(newLabel(TextSize::Figure))
        , m_sentence(newLabel(TextSize::Secondary))
    {
        setFocusPolicy(Qt::StrongFocus);
        setAttribute(Qt::WA_Hover);
        setCursor(Qt::PointingHandCursor);
        m_figure->setObjectName(u"figure"_s);
        m_sentence->setObjectName(u"sentence"_s);
        m_sentence->setForegroundRole(QPalette::PlaceholderText);
        m_sentence->setWordWrap(true);
        m_sentence->setAlignment(Qt::AlignLeft | Qt::AlignVCenter);
        auto *first = new QHBoxLayout;
        first->setSpacing(8);
        first->addWidget(m_symbol);
        first->addWidget(m_title, 1);
        auto *second = new QHBoxLayout;
        second->setSpacing(cardEdge);
        second->addWidget(m_figure);
        second->addWidget(m_sentence, 1);
        auto *column = new QVBoxLayout(this);
        column->setContentsMargins(0, 0, 0, 0);
        column->setSpacing(0);
        column->addLayout(first);
        column->addLayout(second);
        setFixedHeight(m_title->fontMetrics().height() + 4 + lineHeights());
    }

    void setContent(const CardContent &content)
    {
        const bool calm = content.tone == Symbol::Tone::Quiet;
        m_symbol->setSymbol(content.symbol, content.tone);
        m_title->setText(content.title);
        m_figure->setText(content.figure);
        m_figure->setForegroundRole(calm ? QPalette::PlaceholderText : QPalette::WindowText);
        m_sentence->setText(content.sentence);
        setAccessibleName(
            tr("%1: %2", "name of a card, its number").arg(content.title, content.figure));
        setAccessibleDescription(content.sentence);
    }

protected:
    /// The card draws all that is to be seen of it.
    void paintEvent(QPaintEvent *) override {}

    void keyPressEvent(QKeyEvent *event) override
    {
        if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
            click();
        else
            QAbstractButton::keyPressEvent(event);
    }

    bool event(QEvent *event) override
    {
        if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut
            || event->type() == QEvent::HoverEnter || event->type() == QEvent::HoverLeave)
            parentWidget()->update();
        return QAbstractButton::event(event);
    }

private:
    QLabel *newLabel(TextSize size)
    {
        auto *label = new QLabel(this);
        label->setFont(fontOf(size, size != TextSize::Secondary));
        label->setTextFormat(Qt::PlainText);
        label->setAttribute(Qt::WA_TransparentForMouseEvents);
        return label;
    }

    /// Room for the figure, and for two lines of the sentence.
    int lineHeights() const
    {
        return std::max(m_figure->fontMetrics().height(),
                        m_sentence->fontMetrics().lineSpacing() * 2 + 2);
    }

    Symbol *m_symbol;
    QLabel *m_title;
    QLabel *m_figure;
    QLabel *m_sentence;
};

Card::Card(const CardContent &content, QWidget *parent)
    : QFrame(parent)
    , m_head(new Head(this))
    , m_plot(new Plot(content.kind, this))
    , m_wide(content.wide)
{
    setObjectName(content.id);
    m_head->setObjectName(QString(content.id + u"Head"));
    m_plot->setObjectName(QString(content.id + u"Plot"));
    setCursor(Qt::PointingHandCursor);
    m_plot->setCursor(Qt::PointingHandCursor);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(cardEdge, cardEdge, cardEdge, cardEdge);
    column->setSpacing(8);
    column->addWidget(m_head);
    column->addWidget(m_plot);
    column->addStretch();
    connect(m_head, &QAbstractButton::clicked, this, [this] {
        const Target target = m_target;
        Q_EMIT opened(target);
    });
    connect(m_plot, &Plot::opened, this, &Card::opened);
    connect(m_plot, &Plot::focusLeft, this, [this] { m_head->setFocus(Qt::OtherFocusReason); });
    setContent(content);
}

QAbstractButton *Card::head() const
{
    return m_head;
}

void Card::setContent(const CardContent &content)
{
    m_target = content.target;
    m_head->setContent(content);
    m_plot->setBars(content.bars, content.tone, content.axis);
    m_plot->setVisible(!content.bars.empty());
}

void Card::paintEvent(QPaintEvent *)
{
    const Colours &colours = Theme::colours();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool focus = m_head->hasFocus();
    painter.setPen(focus ? QPen(colours.accent, 2) : QPen(colours.hairline, 1));
    painter.setBrush(m_head->underMouse() ? mixed(colours.base, colours.hover, 0.5) : colours.base);
    const double inset = focus ? 1.0 : 0.5;
    painter.drawRoundedRect(QRectF(rect()).adjusted(inset, inset, -inset, -inset), 6, 6);
}

/// Where there is neither head nor bar, the card is as good as its head.
void Card::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && rect().contains(event->pos()))
        m_head->click();
}

} // namespace tanaban::ui
