#include "model/rowsafter.h"
#include "model/rulechecks.h"

#include <algorithm>

namespace tanaban {

using namespace Qt::StringLiterals;
using namespace rules;

namespace {

/// Goods that go to one row from several become one leg: a command touches a row once. False when
/// the rows cannot be joined.
bool join(ChangeSet &all, const ChangeSet &part)
{
    const auto arrives = [](const StockChange &change) {
        return change.onHandDelta > 0 && !change.expectedVersion
               && change.kind != EventKind::Adjust;
    };
    for (const StockChange &change : part.stock) {
        const auto same = std::find_if(
            all.stock.begin(), all.stock.end(), [&](const StockChange &other) {
                return other.key == change.key;
            });
        if (same == all.stock.end()) {
            all.stock.push_back(change);
        } else if (arrives(*same) && arrives(change)) {
            same->onHandDelta += change.onHandDelta;
            if (change.receivedAt)
                same->receivedAt = std::min(same->receivedAt.value_or(*change.receivedAt),
                                            *change.receivedAt);
        } else {
            return false;
        }
    }
    all.allocations.insert(all.allocations.end(), part.allocations.begin(), part.allocations.end());
    all.records.insert(all.records.end(), part.records.begin(), part.records.end());
    return true;
}

/// What the row is called in a refusal.
Read<QString> nameOfRow(const StockAction &action, StockReader &reader)
{
    if (const auto *receive = std::get_if<Receive>(&action)) {
        const auto place = reader.place(receive->key);
        if (!place)
            return fail(ReadFailure(place.error()));
        return rowName(place->product.value_or(Product()), receive->key);
    }
    const qint64 id = stockIdOf(action);
    const auto stock = reader.stock(id, 0);
    if (!stock)
        return fail(ReadFailure(stock.error()));
    return *stock ? rowName((*stock)->product, (*stock)->row.key) : QString::number(id);
}

} // namespace

DecisionResult decideSeveral(const StockCommand &command,
                             const Several &several,
                             StockReader &reader)
{
    const QString kind = kindOf(command.action);
    const bool fits = std::all_of(
        several.rows.begin(), several.rows.end(), [&kind](const RowAction &row) {
            return kindOf(row.action) == kind && !std::holds_alternative<Several>(row.action)
                   && !std::holds_alternative<Undo>(row.action);
        });
    if (several.rows.empty() || !fits)
        return errorAbout(Rule::ShapeRefused, u"rows"_s);
    RowsAfter after(reader);
    Refusals refusals;
    ChangeSet all = changeSetOf(command);
    qsizetype number = -1;
    for (const StockCommand &part : partsOf(command)) {
        ++number;
        const DecisionResult decided = decide(part, after);
        if (const auto *failure = std::get_if<ReadFailure>(&decided))
            return *failure;
        const auto *changes = std::get_if<ChangeSet>(&decided);
        if (changes && join(all, *changes)) {
            after.take(*changes);
            continue;
        }
        const auto name = nameOfRow(part.action, reader);
        if (!name)
            return name.error();
        refusals.add(
            changes ? errorAbout(Rule::RowTwice) : std::get<DomainError>(decided), *name, number);
    }
    if (!refusals.isEmpty())
        return refusals.all();
    return all;
}

} // namespace tanaban
