#include "tests/support/testprogram.h"
#include "tests/ui/formsfixture.h"

#include <QClipboard>
#include <QPlainTextEdit>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace tanaban::test {

using ui::ActionKind;
using ui::ConflictDialog;
using Mishap = ScriptedStore::Mishap;

/// From a form through the conflict dialog to the outcome.
class ConflictDialogTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void showsEverythingAndRetries();
    void overtakenAgainUpdatesInPlace();
    void impossibleCannotBeRetried();
    void editKeepsWhatWasTyped();
    void escapeKeepsWhatWasTyped();
    void firstKeysAreIgnored();
    void firstKeysAfterAnUpdateAreIgnored();
    void unknownOutcomeInTheDialog();
    void busyInTheDialog();
    void stopAskingInTheDialog();
    void cancelInTheDialog();
    void moveIsExplained();
    void detailsCanBeCopied();
    void goesOnWhenAskedTo();
    void asksWhenItCannotGoOn();

private:
    /// Reserve `quantity` of the rice while Sato takes `taken` of it.
    ConflictDialog *conflictOver(const QString &quantity, qint64 taken);

    std::unique_ptr<ScriptedStore> m_store;
    std::unique_ptr<FormsFixture> m;
};

void ConflictDialogTest::initTestCase()
{
    QCoreApplication::setOrganizationName(u"tanaban-test"_s);
    QStandardPaths::setTestModeEnabled(true);
    QLocale::setDefault(QLocale::c());
}

void ConflictDialogTest::init()
{
    QSettings().remove(u"conflict"_s);
    m_store = std::make_unique<ScriptedStore>();
    m = std::make_unique<FormsFixture>(*m_store);
}

void ConflictDialogTest::cleanup()
{
    m.reset();
    m_store.reset();
}

ConflictDialog *ConflictDialogTest::conflictOver(const QString &quantity, qint64 taken)
{
    auto *form = m->open(ActionKind::Reserve, ScriptedStore::rice);
    if (!form)
        return nullptr;
    type(form, "quantityEdit", quantity);
    m_store->beforeCommit([this, taken] {
        m_store->change(ScriptedStore::rice, EventKind::Reserve, 0, taken, u"sato"_s, u"998"_s);
    });
    press(form, "commitButton");
    return m->conflict();
}

void ConflictDialogTest::showsEverythingAndRetries()
{
    auto *dialog = conflictOver(u"3"_s, 7);
    QVERIFY(dialog);
    QCOMPARE(textOf(dialog, "askedLabel"), u"You want to reserve 3 bags."_s);
    QCOMPARE(textOf(dialog, "effectLabel"), u"→  2 of 5 bags remain available."_s);
    QCOMPARE(textOf(dialog, "storyLine"), u"Sato Hanako reserved 7 bags for order 998"_s);
    QCOMPARE(textOf(dialog, "placeLabel"), u"WH001 · 1 · A-01 · lot L-204"_s);
    QStringList shown;
    for (const QLabel *label : dialog->findChildren<QLabel *>())
        shown << label->text();
    for (const QString &text : {u"When you looked"_s, u"Now"_s, u"12"_s, u"5 bags"_s, u"7 bags"_s})
        QVERIFY2(shown.contains(text), qUtf8Printable(text + u" in " + shown.join(u" | ")));
    QCOMPARE(m_store->row(ScriptedStore::rice).reserved, 7);

    m->letTimePass();
    QTest::keyClick(dialog->focusWidget(), Qt::Key_Return);
    QTRY_COMPARE(m->messages.size(), 1);
    QCOMPARE(m->messages.first(),
             u"Reserved 3 bags of こしひかり Rice 5 kg. 2 bags available now."_s);
    QCOMPARE(m_store->row(ScriptedStore::rice).reserved, 10);
    // First what the form showed, then exactly what the dialog showed; one intent, one id.
    QCOMPARE(m_store->expectedVersions(), (std::vector<std::optional<qint64>>{5, 6}));
    QCOMPARE(m_store->commandIds().front(), m_store->commandIds().back());
    QTRY_VERIFY(!m->controller.form());
    QCOMPARE(m->changed, std::vector<qint64>{ScriptedStore::rice});
    QCOMPARE(m->journal.openCount(), size_t(0));
}

