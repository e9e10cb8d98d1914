#include "ui/workspace.h"

#include "ui/allocation/allocationdialogs.h"
#include "ui/allocation/allocationplace.h"
#include "ui/search/searchassist.h"
#include "ui/sidebar.h"
#include "ui/stock/stockplace.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QStackedWidget>

namespace tanaban::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int sideBarWidth = 216;
constexpr int detailsWidth = 272;
constexpr int zonesAfterMilliseconds = 2000;
constexpr int keepEveryMilliseconds = 5000;
constexpr int keepDraftsEveryMilliseconds = 1000;

} // namespace

Workspace::Workspace(Session &session,
                     WindowActions &actions,
                     QLineEdit &search,
                     const WindowStart &start,
                     QWidget *parent)
    : QSplitter(Qt::Horizontal, parent)
    , m_session(session)
    , m_actions(actions)
    , m_search(search)
    , m_start(start)
    , m_settings(session.url(), session.actor())
    , m_own(m_settings.part(keyOfWindow(start.number)))
    , m_list(placeList())
    , m_assist(new SearchAssist(search, session.codes(), session.runner(), this))
    , m_sideBar(new SideBar(m_list, this))
    , m_places(new QStackedWidget(this))
    , m_details(new QStackedWidget(this))
    , m_watcher(new ChangeWatcher(session.store(), session.runner(), this))
    , m_controller(new ActionController(session.store(),
                                        session.clock(),
                                        session.journal(),
                                        session.runner(),
                                        window()))
{
    m_controller->setParent(this);
    m_controller->setCodes(session.codes());
    setObjectName(u"workspace"_s);
    setChildrenCollapsible(false);
    setHandleWidth(1);
    m_sideBar->setMinimumWidth(160);
    m_places->setMinimumWidth(360);
    m_details->setMinimumWidth(detailsWidth);
    for (QWidget *part : {static_cast<QWidget *>(m_sideBar),
                          static_cast<QWidget *>(m_places),
                          static_cast<QWidget *>(m_details)})
        addWidget(part);
    setStretchFactor(0, 0);
    setStretchFactor(1, 1);
    setStretchFactor(2, 0);
    setSizes({sideBarWidth, 10'000, detailsWidth});
    // How full the zones are is a sum over all stock: not asked for at every single change.
    m_zonesSoon.setSingleShot(true);
    m_zonesSoon.setInterval(zonesAfterMilliseconds);
    m_keep.setInterval(keepEveryMilliseconds);
    m_keepDrafts.setInterval(keepDraftsEveryMilliseconds);
    connectParts();
    connectSearch();
    connectActions();
    restore();
    readZones();
    m_keep.start();
    m_keepDrafts.start();
    m_watcher->start();
    const QJsonArray drafts = session.drafts().take(start.number);
    if (start.only.isEmpty())
        m_controller->settleUnfinished(drafts);
    else // whatever else an earlier run left needs a window with all places
        m_controller->reopen(drafts);
}

Workspace::~Workspace()
{
    keep();
    keepDrafts();
}

StockPlace &Workspace::stockPlace()
{
    return static_cast<StockPlace &>(*place(firstPlace));
}

Place *Workspace::place(const QString &id)
{
    Room *found = room(id);
    return found ? found->place : nullptr;
}

/// The place with all its actions, before it is asked to show anything.
Workspace::Room *Workspace::made(const QString &id)
{
    if (const auto known = m_rooms.find(id); known != m_rooms.end())
        return &known->second;
    const auto entry = std::ranges::find(m_list, id, &PlaceEntry::id);
    if (entry == m_list.end())
        return nullptr;
    Room &room = m_rooms[id];
    const PlaceServices services{m_session, *m_controller, m_actions, m_settings};
    room.place = entry->make(services, m_places);
    if (auto *desk = qobject_cast<AllocationPlace *>(room.place))
        desk->setBatchStarter(
            [this](const BatchRequest &request) { m_allocation->allocate(request); });
    m_places->addWidget(room.place);
    room.details = room.place->details();
    if (room.details)
        m_details->addWidget(room.details);
    m_actions.addPlace(id, room.place->placeActions());
    connectPlace(room);
    return &room;
}

Workspace::Room *Workspace::room(const QString &id)
{
    Room *found = made(id);
    if (found && !std::exchange(found->restored, true))
        found->place->restore(stateOf(id));
    return found;
}

void Workspace::connectPlace(Room &room)
{
    Place *place = room.place;
    const auto ifCurrent = [this, place](auto act) {
        return [this, place, act] {
            if (place == m_current)
                act();
        };
    };
    connect(place, &Place::message, this, &Workspace::message);
    connect(place, &Place::wanted, this, &Workspace::go);
    connect(place, &Place::draftChanged, this, &Workspace::keepDrafts);
    connect(place, &Place::titleChanged, this, ifCurrent([this] {
                Q_EMIT titleChanged(m_current->title());
            }));
    connect(place, &Place::selectionChanged, this, ifCurrent([this] { updateActions(); }));
    connect(place, &Place::searchTyped, this, [this](const QString &text) {
        if (!m_search.hasFocus())
            m_search.selectAll(); // it is another search; letters that follow are of this one
        m_search.setFocus(Qt::OtherFocusReason);
        m_search.insert(text);
    });
    connect(place, &Place::detailsWanted, this, ifCurrent([this] {
                m_actions.showDetails->setChecked(true);
                if (QWidget *details = m_current->details())
                    details->setFocus(Qt::OtherFocusReason);
            }));
    connect(place, &Place::searchTextWanted, this, [this, &room](const QString &text) {
        room.searchText = text;
        if (room.place == m_current) {
            const QSignalBlocker quiet(m_search); // the place knows
            m_search.setText(text);
        }
    });
    if (auto *stock = qobject_cast<StockPlace *>(place)) {
        stock->setZones(m_zones);
        connect(stock, &StockPlace::zoneChanged, this, &Workspace::showInSideBar);
    }
}

void Workspace::connectParts()
{
    connect(m_sideBar,
            &SideBar::chosen,
            this,
            [this](const QString &place, const QString &warehouse, std::optional<int> zone) {
                go({place, {}});
                if (place == firstPlace)
                    stockPlace().setZone(warehouse, zone);
            });
    connect(m_watcher, &ChangeWatcher::changed, this, &Workspace::onChanged);
    connect(m_watcher, &ChangeWatcher::connectionChanged, this, [this](bool connected) {
        m_actions.setReachable(connected);
        updateActions();
    });
    connect(&m_session, &Session::changeHeard, m_watcher, &ChangeWatcher::askNow);
    connect(m_controller, &ActionController::message, this, &Workspace::message);
    connect(m_controller, &ActionController::roleChanged, this, &Workspace::updateActions);
    connect(m_controller, &ActionController::stockChanged, this, &Workspace::onChanged);
    connect(m_controller, &ActionController::recordLeft, this, &Workspace::reopen);
    connect(m_controller, &ActionController::otherDraftLeft, this, &Workspace::reopenDraft);
    connect(m_controller, &ActionController::received, this, [this](qint64 id) {
        stockPlace().selectWhenThere(id);
    });
    connect(&m_zonesSoon, &QTimer::timeout, this, &Workspace::readZones);
    connect(&m_keep, &QTimer::timeout, this, &Workspace::keep);
    connect(&m_keepDrafts, &QTimer::timeout, this, &Workspace::keepDrafts);
    connect(m_controller, &ActionController::draftsChanged, this, &Workspace::keepDrafts);
}

void Workspace::connectSearch()
{
    connect(&m_search, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_rooms.at(m_current->id()).searchText = text;
        m_current->setSearchText(text);
    });
    connect(&m_search, &QLineEdit::returnPressed, this, [this] {
        m_current->acceptSearch(m_search.text());
        m_search.selectAll(); // the next scan replaces this one
    });
    m_search.installEventFilter(this);
}

// Down leads from the search field into the place, Esc clears it.
bool Workspace::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != &m_search || event->type() != QEvent::KeyPress)
        return QSplitter::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (key == Qt::Key_Down) {
        m_current->takeFocus();
        return true;
    }
    if (key == Qt::Key_Escape) {
        m_search.clear();
        return true;
    }
    return false;
}

