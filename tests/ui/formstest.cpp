#include "tests/support/testprogram.h"
#include "tests/ui/formsfixture.h"
#include "ui/look/theme.h"

#include <QAccessible>

using namespace Qt::StringLiterals;

namespace tanaban::test {

using ui::ActionKind;

class FormsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void reserves();
    void reservesByKeyboardAlone();
    void everyActionDoesWhatItSays_data();
    void everyActionDoesWhatItSays();
    void receives();
    void receivesWhatAScannerReads();
    void movesOnlyWhereItFits();
    void judgesAtTheField();
    void refusalsNameTheirField();
    void stripTellsWhatOthersDid();
    void takesTheColoursOfAnotherLook();
    void everyControlHasAName_data();
    void everyControlHasAName();

private:
    std::unique_ptr<ScriptedStore> m_store;
    std::unique_ptr<FormsFixture> m;
};

void FormsTest::initTestCase()
{
    QCoreApplication::setOrganizationName(u"tanaban-test"_s);
    QStandardPaths::setTestModeEnabled(true);
    QSettings().remove(u"conflict"_s);
    QLocale::setDefault(QLocale::c());
}

void FormsTest::init()
{
    m_store = std::make_unique<ScriptedStore>();
    m = std::make_unique<FormsFixture>(*m_store);
}

void FormsTest::cleanup()
{
    m.reset();
    m_store.reset();
}

void FormsTest::reserves()
{
    auto *form = m->open(ActionKind::Reserve, ScriptedStore::rice);
    QVERIFY(form);
    QCOMPARE(textOf(form, "availableFigure"), u"12 bags"_s);
    type(form, "quantityEdit", u"8"_s);
    QCOMPARE(textOf(form, "effectLabel"), u"→  4 of 12 bags remain available."_s);
    press(form, "commitButton");
    QTRY_COMPARE(m->messages.size(), 1);
    QCOMPARE(m->messages.first(),
             u"Reserved 8 bags of こしひかり Rice 5 kg. 4 bags available now."_s);
    QCOMPARE(m_store->row(ScriptedStore::rice).reserved, 8);
    QCOMPARE(m_store->expectedVersions(), std::vector<std::optional<qint64>>{5});
    QCOMPARE(m->changed, std::vector<qint64>{ScriptedStore::rice});
    QTRY_VERIFY(!m->controller.form());
    QCOMPARE(m->journal.openCount(), size_t(0));
}

void FormsTest::reservesByKeyboardAlone()
{
    auto *form = m->open(ActionKind::Reserve, ScriptedStore::rice);
    QVERIFY(form);
    // The first field has the focus; Enter commits.
    QVERIFY(form->focusWidget());
    QTest::keyClicks(form->focusWidget(), u"2*3"_s);
    QTest::keyClick(form->focusWidget(), Qt::Key_Return);
    QTRY_COMPARE(m_store->row(ScriptedStore::rice).reserved, 6);
    QTRY_VERIFY(!m->controller.form());

    form = m->open(ActionKind::Reserve, ScriptedStore::rice);
    QVERIFY(form);
    QTest::keyClicks(form->focusWidget(), u"1"_s);
    QTest::keyClick(form->focusWidget(), Qt::Key_Escape);
    QTRY_VERIFY(!m->controller.form());
    QCOMPARE(m_store->row(ScriptedStore::rice).reserved, 6);

    // Tab goes through the fields from top to bottom, then to the buttons.
    form = m->open(ActionKind::ChangeStatus, ScriptedStore::rice);
    QVERIFY(form);
    QStringList order;
    for (int i = 0; i < 5; ++i) {
        order << form->focusWidget()->objectName();
        QTest::keyClick(form->focusWidget(), Qt::Key_Tab);
    }
    QCOMPARE(
        order,
        (QStringList{
            u"quantityEdit"_s, u"statusBox"_s, u"reasonBox"_s, u"backButton"_s, u"commitButton"_s}));
}

