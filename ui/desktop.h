#pragma once

#include "ui/mainwindow.h"
#include "ui/personalsettings.h"
#include "ui/scan/scanlistener.h"

#include <memory>
#include <vector>

namespace tanaban::ui {

/// The running program: its session and the windows on it. Another database or language makes the
/// windows anew.
class Desktop : public QObject
{
    Q_OBJECT

public:
    Desktop(Environment environment, Theme &theme, QObject *parent = nullptr);
    ~Desktop() override;

    /// Opens the database in the background and a window on it.
    void start(const DatabaseUrl &url, const QString &actor);
    /// Makes a database in the background, with a window that shows how far it is, and opens it.
    void make(const DatabaseUrl &url, const NewContent &content);
    /// Makes an empty one, opens it, and asks which files are to be imported.
    void makeForImport(const DatabaseUrl &url);
    /// Number 0 stands for the first that is free.
    MainWindow *newWindow(WindowStart start = {});
    MainWindow *firstWindow() const;
    Session &session() { return *m_session; }

    // As soon as nothing is on its way. What is typed is in the new windows again.
    void switchLanguage(const QString &code);
    void switchScale(int percent);

Q_SIGNALS:
    /// All windows are closed and the program has to start anew.
    void restartWanted();

private:
    void begin(const DatabaseUrl &url, const QString &actor);
    void closeWindows();
    int freeNumber() const;
    PersonalSettings settingsOf(const MainWindow &window) const;
    void reopenWindows();
    void onClosed(const MainWindow &window);
    void goElsewhere(const Target &target);
    void quit();
    bool inUse() const;
    void whenIdle(const std::function<void()> &act);

    Environment m_environment;
    Theme &m_theme;
    ScanFeedback m_scanFeedback;
    ScanListener m_scanListener{m_scanFeedback};
    std::unique_ptr<Session> m_session;
    std::vector<QPointer<MainWindow>> m_windows;
    bool m_quitting = false;
};

} // namespace tanaban::ui
