#include "ui/shots.h"

#include "ui/stock/detailspanel.h"
#include "ui/stock/filterbar.h"
#include "ui/stock/stockmodel.h"
#include "ui/stock/stockplace.h"
#include "ui/stock/stockview.h"
#include "ui/workspace.h"

#include <QApplication>
#include <QDialog>
#include <QDir>
#include <QLineEdit>

#include <cstdio>

namespace tanaban::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int tickMilliseconds = 50;
constexpr int calmTicks = 6;
constexpr int mostTicks = 400; // 20 s: something is wrong
constexpr ActionKind kinds[] = {ActionKind::Receive,
                                ActionKind::Reserve,
                                ActionKind::Release,
                                ActionKind::Ship,
                                ActionKind::Move,
                                ActionKind::Adjust,
                                ActionKind::ChangeStatus};

} // namespace

Shots::Shots(Desktop &desktop, QString folder, QObject *parent)
    : QObject(parent)
    , m_desktop(desktop)
    , m_folder(std::move(folder))
{
    m_timer.setInterval(tickMilliseconds);
    connect(&m_timer, &QTimer::timeout, this, &Shots::tick);
}

void Shots::say(const QString &text) const
{
    std::fputs((text + u'\n').toLocal8Bit().constData(), stderr);
}

void Shots::start()
{
    if (!QDir().mkpath(m_folder)) {
        say(tr("The folder %1 cannot be made.").arg(m_folder));
        Q_EMIT finished(1);
        return;
    }
    window().resize(1280, 800);
    plan();
    m_timer.start();
}

void Shots::plan()
{
    const auto add =
        [this](const QString &name, std::function<void()> prepare, bool dialog = false) {
            m_scenes.push_back({name, std::move(prepare), dialog});
        };
    add(u"stock"_s, [this] { window().workspace()->stockPlace().view().selectFirst(); });
    add(u"zone"_s, [this] {
        window().workspace()->go({u"stock"_s, {{u"warehouse"_s, u"WH002"_s}, {u"zone"_s, 2}}});
    });
    add(u"search"_s, [this] {
        window().workspace()->stockPlace().setZone(QString(), std::nullopt);
        const StockListRow *row = window().workspace()->stockPlace().model().listRow(0);
        search(row ? row->productName.left(2) : QString());
    });
    add(u"filters"_s, [this] {
        search(QString());
        StockFilter expiring;
        expiring.expiresWithinDays = 30;
        expiring.reserved = true;
        filter(expiring);
    });
    add(u"nothing-fits"_s, [this] { search(u"no such goods"_s); });
    planForms();
    add(
        u"palette"_s, [this] { window().actions().palette->trigger(); }, true);
    add(
        u"open-database"_s, [this] { window().openDatabaseDialog(); }, true);
    add(
        u"shortcuts"_s, [this] { window().showShortcuts(); }, true);
    add(
        u"about"_s, [this] { window().showAbout(); }, true);
}

void Shots::planForms()
{
    for (const ActionKind kind : kinds) {
        m_scenes.push_back({u"select-for-"_s + kindOf(kind),
                            [this, kind] {
                                search(QString());
                                StockFilter wanted;
                                wanted.reserved = kind == ActionKind::Release
                                                  || kind == ActionKind::Ship;
                                wanted.status = StockStatus::Available;
                                filter(wanted);
                            },
                            false});
        m_scenes.push_back({u"form-"_s + kindOf(kind),
                            [this, kind] {
                                selectWith(kind);
                                window().actions().stock(kind)->trigger();
                            },
                            true});
    }
}

void Shots::search(const QString &text)
{
    window().search().setText(text);
}

void Shots::filter(const StockFilter &filter)
{
    window().workspace()->stockPlace().filterBar().setSwitches(filter);
}

/// The first row in view that the action can work on.
void Shots::selectWith(ActionKind kind)
{
    StockPlace &place = window().workspace()->stockPlace();
    for (int row = 0; row < place.model().rowCount(); ++row) {
        const StockListRow *known = place.model().listRow(row);
        if (known && !ActionController::whyNot(kind, known, std::nullopt)) {
            place.view().select(known->row.id);
            return;
        }
    }
}

bool Shots::settled() const
{
    const Workspace *workspace = m_desktop.firstWindow()->workspace();
    if (!workspace)
        return m_desktop.session().state() == Session::State::Failed;
    const StockModel &model = m_desktop.firstWindow()->workspace()->stockPlace().model();
    return !model.busy() && model.complete() && m_desktop.session().runner().pending() == 0;
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
        window().grab().save(m_folder + u"/not-open.png"_s);
        say(tr("The database could not be opened; the picture shows why."));
        m_timer.stop();
        Q_EMIT finished(1);
        return;
    }
    m_calm = 0;
    if (!m_prepared) {
        m_prepared = true;
        m_waited = 0;
        m_scenes[m_scene].prepare();
        return;
    }
    take();
}

void Shots::take()
{
    const QString name = m_scenes[m_scene].name;
    QWidget *widget = subject();
    if (!name.startsWith(u"select-for-"_s)) {
        const QString path = m_folder + u'/' + name + u".png"_s;
        const bool written = widget && widget->grab().save(path);
        m_failures += written ? 0 : 1;
        say(written ? path : tr("No picture of %1.").arg(name));
    }
    if (auto *dialog = qobject_cast<QDialog *>(widget))
        dialog->reject();
    m_prepared = false;
    m_waited = 0;
    if (++m_scene < m_scenes.size())
        return;
    m_timer.stop();
    Q_EMIT finished(m_failures == 0 ? 0 : 1);
}

} // namespace tanaban::ui
