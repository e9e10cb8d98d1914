#pragma once

#include "model/recordcommand.h"
#include "model/store.h"

namespace tanaban {

/// What a list of orders asks for besides; nothing of other records.
struct OrderTerms
{
    std::optional<QDate> dueFrom;
    std::optional<QDate> dueUntil; ///< this day too
    bool unfinished = false;       ///< drafts and open ones
    bool lacking = false;          ///< open ones with a line for which goods are still to be found

    friend bool operator==(const OrderTerms &, const OrderTerms &) = default;
};

/// What a list of records asks for.
struct RecordFilter
{
    Entity entity = Entity::Product;
    QString text;       ///< words; each is found in the key, the name or another text of the record
    QJsonObject within; ///< the beginning of a key: zones of a warehouse, lots of a product
    QJsonObject having; ///< fields with exactly this value
    bool withInactive = false;
    QString sortedBy; ///< a field; empty: by key
    bool descending = false;
    OrderTerms orders;

    friend bool operator==(const RecordFilter &, const RecordFilter &) = default;
};

/// How far an order is, in lines.
struct OrderProgress
{
    QString partnerName;
    int lines = 0;
    int covered = 0; ///< all of it is set aside, held or shipped
    int shipped = 0; ///< all of it

    int lacking() const { return lines - covered; }

    friend bool operator==(const OrderProgress &, const OrderProgress &) = default;
};

/// A line of a list: the record and where it is used.
struct RecordRow
{
    Record record;
    RecordUse use;
    std::optional<OrderProgress> progress = {}; ///< of an order; see orderRows()

    friend bool operator==(const RecordRow &, const RecordRow &) = default;
};

/// Key of a record as one short text, for lists of very many; only idOf() and keyOf() read it.
using RecordId = QString;
RecordId idOf(Entity entity, const QJsonObject &key);
QJsonObject keyOf(Entity entity, const RecordId &id);

/// Master data for lists, forms and the runner: a port beside Store. Safe to call from any worker
/// thread, never from the thread that draws the window.
class Records
{
public:
    virtual ~Records() = default;

    /// The whole list in its order: ids only, so that a hundred thousand are soon there.
    virtual Read<std::vector<RecordId>> ids(const RecordFilter &filter) = 0;
    /// The records with these ids, in this order; what is not there is left out.
    virtual Read<std::vector<RecordRow>> rows(Entity entity, const std::vector<RecordId> &ids) = 0;
    /// All that a decision about the command relies on.
    virtual Read<RecordContext> context(const RecordCommand &command) = 0;
    /// Newest first, at most `limit`, those after version `after` and before version `before` (0:
    /// from the end).
    virtual Read<std::vector<RecordEvent>> history(Entity entity,
                                                   const QJsonObject &key,
                                                   qint64 after,
                                                   qint64 before,
                                                   int limit) = 0;
};

} // namespace tanaban
