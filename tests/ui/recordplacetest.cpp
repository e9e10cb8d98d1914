#include "tests/support/testprogram.h"
#include "tests/ui/windowfixture.h"
#include "ui/look/emptypage.h"
#include "ui/records/recordform.h"
#include "ui/records/recordlist.h"
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

namespace {

/// A kind of record, with one that is there and one that can be made.
struct Case
{
    const char *kind;
    QString place;
    QString list;
    QJsonObject above; ///< by list, the key of what it belongs to
    QJsonObject typed;
    QString made; ///< where the new one is found
    QJsonObject existing;
    std::pair<QString, QString> edited; ///< a field and what it becomes
    QString changed;                    ///< where the edited one is found
    QString existingIs;
};

const std::vector<Case> &cases()
{
    static const std::vector<Case> all{
        {"product",
         u"products"_s,
         u"products"_s,
         {},
         {{u"code"_s, u"P9"_s}, {u"name"_s, u"Rice"_s}, {u"unit"_s, u"kg"_s}},
         u"code = 'P9' AND name = 'Rice' AND unit = 'kg'"_s,
         {{u"code"_s, u"P1"_s}},
         {u"name"_s, u"Oats"_s},
         u"name = 'Oats'"_s,
         u"code = 'P1'"_s},
        {"lot",
         u"products"_s,
         u"lots"_s,
         {{u"product"_s, QJsonObject{{u"code"_s, u"P1"_s}}}},
         {{u"lot"_s, u"L9"_s}, {u"expires_on"_s, u"2031-02-28"_s}},
         u"product_code = 'P1' AND lot = 'L9' AND expires_on = '2031-02-28'"_s,
         {{u"product_code"_s, u"P1"_s}, {u"lot"_s, u"L1"_s}},
         {u"expires_on"_s, u"2032-05-31"_s},
         u"expires_on = '2032-05-31'"_s,
         u"lot = 'L1'"_s},
        {"warehouse",
         u"places"_s,
         u"warehouses"_s,
         {},
         {{u"code"_s, u"WH009"_s}, {u"name"_s, u"Nagoya"_s}, {u"time_zone"_s, u"Asia/Tokyo"_s}},
         u"code = 'WH009' AND name = 'Nagoya'"_s,
         {{u"code"_s, u"WH008"_s}},
         {u"name"_s, u"Sendai"_s},
         u"name = 'Sendai'"_s,
         u"code = 'WH008'"_s},
        {"zone",
         u"places"_s,
         u"zones"_s,
         {{u"warehouse"_s, QJsonObject{{u"code"_s, u"WH001"_s}}}},
         {{u"zone_number"_s, 9}, {u"name"_s, u"Cool"_s}},
         u"warehouse_code = 'WH001' AND zone_number = 9 AND name = 'Cool'"_s,
         {{u"warehouse_code"_s, u"WH001"_s}, {u"zone_number"_s, 8}},
         {u"name"_s, u"Dry"_s},
         u"name = 'Dry'"_s,
         u"warehouse_code = 'WH001' AND zone_number = 8"_s},
        {"bin",
         u"places"_s,
         u"bins"_s,
         {{u"warehouse"_s, QJsonObject{{u"code"_s, u"WH001"_s}}},
          {u"zone"_s, QJsonObject{{u"warehouse_code"_s, u"WH001"_s}, {u"zone_number"_s, 1}}}},
         {{u"code"_s, u"B-9"_s}, {u"walk_order"_s, 90}},
         u"warehouse_code = 'WH001' AND zone_number = 1 AND code = 'B-9' AND walk_order = 90"_s,
         {{u"warehouse_code"_s, u"WH001"_s}, {u"zone_number"_s, 1}, {u"code"_s, u"B-8"_s}},
         {u"walk_order"_s, u"80"_s},
         u"walk_order = 80"_s,
         u"code = 'B-8'"_s},
        {"partner",
         u"partners"_s,
         u"partners"_s,
         {},
         {{u"code"_s, u"C9"_s}, {u"name"_s, u"Sakura"_s}},
         u"code = 'C9' AND name = 'Sakura'"_s,
         {{u"code"_s, u"C8"_s}},
         {u"name"_s, u"Fuji"_s},
         u"name = 'Fuji'"_s,
         u"code = 'C8'"_s},
        {"person",
         u"people"_s,
         u"people"_s,
         {},
         {{u"login"_s, u"ueda"_s}, {u"name"_s, u"Ueda"_s}},
         u"login = 'ueda' AND name = 'Ueda'"_s,
         {{u"login"_s, u"sato"_s}},
         {u"name"_s, u"Sato Hanako"_s},
         u"name = 'Sato Hanako'"_s,
         u"login = 'sato'"_s}};
    return all;
}

} // namespace

