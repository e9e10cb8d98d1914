#include "ui/stock/detailspanel.h"

#include "ui/claims/claimlist.h"
#include "ui/look/detailsparts.h"
#include "ui/look/symbol.h"
#include "ui/look/theme.h"
#include "ui/look/tint.h"
#include "ui/stock/historymodel.h"
#include "ui/stock/stockcells.h"
#include "ui/words.h"

#include <QAction>
#include <QDateTime>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QScrollArea>
#include <QScrollBar>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace tanaban::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int linesAtOnce = 50;

/// Content with little, as the rest of the panel needs its height; takes what is over.
class HistoryView : public QListView
{
public:
    using QListView::QListView;
    QSize sizeHint() const override { return {200, 96}; }
};

QString orNone(const QString &text)
{
    return text.isEmpty() ? u"–"_s : text;
}

} // namespace

DetailsPanel::DetailsPanel(Store &store,
                           ClaimReader &claims,
                           Clock &clock,
                           BackgroundRunner &runner,
                           const QList<QAction *> &actions,
                           QWidget *parent)
    : QWidget(parent)
    , m_source{store, nullptr, {}}
    , m_claims(claims)
    , m_clock(clock)
    , m_runner(runner)
    , m_pages(new QStackedWidget(this))
    , m_history(new HistoryModel(this))
{
    setObjectName(u"details"_s);
    auto *whole = new QScrollArea(this); // large letters or a low window
    whole->setFrameShape(QFrame::NoFrame);
    whole->setWidgetResizable(true);
    whole->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    whole->setFocusPolicy(Qt::NoFocus);
    auto *content = new QWidget(whole);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 12, 0, 0);
    layout->setSpacing(12);
    layout->addWidget(makeHead());
    layout->addWidget(makeActions(actions));
    m_claimList = new ClaimList(content);
    connect(m_claimList, &ClaimList::orderWanted, this, &DetailsPanel::orderWanted);
    connect(m_claimList, &ClaimList::allWanted, this, &DetailsPanel::holdersWanted);
    layout->addWidget(m_claimList);
    QLabel *title = secondaryLabel(content, tr("History"));
    title->setContentsMargins(detailsEdge, 0, detailsEdge, 0);
    title->setWordWrap(false);
    m_historyView = new HistoryView(content);
    m_historyView->setObjectName(u"history"_s);
    m_historyView->setAccessibleName(tr("History"));
    m_historyView->setModel(m_history);
    m_historyView->setItemDelegate(new HistoryDelegate(m_historyView));
    m_historyView->setFrameShape(QFrame::NoFrame);
    m_historyView->setUniformItemSizes(true);
    m_historyView->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_historyView->viewport()->setBackgroundRole(QPalette::Window);
    title->setBuddy(m_historyView);
    m_historyView->installEventFilter(this);
    auto *ledger = new QVBoxLayout;
    ledger->setSpacing(4);
    ledger->addWidget(title);
    ledger->addWidget(m_historyView, 1);
    layout->addLayout(ledger, 1);
    connect(m_historyView->verticalScrollBar(), &QScrollBar::valueChanged, this, [this](int value) {
        if (value >= m_historyView->verticalScrollBar()->maximum() - 44)
            loadOlder();
    });

    m_pages->addWidget(
        emptyDetails(tr("Select a row to see what it is,\nwho holds it and what happened "
                        "to it."),
                     this));
    whole->setWidget(content);
    m_pages->addWidget(whole);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_pages);
}

/// A list would swallow Esc, which leads back to where one came from.
bool DetailsPanel::eventFilter(QObject *watched, QEvent *event)
{
    const bool escape = event->type() == QEvent::KeyPress
                        && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape;
    if (!escape)
        return QWidget::eventFilter(watched, event);
    event->ignore();
    return true;
}

