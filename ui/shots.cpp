#include "ui/shots.h"

#include "ui/language.h"
#include "ui/shotscenes.h"
#include "ui/workspace.h"

#include <QApplication>
#include <QDialog>
#include <QDir>
#include <QMenu>
#include <QRegularExpression>

#include <cstdio>

namespace tanaban::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int tickMilliseconds = 20;
constexpr int calmTicks = 10;
constexpr int mostTicks = 1000; // 20 s: something is wrong

/// Where an action leads to a dialog, its text says so.
bool opensDialog(const QAction &action)
{
    static const QRegularExpression dots(u"…(\\(&.\\))?$"_s);
    return dots.match(action.text()).hasMatch() || action.menuRole() == QAction::AboutRole;
}

} // namespace

Shots::Shots(Desktop &desktop,
             Theme &theme,
             std::vector<ThemeChoice> looks,
             QString folder,
             QObject *parent)
    : QObject(parent)
    , m_desktop(desktop)
    , m_theme(theme)
    , m_looks(std::move(looks))
    , m_folder(std::move(folder))
{
    m_timer.setInterval(tickMilliseconds);
    connect(&m_timer, &QTimer::timeout, this, &Shots::tick);
}

void Shots::say(const QString &text) const
{
    std::fputs((text + u'\n').toLocal8Bit().constData(), stderr);
}

QString Shots::folder() const
{
    return m_folder + u'/' + languageInUse() + u'-' + codeOf(m_looks[m_look]);
}

void Shots::start()
{
    for (m_look = 0; m_look < m_looks.size(); ++m_look) {
        if (!QDir().mkpath(folder())) {
            say(tr("The folder %1 cannot be made.").arg(folder()));
            Q_EMIT finished(1);
            return;
        }
    }
    m_look = 0;
    m_theme.choose(m_looks[m_look]);
    window().resize(1280, 800);
    m_timer.start();
}

void Shots::plan()
{
    for (const PlaceEntry &entry : placeList())
        planPlace(*window().workspace()->place(entry.id));
    const Target stock{u"stock"_s, {}};
    QList<QAction *> ofWindow = window().actions().findChildren<QAction *>();
    for (const QAction *action : window().actions().stockActions()) // the stock place knows how
        ofWindow.removeOne(action);
    planDialogs({}, ofWindow, stock);
    for (PlaceScene &scene : shotScenes(window(), m_desktop.session()))
        m_scenes.push_back(std::move(scene));
    m_scenes.push_back({u"manual"_s, {[this] { window().showManual(); }}, true});
    m_scenes.push_back({u"shortcuts"_s, {[this] { window().showShortcuts(); }}, true});
}

void Shots::planPlace(Place &place)
{
    const Target here{place.id(), {}};
    m_scenes.push_back({place.id(), {[this, here, &place] {
                            window().workspace()->go(here);
                            place.takeFocus();
                        }}});
    for (PlaceScene &scene : place.scenes()) {
        scene.name = place.id() + u'-' + scene.name;
        m_scenes.push_back(std::move(scene));
    }
    planDialogs(place.id() + u'-', place.placeActions(), here);
}

void Shots::planDialogs(const QString &before, const QList<QAction *> &actions, const Target &at)
{
    for (QAction *action : actions) {
        if (const QMenu *menu = action->menu())
            planDialogs(before, menu->actions(), at);
        else if (action->isVisible() && opensDialog(*action))
            m_scenes.push_back(
                {before + action->objectName(),
                 {[this, at] { window().workspace()->go(at); }, [action] { action->trigger(); }},
                 true});
    }
}

bool Shots::settled() const
{
    if (!m_desktop.firstWindow()->workspace())
        return m_desktop.session().state() == Session::State::Failed;
    return m_desktop.session().runner().pending() == 0;
}

QWidget *Shots::subject() const
{
    if (!m_scenes[m_scene].dialog)
        return m_desktop.firstWindow();
    for (QWidget *widget : QApplication::topLevelWidgets()) {
        if (widget->isVisible() && qobject_cast<QDialog *>(widget))
            return widget;
    }
    return nullptr;
}

void Shots::tick()
{
    m_calm = settled() ? m_calm + 1 : 0;
    ++m_waited;
    if (m_calm < calmTicks && m_waited < mostTicks)
        return;
    if (!window().workspace()) { // nothing but the page that says why
        window().grab().save(folder() + u"/not-open.png"_s);
        say(tr("The database could not be opened; the picture shows why."));
        m_timer.stop();
        Q_EMIT finished(1);
        return;
    }
    if (m_scenes.empty())
        plan();
    const PlaceScene &scene = m_scenes[m_scene];
    if (m_step < scene.steps.size()) {
        m_calm = 0;
        m_waited = 0;
        scene.steps[m_step++](); // may run an event loop of its own
        return;
    }
    take();
}

/// One look with each tick, so that the widgets have taken the colours on.
void Shots::take()
{
    const QString path = folder() + u'/' + m_scenes[m_scene].name + u".png"_s;
    QWidget *widget = subject();
    const bool written = widget && widget->grab().save(path);
    m_failures += written ? 0 : 1;
    say(written ? path : tr("No picture of %1.").arg(m_scenes[m_scene].name));
    m_look = (m_look + 1) % m_looks.size();
    if (m_looks.size() > 1)
        m_theme.choose(m_looks[m_look]);
    if (m_look == 0)
        next();
}

void Shots::next()
{
    if (auto *dialog = qobject_cast<QDialog *>(subject()))
        dialog->reject();
    m_step = 0;
    m_calm = 0;
    m_waited = 0;
    if (++m_scene < m_scenes.size())
        return;
    m_timer.stop();
    Q_EMIT finished(m_failures == 0 ? 0 : 1);
}

} // namespace tanaban::ui
