#include "tests/ui/walk/walk.h"

#include "tests/ui/walk/menus.h"
#include "tests/ui/walk/sources.h"
#include "ui/desktop.h"
#include "ui/forms/stockform.h"
#include "ui/language.h"
#include "ui/placelist.h"
#include "ui/records/mergedialog.h"
#include "ui/windowactions.h"
#include "ui/workspace.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QDialog>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSettings>
#include <QStandardPaths>
#include <QTest>

using namespace Qt::StringLiterals;

namespace tanaban::test {

namespace {

/// Until each action has found goods that it can work on; elsewhere rows are much alike.
constexpr int stockRowsToTry = 60;
constexpr int otherRowsToTry = WalkCompany::ownOrders;

/// What would end the walk, leave this database, or show nothing but what is walked anyway.
bool isAsideOfTheWay(const QAction &action)
{
    static const std::set<QString> aside{u"quit"_s,
                                         u"newWindow"_s,
                                         u"placeWindow"_s,
                                         u"closeWindow"_s,
                                         u"refresh"_s,
                                         u"tryDemo"_s,
                                         u"recentDatabase"_s};
    return action.isSeparator() || action.menu() || action.isCheckable()
           || aside.contains(action.objectName());
}

/// Its own class, even where it has no meta object of its own.
QString classOf(const QObject &object)
{
    return QString::fromLatin1(object.metaObject()->className()).section(u"::"_s, -1);
}

} // namespace

Walk::Walk(const QString &language)
    : m_language(language)
{}

Walk::~Walk() = default;

void Walk::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QApplication::setOrganizationName(u"tanaban-test"_s);
    QString fault = m_company.make();
    QVERIFY2(fault.isEmpty(), qPrintable(fault));
    fault = m_company.learn(m_data);
    QVERIFY2(fault.isEmpty(), qPrintable(fault));
}

void Walk::walk()
{
    QSettings().clear();
    m_pseudo = m_language == pseudoLanguage;
    ui::useLanguage(m_pseudo ? u"en"_s : m_language);
    PseudoTranslator translator;
    if (m_pseudo)
        QCoreApplication::installTranslator(&translator);
    open();
    walkPlaces();
    walkConflict();
    walkMerge();
    walkPlan();
    walkSeveral();
    m_findings += menuFaults(window(), m_pseudo ? &m_data : nullptr);
    m_desktop.reset();
    m_theme.reset();
    QCoreApplication::removeTranslator(&translator);

    const QString sources = qEnvironmentVariable("TANABAN_SOURCE") + u"/ui"_s;
    int classes = 0;
    for (const QString &base : {u"QDialog"_s, u"Place"_s}) {
        for (const QString &name : classesFrom(base, sources)) {
            ++classes;
            if (!m_opened.contains(name))
                m_findings << u"never opened: "_s + name;
        }
    }
    QVERIFY2(classes > 8, "the sources were not understood");
    qInfo("%d classes in the sources, %zu opened", classes, m_opened.size());
    m_findings.removeDuplicates();
    for (const QString &finding : std::as_const(m_findings))
        qInfo("%s", qPrintable(finding)); // there may be more than one message holds
    QVERIFY2(m_findings.isEmpty(),
             qPrintable(u"%1 findings:\n%2"_s.arg(m_findings.size()).arg(m_findings.join(u'\n'))));
}

