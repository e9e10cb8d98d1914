#include "tests/support/testprogram.h"
#include "tests/ui/historyfixture.h"
#include "ui/look/emptypage.h"
#include "ui/records/recordlist.h"
#include "ui/stock/stockplace.h"
#include "ui/stock/stockview.h"

#include <QJsonArray>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>

using namespace Qt::StringLiterals;

namespace tanaban::test {

/// The history of the demo company, compared with what the database says, with keys and clicks.
class HistoryPlaceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m.prepare(u"historyplacetest"_s); }
    void init() { QVERIFY(m.open()); }
    void cleanup() { m.window.reset(); }
    void newestFirst();
    void pagesToTheEnd();
    void filters_data();
    void filters();
    void searchesPlainWords();
    void menuFilters();
    void periodsEndWithTheDay();
    void enterLeadsToTheRow();
    void othersCommitAppears();
    void nothingFits();
    void comesBackAsItWasLeft();
    void othersLeadHere_data();
    void othersLeadHere();

private:
    HistoryFixture m;
};

void HistoryPlaceTest::newestFirst()
{
    const auto expected = m.database->sql(
        u"SELECT stock_id, version FROM stock_events ORDER BY at DESC, stock_id DESC, version DESC "
        "LIMIT 200"_s);
    QCOMPARE(m.model().rowCount(), ui::LedgerModel::pageSize);
    for (int row = 0; row < m.model().rowCount(); ++row) {
        QCOMPARE(m.model().entry(row).event.stockId, expected[size_t(row)][0].toLongLong());
        QCOMPARE(m.model().entry(row).event.version, expected[size_t(row)][1].toLongLong());
    }
    const LedgerEntry &first = m.model().entry(0);
    QCOMPARE(
        m.model().cellText(first, ui::LedgerColumn::Product),
        m.database->scalar(u"SELECT product_code FROM stock WHERE id = ?"_s, {first.event.stockId})
            .toString());
    QTRY_COMPARE(m.countSaid(), m.database->count(u"stock_events"_s));
}

void HistoryPlaceTest::pagesToTheEnd()
{
    const qint64 all = m.database->count(u"stock_events"_s);
    QVERIFY(all > 3 * ui::LedgerModel::pageSize);
    m.history().view().setFocus();
    for (int tries = 0; tries < 200 && !m.model().whole(); ++tries) {
        WindowFixture::press(Qt::Key_End, Qt::ControlModifier);
        QVERIFY(m.answered());
    }
    QVERIFY(m.model().whole());
    QCOMPARE(m.model().rowCount(), int(all));
    std::set<std::pair<qint64, qint64>> different;
    for (int row = 0; row < m.model().rowCount(); ++row)
        different.emplace(m.model().entry(row).event.stockId, m.model().entry(row).event.version);
    QCOMPARE(qint64(different.size()), all);
}

void HistoryPlaceTest::filters_data()
{
    QTest::addColumn<QStringList>("parts");
    QTest::addColumn<QString>("where");
    const QString joined = u"SELECT count(*) FROM stock_events e JOIN stock s ON s.id = e.stock_id "
                           "WHERE "_s;
    const auto row = [&joined](const char *name, const QStringList &parts, const QString &where) {
        QTest::newRow(name) << parts << QString(joined + where);
    };
    row("product", {u"product"_s}, u"s.product_code = :product"_s);
    row("lot", {u"product"_s, u"lot"_s}, u"s.product_code = :product AND s.lot = :lot"_s);
    row("warehouse", {u"warehouse"_s}, u"s.warehouse_code = :warehouse"_s);
    row("zone",
        {u"warehouse"_s, u"zone"_s},
        u"s.warehouse_code = :warehouse AND s.zone_number = :zone"_s);
    row("bin",
        {u"warehouse"_s, u"zone"_s, u"bin"_s},
        u"s.warehouse_code = :warehouse AND s.zone_number = :zone AND s.bin = :bin"_s);
    row("stock", {u"stock"_s}, u"s.id = :stock"_s);
    row("person", {u"person"_s}, u"e.actor = :person"_s);
    row("kind", {u"kind"_s}, u"e.kind = :kind"_s);
    row("times", {u"times"_s}, u"e.at >= :from AND e.at < :until"_s);
}

