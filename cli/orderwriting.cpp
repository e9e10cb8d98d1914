#include "model/records.h"
#include "model/rulechecks.h"

#include <QJsonArray>

#include "cli/commands.h"
#include "cli/outcomes.h"
#include "cli/text.h"
#include "cli/values.h"
#include "cli/writing.h"

namespace tanaban::cli {

using namespace Qt::StringLiterals;

namespace {

/// So often is another number tried when somebody has taken the free one meanwhile.
constexpr int numbersTried = 5;
constexpr qint64 greatestPriorityTyped = 1'000'000; ///< the greatest priority, as the rule has it

/// "P-17=8": the code may contain the sign, the quantity cannot.
struct LineText
{
    QString product;
    QString quantity;
};

Result<std::vector<LineText>, QString> lineTexts(const Invocation &invocation)
{
    std::vector<LineText> lines;
    const QStringList texts = invocation.texts(u"line"_s);
    for (const QString &text : texts) {
        const qsizetype equals = text.lastIndexOf(u'=');
        if (equals <= 0 || equals + 1 == text.size())
            return fail(Text::tr("\"%1\" is not a line; write PRODUCT=QUANTITY.").arg(text));
        lines.push_back({normalized(text.left(equals)), text.mid(equals + 1)});
    }
    return lines;
}

/// What an order says besides its lines.
Result<QJsonObject, QString> headOf(const Invocation &invocation)
{
    QJsonObject fields{{u"partner_code"_s, normalized(invocation.text(u"partner"_s))},
                       {u"state"_s, codeOf(OrderState::Open)}};
    if (invocation.has(u"due"_s)) {
        const auto due = parseDate(invocation.text(u"due"_s));
        if (!due)
            return fail(QString(due.error()));
        fields[u"due_on"_s] = due->toString(Qt::ISODate);
    }
    if (invocation.has(u"priority"_s)) {
        const QString text = invocation.text(u"priority"_s);
        const auto priority = text == u"0"_s ? Result<qint64, QString>(0)
                                             : parseNumber(text,
                                                           Text::tr("The priority"),
                                                           greatestPriorityTyped);
        if (!priority)
            return fail(QString(priority.error()));
        fields[u"priority"_s] = *priority;
    }
    if (invocation.has(u"state"_s)) {
        const auto state = fromCode<OrderState>(invocation.text(u"state"_s));
        if (state != OrderState::Draft && state != OrderState::Open) {
            return fail(
                Text::tr("--state is draft or open, not \"%1\".").arg(invocation.text(u"state"_s)));
        }
        fields[u"state"_s] = codeOf(*state);
    }
    return fields;
}

/// As the record has them; a rule says no where a product or a quantity is none.
Result<QJsonArray, std::variant<DomainError, ReadFailure>> linesOf(const std::vector<LineText> &texts,
                                                                   Store &store)
{
    QJsonArray lines;
    for (const LineText &text : texts) {
        const auto product = store.product(text.product);
        if (!product)
            return fail(std::variant<DomainError, ReadFailure>(ReadFailure(product.error())));
        if (!*product)
            return fail(std::variant<DomainError, ReadFailure>(
                errorAbout(Rule::UnknownProduct, text.product)));
        const auto quantity = quantityOf(text.quantity, **product);
        if (!quantity)
            return fail(std::variant<DomainError, ReadFailure>(DomainError(quantity.error())));
        if (const auto refusal = rules::quantityInRange(*quantity, **product))
            return fail(std::variant<DomainError, ReadFailure>(*refusal));
        lines.append(QJsonObject{{u"line_number"_s, lines.size() + 1},
                                 {u"product_code"_s, (*product)->code},
                                 {u"quantity"_s, *quantity}});
    }
    return lines;
}

CommitOutcome runRecord(Session &session, Database &database, const RecordCommand &command)
{
    return askUntilKnown(
               session,
               database.store(),
               [&](CommandRunner &runner, bool) { return runner.run(command, database.records()); })
        .outcome;
}

bool isTaken(const CommitOutcome &outcome)
{
    const auto *rejected = std::get_if<Rejected>(&outcome);
    return rejected && rejected->error.rule == Rule::Exists;
}

ExitStatus reportOrder(Session &session,
                       const Conditions &conditions,
                       const CommitOutcome &outcome,
                       const QString &number)
{
    if (std::holds_alternative<Committed>(outcome))
        session.print(number);
    return report(session, outcome, conditions.id, {}, {{u"number"_s, number}});
}

ExitStatus create(Session &session,
                  Database &database,
                  const Conditions &conditions,
                  const QString &wantedNumber,
                  const QJsonObject &fields)
{
    RecordCommand command;
    command.id = conditions.id;
    command.entity = Entity::Order;
    command.fields = fields;
    command.actor = database.store().actor();
    for (int tries = 1;; ++tries) {
        QString number = wantedNumber;
        if (number.isEmpty()) {
            const auto next = database.orders().nextNumber();
            if (!next)
                return unanswered(session, conditions, next.error());
            number = *next;
        }
        command.before.key = {{u"number"_s, number}};
        const CommitOutcome outcome = runRecord(session, database, command);
        if (!wantedNumber.isEmpty() || !isTaken(outcome) || tries == numbersTried)
            return reportOrder(session, conditions, outcome, number);
    }
}

} // namespace

ExitStatus runOrderCreate(Session &session, const Invocation &invocation)
{
    const auto conditions = conditionsOf(invocation);
    if (!conditions)
        return session.wrongUsage(conditions.error());
    const QString number = normalized(invocation.operands.value(0));
    if (number.isEmpty() && invocation.has(u"command-id"_s)) {
        return session.wrongUsage(Text::tr("With --command-id name the order as well: sent again, "
                                           "the next free number would be another."));
    }
    auto fields = headOf(invocation);
    if (!fields)
        return session.wrongUsage(fields.error());
    const auto texts = lineTexts(invocation);
    if (!texts)
        return session.wrongUsage(texts.error());
    session.setCommand(conditions->id);
    Database *database = session.open();
    if (!database)
        return session.failure();
    const auto lines = linesOf(*texts, database->store());
    if (!lines) {
        if (const auto *error = std::get_if<DomainError>(&lines.error()))
            return reject(session, *conditions, *error);
        return unanswered(session, *conditions, std::get<ReadFailure>(lines.error()));
    }
    fields->insert(u"lines"_s, *lines);
    return create(session, *database, *conditions, number, *fields);
}

ExitStatus runOrderCancel(Session &session, const Invocation &invocation)
{
    const auto conditions = conditionsOf(invocation);
    if (!conditions)
        return session.wrongUsage(conditions.error());
    session.setCommand(conditions->id);
    Database *database = session.open();
    if (!database)
        return session.failure();
    const QString number = normalized(invocation.operands.front());
    const auto rows = database->records().rows(Entity::Order, {number});
    if (!rows)
        return unanswered(session, *conditions, rows.error());
    if (rows->empty())
        return reject(session, *conditions, errorAbout(Rule::UnknownOrder, number));
    RecordCommand command;
    command.id = conditions->id;
    command.entity = Entity::Order;
    command.before = rows->front().record;
    command.fields = {{u"state"_s, codeOf(OrderState::Cancelled)}};
    command.actor = database->store().actor();
    if (conditions->expectedVersion) {
        command.before.version = *conditions->expectedVersion;
        command.exact = true;
    }
    // By this very command, or by somebody else's?
    const bool cancelled = command.before.fields.value(u"state"_s) == codeOf(OrderState::Cancelled);
    const auto itself = cancelled ? database->store().command(command.id)
                                  : Read<std::optional<EarlierCommand>>(EarlierCommand());
    if (itself && !*itself) {
        session.say(Text::tr("Order %1 is cancelled already. Nothing was changed.").arg(number));
        session.document({{u"outcome"_s, u"unchanged"_s}, {u"number"_s, number}});
        return ExitStatus::Done;
    }
    return reportOrder(session, *conditions, runRecord(session, *database, command), number);
}

} // namespace tanaban::cli
