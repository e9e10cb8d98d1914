#pragma once

#include "model/clock.h"
#include "storage/gate.h"
#include "tests/support/testdatabase.h"
#include "ui/language.h"
#include "ui/mainwindow.h"
#include "ui/workspace.h"

#include <QApplication>
#include <QInputMethodEvent>
#include <QSettings>
#include <QStandardPaths>
#include <QTest>

#include "files/fileformats.h"

namespace tanaban::test {

/// What an earlier run of the program left behind, and nothing more.
class LeftJournal final : public IntentJournal
{
public:
    explicit LeftJournal(std::vector<AnyCommand> left)
        : m_left(std::move(left))
    {}

    bool begin(const AnyCommand &) override { return true; }
    void end(const QUuid &) override {}
    std::vector<AnyCommand> takeUnfinished() override { return std::exchange(m_left, {}); }

private:
    std::vector<AnyCommand> m_left;
};

/// Windows on a real database, made as the program makes them, used with keys and clicks.
class WindowFixture
{
public:
    /// Call once per test program: settings of the test alone, in English.
    static void prepare(const QString &name)
    {
        QStandardPaths::setTestModeEnabled(true);
        QApplication::setOrganizationName(QStringLiteral("tanaban-test"));
        QApplication::setApplicationName(name);
        ui::useLanguage(QStringLiteral("en"));
        QSettings().clear();
    }

    explicit WindowFixture(const DatabaseUrl &url,
                           const QString &actor = QString::fromLatin1(TestDatabase::login),
                           const std::vector<AnyCommand> &left = {})
        : session(ui::Environment{gate,
                                  clock,
                                  [left](const DatabaseUrl &) {
                                      return std::make_unique<LeftJournal>(left);
                                  },
                                  QString::fromLatin1(TestDatabase::login),
                                  usualDemoRows,
                                  files::tableWriterFor,
                                  files::rowReaderFor},
                  url,
                  actor)
    {}

    /// Shows a window, and waits until the database is open and nothing is under way.
    ui::MainWindow &open()
    {
        window = std::make_unique<ui::MainWindow>(session, theme);
        window->resize(1280, 800);
        window->show();
        session.open();
        // A form that opens again may have taken the activation already.
        if (!QTest::qWaitFor(
                [this] { return QApplication::activeWindow() && window->workspace() && calm(); },
                30'000))
            qFatal("the window does not open: state %d, %s %s",
                   int(session.state()),
                   qPrintable(messageOf(session.failure())),
                   qPrintable(session.failure().detail));
        return *window;
    }

    bool calm() { return session.runner().pending() == 0; }

    /// Keys go where the keyboard is, as in life; what no key has comes from an input method.
    static void type(const QString &text)
    {
        for (const QChar each : text) {
            if (each.unicode() < 0x80) {
                QTest::keyClick(QApplication::focusWidget(), each.toLatin1());
                continue;
            }
            QInputMethodEvent event;
            event.setCommitString(each);
            QApplication::sendEvent(QApplication::focusWidget(), &event);
        }
    }
    static void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(QApplication::focusWidget(), key, modifiers);
    }

    storage::SqlGate gate;
    SystemClock clock;
    ui::Theme theme{*qApp, ui::ThemeChoice::Light};
    ui::Session session;
    std::unique_ptr<ui::MainWindow> window;
};

} // namespace tanaban::test
