#include "model/search/searchquery.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <array>

#include "cli/commands.h"
#include "cli/text.h"
#include "cli/values.h"

namespace tanaban::cli {

using namespace Qt::StringLiterals;

namespace {

/// Rows are read and printed in portions, so that a million need no memory to speak of.
constexpr qsizetype portion = 2000;

constexpr std::array sortWords{std::pair{StockColumn::Product, u"product"},
                               std::pair{StockColumn::Name, u"name"},
                               std::pair{StockColumn::Place, u"place"},
                               std::pair{StockColumn::Bin, u"bin"},
                               std::pair{StockColumn::Lot, u"lot"},
                               std::pair{StockColumn::Expires, u"expires"},
                               std::pair{StockColumn::Status, u"status"},
                               std::pair{StockColumn::OnHand, u"on_hand"},
                               std::pair{StockColumn::Reserved, u"reserved"},
                               std::pair{StockColumn::Available, u"available"},
                               std::pair{StockColumn::Received, u"received"}};

struct Question
{
    StockFilter filter;
    StockSort sort;
    qint64 limit = std::numeric_limits<qint64>::max();
};

QString readNumbers(const Invocation &invocation, Question &question)
{
    if (invocation.has(u"zone"_s)) {
        const auto zone = parseNumber(
            invocation.text(u"zone"_s), Text::tr("The zone"), std::numeric_limits<int>::max());
        if (!zone)
            return zone.error();
        if (!invocation.has(u"warehouse"_s))
            return Text::tr("--zone needs --warehouse: zones are numbered per warehouse.");
        question.filter.zone = int(*zone);
    }
    if (invocation.has(u"expires-within"_s)) {
        const auto days = parseNumber(
            invocation.text(u"expires-within"_s), Text::tr("--expires-within"), 36500);
        if (!days)
            return days.error();
        question.filter.expiresWithinDays = int(*days);
    }
    if (invocation.has(u"limit"_s)) {
        const auto limit = parseNumber(invocation.text(u"limit"_s), Text::tr("--limit"));
        if (!limit)
            return limit.error();
        question.limit = *limit;
    }
    return {};
}

QString readWords(const Invocation &invocation, Question &question)
{
    const auto wrong = [&invocation](const QString &option) {
        return Text::tr("--%1 cannot be \"%2\".").arg(option, invocation.text(option));
    };
    if (invocation.has(u"status"_s)) {
        question.filter.status = fromCode<StockStatus>(invocation.text(u"status"_s));
        if (!question.filter.status)
            return wrong(u"status"_s);
    }
    if (invocation.has(u"condition"_s)) {
        question.filter.condition = fromCode<StorageCondition>(invocation.text(u"condition"_s));
        if (!question.filter.condition)
            return wrong(u"condition"_s);
    }
    if (invocation.has(u"sort"_s)) {
        const auto *const found = std::find_if(
            sortWords.begin(), sortWords.end(), [&](const auto &candidate) {
                return invocation.text(u"sort"_s) == QStringView(candidate.second);
            });
        if (found == sortWords.end())
            return wrong(u"sort"_s);
        question.sort.column = found->first;
    }
    return {};
}

Result<Question, QString> questionOf(const Invocation &invocation)
{
    Question question;
    const SearchQuery search = parseSearch(invocation.text(u"search"_s));
    if (!search.findings.empty())
        return fail(messageOf(search.findings.front(), SearchWording::English));
    question.filter = search.filter;
    if (QString mistake = readNumbers(invocation, question); !mistake.isEmpty())
        return fail(std::move(mistake));
    if (QString mistake = readWords(invocation, question); !mistake.isEmpty())
        return fail(std::move(mistake));
    question.filter.text = QString(search.filter.text + u' ' + invocation.text(u"text"_s)).trimmed();
    question.filter.warehouse = invocation.text(u"warehouse"_s);
    question.filter.product = normalized(invocation.text(u"product"_s));
    question.filter.lot = normalized(invocation.text(u"lot"_s));
    question.filter.low = search.filter.low || invocation.has(u"low"_s);
    question.filter.expired = invocation.has(u"expired"_s);
    question.filter.reserved = invocation.has(u"reserved"_s);
    question.filter.withEmpty = search.filter.withEmpty || invocation.has(u"with-empty"_s);
    question.sort.descending = invocation.has(u"descending"_s);
    return question;
}

QJsonObject toJson(const StockListRow &row)
{
    return {{u"id"_s, row.row.id},
            {u"warehouse"_s, row.row.key.warehouse},
            {u"zone"_s, row.row.key.zone},
            {u"bin"_s, row.row.key.bin},
            {u"product"_s, row.row.key.product},
            {u"product_name"_s, row.productName},
            {u"lot"_s, row.row.key.lot},
            {u"expires_on"_s,
             row.expiresOn ? QJsonValue(row.expiresOn->toString(Qt::ISODate))
                           : QJsonValue(QJsonValue::Null)},
            {u"expired"_s, row.expired()},
            {u"status"_s, codeOf(row.row.key.status)},
            {u"storage_condition"_s, codeOf(row.row.condition)},
            {u"received_at"_s, row.row.receivedAt.toIso()},
            {u"unit"_s, row.unit},
            {u"quantity_decimals"_s, row.decimals},
            {u"on_hand"_s, row.row.onHand},
            {u"reserved"_s, row.row.reserved},
            {u"available"_s, row.row.available()},
            {u"version"_s, row.row.version}};
}

/// Columns parted by tabs: they line up in a terminal by `column -t`, and cut into fields.
QString toLine(const StockListRow &row)
{
    const StockKey &key = row.row.key;
    const QString place = key.warehouse + u'/' + QString::number(key.zone)
                          + (key.bin.isEmpty() ? QString() : QString(u'/' + key.bin));
    return QStringList{QString::number(row.row.id),
                       key.product,
                       row.productName,
                       place,
                       key.lot,
                       row.expiresOn ? row.expiresOn->toString(Qt::ISODate) : QString(),
                       codeOf(key.status),
                       formatQuantity(row.row.onHand, row.decimals),
                       formatQuantity(row.row.reserved, row.decimals),
                       formatQuantity(row.row.available(), row.decimals),
                       row.unit}
        .join(u'\t');
}

ExitStatus printRows(Session &session, Store &store, const std::vector<qint64> &ids)
{
    bool first = true;
    for (size_t start = 0; start < ids.size(); start += size_t(portion)) {
        const size_t end = std::min(ids.size(), start + size_t(portion));
        const auto rows = store.stockRows(
            {ids.begin() + ptrdiff_t(start), ids.begin() + ptrdiff_t(end)});
        if (!rows) {
            session.say(messageOf(rows.error()));
            return exitStatusOf(rows.error());
        }
        QByteArray bytes;
        for (const StockListRow &row : *rows) {
            if (!session.json()) {
                bytes += (toLine(row) + u'\n').toUtf8();
                continue;
            }
            bytes += first ? "" : ",\n";
            bytes += QJsonDocument(toJson(row)).toJson(QJsonDocument::Compact);
            first = false;
        }
        session.write(bytes);
    }
    return ExitStatus::Done;
}

QJsonObject toJson(const StockEvent &event)
{
    return {{u"version"_s, event.version},
            {u"kind"_s, codeOf(event.kind)},
            {u"on_hand_delta"_s, event.onHandDelta},
            {u"reserved_delta"_s, event.reservedDelta},
            {u"on_hand_after"_s, event.onHandAfter},
            {u"reserved_after"_s, event.reservedAfter},
            {u"order"_s,
             event.orderNumber.isEmpty() ? QJsonValue(QJsonValue::Null)
                                         : QJsonValue(event.orderNumber)},
            {u"command_id"_s, event.command.toString(QUuid::WithoutBraces)},
            {u"actor"_s, event.actor},
            {u"actor_name"_s, event.actorName},
            {u"at"_s, event.at.toIso()},
            {u"reason"_s, event.reason}};
}

QString toLine(const StockEvent &event, int decimals)
{
    return QStringList{QString::number(event.version),
                       event.at.toIso(),
                       codeOf(event.kind),
                       formatQuantity(event.onHandDelta, decimals),
                       formatQuantity(event.reservedDelta, decimals),
                       formatQuantity(event.onHandAfter, decimals),
                       formatQuantity(event.reservedAfter, decimals),
                       event.actorName.isEmpty() ? event.actor : event.actorName,
                       event.orderNumber,
                       event.reason}
        .join(u'\t');
}

} // namespace

ExitStatus runStockList(Session &session, const Invocation &invocation)
{
    const auto question = questionOf(invocation);
    if (!question)
        return session.wrongUsage(question.error());
    Database *database = session.open();
    if (!database)
        return session.failure();
    Store &store = database->store();
    const auto ids = store.stockIds(question->filter, question->sort, question->limit);
    if (!ids)
        return session.failed(ids.error());
    session.print(Text::tr("id\tproduct\tname\tplace\tlot\texpires\tstatus\ton hand\treserved\t"
                           "available\tunit"));
    if (session.json())
        session.write("{\"rows\":[");
    const ExitStatus status = printRows(session, store, *ids);
    if (session.json() && status == ExitStatus::Done)
        session.write("]}\n");
    return status;
}

ExitStatus runStockHistory(Session &session, const Invocation &invocation)
{
    const auto id = parseNumber(invocation.operands.front(), Text::tr("The stock row's ID"));
    if (!id)
        return session.wrongUsage(id.error());
    qint64 left = std::numeric_limits<qint64>::max();
    if (invocation.has(u"limit"_s)) {
        const auto limit = parseNumber(invocation.text(u"limit"_s), Text::tr("--limit"));
        if (!limit)
            return session.wrongUsage(limit.error());
        left = *limit;
    }
    Database *database = session.open();
    if (!database)
        return session.failure();
    Store &store = database->store();
    const auto context = store.stock(*id, 0);
    if (!context)
        return session.failed(context.error());
    if (!*context) {
        session.say(Text::tr("There is no stock row %1.").arg(*id));
        session.document({{u"outcome"_s, u"rejected"_s},
                          {u"rule"_s, nameOf(Rule::UnknownStock)},
                          {u"stock"_s, *id}});
        return ExitStatus::RuleSaysNo;
    }
    const Product &product = (*context)->product;
    session.print(Text::tr("version\tat\tkind\ton hand ±\treserved ±\ton hand\treserved\twho\torder"
                           "\treason"));
    QJsonArray events;
    for (qint64 before = 0; left > 0;) {
        const auto page = store.history(*id, before, int(std::min<qint64>(left, portion)));
        if (!page)
            return session.failed(page.error());
        if (page->empty())
            break;
        for (const StockEvent &event : *page) {
            if (session.json())
                events += toJson(event);
            else
                session.print(toLine(event, product.decimals));
        }
        left -= qint64(page->size());
        before = page->back().version;
        if (before <= 1)
            break;
    }
    session.document({{u"id"_s, *id},
                      {u"product"_s, product.code},
                      {u"unit"_s, product.unit},
                      {u"quantity_decimals"_s, product.decimals},
                      {u"events"_s, events}});
    return ExitStatus::Done;
}

} // namespace tanaban::cli
