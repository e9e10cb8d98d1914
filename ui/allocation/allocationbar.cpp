#include "ui/allocation/allocationbar.h"

#include "ui/actiontext.h"
#include "ui/allocation/strategybox.h"
#include "ui/look/theme.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>

namespace tanaban::ui {

using namespace Qt::StringLiterals;

AllocationBar::AllocationBar(PersonalSettings &settings, QAction *review, QWidget *parent)
    : QWidget(parent)
    , m_strategy(new StrategyBox(settings, this))
    , m_count(new QLabel(this))
    , m_chipRow(new QWidget(this))
    , m_menu(new QMenu(tr("&Filter"), this))
{
    setObjectName(u"allocationBar"_s);
    auto *title = new QLabel(tr("Allocation"), this);
    title->setFont(fontOf(TextSize::Title, true));
    m_count->setObjectName(u"waitingCount"_s);
    m_count->setForegroundRole(QPalette::PlaceholderText);
    auto *head = new QHBoxLayout;
    head->setSpacing(12);
    head->addWidget(title);
    head->addWidget(m_count, 1);
    head->addWidget(m_strategy);
    auto *chips = new QHBoxLayout(m_chipRow);
    chips->setContentsMargins(0, 0, 0, 0);
    chips->setSpacing(4);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 8, 8, 8);
    column->setSpacing(8);
    column->addLayout(head);
    column->addWidget(m_chipRow);

    m_due = newAction(u"allocation.due"_s,
                      tr("&Due today or overdue"),
                      tr("Only orders that are due today or were due before"),
                      Qt::Key_1);
    m_filled = newAction(u"allocation.filled"_s,
                         tr("Can be &filled"),
                         tr("Only orders that will lack nothing"),
                         Qt::Key_2);
    m_short = newAction(u"allocation.short"_s,
                        tr("S&hort"),
                        tr("Only orders that will still lack something"),
                        Qt::Key_3);
    m_clear = new QAction(tr("&Clear all filters"), this);
    m_clear->setObjectName(u"allocation.clear"_s);
    m_clear->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_F);
    m_clear->setStatusTip(tr("Show all orders that wait: no filter, no search text"));
    connect(m_clear, &QAction::triggered, this, [this] { setFilter({}); });
    m_menu->addSeparator();
    m_menu->addAction(m_clear);
    using Verdict = WaitingFilter::Verdict;
    connect(m_due, &QAction::triggered, this, [this](bool on) {
        WaitingFilter filter = m_filter;
        filter.due = on;
        setFilter(filter);
    });
    for (const auto &[action, verdict] :
         {std::pair(m_filled, Verdict::Filled), std::pair(m_short, Verdict::Short)})
    {
        connect(action, &QAction::triggered, this, [this, verdict = verdict](bool on) {
            WaitingFilter filter = m_filter;
            filter.verdict = on ? verdict : Verdict::Any;
            setFilter(filter);
        });
    }
    addChip(m_clear, {});
    addChip(m_due, {Verdict::Any, true, {}});
    addChip(m_filled, {Verdict::Filled, false, {}});
    addChip(m_short, {Verdict::Short, false, {}});
    chips->addStretch(1);
    m_pending = new QPushButton(m_chipRow); // Tab comes to it after the chips
    m_pending->setObjectName(u"pendingButton"_s);
    m_pending->setAutoDefault(false);
    m_pending->setToolTip(review->statusTip());
    m_pending->hide();
    connect(m_pending, &QPushButton::clicked, review, &QAction::trigger);
    chips->addWidget(m_pending);
    showFilter();
}

QAction *AllocationBar::newAction(const QString &name,
                                  const QString &text,
                                  const QString &tip,
                                  int key)
{
    QAction *action = m_menu->addAction(text);
    action->setObjectName(name);
    action->setCheckable(true);
    action->setStatusTip(tip);
    action->setShortcut(Qt::ALT | Qt::Key(key));
    return action;
}

void AllocationBar::addChip(QAction *action, const WaitingFilter &filter)
{
    auto *button = new QToolButton(m_chipRow);
    button->setObjectName(QString(u"chip."_s + action->objectName()));
    button->setCheckable(true);
    button->setFocusPolicy(Qt::TabFocus);
    const QString keys = action->shortcut().toString(QKeySequence::NativeText);
    button->setToolTip(QString(action->statusTip() + u" ("_s + keys + u')'));
    connect(button, &QToolButton::clicked, this, [this, action] {
        action->trigger();
        showFilter(); // a press on what is all that is shown changes nothing
    });
    m_chipRow->layout()->addWidget(button);
    m_chips.push_back({action, button, filter});
}

void AllocationBar::setFilter(const WaitingFilter &filter)
{
    const bool changed = filter != m_filter;
    m_filter = filter;
    showFilter();
    if (changed)
        Q_EMIT filterChanged();
}

void AllocationBar::showFilter()
{
    m_due->setChecked(m_filter.due);
    m_filled->setChecked(m_filter.verdict == WaitingFilter::Verdict::Filled);
    m_short->setChecked(m_filter.verdict == WaitingFilter::Verdict::Short);
    const bool all = !m_filter.due && m_filter.verdict == WaitingFilter::Verdict::Any;
    for (const Chip &chip : m_chips)
        chip.button->setChecked(chip.action == m_clear ? all : chip.action->isChecked());
}

void AllocationBar::setSearchText(const QString &text)
{
    m_filter.text = text;
}

QJsonObject AllocationBar::state() const
{
    const QString verdict = m_filter.verdict == WaitingFilter::Verdict::Filled  ? u"filled"_s
                            : m_filter.verdict == WaitingFilter::Verdict::Short ? u"short"_s
                                                                                : QString();
    return {{u"text"_s, m_filter.text}, {u"due"_s, m_filter.due}, {u"verdict"_s, verdict}};
}

void AllocationBar::setState(const QJsonObject &state)
{
    const QString verdict = state.value("verdict"_L1).toString();
    WaitingFilter filter;
    filter.text = state.value("text"_L1).toString();
    filter.due = state.value("due"_L1).toBool();
    filter.verdict = verdict == u"filled"_s  ? WaitingFilter::Verdict::Filled
                     : verdict == u"short"_s ? WaitingFilter::Verdict::Short
                                             : WaitingFilter::Verdict::Any;
    setFilter(filter);
}

void AllocationBar::showCounts(const WaitingModel &model)
{
    const QLocale locale;
    for (const Chip &chip : m_chips) {
        WaitingFilter filter = chip.filter;
        filter.text = m_filter.text;
        const QString name = chip.action == m_clear ? tr("All", "orders")
                                                    : plainText(chip.action->text());
        chip.button->setText(QString(name + u"  " + locale.toString(model.countOf(filter))));
    }
    const int all = model.desk() ? int(model.desk()->orders.size()) : 0;
    m_count->setText(
        model.rowCount() == all
            ? tr("%Ln order(s) waiting", nullptr, all)
            : tr("%1 of %Ln order(s) waiting", nullptr, all).arg(locale.toString(model.rowCount())));
}

void AllocationBar::showPending(qint64 count)
{
    m_pending->setText(tr("Review: %Ln line(s) wait", nullptr, int(count)));
    m_pending->setVisible(count > 0);
}

} // namespace tanaban::ui
