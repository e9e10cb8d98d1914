#include "model/stockcommands.h"

#include <QJsonArray>

namespace tanaban {

using namespace Qt::StringLiterals;

namespace {

const StockAction *firstOf(const Several &several)
{
    return several.rows.empty() ? nullptr : &several.rows.front().action;
}

/// What was asked for, as it stands in the intent and in its file: no versions, no time.
QJsonObject askedOf(const StockAction &action)
{
    const auto taking = [](qint64 stockId, qint64 quantity, std::optional<qint64> allocation) {
        QJsonObject asked{{u"stock"_s, stockId}, {u"quantity"_s, quantity}};
        if (allocation)
            asked[u"allocation"_s] = *allocation;
        return asked;
    };
    return std::visit(
        Overloaded{
            [](const Receive &receive) {
                QJsonObject asked{{u"warehouse"_s, receive.key.warehouse},
                                  {u"zone"_s, receive.key.zone},
                                  {u"bin"_s, receive.key.bin},
                                  {u"product"_s, receive.key.product},
                                  {u"lot"_s, receive.key.lot},
                                  {u"quantity"_s, receive.quantity}};
                if (receive.expiresOn)
                    asked[u"expires_on"_s] = receive.expiresOn->toString(Qt::ISODate);
                return asked;
            },
            [&](const Reserve &reserve) {
                return taking(reserve.stockId, reserve.quantity, std::nullopt);
            },
            [&](const Release &release) {
                return taking(release.stockId, release.quantity, release.allocation);
            },
            [&](const Ship &ship) { return taking(ship.stockId, ship.quantity, ship.allocation); },
            [&](const Move &move) {
                QJsonObject asked = taking(move.stockId, move.quantity, std::nullopt);
                asked[u"warehouse"_s] = move.warehouse;
                asked[u"zone"_s] = move.zone;
                asked[u"bin"_s] = move.bin;
                return asked;
            },
            [](const Adjust &adjust) {
                return QJsonObject{{u"stock"_s, adjust.stockId}, {u"by"_s, adjust.by}};
            },
            [&](const ChangeStatus &change) {
                QJsonObject asked = taking(change.stockId, change.quantity, std::nullopt);
                asked[u"to"_s] = codeOf(change.to);
                return asked;
            },
            [](const Several &several) {
                QJsonArray rows;
                for (const RowAction &row : several.rows)
                    rows.append(askedOf(row.action));
                return QJsonObject{{u"rows"_s, rows}};
            },
            [](const Undo &undo) {
                return QJsonObject{{u"command"_s, undo.command.toString(QUuid::WithoutBraces)}};
            }},
        action);
}

/// Of several rows: the one that they share.
QString reasonOf(const StockAction &action)
{
    return std::visit(Overloaded{[](const Several &several) {
                                     const StockAction *first = firstOf(several);
                                     return first ? reasonOf(*first) : QString();
                                 },
                                 [](const auto &what) -> QString {
                                     if constexpr (requires { what.reason; })
                                         return what.reason;
                                     else
                                         return {};
                                 }},
                      action);
}

/// Reads members one by one and remembers whether all were there, of their type, and no others.
class AskedReader
{
public:
    explicit AskedReader(const QJsonObject &object)
        : m_object(object)
    {}

