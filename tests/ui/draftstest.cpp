#include "tests/support/testdatabase.h"
#include "tests/support/testprogram.h"
#include "tests/ui/desktopfixture.h"
#include "ui/draftkeeper.h"
#include "ui/forms/draft.h"
#include "ui/forms/stockform.h"
#include "ui/settingsdialog.h"
#include "ui/stock/stockmodel.h"
#include "ui/stock/stockplace.h"

#include <QCheckBox>
#include <QComboBox>
#include <QJsonDocument>
#include <QProcess>
#include <QTableView>

#include <csignal>

using namespace Qt::StringLiterals;

namespace tanaban::test {

using ui::ActionKind;
using ui::StockForm;

namespace {

constexpr char childVariable[] = "TANABAN_TEST_DRAFT_DATABASE";

} // namespace

/// What somebody was typing when the window went away comes back, and nothing happens twice.
class DraftsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void everyFormComesBack_data();
    void everyFormComesBack();
    void rowsLeftOutStayLeftOut();
    void formsOfRecordsComeBack_data();
    void formsOfRecordsComeBack();
    void comesBackAfterAKill();
    void typesAndWaits();
    void saysThatTheStockHasChanged();
    void whatWasSentIsNotOpenedAgain();
    void anotherLanguageKeepsIt();
    void anotherSizeStartsAnewAndKeepsIt();
    void quittingKeepsIt();
    void programsDoNotTakeFromEachOther();
    void settingsAreThoseOfTheMenus();

private:
    void start();
    StockForm *form() const;
    StockForm *open(ActionKind kind, const std::vector<qint64> &ids);
    static void type(QWidget *form, const QString &field, const QString &text);
    QByteArray kept() const;

    std::unique_ptr<DesktopFixture> m;
    std::unique_ptr<TestDatabase> m_database;
    std::vector<qint64> m_rows;
};

void DraftsTest::init()
{
    m = std::make_unique<DesktopFixture>();
    QApplication::setQuitOnLastWindowClosed(false);
    if (!qEnvironmentVariableIsEmpty(childVariable))
        return; // the parent has made the database
    m_database = std::make_unique<TestDatabase>(Engine::Sqlite);
    StockSeed seed;
    seed.reserved = 20;
    m_rows = {m_database->stockRow(seed)};
    seed.lot = u"L2"_s;
    m_rows.push_back(m_database->stockRow(seed));
    seed.zone = 2;
    seed.lot = u"L3"_s;
    m_rows.push_back(m_database->stockRow(seed));
    start();
}

void DraftsTest::cleanup()
{
    m.reset();
    m_database.reset();
}

void DraftsTest::start()
{
    if (!m->desktop) {
        m->desktop = std::make_unique<ui::Desktop>(
            ui::Environment{m->gate,
                            m->clock,
                            [](const DatabaseUrl &url) -> std::unique_ptr<IntentJournal> {
                                return std::make_unique<storage::FileIntentJournal>(url);
                            },
                            u"tester"_s},
            m->theme);
    }
    m->desktop->start(m_database->url(), QString::fromLatin1(TestDatabase::login));
    QTRY_VERIFY(m->isOpen());
    QTRY_VERIFY(m->window().workspace()->stockPlace().model().complete());
}

StockForm *DraftsTest::form() const
{
    const auto *window = m->desktop->firstWindow();
    return window && window->workspace() ? window->workspace()->controller().form() : nullptr;
}

StockForm *DraftsTest::open(ActionKind kind, const std::vector<qint64> &ids)
{
    m->window().workspace()->controller().start(kind, ids);
    return QTest::qWaitFor([this] { return form() && form()->isVisible(); }) ? form() : nullptr;
}

void DraftsTest::type(QWidget *form, const QString &field, const QString &text)
{
    auto *edit = form->findChild<QLineEdit *>(field);
    if (auto *box = form->findChild<QComboBox *>(field))
        edit = box->lineEdit();
    QVERIFY2(edit, qPrintable(field));
    edit->setFocus();
    edit->selectAll();
    QTest::keyClicks(edit, text);
    QCOMPARE(edit->text(), text);
}