void Workspace::go(const Target &target)
{
    if (!m_start.only.isEmpty() && target.place != m_start.only) {
        Q_EMIT elsewhereWanted(target);
        return;
    }
    Room *wanted = room(target.place);
    if (!wanted)
        return;
    if (wanted->place != m_current)
        enter(*wanted);
    if (!target.what.isEmpty())
        wanted->place->show(target.what);
}

/// At the place that keeps such records.
void Workspace::enter(Room &room)
{
    const bool hadFocus = m_current && m_current->isAncestorOf(QApplication::focusWidget());
    m_current = room.place;
    m_places->setCurrentWidget(room.place);
    if (room.details)
        m_details->setCurrentWidget(room.details);
    showDetails();
    {
        const QSignalBlocker quiet(m_search);
        m_search.setText(room.searchText);
    }
    m_assist->setOffering(room.place->readsSearchLanguage());
    showInSideBar();
    m_actions.setPlace(room.place->id());
    updateActions();
    if (std::exchange(room.outdated, false))
        room.place->refresh();
    if (hadFocus)
        room.place->takeFocus();
    Q_EMIT titleChanged(room.place->title());
}

void Workspace::showInSideBar()
{
    if (m_current == nullptr)
        return;
    if (m_current->id() == firstPlace)
        m_sideBar->setCurrent(firstPlace, stockPlace().warehouse(), stockPlace().zone());
    else
        m_sideBar->setCurrent(m_current->id());
}

void Workspace::showDetails()
{
    m_details->setVisible(m_actions.showDetails->isChecked() && m_current && m_current->details());
}

void Workspace::readZones()
{
    m_session.runner().run(
        this,
        [&store = m_session.store()] { return store.zones(); },
        [this](const Read<std::vector<ZoneSummary>> &zones) {
            if (!zones)
                return;
            m_zones = *zones;
            m_sideBar->setZones(m_zones);
            if (const auto stock = m_rooms.find(firstPlace); stock != m_rooms.end())
                stockPlace().setZones(m_zones);
            showInSideBar(); // a zone that is remembered is there only now
        });
}

void Workspace::onChanged()
{
    for (auto &[id, room] : m_rooms)
        room.outdated = room.place != m_current;
    m_current->refresh();
    m_allocation->refresh();
    if (!m_zonesSoon.isActive())
        m_zonesSoon.start();
}

void Workspace::refresh()
{
    onChanged();
    m_watcher->askNow();
}

void Workspace::updateActions()
{
    m_actions.setRows(m_current->stockRows(), m_controller->role());
    m_actions.setTable(m_current->table().has_value());
}

} // namespace tanaban::ui
