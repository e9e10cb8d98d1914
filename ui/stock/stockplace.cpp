#include "ui/stock/stockplace.h"

#include "ui/contextmenu.h"
#include "ui/look/emptypage.h"
#include "ui/look/symbol.h"
#include "ui/look/theme.h"
#include "ui/look/workingbar.h"
#include "ui/session.h"
#include "ui/stock/detailspanel.h"
#include "ui/stock/filterbar.h"
#include "ui/stock/filterjson.h"
#include "ui/stock/stockmodel.h"
#include "ui/stock/stockview.h"
#include "ui/windowactions.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QMenu>
#include <QProgressBar>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace tanaban::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int typingRestMilliseconds = 40;
constexpr int showStopAfterMilliseconds = 2000;
constexpr int requeryAfterMilliseconds = 1500;

} // namespace

StockPlace::StockPlace(const PlaceServices &services, QWidget *parent)
    : Place(parent)
    , m_services(services)
    , m_model(new StockModel(services.session.store(), services.session.runner(), this))
    , m_filters(new FilterBar(services.settings, this))
    , m_view(new StockView(*m_model, services.settings, this))
    , m_details(new DetailsPanel(services.session.store(),
                                 services.session.claims(),
                                 services.session.clock(),
                                 services.session.runner(),
                                 services.actions.rowActions(),
                                 this))
    , m_pages(new QStackedWidget(this))
    , m_empty(new EmptyPage(this))
    , m_history(new QAction(tr("&History of the row"), this))
    , m_asOf(new QAction(tr("Stock &as of…"), this))
    , m_now(new QAction(tr("Back to &now"), this))
    , m_holders(new QAction(tr("&Who has it…"), this))
    , m_showHistory(new QAction(tr("Show histor&y"), this))
    , m_working(makeWorkingBar(this))
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_pages->addWidget(m_view);
    m_pages->addWidget(m_empty);
    m_empty->offer({services.actions.stock(ActionKind::Receive), m_filters->clearAction()});
    m_history->setObjectName(u"history"_s);
    m_history->setShortcut(Qt::CTRL | Qt::Key_H);
    m_history->setStatusTip(
        tr("Look through what happened to the selected row (Enter does it too)"));
    m_showHistory->setObjectName(u"showHistory"_s);
    m_showHistory->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_H);
    m_showHistory->setStatusTip(
        tr("Go to the history of the selected row; without one, of what is shown"));

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_filters);
    layout->addWidget(makePastStrip());
    layout->addWidget(makeStrip());
    layout->addWidget(m_working);
    layout->addWidget(m_pages, 1);

    const auto once = [](QTimer &timer, int milliseconds) {
        timer.setSingleShot(true);
        timer.setInterval(milliseconds);
    };
    once(m_typing, typingRestMilliseconds);
    once(m_showWorking, showWorkingAfterMilliseconds);
    once(m_showStop, showStopAfterMilliseconds);
    once(m_requery, requeryAfterMilliseconds);
    connect(&m_typing, &QTimer::timeout, this, &StockPlace::ask);
    connect(&m_showWorking, &QTimer::timeout, m_working, &QWidget::show);
    connect(&m_showStop, &QTimer::timeout, this, [this] {
        m_stripText->setText(tr("Still searching. What is shown is from before."));
        m_stripButton->setText(tr("Stop"));
        m_strip->show();
    });
    connect(&m_requery, &QTimer::timeout, m_model, &StockModel::requery);

    m_asOf->setObjectName(u"asOf"_s);
    m_asOf->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_T);
    m_asOf->setStatusTip(tr("Show what lay where at a past moment; it can be read, not changed"));
    m_now->setObjectName(u"backToNow"_s);
    m_now->setStatusTip(tr("Show the stock as it is now (Esc in the list does it too)"));
    m_now->setShortcut(Qt::CTRL | Qt::ALT | Qt::Key_H);
    m_now->setEnabled(false);
    connect(m_asOf, &QAction::triggered, this, &StockPlace::askForMoment);
    connect(m_now, &QAction::triggered, this, [this] { showAsOf(std::nullopt); });
    m_details->setFocusProxy(m_details->findChild<QListView *>(u"history"_s));
    connectParts();
    makeHolders();
}

