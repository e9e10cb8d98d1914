#include "ui/stock/filterbar.h"

#include "ui/look/icons.h"
#include "ui/stock/stockcells.h"
#include "ui/words.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QToolButton>

namespace tanaban::ui {

using namespace Qt::StringLiterals;

struct FilterBar::Switch
{
    QAction *action = nullptr;
    std::function<bool(const StockFilter &)> isOn;
    std::function<void(StockFilter &, bool)> set;
};

FilterBar::FilterBar(QWidget *parent)
    : QWidget(parent)
    , m_title(new QLabel(this))
    , m_count(new QLabel(this))
    , m_chips(new QHBoxLayout)
    , m_menu(new QMenu(tr("&Filter"), this))
    , m_clear(new QAction(tr("&Clear all filters"), this))
    , m_button(new QToolButton(this))
{
    setObjectName(u"filterBar"_s);
    m_title->setFont(fontOf(TextSize::Title, true));
    m_title->setText(tr("All stock"));
    m_count->setObjectName(u"rowCount"_s);
    m_count->setForegroundRole(QPalette::PlaceholderText);
    m_button->setText(tr("Filter"));
    m_button->setIcon(icon(u"filter"_s));
    m_button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_button->setPopupMode(QToolButton::InstantPopup);
    m_button->setMenu(m_menu);
    m_button->setObjectName(u"filterButton"_s);
    m_button->setToolTip(tr("Show only some of the stock"));
    m_chips->setSpacing(4);
    m_clear->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_F);
    m_clear->setStatusTip(tr("Show all stock again: no filter, no search text, every zone"));
    connect(m_clear, &QAction::triggered, this, &FilterBar::clear);

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 8, 8, 8);
    layout->setSpacing(12);
    layout->addWidget(m_title);
    layout->addWidget(m_count);
    layout->addLayout(m_chips);
    layout->addStretch();
    layout->addWidget(m_button);
    addSwitches();
    rebuild();
}

FilterBar::~FilterBar() = default;

void FilterBar::addSwitch(const QString &text, const QString &tip, Switch change)
{
    QAction *action = m_menu->addAction(text);
    action->setCheckable(true);
    action->setStatusTip(tip);
    const std::size_t number = m_switches.size();
    connect(action, &QAction::triggered, this, [this, number](bool on) {
        StockFilter filter = m_filter;
        m_switches[number].set(filter, on);
        apply(filter);
    });
    change.action = action;
    m_switches.push_back(std::move(change));
}

void FilterBar::addSwitches()
{
    const auto flag = [this](const QString &text, const QString &tip, bool StockFilter::*member) {
        addSwitch(text,
                  tip,
                  {nullptr,
                   [member](const StockFilter &filter) { return filter.*member; },
                   [member](StockFilter &filter, bool on) { filter.*member = on; }});
    };
    flag(tr("&Low"), tr("Products at or below their reorder point"), &StockFilter::low);
    addSwitch(tr("E&xpiring within %1 days").arg(expiresSoonDays),
              tr("Goods that may still be used, but not for long"),
              {nullptr,
               [](const StockFilter &filter) { return filter.expiresWithinDays.has_value(); },
               [](StockFilter &filter, bool on) {
                   filter.expiresWithinDays = on ? std::optional(expiresSoonDays) : std::nullopt;
               }});
    flag(tr("&Expired"), tr("Goods that may no longer be used"), &StockFilter::expired);
    flag(tr("&Reserved"), tr("Stock of which something is reserved"), &StockFilter::reserved);
    m_menu->addSeparator();
    for (const StockStatus status :
         {StockStatus::Available, StockStatus::Quarantined, StockStatus::Damaged})
    {
        addSwitch(tr("Status: %1").arg(Words::of(status)),
                  tr("Only goods with this status"),
                  {nullptr,
                   [status](const StockFilter &filter) { return filter.status == status; },
                   [status](StockFilter &filter, bool on) {
                       filter.status = on ? std::optional(status) : std::nullopt;
                   }});
    }
    m_menu->addSeparator();
    for (const StorageCondition condition : {StorageCondition::RoomTemperature,
                                             StorageCondition::Refrigerated,
                                             StorageCondition::Frozen})
    {
        addSwitch(Words::of(condition),
                  tr("Only goods stored under this condition"),
                  {nullptr,
                   [condition](const StockFilter &filter) { return filter.condition == condition; },
                   [condition](StockFilter &filter, bool on) {
                       filter.condition = on ? std::optional(condition) : std::nullopt;
                   }});
    }
    m_menu->addSeparator();
    flag(tr("Show e&mpty rows"),
         tr("Also places where the goods have run out"),
         &StockFilter::withEmpty);
    m_menu->addSeparator();
    m_menu->addAction(m_clear);
}

