#include "ui/records/recordform.h"

#include "tests/support/records.h"
#include "tests/support/testprogram.h"
#include "ui/forms/actioncontroller.h"
#include "ui/records/mergedialog.h"

#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QStandardPaths>
#include <QTest>
#include <QThread>

using namespace tanaban;
using namespace tanaban::test;
using namespace tanaban::ui;
using namespace Qt::StringLiterals;

/// Forms of master data on a real database, with somebody else on a second connection.
class RecordFormTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QLocale::setDefault(QLocale::c());
    }
    void init();
    void cleanup();
    void makesWhatIsTyped();
    void saysWhatIsWrongBesideTheField();
    void differentFieldsAreMergedWithoutAsking();
    void sameFieldAsks_data();
    void sameFieldAsks();
    void whatOthersDidIsToldInTheForm();

private:
    RecordForm *open(const QString &code)
    {
        Record seen;
        if (!code.isEmpty())
            seen = elsewhere([&](RecordKeeper &keeper) {
                return keeper.look(Entity::Product, {{u"code"_s, code}});
            });
        m_form = new RecordForm(*m_services, m_open->records(), Entity::Product, seen, nullptr);
        connect(
            m_form, &RecordForm::committed, this, [this](const QString &text) { m_told << text; });
        m_form->open();
        return m_form;
    }
    /// Not on this thread: no store is asked from the thread that draws.
    template <typename Work>
    Record elsewhere(Work work)
    {
        Record result;
        std::unique_ptr<QThread> thread(QThread::create([&] {
            const auto other = m_database->open(u"mori"_s);
            RecordKeeper keeper(*other);
            result = work(keeper);
        }));
        thread->start();
        thread->wait();
        return result;
    }
    void others(const QJsonObject &fields)
    {
        elsewhere([&](RecordKeeper &keeper) {
            keeper.set(Entity::Product, {{u"code"_s, u"P1"_s}}, fields);
            return Record();
        });
    }
    void type(const QString &field, const QString &text)
    {
        m_form->findChild<QLineEdit *>(field)->setText(text);
    }
    void save() { m_form->findChild<QPushButton *>(u"saveButton"_s)->click(); }
    QString stored(const QString &column)
    {
        return m_database->scalar(u"SELECT %1 FROM products WHERE code = 'P1'"_s.arg(column))
            .toString();
    }

    std::unique_ptr<TestDatabase> m_database;
    std::unique_ptr<Database> m_open;
    std::unique_ptr<BackgroundRunner> m_runner;
    std::unique_ptr<FormServices> m_services;
    SystemClock m_clock;
    NoJournal m_journal;
    QPointer<RecordForm> m_form;
    QStringList m_told;
};

void RecordFormTest::init()
{
    m_database = std::make_unique<TestDatabase>(Engine::Sqlite);
    m_database->product(u"P1"_s);
    m_database->person(u"mori"_s, u"supervisor"_s);
    m_open = m_database->open();
    m_runner = std::make_unique<BackgroundRunner>(2);
    m_services = std::make_unique<FormServices>(FormServices{
        m_open->store(),
        std::make_shared<CommandRunner>(m_open->store(), m_clock, m_journal, [] { return 0.5; }),
        *m_runner,
        {}});
    m_services->timing.keyGuard = 0;
    m_services->timing.poll = 20;
    m_told.clear();
}

void RecordFormTest::cleanup()
{
    delete m_form;
    m_runner.reset();
    m_services.reset();
    m_open.reset();
    m_database.reset();
}

void RecordFormTest::makesWhatIsTyped()
{
    open({});
    type(u"code"_s, u"P9"_s);
    type(u"name"_s, u"Rice"_s);
    type(u"unit"_s, u"kg"_s);
    m_form->findChild<QComboBox *>(u"storage_condition"_s)->setCurrentIndex(2);
    m_form->findChild<QComboBox *>(u"quantity_decimals"_s)->setCurrentIndex(1);
    type(u"reorder_point"_s, u"2*1.5"_s);
    save();
    QTRY_COMPARE(m_told.size(), 1);
    QCOMPARE(m_database->count(u"products"_s,
                               u"code = 'P9' AND name = 'Rice' AND unit = 'kg' "
                               "AND storage_condition = 'frozen' AND quantity_decimals = 1 "
                               "AND reorder_point = 30"_s),
             1);
    QCOMPARE(m_database->audit(), QStringList());
}

