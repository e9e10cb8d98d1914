#include "ui/words.h"

#include "model/datetext.h"
#include "model/quantity.h"

#include <QDateTime>
#include <QLocale>

namespace tanaban::ui {

using namespace Qt::StringLiterals;

QString Words::of(StorageCondition condition)
{
    switch (condition) {
    case StorageCondition::RoomTemperature:
        return tr("Room temperature");
    case StorageCondition::Refrigerated:
        return tr("Refrigerated");
    case StorageCondition::Frozen:
        return tr("Frozen");
    }
    return {};
}

QString Words::of(StockStatus status)
{
    switch (status) {
    case StockStatus::Available:
        return tr("Available", "status of goods");
    case StockStatus::Quarantined:
        return tr("Quarantined");
    case StockStatus::Damaged:
        return tr("Damaged");
    }
    return {};
}

QString Words::of(EventKind kind)
{
    switch (kind) {
    case EventKind::Open:
        return tr("Opened", "ledger entry");
    case EventKind::Receive:
        return tr("Received", "ledger entry");
    case EventKind::Reserve:
        return tr("Reserved", "ledger entry");
    case EventKind::Release:
        return tr("Released", "ledger entry");
    case EventKind::Ship:
        return tr("Shipped", "ledger entry");
    case EventKind::Move:
        return tr("Moved", "ledger entry");
    case EventKind::Adjust:
        return tr("Adjusted", "ledger entry");
    case EventKind::Status:
        return tr("Status changed", "ledger entry");
    case EventKind::Hold:
        return tr("Held", "ledger entry");
    case EventKind::Confirm:
        return tr("Passed on",
                  "ledger entry: what is reserved is for another order or no longer a hold");
    case EventKind::Expire:
        return tr("Hold expired", "ledger entry");
    }
    return {};
}

QString Words::of(Role role)
{
    switch (role) {
    case Role::Viewer:
        return tr("Viewer");
    case Role::Staff:
        return tr("Staff");
    case Role::Supervisor:
        return tr("Supervisor");
    case Role::Admin:
        return tr("Administrator");
    }
    return {};
}

QString Words::of(StockColumn column)
{
    switch (column) {
    case StockColumn::Product:
        return tr("Product");
    case StockColumn::Name:
        return tr("Name");
    case StockColumn::Place:
        return tr("Zone");
    case StockColumn::Bin:
        return tr("Bin");
    case StockColumn::Lot:
        return tr("Lot");
    case StockColumn::Expires:
        return tr("Expires");
    case StockColumn::Status:
        return tr("Status");
    case StockColumn::OnHand:
        return tr("On hand");
    case StockColumn::Reserved:
        return tr("Reserved", "column: quantity that is promised");
    case StockColumn::Available:
        return tr("Available", "column: quantity that can be promised");
    case StockColumn::Received:
        return tr("Received", "column: when goods came in");
    }
    return {};
}

QString Words::deedOf(const StockEvent &event, int decimals, const QString &unit)
{
    const auto amount = [&](qint64 delta) {
        QString text = signedQuantity(delta, decimals);
        return unit.isEmpty() ? text : QString(text + u' ' + unit);
    };
    QStringList parts;
    if (event.onHandDelta != 0)
        parts << tr("%1 on hand", "ledger: change of what lies there").arg(amount(event.onHandDelta));
    if (event.reservedDelta != 0)
        parts << tr("%1 reserved", "ledger: change of what is promised")
                     .arg(amount(event.reservedDelta));
    return parts.join(tr(", ", "between two changes of one ledger entry"));
}

QString Words::hindranceOf(const StockListRow &row)
{
    if (row.row.key.status != StockStatus::Available)
        return of(row.row.key.status);
    if (row.expired())
        return tr("Expired");
    if (!row.productActive)
        return tr("Inactive");
    return {};
}

QString Words::date(QDate date)
{
    return dateText(date);
}

QString Words::moment(Instant at)
{
    const QDateTime time = at.toDateTime().toLocalTime();
    if (time.date() == QDate::currentDate())
        return time.toString(u"HH:mm:ss"_s);
    return date(time.date()) + u' ' + time.toString(u"HH:mm"_s);
}

QString Words::quantity(qint64 quantity, int decimals, const QString &unit)
{
    const QString number = displayQuantity(quantity, decimals);
    return unit.isEmpty() ? number : QString(number + u' ' + unit);
}

QString Words::place(const QString &warehouse, int zone, const QString &bin)
{
    const QString place = warehouse + u" · " + QString::number(zone);
    return bin.isEmpty() ? place : QString(place + u" · " + bin);
}

QString Words::place(const StockListRow &row)
{
    return row.row.key.warehouse + u" · " + QString::number(row.row.key.zone)
           + (row.zoneName.isEmpty() ? QString() : QString(u' ' + row.zoneName));
}

QString Words::signedQuantity(qint64 quantity, int decimals)
{
    const QString number = displayQuantity(quantity < 0 ? -quantity : quantity, decimals);
    return (quantity < 0 ? u'\u2212' : u'+') + number;
}

} // namespace tanaban::ui
