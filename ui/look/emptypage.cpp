#include "ui/look/emptypage.h"

#include "ui/look/symbol.h"
#include "ui/look/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

#include <algorithm>

namespace tanaban::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int pageSymbol = 48;
constexpr int roomForSymbol = 240; ///< a low page keeps to its words
constexpr int sideEdge = 24;
constexpr int upperEdge = 8;
constexpr int beforeButtons = 8;

} // namespace

EmptyPage::EmptyPage(QWidget *parent)
    : QWidget(parent)
    , m_symbol(new Symbol(u"empty"_s, pageSymbol, this))
    , m_title(new QLabel(this))
    , m_text(new QLabel(this))
    , m_buttons(new QWidget(this))
{
    setObjectName(u"emptyPage"_s);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_title->setObjectName(u"emptyTitle"_s);
    m_title->setFont(fontOf(TextSize::Title, true));
    m_text->setObjectName(u"emptyText"_s);
    m_text->setWordWrap(true);
    m_text->setForegroundRole(QPalette::PlaceholderText);
    for (QLabel *label : {m_title, m_text})
        label->setAlignment(Qt::AlignCenter);
    auto *row = new QHBoxLayout(m_buttons);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addStretch();
    row->addStretch();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(sideEdge, upperEdge, sideEdge, upperEdge);
    layout->setSpacing(4);
    layout->addStretch(2);
    layout->addWidget(m_symbol);
    layout->addSpacing(4);
    layout->addWidget(m_title);
    layout->addWidget(m_text);
    layout->addSpacing(beforeButtons);
    layout->addWidget(m_buttons);
    layout->addStretch(3);
}

void EmptyPage::offer(const QList<QAction *> &actions)
{
    auto *row = static_cast<QHBoxLayout *>(m_buttons->layout());
    for (QAction *action : actions) {
        auto *button = new QPushButton(m_buttons);
        row->insertWidget(row->count() - 1, button);
        const auto follow = [action, button] {
            button->setText(action->text());
            button->setEnabled(action->isEnabled());
            button->setToolTip(action->isEnabled() ? action->statusTip() : action->toolTip());
        };
        connect(action, &QAction::changed, button, follow);
        connect(button, &QPushButton::clicked, action, &QAction::trigger);
        follow();
        m_offers.push_back({action, button});
    }
}

void EmptyPage::say(const QString &title, const QString &text, const QList<QAction *> &offered)
{
    m_title->setText(title);
    m_text->setText(text);
    for (const Offer &each : m_offers)
        each.button->setVisible(offered.contains(each.action));
    fit();
}

void EmptyPage::takeFocus()
{
    const auto ready = std::ranges::find_if(m_offers, [](const Offer &each) {
        return !each.button->isHidden() && each.button->isEnabled();
    });
    if (ready != m_offers.end())
        ready->button->setFocus(Qt::ShortcutFocusReason);
    else
        focusNextChild();
}

int EmptyPage::heightNeeded(bool withText) const
{
    const int gap = layout()->spacing();
    const int words = withText ? m_text->heightForWidth(width() - 2 * sideEdge) + gap : 0;
    return 2 * upperEdge + m_title->sizeHint().height() + words + beforeButtons + 2 * gap
           + m_buttons->sizeHint().height();
}

QSize EmptyPage::minimumSizeHint() const
{
    return {QWidget::minimumSizeHint().width(), heightNeeded(false)};
}

void EmptyPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit();
}

void EmptyPage::fit()
{
    m_symbol->setVisible(height() >= roomForSymbol);
    m_text->setVisible(height() >= heightNeeded(true));
}

} // namespace tanaban::ui
