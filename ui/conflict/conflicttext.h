#pragma once

#include "ui/conflict/glance.h"

namespace tanaban::ui {

// Everything the conflict dialog says, as pure functions of what was read.

/// One thing about a row: when the person looked, and now.
struct Comparison
{
    QString label;
    QString seen;
    QString now;
    bool changed = false;
    bool principal = false; ///< what the decision hangs on

    friend bool operator==(const Comparison &, const Comparison &) = default;
};

/// One entry of the ledger in words.
struct StoryLine
{
    QString when;
    QString text;

    friend bool operator==(const StoryLine &, const StoryLine &) = default;
};

/// What happens if the person goes on.
struct Effect
{
    bool possible = false;
    QString text;

    friend bool operator==(const Effect &, const Effect &) = default;
};

/// One row that is not what it was, or that stands in the way.
struct RowStory
{
    QString place; ///< where it is, with lot and status
    std::vector<Comparison> comparisons;
    std::vector<StoryLine> lines; ///< oldest first
    QString more;                 ///< "and 3 earlier changes"; empty when all are there
    std::optional<Effect> effect; ///< of several rows: what would happen to this one

    friend bool operator==(const RowStory &, const RowStory &) = default;
};

/// The whole dialog.
struct ConflictPicture
{
    QString goods; ///< product name and code
    QString asked; ///< "You want to reserve 8 bags."
    std::vector<RowStory> rows;
    Effect effect;
    QString technical; ///< for Details: ids, versions, command
};

/// A name people know, else the login.
QString nameOfActor(const StockEvent &event);

/// "Sato reserved 7 bags for order 998"
QString deedOf(const StockEvent &event, int decimals, const QString &unit);

/// "You want to reserve 8 bags."
QString requestOf(const StockAction &action, const Glance &glance);

/// What would happen now: "4 of 12 bags remain available", or why nothing can.
Effect effectOf(const StockCommand &command, const Glance &glance);
/// The same for each row of a command on several, in its order; otherwise the one.
std::vector<Effect> effectsOf(const StockCommand &command, const Glance &glance);

/// What is asked for of one row; signed for a correction.
qint64 quantityOf(const StockAction &action);

/// "24 bags", or by unit "24 bags, 3.5 kg": what is asked for in all; signed for corrections.
QString sumOf(const StockAction &action, const Glance &glance);

/// The one line of a strip: "12 → 5 available, Sato, 10:41".
QString stripOf(const StockRow &seen, const ConflictRow &row, const Product &product);

/// On hand, reserved, available; `seen`: none when nobody looked at the row before.
std::vector<Comparison> figuresOf(const StockRow *seen, const StockRow &now, const Product *product);

/// What happened to one row since the versions that were seen; without comparisons.
RowStory storyOf(const ConflictRow &row, const Product *product);

/// What is different between two looks at one row, what was read beside it included.
std::vector<Comparison> comparisonsOf(const StockContext &seen, const StockContext &now);

ConflictPicture pictureOf(const StockCommand &command, const Glance &seen, const FreshGlance &fresh);

} // namespace tanaban::ui
