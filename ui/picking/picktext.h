#pragma once

#include "model/picking/confirming.h"

#include <QCoreApplication>

namespace tanaban::ui {

/// Stops and what became of them, in words.
class PickText
{
    Q_DECLARE_TR_FUNCTIONS(PickText)

public:
    /// "WH001 · 1 Ambient"
    static QString zone(const PickStop &stop);
    /// Its code; "–" for the zone itself.
    static QString bin(const PickStop &stop);
    /// "Lot L-204 · expires 28/02/2027"
    static QString lot(const PickStop &stop);
    /// "8 bags"
    static QString quantity(const PickStop &stop, qint64 quantity);
    /// "9 pcs of P1, 4 bags of P2 and 3 more": sums by product; empty for nothing.
    static QString amounts(const std::vector<PickedStop> &stops, bool missing);
    /// The same of what is set aside.
    static QString amounts(const std::vector<Claim> &claims);

    /// "→ 9 pcs of P1 leave the house; 7 pcs of P1 are given back and planned again": before it is done.
    static QString effect(const std::vector<PickedStop> &stops);
    /// What left the house; empty: nothing.
    static QString shipped(const std::vector<PickedStop> &stops);
    /// What was done, and how the order stands; empty where nothing was.
    static QString done(const std::vector<PickedStop> &stops, const ConfirmReport &report);
    /// What did not go well, in words; empty: all did.
    static QString trouble(const ConfirmReport &report);

private:
    static QString planned(const ConfirmReport &report);
};

} // namespace tanaban::ui