void FormsTest::everyActionDoesWhatItSays_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("quantity");
    QTest::addColumn<qint64>("onHand");
    QTest::addColumn<qint64>("reserved");
    QTest::addColumn<QString>("message");
    QTest::newRow("reserve") << int(ActionKind::Reserve) << u"0.5"_s << 55LL << 25LL
                             << u"Reserved 0.5 kg of Salmon fillet. 3.0 kg available now."_s;
    QTest::newRow("release") << int(ActionKind::Release) << u"1"_s << 55LL << 10LL
                             << u"Released 1.0 kg of Salmon fillet. 4.5 kg available now."_s;
    QTest::newRow("ship") << int(ActionKind::Ship) << u"2"_s << 35LL << 0LL
                          << u"Shipped 2.0 kg of Salmon fillet. 3.5 kg available now."_s;
    QTest::newRow("adjust") << int(ActionKind::Adjust) << u"-1.5"_s << 40LL << 20LL
                            << u"Corrected Salmon fillet by −1.5. 2.0 kg available now."_s;
    QTest::newRow("status")
        << int(ActionKind::ChangeStatus) << u"3"_s << 25LL << 20LL
        << u"3.0 kg of Salmon fillet are now “Quarantined”. 0.5 kg available now."_s;
}

void FormsTest::everyActionDoesWhatItSays()
{
    QFETCH(int, kind);
    QFETCH(QString, quantity);
    auto *form = m->open(ActionKind(kind), ScriptedStore::salmon);
    QVERIFY(form);
    type(form, "quantityEdit", quantity);
    if (auto *reason = form->findChild<QComboBox *>(u"reasonBox"_s)) {
        // Without a reason nothing is sent, and the field asks for it.
        press(form, "commitButton");
        QVERIFY(!textOf(form, "reasonBoxNote").isEmpty());
        QCOMPARE(m_store->commits(), 0);
        reason->setEditText(u"Counted"_s);
    }
    press(form, "commitButton");
    QTRY_COMPARE(m->messages.size(), 1);
    QTEST(m->messages.first(), "message");
    QTEST(m_store->row(ScriptedStore::salmon).onHand, "onHand");
    QTEST(m_store->row(ScriptedStore::salmon).reserved, "reserved");
}

void FormsTest::receives()
{
    auto *form = m->open(ActionKind::Receive, std::nullopt);
    QVERIFY(form);
    type(form, "productEdit", u"P-00012"_s);
    QTest::keyClick(form->focusWidget(), Qt::Key_Return);
    QTRY_COMPARE(form->focusWidget()->objectName(), u"quantityEdit"_s);
    QTest::keyClicks(form->focusWidget(), u"12*6"_s);
    QCOMPARE(textOf(form, "quantityEditNote"), u"= 72 bags"_s);
    auto *zone = form->findChild<QComboBox *>(u"zoneBox"_s);
    QTRY_COMPARE(zone->currentData().toInt(), 1);
    form->findChild<QComboBox *>(u"binBox"_s)->setEditText(u"A-02"_s);
    type(form, "lotEdit", u"L-300"_s);
    type(form, "expiresEdit", u"+30"_s);
    QTRY_COMPARE(textOf(form, "expiresEditNote"), u"2026-12-21"_s);
    QTRY_COMPARE(textOf(form, "effectLabel"), u"→  72 bags will lie there."_s);
    QTest::keyClick(form->focusWidget(), Qt::Key_Return);
    QTRY_COMPARE(m->messages.size(), 1);
    QCOMPARE(m->messages.first(),
             u"Received 72 bags of こしひかり Rice 5 kg in WH001 · 1 · A-02."_s);
    const StockRow row = m_store->row(3);
    QCOMPARE(row.onHand, 72);
    QCOMPARE(row.key.lot, u"L-300"_s);
    // A receipt does not depend on what was there.
    QCOMPARE(m_store->expectedVersions(), std::vector<std::optional<qint64>>{std::nullopt});
}

void FormsTest::receivesWhatAScannerReads()
{
    auto *form = m->open(ActionKind::Receive, std::nullopt);
    QVERIFY(form);
    type(form, "productEdit", u"4900000000404\r"_s);
    QTRY_COMPARE(form->focusWidget()->objectName(), u"quantityEdit"_s);
    QCOMPARE(form->findChild<QLineEdit *>(u"productEdit"_s)->text(), u"P-00040"_s);
    QCOMPARE(textOf(form, "productEditNote"), u"Salmon fillet · Frozen"_s);
    // Only the frozen zone can be chosen; the others say why.
    auto *zone = form->findChild<QComboBox *>(u"zoneBox"_s);
    QTRY_COMPARE(zone->currentData().toInt(), 3);
    QCOMPARE(zone->itemText(0),
             u"1 Ambient · Room temperature · 1,204 of 2,000 – not for these goods"_s.remove(u','));
    QVERIFY(!(zone->model()->flags(zone->model()->index(0, 0)) & Qt::ItemIsEnabled));
    type(form, "quantityEdit", u"5"_s);
    type(form, "lotEdit", u"S-9"_s);
    QTRY_VERIFY(textOf(form, "zoneBoxNote").contains(u"room for 4"_s));
    press(form, "commitButton");
    QCOMPARE(form->focusWidget(), zone);
    QCOMPARE(m_store->commits(), 0);

    type(form, "productEdit", u"nothing like it\r"_s);
    QTRY_COMPARE(textOf(form, "productEditNote"), u"⚠ No product has this code or barcode."_s);
    QCOMPARE(form->findChild<QLineEdit *>(u"productEdit"_s)->text(), u"nothing like it"_s);
}