    qint64 number(const QString &member)
    {
        const QJsonValue value = m_object.take(member);
        // A fraction gives the default, whatever it is; a whole number never both.
        m_good = m_good && value.isDouble() && value.toInteger(1) == value.toInteger(2);
        return value.toInteger();
    }
    std::optional<qint64> optionalNumber(const QString &member)
    {
        if (!has(member))
            return std::nullopt;
        return number(member);
    }
    int smallNumber(const QString &member)
    {
        const qint64 value = number(member);
        m_good = m_good && value >= 0 && value <= std::numeric_limits<int>::max();
        return m_good ? int(value) : 0;
    }
    QString text(const QString &member)
    {
        const QJsonValue value = m_object.take(member);
        m_good = m_good && value.isString();
        return value.toString();
    }
    std::optional<QDate> optionalDate(const QString &member)
    {
        if (!has(member))
            return std::nullopt;
        const QDate date = QDate::fromString(text(member), Qt::ISODate);
        m_good = m_good && date.isValid();
        return date;
    }
    QJsonObject object(const QString &member)
    {
        const QJsonValue value = m_object.take(member);
        m_good = m_good && value.isObject();
        return value.toObject();
    }
    QJsonArray array(const QString &member)
    {
        const QJsonValue value = m_object.take(member);
        m_good = m_good && value.isArray();
        return value.toArray();
    }
    bool has(const QString &member) const { return m_object.contains(member); }
    void require(bool condition) { m_good = m_good && condition; }
    bool finished() const { return m_good && m_object.isEmpty(); }

private:
    QJsonObject m_object;
    bool m_good = true;
};

// Braced initialisers are evaluated from left to right, so the members are read in this order.
std::optional<StockAction> actionFrom(const QString &kind, AskedReader &asked, const QString &reason)
{
    if (kind == u"receive"_s) {
        Receive receive;
        receive.key.warehouse = asked.text(u"warehouse"_s);
        receive.key.zone = asked.smallNumber(u"zone"_s);
        receive.key.bin = asked.text(u"bin"_s);
        receive.key.product = asked.text(u"product"_s);
        receive.key.lot = asked.text(u"lot"_s);
        receive.quantity = asked.number(u"quantity"_s);
        receive.expiresOn = asked.optionalDate(u"expires_on"_s);
        return receive;
    }
    const qint64 stockId = asked.number(u"stock"_s);
    if (kind == u"adjust"_s)
        return Adjust{stockId, asked.number(u"by"_s), reason};
    const qint64 quantity = asked.number(u"quantity"_s);
    if (kind == u"reserve"_s)
        return Reserve{stockId, quantity};
    if (kind == u"release"_s)
        return Release{stockId, quantity, asked.optionalNumber(u"allocation"_s)};
    if (kind == u"ship"_s)
        return Ship{stockId, quantity, asked.optionalNumber(u"allocation"_s)};
    if (kind == u"move"_s) {
        return Move{stockId,
                    quantity,
                    asked.text(u"warehouse"_s),
                    asked.smallNumber(u"zone"_s),
                    asked.text(u"bin"_s)};
    }
    if (kind == u"status"_s) {
        const auto status = fromCode<StockStatus>(asked.text(u"to"_s));
        asked.require(status.has_value());
        return ChangeStatus{stockId, quantity, status.value_or(StockStatus::Available), reason};
    }
    return std::nullopt;
}

/// Rows of one kind, each with the version that was looked at, null for none.
std::optional<StockAction> severalFrom(const QString &kind,
                                       AskedReader &asked,
                                       const QJsonArray &versions,
                                       const QString &reason)
{
    Several several;
    const QJsonArray rows = asked.array(u"rows"_s);
    if (rows.isEmpty() || rows.size() != versions.size())
        return std::nullopt;
    for (qsizetype i = 0; i < rows.size(); ++i) {
        AskedReader row(rows[i].toObject());
        const auto action = row.has(u"rows"_s) ? std::nullopt : actionFrom(kind, row, reason);
        const bool hasVersion = versions[i].isDouble();
        if (!action || !row.finished() || !(hasVersion || versions[i].isNull()))
            return std::nullopt;
        several.rows.push_back(
            {*action, hasVersion ? std::optional(versions[i].toInteger()) : std::nullopt});
    }
    return several;
}

std::optional<StockAction> undoFrom(const QString &kind, AskedReader &asked, const QString &reason)
{
    const QString first = kind.mid(undoKindOf({}).size());
    const QUuid command = QUuid::fromString(asked.text(u"command"_s));
    if (kind != undoKindOf(first) || first.isEmpty() || command.isNull())
        return std::nullopt;
    return Undo{command, first, reason};
}

} // namespace

qint64 stockIdOf(const StockAction &action)
{
    return std::visit(
        [](const auto &what) -> qint64 {
            if constexpr (requires { what.stockId; })
                return what.stockId;
            else
                return 0;
        },
        action);
}

QString kindOf(const StockAction &action)
{
    return std::visit(Overloaded{[](const Receive &) { return u"receive"_s; },
                                 [](const Reserve &) { return u"reserve"_s; },
                                 [](const Release &) { return u"release"_s; },
                                 [](const Ship &) { return u"ship"_s; },
                                 [](const Move &) { return u"move"_s; },
                                 [](const Adjust &) { return u"adjust"_s; },
                                 [](const ChangeStatus &) { return u"status"_s; },
                                 [](const Several &several) {
                                     const StockAction *first = firstOf(several);
                                     return first ? kindOf(*first) : QString();
                                 },
                                 [](const Undo &undo) { return undoKindOf(undo.kind); }},
                      action);
}

QString undoKindOf(const QString &kind)
{
    return u"undo_"_s + kind;
}

std::vector<StockCommand> partsOf(const StockCommand &command)
{
    const auto *several = std::get_if<Several>(&command.action);
    if (!several)
        return {command};
    std::vector<StockCommand> parts;
    for (const RowAction &row : several->rows)
        parts.push_back({command.id, row.action, row.expectedVersion, command.actor});
    return parts;
}

Versions lookedAt(const StockCommand &command)
{
    Versions versions;
    for (const StockCommand &part : partsOf(command)) {
        if (part.expectedVersion)
            versions[stockIdOf(part.action)] = *part.expectedVersion;
    }
    return versions;
}

StockCommand insistingOn(StockCommand command, const Versions &versions)
{
    const auto versionFor = [&versions](const StockAction &action) {
        const auto found = versions.find(stockIdOf(action));
        return found == versions.end() ? std::nullopt : std::optional(found->second);
    };
    command.expectedVersion = versionFor(command.action);
    if (auto *several = std::get_if<Several>(&command.action)) {
        for (RowAction &row : several->rows)
            row.expectedVersion = versionFor(row.action);
    }
    return command;
}

Intent intentOf(const StockCommand &command)
{
    Intent intent;
    intent.id = command.id;
    intent.kind = kindOf(command.action);
    intent.asked = askedOf(command.action);
    intent.actor = command.actor;
    intent.reason = reasonOf(command.action);
    if (const auto *undo = std::get_if<Undo>(&command.action))
        intent.undoes = undo->command;
    return intent;
}

QJsonObject toJson(const StockCommand &command)
{
    QJsonObject json{{u"command_id"_s, command.id.toString(QUuid::WithoutBraces)},
                     {u"kind"_s, kindOf(command.action)},
                     {u"asked"_s, askedOf(command.action)},
                     {u"actor"_s, command.actor},
                     {u"reason"_s, reasonOf(command.action)}};
    if (command.expectedVersion)
        json[u"expected_version"_s] = *command.expectedVersion;
    if (const auto *several = std::get_if<Several>(&command.action)) {
        QJsonArray versions;
        for (const RowAction &row : several->rows)
            versions.append(row.expectedVersion ? QJsonValue(*row.expectedVersion) : QJsonValue());
        json[u"expected_versions"_s] = versions;
    }
    return json;
}

std::optional<StockCommand> stockCommandFromJson(const QJsonObject &json)
{
    AskedReader reader(json);
    StockCommand command;
    command.id = QUuid::fromString(reader.text(u"command_id"_s));
    const QString kind = reader.text(u"kind"_s);
    AskedReader asked(reader.object(u"asked"_s));
    command.actor = reader.text(u"actor"_s);
    const QString reason = reader.text(u"reason"_s);
    command.expectedVersion = reader.optionalNumber(u"expected_version"_s);
    std::optional<StockAction> action;
    if (asked.has(u"rows"_s))
        action = severalFrom(kind, asked, reader.array(u"expected_versions"_s), reason);
    else if (asked.has(u"command"_s))
        action = undoFrom(kind, asked, reason);
    else
        action = actionFrom(kind, asked, reason);
    if (!action || command.id.isNull() || !reader.finished() || !asked.finished())
        return std::nullopt;
    command.action = *action;
    return command;
}

} // namespace tanaban
