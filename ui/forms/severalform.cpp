#include "ui/forms/severalform.h"

#include "ui/conflict/conflicttext.h"
#include "ui/forms/placechooser.h"
#include "ui/forms/quantityedit.h"
#include "ui/look/theme.h"
#include "ui/words.h"

#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableWidget>

namespace tanaban::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int severalFormWidth = 920;
constexpr int rowHeight = 40;
constexpr int mostRowsShown = 6;
enum Column {
    Goods,
    Free,
    Wanted,
    Outcome
};

/// The goods, and under them where they are.
QString nameOf(const StockContext &stock)
{
    const StockKey &key = stock.row.key;
    QStringList parts{key.warehouse + u" · " + QString::number(key.zone)};
    for (const QString &part : {key.bin, key.lot}) {
        if (!part.isEmpty())
            parts << part;
    }
    if (key.status != StockStatus::Available)
        parts << Words::of(key.status);
    return stock.product.name + u'\n' + parts.join(u" · "_s);
}

std::pair<QString, QString> wordsOf(ActionKind kind)
{
    switch (kind) {
    case ActionKind::Reserve:
        return {SeveralForm::tr("Reserve in several rows"), SeveralForm::tr("&Reserve")};
    case ActionKind::Release:
        return {SeveralForm::tr("Release in several rows"), SeveralForm::tr("&Release")};
    case ActionKind::Ship:
        return {SeveralForm::tr("Ship from several rows"), SeveralForm::tr("&Ship")};
    case ActionKind::Move:
        return {SeveralForm::tr("Move from several rows"), SeveralForm::tr("&Move")};
    case ActionKind::Adjust:
        return {SeveralForm::tr("Adjust several rows"), SeveralForm::tr("&Adjust")};
    case ActionKind::ChangeStatus:
        return {SeveralForm::tr("Change the status of several rows"), SeveralForm::tr("&Change")};
    case ActionKind::Receive:
        break;
    }
    return {};
}

} // namespace

QString SeveralForm::Row::name() const
{
    return goods->text().replace(u'\n', u" · "_s);
}

bool SeveralForm::Row::takesPart() const
{
    return goods->checkState() == Qt::Checked;
}

SeveralForm::SeveralForm(FormServices &services,
                         ActionKind kind,
                         const std::vector<StockContext> &stocks,
                         QWidget *parent)
    : ReasonedForm(services, Glance(), parent)
    , m_kind(kind)
{
    const auto [title, verb] = wordsOf(kind);
    build(title, verb);
    setMinimumWidth(severalFormWidth);
    const bool adjusts = kind == ActionKind::Adjust;
    QuantityEdit *each = addQuantity(adjusts ? tr("&More or less, each")
                                             : tr("&Quantity from each"));
    each->setSigned(adjusts);
    if (adjusts)
        each->setPlaceholderText(tr("+3 or -3"));
    int decimals = 0;
    for (const StockContext &stock : stocks)
        decimals = std::max(decimals, stock.product.decimals);
    each->setProduct(decimals, {});
    if (!adjusts) {
        m_all = new QPushButton(tr("A&ll of it"), this);
        m_all->setAutoDefault(false);
        m_all->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
        addField(tr("or"), m_all, u"allButton"_s);
        connect(m_all, &QPushButton::clicked, this, &SeveralForm::takeAll);
    }
    makeTable(stocks);
    if (kind == ActionKind::Move)
        makePlace();
    if (kind == ActionKind::ChangeStatus) {
        m_status = new QComboBox(this);
        for (const StockStatus status :
             {StockStatus::Available, StockStatus::Quarantined, StockStatus::Damaged})
            m_status->addItem(Words::of(status), codeOf(status));
        m_status->setCurrentIndex(1);
        addField(tr("&New status"), m_status, u"statusBox"_s);
        connect(m_status, &QComboBox::currentIndexChanged, this, &SeveralForm::recheck);
        addReason(StatusForm::usualReasons());
    }
    if (adjusts)
        addReason(AdjustForm::usualReasons());
    connect(each, &QLineEdit::textChanged, this, [this](const QString &text) {
        setEach([text](const Row &row) { return row.byHand ? row.edit->text() : text; });
    });
    gather();
    finish(each);
    QWidget *last = m_table;
    for (const Row &row : m_rows) {
        setTabOrder(last, row.edit);
        last = row.edit;
    }
}

