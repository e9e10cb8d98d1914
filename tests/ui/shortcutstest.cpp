#include "tests/support/testprogram.h"
#include "tests/ui/windowfixture.h"
#include "ui/actiontext.h"
#include "ui/manual/manualwindow.h"
#include "ui/palette/palette.h"

#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>

using namespace Qt::StringLiterals;

namespace tanaban::test {

/// Whatever is done often has keys, each of its own, and the palette, the help and the manual know
/// all of it, in both languages.
class ShortcutsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { WindowFixture::prepare(u"shortcutstest"_s); }
    void cleanup();
    void hourlyActionsHaveKeys();
    void noKeysTwice_data() { languages(); }
    void noKeysTwice();
    void keysOfTextFieldsAreFree();
    void paletteFindsEveryAction_data() { languages(); }
    void paletteFindsEveryAction();
    void helpTellsTheKeys_data() { languages(); }
    void helpTellsTheKeys();
    void manualTellsTheKeys_data() { languages(); }
    void manualTellsTheKeys();
    void switchesAFilter();
    void selectsAll();

private:
    static void languages();
    void open(const QString &language);
    ui::Workspace &workspace() { return *m_window->window->workspace(); }
    QStringList places() const;
    QList<QAction *> menuActions();
    static QString keysOf(const QAction &action);

    std::unique_ptr<TestDatabase> m_database;
    std::unique_ptr<WindowFixture> m_window;
};

void ShortcutsTest::languages()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("english") << u"en"_s;
    QTest::newRow("japanese") << u"ja"_s;
}

void ShortcutsTest::open(const QString &language)
{
    QSettings().clear();
    ui::useLanguage(language);
    m_database = std::make_unique<TestDatabase>(Engine::Sqlite);
    StockSeed seed;
    seed.reserved = 5;
    m_database->stockRow(seed);
    seed.lot = u"L2"_s;
    m_database->stockRow(seed);
    m_window = std::make_unique<WindowFixture>(m_database->url());
    m_window->open();
}

void ShortcutsTest::cleanup()
{
    m_window.reset();
    m_database.reset();
}

QStringList ShortcutsTest::places() const
{
    QStringList ids;
    for (const ui::PlaceEntry &entry : ui::placeList())
        ids << entry.id;
    return ids;
}

/// All of the menus that are to be seen at this place.
QList<QAction *> ShortcutsTest::menuActions()
{
    QList<QAction *> left = m_window->window->actions().menus();
    QList<QAction *> found;
    while (!left.isEmpty()) {
        QAction *action = left.takeFirst();
        if (action->menu() && action->menu() == m_window->window->actions().recent)
            continue; // databases, not actions
        if (action->menu())
            left << action->menu()->actions();
        else if (!action->isSeparator() && action->isVisible())
            found << action;
    }
    return found;
}

QString ShortcutsTest::keysOf(const QAction &action)
{
    QStringList keys;
    for (const QKeySequence &each : action.shortcuts())
        keys << each.toString(QKeySequence::NativeText);
    return keys.join(u", "_s);
}

