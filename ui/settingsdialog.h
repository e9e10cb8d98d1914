#pragma once

#include <QDialog>

class QFormLayout;
class QMenu;

namespace tanaban::ui {

class WindowActions;

/// What a person sets once: language, colours, size, when they are asked, the scanner. The choices
/// are those of the menus. What makes the windows anew does so when the dialog is closed.
class SettingsDialog : public QDialog
{
    Q_OBJECT

public:
    SettingsDialog(const WindowActions &actions, QWidget *parent);

private:
    enum class Takes {
        AtOnce,
        WhenClosed
    };

    void addChoice(QFormLayout *form,
                   const QString &label,
                   const char *name,
                   const QMenu &menu,
                   Takes takes);
    void addSwitches(QFormLayout *form, const QString &label, const QMenu &menu);
};

} // namespace tanaban::ui
