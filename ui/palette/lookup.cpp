#include "ui/palette/lookup.h"

#include "model/orderbook.h"
#include "model/store.h"
#include "ui/records/recordtext.h"
#include "ui/search/textfilter.h"

#include <QSet>

namespace tanaban::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostProducts = 6;
constexpr int mostOrders = 6;
constexpr int mostOfEach = 4;
constexpr qint64 rowsLookedAt = 60;

Target stockWith(const QJsonObject &filter)
{
    return {u"stock"_s, filter};
}

PaletteEntry entryOf(const Product &product)
{
    PaletteEntry entry;
    entry.kind = PaletteEntry::Kind::Product;
    entry.title = product.code;
    entry.detail = product.name;
    entry.aliases = product.barcode;
    entry.target = stockWith({{u"product"_s, product.code}});
    return entry;
}

PaletteEntry entryOf(const OrderHit &order)
{
    PaletteEntry entry;
    entry.kind = PaletteEntry::Kind::Order;
    entry.title = order.number;
    entry.detail = order.partnerName + u" · " + RecordText::wordOfState(codeOf(order.state));
    entry.target = {u"orders"_s, {{u"number"_s, order.number}}};
    return entry;
}

PaletteEntry binOf(const StockListRow &row)
{
    const StockKey &key = row.row.key;
    PaletteEntry entry;
    entry.kind = PaletteEntry::Kind::Bin;
    entry.title = key.bin;
    entry.detail = key.warehouse + u" / " + QString::number(key.zone) + u' ' + row.zoneName;
    entry.target = stockWith(
        {{u"warehouse"_s, key.warehouse}, {u"zone"_s, key.zone}, {u"bin"_s, key.bin}});
    return entry;
}

PaletteEntry lotOf(const StockListRow &row)
{
    PaletteEntry entry;
    entry.kind = PaletteEntry::Kind::Lot;
    entry.title = row.row.key.lot;
    entry.detail = row.row.key.product + u" · " + row.productName;
    entry.target = stockWith({{u"lot"_s, row.row.key.lot}});
    return entry;
}

} // namespace

std::vector<PaletteEntry> lookUp(Store &store, OrderBook &orders, const QString &text)
{
    std::vector<PaletteEntry> entries;
    if (const auto products = store.findProducts(text, mostProducts)) {
        for (const Product &product : *products)
            entries.push_back(entryOf(product));
    }
    if (const auto hits = orders.find(text, mostOrders)) {
        for (const OrderHit &hit : *hits)
            entries.push_back(entryOf(hit));
    }
    // Bins and lots as they are in use: from the stock rows that the text finds.
    StockFilter filter;
    filter.text = text;
    const auto ids = store.stockIds(filter, {}, rowsLookedAt);
    const auto rows = ids ? store.stockRows(*ids) : fail(ids.error());
    if (!rows)
        return entries;
    const QString wanted = folded(text);
    QSet<QString> seen;
    std::map<PaletteEntry::Kind, int> counts;
    const auto add = [&](PaletteEntry entry) {
        if (!folded(entry.title).contains(wanted) || counts[entry.kind] >= mostOfEach)
            return;
        const auto before = seen.size();
        seen.insert(entry.title + u'\n' + entry.detail);
        if (seen.size() == before)
            return;
        ++counts[entry.kind];
        entries.push_back(std::move(entry));
    };
    for (const StockListRow &row : *rows) {
        add(binOf(row));
        add(lotOf(row));
    }
    return entries;
}

} // namespace tanaban::ui