QWidget *DetailsPanel::makeHead()
{
    auto *head = new QWidget(this);
    m_name = new QLabel(head);
    m_name->setFont(fontOf(TextSize::Title, true));
    m_name->setWordWrap(true);
    m_codes = secondaryLabel(head);
    m_figure = new QLabel(head);
    m_figure->setObjectName(u"availableFigure"_s);
    m_figure->setFont(fontOf(TextSize::Figure, true));
    m_unit = new QLabel(head);
    m_unit->setForegroundRole(QPalette::PlaceholderText);
    m_split = secondaryLabel(head);
    m_warning = new QWidget(head);
    m_warningSymbol = new Symbol(u"warning"_s, 16, m_warning);
    m_warningText = new QLabel(m_warning);
    m_warningText->setWordWrap(true);
    auto *warning = new QHBoxLayout(m_warning);
    warning->setContentsMargins(0, 0, 0, 0);
    warning->setSpacing(6);
    warning->addWidget(m_warningSymbol);
    warning->addWidget(m_warningText, 1);

    auto *figure = new QHBoxLayout;
    figure->setSpacing(6);
    figure->addWidget(m_figure, 0, Qt::AlignBottom);
    figure->addWidget(m_unit, 0, Qt::AlignBottom);
    figure->addStretch();
    auto *grid = factsGrid();
    m_place = addFact(grid, tr("Zone"), head);
    m_bin = addFact(grid, tr("Bin"), head);
    m_lot = addFact(grid, tr("Lot"), head);
    m_expires = addFact(grid, tr("Expires"), head);
    m_status = addFact(grid, tr("Status"), head);
    m_condition = addFact(grid, tr("Condition"), head);
    m_received = addFact(grid, tr("Received"), head);
    m_holders = addFact(grid, tr("Held by"), head);

    auto *layout = new QVBoxLayout(head);
    layout->setContentsMargins(detailsEdge, 0, detailsEdge, 0);
    layout->setSpacing(2);
    layout->addWidget(m_name);
    layout->addWidget(m_codes);
    layout->addSpacing(6);
    layout->addLayout(figure);
    layout->addWidget(m_split);
    layout->addWidget(m_warning);
    layout->addSpacing(8);
    layout->addLayout(grid);
    return head;
}

QWidget *DetailsPanel::makeActions(const QList<QAction *> &actions)
{
    auto *box = new QWidget(this);
    auto *grid = new QGridLayout(box);
    grid->setContentsMargins(detailsEdge, 0, detailsEdge, 0);
    grid->setSpacing(4);
    constexpr int perRow = 3;
    for (int number = 0; number < actions.size(); ++number) {
        auto *button = new QToolButton(box);
        button->setDefaultAction(actions[number]);
        button->setToolButtonStyle(Qt::ToolButtonTextOnly);
        button->setProperty("outlined", true);
        button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        grid->addWidget(button, number / perRow, number % perRow);
    }
    return box;
}

void DetailsPanel::showStock(qint64 id, const StockListRow *known)
{
    m_id = id;
    m_row.reset();
    m_history->clear();
    m_claimList->present({}, 0, {}, {});
    m_historyWhole = false;
    m_holders->setText(u"…"_s);
    if (known)
        showRow(*known);
    m_pages->setCurrentIndex(id == 0 ? 0 : 1);
    refresh();
}

void DetailsPanel::refresh()
{
    const quint64 token = ++m_token; // what is on its way is of what was selected before
    if (m_id == 0)
        return;
    m_runner.run(
        this,
        [source = m_source, &claims = m_claims, id = m_id] { return readFacts(source, claims, id); },
        [this, token](const Read<Facts> &facts) {
            if (token == m_token && facts)
                take(*facts);
        });
}

/// For workers.
Read<DetailsPanel::Facts> DetailsPanel::readFacts(const StockSource &source,
                                                  ClaimReader &claims,
                                                  qint64 id)
{
    auto rows = source.rows({id});
    if (!rows)
        return fail(rows.error());
    if (rows->empty())
        return fail(ReadFailure{ReadFailure::Kind::Refused, {}});
    Facts facts;
    facts.row = rows->front();
    // A row of the past has the version of the last entry until then.
    const qint64 before = source.moment ? facts.row.row.version + 1 : 0;
    auto history = source.store.history(id, before, linesAtOnce);
    if (!history)
        return fail(history.error());
    facts.history = std::move(*history);
    if (source.moment)
        return facts;
    auto context = source.store.stock(id);
    if (!context)
        return fail(context.error());
    facts.context = std::move(*context);
    ClaimQuery query;
    query.stockId = id;
    auto found = claims.claims(query);
    if (!found)
        return fail(found.error());
    facts.claims = std::move(*found);
    return facts;
}

void DetailsPanel::setMoment(Ledger &ledger, std::optional<Instant> moment)
{
    m_source.ledger = &ledger;
    m_source.moment = moment;
}

