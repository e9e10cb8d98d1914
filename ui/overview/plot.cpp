#include "ui/overview/plot.h"

#include "ui/look/theme.h"

#include <QKeyEvent>
#include <QPainter>

#include <algorithm>

namespace tanaban::ui {

namespace {

constexpr int lineHeight = 24;
constexpr int barGap = 8;
constexpr int valueHeight = 16; ///< above standing bars
constexpr int axisHeight = 18;  ///< below them
constexpr int barHeight = 8;    ///< of a lying one

} // namespace

/// Looks as its plot draws it.
class Plot::Button final : public QAbstractButton
{
public:
    Button(Plot &plot, int number)
        : QAbstractButton(&plot)
        , m_plot(plot)
        , m_number(number)
    {
        setAttribute(Qt::WA_Hover);
        setFocusPolicy(Qt::ClickFocus);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        if (m_number >= int(m_plot.m_bars.size()))
            return;
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        m_plot.paintBar(painter,
                        rect(),
                        m_plot.m_bars[size_t(m_number)],
                        underMouse() || isDown() || hasFocus());
        if (hasFocus()) {
            painter.setPen(QPen(Theme::colours().accent, 1.5));
            painter.setBrush(Qt::NoBrush);
            painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 4, 4);
        }
    }

    void keyPressEvent(QKeyEvent *event) override
    {
        switch (event->key()) {
        case Qt::Key_Left:
        case Qt::Key_Up:
            m_plot.step(m_number, -1);
            break;
        case Qt::Key_Right:
        case Qt::Key_Down:
            m_plot.step(m_number, 1);
            break;
        case Qt::Key_Home:
            m_plot.step(0, 0);
            break;
        case Qt::Key_End:
            m_plot.step(int(m_plot.m_bars.size()) - 1, 0);
            break;
        case Qt::Key_Return:
        case Qt::Key_Enter:
            click();
            break;
        default:
            QAbstractButton::keyPressEvent(event);
        }
    }

    void focusInEvent(QFocusEvent *event) override
    {
        m_plot.setCurrent(m_number);
        QAbstractButton::focusInEvent(event);
    }

private:
    Plot &m_plot;
    int m_number;
};

Plot::Plot(Kind kind, QWidget *parent)
    : QWidget(parent)
    , m_kind(kind)
{
    setFixedHeight(height);
    setFont(fontOf(TextSize::Secondary));
}

Plot::~Plot() = default;

QAbstractButton *Plot::button(size_t number) const
{
    return number < m_bars.size() ? m_buttons[number] : nullptr;
}

QSize Plot::sizeHint() const
{
    return {200, height};
}

void Plot::makeButtons()
{
    while (m_buttons.size() < m_bars.size()) {
        const int number = int(m_buttons.size());
        auto *button = new Button(*this, number);
        connect(button, &QAbstractButton::clicked, this, [this, number] {
            const Target target = m_bars[size_t(number)].target;
            Q_EMIT opened(target);
        });
        m_buttons.push_back(button);
    }
}

void Plot::setBars(std::vector<Bar> bars,
                   Symbol::Tone tone,
                   std::vector<std::pair<int, QString>> axis)
{
    const bool hadFocus = m_current < int(m_bars.size())
                          && m_buttons[size_t(m_current)]->hasFocus();
    const QString key = m_current < int(m_bars.size()) ? m_bars[size_t(m_current)].key : QString();
    m_bars = std::move(bars);
    m_tone = tone;
    m_axis = std::move(axis);
    makeButtons();
    const auto same = std::ranges::find(m_bars, key, &Bar::key);
    const int count = int(m_bars.size());
    const int now = same != m_bars.end() ? int(same - m_bars.begin()) : m_current;
    setCurrent(std::clamp(now, 0, std::max(0, count - 1)));
    // The keyboard first: a button that is hidden would give it to anybody.
    if (hadFocus && count > 0)
        m_buttons[size_t(m_current)]->setFocus(Qt::OtherFocusReason);
    else if (hadFocus)
        Q_EMIT focusLeft();
    for (size_t number = 0; number < m_buttons.size(); ++number) {
        const bool used = number < m_bars.size();
        m_buttons[number]->setVisible(used);
        if (!used)
            continue;
        m_buttons[number]->setAccessibleName(m_bars[number].name);
        m_buttons[number]->setToolTip(m_bars[number].name);
    }
    arrange();
    update();
    for (Button *each : m_buttons)
        each->update();
}

void Plot::setCurrent(int number)
{
    m_current = number;
    for (int i = 0; i < int(m_buttons.size()); ++i)
        m_buttons[size_t(i)]->setFocusPolicy(i == number ? Qt::StrongFocus : Qt::ClickFocus);
}

void Plot::step(int from, int by)
{
    const int to = std::clamp(from + by, 0, int(m_bars.size()) - 1);
    m_buttons[size_t(to)]->setFocus(by < 0 ? Qt::BacktabFocusReason : Qt::TabFocusReason);
}

void Plot::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void Plot::arrange()
{
    const int count = int(m_bars.size());
    for (int i = 0; i < count; ++i) {
        if (m_kind == Kind::Lying) {
            m_buttons[size_t(i)]->setGeometry(0, i * (lineHeight + 1), width(), lineHeight);
        } else {
            const int left = i * width() / count;
            const int right = (i + 1) * width() / count;
            m_buttons[size_t(i)]->setGeometry(
                left, valueHeight, right - left, height - valueHeight - axisHeight);
        }
    }
}

