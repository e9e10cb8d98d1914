#pragma once

#include "ui/claims/holding.h"

#include <QCoreApplication>

namespace tanaban::ui {

/// Who has what, in the words of people.
class ClaimText
{
    Q_DECLARE_TR_FUNCTIONS(ClaimText)

public:
    /// "SO-15 · Sakura", "reserved by hand", "hold until 14:30 (12 min left)"
    static QString who(const Claim &claim, Instant now);
    /// "WH001 · 1 · A-01 · L-204"
    static QString place(const Claim &claim);
    static QString madeBy(const Claim &claim);
    /// "SO-12 / 1 · Sakura · lacks 4 bags"
    static QString lacking(const ClaimingLine &line, const Product &product);
    /// "On hand 12 · reserved 10 · available 2 bags"
    static QString sum(const Holding &holding);
    /// "SO-15 keeps 2 of 6 and then lacks 4 · SO-12 gets 4 and lacks nothing"
    static QString effect(const ClaimingLine &giver,
                          const ClaimingLine &taker,
                          qint64 quantity,
                          const Product &product);
    /// Why nothing of this claim can go to that line; empty when it can.
    static QString whyNot(const Claim &claim, const ClaimingLine &taker);

private:
    static QString remaining(qint64 lacking, const Product &product);
};

} // namespace tanaban::ui