/// One entry says what is asked for, so that something fits.
void HistoryPlaceTest::filters()
{
    QFETCH(QStringList, parts);
    QFETCH(QString, where);
    const auto sample = m.database
                            ->sql(u"SELECT s.product_code, s.lot, s.warehouse_code, s.zone_number, "
                                  "s.bin, s.id, e.actor, e.kind FROM stock_events e "
                                  "JOIN stock s ON s.id = e.stock_id WHERE e.actor = 'sato' AND "
                                  "s.lot <> '' AND s.bin <> '' LIMIT 1"_s)
                            .at(0);
    const QString from = m.database->scalar(u"SELECT min(at) FROM stock_events"_s).toString();
    const QString until = m.database->scalar(u"SELECT max(at) FROM stock_events"_s).toString();
    const QJsonObject all{
        {u"product"_s, sample[0].toString()},
        {u"lot"_s, sample[1].toString()},
        {u"warehouse"_s, sample[2].toString()},
        {u"zone"_s, sample[3].toInt()},
        {u"bin"_s, sample[4].toString()},
        {u"stock"_s, sample[5].toLongLong()},
        {u"person"_s, sample[6].toString()},
        {u"kind"_s, sample[7].toString()},
        {u"times"_s, QJsonArray{QJsonObject{{u"from"_s, from}, {u"until"_s, until}}}}};
    QJsonObject what;
    for (const QString &part : parts)
        what.insert(part, all.value(part));
    // Each name once in the statement, so that its values are those in their order.
    QString text = where;
    for (auto part = all.begin(); part != all.end(); ++part) {
        const QString value = part->isString() ? QString(u'\'' + part->toString() + u'\'')
                                               : QString::number(part->toInteger());
        text.replace(QString(u':' + part.key()), value);
    }
    text.replace(u":from"_s, QString(u'\'' + from + u'\''));
    text.replace(u":until"_s, QString(u'\'' + until + u'\''));
    const qint64 expected = m.database->scalar(text).toLongLong();
    QVERIFY2(expected > 0, qPrintable(text));
    QVERIFY(expected < m.database->count(u"stock_events"_s));
    m.workspace().go({u"history"_s, what});
    QVERIFY(m.answered());
    QTRY_COMPARE(m.countSaid(), expected);
    QCOMPARE(m.model().rowCount(), int(std::min<qint64>(expected, ui::LedgerModel::pageSize)));
    QCOMPARE(m.chips().size(), parts.size());
    // Each goes by its button; what belongs to another part goes with that.
    while (!m.chips().isEmpty()) {
        const qsizetype before = m.chips().size();
        QTest::mouseClick(m.chips().constLast(), Qt::LeftButton);
        QCOMPARE(m.chips().size(), before - 1);
        QVERIFY(m.answered());
    }
    QCOMPARE(m.model().filter(), LedgerFilter());
    QTRY_COMPARE(m.countSaid(), m.database->count(u"stock_events"_s));
}

void HistoryPlaceTest::searchesPlainWords()
{
    WindowFixture::press(Qt::Key_F, Qt::ControlModifier);
    const QString code = m.database->scalar(u"SELECT min(product_code) FROM stock"_s).toString();
    WindowFixture::type(code);
    QTRY_COMPARE(m.model().filter().text, code);
    QVERIFY(m.answered());
    const qint64 expected = m.database->database()
                                .ledger()
                                .totals([&code] {
                                    LedgerFilter filter;
                                    filter.text = code;
                                    return filter;
                                }())
                                ->entries;
    QVERIFY(expected > 0);
    QTRY_COMPARE(m.countSaid(), expected);
    QCOMPARE(m.chips().size(), 1);
    WindowFixture::press(Qt::Key_Return);
    QTRY_VERIFY(m.history().view().currentEntry());
    QCOMPARE(m.history().view().currentIndex().row(), 0);
    QTest::mouseClick(m.chips().constFirst(), Qt::LeftButton);
    QCOMPARE(m.window->window->search().text(), QString());
    QVERIFY(m.answered());
    QCOMPARE(m.model().filter(), LedgerFilter());
}

