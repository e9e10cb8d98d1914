#include "ui/stock/chiprow.h"

#include "ui/look/icons.h"

#include <QEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QToolButton>

namespace tanaban::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestChip = 24;
constexpr int chipGap = 4;
constexpr int mostWidth = 240; ///< of one chip

} // namespace

ChipRow::ChipRow(QWidget *parent)
    : QWidget(parent)
    , m_more(new QToolButton(this))
    , m_others(new QMenu(this))
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_more->setProperty("chip", true);
    m_more->setPopupMode(QToolButton::InstantPopup);
    m_more->setMenu(m_others);
    m_more->setFocusPolicy(Qt::TabFocus);
    m_more->hide();
}

void ChipRow::addButton()
{
    const std::size_t number = m_buttons.size();
    auto *button = new QToolButton(this);
    button->setProperty("chip", true);
    button->setIcon(icon(u"close"_s));
    button->setIconSize({10, 10});
    button->setLayoutDirection(Qt::RightToLeft); // the cross stands behind the words
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setMaximumWidth(mostWidth);
    button->installEventFilter(this);
    connect(button, &QToolButton::clicked, this, [this, number] { remove(number); });
    m_buttons.push_back(button);
    // Tab comes to it where the row stands, not after all that was made before it.
    setTabOrder(number > 0 ? m_buttons[number - 1] : m_more, button);
    setTabOrder(button, m_more);
}

QStringList ChipRow::texts() const
{
    QStringList texts;
    for (const Chip &chip : m_chips)
        texts << (chip.tip.isEmpty() ? chip.text : chip.tip);
    return texts;
}

QString ChipRow::shortened(const QString &text)
{
    return text.size() > longestChip ? QString(text.left(longestChip - 1) + u'…') : text;
}

void ChipRow::setChips(std::vector<Chip> chips)
{
    m_chips = std::move(chips);
    while (m_buttons.size() < m_chips.size())
        addButton();
    for (std::size_t i = 0; i < m_chips.size(); ++i) {
        const Chip &chip = m_chips[i];
        QToolButton *button = m_buttons[i];
        const QString whole = chip.tip.isEmpty() ? chip.text : chip.tip;
        // An ampersand would be taken for a shortcut.
        button->setText(QString(chip.text).replace(u'&', u"&&"_s));
        button->setAccessibleName(tr("Remove the filter %1").arg(whole));
        button->setToolTip(button->accessibleName());
    }
    updateGeometry();
    arrange();
}

void ChipRow::remove(std::size_t number)
{
    if (number >= m_chips.size())
        return;
    const bool hadFocus = m_buttons[number]->hasFocus();
    const auto act = m_chips[number].remove; // the chips are others afterwards
    act();
    // The next chip is where this one was; without one, the last.
    if (hadFocus && !m_chips.empty())
        m_buttons[std::min(number, m_chips.size() - 1)]->setFocus(Qt::OtherFocusReason);
}

bool ChipRow::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        const auto chip = std::ranges::find(m_buttons, watched);
        const bool removes = key == Qt::Key_Delete || key == Qt::Key_Backspace
                             || key == Qt::Key_Return || key == Qt::Key_Enter;
        if (removes && chip != m_buttons.end()) {
            remove(std::size_t(chip - m_buttons.begin()));
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

/// As many as fit, in their order; the rest are offered by the button behind them.
void ChipRow::arrange()
{
    const auto widthOf = [this](std::size_t number) {
        return std::min(mostWidth, m_buttons[number]->sizeHint().width());
    };
    int all = 0;
    for (std::size_t i = 0; i < m_chips.size(); ++i)
        all += widthOf(i) + (i > 0 ? chipGap : 0);
    m_more->setText(tr("+%1", "so many more filters").arg(m_chips.size()));
    const int room = all <= width() ? width() : width() - m_more->sizeHint().width() - chipGap;
    int left = 0;
    std::size_t shown = 0;
    while (shown < m_chips.size() && left + widthOf(shown) <= room) {
        QToolButton *button = m_buttons[shown];
        button->setGeometry(left, 0, widthOf(shown), button->sizeHint().height());
        left += widthOf(shown) + chipGap;
        ++shown;
    }
    for (std::size_t i = 0; i < m_buttons.size(); ++i)
        m_buttons[i]->setVisible(i < shown);
    m_others->clear();
    for (std::size_t i = shown; i < m_chips.size(); ++i) {
        QAction *action = m_others->addAction(m_buttons[i]->accessibleName());
        // Removing makes these actions anew, this one too: not while it is being triggered.
        connect(
            action, &QAction::triggered, this, [this, i] { remove(i); }, Qt::QueuedConnection);
    }
    m_more->setVisible(shown < m_chips.size());
    m_more->setText(tr("+%1", "so many more filters").arg(m_chips.size() - shown));
    m_more->setAccessibleName(tr("%n more filter(s)", nullptr, int(m_chips.size() - shown)));
    m_more->setGeometry(left, 0, m_more->sizeHint().width(), m_more->sizeHint().height());
}

void ChipRow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

QSize ChipRow::sizeHint() const
{
    int width = 0;
    for (std::size_t i = 0; i < m_chips.size(); ++i)
        width += std::min(mostWidth, m_buttons[i]->sizeHint().width()) + chipGap;
    return {width, m_more->sizeHint().height()};
}

QSize ChipRow::minimumSizeHint() const
{
    return {m_chips.empty() ? 0 : m_more->sizeHint().width(), m_more->sizeHint().height()};
}

} // namespace tanaban::ui
