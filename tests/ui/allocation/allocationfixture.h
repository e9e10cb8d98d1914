#pragma once

#include "tests/support/records.h"
#include "tests/ui/windowfixture.h"
#include "ui/allocation/allocationdialogs.h"

#include <QDialog>
#include <QJsonArray>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace tanaban::test {

/// A window on a database with orders: P1 lies in two zones, P2 expires, and there is too little.
class AllocationFixture
{
public:
    void open(Engine engine = Engine::Sqlite)
    {
        QSettings().clear();
        database = std::make_unique<TestDatabase>(engine);
        database->sql(QStringLiteral(
            "INSERT INTO partners (code, name, kind) VALUES ('C1', 'x', 'customer')"));
        stock("P1", "OLD", 1, 30);
        stock("P1", "NEW", 2, 30);
        stock("P2", "L1", 1, 10);
        database->product(QStringLiteral("P3"));
    }
    void show()
    {
        window = std::make_unique<WindowFixture>(database->url());
        window->open();
    }
    void close()
    {
        window.reset();
        database.reset();
    }

    void stock(const char *product, const char *lot, int zone, qint64 onHand)
    {
        StockSeed seed;
        seed.product = QString::fromLatin1(product);
        seed.lot = QString::fromLatin1(lot);
        seed.zone = zone;
        seed.onHand = onHand;
        database->stockRow(seed);
    }
    /// Product and quantity of each line.
    using Lines = std::vector<std::pair<QString, qint64>>;
    void order(const QString &number, const Lines &lines)
    {
        QJsonArray array;
        for (const auto &[product, quantity] : lines) {
            array.append(QJsonObject{{QStringLiteral("line_number"), array.size() + 1},
                                     {QStringLiteral("product_code"), product},
                                     {QStringLiteral("quantity"), quantity}});
        }
        m_records.push_back({Entity::Order,
                             {{QStringLiteral("number"), number}},
                             std::nullopt,
                             {{QStringLiteral("partner_code"), QStringLiteral("C1")},
                              {QStringLiteral("state"), QStringLiteral("open")},
                              {QStringLiteral("lines"), array}}});
    }
    void commitOrders()
    {
        ChangeSet changes;
        changes.intent = {newCommandId(),
                          QStringLiteral("import"),
                          {{QStringLiteral("n"), 1}},
                          QStringLiteral("tester"),
                          {},
                          {}};
        changes.records = std::exchange(m_records, {});
        if (verdictOf(database->store().commit(changes)) != u"committed")
            qFatal("no orders");
    }
    qint64 allocated()
    {
        return database
            ->scalar(QStringLiteral("SELECT coalesce(sum(quantity), 0) FROM allocations WHERE "
                                    "order_id IS NOT NULL"))
            .toLongLong();
    }

    ui::WindowActions &actions() { return window->window->actions(); }
    template <typename Dialog>
    Dialog *dialog()
    {
        Dialog *found = nullptr;
        std::ignore = QTest::qWaitFor([&] {
            found = window->window->findChild<Dialog *>();
            return found && found->isVisible();
        });
        return found;
    }
    template <typename T>
    static T *part(QWidget *of, const char *name)
    {
        T *found = of->findChild<T *>(QString::fromLatin1(name));
        if (!found)
            qFatal("no %s", name);
        return found;
    }
    /// Presses it as soon as it can be pressed.
    static bool press(QWidget *of, const char *name)
    {
        auto *button = part<QAbstractButton>(of, name);
        if (!QTest::qWaitFor([button] { return button->isVisible() && button->isEnabled(); }))
            return false;
        QTest::mouseClick(button, Qt::LeftButton);
        return true;
    }
    static QString said(QWidget *of, const char *name) { return part<QLabel>(of, name)->text(); }

    std::unique_ptr<TestDatabase> database;
    std::unique_ptr<WindowFixture> window;

private:
    std::vector<RecordChange> m_records;
};

} // namespace tanaban::test