/// The places of master data, with the buttons and keys people press, on a real database.
class RecordPlaceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { WindowFixture::prepare(u"recordplacetest"_s); }
    void init();
    void cleanup();
    void makes_data() { kinds(); }
    void makes();
    void edits_data() { kinds(); }
    void edits();
    void takesOutOfUse_data();
    void takesOutOfUse();
    void refusesWhileGoodsAreThere();
    void reopensWhatWasLeft_data() { kinds(); }
    void reopensWhatWasLeft();
    void reopensAnEdit();
    void reopensOneAfterTheOther();
    void emptyListsSayWhatToDo();
    void searchWithoutHitsSaysSo();
    void lotsAreCountedLikeTheirProduct();

private:
    static void kinds();
    void open(const std::vector<AnyCommand> &left = {});
    ui::Workspace &workspace() { return *m_window->window->workspace(); }
    RecordList *list(const QString &kind)
    {
        return workspace().current().findChild<RecordList *>(QString(kind + u"List"));
    }
    void go(const Case &what);
    void choose(const QString &kind, const QJsonObject &key);
    QAction *action(const Case &what, const QString &deed);
    QPointer<RecordForm> form();
    static QString problemOf(const RecordForm *form);
    static QString typedIn(RecordForm *form, const QString &field);
    void press(QAction *action);
    qint64 found(const Case &what, const QString &where);

    std::unique_ptr<TestDatabase> m_database;
    std::unique_ptr<WindowFixture> m_window;
};

void RecordPlaceTest::kinds()
{
    QTest::addColumn<int>("number");
    for (std::size_t i = 0; i < cases().size(); ++i)
        QTest::newRow(cases()[i].kind) << int(i);
}

void RecordPlaceTest::takesOutOfUse_data()
{
    QTest::addColumn<int>("number");
    for (std::size_t i = 0; i < cases().size(); ++i) {
        if (qstrcmp(cases()[i].kind, "lot") != 0) // they expire instead
            QTest::newRow(cases()[i].kind) << int(i);
    }
}

void RecordPlaceTest::init()
{
    QSettings().clear();
    m_database = std::make_unique<TestDatabase>(Engine::Sqlite);
    m_database->stockRow();
    m_database->warehouse(u"WH008"_s);
    m_database->zone(u"WH001"_s, 8);
    m_database->bin(u"WH001"_s, 1, u"B-8"_s);
    m_database->person(u"sato"_s);
}

void RecordPlaceTest::cleanup()
{
    m_window.reset();
    m_database.reset();
}

void RecordPlaceTest::open(const std::vector<AnyCommand> &left)
{
    m_window = std::make_unique<WindowFixture>(
        m_database->url(), QString::fromLatin1(TestDatabase::login), left);
    m_window->open();
    // There is no seed for partners: one is made as people do.
    if (m_database->count(u"partners"_s) == 0) {
        RecordCommand command;
        command.id = newCommandId();
        command.entity = Entity::Partner;
        command.before.key = {{u"code"_s, u"C8"_s}};
        command.fields = {{u"name"_s, u"Momiji"_s}, {u"kind"_s, u"customer"_s}};
        auto *submission = new ui::Submission(workspace().controller().services(), &workspace());
        submission->submit(command, m_window->session.records());
        QTRY_COMPARE(m_database->count(u"partners"_s), 1);
    }
}

void RecordPlaceTest::choose(const QString &kind, const QJsonObject &key)
{
    RecordList *chosen = list(kind);
    QVERIFY(chosen);
    const RecordId id = idOf(chosen->records().entity(), key);
    QTRY_VERIFY(chosen->records().rowOf(id) >= 0);
    chosen->select(id);
    QTRY_VERIFY(chosen->currentRow());
    QTRY_VERIFY(m_window->calm());
}

void RecordPlaceTest::go(const Case &what)
{
    workspace().go({what.place, {}});
    workspace().current().takeFocus();
    QTRY_VERIFY(m_window->calm());
    for (const QString &kind : {u"product"_s, u"warehouse"_s, u"zone"_s}) {
        if (what.above.contains(kind))
            choose(kind, what.above.value(kind).toObject());
    }
}

QAction *RecordPlaceTest::action(const Case &what, const QString &deed)
{
    return workspace().current().findChild<QAction *>(
        QString(what.place + u'.' + deed + u'.' + QLatin1String(what.kind)));
}

QPointer<RecordForm> RecordPlaceTest::form()
{
    RecordForm *found = nullptr;
    const auto visible = [&] {
        found = m_window->window->findChild<RecordForm *>();
        return found && found->isVisible() && QApplication::activeWindow() == found;
    };
    return QTest::qWaitFor(visible) ? found : nullptr;
}

/// Why it is still open.
QString RecordPlaceTest::problemOf(const RecordForm *form)
{
    QStringList texts;
    const auto labels = form ? form->findChildren<QLabel *>() : QList<QLabel *>();
    for (const QLabel *label : labels) {
        if (label->isVisible())
            texts << label->text();
    }
    return texts.join(u'|');
}

