#pragma once

#include "ui/mainwindow.h"

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
    MainWindow *newWindow();
    MainWindow *firstWindow() const;
    Session &session() { return *m_session; }

    void switchLanguage(const QString &code);

private:
    void closeWindows();

    Environment m_environment;
    Theme &m_theme;
    std::unique_ptr<Session> m_session;
    std::vector<QPointer<MainWindow>> m_windows;
};

} // namespace tanaban::ui
