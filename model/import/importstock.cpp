#include "model/import/importfields.h"
#include "model/import/importplan.h"
#include "model/import/importtext.h"
#include "model/quantity.h"
#include "model/stockcommands.h"

#include <algorithm>
#include <map>
#include <span>

namespace tanaban {

using namespace Qt::StringLiterals;

namespace {

constexpr size_t linesAtOnce = 500; ///< whose places are read together

/// Which field of the file a rule is about, as far as one can say.
QString fieldOf(Rule rule)
{
    if (rule == Rule::UnknownProduct)
        return u"product_code"_s;
    if (rule == Rule::UnknownPlace || rule == Rule::StorageConditionMismatch
        || rule == Rule::ZoneFull)
        return u"zone_number"_s;
    if (rule == Rule::LotExpiryDiffers)
        return u"expires_on"_s;
    if (rule == Rule::QuantityOutOfRange)
        return u"quantity"_s;
    return {};
}

/// Receives line after line; what earlier lines of the file put down counts for the later ones.
class StockPlanner
{
public:
    StockPlanner(const Intent &intent,
                 const ImportTable &table,
                 const ImportMapping &mapping,
                 Store &store,
                 ImportProgress &progress)
        : m_table(table)
        , m_mapping(mapping)
        , m_store(store)
        , m_progress(progress)
    {
        m_plan.report = reportOf(table, mapping);
        m_plan.changes.intent = intent;
    }

    Read<ImportPlan> plan()
    {
        const std::span<const ImportLine> lines(m_table.rows);
        for (size_t from = 0; from < lines.size() && !m_progress.stopped(); from += linesAtOnce) {
            const auto some = lines.subspan(from, std::min(linesAtOnce, lines.size() - from));
            auto places = m_store.places(keysOf(some));
            if (!places)
                return fail(ReadFailure(places.error()));
            for (size_t i = 0; i < some.size() && !m_progress.stopped(); ++i)
                check(some[i], (*places)[i]);
        }
        return std::move(m_plan);
    }

private:
    static StockKey keyIn(ImportFields &fields)
    {
        StockKey key;
        key.product = fields.code(u"product_code"_s);
        key.warehouse = fields.warehouseCode(u"warehouse_code"_s);
        key.zone = fields.positive(u"zone_number"_s).value_or(0);
        key.bin = fields.optionalCode(u"bin"_s);
        key.lot = fields.optionalCode(u"lot"_s);
        key.status = fields.status(u"status"_s);
        return key;
    }

    std::vector<StockKey> keysOf(std::span<const ImportLine> lines) const
    {
        std::vector<StockKey> keys;
        std::vector<ImportFinding> toldLater;
        for (const ImportLine &line : lines) {
            ImportFields fields(line, m_mapping, toldLater);
            keys.push_back(keyIn(fields));
        }
        return keys;
    }

    void check(const ImportLine &line, PlaceContext &place)
    {
        ++m_progress.done;
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

    void take(const ImportLine &line, ImportFields &fields, PlaceContext &place)
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

    void receive(const ImportLine &line,
                 ImportFields &fields,
                 Receive &receipt,
                 qint64 quantity,
                 PlaceContext &place)
    {
        // With nothing to put down the rules are asked about one unit, for what they say.
        receipt.quantity = std::max<qint64>(quantity, 1);
        considerEarlierLines(receipt.key, place);
        const Intent &intent = m_plan.changes.intent;
        const Decided decided = decideReceive(
            {intent.id, receipt, {}, intent.actor}, receipt, place);
        if (!decided) {
            fields.refuse(fieldOf(decided.error().rule), decided.error());
            return;
        }
        if (m_nothing || fields.faulty())
            return;
        StockChange change = decided->stock.front();
        change.key.status = receipt.key.status;
        const auto earlier = m_rows.find(change.key);
        if (earlier != m_rows.end() && !m_mapping.addSamePlace) {
            fields.refuse({},
                          ImportText::tr("line %1 puts the same lot in the same place")
                              .arg(earlier->second.line));
            return;
        }
        const qint64 there = place.row ? place.row->onHand : 0;
        add(line, receipt, change, there, *place.product);
        for (const RecordChange &record : decided->records) {
            if (m_lots.insert_or_assign({change.key.product, change.key.lot}, receipt.expiresOn)
                    .second)
                m_plan.changes.records.push_back(record);
        }
        ++m_plan.report.written;
    }

    void considerEarlierLines(const StockKey &key, PlaceContext &place) const
    {
        const auto growth = m_growth.find({key.warehouse, key.zone});
        if (growth != m_growth.end())
            place.zoneLoad += growth->second;
        const auto lot = m_lots.find({key.product, key.lot});
        if (lot != m_lots.end() && !place.lot)
            place.lot = Lot{key.product, key.lot, lot->second, 1};
    }

    void add(const ImportLine &line,
             const Receive &receipt,
             const StockChange &change,
             qint64 there,
             const Product &product)
    {
        Row &row = m_rows[change.key];
        const qint64 before = there + row.quantity;
        m_growth[{change.key.warehouse, change.key.zone}] += wholeUnits(before + receipt.quantity,
                                                                        product.decimals)
                                                             - wholeUnits(before, product.decimals);
        if (row.quantity == 0) {
            row.line = line.line;
            row.index = m_plan.changes.stock.size();
            m_plan.changes.stock.push_back(change);
        } else {
            m_plan.changes.stock[row.index].onHandDelta += receipt.quantity;
        }
        row.quantity += receipt.quantity;
    }

    struct Row
    {
        qint64 line = 0;
        size_t index = 0;
        qint64 quantity = 0;
    };

    const ImportTable &m_table;
    const ImportMapping &m_mapping;
    Store &m_store;
    ImportProgress &m_progress;
    ImportPlan m_plan;
    bool m_nothing = false;
    std::map<StockKey, Row> m_rows;
    std::map<std::pair<QString, QString>, std::optional<QDate>> m_lots;
    std::map<std::pair<QString, int>, qint64> m_growth; ///< whole units, by zone
};

} // namespace

Read<ImportPlan> planStock(const Intent &intent,
                           const ImportTable &table,
                           const ImportMapping &mapping,
                           Store &store,
                           ImportProgress &progress)
{
    return StockPlanner(intent, table, mapping, store, progress).plan();
}

} // namespace tanaban
