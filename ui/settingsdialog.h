#pragma once

#include <QDialog>

class QFormLayout;
class QMenu;

namespace tanaban::ui {

class WindowActions;

/// What a person sets once: language, colours, size, when they are asked, the scanner. Everything
/// takes effect at once; the choices are those of the menus.
class SettingsDialog : public QDialog
{
    Q_OBJECT

public:
    SettingsDialog(const WindowActions &actions, QWidget *parent);

private:
    void addChoice(QFormLayout *form, const QString &label, const char *name, const QMenu &menu);
    void addSwitches(QFormLayout *form, const QString &label, const QMenu &menu);
};

} // namespace tanaban::ui
