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

/// The same amount with more decimals.
qint64 scaled(qint64 quantity, int decimals, int finer)
{
    for (; decimals < finer; ++decimals)
        quantity *= 10;
    return quantity;
}

QString requestOfSeveral(const Several &several, const Glance &glance)
{
    if (several.rows.empty())
        return {};
    if (several.rows.size() == 1 && glance.rows.size() == 1)
        return requestOf(several.rows.front().action, glance.rows.front());
    const QString all = sumOf(several, glance);
    const QString rows = QString::number(several.rows.size());
    return std::visit(
        Overloaded{[&](const Receive &) {
                       return Text::tr("You want to receive %1 in %2 rows.").arg(all, rows);
                   },
                   [&](const Reserve &) {
                       return Text::tr("You want to reserve %1 in %2 rows.").arg(all, rows);
                   },
                   [&](const Release &) {
                       return Text::tr("You want to release %1 in %2 rows.").arg(all, rows);
                   },
                   [&](const Ship &) {
                       return Text::tr("You want to ship %1 from %2 rows.").arg(all, rows);
                   },
                   [&](const Move &what) {
                       return Text::tr("You want to move %1 from %2 rows to %3.")
                           .arg(all, rows, Words::place(what.warehouse, what.zone, what.bin));
                   },
                   [&](const Adjust &what) {
                       return Text::tr("You want to correct %2 rows by %1 in all (“%3”).")
                           .arg(all, rows, what.reason);
                   },
                   [&](const ChangeStatus &what) {
                       return Text::tr(
                                  "You want to change the status of %1 in %2 rows to %3 (“%4”).")
                           .arg(all, rows, Words::of(what.to), what.reason);
                   },
                   [](const Several &) { return QString(); },
                   [](const Undo &) { return QString(); }},
        several.rows.front().action);
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
            // Passing on needs a reason, a hold has none.
            if (!forOrder && !event.reason.isEmpty())
                return Text::tr("%1 passed goods on to another order").arg(who);
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
    const auto of = [&](qint64 quantity) {
        return Words::quantity(quantity, glance.decimals(), glance.unit());
    };
    return std::visit(
        Overloaded{[&](const Receive &what) {
                       return Text::tr("You want to receive %1 in %2.")
                           .arg(of(what.quantity),
                                Words::place(what.key.warehouse, what.key.zone, what.key.bin));
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
                           .arg(of(what.quantity),
                                Words::place(what.warehouse, what.zone, what.bin));
                   },
                   [&](const Adjust &what) {
                       return Text::tr("You want to correct the stock by %1 (“%2”).")
                           .arg(Words::signedQuantity(what.by, glance.decimals()), what.reason);
                   },
                   [&](const ChangeStatus &what) {
                       return Text::tr("You want to change the status of %1 to %2 (“%3”).")
                           .arg(of(what.quantity), Words::of(what.to), what.reason);
                   },
                   [&](const Several &what) { return requestOfSeveral(what, glance); },
                   [](const Undo &) { return Text::tr("You want to undo your last change."); }},
        action);
}

qint64 quantityOf(const StockAction &action)
{
    return std::visit(
        [](const auto &what) -> qint64 {
            if constexpr (requires { what.quantity; })
                return what.quantity;
            else if constexpr (requires { what.by; })
                return what.by;
            else
                return 0;
        },
        action);
}

QString sumOf(const StockAction &action, const Glance &glance)
{
    struct Sum
    {
        qint64 quantity = 0;
        int decimals = 0;
    };
    std::map<QString, Sum> sums; // by unit
    const auto *several = std::get_if<Several>(&action);
    const size_t count = several ? several->rows.size() : 1;
    for (size_t i = 0; i < count; ++i) {
        const Glance &view = several && i < glance.rows.size() ? glance.rows[i] : glance;
        Sum &sum = sums[view.unit()];
        const int finer = std::max(sum.decimals, view.decimals());
        sum.quantity = scaled(sum.quantity, sum.decimals, finer)
                       + scaled(quantityOf(several ? several->rows[i].action : action),
                                view.decimals(),
                                finer);
        sum.decimals = finer;
    }
    const bool isSigned = kindOf(action) == u"adjust";
    QStringList texts;
    for (const auto &[unit, sum] : sums) {
        const QString number = isSigned ? Words::signedQuantity(sum.quantity, sum.decimals)
                                        : Words::quantity(sum.quantity, sum.decimals);
        texts << (unit.isEmpty() ? number : number + u' ' + unit);
    }
    return texts.join(u", "_s);
}

QString stripOf(const StockRow &seen, const ConflictRow &row, const Product &product)
{
    if (!row.now)
        return Text::tr("This row has changed.");
    const auto bare = [&product](qint64 quantity) {
        return Words::quantity(quantity, product.decimals);
    };
    QString what;
    if (seen.available() != row.now->available()) {
        what = Text::tr("%1 → %2 available").arg(bare(seen.available()), bare(row.now->available()));
    } else if (seen.onHand != row.now->onHand) {
        what = Text::tr("%1 → %2 on hand").arg(bare(seen.onHand), bare(row.now->onHand));
    } else {
        what = Text::tr("changed and changed back");
    }
    if (row.between.empty())
        return what;
    const StockEvent &last = row.between.back();
    return Text::tr("%1, %2, %3", "what changed, who did it, when")
        .arg(what, nameOfActor(last), Words::moment(last.at));
}

} // namespace tanaban::ui
