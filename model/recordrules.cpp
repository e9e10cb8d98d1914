#include "model/recordcommand.h"
#include "model/recordfields.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace tanaban {

using namespace Qt::StringLiterals;

namespace {

DomainError recordError(FieldFault fault, const RecordField &field, const QJsonValue &value)
{
    DomainError error;
    error.subject = value.toVariant().toString();
    switch (fault) {
    case FieldFault::NoFault:
        break;
    case FieldFault::Missing:
        error.rule = Rule::FieldMissing;
        break;
    case FieldFault::Code:
        error.rule = Rule::InvalidCode;
        break;
    case FieldFault::WarehouseCode:
        error.rule = Rule::InvalidWarehouseCode;
        break;
    case FieldFault::Name:
        error.rule = Rule::InvalidName;
        break;
    case FieldFault::TimeZone:
        error.rule = Rule::UnknownTimeZone;
        break;
    case FieldFault::Number:
        error.rule = Rule::NumberOutOfRange;
        error.asked = field.least;
        error.possible = field.greatest;
        break;
    case FieldFault::Word:
        error.rule = Rule::ShapeRefused;
        error.subject = field.name;
        break;
    }
    return error;
}

bool isPlace(Entity entity)
{
    return entity == Entity::Warehouse || entity == Entity::Zone || entity == Entity::Bin;
}

/// The value that a field would have afterwards.
QJsonValue afterwards(const RecordCommand &command,
                      const RecordContext &context,
                      const QString &field)
{
    if (command.fields.contains(field))
        return command.fields.value(field);
    return context.now ? context.now->fields.value(field) : QJsonValue();
}

/// What is set, and otherwise than it is now.
bool changes(const RecordCommand &command, const RecordContext &context, const QString &field)
{
    return command.fields.contains(field)
           && (!context.now || context.now->fields.value(field) != command.fields.value(field));
}

bool hasEnded(const QJsonValue &state)
{
    return state == codeOf(OrderState::Completed) || state == codeOf(OrderState::Cancelled);
}

std::map<qint64, QJsonObject> byNumber(const QJsonValue &lines)
{
    std::map<qint64, QJsonObject> numbered;
    const QJsonArray all = lines.toArray();
    for (const QJsonValue &line : all)
        numbered[line[u"line_number"_s].toInteger()] = line.toObject();
    return numbered;
}

/// A line that has goods and would be gone, of another product, or for less than it has.
std::optional<qint64> lineWithTooLittle(const QJsonValue &now,
                                        const QJsonValue &wanted,
                                        const RecordContext &context)
{
    const std::map<qint64, QJsonObject> linesNow = byNumber(now);
    const std::map<qint64, QJsonObject> lines = byNumber(wanted);
    for (const auto &[number, claimed] : context.claims) {
        const auto before = linesNow.find(number);
        const auto line = lines.find(number);
        if (line == lines.end() || line->second[u"quantity"_s].toInteger() < claimed
            || (before != linesNow.end()
                && before->second[u"product_code"_s] != line->second[u"product_code"_s]))
        {
            return number;
        }
    }
    return std::nullopt;
}

/// What a new order, or an open one that is changed, must obey. An order that has ended stays as it
/// is; only a file may give it the lines that it did not have (its head came in a file before).
void judgeOrder(const RecordCommand &command,
                const RecordContext &context,
                std::vector<RecordFault> &faults)
{
    const QString number = nameOf(command.entity, command.before.key);
    const QJsonValue state = command.fields.value(u"state"_s);
    if (!context.partnerExists) {
        faults.push_back(
            {u"partner_code"_s,
             errorAbout(Rule::Unknown, command.fields.value(u"partner_code"_s).toString())});
    }
    if (!context.unknownProducts.isEmpty()) {
        faults.push_back(
            {u"lines"_s, errorAbout(Rule::UnknownProduct, context.unknownProducts.join(u", "_s))});
    }
    if (!context.now) {
        if (hasEnded(state) && !command.fromFile)
            faults.push_back({u"state"_s, errorAbout(Rule::OrderBegins)});
        return;
    }
    const QJsonObject &now = context.now->fields;
    if (hasEnded(now.value(u"state"_s))) {
        const bool completing = command.fromFile && now.value(u"lines"_s).toArray().isEmpty()
                                && changedFields(now, command.fields).keys()
                                       == QStringList{u"lines"_s};
        if (!completing && !changedFields(now, command.fields).isEmpty())
            faults.push_back({{}, errorAbout(Rule::OrderEnded, number)});
        return;
    }
    const bool leaves = changes(command, context, u"state"_s) && state != codeOf(OrderState::Open);
    if (leaves && context.hasOpenClaims)
        faults.push_back({u"state"_s, errorAbout(Rule::OrderHasClaims, number)});
    else if (leaves && state == codeOf(OrderState::Draft) && !context.claims.empty())
        faults.push_back({u"state"_s, errorAbout(Rule::OrderWasSent, number)});
    if (!changes(command, context, u"lines"_s))
        return;
    if (const auto line = lineWithTooLittle(
            now.value(u"lines"_s), command.fields.value(u"lines"_s), context))
    {
        faults.push_back(
            {u"lines"_s,
             errorAbout(Rule::OrderLineExceeded, QString(number + u'/' + QString::number(*line)))});
    }
}

/// Rules about what the change does to things that exist.
void judgeChange(const RecordCommand &command,
                 const RecordContext &context,
                 std::vector<RecordFault> &faults)
{
    const QString name = nameOf(command.entity, command.before.key);
    const bool ends = changes(command, context, u"active"_s)
                      && !command.fields.value(u"active"_s).toBool();
    const bool begins = changes(command, context, u"active"_s) && !ends;
    if (ends && isPlace(command.entity) && context.use.rows > 0) {
        DomainError error = errorAbout(Rule::NotEmpty, name);
        error.possible = context.use.rows;
        faults.push_back({u"active"_s, error});
    }
    if (begins && !context.parentActive)
        faults.push_back({u"active"_s, errorAbout(Rule::ParentInactive, name)});
    if (changes(command, context, u"storage_condition"_s) && context.use.hasRows)
        faults.push_back({u"storage_condition"_s, errorAbout(Rule::ConditionFixed, name)});
    if (changes(command, context, u"quantity_decimals"_s)
        && (context.use.hasRows || context.use.hasOrderLines))
    {
        faults.push_back({u"quantity_decimals"_s, errorAbout(Rule::DecimalsFixed, name)});
    }
    if (command.entity != Entity::Person)
        return;
    const bool role = changes(command, context, u"role"_s);
    const bool wasAdmin = context.now && context.now->fields.value(u"role"_s) == codeOf(Role::Admin)
                          && context.now->fields.value(u"active"_s).toBool();
    if ((role || ends) && command.before.key.value(u"login"_s) == command.actor)
        faults.push_back({role ? u"role"_s : u"active"_s, errorAbout(Rule::OwnRole)});
    else if (wasAdmin && (role || ends) && context.otherAdmins == 0)
        faults.push_back({role ? u"role"_s : u"active"_s, errorAbout(Rule::LastAdmin, name)});
}

} // namespace