/// What lies on the disk of all drafts.
QByteArray DraftsTest::kept() const
{
    const QDir folder(QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation)
                      + u"/drafts"_s);
    QByteArray all;
    for (const QString &name : folder.entryList({u"*.json"_s})) {
        QFile file(folder.filePath(name));
        if (file.open(QIODevice::ReadOnly))
            all += file.readAll();
    }
    return all;
}

void DraftsTest::everyFormComesBack_data()
{
    QTest::addColumn<ActionKind>("kind");
    QTest::addColumn<QStringList>("typed"); // field, text, field, text
    QTest::addColumn<int>("rows");
    const QStringList quantity{u"quantityEdit"_s, u"12*"_s}; // not a number yet
    QTest::newRow("receive") << ActionKind::Receive
                             << QStringList{u"productEdit"_s,
                                            u"P1"_s,
                                            u"quantityEdit"_s,
                                            u"7"_s,
                                            u"binBox"_s,
                                            u"B-new"_s,
                                            u"lotEdit"_s,
                                            u"L-typed"_s,
                                            u"expiresEdit"_s,
                                            u"+30"_s}
                             << 0;
    QTest::newRow("reserve") << ActionKind::Reserve << quantity << 1;
    QTest::newRow("release") << ActionKind::Release << quantity << 1;
    QTest::newRow("ship") << ActionKind::Ship << quantity << 1;
    QTest::newRow("move") << ActionKind::Move
                          << QStringList{u"quantityEdit"_s, u"3"_s, u"binBox"_s, u"B-typed"_s} << 1;
    QTest::newRow("adjust") << ActionKind::Adjust
                            << QStringList{u"quantityEdit"_s, u"-1"_s, u"reasonBox"_s, u"lost"_s}
                            << 1;
    QTest::newRow("status") << ActionKind::ChangeStatus
                            << QStringList{u"quantityEdit"_s, u"2"_s, u"reasonBox"_s, u"wet"_s}
                            << 1;
    QTest::newRow("several") << ActionKind::Reserve << QStringList{u"quantityEdit"_s, u"4"_s} << 2;
}

void DraftsTest::everyFormComesBack()
{
    QFETCH(ActionKind, kind);
    QFETCH(QStringList, typed);
    QFETCH(int, rows);
    const QMap<QString, QByteArray> before = m_database->checksums();
    StockForm *first = open(kind, {m_rows.begin(), m_rows.begin() + rows});
    QVERIFY(first);
    QTRY_COMPARE(m->desktop->session().runner().pending(), 0);
    for (qsizetype i = 0; i < typed.size(); i += 2)
        type(first, typed[i], typed[i + 1]);
    QTRY_COMPARE(m->desktop->session().runner().pending(), 0);
    const QJsonObject fields = ui::fieldsOf(*first);
    for (qsizetype i = 0; i < typed.size(); i += 2)
        QCOMPARE(fields.value(typed[i]).toString(), typed[i + 1]);
    const QString title = first->windowTitle();

    m->desktop.reset();
    start();
    QTRY_VERIFY(form() && form()->isVisible());
    QCOMPARE(form()->windowTitle(), title);
    QTRY_COMPARE(ui::fieldsOf(*form()), fields);
    QVERIFY(m->textOf("problemLabel").contains(u"not sent"_s));
    QCOMPARE(m_database->checksums(), before);

    // Given up by the person, it is gone.
    form()->reject();
    QTRY_VERIFY(!form());
    QTRY_VERIFY(!kept().contains("quantityEdit"));
}

