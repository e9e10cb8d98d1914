#pragma once

#include "tests/support/allocating.h"
#include "tests/ui/windowfixture.h"
#include "ui/orders/ordersplace.h"
#include "ui/records/recordlist.h"
#include "ui/scan/scanfeedback.h"
#include "ui/scan/scanlistener.h"

#include <QAction>
#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QThread>

namespace tanaban::test {

/// A window on orders whose goods lie in three bins, with a scanner at its keyboard.
class PickFixture
{
protected:
    /// B-1 comes first on the way, then C-1 and A-1; ten of P1 in each, the oldest in C-1.
    void fill(Engine engine)
    {
        using namespace Qt::StringLiterals;
        QSettings().clear();
        m_told.clear();
        m_sounds = 0;
        m_database = std::make_unique<TestDatabase>(engine);
        m_database->person(u"mori"_s, u"supervisor"_s);
        StockSeed seed;
        seed.onHand = 10;
        for (const auto &[bin, lot] : {std::pair{u"C-1"_s, u"L1"_s},
                                       std::pair{u"A-1"_s, u"L2"_s},
                                       std::pair{u"B-1"_s, u"L3"_s}})
        {
            seed.bin = bin;
            seed.lot = lot;
            m_database->stockRow(seed);
        }
        m_database->sql(u"UPDATE bins SET walk_order = 1 WHERE code = 'B-1'"_s);
        m_database->sql(u"UPDATE bins SET walk_order = 2 WHERE code = 'C-1'"_s);
        m_database->sql(u"UPDATE bins SET walk_order = 3 WHERE code = 'A-1'"_s);
        m_database->sql(u"UPDATE products SET barcode = '4901234567894' WHERE code = 'P1'"_s);
    }
    void end(bool databaseToo = true)
    {
        m_listener.reset();
        m_feedback.reset();
        m_window.reset();
        if (databaseToo)
            m_database.reset();
    }
    void openWindow()
    {
        m_window = std::make_unique<WindowFixture>(m_database->url());
        m_feedback = std::make_unique<ui::ScanFeedback>([this] { ++m_sounds; });
        m_listener = std::make_unique<ui::ScanListener>(*m_feedback, [this] { return m_now; });
        m_window->open();
        workspace().go({QStringLiteral("orders"), {}});
        QObject::connect(&place(), &ui::Place::message, &place(), [this](const QString &text) {
            m_told << text;
        });
        place().takeFocus();
        std::ignore = QTest::qWaitFor([this] { return m_window->calm(); });
    }
    ui::Workspace &workspace() { return *m_window->window->workspace(); }
    ui::OrdersPlace &place() { return static_cast<ui::OrdersPlace &>(workspace().current()); }
    ui::RecordList *list() { return place().findChild<ui::RecordList *>(); }
    QString told() const { return m_told.isEmpty() ? QString() : m_told.last(); }
    bool choose(const QString &number)
    {
        if (!QTest::qWaitFor([&] { return list()->records().rowOf(number) >= 0; }))
            return false;
        list()->select(number);
        return QTest::qWaitFor([&] { return list()->currentRow() && m_window->calm(); });
    }
    /// By somebody else, and not on this thread: no store is asked from the thread that draws.
    void elsewhere(const std::function<void(Database &)> &work)
    {
        std::unique_ptr<QThread> thread(
            QThread::create([&] { work(*m_database->open(QStringLiteral("mori"))); }));
        thread->start();
        thread->wait();
    }
    /// An order of P1 with goods set aside for all of it.
    void orderWithGoods(const QString &number, int quantity)
    {
        using namespace Qt::StringLiterals;
        m_database->order(number, {u"P1"_s});
        const QVariant id = m_database->scalar(u"SELECT id FROM orders WHERE number = ?"_s,
                                               {number});
        m_database->sql(u"UPDATE order_lines SET quantity = ? WHERE order_id = ?"_s, {quantity, id});
        bool good = false;
        elsewhere([&](Database &database) {
            Allocator allocator(database);
            AllocationCommand command = Allocator::command({id.toLongLong()});
            command.actor = u"mori"_s;
            good = std::holds_alternative<Committed>(allocator.run(command).outcome);
        });
        if (!good)
            qFatal("no goods for %s", qPrintable(number));
    }
    /// Somebody else gives back what is set aside in this bin.
    void releaseElsewhere(const QString &bin)
    {
        using namespace Qt::StringLiterals;
        const qint64 id = m_database
                              ->scalar(u"SELECT a.id FROM allocations a JOIN stock s ON s.id = "
                                       "a.stock_id WHERE s.bin = ? AND a.state = 'open'"_s,
                                       {bin})
                              .toLongLong();
        bool good = false;
        elsewhere([&](Database &database) {
            Allocator allocator(database);
            ClaimCommand command;
            command.id = newCommandId();
            command.parts = {{id, 0}};
            command.actor = u"mori"_s;
            good = std::holds_alternative<Committed>(
                allocator.runner().run(command, ConflictPolicy::Retry).outcome);
        });
        if (!good)
            qFatal("nothing is set aside in %s", qPrintable(bin));
    }
    /// On hand and reserved of everything.
    QString sums()
    {
        const auto row = m_database->sql(
            QStringLiteral("SELECT sum(on_hand), sum(reserved) FROM stock"));
        return QStringLiteral("%1/%2").arg(row[0][0].toString(), row[0][1].toString());
    }
    QString stateOf(const QString &number)
    {
        return m_database
            ->scalar(QStringLiteral("SELECT state FROM orders WHERE number = ?"), {number})
            .toString();
    }
    /// The dialog of this kind, once it is there with what it read.
    template <typename Dialog>
    QPointer<Dialog> opened()
    {
        Dialog *found = nullptr;
        const bool there = QTest::qWaitFor(
            [&] {
                found = m_window->window->findChild<Dialog *>();
                return found && found->isVisible() && QApplication::activeWindow() == found
                       && m_window->calm();
            },
            20'000);
        return there ? found : nullptr;
    }
    static QString textOf(QWidget *dialog, const char *label)
    {
        const auto *found = dialog->findChild<QLabel *>(QString::fromLatin1(label));
        return found && found->isVisible() ? found->text() : QString();
    }
    static QPushButton *button(QWidget *dialog, const char *name)
    {
        return dialog->findChild<QPushButton *>(QString::fromLatin1(name));
    }
    /// As fast as a scanner types.
    void scan(const QString &code)
    {
        m_now += 500;
        for (const QChar character : code) {
            m_now += 8;
            if (character == groupSeparator)
                WindowFixture::press(Qt::Key_BracketRight, Qt::ControlModifier);
            else
                QTest::keyClick(QApplication::focusWidget(), character.toLatin1());
        }
        m_now += 8;
        WindowFixture::press(Qt::Key_Return);
    }
    /// As a person presses a key.
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        m_now += 300;
        WindowFixture::press(key, modifiers);
    }
    void typeOver(const QString &text)
    {
        for (const QChar each : text) {
            m_now += 300;
            QTest::keyClick(QApplication::focusWidget(), each.toLatin1());
        }
    }

    std::unique_ptr<TestDatabase> m_database;
    std::unique_ptr<WindowFixture> m_window;
    std::unique_ptr<ui::ScanFeedback> m_feedback;
    std::unique_ptr<ui::ScanListener> m_listener;
    QStringList m_told;
    qint64 m_now = 1000;
    int m_sounds = 0;
};

} // namespace tanaban::test
