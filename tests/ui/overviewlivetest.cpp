#include "tests/support/testprogram.h"
#include "tests/ui/overviewfixture.h"

#include <QSignalSpy>

using namespace Qt::StringLiterals;

namespace tanaban::test {

/// The overview while things change, and while nothing can be read.
class OverviewLiveTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m.prepare(u"overviewlivetest"_s); }
    void init();
    void cleanup() { m.close(); }
    void changesArriveInPlace();
    void isNotReadAtEveryChange();
    void keepsItsNumbersWhenTheDatabaseIsLost();
    void saysWhenNothingNeedsAnybody();
    void narrowWindowsHaveFewerColumns();

private:
    OverviewFixture m;
};

void OverviewLiveTest::init()
{
    m.open(m.database->url());
    QVERIFY(m.goToOverview());
}

void OverviewLiveTest::changesArriveInPlace()
{
    ui::Plot &plot = *m.card(u"damaged"_s).plot();
    QVERIFY(plot.bars().size() > 1);
    const QString second = plot.bars()[1].key;
    const int before = m.number(u"damaged"_s);
    plot.button(1)->setFocus();
    const QVariant first = m.database->scalar(
        u"SELECT count(*) FROM stock WHERE status = 'damaged' AND on_hand > 0 "
        "AND warehouse_code = ?"_s,
        {plot.bars()[0].key});
    // Now most of them lie where the keyboard is.
    StockSeed seed;
    seed.warehouse = second;
    seed.bin = m.database
                   ->scalar(u"SELECT min(code) FROM bins WHERE warehouse_code = ? "
                            "AND zone_number = 1"_s,
                            {second})
                   .toString();
    seed.status = StockStatus::Damaged;
    for (int i = 0; i <= first.toInt(); ++i) {
        seed.lot = u"DAM-%1"_s.arg(i);
        m.database->stockRow(seed);
    }
    QVERIFY(m.readAnew());
    QCOMPARE(m.number(u"damaged"_s), before + first.toInt() + 1);
    QCOMPARE(plot.bars()[0].key, second);
    QCOMPARE(QApplication::focusWidget(), plot.button(0));
    m.database->sql(u"UPDATE stock SET status = 'available' WHERE lot LIKE 'DAM-%'"_s);
    QVERIFY(m.readAnew());
    QCOMPARE(m.number(u"damaged"_s), before);
    QCOMPARE(QApplication::focusWidget(), plot.button(1));
}

void OverviewLiveTest::isNotReadAtEveryChange()
{
    QVERIFY(m.readAnew());
    int before = m.overview().readings();
    for (int i = 0; i < 20; ++i) {
        m.overview().refresh();
        QTest::qWait(10);
    }
    QCOMPARE(m.overview().readings(), before);
    QTRY_COMPARE_WITH_TIMEOUT(m.overview().readings(), before + 1, 10'000);
    QTest::qWait(2500); // it was all one
    QCOMPARE(m.overview().readings(), before + 1);
    // Nor for nobody.
    m.overview().refresh();
    m.workspace().go({u"stock"_s, {}});
    QTest::qWait(3000);
    QVERIFY(m.overview().readings() <= before + 2);
    before = m.overview().readings();
    m.overview().refresh();
    QTest::qWait(3000);
    QCOMPARE(m.overview().readings(), before);
    m.workspace().go({u"overview"_s, {}});
    QTRY_COMPARE_WITH_TIMEOUT(m.overview().readings(), before + 1, 10'000);
}

void OverviewLiveTest::keepsItsNumbersWhenTheDatabaseIsLost()
{
    const QString before = m.figure(u"expired"_s);
    QSignalSpy messages(&m.overview(), &ui::Place::message);
    m.card(u"expired"_s).head()->setFocus();
    m.database->sql(u"ALTER TABLE lots RENAME TO lots_away"_s);
    QVERIFY(m.readAnew());
    QCOMPARE(messages.size(), 1);
    QCOMPARE(m.figure(u"expired"_s), before);
    QCOMPARE(QApplication::focusWidget(), m.card(u"expired"_s).head());
    m.database->sql(u"ALTER TABLE lots_away RENAME TO lots"_s);
    const QString since = m.overview().findChild<QLabel *>(u"asOf"_s)->text();
    QTRY_VERIFY_WITH_TIMEOUT(m.overview().findChild<QLabel *>(u"asOf"_s)->text()
                                 != since, // by itself
                             10'000);
    QCOMPARE(messages.size(), 1);
    QCOMPARE(m.figure(u"expired"_s), before);
}

void OverviewLiveTest::saysWhenNothingNeedsAnybody()
{
    QVERIFY(!m.overview().findChild<QWidget *>(u"calm"_s)->isVisible());
    m.close();
    TestDatabase calm(Engine::Sqlite);
    calm.stockRow();
    m.open(calm.url());
    m.workspace().place(u"overview"_s); // made and read, though nobody is there
    QVERIFY(!m.overview().card(u"hours"_s));
    QVERIFY(m.goToOverview());
    QVERIFY(m.overview().findChild<QWidget *>(u"calm"_s)->isVisible());
    QVERIFY(!m.overview().findChild<QWidget *>(u"loading"_s)->isVisible());
    QVERIFY(!m.overview().card(u"low"_s));
    QCOMPARE(QApplication::focusWidget(), m.card(u"hours"_s).head());
    calm.sql(u"UPDATE products SET reorder_point = 1000"_s);
    QVERIFY(m.readAnew());
    QVERIFY(!m.overview().findChild<QWidget *>(u"calm"_s)->isVisible());
    QCOMPARE(m.figure(u"low"_s), u"1"_s);
    QCOMPARE(m.figure(u"expired"_s), u"0"_s);
    QVERIFY(!m.card(u"expired"_s).plot()->isVisible());
    QCOMPARE(QApplication::focusWidget(), m.card(u"hours"_s).head());
    m.close();
}

void OverviewLiveTest::narrowWindowsHaveFewerColumns()
{
    const auto left = [this](const char *id) {
        return m.card(QString::fromLatin1(id)).mapTo(&m.overview(), QPoint()).x();
    };
    m.window->window->resize(1280, 800);
    QTRY_VERIFY(left("low") < left("expiring") && left("expiring") < left("expired"));
    m.window->window->resize(900, 700);
    QTRY_VERIFY(left("low") == left("expired") && left("low") < left("expiring"));
    m.window->window->resize(1280, 800);
    QTRY_VERIFY(left("expired") > left("expiring"));
}

} // namespace tanaban::test

TANABAN_WINDOW_TEST(tanaban::test::OverviewLiveTest)
#include "overviewlivetest.moc"
