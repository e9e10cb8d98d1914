#include "ui/history/historybar.h"

#include "ui/actiontext.h"
#include "ui/history/ledgerjson.h"
#include "ui/look/icons.h"
#include "ui/stock/chiprow.h"
#include "ui/words.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QToolButton>

#include <algorithm>

namespace tanaban::ui {

using namespace Qt::StringLiterals;

namespace {

Instant startOf(QDate day)
{
    return Instant::fromDateTime(day.startOfDay());
}

} // namespace

/// Days counted back from today, 0 being today.
struct HistoryBar::Period
{
    QString name;
    QAction *action = nullptr;
    int first = 0;
    int last = 0;
};

HistoryBar::HistoryBar(QWidget *parent)
    : QWidget(parent)
    , m_title(new QLabel(tr("History"), this))
    , m_count(new QLabel(this))
    , m_chips(new ChipRow(this))
    , m_menu(new QMenu(tr("&Filter"), this))
    , m_clear(new QAction(tr("&Clear all filters"), this))
{
    setObjectName(u"historyBar"_s);
    m_title->setFont(fontOf(TextSize::Title, true));
    m_count->setObjectName(u"entryCount"_s);
    m_count->setForegroundRole(QPalette::PlaceholderText);
    m_chips->setObjectName(u"historyChips"_s);
    auto *button = new QToolButton(this);
    button->setText(tr("Filter"));
    button->setIcon(icon(u"filter"_s));
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setPopupMode(QToolButton::InstantPopup);
    button->setMenu(m_menu);
    button->setToolTip(tr("Show only some of the history"));
    m_clear->setObjectName(u"history.clear"_s);
    m_clear->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_F);
    m_clear->setStatusTip(tr("Show the whole history again: no filter, no search text"));
    connect(m_clear, &QAction::triggered, this, [this] {
        setState({});
        Q_EMIT filterChanged();
    });
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 8, 8, 8);
    row->setSpacing(12);
    row->addWidget(m_title);
    row->addWidget(m_count);
    row->addWidget(m_chips, 1);
    row->addWidget(button);
    addPeriods();
    m_menu->addSeparator();
    addKinds();
    m_menu->addSeparator();
    m_menu->addAction(m_clear);
    showFilter();
}

HistoryBar::~HistoryBar() = default;

void HistoryBar::addPeriods()
{
    const auto add = [this](const QString &name, const QString &text, int first, int last) {
        QAction *action = m_menu->addAction(text);
        action->setObjectName(u"history."_s + name);
        action->setCheckable(true);
        action->setStatusTip(tr("Only what happened in this time"));
        action->setShortcut(Qt::ALT | Qt::Key(Qt::Key_1 + int(m_periods.size())));
        connect(action, &QAction::triggered, this, [this, name](bool on) {
            m_period = on ? name : QString();
            change([](LedgerFilter &filter) { filter.times.clear(); });
        });
        m_periods.push_back({name, action, first, last});
    };
    add(u"today"_s, tr("&Today"), 0, 0);
    add(u"yesterday"_s, tr("&Yesterday"), 1, 1);
    add(u"week"_s, tr("Last &7 days"), 6, 0);
    add(u"month"_s, tr("Last &30 days"), 29, 0);
}

void HistoryBar::addKinds()
{
    for (int number = int(EventKind::Open); number <= int(EventKind::Expire); ++number) {
        const auto kind = EventKind(number);
        QAction *action = m_menu->addAction(Words::of(kind));
        action->setObjectName(u"history."_s + codeOf(kind));
        action->setCheckable(true);
        action->setStatusTip(tr("Only changes of this kind"));
        connect(action, &QAction::triggered, this, [this, kind](bool on) {
            change([=](LedgerFilter &filter) {
                filter.kind = on ? std::optional(kind) : std::nullopt;
            });
        });
        m_kinds.emplace_back(kind, action);
    }
}

const HistoryBar::Period *HistoryBar::period() const
{
    const auto found = std::ranges::find(m_periods, m_period, &Period::name);
    return found == m_periods.end() ? nullptr : &*found;
}

LedgerFilter HistoryBar::filter() const
{
    LedgerFilter filter = m_filter;
    filter.text = filter.text.simplified();
    if (const Period *chosen = period()) {
        const QDate today = QDate::currentDate();
        filter.times = {
            {startOf(today.addDays(-chosen->first)), startOf(today.addDays(1 - chosen->last))}};
    }
    return filter;
}

void HistoryBar::setState(const QJsonObject &state)
{
    m_filter = ledgerFilterFrom(state);
    m_period = state.value("period"_L1).toString();
    if (!period())
        m_period.clear();
    showFilter();
}

