#include "ui/strategies/strategypicker.h"

#include <QSignalBlocker>

#include <algorithm>

namespace tanaban::ui {

using namespace Qt::StringLiterals;

StrategyPicker::StrategyPicker(bool own, QWidget *parent)
    : QComboBox(parent)
    , m_own(own)
    , m_strategies(builtInStrategies())
    , m_wanted(own ? QString() : m_strategies.front().name)
{
    setSizeAdjustPolicy(QComboBox::AdjustToContents);
    fill();
    connect(this, &QComboBox::currentIndexChanged, this, &StrategyPicker::onIndex);
}

void StrategyPicker::setStrategies(const std::vector<Strategy> &strategies)
{
    if (strategies == m_strategies)
        return;
    const auto before = strategy();
    m_strategies = strategies;
    if (m_special && std::ranges::find(strategies, *m_special) != strategies.end())
        choose(m_special->name); // it was only not known yet
    fill();
    if (strategy() != before)
        Q_EMIT chosen();
}

void StrategyPicker::choose(const QString &name)
{
    const auto before = strategy();
    m_wanted = name;
    m_wantsSpecial = false;
    m_special.reset();
    fill();
    if (strategy() != before)
        Q_EMIT chosen();
}

void StrategyPicker::choose(const Strategy &wanted)
{
    choose(wanted.name);
    if (strategy() == wanted)
        return;
    m_special = wanted;
    m_wantsSpecial = true;
    fill();
    Q_EMIT chosen();
}

void StrategyPicker::fill()
{
    const QSignalBlocker blocker(this);
    clear();
    if (m_own)
        addItem(tr("Each order's own"), QString());
    for (const Strategy &strategy : m_strategies) {
        addItem(displayName(strategy), strategy.name);
        setItemData(count() - 1, describe(strategy), Qt::ToolTipRole);
    }
    if (m_special)
        addItem(tr("%1, %2", "strategy, completeness")
                    .arg(displayName(*m_special), displayName(m_special->completeness)));
    setCurrentIndex(m_wantsSpecial ? count() - 1 : std::max(0, findData(m_wanted)));
    tell();
}

void StrategyPicker::onIndex()
{
    m_wantsSpecial = !currentData().isValid();
    if (!m_wantsSpecial)
        m_wanted = currentData().toString();
    tell();
    Q_EMIT chosen();
}

void StrategyPicker::tell()
{
    setToolTip(description());
    setStatusTip(description());
}

std::optional<Strategy> StrategyPicker::strategy() const
{
    const int index = currentIndex() - (m_own ? 1 : 0);
    if (index < 0)
        return std::nullopt;
    return size_t(index) < m_strategies.size() ? std::optional(m_strategies[size_t(index)])
                                               : m_special;
}

QString StrategyPicker::description() const
{
    const auto shown = strategy();
    return shown ? describe(*shown)
                 : tr("The strategy of the order or its customer; where none is set, the "
                      "company's.");
}

} // namespace tanaban::ui
