#include "ui/forms/draft.h"

#include "ui/forms/placechooser.h"

#include <QAbstractSpinBox>
#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>

namespace tanaban::ui {

using namespace Qt::StringLiterals;

namespace {

/// The line within a box is part of the box.
bool standsAlone(const QLineEdit &edit)
{
    return !qobject_cast<const QComboBox *>(edit.parent())
           && !qobject_cast<const QAbstractSpinBox *>(edit.parent());
}

QString valueOf(const QComboBox &box)
{
    return box.isEditable() ? box.currentText() : box.currentData().toString();
}

void setValue(QComboBox &box, const QString &value)
{
    if (box.isEditable()) {
        box.setEditText(value);
        return;
    }
    for (int line = 0; line < box.count(); ++line) {
        if (box.itemData(line).toString() == value)
            box.setCurrentIndex(line);
    }
}

template <typename Field>
void forEach(const QWidget &form, const std::function<void(Field &)> &act)
{
    for (Field *field : form.findChildren<Field *>()) {
        if (!field->objectName().isEmpty())
            act(*field);
    }
}

} // namespace

QJsonObject fieldsOf(const QWidget &form)
{
    QJsonObject fields;
    forEach<QLineEdit>(form, [&fields](const QLineEdit &edit) {
        if (standsAlone(edit) && !edit.isReadOnly())
            fields.insert(edit.objectName(), edit.text());
    });
    forEach<QComboBox>(
        form, [&fields](const QComboBox &box) { fields.insert(box.objectName(), valueOf(box)); });
    forEach<QPlainTextEdit>(form, [&fields](const QPlainTextEdit &edit) {
        if (!edit.isReadOnly())
            fields.insert(edit.objectName(), edit.toPlainText());
    });
    forEach<QCheckBox>(form, [&fields](const QCheckBox &box) {
        fields.insert(box.objectName(), box.isChecked());
    });
    return fields;
}

void setFields(QWidget &form, const QJsonObject &fields)
{
    const auto textOf = [&fields](const QObject &field) {
        return fields.value(field.objectName()).toString();
    };
    const auto *place = form.findChild<PlaceChooser *>();
    const auto ofPlace = [place](const QComboBox &box) {
        return place
               && (&box == place->warehouseBox() || &box == place->zoneBox()
                   || &box == place->binBox());
    };
    forEach<QLineEdit>(form, [&](QLineEdit &edit) {
        if (standsAlone(edit) && !edit.isReadOnly() && fields.contains(edit.objectName()))
            edit.setText(textOf(edit));
    });
    forEach<QComboBox>(form, [&](QComboBox &box) {
        if (!ofPlace(box) && fields.contains(box.objectName()))
            setValue(box, textOf(box));
    });
    forEach<QPlainTextEdit>(form, [&](QPlainTextEdit &edit) {
        if (!edit.isReadOnly() && fields.contains(edit.objectName()))
            edit.setPlainText(textOf(edit));
    });
    forEach<QCheckBox>(form, [&](QCheckBox &box) {
        if (fields.contains(box.objectName()))
            box.setChecked(fields.value(box.objectName()).toBool());
    });
    if (place && fields.contains(place->warehouseBox()->objectName())) {
        form.findChild<PlaceChooser *>()->choose(textOf(*place->warehouseBox()),
                                                 textOf(*place->zoneBox()).toInt(),
                                                 textOf(*place->binBox()));
    }
}

} // namespace tanaban::ui
