#pragma once

#include "tests/support/allocating.h"
#include "tests/ui/windowfixture.h"
#include "ui/claims/holdersdialog.h"
#include "ui/records/recordlist.h"

#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableWidget>
#include <QThread>

namespace tanaban::test {

/// A window on a row of six, all of it set aside for SO-15 (priority 5); SO-12 (priority 1) came
/// later and lacks four.
class HoldersFixture
{
public:
    explicit HoldersFixture(Engine engine)
        : database(engine)
    {
        using namespace Qt::StringLiterals;
        database.sql(u"INSERT INTO partners (code, name, kind) "
                     "VALUES ('C1', 'Mori Foods', 'customer')"_s);
        StockSeed seed;
        seed.onHand = 6;
        row = database.stockRow(seed);
        later = order(u"SO-15"_s, 5, {{u"P1"_s, 6}});
        elsewhere([this](Database &, CommandRunner &, Allocator &allocator) {
            return allocator.run(Allocator::command({later})).outcome;
        });
        urgent = order(u"SO-12"_s, 1, {{u"P1"_s, 4}});
    }

    qint64 order(const QString &number,
                 int priority,
                 const std::vector<std::pair<QString, int>> &lines)
    {
        using namespace Qt::StringLiterals;
        const qint64 id = database
                              .scalar(u"INSERT INTO orders (number, partner_code, state, priority) "
                                      "VALUES (?, 'C1', 'open', ?) RETURNING id"_s,
                                      {number, priority})
                              .toLongLong();
        int line = 0;
        for (const auto &[product, quantity] : lines) {
            database.sql(u"INSERT INTO order_lines (order_id, line_number, product_code, quantity) "
                         "VALUES (?, ?, ?, ?)"_s,
                         {id, ++line, product, quantity});
        }
        return id;
    }

    /// Somebody else, with a connection of their own; never on the thread that draws.
    void elsewhere(const std::function<CommitOutcome(Database &, CommandRunner &, Allocator &)> &deed)
    {
        std::unique_ptr<QThread> thread(QThread::create([&] {
            const auto other = database.open();
            Allocator allocator(*other);
            const CommitOutcome outcome = deed(*other, allocator.runner(), allocator);
            if (!std::holds_alternative<Committed>(outcome))
                qFatal("the other person could not do it");
        }));
        thread->start();
        thread->wait();
    }

    void open(const QString &actor = QString::fromLatin1(TestDatabase::login))
    {
        QSettings().clear();
        window = std::make_unique<WindowFixture>(database.url(), actor);
        window->open();
    }
    ui::Workspace &workspace() { return *window->window->workspace(); }
    ui::Place &place() { return workspace().current(); }
    bool calm()
    {
        return QTest::qWaitFor([this] { return window->calm(); }) && window->calm();
    }

    /// Goes to the row and asks by the keys who has it.
    ui::HoldersDialog *askForRow()
    {
        workspace().go({QStringLiteral("stock"), {{QStringLiteral("stock"), row}}});
        auto *action = place().findChild<QAction *>(QStringLiteral("holders"));
        if (!QTest::qWaitFor([&] { return action->isEnabled() && calm(); }))
            return nullptr;
        place().takeFocus();
        WindowFixture::press(Qt::Key_W, Qt::ControlModifier | Qt::AltModifier);
        return dialog();
    }
    /// The dialog, once what it shows was read.
    ui::HoldersDialog *dialog()
    {
        ui::HoldersDialog *found = nullptr;
        const bool there = QTest::qWaitFor([&] {
            found = window->window->findChild<ui::HoldersDialog *>();
            return found && found->isVisible();
        });
        return there && calm() && QTest::qWaitForWindowActive(found) ? found : nullptr;
    }
    qint64 has(const QString &number)
    {
        using namespace Qt::StringLiterals;
        return database
            .scalar(u"SELECT coalesce(sum(a.quantity), 0) FROM allocations a JOIN orders o ON "
                    "o.id = a.order_id WHERE o.number = ? AND a.state = 'open'"_s,
                    {number})
            .toLongLong();
    }

    TestDatabase database;
    std::unique_ptr<WindowFixture> window;
    qint64 row = 0;
    qint64 later = 0;
    qint64 urgent = 0;
};

inline QString labelIn(QWidget *dialog, const char *name)
{
    const auto *label = dialog->findChild<QLabel *>(QLatin1String(name));
    return label && label->isVisible() ? label->text() : QString();
}

inline QPushButton *buttonIn(QWidget *dialog, const char *name)
{
    return dialog->findChild<QPushButton *>(QLatin1String(name));
}

} // namespace tanaban::test