QString RecordPlaceTest::typedIn(RecordForm *form, const QString &field)
{
    const auto *edit = form->findChild<QLineEdit *>(field);
    return edit ? edit->text() : QString();
}

/// On the button it has in the place or in the details.
void RecordPlaceTest::press(QAction *action)
{
    QVERIFY(action);
    QTRY_VERIFY2(action->isEnabled(), qPrintable(action->text()));
    QToolButton *button = nullptr;
    for (QToolButton *each : m_window->window->findChildren<QToolButton *>()) {
        if (each->defaultAction() == action && each->isVisible())
            button = each;
    }
    QVERIFY2(button, qPrintable(action->text()));
    QVERIFY(!button->accessibleName().isEmpty());
    QTest::mouseClick(button, Qt::LeftButton);
}

qint64 RecordPlaceTest::found(const Case &what, const QString &where)
{
    return m_database->count(what.list, where);
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

void RecordPlaceTest::reopensWhatWasLeft()
{
    QFETCH(int, number);
    const Case &what = cases()[std::size_t(number)];
    RecordCommand left;
    left.id = newCommandId();
    left.actor = QString::fromLatin1(TestDatabase::login);
    for (const Entity entity : {Entity::Product,
                                Entity::Lot,
                                Entity::Warehouse,
                                Entity::Zone,
                                Entity::Bin,
                                Entity::Partner,
                                Entity::Person})
    {
        if (codeOf(entity) == QLatin1String(what.kind))
            left.entity = entity;
    }
    left.before.key = what.existing; // what it belongs to is the same
    for (const RecordField &field : keyFieldsOf(left.entity)) {
        if (what.typed.contains(field.name))
            left.before.key.insert(field.name, what.typed.value(field.name));
    }
    for (const RecordField &field : fieldsOf(left.entity)) {
        if (what.typed.contains(field.name))
            left.fields.insert(field.name, what.typed.value(field.name));
    }
    open({left});
    const auto opened = form();
    QVERIFY(opened);
    QCOMPARE(workspace().current().id(), what.place);
    for (auto field = what.typed.begin(); field != what.typed.end(); ++field)
        QCOMPARE(typedIn(opened, field.key()), field.value().toVariant().toString());
    QVERIFY(!opened->findChild<QLabel *>(u"problemLabel"_s)->text().isEmpty());
    QCOMPARE(found(what, what.made), 0);
    opened->findChild<QPushButton *>(u"saveButton"_s)->click();
    QTRY_VERIFY2(!opened, qPrintable(problemOf(opened)));
    QCOMPARE(found(what, what.made), 1);
    QCOMPARE(m_database->audit(), QStringList());
}

void RecordPlaceTest::reopensAnEdit()
{
    const Case &zone = cases()[3];
    RecordCommand left;
    left.id = newCommandId();
    left.actor = QString::fromLatin1(TestDatabase::login);
    left.entity = Entity::Zone;
    left.before.key = zone.existing;
    left.before.fields = {{u"name"_s, u"Zone 8"_s},
                          {u"storage_condition"_s, u"room_temperature"_s},
                          {u"capacity"_s, QJsonValue::Null},
                          {u"allocation_priority"_s, QJsonValue::Null},
                          {u"active"_s, true}};
    left.before.version = 1;
    left.fields = {{u"name"_s, u"Dry"_s}};
    open({left});
    const auto opened = form();
    QVERIFY(opened);
    QCOMPARE(typedIn(opened, u"name"_s), u"Dry"_s);
    QVERIFY(!opened->findChild<QLineEdit *>(u"zone_number"_s)->isEnabled());
    QTRY_VERIFY(list(u"zone"_s)->currentId() == idOf(Entity::Zone, zone.existing));
    opened->findChild<QPushButton *>(u"saveButton"_s)->click();
    QTRY_VERIFY2(!opened, qPrintable(problemOf(opened)));
    QCOMPARE(found(zone, u"zone_number = 8 AND name = 'Dry'"_s), 1);
}

void RecordPlaceTest::reopensOneAfterTheOther()
{
    std::vector<AnyCommand> left;
    for (const QString &code : {u"P7"_s, u"P8"_s}) {
        RecordCommand command;
        command.id = newCommandId();
        command.actor = QString::fromLatin1(TestDatabase::login);
        command.before.key = {{u"code"_s, code}};
        command.fields = {{u"name"_s, u"Tea"_s}, {u"unit"_s, u"pcs"_s}};
        left.push_back(command);
    }
    open(left);
    for (const QString &code : {u"P7"_s, u"P8"_s}) {
        const auto opened = form();
        QVERIFY(opened);
        QCOMPARE(typedIn(opened, u"code"_s), code);
        opened->reject();
        QTRY_VERIFY(!opened);
    }
    QCOMPARE(m_database->count(u"products"_s), 1);
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