void ShortcutsTest::hourlyActionsHaveKeys()
{
    open(u"en"_s);
    const QStringList hourly{u"receive"_s,
                             u"reserve"_s,
                             u"release"_s,
                             u"ship"_s,
                             u"move"_s,
                             u"adjust"_s,
                             u"changeStatus"_s,
                             u"undo"_s,
                             u"copyRow"_s,
                             u"selectAll"_s,
                             u"find"_s,
                             u"palette"_s,
                             u"refresh"_s,
                             u"showPlaces"_s,
                             u"showDetails"_s,
                             u"nextPanel"_s,
                             u"previousPanel"_s,
                             u"newWindow"_s,
                             u"placeWindow"_s,
                             u"closeWindow"_s,
                             u"importFiles"_s,
                             u"manual"_s,
                             u"searchHelp"_s,
                             u"shortcuts"_s,
                             u"history"_s,
                             u"filter.low"_s,
                             u"filter.expiring"_s,
                             u"filter.expired"_s,
                             u"filter.reserved"_s,
                             u"filter.quarantined"_s,
                             u"filter.damaged"_s,
                             u"filter.empty"_s,
                             u"filter.clear"_s,
                             u"filter.save"_s,
                             u"products.new.product"_s,
                             u"products.edit.product"_s,
                             u"products.new.lot"_s,
                             u"products.edit.lot"_s,
                             u"places.edit.zone"_s,
                             u"places.edit.bin"_s,
                             u"partners.new.partner"_s,
                             u"partners.edit.partner"_s};
    QVERIFY(hourly.size() >= 30);
    QSet<QString> withKeys;
    for (const QString &place : places()) {
        workspace().go({place, {}});
        for (const QAction *action : menuActions()) {
            if (!action->shortcut().isEmpty())
                withKeys << action->objectName();
            else // only what is set once
                QVERIFY2(action->isCheckable(), qPrintable(action->text()));
        }
    }
    for (const QString &name : hourly)
        QVERIFY2(withKeys.contains(name), qPrintable(name));
    QCOMPARE(m_window->window->actions().places().size(), places().size());
    for (const QAction *place : m_window->window->actions().places())
        QVERIFY2(!place->shortcut().isEmpty(), qPrintable(place->text()));
}

void ShortcutsTest::noKeysTwice()
{
    QFETCH(QString, language);
    open(language);
    for (const QString &place : places()) {
        workspace().go({place, {}});
        QMap<QString, QString> owners;
        // Also those that are disabled now: sooner or later they are not.
        for (const QAction *action : menuActions()) {
            for (const QKeySequence &keys : action->shortcuts()) {
                QVERIFY2(!owners.contains(keys.toString()),
                         qPrintable(place + u": "_s + keys.toString() + u' ' + action->text()
                                    + u" and "_s + owners.value(keys.toString())));
                owners.insert(keys.toString(), action->text());
            }
        }
        QVERIFY(owners.size() > 30);
        // Alt and a letter open menus.
        for (const QAction *menu : m_window->window->actions().menus()) {
            const QString keys = QKeySequence::mnemonic(menu->text()).toString();
            QVERIFY2(!keys.isEmpty() && !owners.contains(keys), qPrintable(menu->text()));
            owners.insert(keys, menu->text());
        }
    }
}

// What a field does with keys, it goes on doing.
void ShortcutsTest::keysOfTextFieldsAreFree()
{
    open(u"en"_s);
    const QStringList shared{u"undo"_s, u"copyRow"_s, u"selectAll"_s}; // the field comes first
    const QStringList ofFields{u"Ctrl+X"_s,
                               u"Ctrl+V"_s,
                               u"Ctrl+Y"_s,
                               u"Ctrl+Shift+Z"_s,
                               u"Ctrl+Left"_s,
                               u"Ctrl+Right"_s,
                               u"Ctrl+Home"_s,
                               u"Ctrl+End"_s,
                               u"Ctrl+Del"_s,
                               u"Ctrl+Backspace"_s,
                               u"Ctrl+Ins"_s,
                               u"Shift+Ins"_s,
                               u"Shift+Del"_s,
                               u"Ctrl+Z"_s,
                               u"Ctrl+C"_s,
                               u"Ctrl+A"_s,
                               u"Ctrl+Shift+Left"_s};
    for (const QString &place : places()) {
        workspace().go({place, {}});
        for (const QAction *action : menuActions()) {
            for (const QKeySequence &keys : action->shortcuts()) {
                const bool typed = keys[0].keyboardModifiers() == Qt::NoModifier
                                   && (keys[0].key() < Qt::Key_F1 || keys[0].key() > Qt::Key_F35);
                QVERIFY2(!typed, qPrintable(keys.toString()));
                QVERIFY2(shared.contains(action->objectName())
                             || !ofFields.contains(keys.toString()),
                         qPrintable(action->text()));
            }
        }
    }
    m_window->window->search().setText(u"milk"_s);
    m_window->window->search().setFocus();
    WindowFixture::press(Qt::Key_A, Qt::ControlModifier);
    QCOMPARE(m_window->window->search().selectedText(), u"milk"_s);
}

