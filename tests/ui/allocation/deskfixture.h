#pragma once

#include "model/commandrunner.h"
#include "tests/ui/windowfixture.h"
#include "ui/allocation/allocationbar.h"
#include "ui/allocation/allocationplace.h"
#include "ui/allocation/planconflictdialog.h"
#include "ui/allocation/planpanel.h"
#include "ui/allocation/planview.h"
#include "ui/allocation/waitinglist.h"

#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QTest>
#include <QThread>

namespace tanaban::test {

/// A window at the allocation desk, on a small database with a few orders.
class DeskFixture
{
public:
    using PlanColumn = ui::PlanColumn;

    /// Two rows of P1, L1 with 10 and L2 with 5 received later; one of P2 with 4. O-1 is overdue and
    /// wants 12 of P1; O-2 wants 8 of P1 and 4 of P2; O-3 wants 2 of P3, of which there is none.
    explicit DeskFixture(Engine engine)
        : database(engine)
    {
        database.sql(QStringLiteral(
            "INSERT INTO partners (code, name, kind) VALUES ('C1', 'Mori Foods', 'customer')"));
        first = row(QStringLiteral("P1"), QStringLiteral("L1"), 10);
        second = row(QStringLiteral("P1"), QStringLiteral("L2"), 5);
        other = row(QStringLiteral("P2"), QStringLiteral("L3"), 4);
        database.product(QStringLiteral("P3"));
        const QDate today = QDate::currentDate();
        order(QStringLiteral("O-1"), today.addDays(-3), {{QStringLiteral("P1"), 12}});
        order(QStringLiteral("O-2"),
              today.addDays(9),
              {{QStringLiteral("P1"), 8}, {QStringLiteral("P2"), 4}});
        order(QStringLiteral("O-3"), std::nullopt, {{QStringLiteral("P3"), 2}});
    }

    qint64 row(const QString &product, const QString &lot, qint64 onHand)
    {
        StockSeed seed;
        seed.product = product;
        seed.lot = lot;
        seed.onHand = onHand;
        return database.stockRow(seed);
    }
    void order(const QString &number,
               std::optional<QDate> due,
               const std::vector<std::pair<QString, int>> &lines)
    {
        const qint64 id = database
                              .scalar(QStringLiteral("INSERT INTO orders (number, partner_code, "
                                                     "state, due_on) VALUES (?, 'C1', 'open', ?) "
                                                     "RETURNING id"),
                                      {number, due ? due->toString(Qt::ISODate) : QVariant()})
                              .toLongLong();
        int line = 0;
        for (const auto &[product, quantity] : lines) {
            database.sql(QStringLiteral("INSERT INTO order_lines (order_id, line_number, "
                                        "product_code, quantity) VALUES (?, ?, ?, ?)"),
                         {id, ++line, product, quantity});
        }
    }

    /// By its key; false: it did not come to be.
    bool open()
    {
        QSettings().clear();
        window = std::make_unique<WindowFixture>(database.url());
        window->open();
        ui::FormTiming timing;
        timing.now = [this] { return now; };
        workspace().controller().setTiming(timing);
        WindowFixture::press(Qt::Key_4, Qt::ControlModifier);
        return workspace().current().id() == QStringLiteral("allocation")
               && QTest::qWaitFor([this] {
                      const bool planned = plan().rowCount() > 0 || desk().model().rowCount() == 0;
                      return desk().model().desk() && planned && window->calm();
                  });
    }

