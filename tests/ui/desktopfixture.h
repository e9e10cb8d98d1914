#pragma once

#include "storage/fileintentjournal.h"
#include "storage/gate.h"
#include "ui/desktop.h"
#include "ui/language.h"
#include "ui/windowactions.h"
#include "ui/workspace.h"

#include <QApplication>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QTemporaryDir>
#include <QtTest>

#include "files/fileformats.h"

namespace tanaban::test {

/// The program as it is put together for people, in folders of its own that are gone afterwards.
struct DesktopFixture
{
    DesktopFixture()
    {
        for (const char *variable : {"XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"})
            qputenv(variable, folder.path().toLocal8Bit());
        QApplication::setOrganizationName(QStringLiteral("tanaban-test"));
        QApplication::setApplicationName(QStringLiteral("desktop"));
        QSettings().clear();
        ui::useLanguage(QStringLiteral("en"));
        desktop = std::make_unique<ui::Desktop>(
            ui::Environment{gate,
                            clock,
                            [](const DatabaseUrl &url) -> std::unique_ptr<IntentJournal> {
                                return std::make_unique<storage::FileIntentJournal>(url);
                            },
                            QStringLiteral("tester"),
                            2000,
                            files::tableWriterFor,
                            files::rowReaderFor},
            theme);
    }

    ui::MainWindow &window() const { return *desktop->firstWindow(); }
    bool isOpen() const { return desktop->firstWindow() && desktop->firstWindow()->workspace(); }
    bool hasFailed() const { return desktop->session().state() == ui::Session::State::Failed; }

    /// What is on the screen under this name; nullptr when it is not to be seen.
    template <typename T>
    T *seen(const char *name) const
    {
        for (QWidget *top : QApplication::topLevelWidgets()) {
            auto *self = qobject_cast<T *>(top);
            if (self && self->objectName() == QLatin1String(name) && self->isVisible())
                return self;
            for (T *widget : top->findChildren<T *>(QLatin1String(name))) {
                if (widget->isVisible())
                    return widget;
            }
        }
        return nullptr;
    }
    /// Presses a button as soon as it is there and can be pressed.
    bool press(const char *name) const
    {
        const auto ready = [&] {
            const auto *button = seen<QAbstractButton>(name);
            return button && button->isEnabled();
        };
        if (!QTest::qWaitFor(ready, 20'000))
            return false;
        QTest::mouseClick(seen<QAbstractButton>(name), Qt::LeftButton);
        return true;
    }
    /// Types over what is in a field.
    bool type(const char *name, const QString &text) const
    {
        if (!QTest::qWaitFor([&] { return seen<QLineEdit>(name) != nullptr; }))
            return false;
        auto *field = seen<QLineEdit>(name);
        field->setFocus();
        field->selectAll();
        for (const QChar character : text) {
            if (character.unicode() < 128) {
                QTest::keyClick(field, char(character.unicode()));
            } else { // as an input method brings it
                QInputMethodEvent event;
                event.setCommitString(character);
                QApplication::sendEvent(field, &event);
            }
        }
        return field->text() == text;
    }
    QString textOf(const char *name) const
    {
        const auto *label = seen<QLabel>(name);
        return label ? label->text() : QString();
    }
    DatabaseUrl file(const QString &name) const
    {
        DatabaseUrl url;
        url.path = folder.filePath(name);
        return url;
    }

    QTemporaryDir folder;
    storage::SqlGate gate;
    SystemClock clock;
    ui::Theme theme{*qApp, ui::ThemeChoice::Light};
    std::unique_ptr<ui::Desktop> desktop;
};

} // namespace tanaban::test