// The fields that judgeChange() and judgeOrder() ask about.
bool dependsOnUse(const QJsonObject &changed)
{
    return changed.contains(u"state"_s) || changed.contains(u"lines"_s)
           || changed.contains(u"active"_s) || changed.contains(u"storage_condition"_s)
           || changed.contains(u"quantity_decimals"_s) || changed.contains(u"role"_s);
}

std::vector<RecordFault> faultsOfValues(Entity entity,
                                        const QJsonObject &key,
                                        const QJsonObject &fields,
                                        bool isNew)
{
    std::vector<RecordFault> faults;
    const auto judge = [&faults](const RecordField &field, const QJsonValue &value) {
        const FieldFault fault = checkField(field, value);
        if (fault != FieldFault::NoFault)
            faults.push_back({field.name, recordError(fault, field, value)});
    };
    // The code '' is the zone itself, which only comes with its zone.
    const bool zoneItself = entity == Entity::Bin && !isNew && key.value(u"code"_s) == QString();
    for (const RecordField &field : keyFieldsOf(entity)) {
        if (!zoneItself || field.name != u"code"_s)
            judge(field,
                  key.value(field.name).isUndefined() ? QJsonValue(QString())
                                                      : key.value(field.name));
    }
    QStringList known;
    for (const RecordField &field : fieldsOf(entity)) {
        known << field.name;
        // What a new record does not say gets the value that its column starts with.
        const bool starts = field.kind == FieldKind::Number || field.kind == FieldKind::Decimals;
        if (fields.contains(field.name))
            judge(field, fields.value(field.name));
        else if (isNew && field.needed && !starts)
            faults.push_back({field.name, errorAbout(Rule::FieldMissing)});
    }
    for (const QString &field : fields.keys()) {
        if (!known.contains(field))
            faults.push_back({field, errorAbout(Rule::ShapeRefused, field)});
    }
    return faults;
}