void DraftsTest::rowsLeftOutStayLeftOut()
{
    StockForm *first = open(ActionKind::Reserve, m_rows);
    QVERIFY(first);
    type(first, u"quantityEdit"_s, u"4"_s);
    type(first, u"quantity/%1"_s.arg(m_rows[1]), u"9"_s);
    QMetaObject::invokeMethod(first, [first] {
        // the check box of a row
        auto *table = first->findChild<QAbstractItemView *>(u"rowsTable"_s);
        table->model()->setData(table->model()->index(2, 0), Qt::Unchecked, Qt::CheckStateRole);
    });
    QTRY_VERIFY(!first->findChild<QLineEdit *>(u"quantity/%1"_s.arg(m_rows[2]))->isEnabled());
    m->desktop.reset();
    start();
    QTRY_VERIFY(form() && form()->isVisible());
    const auto edit = [this](size_t row) {
        return form()->findChild<QLineEdit *>(u"quantity/%1"_s.arg(m_rows[row]));
    };
    QCOMPARE(edit(0)->text(), u"4"_s);
    QCOMPARE(edit(1)->text(), u"9"_s);
    QVERIFY(edit(1)->isEnabled());
    QVERIFY(!edit(2)->isEnabled());
    // The one with a quantity of its own does not follow the others.
    type(form(), u"quantityEdit"_s, u"5"_s);
    QCOMPARE(edit(0)->text(), u"5"_s);
    QCOMPARE(edit(1)->text(), u"9"_s);
    m->press("commitButton");
    QTRY_COMPARE(
        m_database->scalar(u"SELECT reserved FROM stock WHERE id = ?"_s, {m_rows[1]}).toInt(), 29);
    QCOMPARE(m_database->scalar(u"SELECT reserved FROM stock WHERE id = ?"_s, {m_rows[2]}).toInt(),
             20);
}

void DraftsTest::formsOfRecordsComeBack_data()
{
    QTest::addColumn<QString>("place");
    QTest::addColumn<QString>("action");
    QTest::addColumn<QStringList>("typed");
    QTest::newRow("new product") << u"products"_s << u"products.new.product"_s
                                 << QStringList{u"code"_s, u"P-new"_s, u"name"_s, u"half a na"_s};
    QTest::newRow("edited product")
        << u"products"_s << u"products.edit.product"_s
        << QStringList{u"name"_s, u"another name"_s, u"reorder_point"_s, u"no number"_s};
    QTest::newRow("new zone") << u"places"_s << u"places.new.zone"_s
                              << QStringList{u"zone_number"_s, u"7"_s, u"name"_s, u"Ramp"_s};
}

void DraftsTest::formsOfRecordsComeBack()
{
    QFETCH(QString, place);
    QFETCH(QString, action);
    QFETCH(QStringList, typed);
    const auto recordForm = [this] { return m->seen<QDialog>("recordForm"); };
    const QMap<QString, QByteArray> before = m_database->checksums();
    m->window().workspace()->go({place, {}});
    auto *wanted = m->window().findChild<QAction *>(action);
    QVERIFY(wanted);
    QTRY_COMPARE(m->desktop->session().runner().pending(), 0);
    if (!wanted->isEnabled()) { // a row first
        m->window().workspace()->current().takeFocus();
        auto *list = qobject_cast<QTableView *>(QApplication::focusWidget());
        QVERIFY(list);
        QTRY_VERIFY(list->model()->rowCount() > 0);
        list->setCurrentIndex(list->model()->index(0, 0));
    }
    QTRY_VERIFY(wanted->isEnabled());
    wanted->trigger();
    QTRY_VERIFY(recordForm());
    for (qsizetype i = 0; i < typed.size(); i += 2)
        type(recordForm(), typed[i], typed[i + 1]);
    const QJsonObject fields = ui::fieldsOf(*recordForm());
    m->desktop.reset();
    start();
    QTRY_VERIFY(recordForm());
    QCOMPARE(ui::fieldsOf(*recordForm()), fields);
    QVERIFY(m->textOf("problemLabel").contains(u"not saved"_s));
    QCOMPARE(m->window().workspace()->current().id(), place);
    QCOMPARE(m_database->checksums(), before);
    recordForm()->reject();
    QTRY_VERIFY(!kept().contains("fields"));
}