void RecordFormTest::saysWhatIsWrongBesideTheField()
{
    open({});
    type(u"code"_s, u"P1"_s);
    auto *note = m_form->findChild<QLabel *>(u"codeNote"_s);
    QTRY_VERIFY2(note->text().contains(u"exists"_s), qPrintable(note->text()));
    type(u"code"_s, u"p1"_s);
    QTRY_VERIFY2(note->text().contains(u"case"_s), qPrintable(note->text()));
    save();
    QVERIFY(m_form->findChild<QLabel *>(u"nameNote"_s)->text().contains(u"needed"_s));
    QCOMPARE(m_form->focusWidget()->objectName(), u"name"_s);
    QCOMPARE(m_form->findChild<QLineEdit *>(u"code"_s)->text(), u"p1"_s); // never cleared
    type(u"barcode"_s, u"4006381333932"_s);
    QVERIFY(m_form->findChild<QLabel *>(u"barcodeNote"_s)->text().contains(u"digit"_s));
    QCOMPARE(m_database->count(u"products"_s), 1);
}

void RecordFormTest::differentFieldsAreMergedWithoutAsking()
{
    open(u"P1"_s);
    others({{u"category"_s, u"Food"_s}});
    type(u"name"_s, u"Rice"_s);
    save();
    QTRY_COMPARE(m_told.size(), 1);
    QVERIFY2(m_told.front().contains(u"mori"_s), qPrintable(m_told.front()));
    QCOMPARE(stored(u"name"_s), u"Rice"_s);
    QCOMPARE(stored(u"category"_s), u"Food"_s);
    QCOMPARE(m_database->audit(), QStringList());
}

void RecordFormTest::sameFieldAsks_data()
{
    QTest::addColumn<QString>("button");
    QTest::addColumn<QString>("name");
    QTest::newRow("theirs") << u"nameTheirs"_s << u"White rice"_s;
    QTest::newRow("mine") << u"nameMine"_s << u"Brown rice"_s;
    QTest::newRow("all theirs") << u"allTheirsButton"_s << u"White rice"_s;
    QTest::newRow("all mine") << u"allMineButton"_s << u"Brown rice"_s;
    QTest::newRow("back") << u"backButton"_s << u"White rice"_s;
}

void RecordFormTest::sameFieldAsks()
{
    QFETCH(QString, button);
    QFETCH(QString, name);
    open(u"P1"_s);
    others({{u"name"_s, u"White rice"_s}});
    type(u"name"_s, u"Brown rice"_s);
    type(u"unit"_s, u"sack"_s);
    save();
    QTRY_VERIFY(m_form->findChild<MergeDialog *>());
    QPointer<MergeDialog> dialog = m_form->findChild<MergeDialog *>();
    QTRY_VERIFY(dialog->isVisible());
    // What it was, theirs and mine; and who.
    QStringList texts;
    for (const QLabel *label : dialog->findChildren<QLabel *>())
        texts << label->text();
    QVERIFY2(texts.contains(u"Product P1"_s), qPrintable(texts.join(u'|')));
    QVERIFY(texts.join(u'|').contains(u"mori"_s));
    QCOMPARE(dialog->findChild<QRadioButton *>(u"nameTheirs"_s)->text(), u"White rice"_s);
    QCOMPARE(dialog->findChild<QRadioButton *>(u"nameMine"_s)->text(), u"Brown rice"_s);
    auto *saveButton = dialog->findChild<QPushButton *>(u"saveButton"_s);
    QVERIFY(!saveButton->isEnabled()); // nobody decides for the person
    dialog->findChild<QAbstractButton *>(button)->click();
    if (button == u"backButton"_s) {
        QTRY_VERIFY(!dialog);
        QCOMPARE(m_form->findChild<QLineEdit *>(u"name"_s)->text(), u"Brown rice"_s);
        QCOMPARE(stored(u"unit"_s), u"pcs"_s);
    } else {
        QVERIFY(saveButton->isEnabled());
        saveButton->click();
        QTRY_COMPARE(m_told.size(), 1);
        QCOMPARE(stored(u"unit"_s), u"sack"_s); // what did not clash
    }
    QCOMPARE(stored(u"name"_s), name);
    QCOMPARE(m_database->audit(), QStringList());
}

void RecordFormTest::whatOthersDidIsToldInTheForm()
{
    open(u"P1"_s);
    type(u"unit"_s, u"sack"_s);
    others({{u"name"_s, u"White rice"_s}});
    auto *strip = m_form->findChild<QLabel *>(u"stripText"_s);
    QTRY_VERIFY2(strip->text().contains(u"Product P1 → White rice"_s), qPrintable(strip->text()));
    QVERIFY(strip->text().contains(u"mori"_s));
    QVERIFY(strip->isVisible());
    QCOMPARE(m_form->findChild<QLineEdit *>(u"unit"_s)->text(), u"sack"_s);
    QCOMPARE(m_form->findChild<QLineEdit *>(u"name"_s)->text(), u"Product P1"_s);
}

TANABAN_WINDOW_TEST(RecordFormTest)
#include "recordformtest.moc"
