#include "ui/strategies/strategyusers.h"

#include "model/codes.h"
#include "ui/forms/actioncontroller.h"
#include "ui/forms/formtext.h"
#include "ui/look/detailsparts.h"
#include "ui/orders/partnerfield.h"
#include "ui/session.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedWidget>

namespace tanaban::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int pauseBeforeReading = 200;

/// Which strategy is used there; nothing when there is no such partner or order.
Read<std::optional<QString>> readUsed(Records &records, StrategyScope scope, const QString &code)
{
    if (scope != StrategyScope::Company) {
        const Entity entity = scope == StrategyScope::Partner ? Entity::Partner : Entity::Order;
        const auto rows = records.rows(entity, {code});
        if (!rows)
            return fail(ReadFailure(rows.error()));
        if (rows->empty())
            return std::optional<QString>();
    }
    auto used = strategyOf(scope, code, records);
    if (!used)
        return fail(ReadFailure(used.error()));
    return std::optional(*used);
}

} // namespace

StrategyUsers::StrategyUsers(const PlaceServices &services, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_scope(new QComboBox(this))
    , m_codes(new QStackedWidget(this))
    , m_partner(new PartnerField(services.controller.services(), services.session.records(), this))
    , m_order(new QLineEdit(this))
    , m_strategy(new QComboBox(this))
    , m_set(new QPushButton(tr("U&se it"), this))
    , m_note(plainLabel(this, TextSize::Secondary))
{
    m_scope->setObjectName(u"scopeBox"_s);
    m_scope->addItem(tr("The company"), int(StrategyScope::Company));
    m_scope->addItem(tr("A partner"), int(StrategyScope::Partner));
    m_scope->addItem(tr("An order"), int(StrategyScope::Order));
    m_partner->setObjectName(u"partnerEdit"_s);
    m_partner->setAccessibleName(tr("Partner"));
    m_order->setObjectName(u"orderEdit"_s);
    m_order->setAccessibleName(tr("Order number"));
    m_order->setPlaceholderText(tr("number of the order"));
    m_codes->addWidget(new QWidget(m_codes)); // the company needs no code
    m_codes->addWidget(m_partner);
    m_codes->addWidget(m_order);
    m_codes->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_strategy->setObjectName(u"usedBox"_s);
    m_set->setObjectName(u"useButton"_s);
    m_set->setAutoDefault(false);
    m_note->setObjectName(u"usedNote"_s);
    m_note->setMinimumHeight(m_note->fontMetrics().height() + 4);
    auto *scopeCaption = new QLabel(tr("Used &by"), this);
    scopeCaption->setBuddy(m_scope);
    auto *strategyCaption = new QLabel(tr("Strate&gy"), this);
    strategyCaption->setBuddy(m_strategy);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(scopeCaption);
    row->addWidget(m_scope);
    row->addWidget(m_codes, 1);
    row->addWidget(strategyCaption);
    row->addWidget(m_strategy, 1);
    row->addWidget(m_set);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addLayout(row);
    column->addWidget(m_note);
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseBeforeReading);
    connect(&m_pause, &QTimer::timeout, this, &StrategyUsers::read);
    connect(m_scope, &QComboBox::currentIndexChanged, this, &StrategyUsers::showScope);
    const auto wait = [this] {
        ++m_turn; // an answer about another code comes too late
        m_known = false;
        updateButton();
        m_pause.start();
    };
    connect(m_partner, &QLineEdit::textChanged, this, wait);
    connect(m_order, &QLineEdit::textChanged, this, wait);
    connect(m_strategy, &QComboBox::currentIndexChanged, this, &StrategyUsers::updateButton);
    connect(m_set, &QPushButton::clicked, this, [this] {
        Q_EMIT chosen(scope(), code(), m_strategy->currentData().toString());
    });
    showScope();
}

StrategyScope StrategyUsers::scope() const
{
    return StrategyScope(m_scope->currentData().toInt());
}

QString StrategyUsers::code() const
{
    if (scope() == StrategyScope::Company)
        return companyCode;
    const QLineEdit *edit = scope() == StrategyScope::Partner ? m_partner : m_order;
    return normalized(edit->text().trimmed());
}

void StrategyUsers::showScope()
{
    m_codes->setCurrentIndex(m_scope->currentIndex());
    read();
}

void StrategyUsers::setStrategies(const std::vector<Strategy> &strategies)
{
    const QString chosen = m_strategy->count() > 0 ? m_strategy->currentData().toString() : m_used;
    m_strategy->clear();
    m_strategy->addItem(tr("none of its own"), QString());
    for (const Strategy &strategy : strategies)
        m_strategy->addItem(displayName(strategy), strategy.name);
    m_strategy->setCurrentIndex(std::max(0, m_strategy->findData(chosen)));
}

void StrategyUsers::read()
{
    const quint64 turn = ++m_turn;
    m_known = false;
    m_pause.stop();
    updateButton();
    if (code().isEmpty()) {
        m_note->clear();
        return;
    }
    m_services.session.runner().run(
        this,
        [&records = m_services.session.records(), scope = scope(), code = code()] {
            return readUsed(records, scope, code);
        },
        [this, turn](const Read<std::optional<QString>> &used) {
            if (turn != m_turn)
                return;
            if (!used)
                m_note->setText(readFailureText(used.error()));
            else if (*used)
                showUsed(**used);
            else
                m_note->setText(scope() == StrategyScope::Partner
                                    ? tr("There is no partner with this code.")
                                    : tr("There is no order with this number."));
            updateButton();
        });
}

void StrategyUsers::showUsed(const QString &strategy)
{
    m_known = true;
    m_used = strategy;
    const int row = m_strategy->findData(strategy);
    m_strategy->setCurrentIndex(std::max(0, row));
    if (row > 0)
        m_note->setText(tr("It uses “%1”.").arg(m_strategy->itemText(row)));
    else if (row < 0)
        m_note->setText(
            tr("It uses “%1”, which is out of use; what comes next holds.").arg(strategy));
    else if (scope() == StrategyScope::Company)
        m_note->setText(tr("The company has chosen none, so “%1” holds.")
                            .arg(displayName(builtInStrategies().front())));
    else if (scope() == StrategyScope::Partner)
        m_note->setText(tr("It has none of its own, so the company's holds."));
    else
        m_note->setText(tr("It has none of its own, so its partner's or the company's holds."));
}

void StrategyUsers::updateButton()
{
    const bool another = m_known && m_strategy->currentData().toString() != m_used;
    m_set->setEnabled(m_allowed && another);
    m_set->setToolTip(!m_allowed ? tr("Your role does not allow this.")
                      : !m_known ? tr("Say who is to use it first.")
                      : another  ? QString()
                                 : tr("It uses this one already."));
}

void StrategyUsers::setAllowed(bool allowed)
{
    m_allowed = allowed;
    updateButton();
}

} // namespace tanaban::ui
