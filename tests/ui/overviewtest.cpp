#include "tests/support/testprogram.h"
#include "tests/ui/overviewfixture.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace tanaban::test {

using ui::Target;

/// The overview of the demo company: what it says is what opens, by mouse and by keyboard.
class OverviewTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m.prepare(u"overviewtest"_s); }
    void init();
    void cleanup() { m.close(); }
    void cardsOpenTheirRows_data();
    void cardsOpenTheirRows();
    void lowNamesProducts();
    void barsOpenTheirRows_data();
    void barsOpenTheirRows();
    void nearlyFullOpensZones();
    void hoursOpenTheHistory();
    void isUsedByKeyboard();
    void searchesTheStock();

private:
    OverviewFixture m;
};

void OverviewTest::init()
{
    m.open(m.database->url());
    QVERIFY(m.goToOverview());
}

void OverviewTest::cardsOpenTheirRows_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<StockFilter>("filter");
    StockFilter expiring;
    expiring.terms.expires.any = {{SearchDay{}, SearchDay{{}, 30}}};
    QTest::newRow("expiring") << u"expiring"_s << expiring;
    StockFilter expired;
    expired.terms.expires.any = {{{}, SearchDay{{}, -1}}};
    QTest::newRow("expired") << u"expired"_s << expired;
    for (const StockStatus status : {StockStatus::Quarantined, StockStatus::Damaged}) {
        StockFilter with;
        with.terms.statuses.any = {status};
        QTest::newRow(qPrintable(codeOf(status))) << codeOf(status) << with;
    }
}

void OverviewTest::cardsOpenTheirRows()
{
    QFETCH(QString, id);
    QFETCH(StockFilter, filter);
    const int rows = m.number(id);
    QVERIFY(rows > 0);
    QVERIFY(m.card(id).head()->accessibleName().contains(QLocale().toString(rows)));
    QVERIFY(!m.sentence(id).isEmpty());
    m.click(m.card(id).head());
    QCOMPARE(m.rowsOpened(), rows);
    QCOMPARE(m.stock().filterBar().filter(), filter);
    // The frame around the head is as good as the head.
    QVERIFY(m.goToOverview());
    QTest::mouseClick(&m.card(id), Qt::LeftButton, {}, {3, 3});
    QCOMPARE(m.rowsOpened(), rows);
}

void OverviewTest::lowNamesProducts()
{
    const int products = m.number(u"low"_s);
    QVERIFY(products > 3);
    const QString said = m.sentence(u"low"_s);
    m.click(m.card(u"low"_s).head());
    const int rows = m.rowsOpened();
    QVERIFY2(said.contains(u"%1 stock row"_s.arg(QLocale().toString(rows))), qPrintable(said));
    StockFilter low;
    low.low = true;
    low.withEmpty = true;
    QCOMPARE(m.stock().filterBar().filter(), low);
    const auto codes = m.database->sql(
        u"SELECT code FROM products p WHERE reorder_point >= "
        "(SELECT sum(on_hand - reserved) FROM stock WHERE product_code = p.code)"_s);
    QCOMPARE(products, int(codes.size()));
    QVERIFY(m.goToOverview());
    const ui::Bar worst = m.card(u"low"_s).plot()->bars().front();
    QVERIFY(worst.name.contains(worst.key));
    m.click(m.card(u"low"_s).plot()->button(0));
    QVERIFY(m.rowsOpened() > 0);
    for (int row = 0; row < m.stock().model().rowCount(); ++row) {
        QTRY_VERIFY(m.stock().model().listRow(row));
        QCOMPARE(m.stock().model().listRow(row)->row.key.product, worst.key);
        QVERIFY(m.stock().model().listRow(row)->low);
    }
}

void OverviewTest::barsOpenTheirRows_data()
{
    QTest::addColumn<QString>("id");
    for (const char *id : {"expiring", "expired", "quarantined", "damaged"})
        QTest::newRow(id) << QString::fromLatin1(id);
}

void OverviewTest::barsOpenTheirRows()
{
    QFETCH(QString, id);
    const size_t bars = m.card(id).plot()->bars().size();
    QVERIFY(bars > 1);
    int sum = 0;
    for (size_t i = 0; i < bars; ++i) {
        const int rows = QLocale().toInt(m.card(id).plot()->bars()[i].value);
        const QString name = m.card(id).plot()->button(i)->accessibleName();
        QVERIFY2(name.contains(QLocale().toString(rows)), qPrintable(name));
        sum += rows;
        m.click(m.card(id).plot()->button(i));
        QCOMPARE(m.rowsOpened(), rows);
        QVERIFY(m.goToOverview());
    }
    QCOMPARE(sum, m.number(id));
}

