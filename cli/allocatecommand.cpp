#include "model/claims/claimphrase.h"
#include "model/planning/batch.h"
#include "model/planning/explanation.h"
#include "model/planning/savedstrategies.h"

#include <QJsonArray>

#include <numeric>

#include "cli/commands.h"
#include "cli/outcomes.h"
#include "cli/text.h"
#include "cli/values.h"
#include "cli/writing.h"

namespace tanaban::cli {

using namespace Qt::StringLiterals;

namespace {

struct Wish
{
    QUuid id;
    QStringList numbers; ///< none: all open orders
    std::optional<Strategy> strategy;
    bool forReview = false;
    bool onlyTell = false;
};

Result<Wish, QString> wishOf(const Invocation &invocation)
{
    Wish wish;
    wish.id = newCommandId();
    wish.forReview = invocation.has(u"review"_s);
    wish.onlyTell = invocation.has(u"dry-run"_s);
    for (const QString &number : invocation.operands)
        wish.numbers << normalized(number);
    wish.numbers.removeDuplicates();
    if (invocation.has(u"all"_s) != wish.numbers.isEmpty())
        return fail(Text::tr("Name the orders, or --all for all open ones."));
    if (invocation.has(u"command-id"_s)) {
        const auto id = parseUuid(invocation.text(u"command-id"_s));
        if (!id)
            return fail(QString(id.error()));
        wish.id = *id;
    }
    return wish;
}

/// The one that is always there, or that somebody saved, by this name.
Result<Strategy, QString> strategyNamed(const QString &name, Records &records)
{
    const auto all = allStrategies(records);
    if (!all)
        return fail(messageOf(all.error()));
    QStringList names;
    for (const Strategy &strategy : *all) {
        if (strategy.name == name)
            return strategy;
        names << strategy.name;
    }
    return fail(
        Text::tr("There is no strategy \"%1\". There are: %2.").arg(name, names.join(u", "_s)));
}

QJsonObject lineDocument(const LineOutcome &line)
{
    QJsonObject json{{u"order"_s, line.number},
                     {u"line"_s, line.line},
                     {u"product"_s, line.product},
                     {u"quantity_decimals"_s, line.decimals},
                     {u"wanted"_s, line.wanted},
                     {u"allocated"_s, line.allocated},
                     {u"result"_s, codeOf(line.kind)}};
    if (line.retried)
        json[u"retried"_s] = true;
    if (line.planChanged)
        json[u"plan_changed"_s] = true;
    if (!line.message.isEmpty())
        json[u"message"_s] = line.message;
    return json;
}

void printLine(Session &session, const LineOutcome &line)
{
    session.print(QStringList{line.number,
                              QString::number(line.line),
                              line.product,
                              formatQuantity(line.allocated, line.decimals) + u'/'
                                  + formatQuantity(line.wanted, line.decimals),
                              line.unit,
                              displayName(line.kind),
                              line.message}
                      .join(u'\t')
                      .trimmed());
}

QJsonArray documentOf(Session &session, const std::vector<LineOutcome> &lines)
{
    QJsonArray array;
    for (const LineOutcome &line : lines) {
        printLine(session, line);
        array.append(lineDocument(line));
    }
    return array;
}

/// Every row that was looked at for a line, with why.
QJsonArray reasonsOf(Session &session,
                     const Planned &planned,
                     int line,
                     const std::map<qint64, QString> &holders)
{
    QJsonArray reasons;
    const BookProduct &product =
        planned.book.products[size_t(planned.book.lines[size_t(line)].product)];
    for (const Reason &reason : explain(planned.book, planned.plan, line)) {
        const BookStock &stock = planned.book.stock[size_t(reason.stock)];
        const BookPlace &place = planned.book.places[size_t(stock.place)];
        const auto known = holders.find(stock.id);
        const QString sentence = sentenceOf(
            reason, planned.book, line, known == holders.end() ? QString() : known->second);
        QString where = place.warehouse + u'/' + QString::number(place.zone);
        if (!stock.bin.isEmpty())
            where += u'/' + stock.bin;
        session.print(QStringList{QString(),
                                  reason.taken > 0 ? u"+"_s : u"-"_s,
                                  where,
                                  stock.lot,
                                  formatQuantity(reason.taken, product.decimals) + u'/'
                                      + formatQuantity(reason.free, product.decimals),
                                  sentence}
                          .join(u'\t'));
        reasons.append(QJsonObject{{u"stock"_s, stock.id},
                                   {u"place"_s, where},
                                   {u"lot"_s, stock.lot},
                                   {u"free"_s, reason.free},
                                   {u"taken"_s, reason.taken},
                                   {u"reason"_s, sentence}});
    }
    return reasons;
}

ExitStatus tellPlan(Session &session, const Planned &planned, ClaimReader &claims)
{
    std::vector<int> asked(planned.book.lines.size());
    std::iota(asked.begin(), asked.end(), 0);
    const auto holders = readHolders(claims, takenRowsOf(planned.book, asked));
    if (!holders)
        return session.failed(holders.error());
    QJsonArray lines;
    for (const LineOutcome &outcome : outcomesOf(planned.book, planned.plan)) {
        const auto order = std::ranges::find(planned.book.orders, outcome.order, &BookOrder::id);
        int line = order->firstLine;
        while (planned.book.lines[size_t(line)].number != outcome.line)
            ++line;
        printLine(session, outcome);
        QJsonObject document = lineDocument(outcome);
        document[u"reasons"_s] = reasonsOf(session, planned, line, *holders);
        lines.append(document);
    }
    const PlanSummary summary = summaryOf(planned.book, planned.plan);
    session.document({{u"outcome"_s, u"planned"_s},
                      {u"lines"_s, lines},
                      {u"summary"_s,
                       QJsonObject{{u"orders"_s, summary.orders},
                                   {u"whole_orders"_s, summary.wholeOrders},
                                   {u"lines"_s, summary.lines},
                                   {u"filled_lines"_s, summary.filledLines},
                                   {u"split_lines"_s, summary.splitLines},
                                   {u"places"_s, summary.places},
                                   {u"expiring_units"_s, summary.expiringUnits}}}});
    return ExitStatus::Done;
}

/// All that are asked for are open; otherwise which one is not.
std::optional<DomainError> missingOf(const Wish &wish, const AllocationBook &book, Records &records)
{
    for (const QString &number : wish.numbers) {
        if (std::ranges::find(book.orders, number, &BookOrder::number) != book.orders.end())
            continue;
        const auto rows = records.rows(Entity::Order, {number});
        return errorAbout(rows && !rows->empty() ? Rule::OrderClosed : Rule::UnknownOrder, number);
    }
    return std::nullopt;
}

/// The orders that are named, as one command.
ExitStatus allocateNamed(Session &session, Database &database, const Wish &wish, Planned planned)
{
    AllocationCommand command;
    command.id = wish.id;
    command.strategy = wish.strategy;
    command.forReview = wish.forReview;
    command.actor = database.store().actor();
    for (const BookOrder &order : planned.book.orders)
        command.orders.push_back(order.id);
    const CommandResult result = askUntilKnown(
        session, database.store(), [&](CommandRunner &runner, bool) {
            return runner.run(command, ConflictPolicy::Retry, planned);
        });
    const auto *committed = std::get_if<Committed>(&result.outcome);
    if (!committed)
        return report(session, result.outcome, wish.id, {});
    if (committed->repeated) {
        session.say(Text::tr("This command had been carried out before; nothing was done twice."));
        const auto past = database.store().command(wish.id);
        QJsonArray made;
        if (past && *past) {
            for (const Allocation &allocation : (*past)->made) {
                made.append(QJsonObject{{u"order"_s, *allocation.orderId},
                                        {u"line"_s, *allocation.line},
                                        {u"stock"_s, allocation.stockId},
                                        {u"quantity"_s, allocation.quantity}});
            }
        }
        QJsonObject document = toJson(result.outcome, wish.id);
        document[u"made"_s] = made;
        session.document(document);
        return ExitStatus::Done;
    }
    QJsonObject document = toJson(result.outcome, wish.id);
    document[u"lines"_s] = documentOf(session, outcomesOf(planned.book, planned.plan));
    session.document(document);
    if (result.nothingLeft)
        session.say(Text::tr("Nothing could be taken."));
    return ExitStatus::Done;
}

ExitStatus allocateAll(Session &session, Database &database, const Wish &wish)
{
    Environment &environment = session.environment();
    const auto journal = environment.journal(session.url());
    CommandRunner runner(database.store(), environment.clock, *journal, environment.random);
    AllocationBatch batch(database.store(), runner, environment.clock);
    BatchRequest request;
    request.id = wish.id;
    request.strategy = wish.strategy;
    request.forReview = wish.forReview;
    request.actor = database.store().actor();
    const BatchReport result = batch.run(request, [](const BatchProgress &) {});
    if (result.failure)
        return session.failed(*result.failure);
    using Kind = LineOutcome::Kind;
    const QJsonArray lines = documentOf(session, result.lines);
    const bool answered = result.open.empty() && !result.lost;
    session.document({{u"outcome"_s, answered ? u"committed"_s : u"unavailable"_s},
                      {u"command_id"_s, wish.id.toString(QUuid::WithoutBraces)},
                      {u"lines"_s, lines}});
    session.say(Text::tr("%1 lines done, %2 partly, %3 short, %4 blocked.")
                    .arg(result.count(Kind::Done))
                    .arg(result.count(Kind::Partly))
                    .arg(result.count(Kind::Short))
                    .arg(result.count(Kind::Blocked)));
    if (answered)
        return ExitStatus::Done;
    session.say(Text::tr("The database does not answer. Of %1 lines it is not known whether they "
                         "were done, and %2 were not begun. Run the same again; nothing will be "
                         "done twice.")
                    .arg(result.count(Kind::Unknown))
                    .arg(result.count(Kind::Cancelled)));
    return ExitStatus::Unavailable;
}

} // namespace

ExitStatus runAllocate(Session &session, const Invocation &invocation)
{
    auto wish = wishOf(invocation);
    if (!wish)
        return session.wrongUsage(wish.error());
    session.setCommand(wish->id);
    Database *database = session.open();
    if (!database)
        return session.failure();
    if (invocation.has(u"strategy"_s)) {
        const auto strategy = strategyNamed(invocation.text(u"strategy"_s), database->records());
        if (!strategy)
            return session.wrongUsage(strategy.error());
        wish->strategy = *strategy;
    }
    if (!wish->onlyTell && wish->numbers.isEmpty())
        return allocateAll(session, *database, *wish);
    BookQuery query;
    query.numbers = wish->numbers;
    auto book = database->store().allocationBook(query);
    if (!book)
        return session.failed(book.error());
    if (const auto missing = missingOf(*wish, *book, database->records()))
        return report(session, Rejected{*missing}, wish->id, {});
    AllocationCommand command;
    command.strategy = wish->strategy;
    applyStrategy(command, *book);
    AllocationPlan plan = planAllocation(*book);
    Planned planned{std::move(*book), std::move(plan)};
    return wish->onlyTell ? tellPlan(session, planned, database->claims())
                          : allocateNamed(session, *database, *wish, std::move(planned));
}

} // namespace tanaban::cli
