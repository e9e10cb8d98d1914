#include "ui/allocation/allocationplace.h"

#include "model/matrix.h"
#include "ui/actiontext.h"
#include "ui/allocation/allocationbar.h"
#include "ui/allocation/planconflictdialog.h"
#include "ui/allocation/planpanel.h"
#include "ui/allocation/planview.h"
#include "ui/allocation/strategybox.h"
#include "ui/allocation/waitinglist.h"
#include "ui/contextmenu.h"
#include "ui/forms/factscard.h"
#include "ui/forms/formtext.h"
#include "ui/forms/waitingbar.h"
#include "ui/look/emptypage.h"
#include "ui/look/icons.h"
#include "ui/look/workingbar.h"
#include "ui/session.h"
#include "ui/windowactions.h"

#include <QAbstractItemDelegate>
#include <QApplication>
#include <QMenu>
#include <QProgressBar>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace tanaban::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int oncePerMilliseconds = 1000; ///< is planned anew for what others do
constexpr int planAfterMilliseconds = 50; ///< while a large selection grows
constexpr size_t largeSelection = 50;

std::vector<qint64> idsOf(const SharedDesk &desk, const std::vector<int> &orders)
{
    std::vector<qint64> ids;
    for (const int order : orders)
        ids.push_back(desk->book.orders[size_t(order)].id);
    return ids;
}

} // namespace

AllocationPlace::AllocationPlace(const PlaceServices &services, QWidget *parent)
    : Place(parent)
    , m_services(services)
    , m_forms(services.controller.services())
    , m_bar(new AllocationBar(m_services.settings, m_services.actions.reviewAllocations, this))
    , m_model(new WaitingModel(this))
    , m_list(new WaitingList(*m_model, m_services.settings, this))
    , m_submission(new Submission(m_forms, this))
    , m_split(new QSplitter(Qt::Vertical, this))
    , m_pages(new QStackedWidget(this))
    , m_empty(new EmptyPage(this))
    , m_working(makeWorkingBar(this))
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    buildActions();
    m_panel = new PlanPanel(m_services.settings, {m_allocateAll, m_asPlanned, m_allocate}, this);
    m_waiting = new WaitingBar(*m_submission, m_forms.timing, m_panel);
    m_panel->addBelowSummary(m_waiting);
    m_split->setChildrenCollapsible(false);
    m_split->setHandleWidth(1);
    m_split->addWidget(m_list);
    m_split->addWidget(m_panel);
    m_list->setMinimumHeight(120);
    m_panel->setMinimumHeight(160);
    m_split->setSizes({1000, 1400});
    m_pages->addWidget(m_split);
    m_pages->addWidget(m_empty);
    m_empty->offer({m_bar->clearAction(), m_services.actions.importFiles});
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_bar);
    column->addWidget(m_working);
    column->addWidget(m_pages, 1);
    const auto once = [](QTimer &timer, int milliseconds) {
        timer.setSingleShot(true);
        timer.setInterval(milliseconds);
    };
    once(m_soon, oncePerMilliseconds);
    once(m_showWorking, showWorkingAfterMilliseconds);
    once(m_planSoon, planAfterMilliseconds);
    connectParts();
    updateActions();
}

AllocationPlace::~AllocationPlace()
{
    delete m_conflict; // it works with what is ours
}