void DetailsPanel::take(const Facts &facts)
{
    showRow(facts.row);
    if (facts.context)
        showContext(*facts.context);
    else
        m_holders->setText(facts.row.row.reserved == 0 ? tr("nobody") : tr("see the history"));
    m_claimList->present(facts.claims, facts.row.decimals, facts.row.unit, m_clock.now());
    const bool fresh = m_history->rowCount() == 0;
    m_history->setNewest(facts.history, facts.row.decimals, facts.row.unit);
    if (fresh)
        m_historyWhole = facts.history.size() < std::size_t(linesAtOnce);
    Q_EMIT rowRead();
}

void DetailsPanel::showRow(const StockListRow &row)
{
    m_row = row;
    m_name->setText(row.productName);
    m_codes->setText(row.row.key.product);
    m_figure->setText(Words::quantity(row.row.available(), row.decimals));
    m_unit->setText(tr("%1 available", "after the big figure; %1 is the unit").arg(row.unit));
    const QString onHand = Words::quantity(row.row.onHand, row.decimals);
    m_split->setText(row.row.reserved == 0
                         ? tr("%1 on hand, nothing reserved").arg(onHand)
                         : tr("%1 on hand, %2 of it reserved")
                               .arg(onHand, Words::quantity(row.row.reserved, row.decimals)));
    m_place->setText(Words::place(row));
    m_bin->setText(orNone(row.row.key.bin));
    m_lot->setText(orNone(row.row.key.lot));
    m_expires->setText(row.expiresOn ? Words::date(*row.expiresOn) : tr("never"));
    m_status->setText(Words::of(row.row.key.status));
    m_condition->setText(Words::of(row.row.condition));
    m_received->setText(Words::moment(row.row.receivedAt));

    QStringList warnings;
    const bool bad = !Words::hindranceOf(row).isEmpty();
    if (bad)
        warnings << Words::tr("%1: cannot be reserved or shipped").arg(Words::hindranceOf(row));
    const QString expiry = cellReason(row, StockColumn::Expires);
    if (!expiry.isEmpty())
        warnings << expiry;
    if (row.low)
        warnings << Words::tr("At or below the reorder point, over all warehouses");
    m_warningText->setText(warnings.join(u'\n'));
    m_warningSymbol->setSymbol(bad ? u"blocked"_s : u"warning"_s,
                               bad ? Symbol::Tone::Bad : Symbol::Tone::Low);
    tint(m_warningText, bad ? Tint::Bad : Tint::Low);
    m_warning->setVisible(!warnings.isEmpty());
}

void DetailsPanel::showContext(const StockContext &context)
{
    QStringList codes{context.product.code};
    if (!context.product.barcode.isEmpty())
        codes << context.product.barcode;
    if (!context.product.category.isEmpty())
        codes << context.product.category;
    m_codes->setText(codes.join(u" · "_s));
    qint64 byHand = 0;
    for (const Allocation &allocation : context.handMade)
        byHand += allocation.quantity;
    const qint64 byOrders = context.row.reserved - byHand;
    QStringList holders;
    if (byOrders > 0)
        holders << tr("orders %1")
                       .arg(Words::quantity(
                           byOrders, context.product.decimals, context.product.unit));
    if (byHand > 0)
        holders << tr("reserved by hand %1 (%Ln time(s))", nullptr, int(context.handMade.size()))
                       .arg(Words::quantity(byHand, context.product.decimals, context.product.unit));
    m_holders->setText(holders.isEmpty() ? tr("nobody") : holders.join(u'\n'));
}

void DetailsPanel::loadOlder()
{
    if (m_loadingOlder || m_historyWhole || m_history->oldest() <= 1)
        return;
    m_loadingOlder = true;
    m_runner.run(
        this,
        [&store = m_source.store, id = m_id, before = m_history->oldest()] {
            return std::pair(id, store.history(id, before, linesAtOnce));
        },
        [this](const std::pair<qint64, Read<std::vector<StockEvent>>> &answer) {
            m_loadingOlder = false;
            if (answer.first != m_id || !answer.second)
                return;
            m_historyWhole = answer.second->size() < std::size_t(linesAtOnce);
            m_history->append(*answer.second);
        });
}

} // namespace tanaban::ui
