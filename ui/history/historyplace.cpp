#include "ui/history/historyplace.h"

#include "ui/contextmenu.h"
#include "ui/forms/formtext.h"
#include "ui/history/historybar.h"
#include "ui/history/historydetails.h"
#include "ui/history/ledgerview.h"
#include "ui/look/emptypage.h"
#include "ui/look/workingbar.h"
#include "ui/session.h"
#include "ui/windowactions.h"

#include <QApplication>
#include <QMenu>
#include <QProgressBar>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace tanaban::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int askAfterMilliseconds = 150;
/// Counting looks at every entry that fits: not at every single change.
constexpr int countAfterMilliseconds = 1500;

} // namespace

HistoryPlace::HistoryPlace(const PlaceServices &services, QWidget *parent)
    : Place(parent)
    , m_services(services)
    , m_open(new QAction(tr("Go to the stock &row"), this))
    , m_model(new LedgerModel(services.session, this))
    , m_bar(new HistoryBar(this))
    , m_view(new LedgerView(*m_model, services.settings, this))
    , m_details(new HistoryDetails(m_open, this))
    , m_pages(new QStackedWidget(this))
    , m_empty(new EmptyPage(this))
    , m_working(makeWorkingBar(this))
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_open->setIconText(tr("Go to the stock row"));
    m_open->setObjectName(u"history.open"_s);
    m_open->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_H);
    m_open->setStatusTip(tr("Show the row of stock that this entry changed (Enter does it too)"));
    m_pages->addWidget(m_view);
    m_pages->addWidget(m_empty);
    m_empty->offer({m_bar->clearAction()});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_bar);
    layout->addWidget(m_working);
    layout->addWidget(m_pages, 1);
    const auto once = [](QTimer &timer, int milliseconds) {
        timer.setSingleShot(true);
        timer.setInterval(milliseconds);
    };
    once(m_typing, askAfterMilliseconds);
    once(m_showWorking, showWorkingAfterMilliseconds);
    once(m_countSoon, countAfterMilliseconds);
    connectParts();
    onCurrent();
}

void HistoryPlace::connectParts()
{
    connect(&m_typing, &QTimer::timeout, this, &HistoryPlace::ask);
    connect(&m_showWorking, &QTimer::timeout, m_working, &QWidget::show);
    connect(&m_countSoon, &QTimer::timeout, this, &HistoryPlace::count);
    connect(m_bar, &HistoryBar::filterChanged, this, [this] {
        ask();
        Q_EMIT searchTextWanted(m_bar->searchText());
    });
    connect(m_model, &LedgerModel::entriesRead, this, &HistoryPlace::onEntries);
    connect(m_model, &LedgerModel::failed, this, &HistoryPlace::onFailed);
    connect(m_view, &LedgerView::currentEntryChanged, this, &HistoryPlace::onCurrent);
    connect(m_view, &LedgerView::searched, this, &Place::searchTyped);
    connect(m_view, &LedgerView::opened, this, &HistoryPlace::openStock);
    connect(m_open, &QAction::triggered, this, &HistoryPlace::openStock);
    offerContextMenu(m_view, [this] {
        return QList<QAction *>{m_open, nullptr, m_services.actions.copy};
    });
}

QString HistoryPlace::title() const
{
    return tr("History");
}

QWidget *HistoryPlace::details()
{
    return m_details;
}

void HistoryPlace::openStock()
{
    const LedgerEntry *entry = m_view->currentEntry();
    if (!entry)
        return;
    // Also where nothing is left of it.
    Q_EMIT wanted({u"stock"_s, {{u"stock"_s, entry->event.stockId}, {u"withEmpty"_s, true}}});
}

void HistoryPlace::setSearchText(const QString &text)
{
    m_bar->setSearchText(text);
    m_typing.start();
}

void HistoryPlace::acceptSearch(const QString &text)
{
    m_bar->setSearchText(text);
    const bool asked = m_model->answered() && m_model->filter() == m_bar->filter();
    m_selectFirst = !asked;
    ask();
    if (asked)
        m_view->selectFirst();
}

void HistoryPlace::ask()
{
    m_typing.stop();
    const LedgerFilter filter = m_bar->filter();
    m_model->setFilter(filter);
    if (m_model->answered())
        return; // the same as before
    ++m_countToken;
    m_counted = false;
    m_countSoon.stop();
    m_bar->setCount(std::nullopt);
    m_showWorking.start();
}

void HistoryPlace::count()
{
    m_counted = true;
    m_countSoon.stop();
    if (m_model->whole()) {
        m_bar->setCount(m_model->rowCount());
        return;
    }
    m_services.session.runner().run(
        this,
        [&ledger = m_services.session.ledger(), filter = m_model->filter()] {
            return ledger.totals(filter);
        },
        [this, token = ++m_countToken](const Read<LedgerTotals> &totals) {
            if (token == m_countToken && totals)
                m_bar->setCount(totals->entries);
        });
}

void HistoryPlace::refresh()
{
    ask(); // at midnight today becomes another day
    if (m_model->answered())
        m_model->refresh();
}

void HistoryPlace::onEntries()
{
    m_showWorking.stop();
    m_working->hide();
    Q_EMIT tableChanged();
    const bool hadFocus = m_pages->isAncestorOf(QApplication::focusWidget());
    if (!m_counted || m_model->whole())
        count();
    else if (!m_countSoon.isActive())
        m_countSoon.start();
    const bool filtered = m_model->filter() != LedgerFilter{};
    m_empty->say(filtered ? tr("Nothing here fits") : tr("Nothing has happened yet"),
                 filtered ? tr("No entry fits the search text and the filters.")
                          : tr("Every change of stock will be listed here, the newest first."),
                 filtered ? QList<QAction *>{m_bar->clearAction()} : QList<QAction *>());
    const int page = m_model->rowCount() == 0 ? 1 : 0;
    const bool turns = page != m_pages->currentIndex();
    m_pages->setCurrentIndex(page);
    if (turns && hadFocus)
        takeFocus();
    if (std::exchange(m_selectFirst, false))
        m_view->selectFirst();
}

void HistoryPlace::onCurrent()
{
    const LedgerEntry *entry = m_view->currentEntry();
    m_details->showEntry(entry);
    m_open->setEnabled(entry != nullptr);
    m_open->setToolTip(entry ? m_open->statusTip() : tr("Choose an entry first."));
    Q_EMIT selectionChanged();
}

/// What is shown stays.
void HistoryPlace::onFailed(const ReadFailure &failure)
{
    m_showWorking.stop();
    m_working->hide();
    Q_EMIT message(readFailureText(failure));
}

void HistoryPlace::show(const QJsonObject &what)
{
    m_bar->setState(what);
    Q_EMIT searchTextWanted(m_bar->searchText());
    ask();
}

QJsonObject HistoryPlace::state() const
{
    return m_bar->state();
}

void HistoryPlace::restore(const QJsonObject &state)
{
    show(state);
}

QList<QAction *> HistoryPlace::placeActions() const
{
    return {m_open, m_bar->menu()->menuAction()};
}

void HistoryPlace::takeFocus()
{
    if (m_pages->currentWidget() == m_empty && m_model->answered()) {
        m_empty->takeFocus();
        return;
    }
    m_view->setFocus(Qt::ShortcutFocusReason);
    if (!m_view->currentEntry())
        m_view->selectFirst();
}

QString HistoryPlace::selectedText() const
{
    return m_view->currentAsText();
}

} // namespace tanaban::ui