void AllocationPlace::buildActions()
{
    const auto make = [this](const QString &name,
                             const QString &text,
                             const QString &tip,
                             const QKeySequence &keys) {
        auto *action = new QAction(text, this);
        action->setObjectName(name);
        action->setStatusTip(tip);
        action->setShortcut(keys);
        return action;
    };
    m_allocate = make(u"allocation.allocate"_s,
                      tr("&Allocate"),
                      tr("Give the selected orders what the plan shows"),
                      Qt::CTRL | Qt::Key_Return);
    m_allocate->setShortcuts({QKeySequence(Qt::CTRL | Qt::Key_Return),
                              QKeySequence(Qt::CTRL | Qt::Key_Enter)}); // on the keypad
    m_allocate->setIcon(icon(u"allocation"_s));
    m_forReview = make(
        u"allocation.forReview"_s,
        tr("Set aside for re&view"),
        tr("Set the goods aside as planned; they are fetched only after a supervisor "
           "agreed"),
        Qt::CTRL | Qt::ALT | Qt::Key_Return);
    m_forReview->setShortcuts({QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_Return),
                               QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_Enter)});
    m_allocateAll = make(u"allocation.all"_s,
                         tr("Allocate all &shown…"),
                         tr("Give all orders of the list what they can get, one after the other"),
                         Qt::CTRL | Qt::SHIFT | Qt::Key_Return);
    m_allocateAll->setVisible(false);
    m_asPlanned = make(u"allocation.asPlanned"_s,
                       tr("As &planned"),
                       tr("Drop what was typed by hand, and show the plan again"),
                       Qt::CTRL | Qt::ALT | Qt::Key_Z);
    m_whoHasIt = make(u"allocation.holders"_s,
                      tr("&Who has it…"),
                      tr("Show who has the goods of this line or row, and pass them on"),
                      Qt::CTRL | Qt::ALT | Qt::Key_W);
    connect(m_allocate, &QAction::triggered, this, [this] { allocate(false); });
    connect(m_whoHasIt, &QAction::triggered, this, &AllocationPlace::askWhoHasIt);
    connect(m_forReview, &QAction::triggered, this, [this] { allocate(true); });
    connect(m_allocateAll, &QAction::triggered, this, &AllocationPlace::allocateAll);
    connect(m_asPlanned, &QAction::triggered, this, [this] {
        m_panel->clearHand();
        if (m_held)
            adopt(m_held, {});
    });
}

void AllocationPlace::connectParts()
{
    connect(&m_soon, &QTimer::timeout, this, &AllocationPlace::ask);
    connect(&m_showWorking, &QTimer::timeout, m_working, &QWidget::show);
    connect(&m_planSoon, &QTimer::timeout, this, &AllocationPlace::showPlan);
    connect(m_bar, &AllocationBar::filterChanged, this, [this] {
        Q_EMIT searchTextWanted(m_bar->filter().text);
        showRows();
    });
    connect(&m_bar->strategyBox(), &StrategyBox::chosen, this, [this] {
        m_showWorking.start();
        ask();
    });
    connect(m_list, &WaitingList::selectedOrdersChanged, this, [this] {
        const std::vector<int> orders = m_list->selectedOrders();
        const std::vector<qint64> chosen = idsOf(m_model->desk(), orders);
        if (std::exchange(m_chosen, chosen) != chosen)
            m_panel->setProblem({}); // it was about others
        if (orders.size() > largeSelection)
            m_planSoon.start();
        else
            showPlan();
        Q_EMIT selectionChanged();
    });
    connect(m_list, &WaitingList::searched, this, &Place::searchTyped);
    connect(m_list, &WaitingList::opened, this, [this] {
        m_panel->view().setFocus(Qt::ShortcutFocusReason);
    });
    connect(&m_panel->view(), &PlanView::left, this, [this] {
        m_list->setFocus(Qt::ShortcutFocusReason);
    });
    connect(m_panel, &PlanPanel::changed, this, &AllocationPlace::updateActions);
    connect(
        &m_panel->model(), &QAbstractItemModel::rowsInserted, this, &AllocationPlace::readHolders);
    connect(&m_panel->strip(), &StripBar::lookAgain, this, [this] {
        if (m_held)
            adopt(m_held, m_panel->hand().keptIn(*m_held));
    });
    // What came while somebody looked into a field and typed nothing.
    connect(
        m_panel->view().itemDelegate(),
        &QAbstractItemDelegate::closeEditor,
        this,
        [this] {
            if (m_held && !m_panel->isTyping() && !isBusy())
                adopt(m_held, {});
        },
        Qt::QueuedConnection);
    connect(m_submission, &Submission::finished, this, &AllocationPlace::onFinished);
    connect(m_submission, &Submission::stateChanged, this, &AllocationPlace::updateActions);
    connect(m_submission, &Submission::stopped, this, [this] {
        m_panel->setProblem(tr("It was called off; nothing was changed."), Tint::Plain);
        ask();
    });
    connect(m_waiting, &WaitingBar::leaveRequested, this, [this] {
        Q_EMIT message(tr("It is not known yet whether the orders got their stock. It will be "
                          "asked for at the next start."));
    });
    connect(&m_services.controller,
            &ActionController::roleChanged,
            this,
            &AllocationPlace::updateActions);
    offerContextMenu(&m_panel->view(), [this] {
        return QList<QAction *>{m_whoHasIt, m_asPlanned};
    });
    offerContextMenu(m_list, [this] {
        return QList<QAction *>{
            m_allocate, m_forReview, m_asPlanned, nullptr, m_services.actions.copy};
    });
}

