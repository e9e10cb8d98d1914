#include "tests/ui/recordplacefixture.h"

#include <QLabel>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace tanaban::test {

using ui::RecordForm;
using ui::RecordList;

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

void RecordPlaceFixture::fill()
{
    QSettings().clear();
    m_database = std::make_unique<TestDatabase>(Engine::Sqlite);
    m_database->stockRow();
    m_database->warehouse(u"WH008"_s);
    m_database->zone(u"WH001"_s, 8);
    m_database->bin(u"WH001"_s, 1, u"B-8"_s);
    m_database->person(u"sato"_s);
}

void RecordPlaceFixture::end()
{
    m_window.reset();
    m_database.reset();
}

void RecordPlaceFixture::open(const std::vector<AnyCommand> &left)
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

void RecordPlaceFixture::choose(const QString &kind, const QJsonObject &key)
{
    RecordList *chosen = list(kind);
    QVERIFY(chosen);
    const RecordId id = idOf(chosen->records().entity(), key);
    QTRY_VERIFY(chosen->records().rowOf(id) >= 0);
    chosen->select(id);
    QTRY_VERIFY(chosen->currentRow());
    QTRY_VERIFY(m_window->calm());
}

void RecordPlaceFixture::go(const Case &what)
{
    workspace().go({what.place, {}});
    workspace().current().takeFocus();
    QTRY_VERIFY(m_window->calm());
    for (const QString &kind : {u"product"_s, u"warehouse"_s, u"zone"_s}) {
        if (what.above.contains(kind))
            choose(kind, what.above.value(kind).toObject());
    }
}

QAction *RecordPlaceFixture::action(const Case &what, const QString &deed)
{
    return workspace().current().findChild<QAction *>(
        QString(what.place + u'.' + deed + u'.' + QLatin1String(what.kind)));
}

QPointer<RecordForm> RecordPlaceFixture::form()
{
    RecordForm *found = nullptr;
    const auto visible = [&] {
        found = m_window->window->findChild<RecordForm *>();
        return found && found->isVisible() && QApplication::activeWindow() == found;
    };
    return QTest::qWaitFor(visible) ? found : nullptr;
}

QString RecordPlaceFixture::problemOf(const RecordForm *form)
{
    QStringList texts;
    const auto labels = form ? form->findChildren<QLabel *>() : QList<QLabel *>();
    for (const QLabel *label : labels) {
        if (label->isVisible())
            texts << label->text();
    }
    return texts.join(u'|');
}

QString RecordPlaceFixture::typedIn(RecordForm *form, const QString &field)
{
    const auto *edit = form->findChild<QLineEdit *>(field);
    return edit ? edit->text() : QString();
}

void RecordPlaceFixture::press(QAction *action)
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

qint64 RecordPlaceFixture::found(const Case &what, const QString &where)
{
    return m_database->count(what.list, where);
}

void RecordPlaceFixture::kinds()
{
    QTest::addColumn<int>("number");
    for (std::size_t i = 0; i < cases().size(); ++i)
        QTest::newRow(cases()[i].kind) << int(i);
}

} // namespace tanaban::test
