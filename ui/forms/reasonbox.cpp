#include "ui/forms/reasonbox.h"

#include "model/codes.h"

#include <QLineEdit>

namespace tanaban::ui {

namespace {

constexpr int longestReason = 200; ///< as the database has it

} // namespace

ReasonBox::ReasonBox(const QStringList &usual, QWidget *parent)
    : QComboBox(parent)
{
    setEditable(true);
    setInsertPolicy(QComboBox::NoInsert);
    addItems(usual);
    setCurrentIndex(-1);
    lineEdit()->setPlaceholderText(tr("why, in a few words"));
    lineEdit()->setMaxLength(longestReason);
}

QString ReasonBox::reason() const
{
    return normalized(currentText().trimmed());
}

void ReasonBox::forget()
{
    setCurrentIndex(-1);
    clearEditText();
}

} // namespace tanaban::ui
