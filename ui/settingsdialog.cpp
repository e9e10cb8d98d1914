#include "ui/settingsdialog.h"

#include "ui/actiontext.h"
#include "ui/conflict/asking.h"
#include "ui/look/theme.h"
#include "ui/windowactions.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QMenu>
#include <QVBoxLayout>

namespace tanaban::ui {

using namespace Qt::StringLiterals;

SettingsDialog::SettingsDialog(const WindowActions &actions, QWidget *parent)
    : QDialog(parent)
{
    setObjectName(u"settingsDialog"_s);
    setWindowTitle(tr("Settings"));
    auto *form = new QFormLayout;
    form->setHorizontalSpacing(16);
    form->setVerticalSpacing(8);
    addChoice(form, tr("&Language"), "languageBox", *actions.language, Takes::WhenClosed);
    addChoice(form, tr("&Colours"), "coloursBox", *actions.theme, Takes::AtOnce);
    addChoice(form, tr("Si&ze"), "sizeBox", *actions.size, Takes::WhenClosed);
    auto *anew = new QLabel(
        tr("Another language or size is taken on when you close this: the windows are made anew, "
           "where they were and with what you have typed."),
        this);
    anew->setWordWrap(true);
    anew->setFont(fontOf(TextSize::Secondary));
    anew->setForegroundRole(QPalette::PlaceholderText);
    form->addRow(QString(), anew);
    auto *goOn = new QCheckBox(tr("&Don't ask when exactly what I asked for can still be done"),
                               this);
    goOn->setObjectName(u"goOnSwitch"_s);
    goOn->setChecked(goesOnWhenStillPossible());
    connect(goOn, &QCheckBox::toggled, this, &setGoesOnWhenStillPossible);
    form->addRow(tr("Conflicts"), goOn);
    addSwitches(form, tr("Scanner"), *actions.scanner);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 16);
    column->setSpacing(16);
    column->addLayout(form);
    column->addWidget(buttons);
    setMinimumWidth(520);
}

void SettingsDialog::addChoice(QFormLayout *form,
                               const QString &label,
                               const char *name,
                               const QMenu &menu,
                               Takes takes)
{
    auto *box = new QComboBox(this);
    box->setObjectName(QString::fromLatin1(name));
    for (const QAction *action : menu.actions()) {
        box->addItem(plainText(action->text()));
        if (action->isChecked())
            box->setCurrentIndex(box->count() - 1);
    }
    const auto take = [&menu, box] {
        QAction *action = menu.actions().at(box->currentIndex());
        if (!action->isChecked())
            action->trigger();
    };
    if (takes == Takes::AtOnce)
        connect(box, &QComboBox::activated, this, take);
    else
        connect(this, &QDialog::finished, box, take);
    form->addRow(label, box);
}

void SettingsDialog::addSwitches(QFormLayout *form, const QString &label, const QMenu &menu)
{
    QString caption = label;
    for (QAction *action : menu.actions()) {
        auto *box = new QCheckBox(plainText(action->text()), this);
        box->setChecked(action->isChecked());
        connect(box, &QCheckBox::clicked, action, &QAction::trigger);
        form->addRow(std::exchange(caption, QString()), box);
    }
}

} // namespace tanaban::ui
