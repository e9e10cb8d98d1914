#pragma once

#include "model/matrix.h"
#include "model/stockcommands.h"
#include "model/stockfilter.h"

#include <QCoreApplication>

namespace tanaban::ui {

/// What people call things: translated words for the states of the contract, and dates, times and
/// quantities as the language of the window writes them.
class Words
{
    Q_DECLARE_TR_FUNCTIONS(Words)

public:
    static QString of(StorageCondition condition);
    static QString of(StockStatus status);
    static QString of(EventKind kind);
    static QString of(Role role);
    static QString of(StockColumn column);
    /// "+12 on hand", "8 reserved": what one ledger entry did.
    static QString deedOf(const StockEvent &event, int decimals, const QString &unit);

    /// Why these goods cannot be promised: "expired", "quarantined", …; empty when they can.
    static QString hindranceOf(const StockListRow &row);

    static QString date(QDate date);
    /// Time of day alone when it is today, with the date otherwise; in this computer's time zone.
    static QString moment(Instant at);
    static QString quantity(qint64 quantity, int decimals, const QString &unit = {});
    /// "WH001 · 1 Ambient"
    static QString place(const StockListRow &row);
    /// "WH001 · 1 · A-01"
    static QString place(const QString &warehouse, int zone, const QString &bin);
    /// "+12" or "−3", with a real minus sign.
    static QString signedQuantity(qint64 quantity, int decimals);
};

} // namespace tanaban::ui
