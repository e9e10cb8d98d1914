#pragma once

#include "model/commandrunner.h"
#include "model/demo/demo.h"
#include "tests/ui/windowfixture.h"
#include "ui/history/historybar.h"
#include "ui/history/historyplace.h"
#include "ui/history/ledgerview.h"

#include <QAction>
#include <QLabel>
#include <QToolButton>

namespace tanaban::test {

/// A window on the demo company, at its history.
class HistoryFixture
{
public:
    /// Call once per test program.
    void prepare(const QString &name)
    {
        WindowFixture::prepare(name);
        database = std::make_unique<TestDatabase>(Engine::Sqlite);
        if (!makeDemo(database->database(), 1500).ok())
            qFatal("no demo company");
        // Somebody else did something too.
        database->person(QStringLiteral("sato"));
        database->sql(
            QStringLiteral("UPDATE stock_events SET actor = 'sato' WHERE stock_id % 7 = 0"));
    }

    /// By its key; false: it did not come to be.
    bool open()
    {
        QSettings().clear();
        window = std::make_unique<WindowFixture>(database->url());
        window->open();
        WindowFixture::press(Qt::Key_6, Qt::ControlModifier);
        return workspace().current().id() == QStringLiteral("history") && answered();
    }

    ui::Workspace &workspace() { return *window->window->workspace(); }
    ui::HistoryPlace &history()
    {
        return static_cast<ui::HistoryPlace &>(*workspace().place(QStringLiteral("history")));
    }
    ui::LedgerModel &model() { return history().model(); }
    bool answered()
    {
        return QTest::qWaitFor([this] { return model().answered() && window->calm(); });
    }
    QAction *action(const QString &name) { return history().findChild<QAction *>(name); }
    QList<QToolButton *> chips()
    {
        QList<QToolButton *> shown;
        for (auto *button : history().bar().findChildren<QToolButton *>()) {
            if (button->isVisible() && button->accessibleName().startsWith(QStringLiteral("Remove")))
                shown << button;
        }
        return shown;
    }
    /// What the line beside the title says; -1: no number.
    qint64 countSaid()
    {
        QString digits;
        for (const QChar each :
             history().bar().findChild<QLabel *>(QStringLiteral("entryCount"))->text()) {
            if (each.isDigit())
                digits += each;
        }
        return digits.isEmpty() ? -1 : digits.toLongLong();
    }
    /// From another connection; false: it was not committed.
    bool reserveElsewhere(qint64 id)
    {
        const auto other = database->open();
        SystemClock clock;
        NoJournal journal;
        CommandRunner runner(other->store(), clock, journal, [] { return 0.5; });
        StockCommand command;
        command.id = newCommandId();
        command.actor = QString::fromLatin1(TestDatabase::login);
        command.action = Reserve{id, 1};
        return std::holds_alternative<Committed>(runner.run(command, ConflictPolicy::Retry).outcome);
    }

    std::unique_ptr<TestDatabase> database;
    std::unique_ptr<WindowFixture> window;
};

} // namespace tanaban::test
