#include "model/import/stocklines.h"

#include "model/import/importfields.h"
#include "model/import/importtext.h"
#include "model/quantity.h"

#include <algorithm>

namespace tanaban {

using namespace Qt::StringLiterals;

namespace {

/// Which field of the file a rule is about, as far as one can say.
QString fieldOf(Rule rule, const PlaceContext &place)
{
    if (rule == Rule::UnknownProduct)
        return u"product_code"_s;
    if (rule == Rule::UnknownPlace && !place.warehouse)
        return u"warehouse_code"_s;
    if (rule == Rule::UnknownPlace && place.zone)
        return u"bin"_s;
    if (rule == Rule::UnknownPlace || rule == Rule::StorageConditionMismatch
        || rule == Rule::ZoneFull)
        return u"zone_number"_s;
    if (rule == Rule::LotExpiryDiffers)
        return u"expires_on"_s;
    if (rule == Rule::QuantityOutOfRange)
        return u"quantity"_s;
    return {};
}

size_t numberOf(const StockKey &key)
{
    return qHashMulti(0, key.product, key.warehouse, key.zone, key.bin, key.lot, int(key.status));
}

size_t numberOfLot(const StockKey &key)
{
    return qHashMulti(0, key.product, key.lot);
}

} // namespace

StockLines::StockLines(ImportPlan &plan, const ImportMapping &mapping, Store &store)
    : m_plan(plan)
    , m_mapping(mapping)
    , m_store(store)
{}

void StockLines::pass(std::span<const ImportLine> lines)
{
    const std::vector<StockKey> keys = keysOf(lines);
    for (size_t i = 0; i < lines.size(); ++i)
        m_lineOfPlace.emplace(numberOf(keys[i]), lines[i].line);
    m_plan.report.unchanged += qint64(lines.size());
}

Read<Done> StockLines::check(std::span<const ImportLine> lines)
{
    m_newPlaces.clear();
    auto places = m_store.places(keysOf(lines));
    if (!places)
        return fail(ReadFailure(places.error()));
    for (size_t i = 0; i < lines.size(); ++i)
        checkLine(lines[i], (*places)[i]);
    return Done{};
}

StockLines::Mark StockLines::mark() const
{
    const ImportReport &report = m_plan.report;
    return {report.written, report.leftOut, report.refused, report.findings.size()};
}

void StockLines::goBackTo(const Mark &mark)
{
    ImportReport &report = m_plan.report;
    report.written = mark.written;
    report.leftOut = mark.leftOut;
    report.refused = mark.refused;
    report.findings.resize(mark.findings);
    for (const size_t place : m_newPlaces)
        m_lineOfPlace.erase(place);
}

void StockLines::forgetChanges()
{
    m_plan.changes.stock.clear();
    m_plan.changes.records.clear();
    m_put.clear();
    m_growth.clear();
    m_lots.clear();
}

/// A text that stands in thousands of lines, once.
QString StockLines::shared(const QString &text)
{
    return *m_texts.insert(text);
}

StockKey StockLines::keyIn(ImportFields &fields)
{
    StockKey key;
    key.product = shared(fields.code(u"product_code"_s));
    key.warehouse = shared(fields.warehouseCode(u"warehouse_code"_s));
    key.zone = fields.positive(u"zone_number"_s).value_or(0);
    key.bin = shared(fields.optionalCode(u"bin"_s));
    key.lot = fields.optionalCode(u"lot"_s);
    key.status = fields.status(u"status"_s);
    return key;
}

std::vector<StockKey> StockLines::keysOf(std::span<const ImportLine> lines)
{
    std::vector<StockKey> keys;
    std::vector<ImportFinding> toldLater;
    for (const ImportLine &line : lines) {
        ImportFields fields(line, m_mapping, toldLater);
        keys.push_back(keyIn(fields));
    }
    return keys;
}

void StockLines::checkLine(const ImportLine &line, PlaceContext &place)
{
    const size_t before = m_plan.report.findings.size();
    ImportFields fields(line, m_mapping, m_plan.report.findings);
    m_nothing = false;
    take(line, fields, place);
    if (m_nothing) {
        // Nothing is to be put down, so what else is wrong with the line stops nobody.
        ++m_plan.report.leftOut;
        for (size_t i = before; i < m_plan.report.findings.size(); ++i)
            m_plan.report.findings[i].blocks = false;
    } else if (fields.faulty()) {
        ++m_plan.report.refused;
    }
}

void StockLines::take(const ImportLine &line, ImportFields &fields, PlaceContext &place)
{
    Receive receipt;
    receipt.key = keyIn(fields);
    receipt.expiresOn = fields.date(u"expires_on"_s);
    const auto quantity = fields.quantity(u"quantity"_s,
                                          place.product ? place.product->decimals : 3);
    if (quantity && *quantity == 0) {
        m_nothing = true;
        fields.note(u"quantity"_s, ImportText::tr("nothing to receive"));
    } else if (!quantity && line.text(u"quantity"_s).isEmpty()) {
        fields.refuse(u"quantity"_s, ImportText::tr("it is empty"));
    }
    if (!fields.faulty() || m_nothing)
        receive(line, fields, receipt, quantity.value_or(0), place);
}

void StockLines::receive(const ImportLine &line,
                         ImportFields &fields,
                         Receive &receipt,
                         qint64 quantity,
                         PlaceContext &place)
{
    // With nothing to put down the rules are asked about one unit, for what they say.
    receipt.quantity = std::max<qint64>(quantity, 1);
    considerEarlierLines(receipt.key, place);
    const Intent &intent = m_plan.changes.intent;
    const Decided decided = decideReceive({intent.id, receipt, {}, intent.actor}, receipt, place);
    if (!decided) {
        const Rule rule = decided.error().rule;
        const QString advice = adviceOn(rule, receipt.key, place);
        fields.refuse(fieldOf(rule, place),
                      messageOf(decided.error()) + (advice.isEmpty() ? u""_s : u' ' + advice),
                      rule);
        return;
    }
    if (m_nothing || fields.faulty())
        return;
    StockChange change = decided->stock.front();
    change.key.status = receipt.key.status;
    if (isTaken(line, receipt.key, fields))
        return;
    add(receipt, change, place.row ? place.row->onHand : 0, *place.product);
    addLots(change.key, receipt.expiresOn, decided->records);
    ++m_plan.report.written;
}

/// Which zones of the warehouse it could be instead. Not a proposal to be taken for all lines: in
/// another line the same number may be right.
QString StockLines::adviceOn(Rule rule, const StockKey &key, const PlaceContext &place)
{
    const bool condition = rule == Rule::StorageConditionMismatch;
    if (!condition && !(rule == Rule::UnknownPlace && place.warehouse && !place.zone))
        return {};
    if (!m_zones) {
        const auto zones = m_store.zones();
        m_zones.emplace();
        for (const ZoneSummary &each : zones ? *zones : std::vector<ZoneSummary>())
            m_zones->push_back(each.zone);
    }
    QStringList numbers;
    for (const Zone &zone : *m_zones) {
        const bool fits = zone.warehouse == key.warehouse && zone.active
                          && (!condition || zone.condition == place.product->condition);
        if (fits)
            numbers << QString::number(zone.number);
    }
    if (numbers.isEmpty())
        return {};
    return (condition ? ImportText::tr("In %1 such goods can lie in zone %2.")
                      : ImportText::tr("The zones of %1 are: %2."))
        .arg(key.warehouse, numbers.join(u", "_s));
}

void StockLines::considerEarlierLines(const StockKey &key, PlaceContext &place) const
{
    const auto growth = m_growth.find({key.warehouse, key.zone});
    if (growth != m_growth.end())
        place.zoneLoad += growth->second;
    const auto lot = m_lots.find(numberOfLot(key));
    if (lot != m_lots.end() && !place.lot)
        place.lot = Lot{key.product, key.lot, lot->second, 1};
}

/// An earlier line puts the same there, which is a mistake unless the mapping adds them up.
bool StockLines::isTaken(const ImportLine &line, const StockKey &key, ImportFields &fields)
{
    const size_t place = numberOf(key);
    const auto [earlier, isNew] = m_lineOfPlace.emplace(place, line.line);
    if (isNew) {
        m_newPlaces.push_back(place);
    } else if (!m_mapping.addSamePlace) {
        fields.refuse(
            {}, ImportText::tr("line %1 puts the same lot in the same place").arg(earlier->second));
        return true;
    }
    return false;
}

void StockLines::add(const Receive &receipt,
                     const StockChange &change,
                     qint64 there,
                     const Product &product)
{
    const auto growBy = [&](qint64 before) {
        m_growth[{change.key.warehouse, change.key.zone}] += wholeUnits(before + receipt.quantity,
                                                                        product.decimals)
                                                             - wholeUnits(before, product.decimals);
    };
    if (!m_mapping.addSamePlace) { // then no other line is about this place
        growBy(there);
        if (m_keep)
            m_plan.changes.stock.push_back(change);
        return;
    }
    const auto [put, isNew] = m_put.try_emplace(change.key);
    growBy(there + put->second.quantity);
    put->second.quantity += receipt.quantity;
    if (!m_keep)
        return;
    if (isNew) {
        put->second.index = m_plan.changes.stock.size();
        m_plan.changes.stock.push_back(change);
    } else {
        m_plan.changes.stock[put->second.index].onHandDelta += receipt.quantity;
    }
}

void StockLines::addLots(const StockKey &key,
                         const std::optional<QDate> &expiresOn,
                         const std::vector<RecordChange> &records)
{
    for (const RecordChange &record : records) {
        if (m_lots.emplace(numberOfLot(key), expiresOn).second && m_keep)
            m_plan.changes.records.push_back(record);
    }
}

} // namespace tanaban