void Walk::open()
{
    m_theme = std::make_unique<ui::Theme>(*qApp, ui::ThemeChoice::Light);
    m_desktop = std::make_unique<ui::Desktop>(
        ui::Environment{m_gate,
                        m_clock,
                        [](const DatabaseUrl &) { return std::make_unique<NoJournal>(); },
                        WalkCompany::login},
        *m_theme);
    m_desktop->start(m_company.url(), WalkCompany::login);
    QTRY_VERIFY_WITH_TIMEOUT(window().workspace(), 20'000);
    window().resize(1280, 800);
    QVERIFY(settle());
}

ui::MainWindow &Walk::window()
{
    return *m_desktop->firstWindow();
}

/// Until nothing is under way and everything was painted.
bool Walk::settle()
{
    int calm = 0;
    return QTest::qWaitFor(
        [&] {
            calm = m_desktop->session().runner().pending() == 0 ? calm + 1 : 0;
            return calm > 4;
        },
        20'000);
}

void Walk::walkPlaces()
{
    for (const ui::PlaceEntry &entry : ui::placeList()) {
        window().workspace()->go({entry.id, {}});
        QVERIFY(settle());
        ui::Place *place = &window().workspace()->current();
        QCOMPARE(place->id(), entry.id);
        QTest::qWait(300); // the details of the first row are read after the rows
        QVERIFY(settle());
        m_opened.insert(classOf(*place));
        judge(window(), u"place "_s + entry.id);
        walkActions(entry.id);
    }
}

/// Every action of the window, on the first row of the place it can work on.
void Walk::walkActions(const QString &place)
{
    QAbstractItemView *view = nullptr;
    for (auto *each : window().workspace()->current().findChildren<QAbstractItemView *>()) {
        if (!view && each->isVisible()) // not the proposals of a field
            view = each;
    }
    const int most = place == u"stock"_s ? stockRowsToTry : otherRowsToTry;
    const int rows = view && view->model() ? std::min(most, view->model()->rowCount()) : 0;
    for (int row = -1; row < rows; ++row) {
        if (row >= 0) {
            view->setCurrentIndex(view->model()->index(row, 0));
            QVERIFY(settle());
        }
        for (const QAction *found : actionsInMenus(window())) {
            auto *action = const_cast<QAction *>(found); // NOLINT: to press it
            const QString key = place + u'/' + action->objectName() + action->text();
            if (isAsideOfTheWay(*action) || !action->isEnabled() || m_triggered.contains(key))
                continue;
            m_triggered.insert(key);
            trigger(action);
            if (window().workspace()->current().id() != place) {
                window().workspace()->go({place, {}});
                QVERIFY(settle());
            }
        }
    }
}

/// Somebody reserves what a person is about to reserve.
void Walk::walkConflict()
{
    window().workspace()->go({u"stock"_s, {}});
    QVERIFY(settle());
    ui::Place &stock = window().workspace()->current();
    auto *view = stock.findChild<QAbstractItemView *>();
    QAction *reserve = window().actions().stock(ui::ActionKind::Reserve);
    for (int row = 0; row < view->model()->rowCount() && !reserve->isEnabled(); ++row) {
        view->setCurrentIndex(view->model()->index(row, 0));
        QVERIFY(settle());
    }
    QVERIFY(reserve->isEnabled());
    const qint64 id = stock.stockRows().first().row.id;
    reserve->trigger();
    QTRY_VERIFY(window().workspace()->controller().form());
    QDialog *form = window().workspace()->controller().form();
    QVERIFY(settle());
    form->findChild<QLineEdit *>(u"quantityEdit"_s)->setText(u"1"_s);
    QCOMPARE(m_company.run({u"reserve"_s, QString::number(id), u"--quantity"_s, u"1"_s}), QString());
    QTest::qWait(1500); // the quiet strip comes
    judge(*form, u"the form that was overtaken"_s);
    auto *commit = form->findChild<QPushButton *>(u"commitButton"_s);
    QTRY_VERIFY(commit->isEnabled());
    commit->click();
    QTRY_VERIFY(form->findChild<QDialog *>() && form->findChild<QDialog *>()->isVisible());
    QTest::qWait(400); // its key guard
    leaveDialogs(u"a conflict"_s);
}

/// Two people gave one partner another name.
void Walk::walkMerge()
{
    m_data.learn(u"Wood Timber Lumber mori"_s);
    RecordCommand command;
    command.entity = Entity::Partner;
    command.before = {{{u"code"_s, u"Wood"_s}}, {{u"name"_s, u"Wood"_s}}, 1};
    command.fields = {{u"name"_s, u"Timber"_s}};
    RecordMeanwhile meanwhile;
    meanwhile.now = {command.before.key, {{u"name"_s, u"Lumber"_s}}, 2};
    meanwhile.merge = mergeFields(
        command.entity, command.before.fields, meanwhile.now.fields, command.fields);
    RecordEvent event;
    event.version = 2;
    event.actor = u"mori"_s;
    event.at = m_clock.now();
    event.before = command.before.fields;
    event.after = meanwhile.now.fields;
    meanwhile.between = {event};
    auto *dialog = new ui::MergeDialog(
        window().workspace()->controller().services(), command, meanwhile, &window());
    dialog->open();
    QTest::qWait(400); // its key guard
    leaveDialogs(u"a merge"_s);
}

/// The plan of the desk, by itself and overtaken.
void Walk::walkPlan()
{
    m_data.learn(u"佐藤 Sato sato WALK"_s);
    window().workspace()->go({u"allocation"_s, {}});
    QVERIFY(settle());
    for (const ui::PlaceScene &scene : window().workspace()->current().scenes()) {
        for (const auto &step : scene.steps) {
            step();
            QVERIFY(settle());
        }
        if (scene.dialog)
            QTest::qWait(400); // its key guard
        else
            judge(window(), u"allocation, "_s + scene.name);
        leaveDialogs(u"allocation, "_s + scene.name);
    }
    window().workspace()->go({u"stock"_s, {}});
    QVERIFY(settle());
}

/// Every action on the first rows of the list together.
void Walk::walkSeveral()
{
    auto *view = window().workspace()->current().findChild<QAbstractItemView *>();
    view->setCurrentIndex(view->model()->index(0, 0));
    view->selectionModel()->select({view->model()->index(0, 0), view->model()->index(7, 0)},
                                   QItemSelectionModel::Select | QItemSelectionModel::Rows);
    QVERIFY(settle());
    for (QAction *action : window().actions().rowActions()) {
        if (action->isEnabled())
            trigger(action);
    }
}

/// Presses it, looks at the dialog that comes, and leaves that again.
void Walk::trigger(QAction *action)
{
    const QString name = action->objectName().isEmpty() ? action->text() : action->objectName();
    action->trigger();
    QVERIFY2(settle(), qPrintable(name));
    leaveDialogs(name);
}

void Walk::leaveDialogs(const QString &cause)
{
    for (int depth = 0; depth < 8; ++depth) {
        auto *dialog = qobject_cast<QDialog *>(QApplication::activeModalWidget());
        for (QWidget *top : QApplication::topLevelWidgets()) {
            if (auto *candidate = qobject_cast<QDialog *>(top); !dialog && top->isVisible())
                dialog = candidate;
        }
        if (!dialog)
            return;
        m_opened.insert(classOf(*dialog));
        judge(*dialog, classOf(*dialog) + u" by "_s + cause);
        const QPointer<QDialog> guard(dialog);
        dialog->reject();
        // Gone for good, where it is made anew each time: else the next one does not open.
        QVERIFY2(QTest::qWaitFor([&] { return !guard || !guard->isVisible(); }, 2000),
                 qPrintable(u"Esc does not leave "_s + classOf(*dialog)));
        QVERIFY(settle());
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QTest::qWait(1);
    }
    QFAIL(qPrintable(u"dialogs without end after "_s + cause));
}

void Walk::judge(QWidget &window, const QString &where)
{
    QTest::qWait(20);
    // Where the machine is busy, what was read last may not have its place yet; a fault stays.
    QStringList found;
    std::ignore = QTest::qWaitFor(
        [&] {
            found = m_pseudo ? namelessControls(window) + strangeTexts(window, m_data)
                                   + focusJumps(window)
                             : cutTexts(window);
            return found.isEmpty();
        },
        3000);
    if (!m_pseudo)
        found += tooLarge(window);
    for (const QString &finding : std::as_const(found))
        m_findings << QString(where + u": "_s + finding);
}

} // namespace tanaban::test
