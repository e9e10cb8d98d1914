#include "ui/claims/claimtext.h"

#include "ui/words.h"

#include <QDateTime>

namespace tanaban::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 microsecondsPerSecond = 1'000'000;
constexpr qint64 secondsPerMinute = 60;

} // namespace

QString ClaimText::who(const Claim &claim, Instant now)
{
    const QString order = claim.partnerName.isEmpty()
                              ? claim.orderNumber
                              : QString(claim.orderNumber + u" · " + claim.partnerName);
    if (claim.kind == Claim::Kind::ByHand)
        return tr("reserved by hand");
    if (claim.kind == Claim::Kind::Order)
        return claim.pending ? tr("%1 (waits for review)").arg(order) : order;
    const QString until = claim.expiresAt->toDateTime().toLocalTime().toString(u"HH:mm"_s);
    const qint64 seconds = (claim.expiresAt->microseconds - now.microseconds)
                           / microsecondsPerSecond;
    QString text;
    if (seconds <= 0)
        text = tr("hold until %1, which is over").arg(until);
    else if (seconds < secondsPerMinute)
        text = tr("hold until %1 (%n second(s) left)", nullptr, int(seconds)).arg(until);
    else
        text = tr("hold until %1 (%n minute(s) left)", nullptr, int(seconds / secondsPerMinute))
                   .arg(until);
    return order.isEmpty() ? text : QString(order + u" · " + text);
}

QString ClaimText::place(const Claim &claim)
{
    const QString place = Words::place(claim.place.warehouse, claim.place.zone, claim.place.bin);
    return claim.place.lot.isEmpty() ? place : QString(place + u" · " + claim.place.lot);
}

QString ClaimText::madeBy(const Claim &claim)
{
    return claim.actorName.isEmpty() ? claim.actor : claim.actorName;
}

QString ClaimText::lacking(const ClaimingLine &line, const Product &product)
{
    const QString lacks =
        tr("lacks %1").arg(Words::quantity(line.lacking(), product.decimals, product.unit));
    return QStringList{u"%1 / %2"_s.arg(line.order).arg(line.line), line.partnerName, lacks}.join(
        u" · "_s);
}

QString ClaimText::sum(const Holding &holding)
{
    const int decimals = holding.product.decimals;
    return tr("On hand %1 · reserved %2 · available %3")
        .arg(Words::quantity(holding.onHand, decimals),
             Words::quantity(holding.reserved, decimals),
             Words::quantity(holding.onHand - holding.reserved, decimals, holding.product.unit));
}

QString ClaimText::remaining(qint64 lacking, const Product &product)
{
    return lacking == 0 ? tr("lacks nothing", "an order, after goods were passed on")
                        : tr("lacks %1").arg(Words::quantity(lacking, product.decimals));
}

QString ClaimText::effect(const ClaimingLine &giver,
                          const ClaimingLine &taker,
                          qint64 quantity,
                          const Product &product)
{
    const qint64 kept = giver.claimed - quantity;
    const auto figure = [&product](qint64 value) {
        return Words::quantity(value, product.decimals);
    };
    //: %1 and %4 are orders; "lacks 4" is the end of each part
    return tr("%1 keeps %2 of %3 and then %4")
               .arg(giver.order,
                    figure(kept),
                    figure(giver.ordered),
                    remaining(giver.ordered - kept, product))
           + u" · "_s
           + tr("%1 gets %2 and %3")
                 .arg(taker.order, figure(quantity), remaining(taker.lacking() - quantity, product));
}

QString ClaimText::whyNot(const Claim &claim, const ClaimingLine &taker)
{
    if (claim.kind == Claim::Kind::ByHand)
        return tr("This was reserved by hand. Release it in the place Stock, if it may go.");
    if (claim.kind == Claim::Kind::Hold)
        return tr("A hold is not taken away: it is confirmed, released, or runs out.");
    if (claim.orderId == taker.orderId)
        return tr("%1 has this already.").arg(taker.order);
    if (comesAfter(claim, taker.priority, taker.dueOn, taker.orderId))
        return {};
    if (claim.priority != taker.priority)
        return tr("%1 comes before %2: its priority is higher.").arg(claim.orderNumber, taker.order);
    if (claim.dueOn != taker.dueOn)
        return tr("%1 comes before %2: it is due earlier.").arg(claim.orderNumber, taker.order);
    return tr("%1 comes before %2: it was written down earlier.").arg(claim.orderNumber, taker.order);
}

} // namespace tanaban::ui
