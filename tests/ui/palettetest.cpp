#include "ui/palette/palette.h"

#include "model/search/searchquery.h"
#include "tests/support/testprogram.h"
#include "tests/ui/windowfixture.h"
#include "ui/stock/stockmodel.h"
#include "ui/stock/stockplace.h"

#include <QLabel>
#include <QLineEdit>
#include <QListView>

using namespace Qt::StringLiterals;

namespace tanaban::test {

using ui::Palette;
using ui::PaletteEntry;

/// The palette, with the keyboard alone, on a real database.
class PaletteTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { WindowFixture::prepare(u"palettetest"_s); }
    void init();
    void cleanup();
    void rankPrefersBeginnings_data();
    void rankPrefersBeginnings();
    void runsAnAction();
    void goesToAPlace();
    void findsThingsOfTheWarehouse_data();
    void findsThingsOfTheWarehouse();
    void enterFasterThanTheAnswer();
    void saysWhyNot();
    void walksWithArrows();
    void leavesWithoutATrace();
    void saysWhenNothingFits();

private:
    Palette *open();
    QStringList lines() const;
    QString current() const { return m_list->currentIndex().data().toString(); }
    ui::StockPlace &stock() { return m_m->window->workspace()->stockPlace(); }

    std::unique_ptr<TestDatabase> m_database;
    std::unique_ptr<WindowFixture> m_m;
    QListView *m_list = nullptr;
};

void PaletteTest::init()
{
    QSettings().clear();
    m_database = std::make_unique<TestDatabase>(Engine::Sqlite);
    StockSeed seed;
    seed.product = u"BUT-1"_s;
    seed.lot = u"L-204"_s;
    seed.bin = u"RA-06-4"_s;
    m_database->stockRow(seed);
    seed.product = u"BUT-2"_s;
    seed.lot = u"L-205"_s;
    m_database->stockRow(seed);
    seed.warehouse = u"WH002"_s;
    seed.bin = u""_s;
    m_database->stockRow(seed);
    m_database->sql(u"UPDATE products SET name = 'バター', barcode = '4901234567894' "
                    "WHERE code = 'BUT-1'"_s);
    m_m = std::make_unique<WindowFixture>(m_database->url());
    m_m->open();
    QTRY_VERIFY(stock().model().complete());
}

void PaletteTest::cleanup()
{
    m_m.reset();
    m_database.reset();
}

Palette *PaletteTest::open()
{
    WindowFixture::press(Qt::Key_K, Qt::ControlModifier);
    auto *palette = m_m->window->findChild<Palette *>();
    if (!palette || !QTest::qWaitFor([palette] {
            return palette->isAncestorOf(QApplication::focusWidget());
        }))
        return nullptr;
    m_list = palette->findChild<QListView *>();
    return palette;
}

QStringList PaletteTest::lines() const
{
    QStringList lines;
    for (int row = 0; row < m_list->model()->rowCount(); ++row)
        lines << m_list->model()->index(row, 0).data().toString();
    return lines;
}

void PaletteTest::rankPrefersBeginnings_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("better");
    QTest::addColumn<QString>("worse");
    QTest::newRow("whole before beginning") << u"move"_s << u"Move"_s << u"Move on"_s;
    QTest::newRow("beginning before word") << u"re"_s << u"Receive"_s << u"To receive"_s;
    QTest::newRow("word before middle") << u"ship"_s << u"To ship"_s << u"Friendship"_s;
    QTest::newRow("Japanese beginning") << u"入"_s << u"入庫"_s << u"再入庫"_s;
    QTest::newRow("katakana is hiragana") << u"ばた"_s << u"バター"_s << u"有塩バター"_s;
    QTest::newRow("half width is wide") << u"ﾊﾞﾀ"_s << u"バター"_s << u"有塩バター"_s;
    QTest::newRow("wide is narrow") << u"ｗｈ００１"_s << u"WH001"_s << u"OWH001"_s;
    QTest::newRow("words in any order")
        << u"but salt"_s << u"Salted butter"_s << u"Basalt butane"_s;
}

void PaletteTest::rankPrefersBeginnings()
{
    QFETCH(QString, typed);
    QFETCH(QString, better);
    QFETCH(QString, worse);
    PaletteEntry good;
    good.title = better;
    PaletteEntry bad;
    bad.title = worse;
    QVERIFY(ui::rankOf(good, typed) && ui::rankOf(bad, typed));
    QVERIFY(*ui::rankOf(good, typed) < *ui::rankOf(bad, typed));
    QVERIFY(!ui::rankOf(good, typed + u" zzz"_s));
    const auto fitting = ui::fitting({bad, good}, {}, typed, 9);
    QCOMPARE(fitting.size(), std::size_t(2));
    QCOMPARE(fitting[0].title, better);
}

void PaletteTest::runsAnAction()
{
    auto *palette = open();
    QVERIFY(palette);
    WindowFixture::type(u"rece"_s);
    QCOMPARE(current(), u"Receive"_s);
    WindowFixture::press(Qt::Key_Return);
    QVERIFY(!palette->isVisible());
    QTRY_VERIFY(m_m->window->workspace()->controller().form());
}

