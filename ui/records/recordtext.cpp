#include "ui/records/recordtext.h"

#include "model/quantity.h"
#include "ui/words.h"

#include <QJsonArray>

#include <map>

namespace tanaban::ui {

using namespace Qt::StringLiterals;

QString RecordText::nameOf(Entity entity)
{
    switch (entity) {
    case Entity::Warehouse:
        return tr("Warehouse");
    case Entity::Zone:
        return tr("Zone");
    case Entity::Bin:
        return tr("Bin");
    case Entity::Product:
        return tr("Product");
    case Entity::Lot:
        return tr("Lot");
    case Entity::Partner:
        return tr("Partner");
    case Entity::Person:
        return tr("Person");
    case Entity::Order:
        return tr("Order");
    case Entity::Strategy:
        return tr("Strategy");
    }
    return {};
}

QString RecordText::namesOf(Entity entity)
{
    switch (entity) {
    case Entity::Warehouse:
        return tr("Warehouses");
    case Entity::Zone:
        return tr("Zones");
    case Entity::Bin:
        return tr("Bins");
    case Entity::Product:
        return tr("Products");
    case Entity::Lot:
        return tr("Lots");
    case Entity::Partner:
        return tr("Partners");
    case Entity::Person:
        return tr("People");
    case Entity::Order:
        return tr("Orders");
    case Entity::Strategy:
        return tr("Strategies");
    }
    return {};
}

QString RecordText::emptyTitleOf(Entity entity)
{
    switch (entity) {
    case Entity::Warehouse:
        return tr("No warehouses yet");
    case Entity::Zone:
        return tr("No zones yet");
    case Entity::Bin:
        return tr("No bins yet");
    case Entity::Product:
        return tr("No products yet");
    case Entity::Lot:
        return tr("No lots yet");
    case Entity::Partner:
        return tr("No partners yet");
    case Entity::Person:
        return tr("No people yet");
    case Entity::Order:
        return tr("No orders yet");
    case Entity::Strategy:
        break;
    }
    return {};
}

QString RecordText::emptyTextOf(Entity entity)
{
    switch (entity) {
    case Entity::Warehouse:
        return tr("A warehouse has zones, and zones have bins; goods lie in them.");
    case Entity::Zone:
        return tr("Goods are received into a zone; its storage condition decides which.");
    case Entity::Bin:
        return tr("Bins say where in the zone goods lie. A zone may do without.");
    case Entity::Product:
        return tr("What is to be stored stands here; it is received afterwards.");
    case Entity::Lot:
        return tr("A lot comes here when goods of it are received, with its expiry date.");
    case Entity::Partner:
        return tr("Customers and suppliers stand here.");
    case Entity::Person:
        return tr("Who works here stands here, with a role.");
    case Entity::Order:
        return tr("What customers want stands here, with a due day; goods are set aside for it.");
    case Entity::Strategy:
        break;
    }
    return {};
}

QString RecordText::labelOf(Entity entity, const QString &field)
{
    static const std::map<QString, const char *> labels{
        {u"code"_s, QT_TR_NOOP("Code")},
        {u"warehouse_code"_s, QT_TR_NOOP("Warehouse")},
        {u"zone_number"_s, QT_TR_NOOP("Zone number")},
        {u"product_code"_s, QT_TR_NOOP("Product")},
        {u"lot"_s, QT_TR_NOOP("Lot")},
        {u"login"_s, QT_TR_NOOP("Login")},
        {u"name"_s, QT_TR_NOOP("Name")},
        {u"time_zone"_s, QT_TR_NOOP("Time zone")},
        {u"storage_condition"_s, QT_TR_NOOP("Storage condition")},
        {u"capacity"_s, QT_TR_NOOP("Capacity")},
        {u"allocation_priority"_s, QT_TR_NOOP("Priority")},
        {u"walk_order"_s, QT_TR_NOOP("Walk order")},
        {u"category"_s, QT_TR_NOOP("Category")},
        {u"barcode"_s, QT_TR_NOOP("Barcode")},
        {u"unit"_s, QT_TR_NOOP("Unit")},
        {u"quantity_decimals"_s, QT_TR_NOOP("Smallest step")},
        {u"reorder_point"_s, QT_TR_NOOP("Reorder point")},
        {u"expires_on"_s, QT_TR_NOOP("Expires")},
        {u"kind"_s, QT_TR_NOOP("Kind")},
        {u"role"_s, QT_TR_NOOP("Role")},
        {u"active"_s, QT_TR_NOOP("In use")},
        {u"number"_s, QT_TR_NOOP("Order number")},
        {u"partner_code"_s, QT_TR_NOOP("Partner")},
        {u"priority"_s, QT_TR_NOOP("Priority")},
        {u"due_on"_s, QT_TR_NOOP("Due")},
        {u"state"_s, QT_TR_NOOP("State")},
        {u"lines"_s, QT_TR_NOOP("Lines")},
        {u"+on_hand"_s, QT_TR_NOOP("On hand")},
        {u"+available"_s, QT_TR_NOOP("Available")},
        {u"+fill"_s, QT_TR_NOOP("How full")},
        {u"+parts"_s, QT_TR_NOOP("Zones")},
        {u"+orders"_s, QT_TR_NOOP("Open orders")},
        {u"+lines"_s, QT_TR_NOOP("Lines")},
        {u"+progress"_s, QT_TR_NOOP("How far")}};
    Q_UNUSED(entity)
    const auto label = labels.find(field);
    return label == labels.end() ? field : tr(label->second);
}

QString RecordText::wordOf(const QString &kindOfPartner)
{
    return kindOfPartner == u"supplier"_s ? tr("Supplier") : tr("Customer");
}

QString RecordText::wordOfState(const QString &stateOfOrder)
{
    if (stateOfOrder == u"draft"_s)
        return tr("Draft", "an order");
    if (stateOfOrder == u"open"_s)
        return tr("Open", "an order");
    return stateOfOrder == u"completed"_s ? tr("Completed", "an order")
                                          : tr("Cancelled", "an order");
}

QString RecordText::valueOf(const RecordField &field,
                            const QJsonValue &value,
                            const QJsonObject &fields)
{
    if (value.isNull() || value.isUndefined())
        return u"–"_s;
    switch (field.kind) {
    case FieldKind::Condition:
        if (const auto condition = fromCode<StorageCondition>(value.toString()))
            return Words::of(*condition);
        break;
    case FieldKind::Role:
        if (const auto role = fromCode<Role>(value.toString()))
            return Words::of(*role);
        break;
    case FieldKind::PartnerKind:
        return wordOf(value.toString());
    case FieldKind::OrderState:
        return wordOfState(value.toString());
    case FieldKind::OrderLines:
        return tr("%n line(s)", nullptr, int(value.toArray().size()));
    case FieldKind::Date:
        return Words::date(QDate::fromString(value.toString(), Qt::ISODate));
    case FieldKind::Flag:
        return value.toBool() ? tr("yes") : tr("no");
    case FieldKind::Number:
        return QLocale().toString(value.toInteger());
    case FieldKind::Decimals:
        return displayQuantity(1, value.toInt());
    case FieldKind::Quantity:
        return Words::quantity(value.toInteger(),
                               fields.value(u"quantity_decimals"_s).toInt(),
                               fields.value(u"unit"_s).toString());
    default:
        break;
    }
    return value.toString().isEmpty() ? u"–"_s : value.toString();
}

QString RecordText::valueOf(Entity entity,
                            const QString &field,
                            const QJsonValue &value,
                            const QJsonObject &fields)
{
    for (const auto *list : {&keyFieldsOf(entity), &fieldsOf(entity)}) {
        for (const RecordField &each : *list) {
            if (each.name == field)
                return valueOf(each, value, fields);
        }
    }
    return value.toVariant().toString();
}

int RecordText::decimalsOf(const RecordRow &row)
{
    const QJsonValue own = row.record.fields.value(u"quantity_decimals"_s);
    return own.toInt(row.use.decimals);
}

QString RecordText::unitOf(const RecordRow &row)
{
    return row.record.fields.value(u"unit"_s).toString(row.use.unit);
}

QString RecordText::deedOf(Entity entity, const RecordEvent &event)
{
    if (event.before.isEmpty())
        return tr("Made", "a record was made");
    QStringList parts;
    for (const RecordField &field : fieldsOf(entity)) {
        if (!event.before.contains(field.name)
            || event.before.value(field.name) == event.after.value(field.name))
            continue;
        parts << tr("%1: %2 → %3", "field, value before, value after")
                     .arg(labelOf(entity, field.name),
                          valueOf(field, event.before.value(field.name), event.before),
                          valueOf(field, event.after.value(field.name), event.after));
    }
    return parts.isEmpty() ? tr("Saved without a change") : parts.join(u'\n');
}

QString RecordText::whoAndWhen(const RecordEvent &event)
{
    const QString who = event.actorName.isEmpty() ? event.actor : event.actorName;
    return Words::moment(event.at) + u" · " + who;
}

bool RecordText::cancelsOrder(const RecordCommand &command)
{
    return command.entity == Entity::Order
           && command.fields.value(u"state"_s) == codeOf(OrderState::Cancelled);
}

QString RecordText::doneText(const RecordCommand &command, const CommandResult &result)
{
    const QString name = tanaban::nameOf(command.entity, command.before.key);
    if (result.nothingLeft)
        return tr("%1 was like this already.").arg(name);
    if (command.before.version == 0)
        return tr("%1 is made.").arg(name);
    if (result.meanwhile && !result.meanwhile->between.empty()) {
        const RecordEvent &last = result.meanwhile->between.back();
        return tr("%1 is saved; what %2 changed meanwhile is kept too.")
            .arg(name, last.actorName.isEmpty() ? last.actor : last.actorName);
    }
    if (cancelsOrder(command))
        return tr("Order %1 is cancelled.").arg(name);
    if (command.fields.contains(u"active"_s))
        return command.fields.value(u"active"_s).toBool() ? tr("%1 is in use again.").arg(name)
                                                          : tr("%1 is out of use.").arg(name);
    return tr("%1 is saved.").arg(name);
}

} // namespace tanaban::ui
