#pragma once

#include "model/clock.h"
#include "storage/gate.h"
#include "tests/ui/walk/checks.h"
#include "tests/ui/walk/walkcompany.h"

#include <QObject>

#include <memory>
#include <set>

class QAction;

namespace tanaban::ui {
class Desktop;
class MainWindow;
class Theme;
} // namespace tanaban::ui

namespace tanaban::test {

/// Every text goes through a translator that marks it: names, translations and focus are judged.
/// In a real language it is what is cut off or too large.
inline const QString pseudoLanguage = QStringLiteral("pseudo");

/// Walks through every place and dialog that the sources know, in a window on the demo company, and
/// judges what stands there. What it cannot open fails it, so a new dialog has to be shown to it.
/// Each language is a test of its own: they can run at the same time.
class Walk : public QObject
{
    Q_OBJECT

public:
    explicit Walk(const QString &language);
    ~Walk() override;

private Q_SLOTS:
    void initTestCase();
    void walk();

private:
    void open();
    void walkPlaces();
    void walkActions(const QString &place);
    void trigger(QAction *action);
    void leaveDialogs(const QString &cause);
    void walkConflict();
    void walkMerge();
    void walkPlan();
    void walkSeveral();
    void judge(QWidget &window, const QString &where);
    bool settle();
    ui::MainWindow &window();

    QString m_language;
    WalkCompany m_company;
    Data m_data;
    SystemClock m_clock;
    storage::SqlGate m_gate;
    std::unique_ptr<ui::Theme> m_theme;
    std::unique_ptr<ui::Desktop> m_desktop;
    std::set<QString> m_opened; ///< classes
    QStringList m_findings;
    std::set<QString> m_triggered;
    bool m_pseudo = false;
};

} // namespace tanaban::test