void HistoryPlaceTest::menuFilters()
{
    QAction *receive = m.action(u"history.receive"_s);
    QVERIFY(receive);
    receive->trigger();
    QVERIFY(m.answered());
    QTRY_COMPARE(m.countSaid(), m.database->count(u"stock_events"_s, u"kind = 'receive'"_s));
    QCOMPARE(m.model().filter().kind, std::optional(EventKind::Receive));
    WindowFixture::press(Qt::Key_4, Qt::AltModifier);
    QVERIFY(m.action(u"history.month"_s)->isChecked());
    QCOMPARE(m.chips().size(), 2);
    WindowFixture::press(Qt::Key_1, Qt::AltModifier);
    QVERIFY(!m.action(u"history.month"_s)->isChecked());
    QVERIFY(m.action(u"history.today"_s)->isChecked());
    QCOMPARE(m.chips().size(), 2);
    WindowFixture::press(Qt::Key_1, Qt::AltModifier);
    QCOMPARE(m.chips().size(), 1);
    WindowFixture::press(Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(m.answered());
    QVERIFY(!receive->isChecked());
    QCOMPARE(m.chips().size(), 0);
    QCOMPARE(m.model().filter(), LedgerFilter());
}

void HistoryPlaceTest::periodsEndWithTheDay()
{
    const QDate today = QDate::currentDate();
    const std::vector<std::tuple<Qt::Key, int, int>> periods{
        {Qt::Key_1, 0, 1}, {Qt::Key_2, -1, 0}, {Qt::Key_3, -6, 1}, {Qt::Key_4, -29, 1}};
    for (const auto &[key, from, until] : periods) {
        WindowFixture::press(key, Qt::AltModifier);
        QVERIFY(m.answered());
        QCOMPARE(m.model().filter().times.size(), size_t(1));
        QCOMPARE(m.model().filter().times[0].from,
                 Instant::fromDateTime(today.addDays(from).startOfDay()));
        QCOMPARE(m.model().filter().times[0].until,
                 Instant::fromDateTime(today.addDays(until).startOfDay()));
    }
}

void HistoryPlaceTest::enterLeadsToTheRow()
{
    QCOMPARE(QApplication::focusWidget(), &m.history().view());
    WindowFixture::press(Qt::Key_Down);
    WindowFixture::press(Qt::Key_Down);
    QVERIFY(m.history().view().currentEntry());
    const LedgerEntry entry = *m.history().view().currentEntry();
    auto *details = m.history().details();
    const auto shownId = [details] { // in two lines
        return details->findChild<QLabel *>(u"entry.command"_s)->text().remove(u'\n');
    };
    QCOMPARE(shownId(), entry.event.command.toString(QUuid::WithoutBraces));
    QVERIFY(m.history().selectedText().contains(entry.key.product));
    WindowFixture::press(Qt::Key_Return);
    QCOMPARE(m.workspace().current().id(), u"stock"_s);
    QTRY_COMPARE(m.workspace().stockPlace().view().currentId(), entry.event.stockId);
    // And back again, to what happened to this row.
    QTRY_VERIFY(m.window->calm());
    WindowFixture::press(Qt::Key_H, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(m.workspace().current().id(), u"history"_s);
    QVERIFY(m.answered());
    QCOMPARE(m.model().filter().stockId, std::optional(entry.event.stockId));
    QTRY_COMPARE(m.countSaid(),
                 m.database->count(u"stock_events"_s, u"stock_id = %1"_s.arg(entry.event.stockId)));
}

void HistoryPlaceTest::othersCommitAppears()
{
    const qint64 id = m.database->scalar(HistoryFixture::usable()).toLongLong();
    QVERIFY(id > 0);
    QTRY_VERIFY(m.countSaid() > 0);
    const qint64 before = m.countSaid();
    ui::LedgerView &view = m.history().view();
    view.setCurrentIndex(m.model().index(40, 0));
    view.verticalScrollBar()->setValue(30 * view.rowHeight(0));
    const LedgerEntry chosen = *view.currentEntry();
    const int y = view.rowViewportPosition(40);
    const int rows = m.model().rowCount();
    QVERIFY(m.reserveElsewhere(id));
    QTRY_COMPARE_WITH_TIMEOUT(m.model().rowCount(), rows + 1, 3000);
    QCOMPARE(m.model().entry(0).event.stockId, id);
    QCOMPARE(m.model().entry(0).event.kind, EventKind::Reserve);
    QCOMPARE(view.currentIndex().row(), 41);
    QCOMPARE(LedgerMark::of(*view.currentEntry()), LedgerMark::of(chosen));
    QVERIFY(view.selectionModel()->isRowSelected(41, {}));
    QCOMPARE(view.rowViewportPosition(41), y);
    QTRY_COMPARE(m.countSaid(), before + 1);
    // At the very top it is seen.
    view.verticalScrollBar()->setValue(0);
    QVERIFY(m.reserveElsewhere(id));
    QTRY_COMPARE_WITH_TIMEOUT(m.model().rowCount(), rows + 2, 3000);
    QCOMPARE(view.verticalScrollBar()->value(), 0);
    QCOMPARE(view.currentIndex().row(), 42);
}

void HistoryPlaceTest::nothingFits()
{
    WindowFixture::press(Qt::Key_F, Qt::ControlModifier);
    WindowFixture::type(u"nosuchthing"_s);
    QTRY_COMPARE(m.model().filter().text, u"nosuchthing"_s);
    QVERIFY(m.answered());
    auto *empty = m.history().findChild<ui::EmptyPage *>();
    QVERIFY(empty->isVisible());
    QTRY_COMPARE(m.countSaid(), 0);
    WindowFixture::press(Qt::Key_Down);
    auto *button = qobject_cast<QPushButton *>(QApplication::focusWidget());
    QVERIFY(button && empty->isAncestorOf(button));
    WindowFixture::press(Qt::Key_Space);
    QVERIFY(m.answered());
    QVERIFY(!empty->isVisible());
    QCOMPARE(m.window->window->search().text(), QString());
    QVERIFY(m.model().rowCount() > 0);
    QTRY_COMPARE(QApplication::focusWidget(), &m.history().view());
}

void HistoryPlaceTest::comesBackAsItWasLeft()
{
    m.workspace().go({u"history"_s, {{u"person"_s, u"sato"_s}, {u"text"_s, u"a"_s}}});
    WindowFixture::press(Qt::Key_4, Qt::AltModifier);
    QVERIFY(m.answered());
    const LedgerFilter filter = m.model().filter();
    m.window.reset();
    m.window = std::make_unique<WindowFixture>(m.database->url());
    m.window->open();
    m.workspace().go({u"history"_s, {}});
    QVERIFY(m.answered());
    QCOMPARE(m.model().filter(), filter);
    QCOMPARE(m.window->window->search().text(), u"a"_s);
    QVERIFY(m.action(u"history.month"_s)->isChecked());
}

void HistoryPlaceTest::othersLeadHere_data()
{
    QTest::addColumn<QString>("place");
    QTest::addColumn<QString>("list");
    QTest::addColumn<QStringList>("parts");
    QTest::newRow("product") << u"products"_s << u"productList"_s << QStringList{u"product"_s};
    QTest::newRow("lot") << u"products"_s << u"lotList"_s << QStringList{u"lot"_s, u"product"_s};
    QTest::newRow("warehouse") << u"places"_s << u"warehouseList"_s << QStringList{u"warehouse"_s};
    QTest::newRow("zone") << u"places"_s << u"zoneList"_s << QStringList{u"warehouse"_s, u"zone"_s};
    QTest::newRow("bin") << u"places"_s << u"binList"_s
                         << QStringList{u"bin"_s, u"warehouse"_s, u"zone"_s};
    QTest::newRow("partner") << u"partners"_s << u"partnerList"_s << QStringList{u"partner"_s};
    QTest::newRow("person") << u"people"_s << u"personList"_s << QStringList{u"person"_s};
}

void HistoryPlaceTest::othersLeadHere()
{
    QFETCH(QString, place);
    QFETCH(QString, list);
    QFETCH(QStringList, parts);
    m.workspace().go({place, {}});
    QTRY_VERIFY(m.window->calm());
    // The outer lists first: what belongs to their record is in the inner ones.
    for (auto *each : m.workspace().current().findChildren<ui::RecordList *>()) {
        QTRY_VERIFY(each->records().rowCount() > 0);
        each->setFocus();
        each->selectFirst();
        QTRY_VERIFY(m.window->calm() && each->currentRow());
        if (each->objectName() == list)
            break;
    }
    WindowFixture::press(Qt::Key_H, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(m.workspace().current().id(), u"history"_s);
    QVERIFY(m.answered());
    const QJsonObject state = m.history().state();
    QCOMPARE(state.keys(), parts);
    for (const QString &part : parts) {
        QVERIFY(!state.value(part).isNull());
        QVERIFY(part == u"bin"_s || state.value(part) != u""_s); // '' is the zone itself
    }
    QTRY_COMPARE(m.countSaid(), m.database->database().ledger().totals(m.model().filter())->entries);
}

} // namespace tanaban::test

TANABAN_WINDOW_TEST(tanaban::test::HistoryPlaceTest)
#include "historyplacetest.moc"
