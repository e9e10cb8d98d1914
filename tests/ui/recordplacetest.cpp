#include "tests/support/testprogram.h"
#include "tests/ui/recordplacefixture.h"
#include "ui/look/emptypage.h"
#include "ui/windowactions.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace tanaban::test {

using ui::RecordForm;
using ui::RecordList;

/// The places of master data, with the buttons and keys people press, on a real database.
class RecordPlaceTest
    : public QObject
    , private RecordPlaceFixture
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { WindowFixture::prepare(u"recordplacetest"_s); }
    void init() { fill(); }
    void cleanup() { end(); }
    void makes_data() { kinds(); }
    void makes();
    void edits_data() { kinds(); }
    void edits();
    void takesOutOfUse_data();
    void takesOutOfUse();
    void refusesWhileGoodsAreThere();
    void emptyListsSayWhatToDo();
    void searchWithoutHitsSaysSo();
    void lotsAreCountedLikeTheirProduct();
};

void RecordPlaceTest::takesOutOfUse_data()
{
    QTest::addColumn<int>("number");
    for (std::size_t i = 0; i < cases().size(); ++i) {
        if (qstrcmp(cases()[i].kind, "lot") != 0) // they expire instead
            QTest::newRow(cases()[i].kind) << int(i);
    }
}

void RecordPlaceTest::makes()
{
    QFETCH(int, number);
    const Case &what = cases()[std::size_t(number)];
    open();
    go(what);
    press(action(what, u"new"_s));
    const auto opened = form();
    QVERIFY(opened);
    for (auto field = what.typed.begin(); field != what.typed.end(); ++field) {
        auto *edit = opened->findChild<QLineEdit *>(field.key());
        QVERIFY2(edit && edit->isEnabled(), qPrintable(field.key()));
        edit->setFocus();
        edit->selectAll();
        WindowFixture::type(field.value().toVariant().toString());
    }
    WindowFixture::press(Qt::Key_Return);
    QTRY_VERIFY2(!opened, qPrintable(problemOf(opened)));
    QCOMPARE(found(what, what.made), 1);
    QCOMPARE(m_database->audit(), QStringList());
    // It is selected, and told about.
    RecordList *rows = list(QLatin1String(what.kind));
    QTRY_VERIFY(rows->currentRow() && rows->currentRow()->record.version == 1
                && rows->currentRow()->record.fields.value(u"name"_s)
                       == what.typed.value(u"name"_s));
    QVERIFY(!m_window->window->findChild<QLabel *>(u"message"_s)->text().isEmpty());
}

void RecordPlaceTest::edits()
{
    QFETCH(int, number);
    const Case &what = cases()[std::size_t(number)];
    open();
    go(what);
    choose(QLatin1String(what.kind), what.existing);
    list(QLatin1String(what.kind))->setFocus();
    WindowFixture::press(Qt::Key_Return); // as the button does
    const auto opened = form();
    QVERIFY(opened);
    auto *edit = opened->findChild<QLineEdit *>(what.edited.first);
    QVERIFY(edit && edit->isEnabled());
    edit->setFocus();
    edit->selectAll();
    WindowFixture::type(what.edited.second);
    WindowFixture::press(Qt::Key_Return);
    QTRY_VERIFY2(!opened, qPrintable(problemOf(opened)));
    QCOMPARE(found(what, what.existingIs + u" AND "_s + what.changed), 1);
    QCOMPARE(m_database->audit(), QStringList());
    // The details tell it.
    const auto told = [&] {
        const auto deeds = m_window->window->findChildren<QLabel *>(u"deed"_s);
        return std::ranges::any_of(
            deeds, [](const QLabel *deed) { return deed->text().contains(u"→"_s); });
    };
    QTRY_VERIFY(told());
}

