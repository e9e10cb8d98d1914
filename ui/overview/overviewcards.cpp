#include "ui/overview/overviewcards.h"

#include "ui/history/ledgerjson.h"
#include "ui/search/searchwords.h"
#include "ui/words.h"

#include <QLocale>

#include <algorithm>
#include <numeric>

namespace tanaban::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr size_t mostBars = 4;
const QString stockPlace = u"stock"_s;

QString numberText(qint64 number)
{
    return QLocale().toString(number);
}

/// Of a plural; those beyond are told alike.
int countOf(qint64 number)
{
    return int(std::min<qint64>(number, 2'000'000'000));
}

QString withName(const QString &code, const QString &name)
{
    return name.isEmpty() ? code : QString(code + u' ' + name);
}

/// A line for each warehouse, with the rows that `what` and the warehouse let through.
std::vector<Bar> warehouseBars(const RowsByWarehouse &rows,
                               const QJsonObject &what,
                               const std::function<QString(const WarehouseRows &)> &nameOf)
{
    std::vector<Bar> bars;
    for (const WarehouseRows &each : rows.warehouses) {
        if (bars.size() == mostBars)
            break;
        QJsonObject there = what;
        there.insert(u"warehouse"_s, each.warehouse);
        bars.push_back({each.warehouse,
                        withName(each.warehouse, each.name),
                        numberText(each.rows),
                        double(each.rows) / double(rows.warehouses.front().rows),
                        nameOf(each),
                        {stockPlace, there}});
    }
    return bars;
}

Target historyOf(const QString &warehouse, const std::vector<TimeSpan> &times)
{
    LedgerFilter filter;
    filter.warehouse = warehouse;
    filter.times = times;
    return {u"history"_s, toJson(filter)};
}

QString clockText(size_t hour)
{
    return QString::number(hour).rightJustified(2, u'0') + u":00"_s;
}

} // namespace

std::vector<CardContent> OverviewCards::needs(const Overview &overview)
{
    return {low(overview),
            expiring(overview),
            expired(overview.expired),
            withStatus(StockStatus::Quarantined, overview.quarantined),
            withStatus(StockStatus::Damaged, overview.damaged),
            nearlyFull(overview.nearlyFull)};
}

std::vector<CardContent> OverviewCards::hours(const Overview &overview)
{
    std::vector<CardContent> cards;
    for (const BusyHours &each : overview.hours)
        cards.push_back(hoursOf(each, overview.hours.size() == 1));
    return cards;
}

CardContent OverviewCards::low(const Overview &overview)
{
    CardContent card;
    card.id = u"low"_s;
    card.title = tr("Low");
    card.symbol = u"low"_s;
    card.figure = numberText(overview.lowProducts);
    // What has run out has only empty rows, and needs somebody most of all.
    card.target = {stockPlace, {{u"low"_s, true}, {u"withEmpty"_s, true}}};
    if (overview.lowProducts == 0) {
        card.sentence = tr("Every product is above its reorder point.");
        return card;
    }
    card.tone = Symbol::Tone::Low;
    //: After the number of products; %1 says in how many stock rows.
    card.sentence = tr("product(s) at or below the reorder point, %1",
                       nullptr,
                       countOf(overview.lowProducts))
                        .arg(tr("%Ln stock row(s)", nullptr, countOf(overview.lowRows)));
    for (const LowProduct &each : overview.lowest) {
        const QString available = Words::quantity(each.available, each.decimals);
        const QString point = Words::quantity(each.reorderPoint, each.decimals);
        card.bars.push_back({each.code,
                             each.name,
                             tr("%1 of %2", "available, reorder point").arg(available, point),
                             double(each.available) / double(std::max<qint64>(each.reorderPoint, 1)),
                             tr("%1 %2: %3 available, reorder point %4 %5", "code, name, …, unit")
                                 .arg(each.code, each.name, available, point, each.unit),
                             {stockPlace, {{u"product"_s, each.code}, {u"withEmpty"_s, true}}}});
    }
    return card;
}

CardContent OverviewCards::expiring(const Overview &overview)
{
    CardContent card;
    card.id = u"expiring"_s;
    card.kind = Plot::Kind::Standing;
    card.title = tr("Expiring");
    card.symbol = u"warning"_s;
    card.figure = numberText(overview.expiringRows());
    card.target = {stockPlace, {{u"expiresWithinDays"_s, expiringDays}}};
    if (overview.expiringRows() == 0) {
        card.sentence = tr("Nothing expires within %1 days.").arg(expiringDays);
        return card;
    }
    card.tone = Symbol::Tone::Low;
    card.sentence = tr("stock row(s) of goods that expire within %1 days",
                       nullptr,
                       countOf(overview.expiringRows()))
                        .arg(expiringDays);
    const qint64 most = std::ranges::max(overview.expiring);
    for (int days = 0; days < int(overview.expiring.size()); ++days) {
        const qint64 rows = overview.expiring[size_t(days)];
        QString day = days == 0 ? tr("today") : tr("in %n day(s)", nullptr, days);
        if (overview.today)
            day += u", "_s + Words::date(overview.today->addDays(days));
        const QString distance = u'+' + QString::number(days);
        card.bars.push_back(
            {QString::number(days),
             {},
             numberText(rows),
             double(rows) / double(most),
             tr("%1: %2", "a day, what happens on it")
                 .arg(day, tr("%Ln stock row(s) expire", nullptr, countOf(rows))),
             {stockPlace,
              {{u"text"_s,
                SearchWords::termOf(SearchKey::Expires, distance + u".."_s + distance)}}}});
    }
    card.axis = {{0, tr("today")}, {7, u"+7"_s}, {14, u"+14"_s}, {21, u"+21"_s}, {28, u"+28"_s}};
    return card;
}

CardContent OverviewCards::expired(const RowsByWarehouse &rows)
{
    CardContent card;
    card.id = u"expired"_s;
    card.title = tr("Expired");
    card.symbol = u"blocked"_s;
    card.figure = numberText(rows.rows());
    card.target = {stockPlace, {{u"expired"_s, true}}};
    if (rows.rows() == 0) {
        card.sentence = tr("Nothing has expired.");
        return card;
    }
    card.tone = Symbol::Tone::Bad;
    card.sentence = tr(
        "stock row(s) of goods that may no longer be used", nullptr, countOf(rows.rows()));
    card.bars = warehouseBars(rows, card.target.what, [](const WarehouseRows &each) {
        return tr("%1: %2", "a warehouse, what is there")
            .arg(withName(each.warehouse, each.name),
                 tr("%Ln expired stock row(s)", nullptr, countOf(each.rows)));
    });
    return card;
}

CardContent OverviewCards::withStatus(StockStatus status, const RowsByWarehouse &rows)
{
    const bool damaged = status == StockStatus::Damaged;
    CardContent card;
    card.id = codeOf(status);
    card.title = Words::of(status);
    card.symbol = damaged ? u"damaged"_s : u"quarantined"_s;
    card.figure = numberText(rows.rows());
    card.target = {stockPlace, {{u"status"_s, codeOf(status)}}};
    if (rows.rows() == 0) {
        card.sentence = damaged ? tr("Nothing is damaged.") : tr("Nothing is quarantined.");
        return card;
    }
    card.tone = Symbol::Tone::Bad;
    card.sentence = damaged ? tr("stock row(s) of damaged goods", nullptr, countOf(rows.rows()))
                            : tr("stock row(s) of goods that wait for a decision",
                                 nullptr,
                                 countOf(rows.rows()));
    card.bars = warehouseBars(rows, card.target.what, [damaged](const WarehouseRows &each) {
        const int count = countOf(each.rows);
        return tr("%1: %2", "a warehouse, what is there")
            .arg(withName(each.warehouse, each.name),
                 damaged ? tr("%Ln damaged stock row(s)", nullptr, count)
                         : tr("%Ln quarantined stock row(s)", nullptr, count));
    });
    return card;
}

CardContent OverviewCards::nearlyFull(const std::vector<ZoneSummary> &zones)
{
    CardContent card;
    card.id = u"nearlyFull"_s;
    card.title = tr("Nearly full");
    card.symbol = u"warehouse"_s;
    card.figure = numberText(qint64(zones.size()));
    card.target.place = u"places"_s;
    if (zones.empty()) {
        card.sentence = tr("Every zone has room.");
        return card;
    }
    card.tone = Symbol::Tone::Low;
    card.target.what = {{u"code"_s, zones.front().zone.warehouse}};
    card.sentence = tr("zone(s) filled to %1 % or more", nullptr, countOf(qint64(zones.size())))
                        .arg(nearlyFullPercent);
    for (const ZoneSummary &each : zones) {
        if (card.bars.size() == mostBars)
            break;
        const Zone &zone = each.zone;
        const qint64 capacity = zone.capacity.value_or(1);
        const QString name = zone.warehouse + u" · "_s + QString::number(zone.number) + u' '
                             + zone.name;
        const QString percent = QString::number(each.load * 100 / capacity) + u" %"_s;
        card.bars.push_back(
            {zone.warehouse + u'/' + QString::number(zone.number),
             name,
             percent,
             double(each.load) / double(capacity),
             tr("%1: %2 full, %3 of %4 units", "zone, percent, load, capacity")
                 .arg(name, percent, numberText(each.load), numberText(capacity)),
             {stockPlace, {{u"warehouse"_s, zone.warehouse}, {u"zone"_s, zone.number}}}});
    }
    return card;
}

CardContent OverviewCards::hoursOf(const BusyHours &busy, bool alone)
{
    CardContent card;
    card.id = u"hours"_s + busy.warehouse;
    card.kind = Plot::Kind::Standing;
    card.wide = alone;
    card.symbol = u"clock"_s;
    card.title = busy.warehouse.isEmpty()
                     ? tr("Busiest hours")
                     : tr("Busiest hours: %1").arg(withName(busy.warehouse, busy.warehouseName));
    const qint64 all = std::accumulate(busy.entries.begin(), busy.entries.end(), qint64(0));
    const auto busiest = std::ranges::max_element(busy.entries);
    std::vector<TimeSpan> days;
    for (size_t hour = 0; hour < busy.hours.size(); ++hour) {
        const std::vector<TimeSpan> &times = busy.hours[hour].times;
        days.insert(days.end(), times.begin(), times.end());
        const qint64 entries = busy.entries[hour];
        card.bars.push_back({QString::number(hour),
                             {},
                             numberText(entries),
                             all == 0 ? 0.0 : double(entries) / double(*busiest),
                             tr("%1 to %2: %3", "one hour, the next, what happened between")
                                 .arg(clockText(hour),
                                      clockText(hour + 1),
                                      tr("%Ln entry(s) of the history", nullptr, countOf(entries))),
                             historyOf(busy.warehouse, times)});
    }
    for (int hour = 0; hour < int(busy.hours.size()); hour += 3)
        card.axis.emplace_back(hour, clockText(size_t(hour)));
    const auto first = std::ranges::min_element(days, {}, &TimeSpan::from);
    const auto last = std::ranges::max_element(days, {}, &TimeSpan::until);
    card.target = historyOf(
        busy.warehouse, days.empty() ? days : std::vector<TimeSpan>{{first->from, last->until}});
    if (all == 0) {
        card.figure = numberText(0);
        card.sentence = tr("Nothing was done in the last %1 days.").arg(overviewHourDays);
        card.bars.clear();
        card.axis.clear();
        return card;
    }
    card.tone = Symbol::Tone::Accent;
    card.figure = clockText(size_t(busiest - busy.entries.begin()));
    card.sentence = tr("is when most is done: %1 of the %2 of the last %3 days (%4)",
                       "number, number with its noun, number, time zone")
                        .arg(numberText(*busiest),
                             tr("%Ln entry(s)", nullptr, countOf(all)),
                             QString::number(overviewHourDays),
                             busy.timeZone);
    return card;
}

} // namespace tanaban::ui
