#pragma once

#include "model/commandrunner.h"
#include "model/demo/demo.h"
#include "tests/ui/windowfixture.h"
#include "ui/history/historybar.h"
#include "ui/history/historyplace.h"
#include "ui/history/ledgerview.h"

#include <QAction>
#include <QLabel>
#include <QThread>
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
        // Somebody else of the company did something too.
        for (const QVariantList &row : database->sql(usable() + QStringLiteral(" LIMIT 5"))) {
            if (!reserveElsewhere(row[0].toLongLong(), QStringLiteral("sato")))
                qFatal("nobody else did anything");
        }
    }

    /// The rows of which something can be reserved.
    static QString usable()
    {
        return QStringLiteral(
            "SELECT s.id FROM stock s JOIN lots l ON l.product_code = s.product_code AND l.lot = "
            "s.lot JOIN products p ON p.code = s.product_code WHERE s.on_hand - s.reserved > 5 AND "
            "s.status = 'available' AND p.active AND coalesce(l.expires_on, '9999') > date('now', "
            "'+9 days') ORDER BY s.id");
    }

    /// By its key; false: it did not come to be.
    bool open()
    {
        QSettings().clear();
        window = std::make_unique<WindowFixture>(database->url());
        window->open();
        WindowFixture::press(Qt::Key_8, Qt::ControlModifier);
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
    bool reserveElsewhere(qint64 id, const QString &actor = QString::fromLatin1(TestDatabase::login))
    {
        bool done = false;
        std::unique_ptr<QThread> thread(QThread::create([&] {
            const auto other = database->open(actor);
            SystemClock clock;
            NoJournal journal;
            CommandRunner runner(other->store(), clock, journal, [] { return 0.5; });
            StockCommand command;
            command.id = newCommandId();
            command.actor = actor;
            command.action = Reserve{id, 1};
            done = std::holds_alternative<Committed>(
                runner.run(command, ConflictPolicy::Retry).outcome);
        }));
        thread->start();
        thread->wait();
        return done;
    }

    std::unique_ptr<TestDatabase> database;
    std::unique_ptr<WindowFixture> window;
};

} // namespace tanaban::test