void OverviewTest::nearlyFullOpensZones()
{
    QCOMPARE(m.figure(u"nearlyFull"_s), u"2"_s);
    const QString warehouse = m.database->scalar(u"SELECT min(code) FROM warehouses"_s).toString();
    const auto &bars = m.card(u"nearlyFull"_s).plot()->bars();
    QCOMPARE(bars.size(), size_t(2));
    QCOMPARE(bars[0].key, QString(warehouse + u"/1"));
    QCOMPARE(bars[1].value, u"95 %"_s);
    m.click(m.card(u"nearlyFull"_s).plot()->button(1));
    QVERIFY(m.rowsOpened() > 0);
    QCOMPARE(m.stock().warehouse(), warehouse);
    QCOMPARE(m.stock().zone(), std::optional(2));
    QVERIFY(m.goToOverview());
    m.click(m.card(u"nearlyFull"_s).head());
    QCOMPARE(m.workspace().current().id(), u"places"_s);
    QTRY_VERIFY(m.workspace().current().selectedText().contains(warehouse));
}

void OverviewTest::hoursOpenTheHistory()
{
    const auto timesOf = [](const Target &target) {
        std::vector<TimeSpan> times;
        for (const QJsonValue &span : target.what.value("times"_L1).toArray())
            times.push_back({Instant::fromIso(span["from"_L1].toString()).value(),
                             Instant::fromIso(span["until"_L1].toString()).value()});
        return times;
    };
    const auto entriesIn = [this](const std::vector<TimeSpan> &times) {
        LedgerFilter filter;
        filter.times = times;
        return m.database->database().ledger().totals(filter)->entries;
    };
    std::vector<Target> wanted;
    connect(&m.overview(), &ui::Place::wanted, this, [&wanted](const Target &target) {
        wanted.push_back(target);
    });
    ui::Plot &plot = *m.card(u"hours"_s).plot();
    QCOMPARE(plot.bars().size(), size_t(24));
    qint64 all = 0;
    for (size_t hour = 0; hour < 24; ++hour) {
        m.click(plot.button(hour));
        QCOMPARE(wanted.size(), hour + 1);
        QCOMPARE(wanted.back().place, u"history"_s);
        QCOMPARE(timesOf(wanted.back()).size(), size_t(7));
        const int entries = QLocale().toInt(plot.bars()[hour].value);
        QCOMPARE(entriesIn(timesOf(wanted.back())), entries);
        all += entries;
        if (m.workspace().current().id() != u"overview"_s)
            QVERIFY(m.goToOverview());
    }
    QVERIFY(all > 0);
    m.click(m.card(u"hours"_s).head());
    QCOMPARE(timesOf(wanted.back()).size(), size_t(1));
    QCOMPARE(entriesIn(timesOf(wanted.back())), all);
    QVERIFY(m.sentence(u"hours"_s).contains(QLocale().toString(all)));
}

void OverviewTest::isUsedByKeyboard()
{
    QCOMPARE(QApplication::focusWidget(), m.card(u"low"_s).head());
    QVERIFY(m.overview().selectedText().startsWith(u"Low: "_s));
    WindowFixture::press(Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget(), m.card(u"low"_s).plot()->button(0));
    WindowFixture::press(Qt::Key_Down);
    QCOMPARE(QApplication::focusWidget(), m.card(u"low"_s).plot()->button(1));
    WindowFixture::press(Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget(), m.card(u"expiring"_s).head());
    WindowFixture::press(Qt::Key_Tab);
    WindowFixture::press(Qt::Key_End);
    QCOMPARE(QApplication::focusWidget(), m.card(u"expiring"_s).plot()->button(30));
    WindowFixture::press(Qt::Key_Right); // there is none
    QCOMPARE(QApplication::focusWidget(), m.card(u"expiring"_s).plot()->button(30));
    WindowFixture::press(Qt::Key_Home);
    WindowFixture::press(Qt::Key_Right);
    QCOMPARE(QApplication::focusWidget(), m.card(u"expiring"_s).plot()->button(1));
    const int rows = QLocale().toInt(m.card(u"expiring"_s).plot()->bars()[1].value);
    WindowFixture::press(Qt::Key_Return);
    QCOMPARE(m.rowsOpened(), rows);
    WindowFixture::press(Qt::Key_1, Qt::ControlModifier);
    QCOMPARE(QApplication::focusWidget(), m.card(u"low"_s).head());
    for (const Qt::Key key : {Qt::Key_Return, Qt::Key_Space}) {
        m.card(u"damaged"_s).head()->setFocus();
        WindowFixture::press(key);
        QCOMPARE(m.rowsOpened(), m.number(u"damaged"_s));
        QVERIFY(m.goToOverview());
    }
    // Back from a plot to its bar of before.
    m.card(u"hours"_s).plot()->button(9)->setFocus();
    WindowFixture::press(Qt::Key_Tab, Qt::ShiftModifier);
    QCOMPARE(QApplication::focusWidget(), m.card(u"hours"_s).head());
    WindowFixture::press(Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget(), m.card(u"hours"_s).plot()->button(9));
}

void OverviewTest::searchesTheStock()
{
    QLineEdit &search = m.window->window->search();
    search.setFocus();
    WindowFixture::type(u"status:damaged"_s);
    WindowFixture::press(Qt::Key_Return);
    QVERIFY(m.rowsOpened() > 0);
    QCOMPARE(search.text(), u"status:damaged"_s);
}

} // namespace tanaban::test

TANABAN_WINDOW_TEST(tanaban::test::OverviewTest)
#include "overviewtest.moc"
