#include "ui/allocation/strategybox.h"

#include "ui/personalsettings.h"
#include "ui/strategies/strategypicker.h"

#include <QHBoxLayout>
#include <QLabel>

namespace tanaban::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1String strategyKey("allocation/strategy");
constexpr QLatin1String completenessKey("allocation/completeness"); ///< empty: the strategy's

} // namespace

StrategyBox::StrategyBox(PersonalSettings &settings, QWidget *parent)
    : QWidget(parent)
    , m_settings(settings)
    , m_choice{settings.value(strategyKey).toString(),
               completenessFrom(settings.value(completenessKey).toString())}
    , m_strategies(new StrategyPicker(true, this))
    , m_completeness(new QComboBox(this))
{
    m_strategies->setObjectName(u"strategyBox"_s);
    m_completeness->setObjectName(u"completenessBox"_s);
    m_completeness->setPlaceholderText(tr("as each says", "what must come together"));
    m_completeness->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    for (const Completeness completeness :
         {Completeness::Partial, Completeness::WholeLine, Completeness::WholeOrder})
        m_completeness->addItem(displayName(completeness), codeOf(completeness));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    const auto add = [this, row](const QString &text, QComboBox *box) {
        auto *label = new QLabel(text, this);
        label->setForegroundRole(QPalette::PlaceholderText);
        label->setBuddy(box);
        row->addWidget(label);
        row->addWidget(box);
    };
    add(tr("Strategy"), m_strategies);
    add(tr("Take", "what must come together"), m_completeness);
    m_strategies->choose(m_choice.strategy);
    showCompleteness();
    connect(m_strategies, &QComboBox::activated, this, &StrategyBox::onStrategy);
    connect(m_completeness, &QComboBox::activated, this, &StrategyBox::onCompleteness);
}

void StrategyBox::keep()
{
    m_settings.setValue(strategyKey, m_choice.strategy);
    m_settings.setValue(completenessKey,
                        m_choice.completeness ? codeOf(*m_choice.completeness) : QString());
}

void StrategyBox::setStrategies(const std::vector<Strategy> &strategies)
{
    m_strategies->setStrategies(strategies);
    showCompleteness();
}

/// A strategy says itself what must come together; that can be changed afterwards.
void StrategyBox::onStrategy()
{
    const QString name = m_strategies->currentData().toString();
    if (name == m_choice.strategy)
        return; // opened and left as it was
    m_choice = {name, {}};
    keep();
    showCompleteness();
    Q_EMIT chosen();
}

void StrategyBox::onCompleteness()
{
    m_choice.completeness = completenessFrom(m_completeness->currentData().toString());
    keep();
    showCompleteness();
    Q_EMIT chosen();
}

void StrategyBox::showCompleteness()
{
    const auto strategy = m_strategies->strategy();
    m_completeness->setEnabled(strategy.has_value());
    const Completeness shown = m_choice.completeness.value_or(strategy ? strategy->completeness
                                                                       : Completeness::Partial);
    m_completeness->setCurrentIndex(strategy ? m_completeness->findData(codeOf(shown)) : -1);
    m_completeness->setToolTip(strategy ? tr("What must come together")
                                        : tr("Each order's strategy says what must come together. "
                                             "Choose one for all to say it here."));
    m_completeness->setStatusTip(m_completeness->toolTip());
}

} // namespace tanaban::ui
