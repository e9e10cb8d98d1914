#include "storage/sqlitecommit.h"

#include "model/matrix.h"
#include "model/runnerparts.h"
#include "storage/migrator.h"
#include "storage/seedbug.h"

#include <QCryptographicHash>
#include <QUuid>

#include <algorithm>

namespace tanaban::storage {

using namespace Qt::StringLiterals;

QUuid derivedId(const QString &name)
{
    static const QUuid space(u"{54616e61-6261-6e00-8000-74616e616261}"_s);
    return QUuid::createUuidV5(space, name);
}

SqliteCommit::SqliteCommit(Connection &connection,
                           Clock &clock,
                           QString actor,
                           const ChangeSet &changes)
    : m_connection(connection)
    , m_actor(std::move(actor))
    , m_changes(changes)
    , m_now(clock.now()) // BEGIN IMMEDIATE is behind us: the locks are held
{}

SqliteCommit::Refusal SqliteCommit::run()
{
    using Step = Refusal (SqliteCommit::*)();
    // The order of docs/architecture.md: own command, reference rows, orders, stock rows; then
    // every condition, what a person looked at first; then every write.
    static constexpr Step steps[] = {&SqliteCommit::checkRight,
                                     &SqliteCommit::claim,
                                     &SqliteCommit::applyRecords,
                                     &SqliteCommit::lockOrders,
                                     &SqliteCommit::findRows,
                                     &SqliteCommit::checkUndone,
                                     &SqliteCommit::checkVersions,
                                     &SqliteCommit::endExpiredHolds,
                                     &SqliteCommit::checkGuards,
                                     &SqliteCommit::writeStock,
                                     &SqliteCommit::applyAllocations,
                                     &SqliteCommit::applyHolds,
                                     &SqliteCommit::checkOrderLines};
    for (const Step step : steps) {
        if (Refusal refusal = (this->*step)())
            return refusal;
    }
    return std::nullopt;
}

Committed SqliteCommit::result() const
{
    return {m_changes.intent.id, m_now, m_versions, false};
}

SqliteCommit::Refusal SqliteCommit::checkRight()
{
    Statement person(m_connection,
                     u"SELECT role, (SELECT max(number) FROM schema_migrations) FROM people "
                     "WHERE login = ? AND active = 1"_s);
    person.bind(m_actor);
    if (!person.exec())
        return refused(person);
    const auto role = person.next() ? fromCode<Role>(person.text(0)) : std::nullopt;
    // A newer program may have brought the file up to date while this one had it open.
    if (role && person.integer(1) > migrations().back().number)
        return refused(Rule::ReadOnly);
    if (!role)
        return refused(Rule::UnknownPerson, m_actor);
    if (const auto error = Matrix::instance().check(m_changes, *role))
        return Rejected{*error};
    return std::nullopt;
}

SqliteCommit::Refusal SqliteCommit::claim()
{
    const Intent &intent = m_changes.intent;
    if (seeded("no_command_id")) {
        return logCommand(newCommandId(), intent.kind, intent.contentHash(), m_actor);
    }
    // The write lock is held, so a look is enough: nobody else can put the id in between.
    auto earlier = earlierOutcome(m_connection, intent);
    if (!earlier)
        return outcomeOf(earlier.error());
    if (*earlier)
        return **earlier;
    if (Refusal refusal = checkUndoable())
        return refusal;
    Statement insert(m_connection,
                     u"INSERT INTO commands (command_id, kind, content_hash, actor, at, outcome, "
                     "undoes) VALUES (?, ?, ?, ?, ?, 'committed', ?)"_s);
    insert.bind(intent.id).bind(intent.kind).bind(intent.contentHash()).bind(m_actor).bind(m_now);
    insert.bind(intent.undoes);
    if (!insert.exec())
        return refused(insert);
    return std::nullopt;
}

SqliteCommit::Refusal SqliteCommit::findRows()
{
    for (const StockChange &change : m_changes.stock) {
        Leg leg{change, {}, false};
        QString where = u"s.id = ?"_s;
        if (change.id == 0) {
            where = u"s.warehouse_code = ? AND s.zone_number = ? AND s.bin = ? "
                    "AND s.product_code = ? AND s.lot = ? AND s.status = ?"_s;
        }
        Statement find(m_connection, u"SELECT %1 FROM stock s WHERE %2"_s.arg(stockColumns, where));
        if (change.id != 0) {
            find.bind(change.id);
        } else {
            find.bind(change.key.warehouse).bind(change.key.zone).bind(change.key.bin);
            find.bind(change.key.product).bind(change.key.lot).bind(codeOf(change.key.status));
        }
        if (!find.exec())
            return refused(find);
        if (find.next()) {
            leg.row = readStockRow(find);
        } else if (change.id != 0) {
            return refused(Rule::UnknownStock, QString::number(change.id));
        } else if (Refusal refusal = openRow(leg)) {
            return refusal;
        }
        leg.change.id = leg.row.id;
        m_legs.push_back(std::move(leg));
    }
    std::sort(m_legs.begin(), m_legs.end(), [](const Leg &a, const Leg &b) {
        return a.row.id < b.row.id;
    });
    const auto twice = std::adjacent_find(
        m_legs.begin(), m_legs.end(), [](const Leg &a, const Leg &b) {
            return a.row.id == b.row.id;
        });
    if (twice != m_legs.end())
        return refused(Rule::ShapeRefused, u"stock"_s);
    return std::nullopt;
}

SqliteCommit::Refusal SqliteCommit::openRow(Leg &leg)
{
    const StockKey &key = leg.change.key;
    Statement product(m_connection, u"SELECT storage_condition FROM products WHERE code = ?"_s);
    product.bind(key.product);
    if (!product.exec())
        return refused(product);
    if (!product.next())
        return refused(Rule::UnknownProduct, key.product);
    const Instant received = leg.change.receivedAt.value_or(m_now);
    Statement insert(
        m_connection,
        u"INSERT INTO stock (warehouse_code, zone_number, bin, product_code, lot, status, "
        "storage_condition, received_at, on_hand, reserved, version) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0, 0, 1) RETURNING id"_s);
    insert.bind(key.warehouse).bind(key.zone).bind(key.bin).bind(key.product).bind(key.lot);
    insert.bind(codeOf(key.status)).bind(product.text(0)).bind(received);
    if (!insert.exec() || !insert.next())
        return refused(insert);
    leg.row.id = insert.integer(0);
    leg.row.key = key;
    leg.row.condition = fromCode<StorageCondition>(product.text(0)).value_or(leg.row.condition);
    leg.row.receivedAt = received;
    leg.row.version = 1;
    leg.opening = leg.change.kind == EventKind::Receive;
    if (leg.opening)
        return std::nullopt;

    // Only a receipt opens a row with its quantity; everything else opens it at 0/0 first, as a
    // command of its own, because a command touches a row at most once.
    const QString idText = m_changes.intent.id.toString(QUuid::WithoutBraces);
    const QUuid opening = derivedId(u"command/"_s + idText + u"/open"_s);
    Statement known(m_connection, u"SELECT 1 FROM commands WHERE command_id = ?"_s);
    known.bind(opening);
    if (!known.exec())
        return refused(known);
    if (!known.next()) {
        if (Refusal refusal = logCommand(
                opening, u"open"_s, m_changes.intent.contentHash(), m_actor))
            return refusal;
    }
    Statement event(
        m_connection,
        u"INSERT INTO stock_events (stock_id, version, kind, on_hand_delta, reserved_delta, "
        "on_hand_after, reserved_after, command_id, actor, at) "
        "VALUES (?, 1, 'open', 0, 0, 0, 0, ?, ?, ?)"_s);
    event.bind(leg.row.id).bind(opening).bind(m_actor).bind(m_now);
    if (!event.exec())
        return refused(event);
    return std::nullopt;
}

SqliteCommit::Refusal SqliteCommit::checkVersions()
{
    if (seeded("no_version_check"))
        return std::nullopt;
    VersionConflict conflict;
    for (const Leg &leg : m_legs) {
        if (leg.change.expectedVersion && *leg.change.expectedVersion != leg.row.version) {
            ConflictRow row;
            row.id = leg.row.id;
            row.expected = *leg.change.expectedVersion;
            row.actual = leg.row.version;
            conflict.rows.push_back(std::move(row));
        }
    }
    return conflict.rows.empty() ? Refusal() : Refusal(std::move(conflict));
}

SqliteCommit::Refusal SqliteCommit::endExpiredHolds()
{
    for (Leg &leg : m_legs) {
        struct Hold
        {
            qint64 id, quantity, version;
            std::optional<qint64> order;
        };
        std::vector<Hold> over;
        Statement find(m_connection,
                       u"SELECT id, quantity, version, order_id FROM holds WHERE stock_id = ? "
                       "AND state = 'active' AND expires_at <= ? ORDER BY id"_s);
        find.bind(leg.row.id).bind(m_now);
        if (!find.exec())
            return refused(find);
        while (find.next())
            over.push_back(
                {find.integer(0), find.integer(1), find.integer(2), find.optionalInteger(3)});
        for (const Hold &hold : over) {
            const QString id = QString::number(hold.id);
            const QUuid command = derivedId(u"hold/"_s + id + u"/expire"_s);
            const QByteArray hash = QCryptographicHash::hash(QByteArray("expire " + id.toLatin1()),
                                                             QCryptographicHash::Sha256);
            if (Refusal refusal = logCommand(command, u"expire"_s, hash, u"system"_s))
                return refusal;
            Statement end(
                m_connection,
                u"UPDATE holds SET state = 'expired', version = version + 1 WHERE id = ?"_s);
            end.bind(hold.id);
            Statement log(
                m_connection,
                u"INSERT INTO changes (entity, key, version, command_id, actor, at, before, "
                "after) VALUES ('hold', ?, ?, ?, 'system', ?, '{\"state\":\"active\"}', "
                "'{\"state\":\"expired\"}')"_s);
            log.bind(id).bind(hold.version + 1).bind(command).bind(m_now);
            leg.row.reserved -= hold.quantity;
            leg.row.version += 1;
            Statement give(m_connection,
                           u"UPDATE stock SET reserved = ?, version = ? WHERE id = ?"_s);
            give.bind(leg.row.reserved).bind(leg.row.version).bind(leg.row.id);
            Statement event(
                m_connection,
                u"INSERT INTO stock_events (stock_id, version, kind, on_hand_delta, "
                "reserved_delta, on_hand_after, reserved_after, order_id, command_id, actor, "
                "at) VALUES (?, ?, 'expire', 0, ?, ?, ?, ?, ?, 'system', ?)"_s);
            event.bind(leg.row.id).bind(leg.row.version).bind(-hold.quantity).bind(leg.row.onHand);
            event.bind(leg.row.reserved).bind(hold.order).bind(command).bind(m_now);
            for (Statement *statement : {&end, &log, &give, &event}) {
                if (!statement->exec())
                    return refused(*statement);
            }
        }
    }
    return std::nullopt;
}

SqliteCommit::Refusal SqliteCommit::writeStock()
{
    for (const Leg &leg : m_legs) {
        const qint64 onHand = leg.row.onHand + leg.change.onHandDelta;
        const qint64 reserved = leg.row.reserved + leg.change.reservedDelta;
        const qint64 version = leg.row.version + (leg.opening ? 0 : 1);
        Instant received = leg.row.receivedAt;
        if (leg.change.onHandDelta > 0) {
            const Instant arriving = leg.change.receivedAt.value_or(m_now);
            received = leg.row.onHand == 0 ? arriving : std::min(received, arriving);
        }
        if (received == leg.row.receivedAt) {
            // Not naming an indexed column that stays as it is saves the work on its index.
            Statement update(
                m_connection,
                u"UPDATE stock SET on_hand = ?, reserved = ?, version = ? WHERE id = ?"_s);
            update.bind(onHand).bind(reserved).bind(version).bind(leg.row.id);
            if (!update.exec())
                return refused(update);
        } else {
            Statement update(m_connection,
                             u"UPDATE stock SET on_hand = ?, reserved = ?, version = ?, "
                             "received_at = ? WHERE id = ?"_s);
            update.bind(onHand).bind(reserved).bind(version).bind(received).bind(leg.row.id);
            if (!update.exec())
                return refused(update);
        }
        if (seeded("split_commit"))
            m_connection.exec(u"COMMIT"_s), m_connection.exec(u"BEGIN IMMEDIATE"_s);
        m_versions[leg.row.id] = version;
        if (seeded("lost_event"))
            continue;
        Statement event(
            m_connection,
            u"INSERT INTO stock_events (stock_id, version, kind, on_hand_delta, "
            "reserved_delta, on_hand_after, reserved_after, order_id, command_id, actor, "
            "reason, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s);
        event.bind(leg.row.id)
            .bind(version)
            .bind(codeOf(leg.change.kind))
            .bind(leg.change.onHandDelta);
        event.bind(leg.change.reservedDelta).bind(onHand).bind(reserved).bind(leg.change.orderId);
        event.bind(m_changes.intent.id).bind(m_actor).bind(m_changes.intent.reason).bind(m_now);
        if (!event.exec())
            return refused(event);
    }
    return std::nullopt;
}

} // namespace tanaban::storage
