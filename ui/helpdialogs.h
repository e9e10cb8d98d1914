#pragma once

#include <QDialog>

namespace tanaban::ui {

class WindowActions;

/// Every shortcut of the window, taken from the actions themselves.
class ShortcutsDialog : public QDialog
{
    Q_OBJECT

public:
    ShortcutsDialog(const WindowActions &actions, QWidget *parent);
};

class AboutDialog : public QDialog
{
    Q_OBJECT

public:
    explicit AboutDialog(QWidget *parent);
};

} // namespace tanaban::ui