QString AllocationPlace::title() const
{
    return tr("Allocation");
}

void AllocationPlace::setBatchStarter(std::function<void(const BatchRequest &)> starter)
{
    m_startBatch = std::move(starter);
    m_allocateAll->setVisible(m_startBatch != nullptr);
}

bool AllocationPlace::isBusy() const
{
    return m_submission->state() != Submission::State::Idle || m_readingConflict || m_conflict
           || m_outdated;
}

bool AllocationPlace::busy() const
{
    return m_submission->state() != Submission::State::Idle;
}

void AllocationPlace::updateActions()
{
    if (!m_panel)
        return;
    const auto role = m_services.controller.role();
    QString never;
    if (role && !Matrix::instance().allows(*role, u"allocate"_s))
        never = tr("Your role does not allow this.");
    else if (isBusy())
        never = tr("The orders are just getting their stock.");
    for (QAction *action : {m_allocate, m_forReview})
        allow(action, never.isEmpty() ? m_panel->hindrance() : never);
    allow(m_allocateAll,
          never.isEmpty() && m_model->rowCount() == 0 ? tr("No order is shown.") : never);
    allow(m_asPlanned,
          isBusy()                    ? never
          : m_panel->hand().isEmpty() ? tr("Nothing was typed by hand.")
                                      : QString());
    allow(m_whoHasIt,
          isBusy()                           ? never
          : m_panel->model().rowCount() == 0 ? tr("Choose an order first.")
                                             : QString());
    m_panel->setTypingAllowed(!isBusy());
}

void AllocationPlace::setSearchText(const QString &text)
{
    m_bar->setSearchText(text);
    showRows();
}

void AllocationPlace::acceptSearch(const QString &text)
{
    setSearchText(text);
    m_list->selectFirst();
}

void AllocationPlace::refresh()
{
    if (m_asked.isValid() && m_asked.elapsed() < oncePerMilliseconds) {
        if (!m_soon.isActive())
            m_soon.start(int(oncePerMilliseconds - m_asked.elapsed()));
    } else {
        ask();
    }
}

void AllocationPlace::show(const QJsonObject &what)
{
    m_bar->setState({}); // what is looked for is not filtered away
    m_wantedNumber = what.value("number"_L1).toString();
    const SharedDesk desk = m_model->desk();
    if (!desk)
        return;
    const auto found = std::ranges::find(desk->book.orders, m_wantedNumber, &BookOrder::number);
    if (found != desk->book.orders.end()) {
        m_list->select(found->id);
        m_wantedNumber.clear();
    }
}

QJsonObject AllocationPlace::state() const
{
    return m_bar->state();
}

void AllocationPlace::restore(const QJsonObject &state)
{
    m_bar->setState(state);
    Q_EMIT searchTextWanted(m_bar->filter().text);
    ask();
}

QList<QAction *> AllocationPlace::placeActions() const
{
    return {m_allocate,
            m_forReview,
            m_allocateAll,
            m_asPlanned,
            m_whoHasIt,
            m_bar->menu()->menuAction()};
}

void AllocationPlace::takeFocus()
{
    if (m_pages->currentWidget() == m_empty && m_model->desk()) {
        m_empty->takeFocus();
        return;
    }
    m_list->setFocus(Qt::ShortcutFocusReason);
}

void AllocationPlace::selectAll()
{
    m_list->selectAll();
}

QString AllocationPlace::selectedText() const
{
    return m_list->selectedAsText();
}

} // namespace tanaban::ui