QJsonObject HistoryBar::state() const
{
    QJsonObject state = toJson(m_filter);
    if (!m_period.isEmpty())
        state.insert(u"period"_s, m_period);
    return state;
}

void HistoryBar::setSearchText(const QString &text)
{
    m_filter.text = text;
    showChips();
}

void HistoryBar::setCount(std::optional<qint64> entries)
{
    m_count->setText(entries ? tr("%Ln entry(s)",
                                  nullptr,
                                  int(std::min<qint64>(*entries, std::numeric_limits<int>::max())))
                             : tr("counting…"));
}

void HistoryBar::change(const std::function<void(LedgerFilter &)> &how)
{
    how(m_filter);
    showFilter();
    Q_EMIT filterChanged();
}

void HistoryBar::showFilter()
{
    for (const Period &each : m_periods)
        each.action->setChecked(each.name == m_period);
    for (const auto &[kind, action] : m_kinds)
        action->setChecked(m_filter.kind == kind);
    showChips();
}

/// One span as it is; the same hour of several days by that hour.
QStringList HistoryBar::filterTexts() const
{
    return m_chips->texts();
}

QString HistoryBar::timesText() const
{
    const auto local = [](Instant at) { return at.toDateTime().toLocalTime(); };
    const auto clock = [&local](Instant at) { return local(at).toString(u"HH:mm"_s); };
    const auto whole = [&](Instant at) {
        return QString(Words::date(local(at).date()) + u' ' + clock(at));
    };
    const TimeSpan &first = m_filter.times.front();
    if (m_filter.times.size() == 1)
        return tr("%1 to %2", "a span of time").arg(whole(first.from), whole(first.until));
    const bool sameHours = std::ranges::all_of(m_filter.times, [&](const TimeSpan &span) {
        return clock(span.from) == clock(first.from) && clock(span.until) == clock(first.until);
    });
    return sameHours ? tr("%1 to %2 on %n day(s)", "times of day", int(m_filter.times.size()))
                           .arg(clock(first.from), clock(first.until))
                     : tr("%n span(s) of time", nullptr, int(m_filter.times.size()));
}

void HistoryBar::showChips()
{
    std::vector<ChipRow::Chip> chips;
    const auto add = [&](const QString &text, const std::function<void(LedgerFilter &)> &how) {
        chips.push_back({ChipRow::shortened(text), text, [this, how] { change(how); }});
    };
    const LedgerFilter &now = m_filter;
    if (!now.text.trimmed().isEmpty())
        add(tr("“%1”").arg(now.text.simplified()), [](auto &filter) { filter.text.clear(); });
    if (const Period *chosen = period()) {
        chips.push_back({plainText(chosen->action->text()), {}, [this] {
                             m_period.clear();
                             change([](LedgerFilter &) {});
                         }});
    }
    if (!now.times.empty()) // a span is not cut: it would say something else
        chips.push_back({timesText(), {}, [this] {
                             change([](LedgerFilter &filter) { filter.times.clear(); });
                         }});
    if (now.kind)
        add(Words::of(*now.kind), [](auto &filter) { filter.kind.reset(); });
    if (!now.product.isEmpty())
        add(tr("Product: %1").arg(now.product), [](auto &filter) { filter.product.clear(); });
    if (!now.lot.isEmpty())
        add(tr("Lot: %1").arg(now.lot), [](auto &filter) { filter.lot.clear(); });
    if (!now.warehouse.isEmpty())
        add(tr("Warehouse: %1").arg(now.warehouse), [](auto &filter) {
            filter.warehouse.clear();
            filter.zone.reset(); // its numbers are those of the warehouse, and so are its bins
            filter.bin.reset();
        });
    if (now.zone)
        add(tr("Zone: %1").arg(*now.zone), [](auto &filter) {
            filter.zone.reset();
            filter.bin.reset();
        });
    if (now.bin)
        add(now.bin->isEmpty() ? tr("In no bin") : tr("Bin: %1").arg(*now.bin),
            [](auto &filter) { filter.bin.reset(); });
    if (now.stockId)
        add(tr("Stock row: %1").arg(*now.stockId), [](auto &filter) { filter.stockId.reset(); });
    if (!now.order.isEmpty())
        add(tr("Order: %1").arg(now.order), [](auto &filter) { filter.order.clear(); });
    if (!now.partner.isEmpty())
        add(tr("Partner: %1").arg(now.partner), [](auto &filter) { filter.partner.clear(); });
    if (!now.person.isEmpty())
        add(tr("Person: %1").arg(now.person), [](auto &filter) { filter.person.clear(); });
    m_chips->setChips(std::move(chips));
}

} // namespace tanaban::ui
