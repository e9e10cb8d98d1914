#include "ui/conflict/conflicttext.h"

#include "ui/words.h"

#include <QCoreApplication>
#include <QDateTime>

namespace tanaban::ui {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ConflictText)
};

QString amount(qint64 quantity, const Product *product)
{
    return product ? Words::quantity(quantity, product->decimals, product->unit)
                   : QString::number(quantity);
}

QString bare(qint64 quantity, const Product *product)
{
    return Words::quantity(quantity, product ? product->decimals : 0);
}

/// Where a row is, which lot, and its status unless that is the usual one.
QString placeOf(const StockKey &key)
{
    QStringList parts{key.warehouse + u" · " + QString::number(key.zone)};
    if (!key.bin.isEmpty())
        parts << key.bin;
    if (!key.lot.isEmpty())
        parts << Text::tr("lot %1").arg(key.lot);
    if (key.status != StockStatus::Available)
        parts << Words::of(key.status);
    return parts.join(u" · ");
}

QString yesNo(bool value)
{
    return value ? Text::tr("yes") : Text::tr("no");
}

QString dateOrNone(const std::optional<QDate> &date)
{
    return date ? Words::date(*date) : Text::tr("no date", "goods that do not expire");
}

qint64 reservedByHand(const StockContext &stock)
{
    qint64 sum = 0;
    for (const Allocation &allocation : stock.handMade)
        sum += allocation.quantity;
    return sum;
}

std::vector<Comparison> figuresOf(const StockRow *seen, const StockRow &now, const Product *product)
{
    const auto line = [&](const QString &label, auto figure, bool principal) {
        Comparison comparison;
        comparison.label = label;
        comparison.seen = seen ? bare(figure(*seen), product) : u"–"_s;
        comparison.now = amount(figure(now), product);
        comparison.changed = !seen || figure(*seen) != figure(now);
        comparison.principal = principal;
        return comparison;
    };
    return {
        line(
            Text::tr("On hand"), [](const StockRow &row) { return row.onHand; }, false),
        line(
            Text::tr("Reserved", "figure"), [](const StockRow &row) { return row.reserved; }, false),
        line(
            Text::tr("Available", "figure"),
            [](const StockRow &row) { return row.available(); },
            true)};
}

/// What happened to one row since the versions that were seen.
RowStory storyOf(const ConflictRow &row, const Product *product)
{
    RowStory story;
    for (const StockEvent &event : row.between) {
        story.lines.push_back(
            {Words::moment(event.at),
             deedOf(event, product ? product->decimals : 0, product ? product->unit : QString())});
    }
    if (row.more > 0) {
        story.more = row.more == 1 ? Text::tr("and one earlier change")
                                   : Text::tr("and %1 earlier changes").arg(row.more);
    }
    if (row.now)
        story.place = placeOf(row.now->key);
    return story;
}

QString technicalOf(const StockCommand &command, const FreshGlance &fresh)
{
    QStringList lines{u"command %1"_s.arg(command.id.toString(QUuid::WithoutBraces)),
                      u"kind %1"_s.arg(kindOf(command.action))};
    for (const ConflictRow &row : fresh.since.rows) {
        lines << u"stock %1: version %2 → %3"_s.arg(row.id).arg(row.expected).arg(row.actual);
        for (const StockEvent &event : row.between) {
            lines << u"  version %1 %2 %3 %4 command %5 on_hand %6 reserved %7"_s.arg(event.version)
                         .arg(codeOf(event.kind), event.actor, event.at.toIso())
                         .arg(event.command.toString(QUuid::WithoutBraces))
                         .arg(event.onHandDelta)
                         .arg(event.reservedDelta);
        }
    }
    return lines.join(u'\n');
}

} // namespace

QString nameOfActor(const StockEvent &event)
{
    if (!event.actorName.isEmpty())
        return event.actorName;
    return event.actor.isEmpty() ? Text::tr("Somebody") : event.actor;
}

QString deedOf(const StockEvent &event, int decimals, const QString &unit)
{
    const auto quantity = [&](qint64 value) {
        return Words::quantity(std::abs(value), decimals, unit);
    };
    const QString who = nameOfActor(event);
    const QString onHand = quantity(event.onHandDelta);
    const QString reserved = quantity(event.reservedDelta);
    const QString order = event.orderNumber.isEmpty() && event.orderId
                              ? QString::number(*event.orderId)
                              : event.orderNumber;
    const bool forOrder = !order.isEmpty();
    const auto sentence = [&]() -> QString {
        switch (event.kind) {
        case EventKind::Open:
            return Text::tr("%1 opened this row").arg(who);
        case EventKind::Receive:
            return Text::tr("%1 received %2").arg(who, onHand);
        case EventKind::Reserve:
            return forOrder ? Text::tr("%1 reserved %2 for order %3").arg(who, reserved, order)
                            : Text::tr("%1 reserved %2").arg(who, reserved);
        case EventKind::Release:
            return forOrder ? Text::tr("%1 released %2 of order %3").arg(who, reserved, order)
                            : Text::tr("%1 released %2").arg(who, reserved);
        case EventKind::Ship:
            return forOrder ? Text::tr("%1 shipped %2 for order %3").arg(who, onHand, order)
                            : Text::tr("%1 shipped %2").arg(who, onHand);
        case EventKind::Move:
            return event.onHandDelta < 0 ? Text::tr("%1 moved %2 to another place").arg(who, onHand)
                                         : Text::tr("%1 moved %2 here").arg(who, onHand);
        case EventKind::Adjust:
            return event.onHandDelta < 0
                       ? Text::tr("%1 corrected the stock down by %2").arg(who, onHand)
                       : Text::tr("%1 corrected the stock up by %2").arg(who, onHand);
        case EventKind::Status:
            return event.onHandDelta < 0 ? Text::tr("%1 gave %2 another status").arg(who, onHand)
                                         : Text::tr("%1 gave %2 this status").arg(who, onHand);
        case EventKind::Hold:
            return forOrder ? Text::tr("%1 put a hold on %2 for order %3").arg(who, reserved, order)
                            : Text::tr("%1 put a hold on %2").arg(who, reserved);
        case EventKind::Confirm:
            return forOrder ? Text::tr("%1 confirmed a hold for order %2").arg(who, order)
                            : Text::tr("%1 confirmed a hold").arg(who);
        case EventKind::Expire:
            return Text::tr("A hold on %1 ran out").arg(reserved);
        }
        Q_UNREACHABLE();
    }();
    return event.reason.isEmpty() ? sentence : Text::tr("%1 (“%2”)").arg(sentence, event.reason);
}

