// The columns of the stock table: codes and lots as long as this company makes them.
#include "ui/stock/stockview.h"

#include "tests/support/testprogram.h"
#include "tests/ui/windowfixture.h"
#include "ui/stock/stockmodel.h"
#include "ui/stock/stockplace.h"

#include <QScrollBar>

using namespace Qt::StringLiterals;

namespace tanaban::test {

class StockViewTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { WindowFixture::prepare(u"stockviewtest"_s); }
    void cleanup();
    void showsCodesWhole_data();
    void showsCodesWhole();
    void keepsWhatSomebodyChose();

private:
    void open(const QString &product, const QString &lot);
    ui::StockView &view() { return m_window->window->workspace()->stockPlace().view(); }
    int width(StockColumn column) { return view().columnWidth(int(column)); }
    int needed(const QString &text) { return QFontMetrics(view().font()).horizontalAdvance(text); }

    std::unique_ptr<TestDatabase> m_database;
    std::unique_ptr<WindowFixture> m_window;
};

void StockViewTest::cleanup()
{
    m_window.reset();
    m_database.reset();
    QSettings().clear();
}

void StockViewTest::open(const QString &product, const QString &lot)
{
    m_database = std::make_unique<TestDatabase>(Engine::Sqlite);
    StockSeed seed;
    seed.product = product;
    seed.lot = lot;
    m_database->stockRow(seed);
    m_window = std::make_unique<WindowFixture>(m_database->url());
    m_window->open();
    m_window->window->workspace()->go({u"stock"_s, {}});
    QTRY_VERIFY(m_window->calm() && view().model()->rowCount() == 1);
}

void StockViewTest::showsCodesWhole_data()
{
    QTest::addColumn<QString>("product");
    QTest::addColumn<QString>("lot");
    QTest::newRow("short") << u"P1"_s << u"L1"_s;
    QTest::newRow("as in the demo company") << u"BUT-05870"_s << u"L260830-52"_s;
    QTest::newRow("long") << u"PRODUCT-00001234"_s << u"LOT-2026-11-0042"_s;
}

void StockViewTest::showsCodesWhole()
{
    QFETCH(QString, product);
    QFETCH(QString, lot);
    open(product, lot);
    QTRY_VERIFY(width(StockColumn::Product) >= needed(product) + 16);
    QVERIFY(width(StockColumn::Lot) >= needed(lot) + 16);
    // In a window as it first comes up, with what the desktop puts around it.
    if (product.size() < 10) {
        m_window->window->resize(1264, 752);
        QTRY_VERIFY(!view().horizontalScrollBar()->isVisible());
    }
}

void StockViewTest::keepsWhatSomebodyChose()
{
    open(u"PRODUCT-00001234"_s, u"L1"_s);
    QTRY_VERIFY(width(StockColumn::Product) > 100);
    view().setColumnWidth(int(StockColumn::Product), 60);
    m_window.reset();
    m_window = std::make_unique<WindowFixture>(m_database->url());
    m_window->open();
    m_window->window->workspace()->go({u"stock"_s, {}});
    QTRY_VERIFY(m_window->calm() && view().model()->rowCount() == 1);
    QCOMPARE(width(StockColumn::Product), 60);
}

} // namespace tanaban::test

TANABAN_WINDOW_TEST(tanaban::test::StockViewTest)
#include "stockviewtest.moc"
