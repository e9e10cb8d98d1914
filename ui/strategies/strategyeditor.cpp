#include "ui/strategies/strategyeditor.h"

#include "model/codes.h"
#include "ui/look/detailsparts.h"
#include "ui/look/tint.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSpinBox>

#include <algorithm>

namespace tanaban::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int longestStrategyName = 50;
constexpr int preferencesHeight = 112;
constexpr int mostDaysTyped = 3650; // as the model has it
constexpr PlanRule allPlanRules[] = {PlanRule::ZonePriority,
                                     PlanRule::FirstIn,
                                     PlanRule::FirstExpired,
                                     PlanRule::FewestPlaces};

} // namespace

StrategyEditor::StrategyEditor(QWidget *parent)
    : QWidget(parent)
    , m_name(new QLineEdit(this))
    , m_nameNote(plainLabel(this, TextSize::Secondary))
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(6);
    grid->setColumnStretch(1, 1);
    m_name->setObjectName(u"nameEdit"_s);
    m_name->setMaxLength(longestStrategyName);
    m_name->setPlaceholderText(tr("a name of your own"));
    auto *caption = new QLabel(tr("Na&me"), this);
    caption->setBuddy(m_name);
    m_nameNote->setObjectName(u"nameNote"_s);
    m_nameNote->setMinimumHeight(m_nameNote->fontMetrics().height() + 4);
    grid->addWidget(caption, 0, 0);
    grid->addWidget(m_name, 0, 1, 1, 2);
    grid->addWidget(m_nameNote, 1, 1, 1, 2);
    connect(m_name, &QLineEdit::textEdited, m_nameNote, &QLabel::clear);
    makePreferences(grid);
    makeRest(grid);
    m_description = secondaryLabel(this);
    m_description->setObjectName(u"descriptionLabel"_s);
    m_description->setMinimumHeight(2 * m_description->fontMetrics().lineSpacing() + 4);
    m_description->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    grid->addWidget(m_description, grid->rowCount(), 1, 1, 2);
    grid->setRowStretch(grid->rowCount(), 1);
}

QPushButton *StrategyEditor::button(const QString &text, const QString &name)
{
    auto *made = new QPushButton(text, this);
    made->setObjectName(name);
    made->setAutoDefault(false);
    return made;
}

void StrategyEditor::makePreferences(QGridLayout *grid)
{
    m_preferences = new QListWidget(this);
    m_preferences->setObjectName(u"preferenceList"_s);
    m_preferences->setAccessibleName(tr("Preferred first"));
    m_preferences->setFixedHeight(preferencesHeight);
    m_preferences->installEventFilter(this);
    auto *caption = new QLabel(tr("&Preferred first"), this);
    caption->setBuddy(m_preferences);
    m_up = button(tr("&Up"), u"upButton"_s);
    m_down = button(tr("&Down"), u"downButton"_s);
    m_remove = button(tr("&Remove"), u"removeButton"_s);
    m_up->setToolTip(tr("Prefer it more (Alt+Up in the list)"));
    m_down->setToolTip(tr("Prefer it less (Alt+Down in the list)"));
    m_remove->setToolTip(tr("It does not matter (Del in the list)"));
    auto *buttons = new QVBoxLayout;
    buttons->setSpacing(4);
    for (QPushButton *each : {m_up, m_down, m_remove})
        buttons->addWidget(each);
    buttons->addStretch(1);
    m_more = new QComboBox(this);
    m_more->setObjectName(u"moreBox"_s);
    auto *moreCaption = new QLabel(tr("&Then"), this);
    moreCaption->setBuddy(m_more);
    m_add = button(tr("&Add"), u"addButton"_s);
    const int line = grid->rowCount();
    grid->addWidget(caption, line, 0, Qt::AlignTop);
    grid->addWidget(m_preferences, line, 1);
    grid->addLayout(buttons, line, 2);
    grid->addWidget(moreCaption, line + 1, 0);
    grid->addWidget(m_more, line + 1, 1);
    grid->addWidget(m_add, line + 1, 2);
    connect(m_up, &QPushButton::clicked, this, [this] { move(-1); });
    connect(m_down, &QPushButton::clicked, this, [this] { move(1); });
    connect(m_remove, &QPushButton::clicked, this, &StrategyEditor::remove);
    connect(m_preferences, &QListWidget::currentRowChanged, this, &StrategyEditor::changed);
    connect(m_add, &QPushButton::clicked, this, [this] {
        addRule(PlanRule(m_more->currentData().toInt()));
        m_preferences->setCurrentRow(m_preferences->count() - 1);
        changed();
    });
}

void StrategyEditor::makeRest(QGridLayout *grid)
{
    m_completeness = new QComboBox(this);
    for (const Completeness each :
         {Completeness::Partial, Completeness::WholeLine, Completeness::WholeOrder})
        m_completeness->addItem(displayName(each), int(each));
    m_oneWarehouse = new QCheckBox(tr("One &warehouse for an order"), this);
    m_oneLot = new QCheckBox(tr("One l&ot for a line"), this);
    m_lot = new QLineEdit(this);
    m_lot->setMaxLength(longestStrategyName);
    m_lot->setPlaceholderText(tr("any"));
    m_daysLeft = new QSpinBox(this);
    m_daysLeft->setRange(0, mostDaysTyped);
    const auto add = [&](const QString &label, QWidget *field, const QString &name) {
        const int line = grid->rowCount();
        field->setObjectName(name);
        if (!label.isEmpty()) {
            auto *caption = new QLabel(label, this);
            caption->setBuddy(field);
            grid->addWidget(caption, line, 0);
        }
        grid->addWidget(field, line, 1, 1, 2);
    };
    add(tr("&Completeness"), m_completeness, u"completenessBox"_s);
    add({}, m_oneWarehouse, u"oneWarehouseBox"_s);
    add({}, m_oneLot, u"oneLotBox"_s);
    add(tr("On&ly lot"), m_lot, u"lotEdit"_s);
    add(tr("Usable da&ys after due"), m_daysLeft, u"daysLeftBox"_s);
    connect(m_completeness, &QComboBox::currentIndexChanged, this, &StrategyEditor::changed);
    connect(m_oneWarehouse, &QCheckBox::toggled, this, &StrategyEditor::changed);
    connect(m_oneLot, &QCheckBox::toggled, this, &StrategyEditor::changed);
    connect(m_lot, &QLineEdit::textChanged, this, &StrategyEditor::changed);
    connect(m_daysLeft, &QSpinBox::valueChanged, this, &StrategyEditor::changed);
}

