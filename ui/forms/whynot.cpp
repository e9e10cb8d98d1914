#include "model/matrix.h"
#include "ui/forms/actioncontroller.h"

// Why an action cannot be started, for greyed-out buttons.

namespace tanaban::ui {

namespace {

/// Goods that can be neither promised nor shipped, with the reason.
std::optional<QString> hindrance(const StockListRow &row)
{
    switch (row.row.key.status) {
    case StockStatus::Quarantined:
        return ActionController::tr("These goods are quarantined.");
    case StockStatus::Damaged:
        return ActionController::tr("These goods are damaged.");
    case StockStatus::Available:
        break;
    }
    if (row.expired())
        return ActionController::tr("These goods have expired.");
    if (!row.productActive)
        return ActionController::tr("This product is no longer in use.");
    return std::nullopt;
}

/// Goods that are all promised cannot be taken elsewhere.
std::optional<QString> nothingFree(const StockRow &row)
{
    if (row.available() > 0)
        return std::nullopt;
    return row.onHand == 0 ? ActionController::tr("Nothing lies here.")
                           : ActionController::tr("All of it is reserved.");
}

} // namespace

std::optional<QString> ActionController::whyNot(ActionKind kind,
                                                const StockListRow *row,
                                                std::optional<Role> role)
{
    if (role && !Matrix::instance().allows(*role, kindOf(kind)))
        return tr("Your role does not allow this.");
    if (kind == ActionKind::Receive)
        return std::nullopt;
    if (!row)
        return tr("Choose a row of stock first.");
    switch (kind) {
    case ActionKind::Reserve:
        if (const auto reason = hindrance(*row))
            return reason;
        return nothingFree(row->row);
    case ActionKind::Release:
        if (row->row.reserved == 0)
            return tr("Nothing is reserved here.");
        return std::nullopt;
    case ActionKind::Ship:
        if (const auto reason = hindrance(*row))
            return reason;
        if (row->row.reserved == 0)
            return tr("Only reserved goods are shipped; nothing is reserved here.");
        return std::nullopt;
    case ActionKind::Move:
    case ActionKind::ChangeStatus:
        return nothingFree(row->row);
    case ActionKind::Receive:
    case ActionKind::Adjust:
        return std::nullopt;
    }
    return std::nullopt;
}

std::optional<QString> ActionController::whyNot(ActionKind kind,
                                                const QList<StockListRow> &rows,
                                                std::optional<Role> role)
{
    if (kind == ActionKind::Receive || rows.size() < 2)
        return whyNot(kind, rows.isEmpty() ? nullptr : &rows.front(), role);
    if (rows.size() > mostRows)
        return tr("At most %1 rows can be changed at once.").arg(mostRows);
    std::optional<QString> reason;
    for (const StockListRow &row : rows) {
        reason = whyNot(kind, &row, role);
        if (!reason || row.row.version == 0) // not in view, so not read yet
            return std::nullopt;
    }
    return reason;
}

} // namespace tanaban::ui