void FilterBar::setTitle(const QString &title)
{
    m_title->setText(title);
}

void FilterBar::setFilter(const StockFilter &filter)
{
    m_filter = filter;
    rebuild();
}

void FilterBar::setText(const QString &text)
{
    m_filter.text = text;
    rebuild();
}

void FilterBar::setCount(std::optional<int> rows, bool more)
{
    if (!rows)
        m_count->setText(tr("searching…"));
    else if (more)
        m_count->setText(tr("counting…"));
    else
        m_count->setText(tr("%Ln row(s)", nullptr, *rows));
}

void FilterBar::apply(const StockFilter &filter)
{
    if (filter == m_filter)
        return;
    m_filter = filter;
    rebuild();
    Q_EMIT filterChanged(m_filter);
}

void FilterBar::setSwitches(StockFilter switches)
{
    switches.text = m_filter.text;
    switches.warehouse = m_filter.warehouse;
    switches.zone = m_filter.zone;
    apply(switches);
}

void FilterBar::clear()
{
    setSwitches({});
    Q_EMIT textRemoved();
    Q_EMIT placeRemoved();
}

void FilterBar::addChip(const QString &text, const QString &symbol, std::function<void()> remove)
{
    auto *chip = new QToolButton(this);
    chip->setProperty("chip", true);
    chip->setText(text);
    chip->setIcon(icon(symbol));
    chip->setIconSize({10, 10});
    chip->setLayoutDirection(Qt::RightToLeft); // the cross stands behind the words
    chip->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    chip->setAccessibleName(tr("Remove the filter %1").arg(text));
    chip->setToolTip(chip->accessibleName());
    // Removing rebuilds the chips, this one too: not while it is still in its own click.
    connect(chip, &QToolButton::clicked, this, std::move(remove), Qt::QueuedConnection);
    m_chips->addWidget(chip);
}

void FilterBar::rebuild()
{
    while (QLayoutItem *item = m_chips->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    if (!m_filter.text.isEmpty()) {
        const QString shown = m_filter.text.size() > 24 ? QString(m_filter.text.left(23) + u'…')
                                                        : m_filter.text;
        addChip(tr("“%1”").arg(shown), u"close"_s, [this] { Q_EMIT textRemoved(); });
    }
    if (!m_filter.warehouse.isEmpty()) {
        const QString place = m_filter.zone ? QString(m_filter.warehouse + u" / "
                                                      + QString::number(*m_filter.zone))
                                            : m_filter.warehouse;
        addChip(place, u"close"_s, [this] { Q_EMIT placeRemoved(); });
    }
    for (const Switch &each : m_switches) {
        const bool on = each.isOn(m_filter);
        each.action->setChecked(on);
        if (!on)
            continue;
        QString text = each.action->text();
        text.remove(u'&');
        addChip(text, u"close"_s, [this, set = each.set] {
            StockFilter filter = m_filter;
            set(filter, false);
            apply(filter);
        });
    }
}

} // namespace tanaban::ui
