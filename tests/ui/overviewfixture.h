#pragma once

#include "model/demo/demo.h"
#include "tests/ui/windowfixture.h"
#include "ui/overview/card.h"
#include "ui/overview/overviewplace.h"
#include "ui/stock/filterbar.h"
#include "ui/stock/stockmodel.h"
#include "ui/stock/stockplace.h"

#include <QLabel>
#include <QLineEdit>

namespace tanaban::test {

/// A window on the demo company, at its overview.
class OverviewFixture
{
public:
    /// Call once per test program.
    void prepare(const QString &name)
    {
        WindowFixture::prepare(name);
        database = std::make_unique<TestDatabase>(Engine::Sqlite);
        if (!makeDemo(database->database(), 3000).ok())
            qFatal("no demo company");
        // A zone that is full, one that nearly is, and none beside them.
        database->sql(QStringLiteral("UPDATE zones SET capacity = NULL"));
        database->sql(QStringLiteral(
            "UPDATE zones SET capacity = (SELECT sum((on_hand + u - 1) / u) FROM stock s "
            "JOIN (SELECT code, CASE quantity_decimals WHEN 0 THEN 1 WHEN 1 THEN 10 "
            "      WHEN 2 THEN 100 ELSE 1000 END AS u FROM products) p ON p.code = s.product_code "
            "WHERE s.warehouse_code = zones.warehouse_code AND s.zone_number = zones.zone_number) "
            "* CASE zone_number WHEN 1 THEN 100 ELSE 105 END / 100 "
            "WHERE warehouse_code = (SELECT min(code) FROM warehouses) AND zone_number <= 2"));
    }

    void open(const DatabaseUrl &url)
    {
        QSettings().clear();
        window = std::make_unique<WindowFixture>(url);
        window->open();
    }
    void close() { window.reset(); }

    ui::Workspace &workspace() { return *window->window->workspace(); }
    ui::OverviewPlace &overview()
    {
        return static_cast<ui::OverviewPlace &>(*workspace().place(QStringLiteral("overview")));
    }
    ui::StockPlace &stock() { return workspace().stockPlace(); }
    ui::Card &card(const QString &id)
    {
        ui::Card *found = overview().card(id);
        if (!found)
            qFatal("no card %s", qPrintable(id));
        return *found;
    }
    QString figure(const QString &id)
    {
        return card(id).findChild<QLabel *>(QStringLiteral("figure"))->text();
    }
    QString sentence(const QString &id)
    {
        return card(id).findChild<QLabel *>(QStringLiteral("sentence"))->text();
    }
    int number(const QString &id) { return QLocale().toInt(figure(id)); }
    static QString text(int number) { return QLocale().toString(number); }

    /// By its key; false: it did not come to be.
    bool goToOverview()
    {
        WindowFixture::press(Qt::Key_1, Qt::ControlModifier);
        return workspace().current().id() == QStringLiteral("overview") && QTest::qWaitFor([this] {
                   return overview().card(QStringLiteral("hours")) && window->calm();
               });
    }
    /// How many rows the stock place shows, once it has answered; -1: it is elsewhere.
    int rowsOpened()
    {
        if (workspace().current().id() != QStringLiteral("stock")
            || !QTest::qWaitFor([this] { return stock().model().complete() && window->calm(); }))
            return -1;
        return stock().model().rowCount();
    }
    /// As if somebody had changed something; false: the numbers did not come.
    bool readAnew()
    {
        const int before = overview().readings();
        overview().refresh();
        return QTest::qWaitFor(
            [this, before] { return overview().readings() > before && window->calm(); }, 10'000);
    }
    static void click(QAbstractButton *button) { QTest::mouseClick(button, Qt::LeftButton); }

    std::unique_ptr<TestDatabase> database;
    std::unique_ptr<WindowFixture> window;
};

} // namespace tanaban::test