void ShortcutsTest::paletteFindsEveryAction()
{
    QFETCH(QString, language);
    open(language);
    QStringList texts;
    for (const QString &place : places()) {
        workspace().go({place, {}});
        for (const QAction *action : menuActions()) {
            if (action != m_window->window->actions().palette)
                texts << ui::plainText(action->text());
        }
    }
    texts.removeDuplicates();
    QVERIFY(texts.size() > 60);
    workspace().go({u"stock"_s, {}});
    WindowFixture::press(Qt::Key_K, Qt::ControlModifier);
    auto *palette = m_window->window->findChild<ui::Palette *>();
    QVERIFY(palette);
    auto *field = palette->findChild<QLineEdit *>();
    const QAbstractItemModel *lines = palette->findChild<QListView *>()->model();
    for (const QString &text : texts) {
        field->setText(text);
        const auto found = [&] {
            for (int row = 0; row < lines->rowCount(); ++row) {
                if (lines->index(row, 0).data().toString().contains(text))
                    return true;
            }
            return false;
        };
        QTRY_VERIFY2(found(), qPrintable(text));
    }
}

void ShortcutsTest::helpTellsTheKeys()
{
    QFETCH(QString, language);
    open(language);
    WindowFixture::press(Qt::Key_F1, Qt::ControlModifier);
    const auto *help = m_window->window->findChild<QDialog *>(u"shortcutsDialog"_s);
    QVERIFY(help);
    QTRY_VERIFY(help->isVisible());
    QVERIFY2(help->width() < 1280 && help->height() < 800,
             qPrintable(u"%1 × %2"_s.arg(help->width()).arg(help->height())));
    QStringList texts;
    for (const QLabel *label : help->findChildren<QLabel *>())
        texts << label->text();
    for (const QAction *action : menuActions()) {
        if (action->shortcut().isEmpty())
            continue;
        QVERIFY2(texts.contains(keysOf(*action)), qPrintable(action->text()));
        QVERIFY2(texts.contains(ui::plainText(action->text())), qPrintable(action->text()));
    }
}

void ShortcutsTest::manualTellsTheKeys()
{
    QFETCH(QString, language);
    open(language);
    const QString page = ui::manualText(u"keys"_s);
    QStringList missing;
    for (const QString &place : places()) {
        workspace().go({place, {}});
        for (const QAction *action : menuActions()) {
            const QString text = ui::plainText(action->text()).replace(u"&&"_s, u"&"_s);
            const QString line = u"| %1 | %2 |"_s.arg(text, keysOf(*action));
            if (!action->shortcut().isEmpty() && !page.contains(line) && !missing.contains(line))
                missing << line;
        }
    }
    QVERIFY2(missing.isEmpty(), qPrintable(u'\n' + missing.join(u'\n')));
}

void ShortcutsTest::switchesAFilter()
{
    open(u"en"_s);
    WindowFixture::press(Qt::Key_4, Qt::AltModifier);
    QCOMPARE(m_window->window->search().text(), u"is:reserved"_s);
    WindowFixture::press(Qt::Key_4, Qt::AltModifier);
    QCOMPARE(m_window->window->search().text(), QString());
    // At another place the keys are another's.
    WindowFixture::press(Qt::Key_5, Qt::ControlModifier);
    QCOMPARE(workspace().current().id(), u"products"_s);
    WindowFixture::press(Qt::Key_4, Qt::AltModifier);
    WindowFixture::press(Qt::Key_2, Qt::ControlModifier);
    QCOMPARE(m_window->window->search().text(), QString());
}

void ShortcutsTest::selectsAll()
{
    open(u"en"_s);
    WindowFixture::press(Qt::Key_Down);
    QTRY_COMPARE(workspace().current().stockRows().size(), 1);
    WindowFixture::press(Qt::Key_A, Qt::ControlModifier);
    QTRY_COMPARE(workspace().current().stockRows().size(), 2);
}

} // namespace tanaban::test

TANABAN_WINDOW_TEST(tanaban::test::ShortcutsTest)
#include "shortcutstest.moc"
