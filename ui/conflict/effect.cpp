#include "ui/conflict/conflicttext.h"
#include "ui/words.h"

#include <QCoreApplication>

namespace tanaban::ui {

namespace {

struct EffectText
{
    Q_DECLARE_TR_FUNCTIONS(Effect)
};

/// What the change set leaves of the row it works on.
struct After
{
    StockRow before;
    StockRow row;
};

After afterOf(const ChangeSet &changes, const StockRow &row)
{
    After after{row, row};
    for (const StockChange &change : changes.stock) {
        if (change.id != row.id)
            continue;
        after.row.onHand += change.onHandDelta;
        after.row.reserved += change.reservedDelta;
    }
    return after;
}

QString refusalOf(const DomainError &error)
{
    const auto amount = [&] { return Words::quantity(*error.possible, error.decimals, error.unit); };
    if (error.rule == Rule::InsufficientStock && error.possible) {
        return *error.possible > 0
                   ? EffectText::tr("Not possible: only %1 available.").arg(amount())
                   : EffectText::tr("Not possible: nothing is available.");
    }
    if (error.rule == Rule::InvalidReleaseQuantity && error.possible) {
        return *error.possible > 0
                   ? EffectText::tr("Not possible: only %1 reserved by hand.").arg(amount())
                   : EffectText::tr("Not possible: nothing is reserved by hand.");
    }
    if (error.rule == Rule::NotReserved && error.possible) {
        return *error.possible > 0
                   ? EffectText::tr("Not possible: only %1 reserved for it.").arg(amount())
                   : EffectText::tr("Not possible: nothing is reserved for it.");
    }
    return EffectText::tr("Not possible: %1").arg(messageOf(error));
}

QString successOf(const StockAction &action, const ChangeSet &changes, const Glance &glance)
{
    const Product *product = glance.product();
    const auto of = [&](qint64 quantity) {
        return Words::quantity(quantity, product->decimals, product->unit);
    };
    const auto bare = [&](qint64 quantity) { return Words::quantity(quantity, product->decimals); };
    if (const auto *receive = std::get_if<Receive>(&action)) {
        // A receipt without a lot gets one of its own, so nothing lies there yet.
        const bool joins = glance.place && glance.place->row && !receive->key.lot.isEmpty();
        const qint64 there = joins ? glance.place->row->onHand : 0;
        return EffectText::tr("%1 will lie there.").arg(of(there + receive->quantity));
    }
    const After after = afterOf(changes, glance.stock->row);
    const StockRow &now = after.before;
    const StockRow &then = after.row;
    return std::visit(
        Overloaded{[](const Receive &) { return QString(); },
                   [](const Several &) { return QString(); },
                   [](const Undo &) { return QString(); },
                   [&](const Reserve &) {
                       return EffectText::tr("%1 of %2 remain available.")
                           .arg(bare(then.available()), of(now.available()));
                   },
                   [&](const Release &) {
                       return EffectText::tr("%1 will be available (%2 now).")
                           .arg(of(then.available()), bare(now.available()));
                   },
                   [&](const Ship &) {
                       return EffectText::tr("%1 remain on hand, %2 of them available.")
                           .arg(of(then.onHand), bare(then.available()));
                   },
                   [&](const Move &move) {
                       const bool joins = glance.place && glance.place->row;
                       const qint64 there = (joins ? glance.place->row->onHand : 0) + move.quantity;
                       return EffectText::tr("%1 remain here, %2 will lie there.")
                           .arg(of(then.onHand), bare(there));
                   },
                   [&](const Adjust &) {
                       return EffectText::tr("%1 will be on hand (%2 now).")
                           .arg(of(then.onHand), bare(now.onHand));
                   },
                   [&](const ChangeStatus &what) {
                       return EffectText::tr("%1 become “%2”, %3 remain as they are.")
                           .arg(of(what.quantity), Words::of(what.to), bare(then.onHand));
                   }},
        action);
}

} // namespace

std::vector<Effect> effectsOf(const StockCommand &command, const Glance &glance)
{
    const auto decided = decideOn(command, glance);
    std::map<qsizetype, DomainError> refusals;
    if (decided && !*decided) {
        std::vector<DomainError> all = decided->error().others;
        all.push_back(decided->error());
        for (DomainError &error : all) {
            error.others.clear();
            error.row.clear(); // it is said beside the row
            refusals[error.part] = error;
        }
    }
    const std::vector<StockCommand> parts = partsOf(command);
    std::vector<Effect> effects;
    for (size_t i = 0; i < parts.size(); ++i) {
        const Glance &view = glance.rows.empty() ? glance : glance.rows.at(i);
        const auto alone = decideOn(parts[i], view);
        if (const auto refusal = refusals.find(qsizetype(i)); refusal != refusals.end())
            effects.push_back({false, refusalOf(refusal->second)});
        else if (!alone)
            effects.push_back(
                {false, EffectText::tr("Not possible: this stock is no longer there.")});
        else if (!*alone)
            effects.push_back({false, refusalOf(alone->error())});
        else
            effects.push_back({true, successOf(parts[i].action, **alone, view)});
    }
    return effects;
}

Effect effectOf(const StockCommand &command, const Glance &glance)
{
    const std::vector<Effect> effects = effectsOf(command, glance);
    if (effects.size() == 1)
        return effects.front();
    const auto impossible = std::count_if(
        effects.begin(), effects.end(), [](const Effect &effect) { return !effect.possible; });
    if (impossible > 0) {
        return {false,
                EffectText::tr("Not possible in %1 of %2 rows, so nothing would be done.")
                    .arg(impossible)
                    .arg(effects.size())};
    }
    return {true, EffectText::tr("All %1 rows can be done as you asked.").arg(effects.size())};
}

} // namespace tanaban::ui