QString requestOf(const StockAction &action, const Glance &glance)
{
    const Product *product = glance.product();
    const auto of = [&](qint64 quantity) { return amount(quantity, product); };
    const auto placeText = [](const QString &warehouse, int zone, const QString &bin) -> QString {
        const QString place = warehouse + u" · " + QString::number(zone);
        return bin.isEmpty() ? place : QString(place + u" · " + bin);
    };
    return std::visit(
        Overloaded{[&](const Receive &what) {
                       return Text::tr("You want to receive %1 in %2.")
                           .arg(of(what.quantity),
                                placeText(what.key.warehouse, what.key.zone, what.key.bin));
                   },
                   [&](const Reserve &what) {
                       return Text::tr("You want to reserve %1.").arg(of(what.quantity));
                   },
                   [&](const Release &what) {
                       return Text::tr("You want to release %1.").arg(of(what.quantity));
                   },
                   [&](const Ship &what) {
                       return Text::tr("You want to ship %1.").arg(of(what.quantity));
                   },
                   [&](const Move &what) {
                       return Text::tr("You want to move %1 to %2.")
                           .arg(of(what.quantity), placeText(what.warehouse, what.zone, what.bin));
                   },
                   [&](const Adjust &what) {
                       return Text::tr("You want to correct the stock by %1 (“%2”).")
                           .arg(Words::signedQuantity(what.by, product ? product->decimals : 0),
                                what.reason);
                   },
                   [&](const ChangeStatus &what) {
                       return Text::tr("You want to change the status of %1 to %2 (“%3”).")
                           .arg(of(what.quantity), Words::of(what.to), what.reason);
                   }},
        action);
}

QString stripOf(const StockRow &seen, const ConflictRow &row, const Product &product)
{
    if (!row.now)
        return Text::tr("This row has changed.");
    QString what;
    if (seen.available() != row.now->available()) {
        what = Text::tr("%1 → %2 available")
                   .arg(bare(seen.available(), &product), bare(row.now->available(), &product));
    } else if (seen.onHand != row.now->onHand) {
        what = Text::tr("%1 → %2 on hand")
                   .arg(bare(seen.onHand, &product), bare(row.now->onHand, &product));
    } else {
        what = Text::tr("changed and changed back");
    }
    if (row.between.empty())
        return what;
    const StockEvent &last = row.between.back();
    return Text::tr("%1, %2, %3", "what changed, who did it, when")
        .arg(what, nameOfActor(last), Words::moment(last.at));
}

std::vector<Comparison> comparisonsOf(const StockContext &seen, const StockContext &now)
{
    std::vector<Comparison> result = figuresOf(&seen.row, now.row, &now.product);
    const auto addIfChanged =
        [&](const QString &label, const QString &before, const QString &after) {
            if (before != after)
                result.push_back({label, before, after, true, false});
        };
    if (const qint64 before = reservedByHand(seen), after = reservedByHand(now); before != after) {
        const QString label = Text::tr("Reserved by hand");
        result.push_back(
            {label, bare(before, &now.product), amount(after, &now.product), true, false});
    }
    addIfChanged(Text::tr("Status"), Words::of(seen.row.key.status), Words::of(now.row.key.status));
    addIfChanged(Text::tr("Expires"), dateOrNone(seen.lot.expiresOn), dateOrNone(now.lot.expiresOn));
    addIfChanged(Text::tr("Product in use"), yesNo(seen.product.active), yesNo(now.product.active));
    addIfChanged(Text::tr("Place in use"),
                 yesNo(seen.warehouse.active && seen.zone.active && seen.binActive),
                 yesNo(now.warehouse.active && now.zone.active && now.binActive));
    return result;
}

ConflictPicture pictureOf(const StockCommand &command, const Glance &seen, const FreshGlance &fresh)
{
    ConflictPicture picture;
    const Product *product = fresh.view.product() ? fresh.view.product() : seen.product();
    if (product)
        picture.goods = product->name + u" · " + product->code;
    picture.asked = requestOf(command.action, fresh.view);
    for (const ConflictRow &row : fresh.since.rows) {
        const bool source = seen.stock && seen.stock->row.id == row.id;
        // A row at the target that did not change has nothing to say.
        if (!source && row.actual == row.expected)
            continue;
        RowStory story = storyOf(row, product);
        if (source && fresh.view.stock) {
            story.place = placeOf(seen.stock->row.key);
            story.comparisons = comparisonsOf(*seen.stock, *fresh.view.stock);
        } else if (row.now) {
            const bool target = seen.place && seen.place->row && seen.place->row->id == row.id;
            story.comparisons = figuresOf(target ? &*seen.place->row : nullptr, *row.now, product);
        }
        picture.rows.push_back(std::move(story));
    }
    picture.effect = effectOf(command, fresh.view);
    picture.technical = technicalOf(command, fresh);
    return picture;
}

} // namespace tanaban::ui
