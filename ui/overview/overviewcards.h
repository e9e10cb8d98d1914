#pragma once

#include "model/overview.h"
#include "ui/overview/card.h"

#include <QCoreApplication>

namespace tanaban::ui {

/// What the cards of the overview say, and where they and their bars lead.
class OverviewCards
{
    Q_DECLARE_TR_FUNCTIONS(OverviewCards)

public:
    /// Low, expiring, expired, quarantined, damaged and nearly full, in this order.
    static std::vector<CardContent> needs(const Overview &overview);
    /// At which hours most is done.
    static std::vector<CardContent> hours(const Overview &overview);

private:
    static CardContent low(const Overview &overview);
    static CardContent expiring(const Overview &overview);
    static CardContent expired(const RowsByWarehouse &rows);
    static CardContent withStatus(StockStatus status, const RowsByWarehouse &rows);
    static CardContent nearlyFull(const std::vector<ZoneSummary> &zones);
    static CardContent hoursOf(const BusyHours &busy, bool alone);
};

} // namespace tanaban::ui