void ConflictDialogTest::overtakenAgainUpdatesInPlace()
{
    auto *dialog = conflictOver(u"3"_s, 2);
    QVERIFY(dialog);
    m->letTimePass();
    m_store->beforeCommit(
        [this] { m_store->change(ScriptedStore::rice, EventKind::Adjust, -4, 0, u"suzuki"_s); });
    press(dialog, "retryButton");
    QTRY_COMPARE(textOf(dialog, "headline"), u"It changed again while you were reading"_s);
    QTRY_COMPARE(textOf(dialog, "effectLabel"), u"→  3 of 6 bags remain available."_s);
    QCOMPARE(m->window.findChildren<ConflictDialog *>().size(), 1); // the same one
    // Everything since the first look, oldest first.
    QStringList lines;
    for (const QLabel *line : dialog->findChildren<QLabel *>(u"storyLine"_s))
        lines << line->text();
    QCOMPARE(lines,
             (QStringList{u"Sato Hanako reserved 2 bags for order 998"_s,
                          u"suzuki corrected the stock down by 4 bags"_s}));
    QCOMPARE(m_store->row(ScriptedStore::rice).reserved, 2);
    m->letTimePass();
    press(dialog, "retryButton");
    QTRY_COMPARE(m_store->row(ScriptedStore::rice).reserved, 5);
    QCOMPARE(m_store->expectedVersions(), (std::vector<std::optional<qint64>>{5, 6, 7}));
}

void ConflictDialogTest::impossibleCannotBeRetried()
{
    auto *dialog = conflictOver(u"8"_s, 7);
    QVERIFY(dialog);
    QCOMPARE(textOf(dialog, "effectLabel"), u"⚠  Not possible: only 5 bags available."_s);
    QVERIFY(!enabled(dialog, "retryButton"));
    QVERIFY(!dialog->findChild<QPushButton *>(u"retryButton"_s)->toolTip().isEmpty());
    m->letTimePass();
    // Enter does the next sensible thing: back to the typed quantity.
    QTest::keyClick(dialog->focusWidget(), Qt::Key_Return);
    QTRY_VERIFY(m->controller.form()->isActiveWindow() || !m->window.findChild<ConflictDialog *>());
    QCOMPARE(m_store->commits(), 1);
    QCOMPARE(m->controller.form()->focusWidget()->objectName(), u"quantityEdit"_s);
}

void ConflictDialogTest::editKeepsWhatWasTyped()
{
    auto *dialog = conflictOver(u"2*4"_s, 7);
    QVERIFY(dialog);
    m->letTimePass();
    press(dialog, "editButton");
    auto *form = m->controller.form();
    QTRY_VERIFY(!m->window.findChild<ConflictDialog *>());
    auto *edit = form->findChild<QLineEdit *>(u"quantityEdit"_s);
    QCOMPARE(edit->text(), u"2*4"_s);
    QCOMPARE(edit->selectedText(), u"2*4"_s);
    QTRY_VERIFY(edit->hasFocus());
    // The form shows what the person has seen by now.
    QCOMPARE(textOf(form, "availableFigure"), u"5 bags"_s);
    QTest::keyClicks(edit, u"5"_s);
    QTest::keyClick(edit, Qt::Key_Return);
    QTRY_COMPARE(m_store->row(ScriptedStore::rice).reserved, 12);
    // Another intent has another id.
    QVERIFY(m_store->commandIds().front() != m_store->commandIds().back());
    QCOMPARE(m_store->expectedVersions(), (std::vector<std::optional<qint64>>{5, 6}));
}

void ConflictDialogTest::escapeKeepsWhatWasTyped()
{
    auto *dialog = conflictOver(u"8"_s, 7);
    QVERIFY(dialog);
    m->letTimePass();
    QTest::keyClick(dialog->focusWidget(), Qt::Key_Escape);
    QTRY_VERIFY(!m->window.findChild<ConflictDialog *>());
    auto *form = m->controller.form();
    QVERIFY(form && form->isVisible());
    QCOMPARE(form->findChild<QLineEdit *>(u"quantityEdit"_s)->text(), u"8"_s);
    QCOMPARE(m_store->row(ScriptedStore::rice).reserved, 7);
    QCOMPARE(m->journal.openCount(), size_t(0));
}