    ui::Workspace &workspace() { return *window->window->workspace(); }
    ui::AllocationPlace &desk()
    {
        return static_cast<ui::AllocationPlace &>(*workspace().place(QStringLiteral("allocation")));
    }
    ui::PlanModel &plan() { return desk().panel().model(); }
    QAction *action(const QString &name) { return desk().findChild<QAction *>(name); }
    QString message()
    {
        return window->window->findChild<QLabel *>(QStringLiteral("message"))->text();
    }
    QString label(const QString &name)
    {
        const auto *found = desk().findChild<QLabel *>(name);
        return found && found->isVisible() ? found->text() : QString();
    }
    /// The numbers of the orders that are listed.
    QStringList numbers()
    {
        QStringList all;
        for (const int order : desk().model().shown())
            all << desk().model().cellText(order, ui::WaitingColumn::Number);
        return all;
    }
    void select(const QString &number)
    {
        for (int row = 0; row < desk().model().rowCount(); ++row) {
            if (desk().model().index(row, 0).data().toString() == number)
                desk().list().select(desk().model().idAt(row));
        }
    }
    QString text(const QModelIndex &index, PlanColumn column)
    {
        return index.siblingAtColumn(int(column)).data().toString();
    }
    QModelIndex line(int number = 0) { return plan().index(number, 0); }
    /// The row of this lot of a line, taken or passed over.
    QModelIndex rowOf(const QString &lot, int number = 0)
    {
        const QModelIndex parent = line(number);
        for (int i = 0; i < plan().rowCount(parent); ++i) {
            const QModelIndex child = plan().index(i, 0, parent);
            if (text(child, PlanColumn::Lot) == lot)
                return child;
            for (int j = 0; j < plan().rowCount(child); ++j) {
                if (text(plan().index(j, 0, child), PlanColumn::Lot) == lot)
                    return plan().index(j, 0, child);
            }
        }
        return {};
    }
    QString planned(const QString &lot, int number = 0)
    {
        return text(rowOf(lot, number), PlanColumn::Planned);
    }
    /// Types a quantity as somebody does: goes to the row, types, Enter.
    void type(const QString &lot, const QString &quantity, int number = 0)
    {
        ui::PlanView &view = desk().panel().view();
        view.expandAll();
        view.setFocus();
        view.setCurrentIndex(rowOf(lot, number));
        WindowFixture::press(Qt::Key_F2);
        WindowFixture::type(quantity);
        WindowFixture::press(Qt::Key_Return);
        QTRY_VERIFY(!view.isEditing()); // Qt takes over what was typed a moment later
    }
    void pressAllocate() { WindowFixture::press(Qt::Key_Return, Qt::ControlModifier); }
    /// What the orders got of a row.
    qint64 allocated(const QString &number, qint64 stock)
    {
        return database
            .scalar(QStringLiteral("SELECT coalesce(sum(a.quantity), 0) FROM allocations a JOIN "
                                   "orders o ON o.id = a.order_id WHERE o.number = ? AND "
                                   "a.stock_id = ? AND a.state = 'open'"),
                    {number, stock})
            .toLongLong();
    }
    /// The dialog, once it takes keys.
    ui::PlanConflictDialog *conflict()
    {
        ui::PlanConflictDialog *dialog = nullptr;
        std::ignore = QTest::qWaitFor([&] {
            dialog = window->window->findChild<ui::PlanConflictDialog *>();
            return dialog && dialog->isVisible();
        });
        if (!dialog || !QTest::qWaitForWindowActive(dialog))
            return nullptr;
        now += 10'000; // later than its guard
        return dialog;
    }
    /// Somebody else, with a connection of their own, reserves by hand.
    void takeElsewhere(qint64 stock, qint64 quantity)
    {
        std::unique_ptr<QThread> thread(QThread::create([&] {
            const auto elsewhere = database.open();
            SystemClock clock;
            NoJournal journal;
            CommandRunner runner(elsewhere->store(), clock, journal, [] { return 0.5; });
            StockCommand command;
            command.id = newCommandId();
            command.action = Reserve{stock, quantity};
            command.actor = elsewhere->store().actor();
            if (!std::holds_alternative<Committed>(
                    runner.run(command, ConflictPolicy::Retry).outcome))
                qFatal("the other person could not reserve");
        }));
        thread->start();
        thread->wait();
    }

    TestDatabase database;
    std::unique_ptr<WindowFixture> window;
    qint64 first = 0;  ///< of P1, lot L1
    qint64 second = 0; ///< of P1, lot L2
    qint64 other = 0;  ///< of P2
    qint64 now = 0;
};

} // namespace tanaban::test