/// Run by the test below as a process of its own; nothing by itself.
void DraftsTest::typesAndWaits()
{
    if (qEnvironmentVariableIsEmpty(childVariable))
        return;
    DatabaseUrl url;
    url.path = qEnvironmentVariable(childVariable);
    qputenv("XDG_DATA_HOME", qgetenv("TANABAN_TEST_DRAFT_HOME"));
    m->desktop->start(url, QString::fromLatin1(TestDatabase::login));
    QTRY_VERIFY(m->isOpen());
    QVERIFY(open(ActionKind::Receive, {}));
    type(form(), u"lotEdit"_s, u"typed-before-the-kill"_s);
    QTest::qWait(60'000);
}

void DraftsTest::comesBackAfterAKill()
{
    m->desktop.reset();
    QProcess child;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QString::fromLatin1(childVariable), m_database->url().path);
    environment.insert(u"TANABAN_TEST_DRAFT_HOME"_s, m->folder.path());
    child.setProcessEnvironment(environment);
    child.start(QApplication::applicationFilePath(),
                {tanaban::test::nameOfTest(__FILE__), u"typesAndWaits"_s});
    QVERIFY(child.waitForStarted());
    QTRY_VERIFY_WITH_TIMEOUT(kept().contains("typed-before-the-kill"), 60'000);
    ::kill(pid_t(child.processId()), SIGKILL);
    QVERIFY(child.waitForFinished());
    QCOMPARE(child.exitStatus(), QProcess::CrashExit);

    start();
    QTRY_VERIFY(form() && form()->isVisible());
    QCOMPARE(form()->findChild<QLineEdit *>(u"lotEdit"_s)->text(), u"typed-before-the-kill"_s);
}

void DraftsTest::saysThatTheStockHasChanged()
{
    QVERIFY(open(ActionKind::Reserve, {m_rows[0]}));
    type(form(), u"quantityEdit"_s, u"8"_s);
    m->desktop.reset();
    StockCommand other;
    other.id = newCommandId();
    other.action = Reserve{m_rows[0], 5};
    other.actor = QString::fromLatin1(TestDatabase::login);
    std::unique_ptr<QThread> thread(QThread::create([&] {
        NoJournal journal;
        CommandRunner runner(m_database->store(), m->clock, journal, [] { return 0.5; });
        const CommandResult result = runner.run(other, ConflictPolicy::Retry, {}, {});
        if (!std::holds_alternative<Committed>(result.outcome))
            qFatal("the other one was refused");
    }));
    thread->start();
    thread->wait();
    start();
    QTRY_VERIFY(form() && form()->isVisible());
    QCOMPARE(form()->findChild<QLineEdit *>(u"quantityEdit"_s)->text(), u"8"_s);
    QVERIFY(m->textOf("problemLabel").contains(u"changed since"_s));
}

void DraftsTest::whatWasSentIsNotOpenedAgain()
{
    QVERIFY(open(ActionKind::Reserve, {m_rows[0]}));
    type(form(), u"quantityEdit"_s, u"8"_s);
    QJsonObject draft = form()->draft();
    draft.insert(u"kind"_s, u"reserve"_s);
    QVERIFY(m->press("commitButton"));
    QTRY_VERIFY(!form());
    QCOMPARE(m_database->scalar(u"SELECT reserved FROM stock WHERE id = ?"_s, {m_rows[0]}).toInt(),
             28);
    m->desktop.reset();
    // As if the program had been killed between the answer and the next writing.
    {
        ui::DraftKeeper killed(m_database->url(), QString::fromLatin1(TestDatabase::login));
        killed.keep(0, {draft});
    }
    QVERIFY(kept().contains("quantityEdit"));
    start();
    QTRY_VERIFY(!kept().contains("quantityEdit"));
    QVERIFY(!form());
}

void DraftsTest::anotherLanguageKeepsIt()
{
    QVERIFY(open(ActionKind::Adjust, {m_rows[0]}));
    type(form(), u"quantityEdit"_s, u"-3"_s);
    const QPointer<StockForm> old(form());
    Q_EMIT m->window().languageChosen(u"ja"_s);
    QTRY_VERIFY(!old && form() && form()->isVisible());
    QCOMPARE(form()->findChild<QLineEdit *>(u"quantityEdit"_s)->text(), u"-3"_s);
    QVERIFY(form()->windowTitle() != u"Adjust"_s);
    ui::useLanguage(u"en"_s);
}

void DraftsTest::anotherSizeStartsAnewAndKeepsIt()
{
    QVERIFY(open(ActionKind::Adjust, {m_rows[0]}));
    type(form(), u"quantityEdit"_s, u"-4"_s);
    QSignalSpy restart(m->desktop.get(), &ui::Desktop::restartWanted);
    Q_EMIT m->window().scaleChosen(150);
    QTRY_COMPARE(restart.size(), 1);
    QVERIFY(!m->desktop->firstWindow());
    QCOMPARE(QSettings().value(u"scale"_s).toInt(), 150);
    QVERIFY(kept().contains("-4"));
}

void DraftsTest::quittingKeepsIt()
{
    QVERIFY(open(ActionKind::Adjust, {m_rows[0]}));
    type(form(), u"quantityEdit"_s, u"-5"_s);
    Q_EMIT m->window().quitWanted();
    QTRY_VERIFY(!m->desktop->firstWindow());
    QVERIFY(kept().contains("-5"));
}

void DraftsTest::programsDoNotTakeFromEachOther()
{
    const QString folder = m->folder.filePath(u"elsewhere"_s);
    const QJsonArray draft{QJsonObject{{u"kind"_s, u"reserve"_s}}};
    auto first = std::make_unique<ui::DraftKeeper>(m_database->url(), u"sato"_s, folder);
    first->keep(3, draft);
    ui::DraftKeeper second(m_database->url(), u"sato"_s, folder);
    QCOMPARE(second.take(0), QJsonArray());
    first.reset();
    QCOMPARE(ui::DraftKeeper(m_database->url(), u"ito"_s, folder).take(0), QJsonArray());
    ui::DraftKeeper third(m_database->url(), u"sato"_s, folder);
    QCOMPARE(third.take(0), draft);
    QCOMPARE(third.take(1), QJsonArray());
    // Still there when this one goes before anything came of it.
    QVERIFY(!QDir(folder).entryList({u"*.json"_s}).isEmpty());
    third.keep(0, {});
}

void DraftsTest::settingsAreThoseOfTheMenus()
{
    QTest::keyClick(&m->window(), Qt::Key_Comma, Qt::ControlModifier);
    QTRY_VERIFY(m->seen<QDialog>("settingsDialog"));
    const auto box = [this](const char *name) { return m->seen<QComboBox>(name); };
    QCOMPARE(box("languageBox")->currentText(), u"English"_s);
    QCOMPARE(box("sizeBox")->currentText(), u"100 %"_s);
    QTest::keyClick(box("coloursBox"), Qt::Key_End);
    QVERIFY(m->theme.dark());
    QCOMPARE(QSettings().value(u"theme"_s).toString(), u"dark"_s);
    auto *goOn = m->seen<QCheckBox>("goOnSwitch");
    QTest::keyClick(goOn, Qt::Key_Space);
    QVERIFY(QSettings().value(u"conflict/goOnWhenStillPossible"_s).toBool());
    QTest::keyClick(box("languageBox"), Qt::Key_Down);
    QTest::qWait(50);
    QCOMPARE(ui::languageInUse(), u"en"_s); // one may look through the choices
    QTest::keyClick(m->seen<QDialog>("settingsDialog"), Qt::Key_Escape);
    QTRY_VERIFY(!m->seen<QDialog>("settingsDialog"));
    QTRY_COMPARE(ui::languageInUse(), u"ja"_s);
    QTRY_VERIFY(m->isOpen());
    QCOMPARE(m->window().actions().settings->text().contains(u"設定"_s), true);
    ui::useLanguage(u"en"_s);
}

} // namespace tanaban::test

TANABAN_WINDOW_TEST(tanaban::test::DraftsTest)
#include "draftstest.moc"