void ConflictDialogTest::firstKeysAreIgnored()
{
    auto *dialog = conflictOver(u"3"_s, 7);
    QVERIFY(dialog);
    // A scanner is still typing: digits, Enter, and somebody hits Esc.
    for (const int key : {Qt::Key_4, Qt::Key_Return, Qt::Key_Enter, Qt::Key_Space, Qt::Key_Escape})
        QTest::keyClick(dialog->focusWidget(), Qt::Key(key));
    QTest::keyClick(dialog, Qt::Key_R, Qt::AltModifier);
    m->now += 299;
    QTest::keyClick(dialog->focusWidget(), Qt::Key_Return);
    QCoreApplication::processEvents();
    QVERIFY(dialog->isVisible());
    QCOMPARE(m_store->commits(), 1);
    m->now += 59; // what follows without a pause belongs to it
    QTest::keyClick(dialog->focusWidget(), Qt::Key_Return);
    QCOMPARE(m_store->commits(), 1);
    m->now += 60;
    QTest::keyClick(dialog->focusWidget(), Qt::Key_Return);
    QTRY_COMPARE(m_store->row(ScriptedStore::rice).reserved, 10);
}

void ConflictDialogTest::firstKeysAfterAnUpdateAreIgnored()
{
    auto *dialog = conflictOver(u"3"_s, 2);
    QVERIFY(dialog);
    m->letTimePass();
    m_store->beforeCommit(
        [this] { m_store->change(ScriptedStore::rice, EventKind::Adjust, -4, 0, u"suzuki"_s); });
    QTest::keyClick(dialog->focusWidget(), Qt::Key_Return);
    QTRY_COMPARE(textOf(dialog, "effectLabel"), u"→  3 of 6 bags remain available."_s);
    QTRY_VERIFY(enabled(dialog, "retryButton"));
    QTest::keyClick(dialog->focusWidget(), Qt::Key_Return);
    QCoreApplication::processEvents();
    QCOMPARE(m_store->commits(), 2);
    m->letTimePass();
    QTest::keyClick(dialog->focusWidget(), Qt::Key_Return);
    QTRY_COMPARE(m_store->row(ScriptedStore::rice).reserved, 5);
}

void ConflictDialogTest::unknownOutcomeInTheDialog()
{
    auto *dialog = conflictOver(u"3"_s, 7);
    QVERIFY(dialog);
    m->letTimePass();
    m_store->addMishap(Mishap::LostAfter);
    m_store->addMishap(Mishap::Unreachable);
    press(dialog, "retryButton");
    QTRY_COMPARE(m->messages.size(), 1);
    QVERIFY(m->messages.first().startsWith(u"Reserved 3 bags"_s));
    QCOMPARE(m_store->row(ScriptedStore::rice).reserved, 10);
    QCOMPARE(m_store->eventCount(ScriptedStore::rice), 2);
    QTRY_VERIFY(!m->controller.form());
}

void ConflictDialogTest::busyInTheDialog()
{
    auto *dialog = conflictOver(u"3"_s, 7);
    QVERIFY(dialog);
    m->letTimePass();
    m_store->addMishap(Mishap::BusyNow);
    press(dialog, "retryButton");
    QTRY_VERIFY(textOf(dialog, "noteLabel").startsWith(u"Sato Hanako is changing this"_s));
    QTRY_VERIFY(enabled(dialog, "retryButton"));
    press(dialog, "retryButton");
    QTRY_COMPARE(m_store->row(ScriptedStore::rice).reserved, 10);
}

void ConflictDialogTest::stopAskingInTheDialog()
{
    auto *dialog = conflictOver(u"3"_s, 7);
    QVERIFY(dialog);
    m->letTimePass();
    for (int i = 0; i < 1000; ++i)
        m_store->addMishap(Mishap::LostBefore);
    press(dialog, "retryButton");
    QTRY_VERIFY(textOf(dialog, "waitingText").startsWith(u"Checking…"_s));
    press(dialog, "stopButton");
    QTRY_VERIFY(!m->controller.form());
    QVERIFY(m->messages.first().contains(u"not known"_s));
    QCOMPARE(m->journal.openCount(), size_t(1));
}

