#pragma once

#include "model/commandrunner.h"
#include "model/recordfields.h"
#include "model/records.h"

#include <QCoreApplication>

namespace tanaban::ui {

/// Master data in the words of people.
class RecordText
{
    Q_DECLARE_TR_FUNCTIONS(RecordText)

public:
    /// "Product", "Zone", …
    static QString nameOf(Entity entity);
    /// "Products", "Zones", …: what a list of them is called.
    static QString namesOf(Entity entity);
    /// In the stead of an empty list: that there is none, and what they are for.
    static QString emptyTitleOf(Entity entity);
    static QString emptyTextOf(Entity entity);
    /// What a field is called; `field` also of a key or "available", "on_hand", ….
    static QString labelOf(Entity entity, const QString &field);
    /// A value as it is shown, in the light of the other fields (decimals, unit).
    static QString valueOf(const RecordField &field,
                           const QJsonValue &value,
                           const QJsonObject &fields);
    /// The same by the field's name; what no field is called is shown as it is.
    static QString valueOf(Entity entity,
                           const QString &field,
                           const QJsonValue &value,
                           const QJsonObject &fields);
    /// How the quantities beside a product or lot are counted.
    static int decimalsOf(const RecordRow &row);
    static QString unitOf(const RecordRow &row);
    /// "Name: Rice → Brown rice", one for each field that was set.
    static QString deedOf(Entity entity, const RecordEvent &event);
    static QString whoAndWhen(const RecordEvent &event);
    /// What is told when a command is done.
    static QString doneText(const RecordCommand &command, const CommandResult &result);
    /// Of an order, that nothing is wanted any more.
    static bool cancelsOrder(const RecordCommand &command);
    static QString wordOf(const QString &kindOfPartner);
    static QString wordOfState(const QString &stateOfOrder);
};

} // namespace tanaban::ui