void RecordPlaceTest::takesOutOfUse()
{
    QFETCH(int, number);
    const Case &what = cases()[std::size_t(number)];
    open();
    go(what);
    workspace().current().findChild<QAction *>(QString(what.place + u".showInactive"))->trigger();
    QTRY_VERIFY(m_window->calm());
    choose(QLatin1String(what.kind), what.existing);
    list(QLatin1String(what.kind))->setFocus();
    QAction *toggle = action(what, u"toggle"_s);
    const QString before = toggle->text();
    press(toggle);
    QTRY_COMPARE(found(what, what.existingIs + u" AND active = 0"_s), 1);
    QTRY_VERIFY(toggle->text() != before); // the same press takes it back
    QTRY_VERIFY(m_window->calm());
    press(toggle);
    QTRY_COMPARE(found(what, what.existingIs + u" AND active = 1"_s), 1);
    QCOMPARE(m_database->audit(), QStringList());
}

void RecordPlaceTest::refusesWhileGoodsAreThere()
{
    const Case &zone = cases()[3];
    open();
    go(zone);
    choose(u"zone"_s, {{u"warehouse_code"_s, u"WH001"_s}, {u"zone_number"_s, 1}});
    QAction *toggle = action(zone, u"toggle"_s);
    QTRY_VERIFY(toggle->isEnabled());
    const auto before = m_database->checksums();
    toggle->trigger();
    const auto *message = m_window->window->findChild<QLabel *>(u"message"_s);
    QTRY_VERIFY2(!message->text().isEmpty(), "nothing was told");
    QCOMPARE(m_database->checksums(), before);
}

void RecordPlaceTest::emptyListsSayWhatToDo()
{
    open();
    go(cases()[2]);
    choose(u"warehouse"_s, {{u"code"_s, u"WH008"_s}});
    ui::EmptyPage *page = nullptr;
    const auto seen = [&] {
        for (ui::EmptyPage *each : workspace().current().findChildren<ui::EmptyPage *>()) {
            if (each->isVisible()
                && each->findChild<QLabel *>(u"emptyTitle"_s)->text() == u"No zones yet"_s)
                page = each;
        }
        return page != nullptr;
    };
    QTRY_VERIFY(seen());
    auto *button = page->findChild<QPushButton *>();
    QTRY_VERIFY(button->isEnabled());
    QTest::mouseClick(button, Qt::LeftButton);
    const auto opened = form();
    QVERIFY(opened);
    QCOMPARE(typedIn(opened, u"warehouse_code"_s), u"WH008"_s);
    opened->reject();
}

void RecordPlaceTest::searchWithoutHitsSaysSo()
{
    open();
    go(cases()[0]);
    m_window->window->search().setFocus();
    WindowFixture::type(u"nothing like this"_s);
    ui::EmptyPage *page = nullptr;
    const auto saysSo = [&] {
        for (ui::EmptyPage *each : workspace().current().findChildren<ui::EmptyPage *>()) {
            if (each->isVisible()
                && each->findChild<QLabel *>(u"emptyText"_s)
                       ->text()
                       .contains(u"“nothing like this”"_s))
                page = each;
        }
        return page != nullptr;
    };
    QTRY_VERIFY(saysSo());
    WindowFixture::press(Qt::Key_Down); // to the button that helps
    QTRY_VERIFY(qobject_cast<QPushButton *>(QApplication::focusWidget()));
    WindowFixture::press(Qt::Key_Space);
    QTRY_COMPARE(list(u"product"_s)->records().rowCount(), 1);
    QCOMPARE(m_window->window->search().text(), QString());
    QTRY_VERIFY(!page->isVisible());
}

void RecordPlaceTest::lotsAreCountedLikeTheirProduct()
{
    StockSeed weighed;
    weighed.product = u"P3"_s;
    weighed.decimals = 3;
    weighed.onHand = 1500;
    m_database->stockRow(weighed);
    open();
    workspace().go({u"products"_s, {}});
    choose(u"product"_s, {{u"code"_s, u"P3"_s}});
    choose(u"lot"_s, {{u"product_code"_s, u"P3"_s}, {u"lot"_s, weighed.lot}});
    const RecordList *lots = list(u"lot"_s);
    QVERIFY2(lots->currentAsText().endsWith(u"\t1.500"_s), qPrintable(lots->currentAsText()));
}

} // namespace tanaban::test

TANABAN_WINDOW_TEST(tanaban::test::RecordPlaceTest)
#include "recordplacetest.moc"
