#include "cli/outcomes.h"

#include "model/quantity.h"

#include <QJsonArray>

#include "cli/text.h"

namespace tanaban::cli {

using namespace Qt::StringLiterals;

namespace {

QString plain(const QUuid &id)
{
    return id.toString(QUuid::WithoutBraces);
}

QJsonValue orNull(const std::optional<qint64> &number)
{
    return number ? QJsonValue(*number) : QJsonValue(QJsonValue::Null);
}

QJsonObject entryOf(const StockEvent &event)
{
    return {{u"version"_s, event.version},
            {u"kind"_s, codeOf(event.kind)},
            {u"on_hand_delta"_s, event.onHandDelta},
            {u"reserved_delta"_s, event.reservedDelta},
            {u"order"_s,
             event.orderNumber.isEmpty() ? orNull(event.orderId) : QJsonValue(event.orderNumber)},
            {u"actor"_s, event.actor},
            {u"at"_s, event.at.toIso()},
            {u"reason"_s, event.reason}};
}

QJsonObject conflictRow(const ConflictRow &row)
{
    QJsonArray between;
    for (const StockEvent &event : row.between)
        between += entryOf(event);
    QJsonObject json{{u"id"_s, row.id},
                     {u"expected"_s, row.expected},
                     {u"actual"_s, row.actual},
                     {u"between"_s, between},
                     {u"more"_s, row.more}};
    if (row.now) {
        json[u"on_hand"_s] = row.now->onHand;
        json[u"reserved"_s] = row.now->reserved;
        json[u"available"_s] = row.now->available();
    }
    if (!row.record.isEmpty())
        json[u"record"_s] = row.record;
    return json;
}

QJsonObject describe(const Committed &committed)
{
    QJsonArray rows;
    for (const auto &[id, version] : committed.stockVersions)
        rows += QJsonObject{{u"id"_s, id}, {u"version"_s, version}};
    return {{u"outcome"_s, u"committed"_s},
            {u"repeated"_s, committed.repeated},
            {u"at"_s, committed.at.toIso()},
            {u"rows"_s, rows}};
}

QJsonObject describe(const VersionConflict &conflict)
{
    QJsonArray rows;
    for (const ConflictRow &row : conflict.rows)
        rows += conflictRow(row);
    return {{u"outcome"_s, u"version_conflict"_s}, {u"rows"_s, rows}};
}

QJsonObject describe(const Overtaken &overtaken)
{
    QJsonArray rows;
    for (const StockRow &row : overtaken.rows) {
        rows += QJsonObject{{u"id"_s, row.id},
                            {u"version"_s, row.version},
                            {u"on_hand"_s, row.onHand},
                            {u"reserved"_s, row.reserved},
                            {u"available"_s, row.available()}};
    }
    return {{u"outcome"_s, u"overtaken"_s}, {u"rows"_s, rows}, {u"message"_s, overtaken.detail}};
}

QJsonObject describe(const Rejected &rejected)
{
    const DomainError &error = rejected.error;
    QJsonObject json{{u"outcome"_s, u"rejected"_s},
                     {u"rule"_s, nameOf(error.rule)},
                     {u"asked"_s, orNull(error.asked)},
                     {u"possible"_s, orNull(error.possible)},
                     {u"quantity_decimals"_s, error.decimals},
                     {u"message"_s, messageOf(error)}};
    if (!error.subject.isEmpty())
        json[u"subject"_s] = error.subject;
    if (error.stockId)
        json[u"stock"_s] = *error.stockId;
    return json;
}

QJsonObject describe(const Busy &busy)
{
    return {{u"outcome"_s, u"busy"_s}, {u"holders"_s, QJsonArray::fromStringList(busy.holders)}};
}

QJsonObject describe(const Unavailable &unavailable)
{
    return {{u"outcome"_s, u"unavailable"_s},
            {u"sent"_s, unavailable.sent},
            {u"message"_s, unavailable.detail}};
}

void tell(Session &session, const Committed &committed, const UnitOfMeasure &)
{
    if (committed.repeated)
        session.say(Text::tr("This command had been carried out before; nothing was done twice."));
    for (const auto &[id, version] : committed.stockVersions)
        session.print(Text::tr("Done: stock %1 is now at version %2.").arg(id).arg(version));
    if (committed.stockVersions.empty())
        session.print(Text::tr("Done."));
}

void tell(Session &session, const VersionConflict &conflict, const UnitOfMeasure &unit)
{
    session.say(Text::tr("Somebody changed it meanwhile; nothing was done."));
    const auto amount = [&unit](qint64 quantity) {
        return QString(formatQuantity(quantity, unit.decimals) + u' ' + unit.name);
    };
    for (const ConflictRow &row : conflict.rows) {
        const QString name = row.record.isEmpty() ? Text::tr("Stock %1").arg(row.id) : row.record;
        session.say(Text::tr("%1: you saw version %2, it is now at %3.")
                        .arg(name, QString::number(row.expected), QString::number(row.actual)));
        if (row.now) {
            session.say(Text::tr("  on hand %1, reserved %2, available %3")
                            .arg(amount(row.now->onHand),
                                 amount(row.now->reserved),
                                 amount(row.now->available())));
        }
        if (row.more > 0)
            session.say(Text::tr("  … and %1 older entries").arg(row.more));
        for (const StockEvent &event : row.between) {
            const QString who = event.actorName.isEmpty() ? event.actor : event.actorName;
            session.say(Text::tr("  %1  %2  %3  on hand %4, reserved %5  %6")
                            .arg(event.at.toIso(),
                                 who,
                                 codeOf(event.kind),
                                 formatQuantity(event.onHandDelta, unit.decimals),
                                 formatQuantity(event.reservedDelta, unit.decimals),
                                 event.reason)
                            .trimmed());
        }
    }
}

void tell(Session &session, const Overtaken &, const UnitOfMeasure &)
{
    session.say(Text::tr("Somebody was faster; nothing was done. Look again and decide anew."));
}

void tell(Session &session, const Rejected &rejected, const UnitOfMeasure &)
{
    session.say(messageOf(rejected.error));
}

void tell(Session &session, const Busy &busy, const UnitOfMeasure &)
{
    session.say(Text::tr("Others are working on it right now; nothing was done. Try again."));
    if (!busy.holders.isEmpty())
        session.say(Text::tr("It is held by %1.").arg(busy.holders.join(u", "_s)));
}

void tell(Session &session, const Unavailable &unavailable, const UnitOfMeasure &)
{
    session.say(Text::tr("The database does not answer. %1").arg(unavailable.detail).trimmed());
    session.say(unavailable.sent
                    ? Text::tr("It is not known whether this was carried out. Ask again with the "
                               "same command id; nothing will be done twice.")
                    : Text::tr("Nothing was done."));
}

} // namespace

QJsonObject toJson(const CommitOutcome &outcome, const QUuid &command)
{
    QJsonObject json = std::visit([](const auto &what) { return describe(what); }, outcome);
    json[u"command_id"_s] = plain(command);
    return json;
}

ExitStatus report(Session &session,
                  const CommitOutcome &outcome,
                  const QUuid &command,
                  const UnitOfMeasure &unit,
                  const QJsonObject &more)
{
    std::visit([&](const auto &what) { tell(session, what, unit); }, outcome);
    QJsonObject document = toJson(outcome, command);
    for (auto part = more.begin(); part != more.end(); ++part)
        document.insert(part.key(), part.value());
    session.document(document);
    if (std::holds_alternative<Unavailable>(outcome))
        session.say(Text::tr("command_id %1").arg(plain(command)));
    return exitStatusOf(outcome);
}

} // namespace tanaban::cli
