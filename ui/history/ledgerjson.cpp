#include "ui/history/ledgerjson.h"

#include <QJsonArray>

namespace tanaban::ui {

using namespace Qt::StringLiterals;

LedgerFilter ledgerFilterFrom(const QJsonObject &what)
{
    LedgerFilter filter;
    filter.text = what.value("text"_L1).toString();
    filter.product = what.value("product"_L1).toString();
    filter.lot = what.value("lot"_L1).toString();
    filter.warehouse = what.value("warehouse"_L1).toString();
    filter.person = what.value("person"_L1).toString();
    filter.order = what.value("order"_L1).toString();
    filter.partner = what.value("partner"_L1).toString();
    if (const QJsonValue zone = what.value("zone"_L1); zone.isDouble())
        filter.zone = zone.toInt();
    if (const QJsonValue bin = what.value("bin"_L1); bin.isString())
        filter.bin = bin.toString();
    if (const qint64 stock = what.value("stock"_L1).toInteger(); stock != 0)
        filter.stockId = stock;
    filter.kind = fromCode<EventKind>(what.value("kind"_L1).toString());
    for (const QJsonValue &span : what.value("times"_L1).toArray()) {
        const auto from = Instant::fromIso(span["from"_L1].toString());
        const auto until = Instant::fromIso(span["until"_L1].toString());
        if (from && until && *from < *until)
            filter.times.push_back({*from, *until});
    }
    return filter;
}

QJsonObject toJson(const LedgerFilter &filter)
{
    QJsonObject what;
    const auto add = [&what](const QString &name, const QString &value) {
        if (!value.isEmpty())
            what.insert(name, value);
    };
    add(u"text"_s, filter.text);
    add(u"product"_s, filter.product);
    add(u"lot"_s, filter.lot);
    add(u"warehouse"_s, filter.warehouse);
    add(u"person"_s, filter.person);
    add(u"order"_s, filter.order);
    add(u"partner"_s, filter.partner);
    if (filter.zone)
        what.insert(u"zone"_s, *filter.zone);
    if (filter.bin)
        what.insert(u"bin"_s, *filter.bin);
    if (filter.stockId)
        what.insert(u"stock"_s, *filter.stockId);
    if (filter.kind)
        what.insert(u"kind"_s, codeOf(*filter.kind));
    QJsonArray times;
    for (const TimeSpan &span : filter.times)
        times.append(QJsonObject{{u"from"_s, span.from.toIso()}, {u"until"_s, span.until.toIso()}});
    if (!times.isEmpty())
        what.insert(u"times"_s, times);
    return what;
}

} // namespace tanaban::ui