void SeveralForm::makeTable(const std::vector<StockContext> &stocks)
{
    m_table = new QTableWidget(int(stocks.size()), 4, this);
    m_table->setAccessibleName(tr("Rows"));
    const bool reserved = m_kind == ActionKind::Release || m_kind == ActionKind::Ship;
    m_table->setHorizontalHeaderLabels({tr("Goods"),
                                        reserved ? tr("Reserved by hand") : tr("Available"),
                                        tr("Quantity"),
                                        tr("What will be")});
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(rowHeight);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false); // a long name must not push the place below it out of sight
    m_table->setTabKeyNavigation(false);
    m_table->setSelectionMode(QAbstractItemView::NoSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->horizontalHeader()->setSectionResizeMode(Goods, QHeaderView::Stretch);
    m_table->setColumnWidth(Free, 120);
    m_table->setColumnWidth(Wanted, 88);
    m_table->setColumnWidth(Outcome, 232);
    m_table->setFixedHeight(34 + rowHeight * std::min(int(stocks.size()), mostRowsShown));
    m_rows.resize(stocks.size());
    for (size_t i = 0; i < stocks.size(); ++i) {
        Row &row = m_rows[i];
        const StockContext &stock = stocks[i];
        row.view.stock = stock;
        row.goods = new QTableWidgetItem(nameOf(stock));
        row.goods->setToolTip(row.goods->text());
        row.free = new QTableWidgetItem;
        row.free->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
        row.effect = new QTableWidgetItem;
        row.edit = new QuantityEdit(m_table);
        row.edit->setSigned(m_kind == ActionKind::Adjust);
        row.edit->setProduct(stock.product.decimals, stock.product.unit);
        row.edit->setObjectName(u"quantity/%1"_s.arg(stock.row.id));
        row.edit->setAccessibleName(tr("Quantity of %1").arg(row.name()));
        m_table->setItem(int(i), Goods, row.goods);
        m_table->setItem(int(i), Free, row.free);
        m_table->setItem(int(i), Outcome, row.effect);
        m_table->setCellWidget(int(i), Wanted, row.edit);
        showFree(row);
        row.goods->setCheckState(hindranceOf(stock).isEmpty() ? Qt::Checked : Qt::Unchecked);
        connect(row.edit, &QLineEdit::textEdited, this, [this, i](const QString &text) {
            m_rows[i].byHand = !text.isEmpty();
            recheck();
        });
    }
    m_tableNote = addField(tr("Ro&ws"), m_table, u"rowsTable"_s);
    connect(m_table, &QTableWidget::itemChanged, this, [this](const QTableWidgetItem *item) {
        if (item->column() == Goods && !m_filling)
            gather();
    });
}

void SeveralForm::makePlace()
{
    m_place = new PlaceChooser(services(), this);
    addField(tr("To w&arehouse"), m_place->warehouseBox(), u"warehouseBox"_s);
    addField(tr("&Zone"), m_place->zoneBox(), u"zoneBox"_s);
    addField(tr("B&in"), m_place->binBox(), u"binBox"_s);
    const StockContext &first = *m_rows.front().view.stock;
    m_place->setProduct(first.product);
    m_place->choose(first.row.key.warehouse, first.row.key.zone, {});
    connect(m_place, &PlaceChooser::changed, this, &SeveralForm::readPlaces);
}

StockAction SeveralForm::actionOn(const StockContext &stock, qint64 quantity) const
{
    const qint64 id = stock.row.id;
    switch (m_kind) {
    case ActionKind::Release:
        return Release{id, quantity, {}};
    case ActionKind::Ship:
        return Ship{id, quantity, {}};
    case ActionKind::Move:
        return Move{id, quantity, m_place->warehouse(), m_place->zone(), m_place->bin()};
    case ActionKind::Adjust:
        return Adjust{id, quantity, reason()};
    case ActionKind::ChangeStatus: {
        const auto status = fromCode<StockStatus>(m_status->currentData().toString());
        return ChangeStatus{id, quantity, status.value_or(StockStatus::Available), reason()};
    }
    case ActionKind::Reserve:
    case ActionKind::Receive:
        break;
    }
    return Reserve{id, quantity};
}

/// What could be taken of a row at most.
qint64 SeveralForm::freeOf(const StockContext &stock) const
{
    if (m_kind != ActionKind::Release && m_kind != ActionKind::Ship)
        return stock.row.available();
    qint64 reserved = 0;
    for (const Allocation &allocation : stock.handMade)
        reserved += allocation.quantity;
    return reserved;
}

