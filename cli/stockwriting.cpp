#include "cli/commands.h"
#include "cli/outcomes.h"
#include "cli/text.h"
#include "cli/values.h"
#include "cli/writing.h"

namespace tanaban::cli {

using namespace Qt::StringLiterals;

namespace {

/// Runs the command and goes on asking while there is no answer.
CommitOutcome runUntilKnown(Session &session,
                            Store &store,
                            const StockCommand &command,
                            ConflictPolicy policy,
                            const StockContext *known)
{
    return askUntilKnown(session,
                         store,
                         [&](CommandRunner &runner, bool first) {
                             return first ? runner.run(command, policy, known)
                                          : runner.run(command, policy);
                         })
        .outcome;
}

ExitStatus carryOut(Session &session,
                    Store &store,
                    const Conditions &conditions,
                    StockAction action,
                    const Product &product,
                    const StockContext *known)
{
    const StockCommand command{
        conditions.id, std::move(action), conditions.expectedVersion, store.actor()};
    const CommitOutcome outcome = runUntilKnown(session, store, command, conditions.policy, known);
    return report(session, outcome, conditions.id, {product.unit, product.decimals});
}

/// Makes the action once the row (and so the product's decimals) is known.
using ActionOf = std::function<Result<StockAction, DomainError>(const StockContext &)>;

ExitStatus onStockRow(Session &session,
                      const Conditions &conditions,
                      Store &store,
                      qint64 id,
                      const ActionOf &actionOf)
{
    const auto context = store.stock(id);
    if (!context)
        return unanswered(session, conditions, context.error());
    if (!*context)
        return reject(session, conditions, errorAbout(Rule::UnknownStock, QString::number(id)));
    const StockContext &known = **context;
    auto action = actionOf(known);
    if (!action)
        return reject(session, conditions, action.error());
    return carryOut(session, store, conditions, *action, known.product, &known);
}

/// Commands of the form NAME ID --options.
ExitStatus onOperand(Session &session, const Invocation &invocation, const ActionOf &actionOf)
{
    const auto conditions = conditionsOf(invocation);
    if (!conditions)
        return session.wrongUsage(conditions.error());
    const auto id = parseNumber(invocation.operands.front(), Text::tr("The stock row's ID"));
    if (!id)
        return session.wrongUsage(id.error());
    session.setCommand(conditions->id);
    Database *database = session.open();
    if (!database)
        return session.failure();
    return onStockRow(session, *conditions, database->store(), *id, actionOf);
}

/// Release and ship: by quantity of a row, or one allocation (all of it, or a quantity of it).
template <typename Action>
ExitStatus takeReserved(Session &session, const Invocation &invocation)
{
    const auto conditions = conditionsOf(invocation);
    if (!conditions)
        return session.wrongUsage(conditions.error());
    const bool byAllocation = invocation.has(u"allocation"_s);
    if (!byAllocation && invocation.operands.isEmpty())
        return session.wrongUsage(Text::tr("Name a stock row and --quantity, or an --allocation."));
    if (!byAllocation && !invocation.has(u"quantity"_s))
        return session.wrongUsage(Text::tr("The option --quantity N is missing."));
    qint64 stockId = 0;
    if (!invocation.operands.isEmpty()) {
        const auto id = parseNumber(invocation.operands.front(), Text::tr("The stock row's ID"));
        if (!id)
            return session.wrongUsage(id.error());
        stockId = *id;
    }
    std::optional<qint64> allocationId;
    if (byAllocation) {
        const auto id = parseNumber(invocation.text(u"allocation"_s), Text::tr("The allocation"));
        if (!id)
            return session.wrongUsage(id.error());
        allocationId = *id;
    }
    session.setCommand(conditions->id);
    Database *database = session.open();
    if (!database)
        return session.failure();
    Store &store = database->store();
    if (allocationId) {
        const auto allocation = store.allocation(*allocationId);
        if (!allocation)
            return unanswered(session, *conditions, allocation.error());
        const bool there = *allocation && (stockId == 0 || (*allocation)->stockId == stockId);
        if (!there) {
            return reject(session,
                          *conditions,
                          errorAbout(Rule::UnknownAllocation, QString::number(*allocationId)));
        }
        stockId = (*allocation)->stockId;
    }
    return onStockRow(session,
                      *conditions,
                      store,
                      stockId,
                      [&](const StockContext &stock) -> Result<StockAction, DomainError> {
                          Action action;
                          action.stockId = stock.row.id;
                          action.allocation = allocationId;
                          if (!invocation.has(u"quantity"_s))
                              return StockAction(action);
                          const auto quantity = quantityOf(invocation.text(u"quantity"_s),
                                                           stock.product);
                          if (!quantity)
                              return fail(DomainError(quantity.error()));
                          action.quantity = *quantity;
                          return StockAction(action);
                      });
}

Result<StockKey, QString> receivingKey(const Invocation &invocation)
{
    const auto zone = parseNumber(
        invocation.text(u"zone"_s), Text::tr("The zone"), std::numeric_limits<int>::max());
    if (!zone)
        return fail(QString(zone.error()));
    StockKey key;
    key.warehouse = invocation.text(u"warehouse"_s);
    key.zone = int(*zone);
    key.bin = normalized(invocation.text(u"bin"_s));
    key.lot = normalized(invocation.text(u"lot"_s));
    return key;
}

} // namespace

ExitStatus runReceive(Session &session, const Invocation &invocation)
{
    const auto conditions = conditionsOf(invocation);
    if (!conditions)
        return session.wrongUsage(conditions.error());
    const auto key = receivingKey(invocation);
    if (!key)
        return session.wrongUsage(key.error());
    Receive action;
    action.key = *key;
    if (invocation.has(u"expires"_s)) {
        const auto date = parseDate(invocation.text(u"expires"_s));
        if (!date)
            return session.wrongUsage(date.error());
        action.expiresOn = *date;
    }
    session.setCommand(conditions->id);
    Database *database = session.open();
    if (!database)
        return session.failure();
    const QString name = normalized(invocation.operands.front());
    const auto product = database->store().product(name);
    if (!product)
        return unanswered(session, *conditions, product.error());
    if (!*product)
        return reject(session, *conditions, errorAbout(Rule::UnknownProduct, name));
    const auto quantity = quantityOf(invocation.text(u"quantity"_s), **product);
    if (!quantity)
        return reject(session, *conditions, quantity.error());
    action.key.product = (*product)->code;
    action.quantity = *quantity;
    return carryOut(session, database->store(), *conditions, action, **product, nullptr);
}

ExitStatus runReserve(Session &session, const Invocation &invocation)
{
    return onOperand(
        session, invocation, [&](const StockContext &stock) -> Result<StockAction, DomainError> {
            const auto quantity = quantityOf(invocation.text(u"quantity"_s), stock.product);
            if (!quantity)
                return fail(DomainError(quantity.error()));
            return StockAction(Reserve{stock.row.id, *quantity});
        });
}

ExitStatus runRelease(Session &session, const Invocation &invocation)
{
    return takeReserved<Release>(session, invocation);
}

ExitStatus runShip(Session &session, const Invocation &invocation)
{
    return takeReserved<Ship>(session, invocation);
}

ExitStatus runMove(Session &session, const Invocation &invocation)
{
    const auto place = parsePlace(invocation.text(u"to"_s));
    if (!place)
        return session.wrongUsage(place.error());
    return onOperand(
        session, invocation, [&](const StockContext &stock) -> Result<StockAction, DomainError> {
            const auto quantity = quantityOf(invocation.text(u"quantity"_s), stock.product);
            if (!quantity)
                return fail(DomainError(quantity.error()));
            return StockAction(
                Move{stock.row.id, *quantity, place->warehouse, place->zone, place->bin});
        });
}

ExitStatus runAdjust(Session &session, const Invocation &invocation)
{
    return onOperand(
        session, invocation, [&](const StockContext &stock) -> Result<StockAction, DomainError> {
            const auto by = quantityOf(invocation.text(u"by"_s), stock.product, true);
            if (!by)
                return fail(DomainError(by.error()));
            return StockAction(Adjust{stock.row.id, *by, invocation.text(u"reason"_s)});
        });
}

ExitStatus runStatus(Session &session, const Invocation &invocation)
{
    const auto status = fromCode<StockStatus>(invocation.text(u"to"_s));
    if (!status) {
        return session.wrongUsage(Text::tr("--to is available, quarantined or damaged, not \"%1\".")
                                      .arg(invocation.text(u"to"_s)));
    }
    return onOperand(
        session, invocation, [&](const StockContext &stock) -> Result<StockAction, DomainError> {
            const auto quantity = quantityOf(invocation.text(u"quantity"_s), stock.product);
            if (!quantity)
                return fail(DomainError(quantity.error()));
            return StockAction(
                ChangeStatus{stock.row.id, *quantity, *status, invocation.text(u"reason"_s)});
        });
}

} // namespace tanaban::cli