void ConflictDialogTest::cancelInTheDialog()
{
    auto *dialog = conflictOver(u"3"_s, 7);
    QVERIFY(dialog);
    m->letTimePass();
    m_store->addMishap(Mishap::LostBefore);
    m_store->holdCommits();
    press(dialog, "retryButton");
    QTRY_COMPARE(m_store->waiting(), 1);
    QVERIFY(!enabled(dialog, "editButton"));
    QTest::keyClick(dialog, Qt::Key_Escape); // stop waiting; the dialog stays until it is known
    QVERIFY(dialog->isVisible());
    m_store->release();
    QTRY_VERIFY(enabled(dialog, "retryButton"));
    QVERIFY(textOf(dialog, "noteLabel").contains(u"called off"_s));
    QCOMPARE(m_store->row(ScriptedStore::rice).reserved, 7);
    m->letTimePass();
    press(dialog, "retryButton");
    QTRY_COMPARE(m_store->row(ScriptedStore::rice).reserved, 10);
}

void ConflictDialogTest::moveIsExplained()
{
    auto *form = m->open(ActionKind::Move, ScriptedStore::rice);
    QVERIFY(form);
    type(form, "quantityEdit", u"5"_s);
    auto *zone = form->findChild<QComboBox *>(u"zoneBox"_s);
    QTRY_COMPARE(zone->count(), 3);
    form->findChild<QComboBox *>(u"binBox"_s)->setEditText(u"A-02"_s);
    QTRY_COMPARE(textOf(form, "effectLabel"), u"→  7 bags remain here, 5 will lie there."_s);
    m_store->beforeCommit(
        [this] { m_store->change(ScriptedStore::rice, EventKind::Receive, 6, 0, u"sato"_s); });
    press(form, "commitButton");
    auto *dialog = m->conflict();
    QVERIFY(dialog);
    QCOMPARE(textOf(dialog, "askedLabel"), u"You want to move 5 bags to WH001 · 1 · A-02."_s);
    QCOMPARE(textOf(dialog, "effectLabel"), u"→  13 bags remain here, 5 will lie there."_s);
    m->letTimePass();
    press(dialog, "retryButton");
    QTRY_COMPARE(m_store->row(ScriptedStore::rice).onHand, 13);
    QCOMPARE(m_store->row(3).onHand, 5);
}

void ConflictDialogTest::detailsCanBeCopied()
{
    auto *dialog = conflictOver(u"3"_s, 7);
    QVERIFY(dialog);
    auto *technical = dialog->findChild<QPlainTextEdit *>(u"technicalText"_s);
    QVERIFY(!technical->isVisible());
    m->letTimePass();
    QTest::mouseClick(dialog->findChild<QToolButton *>(u"detailsButton"_s), Qt::LeftButton);
    QTRY_VERIFY(technical->isVisible());
    press(dialog, "copyButton");
    const QString copied = QGuiApplication::clipboard()->text();
    QVERIFY2(copied.contains(u"stock 1: version 5 → 6"_s), qUtf8Printable(copied));
    QVERIFY(copied.contains(m_store->commandIds().front().toString(QUuid::WithoutBraces)));
}

void ConflictDialogTest::goesOnWhenAskedTo()
{
    QSettings().setValue(u"conflict/goOnWhenStillPossible"_s, true);
    auto *form = m->open(ActionKind::Reserve, ScriptedStore::rice);
    QVERIFY(form);
    type(form, "quantityEdit", u"3"_s);
    m_store->beforeCommit(
        [this] { m_store->change(ScriptedStore::rice, EventKind::Reserve, 0, 7, u"sato"_s); });
    press(form, "commitButton");
    QTRY_COMPARE(m->messages.size(), 1);
    QVERIFY2(m->messages.first().startsWith(
                 u"Reserved 3 bags of こしひかり Rice 5 kg. 2 bags available now."_s),
             qUtf8Printable(m->messages.first()));
    QVERIFY(m->messages.first().contains(u"Meanwhile"_s)); // and what happened is told
    QCOMPARE(m_store->row(ScriptedStore::rice).reserved, 10);
}

void ConflictDialogTest::asksWhenItCannotGoOn()
{
    QSettings().setValue(u"conflict/goOnWhenStillPossible"_s, true);
    auto *dialog = conflictOver(u"8"_s, 7);
    QVERIFY(dialog);
    QVERIFY(!enabled(dialog, "retryButton"));
    QCOMPARE(m_store->row(ScriptedStore::rice).reserved, 7);
}

} // namespace tanaban::test

TANABAN_WINDOW_TEST(tanaban::test::ConflictDialogTest)
#include "conflictdialogtest.moc"
