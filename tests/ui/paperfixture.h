#pragma once

#include "ui/print/paperdialog.h"

#include <QApplication>
#include <QDialogButtonBox>
#include <QFile>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QTest>

namespace tanaban::test {

/// A child dialog of this kind, once it is there; else nullptr.
template <typename Dialog>
Dialog *openedFrom(ui::PaperDialog *dialog)
{
    Dialog *found = nullptr;
    std::ignore = QTest::qWaitFor([&] {
        found = dialog->findChild<Dialog *>();
        return found && found->isVisible();
    });
    return found;
}

inline QPushButton *buttonOf(QWidget *dialog, const char *name)
{
    return dialog->findChild<QPushButton *>(QString::fromLatin1(name));
}

/// What the dialog says beside its buttons.
inline QString noteOf(ui::PaperDialog *dialog)
{
    return dialog->findChild<QLabel *>(QStringLiteral("note"))->text();
}

/// Presses Save as PDF, and Save with this file, and waits until the keyboard is back in the window;
/// false: there is no file after a while.
inline bool saveAsPdf(ui::PaperDialog *dialog, const QString &path)
{
    QPushButton *button = buttonOf(dialog, "pdfButton");
    if (!QTest::qWaitFor([button] { return button->isEnabled(); }))
        return false;
    QTest::mouseClick(button, Qt::LeftButton);
    auto *files = openedFrom<QFileDialog>(dialog);
    auto *name = files ? files->findChild<QLineEdit *>(QStringLiteral("fileNameEdit")) : nullptr;
    if (!name || !name->text().endsWith(QStringLiteral(".pdf")))
        return false;
    name->setText(path);
    QTest::mouseClick(files->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Save),
                      Qt::LeftButton);
    const QPointer<QWidget> left(dialog);
    QWidget *window = dialog->parentWidget()->window();
    const bool saved = QTest::qWaitFor([&] { return QFile::exists(path) && !left; }, 20'000);
    // There is no desktop here that gives the keyboard back after two dialogs.
    window->activateWindow();
    if (!QTest::qWaitFor([] { return QApplication::focusWidget() != nullptr; }, 2000))
        window->setFocus();
    return saved;
}

} // namespace tanaban::test
