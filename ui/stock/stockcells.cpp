#include "ui/stock/stockcells.h"

#include "ui/words.h"

#include <QDateTime>

namespace tanaban::ui {

using namespace Qt::StringLiterals;

bool isNumber(StockColumn column)
{
    return column == StockColumn::OnHand || column == StockColumn::Reserved
           || column == StockColumn::Available;
}

bool expiresSoon(const StockListRow &row)
{
    return row.expiresOn && !row.expired() && row.today.daysTo(*row.expiresOn) <= expiresSoonDays;
}

QString cellText(const StockListRow &row, StockColumn column)
{
    const StockKey &key = row.row.key;
    switch (column) {
    case StockColumn::Product:
        return key.product;
    case StockColumn::Name:
        return row.productName;
    case StockColumn::Place:
        return key.warehouse + u" · " + QString::number(key.zone);
    case StockColumn::Bin:
        return key.bin;
    case StockColumn::Lot:
        return key.lot;
    case StockColumn::Expires:
        return row.expiresOn ? Words::date(*row.expiresOn) : QString();
    case StockColumn::Status: {
        const QString hindrance = Words::hindranceOf(row);
        return hindrance.isEmpty() ? Words::of(key.status) : hindrance;
    }
    case StockColumn::OnHand:
        return Words::quantity(row.row.onHand, row.decimals);
    case StockColumn::Reserved:
        return Words::quantity(row.row.reserved, row.decimals);
    case StockColumn::Available:
        return Words::quantity(row.row.available(), row.decimals);
    case StockColumn::Received:
        return Words::date(row.row.receivedAt.toDateTime().toLocalTime().date());
    }
    return {};
}

CellMeaning cellMeaning(const StockListRow &row, StockColumn column)
{
    switch (column) {
    case StockColumn::Expires:
        if (row.expired())
            return CellMeaning::Bad;
        return expiresSoon(row) ? CellMeaning::Low : CellMeaning::Plain;
    case StockColumn::Status:
        return Words::hindranceOf(row).isEmpty() ? CellMeaning::Secondary : CellMeaning::Bad;
    case StockColumn::Available:
        if (!Words::hindranceOf(row).isEmpty())
            return CellMeaning::Bad;
        return row.low ? CellMeaning::Low : CellMeaning::Plain;
    case StockColumn::Reserved:
        return row.row.reserved == 0 ? CellMeaning::Secondary : CellMeaning::Plain;
    case StockColumn::Place:
    case StockColumn::Received:
        return CellMeaning::Secondary;
    case StockColumn::Product:
    case StockColumn::Name:
    case StockColumn::Bin:
    case StockColumn::Lot:
    case StockColumn::OnHand:
        break;
    }
    return CellMeaning::Plain;
}

QLatin1String cellSymbol(const StockListRow &row, StockColumn column)
{
    const CellMeaning meaning = cellMeaning(row, column);
    if (meaning == CellMeaning::Low)
        return column == StockColumn::Available ? "low"_L1 : "warning"_L1;
    if (meaning != CellMeaning::Bad)
        return {};
    if (column != StockColumn::Expires && row.row.key.status == StockStatus::Quarantined)
        return "quarantined"_L1;
    if (column != StockColumn::Expires && row.row.key.status == StockStatus::Damaged)
        return "damaged"_L1;
    return "blocked"_L1;
}

QString cellReason(const StockListRow &row, StockColumn column)
{
    if (column == StockColumn::Expires && row.expired())
        return Words::tr("Expired %n day(s) ago", nullptr, int(row.expiresOn->daysTo(row.today)));
    if (column == StockColumn::Expires && expiresSoon(row))
        return Words::tr("Expires in %n day(s)", nullptr, int(row.today.daysTo(*row.expiresOn)));
    if (column == StockColumn::Place)
        return Words::place(row) + u" · " + Words::of(row.row.condition);
    if (column == StockColumn::Available && !Words::hindranceOf(row).isEmpty())
        return Words::tr("%1: cannot be reserved or shipped").arg(Words::hindranceOf(row));
    if (column == StockColumn::Available && row.low)
        return Words::tr("At or below the reorder point, over all warehouses");
    return {};
}

} // namespace tanaban::ui