/// Why nothing at all can be done with this row; empty when something can.
QString SeveralForm::hindranceOf(const StockContext &stock) const
{
    if (m_kind == ActionKind::Adjust)
        return {};
    if (freeOf(stock) <= 0)
        return m_kind == ActionKind::Release || m_kind == ActionKind::Ship
                   ? tr("Nothing is reserved by hand.")
                   : tr("Nothing is available.");
    if (m_kind == ActionKind::Move || m_kind == ActionKind::ChangeStatus)
        return {};
    StockCommand least;
    least.action = actionOn(stock, 1);
    const Effect effect = effectOf(least, Glance{stock, {}, {}});
    return effect.possible ? QString() : effect.text;
}

void SeveralForm::showFree(Row &row)
{
    const StockContext &stock = *row.view.stock;
    const QString hindrance = hindranceOf(stock);
    row.free->setText(Words::quantity(freeOf(stock), stock.product.decimals, stock.product.unit));
    Qt::ItemFlags flags = Qt::ItemIsUserCheckable;
    if (hindrance.isEmpty())
        flags |= Qt::ItemIsEnabled;
    row.goods->setFlags(flags);
    if (!hindrance.isEmpty())
        row.goods->setCheckState(Qt::Unchecked);
}

void SeveralForm::setEach(const std::function<QString(const Row &)> &text)
{
    for (Row &row : m_rows) {
        if (row.takesPart())
            row.edit->setText(text(row));
    }
    recheck();
}

void SeveralForm::takeAll()
{
    for (Row &row : m_rows) {
        if (!row.takesPart())
            continue;
        row.edit->setValue(freeOf(*row.view.stock));
        row.byHand = true;
    }
    recheck();
}

void SeveralForm::readPlaces()
{
    const quint64 turn = ++m_placesTurn;
    std::vector<StockKey> keys;
    for (Row &row : m_rows) {
        row.view.place.reset();
        StockKey key = row.view.stock->row.key;
        key.warehouse = m_place->warehouse();
        key.zone = m_place->zone();
        key.bin = m_place->bin();
        keys.push_back(key);
    }
    gather();
    if (m_place->zone() == 0)
        return;
    services().background.run(
        this,
        [&store = services().store, keys] {
            std::vector<std::optional<PlaceContext>> places;
            for (const StockKey &key : keys) {
                const auto place = store.place(key);
                places.push_back(place ? std::optional(*place) : std::nullopt);
            }
            return places;
        },
        [this, turn](const std::vector<std::optional<PlaceContext>> &places) {
            if (turn != m_placesTurn)
                return;
            for (size_t i = 0; i < places.size(); ++i)
                m_rows[i].view.place = places[i];
            gather();
        });
}

/// What the person decides on are the rows that take part.
void SeveralForm::gather()
{
    Glance view;
    for (const Row &row : m_rows) {
        row.edit->setEnabled(row.takesPart());
        if (row.takesPart())
            view.rows.push_back(row.view);
    }
    setGlance(view);
}

void SeveralForm::glanceChanged()
{
    m_filling = true;
    for (Row &row : m_rows) {
        for (const Glance &view : glance().rows) {
            if (view.stock && view.stock->row.id == row.view.stock->row.id) {
                row.view = view;
                showFree(row);
            }
        }
    }
    m_filling = false;
}

void SeveralForm::fill(const StockAction &action)
{
    const auto *several = std::get_if<Several>(&action);
    if (!several)
        return;
    for (Row &row : m_rows)
        row.goods->setCheckState(Qt::Unchecked);
    for (const RowAction &part : several->rows) {
        for (Row &row : m_rows) {
            if (row.view.stock->row.id != stockIdOf(part.action))
                continue;
            row.goods->setCheckState(Qt::Checked);
            row.edit->setValue(quantityOf(part.action));
            row.byHand = true;
        }
        if (const auto *move = std::get_if<Move>(&part.action); move && m_place)
            m_place->choose(move->warehouse, move->zone, move->bin);
        if (const auto *change = std::get_if<ChangeStatus>(&part.action); change && m_status)
            m_status->setCurrentIndex(m_status->findData(codeOf(change->to)));
        if (const QString why = intentOf(StockCommand{{}, part.action, {}, {}}).reason;
            !why.isEmpty())
            setReason(why);
    }
    gather();
}

} // namespace tanaban::ui
