#include "ui/workspace.h"

#include "ui/stock/detailspanel.h"
#include "ui/stock/filterbar.h"
#include "ui/stock/placestree.h"
#include "ui/stock/stockmodel.h"
#include "ui/stock/stockplace.h"
#include "ui/stock/stockview.h"

#include <QApplication>
#include <QClipboard>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QSettings>

namespace tanaban::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int treeWidth = 216;
constexpr int detailsWidth = 272;
constexpr int zonesAfterMilliseconds = 2000;
constexpr QLatin1String settingsKey("window/panels");

} // namespace

Workspace::Workspace(Session &session, WindowActions &actions, QLineEdit &search, QWidget *parent)
    : QSplitter(Qt::Horizontal, parent)
    , m_session(session)
    , m_actions(actions)
    , m_search(search)
    , m_places(new PlacesTree(this))
    , m_stock(new StockPlace(session.store(), session.runner(), this))
    , m_details(new DetailsPanel(session.store(), session.runner(), actions.rowActions(), this))
    , m_watcher(new ChangeWatcher(session.store(), session.runner(), this))
    , m_controller(new ActionController(session.store(),
                                        session.clock(),
                                        session.journal(),
                                        session.runner(),
                                        window()))
{
    m_controller->setParent(this);
    setObjectName(u"workspace"_s);
    setChildrenCollapsible(false);
    setHandleWidth(1);
    m_places->setMinimumWidth(160);
    m_stock->setMinimumWidth(360);
    m_details->setMinimumWidth(272);
    for (QWidget *part : {static_cast<QWidget *>(m_places),
                          static_cast<QWidget *>(m_stock),
                          static_cast<QWidget *>(m_details)})
        addWidget(part);
    setStretchFactor(0, 0);
    setStretchFactor(1, 1);
    setStretchFactor(2, 0);
    setSizes({treeWidth, 10'000, detailsWidth});
    restoreState(QSettings().value(settingsKey).toByteArray());
    connectParts();
    connectSearch();
    connectActions();
    // How full the zones are is a sum over all stock: not asked for at every single change.
    m_zonesSoon.setSingleShot(true);
    m_zonesSoon.setInterval(zonesAfterMilliseconds);
    connect(&m_zonesSoon, &QTimer::timeout, this, &Workspace::readZones);
    readZones();
    choosePlace(QString(), std::nullopt);
    m_watcher->start();
    m_controller->settleUnfinished();
}

Workspace::~Workspace()
{
    QSettings().setValue(settingsKey, saveState());
}

void Workspace::connectParts()
{
    connect(m_places, &PlacesTree::placeChosen, this, &Workspace::choosePlace);
    connect(m_stock, &StockPlace::placeRemoved, this, [this] {
        m_places->choose(QString(), std::nullopt);
    });
    connect(m_stock, &StockPlace::textRemoved, &m_search, &QLineEdit::clear);
    connect(m_stock, &StockPlace::currentIdChanged, this, &Workspace::showCurrent);
    connect(m_stock, &StockPlace::opened, this, [this] {
        m_actions.showDetails->setChecked(true);
        m_details->findChild<QListView *>(u"history"_s)->setFocus(Qt::OtherFocusReason);
    });
    connect(m_stock, &StockPlace::receiveWanted, this, [this] {
        m_actions.stock(ActionKind::Receive)->trigger();
    });
    connect(m_details, &DetailsPanel::rowRead, this, &Workspace::updateActions);
    connect(m_watcher, &ChangeWatcher::changed, this, &Workspace::onChanged);
    connect(m_controller, &ActionController::message, this, &Workspace::message);
    connect(m_controller, &ActionController::roleChanged, this, &Workspace::updateActions);
    connect(m_controller, &ActionController::stockChanged, this, &Workspace::onChanged);
}

void Workspace::connectSearch()
{
    connect(&m_search, &QLineEdit::textChanged, m_stock, &StockPlace::setText);
    connect(&m_search, &QLineEdit::returnPressed, this, [this] {
        m_stock->setTextAndSelect(m_search.text());
        m_search.selectAll(); // the next scan replaces this one
    });
    m_search.installEventFilter(this);
}

// Down leads from the search field into the table, Esc clears it.
bool Workspace::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != &m_search || event->type() != QEvent::KeyPress)
        return QSplitter::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (key == Qt::Key_Down) {
        m_actions.goToStock->trigger();
        return true;
    }
    if (key == Qt::Key_Escape) {
        m_search.clear();
        return true;
    }
    return false;
}

void Workspace::connectActions()
{
    connect(&m_actions, &WindowActions::started, this, [this](ActionKind kind) {
        const qint64 id = m_details->stockId();
        m_controller->start(kind, id == 0 ? std::nullopt : std::optional(id));
    });
    connect(m_actions.refresh, &QAction::triggered, this, &Workspace::refresh);
    connect(m_actions.find, &QAction::triggered, this, [this] {
        m_search.setFocus(Qt::ShortcutFocusReason);
        m_search.selectAll();
    });
    connect(m_actions.copy, &QAction::triggered, this, [this] {
        QApplication::clipboard()->setText(m_stock->view().currentAsText());
        Q_EMIT message(tr("The row was copied."));
    });
    connect(m_actions.showPlaces, &QAction::toggled, m_places, &QWidget::setVisible);
    connect(m_actions.showDetails, &QAction::toggled, m_details, &QWidget::setVisible);
    connect(m_actions.goToPlaces, &QAction::triggered, this, [this] {
        m_actions.showPlaces->setChecked(true);
        m_places->setFocus(Qt::ShortcutFocusReason);
    });
    connect(m_actions.goToStock, &QAction::triggered, this, [this] {
        m_stock->view().setFocus(Qt::ShortcutFocusReason);
        if (m_stock->view().currentId() == 0)
            m_stock->view().selectFirst();
    });
    connect(m_actions.goToHistory, &QAction::triggered, this, [this] {
        m_actions.showDetails->setChecked(true);
        m_details->findChild<QListView *>(u"history"_s)->setFocus(Qt::ShortcutFocusReason);
    });
}

void Workspace::choosePlace(const QString &warehouse, std::optional<int> zone)
{
    const QModelIndex chosen = m_places->currentIndex();
    QString title = chosen.data().toString();
    if (zone)
        title = chosen.parent().data().toString() + u" / " + title;
    m_stock->setPlace(title, warehouse, zone);
}

void Workspace::readZones()
{
    m_session.runner().run(
        this,
        [&store = m_session.store()] { return store.zones(); },
        [this](const Read<std::vector<ZoneSummary>> &zones) {
            if (zones)
                m_places->setZones(*zones);
        });
}

void Workspace::onChanged()
{
    m_stock->refresh();
    m_details->refresh();
    if (!m_zonesSoon.isActive())
        m_zonesSoon.start();
}

void Workspace::refresh()
{
    onChanged();
    m_watcher->askNow();
}

void Workspace::showCurrent(qint64 id)
{
    m_details->showStock(id, m_stock->model().listRowOf(id));
    updateActions();
}

void Workspace::updateActions()
{
    m_actions.setRow(m_details->row(), m_controller->role());
}

} // namespace tanaban::ui
