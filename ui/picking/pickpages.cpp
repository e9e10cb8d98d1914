#include "ui/picking/pickpages.h"

#include "model/labels/labelcode.h"
#include "ui/picking/picktext.h"
#include "ui/print/printtext.h"

#include <QDate>

namespace tanaban::ui {

using namespace Qt::StringLiterals;

namespace {

/// Bars, or a square for what bars cannot say.
std::optional<print::Barcode> codeFor(const LabelSubject &subject)
{
    for (const Symbology symbology : {Symbology::Code128, Symbology::Qr}) {
        if (const auto code = labelCodeFor(subject, symbology, QDate::currentDate()))
            return print::Barcode::make(*code);
    }
    return std::nullopt;
}

LabelSubject subjectOf(Entity entity, const QString &code)
{
    LabelSubject subject;
    subject.entity = entity;
    subject.code = code;
    return subject;
}

/// The first stop of each order tells whose it is.
std::vector<print::PickOrder> ordersOf(const PickList &list)
{
    std::vector<print::PickOrder> orders;
    for (const QString &number : list.orders) {
        print::PickOrder order{number, {}, codeFor(subjectOf(Entity::Bin, number))};
        const auto first = std::ranges::find(
            list.stops, number, [](const PickStop &stop) { return stop.claim.orderNumber; });
        if (first != list.stops.end())
            order.note = QString(first->claim.partner + u' ' + first->claim.partnerName).trimmed();
        orders.push_back(std::move(order));
    }
    return orders;
}

} // namespace

print::PickRow PickPages::rowOf(const PickStop &stop, PickCode code)
{
    const Claim &claim = stop.claim;
    print::PickRow row;
    row.bin = PickText::bin(stop);
    row.product = stop.claim.productName.isEmpty() ? claim.place.product : stop.claim.productName;
    row.details = {claim.place.product, PickText::lot(stop)};
    row.quantity = PickText::quantity(stop, claim.quantity);
    row.order = tr("%1 / %2", "number of an order, of its line")
                    .arg(claim.orderNumber, QString::number(claim.line));
    LabelSubject subject = subjectOf(Entity::Product, claim.place.product);
    subject.barcode = stop.barcode;
    if (code == PickCode::Bin)
        subject = subjectOf(Entity::Bin, claim.place.bin);
    if (code == PickCode::None || (code == PickCode::Bin && claim.place.bin.isEmpty()))
        return row;
    row.barcode = codeFor(subject);
    row.readable = subject.barcode.isEmpty() ? subject.code : subject.barcode;
    return row;
}

print::PickListContent PickPages::contentOf(const PickList &list,
                                            PickCode code,
                                            const QString &person)
{
    print::PickListContent content;
    content.frame = PrintText::frame(tr("Pick list"), {summary(list)}, person);
    content.orders = ordersOf(list);
    content.heads = {tr("Bin"),
                     tr("Product"),
                     tr("Quantity"),
                     tr("Order / line"),
                     code == PickCode::None ? QString() : tr("Bar code")};
    for (const PickStop &stop : list.stops) {
        const QString zone = PickText::zone(stop);
        if (content.sections.empty() || content.sections.back().title != zone)
            content.sections.push_back({zone, tr("%1 (continued)").arg(zone), {}});
        content.sections.back().rows.push_back(rowOf(stop, code));
    }
    return content;
}

QString PickPages::summary(const PickList &list)
{
    return tr("%1 in %2", "12 stops, 7 places")
        .arg(tr("%Ln stop(s)", nullptr, int(list.stops.size())),
             tr("%Ln place(s)", nullptr, list.places()));
}

} // namespace tanaban::ui