void StockPlace::connectParts()
{
    connect(m_model, &StockModel::rearranged, this, &Place::tableChanged);
    connect(m_filters, &FilterBar::searchTextChanged, this, [this](const QString &text) {
        ask();
        Q_EMIT searchTextWanted(text);
    });
    connect(m_filters, &FilterBar::zoneRemoved, this, [this] { setZone(QString(), std::nullopt); });
    connect(m_model, &StockModel::firstPageArrived, this, &StockPlace::onFirstPage);
    connect(m_model, &StockModel::completed, this, &StockPlace::showWhatIsThere);
    connect(m_model, &StockModel::busyChanged, this, &StockPlace::onBusy);
    connect(m_model, &StockModel::failed, this, &StockPlace::fail);
    connect(m_view, &StockView::currentIdChanged, this, [this](qint64 id) {
        m_details->showStock(id, m_model->listRowOf(id));
        Q_EMIT selectionChanged();
    });
    connect(m_view, &StockView::selectedIdsChanged, this, &StockPlace::selectionChanged);
    connect(m_view, &StockView::searched, this, &Place::searchTyped);
    connect(m_view, &StockView::opened, this, &StockPlace::detailsWanted);
    connect(m_history, &QAction::triggered, this, &StockPlace::detailsWanted);
    connect(m_showHistory, &QAction::triggered, this, &StockPlace::showHistory);
    connect(m_details, &DetailsPanel::rowRead, this, &StockPlace::selectionChanged);
    offerContextMenu(m_view, [this] {
        const WindowActions &actions = m_services.actions;
        QList<QAction *> offered = actions.stockActions();
        offered << nullptr << m_holders << m_showHistory << actions.copy;
        return offered;
    });
}

QWidget *StockPlace::makeStrip()
{
    m_strip = new QWidget(this);
    m_strip->setObjectName(u"strip"_s);
    m_strip->setAttribute(Qt::WA_StyledBackground);
    m_stripText = new QLabel(m_strip);
    m_stripText->setWordWrap(true);
    m_stripButton = new QPushButton(m_strip);
    m_stripButton->setObjectName(u"stripButton"_s);
    auto *layout = new QHBoxLayout(m_strip);
    layout->setContentsMargins(16, 6, 8, 6);
    layout->addWidget(new Symbol(u"warning"_s, 16, m_strip));
    layout->addWidget(m_stripText, 1);
    layout->addWidget(m_stripButton);
    connect(m_stripButton, &QPushButton::clicked, this, [this] {
        const bool stop = m_model->busy();
        hideStrip();
        if (stop)
            m_model->cancel();
        else
            ask();
    });
    m_strip->hide();
    return m_strip;
}

QString StockPlace::title() const
{
    const StockFilter &filter = m_filters->filter();
    if (filter.warehouse.isEmpty())
        return tr("All stock");
    const auto zone = std::ranges::find_if(m_zones, [&filter](const ZoneSummary &each) {
        return each.zone.warehouse == filter.warehouse
               && (!filter.zone || each.zone.number == *filter.zone);
    });
    const bool known = zone != m_zones.end();
    QString title = filter.warehouse;
    if (known && !zone->warehouseName.isEmpty())
        title += u' ' + zone->warehouseName;
    if (filter.zone) {
        title += u" · " + QString::number(*filter.zone);
        if (known)
            title += u' ' + zone->zone.name;
    }
    return title;
}

QWidget *StockPlace::details()
{
    return m_details;
}

QString StockPlace::warehouse() const
{
    return m_filters->filter().warehouse;
}

std::optional<int> StockPlace::zone() const
{
    return m_filters->filter().zone;
}

void StockPlace::setZone(const QString &warehouse, std::optional<int> zone)
{
    m_filters->setZone(warehouse, zone);
    m_filters->setTitle(title());
    ask();
    Q_EMIT zoneChanged();
    Q_EMIT titleChanged();
}

void StockPlace::setZones(const std::vector<ZoneSummary> &zones)
{
    m_zones = zones;
    m_filters->setTitle(title());
    Q_EMIT titleChanged();
}

void StockPlace::show(const QJsonObject &what)
{
    showAsOf(std::nullopt);
    m_filters->setSearchText(searchTextFrom(what));
    const QJsonValue zone = what.value("zone"_L1);
    setZone(what.value("warehouse"_L1).toString(),
            zone.isDouble() ? std::optional(zone.toInt()) : std::nullopt);
    Q_EMIT searchTextWanted(m_filters->searchText());
    m_selectId = what.value("stock"_L1).toInteger();
}

QJsonObject StockPlace::state() const
{
    QJsonObject state{{u"text"_s, m_filters->searchText()}};
    if (!warehouse().isEmpty())
        state.insert(u"warehouse"_s, warehouse());
    if (zone())
        state.insert(u"zone"_s, *zone());
    return state;
}

void StockPlace::restore(const QJsonObject &state)
{
    show(state);
}