/// A little calmer than the symbol above it.
QColor Plot::colour() const
{
    constexpr double strength = 0.85;
    const Colours &colours = Theme::colours();
    switch (m_tone) {
    case Symbol::Tone::Low:
        return mixed(colours.base, colours.low, strength);
    case Symbol::Tone::Bad:
        return mixed(colours.base, colours.bad, strength);
    case Symbol::Tone::Good:
        return mixed(colours.base, colours.good, strength);
    case Symbol::Tone::Quiet:
        return mixed(colours.base, colours.secondary, strength);
    case Symbol::Tone::Accent:
        break;
    }
    return mixed(colours.base, colours.accent, strength);
}

int Plot::labelWidth() const
{
    int widest = 0;
    for (const Bar &bar : m_bars)
        widest = std::max(widest, fontMetrics().horizontalAdvance(bar.label));
    return std::min(widest, width() * 45 / 100);
}

int Plot::valueWidth() const
{
    int widest = 0;
    for (const Bar &bar : m_bars)
        widest = std::max(widest, fontMetrics().horizontalAdvance(bar.value));
    return std::min(widest, width() * 35 / 100);
}

/// Where the bar itself is, in the place of its button.
QRect Plot::barRect(const QRect &place, const Bar &bar) const
{
    const double share = std::clamp(bar.share, 0.0, 1.0);
    if (m_kind == Kind::Standing) {
        const int room = place.height() - 4;
        const int high = bar.isEmpty() ? 1 : std::max(2, int(room * share));
        const int wide = std::min(place.width() - 2, 28);
        return {place.center().x() - wide / 2 + 1, place.bottom() + 1 - high, wide, high};
    }
    const int left = 4 + labelWidth() + barGap;
    const int room = place.width() - left - barGap - valueWidth() - 4;
    const int wide = bar.isEmpty() ? 0 : std::max(2, int(room * share));
    return {left, place.center().y() - barHeight / 2 + 1, wide, barHeight};
}

void Plot::paintBar(QPainter &painter, const QRect &place, const Bar &bar, bool lively) const
{
    const Colours &colours = Theme::colours();
    painter.setPen(Qt::NoPen);
    if (lively) {
        painter.setBrush(colours.hover);
        painter.drawRoundedRect(place, 4, 4);
    }
    const QRect body = barRect(place, bar);
    if (m_kind == Kind::Standing) {
        painter.setBrush(bar.isEmpty() ? colours.border : colour());
        painter.drawRoundedRect(body, bar.isEmpty() ? 0 : 2, bar.isEmpty() ? 0 : 2);
        return;
    }
    QRect whole = body;
    whole.setRight(place.right() - 4 - valueWidth() - barGap);
    painter.setBrush(colours.hairline);
    painter.drawRoundedRect(whole, barHeight / 2.0, barHeight / 2.0);
    if (body.width() > 0) {
        painter.setClipRect(body);
        painter.setBrush(colour());
        painter.drawRoundedRect(body.adjusted(0, 0, body.width() < barHeight ? barHeight : 0, 0),
                                barHeight / 2.0,
                                barHeight / 2.0);
        painter.setClipping(false);
    }
    painter.setFont(font());
    painter.setPen(colours.text);
    painter.drawText(QRect(4, place.top(), labelWidth() + 1, place.height()),
                     Qt::AlignLeft | Qt::AlignVCenter,
                     fontMetrics().elidedText(bar.label, Qt::ElideRight, labelWidth() + 1));
    painter.setPen(colours.secondary);
    painter.drawText(place.adjusted(0, 0, -4, 0), Qt::AlignRight | Qt::AlignVCenter, bar.value);
}

void Plot::paintEvent(QPaintEvent *)
{
    if (m_kind != Kind::Standing || m_bars.empty())
        return;
    QPainter painter(this);
    paintAxis(painter);
    paintHighest(painter);
}

void Plot::paintAxis(QPainter &painter)
{
    const Colours &colours = Theme::colours();
    const int line = height - axisHeight;
    painter.setPen(colours.border);
    painter.drawLine(0, line, width() - 1, line);
    painter.setPen(colours.secondary);
    for (const auto &[number, text] : m_axis) {
        if (number >= int(m_bars.size()))
            continue;
        const int wide = fontMetrics().horizontalAdvance(text) + 2;
        const int middle = m_buttons[size_t(number)]->geometry().center().x();
        const int left = std::clamp(middle - wide / 2, 0, std::max(0, width() - wide));
        painter.drawText(QRect(left, line + 2, wide, axisHeight - 2), Qt::AlignCenter, text);
    }
}

/// The number of the highest bar, so that the others can be read by it.
void Plot::paintHighest(QPainter &painter)
{
    const auto highest = std::ranges::max_element(m_bars, {}, &Bar::share);
    if (highest->isEmpty())
        return;
    const QRect below = m_buttons[size_t(highest - m_bars.begin())]->geometry();
    const int wide = fontMetrics().horizontalAdvance(highest->value) + 2;
    const int left = std::clamp(below.center().x() - wide / 2, 0, std::max(0, width() - wide));
    painter.setPen(Theme::colours().secondary);
    painter.drawText(QRect(left, 0, wide, valueHeight + 2), Qt::AlignCenter, highest->value);
}

} // namespace tanaban::ui
