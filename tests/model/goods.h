#pragma once

#include "model/matrix.h"
#include "model/stockcommands.h"

#include <QTest>

#include <functional>

namespace tanaban::tests {

using namespace Qt::StringLiterals;

// A box of 100 in Tokyo, as most tests want it; they change what matters to them.

inline const QDate today(2026, 11, 21);

inline StockContext goods()
{
    StockContext stock;
    stock.row.id = 17;
    stock.row.key = {u"WH001"_s, 2, u"A-01"_s, u"P-1"_s, u"L-1"_s, StockStatus::Available};
    stock.row.condition = StorageCondition::Refrigerated;
    stock.row.receivedAt = Instant{1'700'000'000'000'000};
    stock.row.onHand = 100;
    stock.row.version = 2;
    stock.product.code = u"P-1"_s;
    stock.product.name = u"Milk"_s;
    stock.product.condition = StorageCondition::Refrigerated;
    stock.product.unit = u"pcs"_s;
    stock.product.version = 1;
    stock.lot = {u"P-1"_s, u"L-1"_s, QDate(2026, 12, 24), 1};
    stock.zone.warehouse = u"WH001"_s;
    stock.zone.number = 2;
    stock.zone.condition = StorageCondition::Refrigerated;
    stock.zone.version = 1;
    stock.warehouse = {u"WH001"_s, u"Tokyo"_s, u"Asia/Tokyo"_s, true, 1};
    stock.today = today;
    return stock;
}

/// Hand-made allocations 1, 2, … of these quantities, oldest first.
inline StockContext reservedGoods(const std::vector<qint64> &quantities)
{
    StockContext stock = goods();
    for (const qint64 quantity : quantities) {
        Allocation allocation;
        allocation.id = qint64(stock.handMade.size()) + 1;
        allocation.stockId = stock.row.id;
        allocation.quantity = quantity;
        allocation.version = 1;
        stock.handMade.push_back(allocation);
        stock.row.reserved += quantity;
    }
    return stock;
}

/// Another bin of the same zone, with nothing of the goods in it.
inline PlaceContext place()
{
    const StockContext stock = goods();
    PlaceContext place;
    place.warehouse = stock.warehouse;
    place.zone = stock.zone;
    place.bin = Bin{u"WH001"_s, 2, u"B-02"_s, 2, true, 1};
    place.product = stock.product;
    place.today = today;
    return place;
}

inline StockCommand commandOf(StockAction action, std::optional<qint64> expected = std::nullopt)
{
    return {newCommandId(), std::move(action), expected, u"sato"_s};
}

/// The name of the rule that said no; "done" when none did.
inline QString verdict(const Decided &decided)
{
    return decided ? QStringLiteral("done") : nameOf(decided.error().rule);
}

/// Ten of the goods to another bin of their zone.
inline Move moveTo(const QString &bin)
{
    return {17, 10, u"WH001"_s, 2, bin};
}

/// Ten more of them.
inline Receive receipt()
{
    Receive receive;
    receive.key = {u"WH001"_s, 2, u"B-02"_s, u"P-1"_s, u"L-1"_s, StockStatus::Available};
    receive.quantity = 10;
    return receive;
}

/// A decision that did not say no must also fit the shapes that the engines let pass.
inline void fits(const ChangeSet &changes)
{
    const auto refusal = Matrix::instance().check(changes, Role::Staff);
    QVERIFY2(!refusal, refusal ? qPrintable(refusal->subject) : "");
}

using ChangeStock = std::function<void(StockContext &)>;

/// Data rows: a change to the goods, and the rule that then forbids to reserve or ship them.
inline void addGoodsStates()
{
    QTest::addColumn<ChangeStock>("change");
    QTest::addColumn<QString>("rule");
    const auto row = [](const char *name, const char16_t *rule, ChangeStock change) {
        QTest::newRow(name) << change << QString::fromUtf16(rule);
    };
    row("usable", u"done", [](StockContext &) {});
    row("without expiry", u"done", [](StockContext &s) { s.lot.expiresOn.reset(); });
    row("last day", u"done", [](StockContext &s) { s.lot.expiresOn = s.today; });
    row("day after", u"Expired", [](StockContext &s) { s.lot.expiresOn = s.today.addDays(-1); });
    row("quarantined", u"NotAllocatable", [](StockContext &s) {
        s.row.key.status = StockStatus::Quarantined;
    });
    row("damaged", u"NotAllocatable", [](StockContext &s) {
        s.row.key.status = StockStatus::Damaged;
    });
    row("product inactive", u"Inactive", [](StockContext &s) { s.product.active = false; });
    row("zone inactive", u"Inactive", [](StockContext &s) { s.zone.active = false; });
    row("warehouse inactive", u"Inactive", [](StockContext &s) { s.warehouse.active = false; });
    row("bin inactive", u"Inactive", [](StockContext &s) { s.binActive = false; });
}

} // namespace tanaban::tests