QList<QAction *> StockPlace::placeActions() const
{
    return {m_history, m_holders, m_showHistory, m_asOf, m_now, m_filters->menu()->menuAction()};
}

void StockPlace::takeFocus()
{
    if (m_pages->currentWidget() == m_empty && !m_typing.isActive() && m_model->complete()) {
        m_empty->takeFocus();
        return;
    }
    m_view->setFocus(Qt::ShortcutFocusReason);
    if (m_typing.isActive())
        ask(); // whoever goes into the table has finished typing
    else if (m_model->answered() && m_model->rowOf(m_view->currentId()) < 0)
        m_view->selectFirst();
}

void StockPlace::selectAll()
{
    m_view->selectAll();
}

void StockPlace::selectWhenThere(qint64 id)
{
    m_selectId = id;
    if (m_model->rowOf(id) >= 0)
        m_view->select(std::exchange(m_selectId, 0));
    else
        m_model->requery();
}

QList<StockListRow> StockPlace::stockRows() const
{
    if (isPast()) // nothing can be done with what was
        return {};
    const std::vector<qint64> ids = m_view->selectedIds(ActionController::mostRows + 1);
    const StockListRow *current = m_details->row();
    if (ids.size() < 2)
        return current ? QList<StockListRow>{*current} : QList<StockListRow>();
    QList<StockListRow> rows;
    for (const qint64 id : ids) {
        const StockListRow *row = m_model->listRowOf(id);
        rows.append(row ? *row : StockListRow());
        rows.back().row.id = id;
    }
    return rows;
}

QString StockPlace::selectedText() const
{
    return m_view->currentAsText();
}

void StockPlace::setSearchText(const QString &text)
{
    m_filters->setSearchText(text);
    m_typing.start();
}

void StockPlace::acceptSearch(const QString &text)
{
    m_filters->setSearchText(text);
    const bool asked = m_model->answered() && m_model->filter() == m_filters->filter();
    if (asked && !m_typing.isActive()) {
        m_view->selectFirst();
        return;
    }
    m_selectFirst = true;
    ask();
}

void StockPlace::ask()
{
    m_typing.stop();
    m_model->setQuery(m_filters->filter(), m_model->sorting());
    m_filters->setCount(std::nullopt, false);
}

void StockPlace::refresh()
{
    if (isPast()) // what was does not change
        return;
    m_model->refreshVisible();
    m_details->refresh();
    // Asking for every id anew is dear on a large stock: not more often than this, however much
    // is going on.
    if (!m_requery.isActive() && !m_model->busy())
        m_requery.start();
}

void StockPlace::onFirstPage()
{
    const bool lost = m_view->hasFocus() && m_model->rowOf(m_view->currentId()) < 0;
    if (std::exchange(m_selectFirst, false) || lost)
        m_view->selectFirst();
    showWhatIsThere();
}

void StockPlace::showWhatIsThere()
{
    hideStrip();
    if (m_selectId != 0 && m_model->rowOf(m_selectId) >= 0)
        m_view->select(std::exchange(m_selectId, 0));
    else if (m_model->complete())
        m_selectId = 0; // not among these, and it does not jump there later
    const int rows = m_model->rowCount();
    m_filters->setCount(rows, !m_model->complete());
    const bool filtered = m_filters->filter() != StockFilter{};
    m_empty->say(
        filtered ? tr("Nothing here fits") : tr("No stock yet"),
        filtered ? tr("No stock row fits the search text and the filters.")
                 : tr("Goods appear here as soon as they have been received into a zone."),
        {filtered ? m_filters->clearAction() : m_services.actions.stock(ActionKind::Receive)});
    m_pages->setCurrentIndex(rows == 0 ? 1 : 0);
}

void StockPlace::onBusy(bool busy)
{
    if (busy) {
        m_showWorking.start();
        m_showStop.start();
        return;
    }
    m_showWorking.stop();
    m_showStop.stop();
    m_working->hide();
    if (!m_model->complete() && m_model->answered())
        m_filters->setCount(m_model->rowCount(), false);
    hideStrip();
}

void StockPlace::fail(const ReadFailure &failure)
{
    m_stripText->setText(failure.kind == ReadFailure::Kind::Busy
                             ? tr("The database is busy. What is shown is from before.")
                             : tr("The database does not answer. What is shown is from before; "
                                  "nothing was changed."));
    m_stripText->setToolTip(failure.detail);
    m_stripButton->setText(tr("Try again"));
    m_strip->show();
    Q_EMIT readFailed(failure);
}

void StockPlace::hideStrip()
{
    m_strip->hide();
}

} // namespace tanaban::ui