void PaletteTest::goesToAPlace()
{
    WindowFixture::press(Qt::Key_F, Qt::ControlModifier);
    QVERIFY(open());
    WindowFixture::type(u"stock"_s);
    QCOMPARE(current(), u"Stock"_s);
    WindowFixture::press(Qt::Key_Return);
    QCOMPARE(m_m->window->workspace()->current().id(), u"stock"_s);
    QTRY_VERIFY(stock().isAncestorOf(QApplication::focusWidget()));
}

void PaletteTest::findsThingsOfTheWarehouse_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("line");
    QTest::addColumn<int>("rows");
    QTest::newRow("product by code") << u"but-1"_s << u"BUT-1"_s << 1;
    QTest::newRow("product by name") << u"バタ"_s << u"BUT-1"_s << 1;
    QTest::newRow("product by barcode") << u"4901234567894"_s << u"BUT-1"_s << 1;
    QTest::newRow("lot") << u"l-205"_s << u"L-205"_s << 2;
    QTest::newRow("bin") << u"ra-06"_s << u"RA-06-4"_s << 2;
    QTest::newRow("warehouse") << u"wh002"_s << u"WH002"_s << 1;
    QTest::newRow("zone") << u"wh001 / 1"_s << u"WH001 / 1 "_s << 2;
}

void PaletteTest::findsThingsOfTheWarehouse()
{
    QFETCH(QString, typed);
    QFETCH(QString, line);
    QFETCH(int, rows);
    QVERIFY(open());
    WindowFixture::type(typed);
    QTRY_VERIFY2(current().startsWith(line), qPrintable(lines().join(u'|')));
    WindowFixture::press(Qt::Key_Return);
    QTRY_VERIFY(stock().model().complete());
    QTRY_COMPARE(stock().model().rowCount(), rows);
    // What it was looked for by is seen, and can be removed.
    QCOMPARE(parseSearch(m_m->window->search().text()).filter.terms, stock().model().filter().terms);
}

void PaletteTest::enterFasterThanTheAnswer()
{
    QVERIFY(open());
    WindowFixture::type(u"4901234567894"_s);
    WindowFixture::press(Qt::Key_Return); // as a scanner does
    QTRY_COMPARE(m_m->window->search().text(), u"product:BUT-1"_s);
    QVERIFY(!m_m->window->findChild<Palette *>()
            || !m_m->window->findChild<Palette *>()->isVisible());
}

void PaletteTest::saysWhyNot()
{
    auto *palette = open();
    QVERIFY(palette);
    WindowFixture::type(u"reserve"_s);
    QCOMPARE(current(), u"Reserve"_s);
    const QString said = m_list->currentIndex().data(Qt::AccessibleTextRole).toString();
    QVERIFY2(said.contains(u"Choose a row of stock first."_s), qPrintable(said));
    WindowFixture::press(Qt::Key_Return);
    QVERIFY(palette->isVisible());
    QVERIFY(!m_m->window->workspace()->controller().form());
}

void PaletteTest::walksWithArrows()
{
    QVERIFY(open());
    const QStringList all = lines();
    QVERIFY(all.size() > 20);
    QVERIFY(all.contains(u"Theme: Dark"_s));
    QVERIFY(all.contains(u"Filter: Low"_s));
    QVERIFY(!all.contains(u"Go to anything"_s));
    QCOMPARE(current(), all[0]);
    WindowFixture::press(Qt::Key_Down);
    WindowFixture::press(Qt::Key_Down);
    QCOMPARE(current(), all[2]);
    WindowFixture::press(Qt::Key_Up);
    QCOMPARE(current(), all[1]);
    WindowFixture::press(Qt::Key_Up);
    WindowFixture::press(Qt::Key_Up);
    QCOMPARE(current(), all.last());
    QVERIFY(qobject_cast<QLineEdit *>(QApplication::focusWidget()));
}

void PaletteTest::leavesWithoutATrace()
{
    WindowFixture::press(Qt::Key_F, Qt::ControlModifier);
    QWidget *before = QApplication::focusWidget();
    auto *palette = open();
    QVERIFY(palette);
    WindowFixture::type(u"rec"_s);
    WindowFixture::press(Qt::Key_Escape);
    QVERIFY(!palette->isVisible());
    QTRY_COMPARE(QApplication::focusWidget(), before);
    QCOMPARE(m_m->window->search().text(), QString());
    palette = open();
    QVERIFY(palette);
    WindowFixture::press(Qt::Key_K, Qt::ControlModifier); // the key that opens it closes it
    QVERIFY(!palette->isVisible());
}

void PaletteTest::saysWhenNothingFits()
{
    auto *palette = open();
    QVERIFY(palette);
    WindowFixture::type(u"no such thing"_s);
    QTRY_VERIFY(palette->findChild<QLabel *>(u"paletteNothing"_s)->isVisible());
    QCOMPARE(lines(), QStringList());
}

} // namespace tanaban::test

TANABAN_WINDOW_TEST(tanaban::test::PaletteTest)
#include "palettetest.moc"