std::vector<RecordFault> faultsOf(const RecordCommand &command, const RecordContext &context)
{
    const bool isNew = command.before.version == 0;
    const QString name = nameOf(command.entity, command.before.key);
    std::vector<RecordFault> faults = faultsOfValues(
        command.entity, command.before.key, command.fields, isNew);
    if (isNew && context.now)
        faults.push_back({keyFieldsOf(command.entity).back().name, errorAbout(Rule::Exists, name)});
    if (!isNew && !context.now)
        faults.push_back({{}, errorAbout(Rule::Unknown, name)});
    if (isNew && !context.parentExists) {
        const bool lot = command.entity == Entity::Lot;
        faults.push_back(
            {keyFieldsOf(command.entity).front().name,
             errorAbout(
                 lot ? Rule::UnknownProduct : Rule::UnknownPlace,
                 command.before.key.value(keyFieldsOf(command.entity).front().name).toString())});
    } else if (isNew && !context.parentActive) {
        faults.push_back(
            {keyFieldsOf(command.entity).front().name, errorAbout(Rule::ParentInactive, name)});
    }
    if (command.entity == Entity::Order && isNew != context.now.has_value())
        judgeOrder(command, context, faults);
    else if (!isNew && context.now)
        judgeChange(command, context, faults);
    return faults;
}

std::vector<RecordNotice> noticesOf(const RecordCommand &command, const RecordContext &context)
{
    using Kind = RecordNotice::Kind;
    std::vector<RecordNotice> notices;
    const bool isNew = command.before.version == 0;
    if (isNew && !context.caseTwin.isEmpty()) {
        notices.push_back(
            {Kind::DiffersByCase, keyFieldsOf(command.entity).back().name, context.caseTwin, 0});
    }
    if (changes(command, context, u"barcode"_s)) {
        if (hasWrongCheckDigit(command.fields.value(u"barcode"_s).toString()))
            notices.push_back({Kind::CheckDigit, u"barcode"_s, {}, 0});
        if (!context.barcodeTwin.isEmpty())
            notices.push_back({Kind::BarcodeTaken, u"barcode"_s, context.barcodeTwin, 0});
    }
    const QJsonValue capacity = afterwards(command, context, u"capacity"_s);
    if (changes(command, context, u"capacity"_s) && capacity.isDouble()
        && capacity.toInteger() < context.use.onHand)
    {
        notices.push_back({Kind::CapacityBelowLoad, u"capacity"_s, {}, context.use.onHand});
    }
    const bool ends = changes(command, context, u"active"_s)
                      && !command.fields.value(u"active"_s).toBool();
    if (ends && command.entity == Entity::Product && context.use.rows > 0)
        notices.push_back({Kind::StockStays, u"active"_s, {}, context.use.rows});
    if (ends && context.use.openOrders > 0)
        notices.push_back({Kind::OpenOrders, u"active"_s, {}, context.use.openOrders});
    return notices;
}

QString messageOf(const RecordNotice &notice)
{
    const auto text = [&notice](const char *sentence) {
        return QCoreApplication::translate("RecordNotice", sentence, nullptr, int(notice.number));
    };
    switch (notice.kind) {
    case RecordNotice::Kind::CheckDigit:
        return text(QT_TRANSLATE_NOOP(
            "RecordNotice", "The last digit does not fit the others. Is it typed correctly?"));
    case RecordNotice::Kind::BarcodeTaken:
        return text(QT_TRANSLATE_NOOP(
                        "RecordNotice",
                        "%1 has this barcode too. A scan will find only one of the two."))
            .arg(notice.other);
    case RecordNotice::Kind::DiffersByCase:
        return text(QT_TRANSLATE_NOOP("RecordNotice",
                                      "There is %1 already, which differs only by case."))
            .arg(notice.other);
    case RecordNotice::Kind::CapacityBelowLoad:
        return text(QT_TRANSLATE_N_NOOP("RecordNotice",
                                        "%n unit(s) lie there now. Nothing more will fit in."));
    case RecordNotice::Kind::StockStays:
        return text(QT_TRANSLATE_N_NOOP("RecordNotice",
                                        "Goods of it lie in %n place(s). They stay there, but can "
                                        "no longer be reserved or shipped."));
    case RecordNotice::Kind::OpenOrders:
        return text(QT_TRANSLATE_N_NOOP("RecordNotice", "It is part of %n open order(s)."));
    }
    Q_UNREACHABLE();
}

RecordDecision decideRecord(const RecordCommand &command, const RecordContext &context)
{
    RecordCommand onto = command;
    if (command.before.version > 0 && context.now) {
        FieldMerge merge = mergeFields(
            command.entity, command.before.fields, context.now->fields, command.fields);
        if (!merge.clashes.empty())
            return merge;
        onto.fields = merge.wanted;
        if (onto.fields.isEmpty())
            return NothingLeft{};
    }
    const std::vector<RecordFault> faults = faultsOf(onto, context);
    if (!faults.empty())
        return faults.front();
    ChangeSet changes;
    changes.intent = intentOf(command);
    changes.records.push_back({command.entity,
                               command.before.key,
                               context.now ? std::optional(context.now->version) : std::nullopt,
                               onto.fields});
    return changes;
}

} // namespace tanaban