void FormsTest::movesOnlyWhereItFits()
{
    auto *form = m->open(ActionKind::Move, ScriptedStore::rice);
    QVERIFY(form);
    auto *zone = form->findChild<QComboBox *>(u"zoneBox"_s);
    QTRY_COMPARE(zone->count(), 3);
    for (int line = 0; line < 3; ++line) {
        const bool open = zone->model()->flags(zone->model()->index(line, 0)) & Qt::ItemIsEnabled;
        QCOMPARE(open, line == 0);
    }
    type(form, "quantityEdit", u"5"_s);
    auto *bin = form->findChild<QComboBox *>(u"binBox"_s);
    bin->setEditText(u"A-01"_s);
    QTRY_VERIFY(textOf(form, "binBoxNote").startsWith(u"⚠ "_s)); // where it is already
    bin->setEditText(u"A-99"_s);
    QTRY_VERIFY(textOf(form, "binBoxNote").contains(u"A-99"_s));
    auto *warehouse = form->findChild<QComboBox *>(u"warehouseBox"_s);
    warehouse->setCurrentIndex(warehouse->findData(u"WH002"_s));
    bin->setEditText(u"A-02"_s);
    QTRY_VERIFY(textOf(form, "zoneBoxNote").contains(u"room for 2"_s));
    warehouse->setCurrentIndex(warehouse->findData(u"WH001"_s));
    QTRY_COMPARE(textOf(form, "effectLabel"), u"→  7 bags remain here, 5 will lie there."_s);
    press(form, "commitButton");
    QTRY_COMPARE(m->messages.size(), 1);
    QCOMPARE(m->messages.first(),
             u"Moved 5 bags of こしひかり Rice 5 kg to WH001 · 1 · A-02. 7 bags available now."_s);
    QCOMPARE(m_store->row(3).onHand, 5);
}

void FormsTest::judgesAtTheField()
{
    auto *form = m->open(ActionKind::Reserve, ScriptedStore::rice);
    QVERIFY(form);
    QCOMPARE(textOf(form, "quantityEditNote"), QString()); // nothing typed is not wrong yet
    type(form, "quantityEdit", u"13"_s);
    QVERIFY(textOf(form, "quantityEditNote").contains(u"12 bags"_s));
    press(form, "commitButton");
    QCOMPARE(m_store->commits(), 0);
    QCOMPARE(form->findChild<QLineEdit *>(u"quantityEdit"_s)->text(), u"13"_s);
    QCOMPARE(form->focusWidget()->objectName(), u"quantityEdit"_s);
    type(form, "quantityEdit", u"1.5"_s);
    QCOMPARE(textOf(form, "quantityEditNote"),
             u"⚠ Only whole numbers of this product are counted."_s);
    type(form, "quantityEdit", u"dozen"_s);
    QVERIFY(textOf(form, "quantityEditNote").contains(u"not a number"_s));
    type(form, "quantityEdit", u""_s);
    form->findChild<QLineEdit *>(u"quantityEdit"_s)->clear();
    QVERIFY(textOf(form, "quantityEditNote").contains(u"How much"_s)); // asked for once
    type(form, "quantityEdit", u"12"_s);
    QCOMPARE(textOf(form, "quantityEditNote"), QString());
    QCOMPARE(m_store->commits(), 0);
}

