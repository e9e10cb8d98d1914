#include "ui/orders/orderbar.h"

#include "ui/actiontext.h"
#include "ui/look/icons.h"
#include "ui/records/recordtext.h"
#include "ui/stock/chiprow.h"

#include <QAction>
#include <QHBoxLayout>
#include <QJsonObject>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QToolButton>

namespace tanaban::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int daysOfAWeekAhead = 7;

} // namespace

OrderBar::OrderBar(QAction *make, QWidget *parent)
    : QWidget(parent)
    , m_count(new QLabel(this))
    , m_chips(new ChipRow(this))
    , m_menu(new QMenu(tr("&Filter"), this))
    , m_clear(new QAction(tr("&Clear all filters"), this))
{
    setObjectName(u"orderBar"_s);
    auto *title = new QLabel(tr("Orders"), this);
    title->setFont(fontOf(TextSize::Title, true));
    m_count->setObjectName(u"orderCount"_s);
    m_count->setForegroundRole(QPalette::PlaceholderText);
    m_chips->setObjectName(u"orderChips"_s);
    auto *filters = new QToolButton(this);
    filters->setText(tr("Filter"));
    filters->setIcon(icon(u"filter"_s));
    filters->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    filters->setPopupMode(QToolButton::InstantPopup);
    filters->setMenu(m_menu);
    filters->setToolTip(tr("Show only some of the orders"));
    auto *button = new QToolButton(this);
    button->setDefaultAction(make);
    button->setToolButtonStyle(Qt::ToolButtonTextOnly);
    button->setProperty("outlined", true);
    button->setAccessibleName(plainText(make->text()));
    button->setFocusPolicy(Qt::TabFocus);
    m_clear->setObjectName(u"orders.clear"_s);
    m_clear->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_F);
    m_clear->setStatusTip(tr("Show every order there is: no filter, no search text"));
    connect(
        m_clear, &QAction::triggered, this, [this] { change([](Asked &asked) { asked = {}; }); });
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 8, 8, 8);
    row->setSpacing(12);
    row->addWidget(title);
    row->addWidget(m_count);
    row->addWidget(m_chips, 1);
    row->addWidget(filters);
    row->addWidget(button);
    for (const auto value :
         {OrderState::Open, OrderState::Draft, OrderState::Completed, OrderState::Cancelled})
    {
        addSwitch(RecordText::wordOfState(codeOf(value)),
                  tr("Only orders in this state"),
                  &Asked::state,
                  codeOf(value));
    }
    m_menu->addSeparator();
    addSwitch(
        tr("O&verdue"), tr("Only unfinished orders whose day is over"), &Asked::due, u"overdue"_s);
    addSwitch(tr("Due &today"), tr("Only unfinished orders of today"), &Asked::due, u"today"_s);
    addSwitch(tr("Due within a &week"),
              tr("Only unfinished orders of today and the next seven days"),
              &Asked::due,
              u"week"_s);
    m_menu->addSeparator();
    addSwitch(tr("&Short of goods"),
              tr("Only open orders with a line for which goods are still to be set aside"),
              nullptr,
              u"short"_s);
    m_menu->addSeparator();
    m_menu->addAction(m_clear);
    showAsked();
}

void OrderBar::addSwitch(const QString &text,
                         const QString &tip,
                         QString Asked::*field,
                         QString value)
{
    QAction *action = m_menu->addAction(text);
    action->setObjectName(u"orders."_s + value);
    action->setCheckable(true);
    action->setStatusTip(tip);
    action->setShortcut(Qt::ALT | Qt::Key(Qt::Key_1 + int(m_switches.size())));
    connect(action, &QAction::triggered, this, [this, field, value](bool on) {
        change([&](Asked &asked) {
            if (field)
                asked.*field = on ? value : QString();
            else
                asked.lacking = on;
        });
    });
    m_switches.push_back({action, field, std::move(value)});
}

void OrderBar::change(const std::function<void(Asked &)> &how)
{
    how(m_asked);
    showAsked();
    Q_EMIT filterChanged();
}

void OrderBar::setSearchText(const QString &text)
{
    m_asked.text = text;
    showAsked();
}

void OrderBar::setPartner(const QString &code)
{
    change([&code](Asked &asked) { asked.partner = code; });
}

RecordFilter OrderBar::filter() const
{
    RecordFilter filter;
    filter.entity = Entity::Order;
    filter.text = m_asked.text.simplified();
    if (!m_asked.state.isEmpty())
        filter.having[u"state"_s] = m_asked.state;
    if (!m_asked.partner.isEmpty())
        filter.having[u"partner_code"_s] = m_asked.partner;
    if (!m_asked.number.isEmpty())
        filter.within[u"number"_s] = m_asked.number;
    filter.orders.lacking = m_asked.lacking;
    const QDate today = QDate::currentDate();
    if (m_asked.due.isEmpty())
        return filter;
    filter.orders.unfinished = true;
    if (m_asked.due == u"overdue"_s) {
        filter.orders.dueUntil = today.addDays(-1);
    } else {
        filter.orders.dueFrom = today;
        filter.orders.dueUntil = today.addDays(m_asked.due == u"week"_s ? daysOfAWeekAhead : 0);
    }
    return filter;
}

void OrderBar::setState(const QJsonObject &state)
{
    m_asked = {state.value(u"state"_s).toString(),
               state.value(u"due"_s).toString(),
               state.value(u"lacking"_s).toBool(),
               state.value(u"partner"_s).toString(),
               state.value(u"number"_s).toString(),
               state.value(u"text"_s).toString()};
    if (!fromCode<OrderState>(m_asked.state))
        m_asked.state.clear();
    const bool known = std::ranges::any_of(m_switches, [this](const Switch &each) {
        return each.field == &Asked::due && each.value == m_asked.due;
    });
    if (!known)
        m_asked.due.clear();
    showAsked();
}

QJsonObject OrderBar::state() const
{
    return {{u"state"_s, m_asked.state},
            {u"due"_s, m_asked.due},
            {u"lacking"_s, m_asked.lacking},
            {u"partner"_s, m_asked.partner},
            {u"number"_s, m_asked.number},
            {u"text"_s, m_asked.text}};
}

QStringList OrderBar::filterTexts() const
{
    return m_chips->texts();
}

void OrderBar::setCount(int orders)
{
    m_count->setText(QLocale().toString(orders));
}

void OrderBar::showAsked()
{
    std::vector<ChipRow::Chip> chips;
    const auto add = [&](const QString &text, const std::function<void(Asked &)> &how) {
        chips.push_back({ChipRow::shortened(text), text, [this, how] { change(how); }});
    };
    if (!m_asked.text.trimmed().isEmpty())
        add(tr("“%1”", "what was searched for").arg(m_asked.text.simplified()),
            [](Asked &asked) { asked.text.clear(); });
    for (const Switch &each : m_switches) {
        const bool on = each.field ? m_asked.*each.field == each.value : m_asked.lacking;
        each.action->setChecked(on);
        if (!on)
            continue;
        add(plainText(each.action->text()), [field = each.field](Asked &asked) {
            if (field)
                (asked.*field).clear();
            else
                asked.lacking = false;
        });
    }
    if (!m_asked.partner.isEmpty())
        add(tr("Partner: %1").arg(m_asked.partner), [](Asked &asked) { asked.partner.clear(); });
    if (!m_asked.number.isEmpty())
        add(tr("Order: %1").arg(m_asked.number), [](Asked &asked) { asked.number.clear(); });
    m_chips->setChips(std::move(chips));
}

} // namespace tanaban::ui
