#pragma once

#include "tests/ui/scriptedstore.h"
#include "ui/conflict/conflictdialog.h"
#include "ui/forms/actioncontroller.h"
#include "ui/forms/stockform.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QtTest>

namespace tanaban::test {

/// A window with the controller under test; time for the key guard is turned by hand.
struct FormsFixture
{
    explicit FormsFixture(Store &theStore)
        : store(theStore)
        , controller(store, clock, journal, runner, &window)
    {
        ui::FormTiming timing;
        timing.showWorking = 0;
        timing.poll = 5;
        timing.firstRetry = 1;
        timing.longestRetry = 4;
        timing.now = [this] { return now; };
        controller.setTiming(timing);
        QObject::connect(&controller,
                         &ui::ActionController::message,
                         &window,
                         [this](const QString &text) { messages << text; });
        QObject::connect(&controller,
                         &ui::ActionController::stockChanged,
                         &window,
                         [this](const std::vector<qint64> &ids) {
                             changed.insert(changed.end(), ids.begin(), ids.end());
                         });
        window.resize(900, 600);
        window.show();
    }

    /// Opens the form and waits for it.
    ui::StockForm *open(ui::ActionKind kind, std::optional<qint64> id)
    {
        controller.start(kind, id);
        if (!QTest::qWaitFor([&] { return controller.form() && controller.form()->isVisible(); }))
            return nullptr;
        return QTest::qWaitForWindowActive(controller.form()) ? controller.form() : nullptr;
    }
    /// Waits for the conflict dialog, and until it takes keys.
    ui::ConflictDialog *conflict()
    {
        ui::ConflictDialog *dialog = nullptr;
        const bool there = QTest::qWaitFor([&] {
            dialog = window.findChild<ui::ConflictDialog *>();
            return dialog && dialog->isVisible();
        });
        if (!there || !QTest::qWaitForWindowActive(dialog))
            return nullptr;
        return dialog;
    }
    /// Later than any guard.
    void letTimePass() { now += 10'000; }

    Store &store;
    SystemClock clock;
    MemoryJournal journal;
    ui::BackgroundRunner runner{3};
    QWidget window;
    ui::ActionController controller;
    QStringList messages;
    std::vector<qint64> changed;
    qint64 now = 0;
};

inline void type(QWidget *form, const char *field, const QString &text)
{
    auto *edit = form->findChild<QLineEdit *>(QLatin1String(field));
    QVERIFY2(edit, field);
    edit->setFocus();
    edit->selectAll();
    QTest::keyClicks(edit, text);
}

inline void press(QWidget *form, const char *button)
{
    auto *found = form->findChild<QPushButton *>(QLatin1String(button));
    QVERIFY2(found, button);
    QTest::mouseClick(found, Qt::LeftButton);
}

inline QString textOf(QWidget *form, const char *label)
{
    const auto *found = form->findChild<QLabel *>(QLatin1String(label));
    return found ? found->text() : QStringLiteral("no such label");
}

inline bool enabled(QWidget *form, const char *button)
{
    const auto *found = form->findChild<QPushButton *>(QLatin1String(button));
    return found && found->isEnabled();
}

} // namespace tanaban::test
