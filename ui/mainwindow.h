#pragma once

#include "ui/look/theme.h"
#include "ui/place.h"
#include "ui/scan/scantarget.h"
#include "ui/session.h"
#include "ui/windowstart.h"

#include <QMainWindow>

class QLabel;
class QLineEdit;
class QStackedWidget;

namespace tanaban::ui {

class DatabaseActions;
class OpeningPage;
class StatusLine;
class Symbol;
class WindowActions;
class Workspace;

/// One window on a session: the menu, the search field, the workspace, and what just happened.
class MainWindow
    : public QMainWindow
    , public ScanTarget
{
    Q_OBJECT

public:
    MainWindow(Session &session,
               Theme &theme,
               const WindowStart &start = {},
               QWidget *parent = nullptr);
    ~MainWindow() override;

    /// Null until the database is open.
    Workspace *workspace() const { return m_workspace; }
    WindowActions &actions() { return *m_actions; }
    QLineEdit &search() { return *m_search; }
    const WindowStart &start() const { return m_start; }

    DatabaseActions &databases() { return *m_databases; }
    bool takesScans() const override { return m_workspace != nullptr; }
    void takeScan(const ScannedCode &code, QWidget *field, ScanFeedback &feedback) override;
    void showManual();
    void showShortcuts();
    void showAbout();
    void showSettings();

    /// What has just happened, below everything.
    void setMessage(const QString &text);

Q_SIGNALS:
    void languageChosen(const QString &code);
    void scaleChosen(int percent);
    void newWindowWanted(const tanaban::ui::WindowStart &start);
    /// A window with one place only leaves other places to others.
    void elsewhereWanted(const tanaban::ui::Target &target);
    void closed();
    void quitWanted();

protected:
    void closeEvent(QCloseEvent *event) override;
    bool event(QEvent *event) override;
    bool eventFilter(QObject *object, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void makeToolBar();
    void makeThemeMenu();
    void makeLanguageMenu();
    void makeSizeMenu();
    void connectActions();
    void showOpeningPage();
    void showWorkspace();
    void keepGeometry();
    QWidget *makeLostStrip();
    void setConnected(bool connected);
    void showPerson();

    Session &m_session;
    Theme &m_theme;
    WindowStart m_start;
    WindowActions *m_actions;
    DatabaseActions *m_databases;
    QStackedWidget *m_pages;
    StatusLine *m_status;
    OpeningPage *m_openingPage = nullptr;
    Workspace *m_workspace = nullptr;
    QLineEdit *m_search = nullptr;
    Symbol *m_connectionSymbol = nullptr;
    QLabel *m_connection = nullptr;
    QWidget *m_lostStrip = nullptr;
    QLabel *m_lostText = nullptr;
};

} // namespace tanaban::ui
