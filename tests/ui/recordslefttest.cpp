#include "tests/support/testprogram.h"
#include "tests/ui/recordplacefixture.h"

#include <QLabel>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace tanaban::test {

using ui::RecordForm;

/// Changes of master data that an earlier run left open: their forms open again.
class RecordsLeftTest
    : public QObject
    , private RecordPlaceFixture
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { WindowFixture::prepare(u"recordslefttest"_s); }
    void init() { fill(); }
    void cleanup() { end(); }
    void reopensWhatWasLeft_data() { kinds(); }
    void reopensWhatWasLeft();
    void reopensAnEdit();
    void reopensOneAfterTheOther();
};

void RecordsLeftTest::reopensWhatWasLeft()
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

void RecordsLeftTest::reopensAnEdit()
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

void RecordsLeftTest::reopensOneAfterTheOther()
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

} // namespace tanaban::test

TANABAN_WINDOW_TEST(tanaban::test::RecordsLeftTest)
#include "recordslefttest.moc"
