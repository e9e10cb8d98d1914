#pragma once

#include "model/changeset.h"
#include "model/outcome.h"
#include "model/result.h"

#include <map>

namespace tanaban {

/// A record of master data: columns of contract.md with their JSON values.
struct Record
{
    QJsonObject key;
    QJsonObject fields;
    qint64 version = 0; ///< 0: not in the database

    friend bool operator==(const Record &, const Record &) = default;
};

/// What a person wants of one record: that it exists, or that some of its fields are set.
struct RecordCommand
{
    QUuid id; ///< one per intent of the user; newCommandId()
    Entity entity = Entity::Product;
    Record before;      ///< as the person saw it; version 0 for a new one, which has only its key
    QJsonObject fields; ///< those that are wanted; of an existing record only what differs
    QString actor;
    bool fromFile = false; ///< of an import: it may bring orders that ended long ago
    bool exact = false;    ///< only onto this very version: whatever others did is a conflict
};

/// The kind of change of the matrix: "people" for people, "order" for orders, otherwise "master".
QString kindOf(Entity entity);
Intent intentOf(const RecordCommand &command);
/// As JSON and back, for the intent file and for reopening a form with what was typed.
QJsonObject toJson(const RecordCommand &command);
std::optional<RecordCommand> recordCommandFromJson(const QJsonObject &json);
/// "WH001/2", "P-17": how a record is told by its key.
QString nameOf(Entity entity, const QJsonObject &key);
/// The fields in `typed` that `before` has otherwise or not at all.
QJsonObject changedFields(const QJsonObject &before, const QJsonObject &typed);

/// One entry in the history of a record.
struct RecordEvent
{
    qint64 version = 0;
    QUuid command;
    QString actor;
    QString actorName; ///< empty when the person is not in `people`
    Instant at;
    QJsonObject before; ///< empty for the first one
    QJsonObject after;  ///< the fields that were set

    friend bool operator==(const RecordEvent &, const RecordEvent &) = default;
};

/// A field that two people set differently.
struct FieldClash
{
    QString field;
    QJsonValue base;
    QJsonValue theirs;
    QJsonValue mine;

    friend bool operator==(const FieldClash &, const FieldClash &) = default;
};

/// Two changes of one record, field by field.
struct FieldMerge
{
    QJsonObject wanted; ///< of mine, what nobody else touched: to be written onto theirs
    std::vector<FieldClash> clashes;
    QStringList others; ///< what only they changed, and what both set to the same

    friend bool operator==(const FieldMerge &, const FieldMerge &) = default;
};

/// `mine`: only the fields that I set. Fields that mean something only together (a product's unit,
/// decimals and reorder point) clash together.
FieldMerge mergeFields(Entity entity,
                       const QJsonObject &base,
                       const QJsonObject &theirs,
                       const QJsonObject &mine);

/// What somebody else made of the record meanwhile.
struct RecordMeanwhile
{
    Record now;
    FieldMerge merge;
    std::vector<RecordEvent> between; ///< oldest first
};

/// Where a record is used.
struct RecordUse
{
    qint64 rows = 0;            ///< stock rows with goods, of the product or lot, or at the place
    qint64 onHand = 0;          ///< product and lot: smallest units; places: whole sales units
    qint64 reserved = 0;        ///< product and lot: smallest units
    qint64 parts = 0;           ///< zones of a warehouse, bins of a zone, lots of a product
    qint64 openOrders = 0;      ///< of a product or partner
    bool hasRows = false;       ///< stock rows, also empty ones: they keep the storage condition
    bool hasOrderLines = false; ///< these or those keep a product's decimals
    int decimals = 0;           ///< lot: how its product is counted; a product says it itself
    QString unit;               ///< the same

    friend bool operator==(const RecordUse &, const RecordUse &) = default;
};

/// All that a decision about a record relies on, read in one go.
struct RecordContext
{
    std::optional<Record> now;
    RecordUse use;
    bool parentExists = true; ///< the warehouse of a zone, the zone of a bin, the product of a lot
    bool parentActive = true;
    qint64 otherAdmins = 0;      ///< active, besides the person itself
    QString caseTwin;            ///< another code that differs only by case
    QString barcodeTwin;         ///< another active product with the wanted barcode
    bool partnerExists = true;   ///< the one that an order shall have
    QStringList unknownProducts; ///< of the wanted lines of an order, at most a few
    /// Order line -> what is set aside for it or shipped; only lines with something.
    std::map<qint64, qint64> claims;
    bool hasOpenClaims = false; ///< goods are set aside for the order now
};

/// What is wrong with a field, or with the whole (no field).
struct RecordFault
{
    QString field;
    DomainError error;

    friend bool operator==(const RecordFault &, const RecordFault &) = default;
};

/// What is worth a look but forbids nothing.
struct RecordNotice
{
    enum class Kind {
        CheckDigit, ///< the barcode's last digit does not fit
        BarcodeTaken,
        DiffersByCase,
        CapacityBelowLoad,
        StockStays, ///< a product or zone taken out of use while goods of it are there
        OpenOrders
    } kind = Kind::CheckDigit;
    QString field;
    QString other; ///< the other product, the other code
    qint64 number = 0;

    friend bool operator==(const RecordNotice &, const RecordNotice &) = default;
};

/// One translated sentence.
QString messageOf(const RecordNotice &notice);

/// What is wrong with the values alone, for whoever sees only them: a form without a context, and
/// the commit, which believes no caller. Every key field and, for a new record, every needed field
/// must be there.
std::vector<RecordFault> faultsOfValues(Entity entity,
                                        const QJsonObject &key,
                                        const QJsonObject &fields,
                                        bool isNew);
/// Whether the rules on such a change need to know where the record is used, and so its context.
bool dependsOnUse(const QJsonObject &changed);
/// The values and what the record's surroundings say; what blocks first comes first.
std::vector<RecordFault> faultsOf(const RecordCommand &command, const RecordContext &context);
std::vector<RecordNotice> noticesOf(const RecordCommand &command, const RecordContext &context);

/// Everything that was wanted is so already.
struct NothingLeft
{};

/// A change set onto `context.now`; or fields that clash; or a rule that says no.
using RecordDecision = std::variant<ChangeSet, FieldMerge, RecordFault, NothingLeft>;
RecordDecision decideRecord(const RecordCommand &command, const RecordContext &context);

} // namespace tanaban