void FormsTest::refusalsNameTheirField()
{
    // The lot is known with another date: said at the date.
    auto *form = m->open(ActionKind::Receive, ScriptedStore::rice);
    QVERIFY(form);
    type(form, "quantityEdit", u"5"_s);
    type(form, "lotEdit", u"L-204"_s);
    QTRY_COMPARE(textOf(form, "expiresEditNote"), u"This lot expires on 2027-02-28."_s);
    type(form, "expiresEdit", u"2027-03-01"_s);
    QTRY_VERIFY(textOf(form, "expiresEditNote").contains(u"L-204"_s));
    press(form, "commitButton");
    QCOMPARE(form->focusWidget()->objectName(), u"expiresEdit"_s);
    QCOMPARE(m_store->commits(), 0);
}

void FormsTest::stripTellsWhatOthersDid()
{
    auto *form = m->open(ActionKind::Reserve, ScriptedStore::rice);
    QVERIFY(form);
    type(form, "quantityEdit", u"8"_s);
    auto *strip = form->findChild<QWidget *>(u"strip"_s);
    QVERIFY(!strip->isVisible());
    m_store->change(ScriptedStore::rice, EventKind::Reserve, 0, 7, u"sato"_s, u"998"_s);
    QTRY_VERIFY(strip->isVisible());
    QVERIFY2(textOf(form, "stripText").startsWith(u"12 → 5 available, Sato Hanako, "_s),
             qUtf8Printable(textOf(form, "stripText")));
    // Nothing changes under the hands.
    QCOMPARE(textOf(form, "availableFigure"), u"12 bags"_s);
    QCOMPARE(textOf(form, "effectLabel"), u"→  4 of 12 bags remain available."_s);
    press(form, "lookAgainButton");
    QTRY_COMPARE(textOf(form, "availableFigure"), u"5 bags"_s);
    QTRY_VERIFY(!strip->isVisible());
    QCOMPARE(form->findChild<QLineEdit *>(u"quantityEdit"_s)->text(), u"8"_s);
    QVERIFY(textOf(form, "quantityEditNote").contains(u"5 bags"_s));
}

void FormsTest::takesTheColoursOfAnotherLook()
{
    ui::Theme theme(*qApp, ui::ThemeChoice::Light);
    auto *form = m->open(ActionKind::Reserve, ScriptedStore::rice);
    QVERIFY(form);
    m_store->change(ScriptedStore::rice, EventKind::Reserve, 0, 7, u"sato"_s, u"998"_s);
    auto *strip = form->findChild<QWidget *>(u"strip"_s);
    QTRY_VERIFY(strip->isVisible());
    type(form, "quantityEdit", u"99"_s);
    const auto *note = form->findChild<QLabel *>(u"quantityEditNote"_s);
    const auto colourOfNote = [&] { return note->palette().color(note->foregroundRole()); };
    QCOMPARE(colourOfNote(), ui::Theme::colours(false).bad);
    const QString inLight = strip->styleSheet();
    theme.choose(ui::ThemeChoice::Dark);
    QTRY_COMPARE(colourOfNote(), ui::Theme::colours(true).bad);
    QVERIFY(strip->styleSheet() != inLight);
    theme.choose(ui::ThemeChoice::Light);
    QTRY_COMPARE(strip->styleSheet(), inLight);
}

void FormsTest::everyControlHasAName_data()
{
    QTest::addColumn<int>("kind");
    for (int kind = 0; kind <= int(ActionKind::ChangeStatus); ++kind)
        QTest::addRow("%d", kind) << kind;
}

void FormsTest::everyControlHasAName()
{
    QFETCH(int, kind);
    auto *form = m->open(ActionKind(kind), ScriptedStore::rice);
    QVERIFY(form);
    int controls = 0;
    for (QWidget *control : form->findChildren<QWidget *>()) {
        const bool counts = qobject_cast<QLineEdit *>(control) || qobject_cast<QComboBox *>(control)
                            || qobject_cast<QPushButton *>(control);
        if (!counts || qobject_cast<QComboBox *>(control->parentWidget()))
            continue;
        ++controls;
        auto *face = QAccessible::queryAccessibleInterface(control);
        QVERIFY(face);
        bool labelled = !face->text(QAccessible::Name).isEmpty();
        if (qobject_cast<QComboBox *>(control)) { // its name is its label's, not its value
            labelled = false;
            for (const auto &[other, relation] : face->relations()) {
                labelled = labelled || relation.testFlag(QAccessible::Label);
            }
        }
        QVERIFY2(labelled, qUtf8Printable(control->objectName()));
    }
    QVERIFY(controls >= 3);
}

} // namespace tanaban::test

TANABAN_WINDOW_TEST(tanaban::test::FormsTest)
#include "formstest.moc"
