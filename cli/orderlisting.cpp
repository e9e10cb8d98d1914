#include "model/records.h"

#include <QJsonArray>

#include "cli/commands.h"
#include "cli/text.h"
#include "cli/values.h"

namespace tanaban::cli {

using namespace Qt::StringLiterals;

namespace {

/// Orders are read in portions, so that a hundred thousand need no memory to speak of.
constexpr size_t portion = 1000;

QJsonObject toJson(const Record &order)
{
    QJsonObject json = order.fields;
    json[u"number"_s] = order.key.value(u"number"_s);
    json[u"version"_s] = order.version;
    return json;
}

/// Columns parted by tabs, as `stock list` has them.
QString toLine(const Record &order)
{
    const QJsonObject &fields = order.fields;
    return QStringList{order.key.value(u"number"_s).toString(),
                       fields.value(u"partner_code"_s).toString(),
                       fields.value(u"state"_s).toString(),
                       fields.value(u"due_on"_s).toString(),
                       fields.value(u"priority"_s).toVariant().toString(),
                       QString::number(fields.value(u"lines"_s).toArray().size())}
        .join(u'\t');
}

/// The decimals of all products in the lines of the order.
Read<QHash<QString, int>> decimalsOf(const Record &order, Records &records)
{
    QHash<QString, int> decimals;
    const QJsonArray lines = order.fields.value(u"lines"_s).toArray();
    for (const QJsonValue &line : lines)
        decimals.insert(line[u"product_code"_s].toString(), 0);
    const QStringList codes = decimals.keys();
    const auto products = records.rows(Entity::Product, {codes.begin(), codes.end()});
    if (!products)
        return fail(ReadFailure(products.error()));
    for (const RecordRow &product : *products) {
        decimals[idOf(Entity::Product, product.record.key)] =
            product.record.fields.value(u"quantity_decimals"_s).toInt();
    }
    return decimals;
}

} // namespace

ExitStatus runOrderList(Session &session, const Invocation &invocation)
{
    RecordFilter filter;
    filter.entity = Entity::Order;
    filter.text = invocation.text(u"text"_s);
    if (invocation.has(u"state"_s)) {
        const auto state = fromCode<OrderState>(invocation.text(u"state"_s));
        if (!state) {
            return session.wrongUsage(
                Text::tr("--state is draft, open, completed or cancelled, not \"%1\".")
                    .arg(invocation.text(u"state"_s)));
        }
        filter.having[u"state"_s] = codeOf(*state);
    }
    if (invocation.has(u"partner"_s))
        filter.having[u"partner_code"_s] = normalized(invocation.text(u"partner"_s));
    Database *database = session.open();
    if (!database)
        return session.failure();
    const auto ids = database->records().ids(filter);
    if (!ids)
        return session.failed(ids.error());
    QJsonArray all;
    for (size_t first = 0; first < ids->size(); first += portion) {
        const auto end = std::min(ids->size(), first + portion);
        const auto rows = database->records().rows(
            Entity::Order, {ids->begin() + ptrdiff_t(first), ids->begin() + ptrdiff_t(end)});
        if (!rows)
            return session.failed(rows.error());
        for (const RecordRow &row : *rows) {
            session.print(toLine(row.record));
            if (session.json())
                all.append(toJson(row.record));
        }
    }
    session.document({{u"orders"_s, all}});
    return ExitStatus::Done;
}

ExitStatus runOrderShow(Session &session, const Invocation &invocation)
{
    Database *database = session.open();
    if (!database)
        return session.failure();
    const QString number = normalized(invocation.operands.front());
    const auto rows = database->records().rows(Entity::Order, {number});
    if (!rows)
        return session.failed(rows.error());
    if (rows->empty()) {
        session.say(messageOf(errorAbout(Rule::UnknownOrder, number)));
        return ExitStatus::RuleSaysNo;
    }
    const Record &order = rows->front().record;
    const auto decimals = decimalsOf(order, database->records());
    if (!decimals)
        return session.failed(decimals.error());
    session.print(toLine(order));
    const QJsonArray lines = order.fields.value(u"lines"_s).toArray();
    for (const QJsonValue &line : lines) {
        const QString product = line[u"product_code"_s].toString();
        session.print(
            QStringList{QString::number(line[u"line_number"_s].toInteger()),
                        product,
                        formatQuantity(line[u"quantity"_s].toInteger(), decimals->value(product))}
                .join(u'\t'));
    }
    session.document(toJson(order));
    return ExitStatus::Done;
}

} // namespace tanaban::cli