bool StrategyEditor::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_preferences && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool alt = key->modifiers().testFlag(Qt::AltModifier);
        if (alt && (key->key() == Qt::Key_Up || key->key() == Qt::Key_Down)) {
            move(key->key() == Qt::Key_Up ? -1 : 1);
            return true;
        }
        if (key->key() == Qt::Key_Delete) {
            remove();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void StrategyEditor::addRule(PlanRule rule)
{
    auto *item = new QListWidgetItem(displayName(rule), m_preferences);
    item->setData(Qt::UserRole, int(rule));
}

void StrategyEditor::move(int step)
{
    const int from = m_preferences->currentRow();
    const int to = from + step;
    if (from < 0 || to < 0 || to >= m_preferences->count())
        return;
    m_preferences->insertItem(to, m_preferences->takeItem(from));
    m_preferences->setCurrentRow(to);
    changed();
}

void StrategyEditor::remove()
{
    delete m_preferences->takeItem(m_preferences->currentRow());
    changed();
}

std::vector<PlanRule> StrategyEditor::preferences() const
{
    std::vector<PlanRule> rules;
    for (int row = 0; row < m_preferences->count(); ++row)
        rules.push_back(PlanRule(m_preferences->item(row)->data(Qt::UserRole).toInt()));
    return rules;
}

/// What can be done now, and what the rules mean.
void StrategyEditor::changed()
{
    if (m_filling)
        return;
    const auto used = preferences();
    m_more->clear();
    for (const PlanRule rule : allPlanRules) {
        if (std::ranges::find(used, rule) == used.end())
            m_more->addItem(displayName(rule), int(rule));
    }
    const bool allowed = m_name->isEnabled();
    const int row = m_preferences->currentRow();
    m_up->setEnabled(allowed && row > 0);
    m_down->setEnabled(allowed && row >= 0 && row + 1 < m_preferences->count());
    m_remove->setEnabled(allowed && row >= 0);
    m_more->setEnabled(allowed && m_more->count() > 0);
    m_add->setEnabled(m_more->isEnabled());
    // Who wants one certain lot wants one lot.
    m_oneLot->setEnabled(allowed && m_lot->text().trimmed().isEmpty());
    m_description->setText(describe(strategy()));
}

void StrategyEditor::fill(const Strategy &strategy)
{
    m_filling = true;
    m_name->setText(strategy.name);
    m_preferences->clear();
    for (const PlanRule rule : strategy.preferences)
        addRule(rule);
    m_preferences->setCurrentRow(m_preferences->count() > 0 ? 0 : -1);
    m_completeness->setCurrentIndex(m_completeness->findData(int(strategy.completeness)));
    m_oneWarehouse->setChecked(strategy.oneWarehouse);
    m_oneLot->setChecked(strategy.oneLot);
    m_lot->setText(strategy.lot);
    m_daysLeft->setValue(strategy.daysLeft);
    m_filling = false;
}

void StrategyEditor::present(const Strategy &strategy, bool builtIn)
{
    Strategy shown = strategy;
    if (builtIn)
        shown.name.clear();
    fill(shown);
    m_presented = this->strategy();
    m_nameNote->setText(builtIn ? tr("“%1” is built in. Give what you change a name to save it.")
                                      .arg(displayName(strategy))
                                : QString());
    tint(m_nameNote, Tint::Secondary);
    changed();
}

void StrategyEditor::retype(const Strategy &strategy)
{
    fill(strategy);
    changed();
}

Strategy StrategyEditor::strategy() const
{
    Strategy strategy;
    strategy.name = normalized(m_name->text().trimmed());
    strategy.preferences = preferences();
    strategy.completeness = Completeness(m_completeness->currentData().toInt());
    strategy.oneWarehouse = m_oneWarehouse->isChecked();
    strategy.oneLot = m_oneLot->isChecked();
    strategy.lot = normalized(m_lot->text().trimmed());
    strategy.daysLeft = m_daysLeft->value();
    return strategy;
}

QString StrategyEditor::complain()
{
    const QString name = strategy().name;
    QString fault;
    if (name.isEmpty())
        fault = tr("Give it a name first.");
    for (const Strategy &each : builtInStrategies()) {
        if (each.name.compare(name, Qt::CaseInsensitive) == 0
            || displayName(each).compare(name, Qt::CaseInsensitive) == 0)
            fault = tr("A built-in strategy is called that. Choose another name.");
    }
    m_nameNote->setText(fault.isEmpty() ? fault : QString(u"⚠ " + fault));
    tint(m_nameNote, Tint::Bad);
    return fault;
}

void StrategyEditor::setAllowed(bool allowed)
{
    if (allowed == m_name->isEnabled())
        return;
    for (QWidget *each : std::initializer_list<QWidget *>{
             m_name, m_preferences, m_completeness, m_oneWarehouse, m_lot, m_daysLeft})
        each->setEnabled(allowed);
    changed();
}

} // namespace tanaban::ui
