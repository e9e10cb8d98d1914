#include "ui/picking/picktable.h"

#include "model/codes.h"
#include "ui/forms/quantityedit.h"
#include "ui/forms/reasonbox.h"
#include "ui/look/theme.h"
#include "ui/picking/picktext.h"
#include "ui/picking/stopdelegate.h"

#include <QHeaderView>
#include <QJsonObject>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>

#include <algorithm>
#include <map>
#include <utility>

namespace tanaban::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int pickRowHeight = 48;
enum PickColumn {
    TickColumn,
    BinColumn,
    GoodsColumn,
    ToFetchColumn,
    PickedColumn,
    ReasonColumn,
    PickColumns
};

bool isSameCode(const QString &scanned, const QString &code)
{
    return !code.isEmpty() && scanned.compare(code, Qt::CaseInsensitive) == 0;
}

} // namespace

bool PickTable::Row::isTicked() const
{
    return !tick->text().isEmpty();
}

bool PickTable::Row::isShort() const
{
    const auto value = edit->value();
    return value && *value >= 0 && *value < stop.claim.quantity;
}

QString PickTable::Row::why() const
{
    return isShort() ? reason->reason() : QString();
}

PickTable::PickTable(QWidget *parent)
    : QTableWidget(0, PickColumns, parent)
{
    setAccessibleName(tr("Stops"));
    setHorizontalHeaderLabels(
        {u"✓"_s, tr("Bin"), tr("Goods"), tr("To fetch"), tr("Picked"), tr("Why less")});
    horizontalHeaderItem(TickColumn)->setToolTip(tr("Ticked off by Enter, a scan or a click"));
    for (const PickColumn column : {BinColumn, GoodsColumn})
        horizontalHeaderItem(column)->setTextAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    horizontalHeaderItem(ToFetchColumn)->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    setItemDelegate(new StopDelegate(TickColumn, this));
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(pickRowHeight);
    setShowGrid(false);
    setWordWrap(false); // a long name must not push the lot below it out of sight
    setTabKeyNavigation(false);
    setFocusPolicy(Qt::NoFocus); // its fields have the keyboard
    setSelectionMode(QAbstractItemView::NoSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    horizontalHeader()->setSectionResizeMode(GoodsColumn, QHeaderView::Stretch);
    setColumnWidth(TickColumn, 32);
    setColumnWidth(BinColumn, 160);
    setColumnWidth(ToFetchColumn, 100);
    setColumnWidth(PickedColumn, 96);
    setColumnWidth(ReasonColumn, 180);
    connect(this, &QTableWidget::cellClicked, this, [this](int row, int column) {
        if (column == TickColumn)
            onClicked(size_t(row));
    });
}

QJsonArray PickTable::typed() const
{
    QJsonArray typed = m_retyped; // while the stops are being read
    for (const Row &row : m_rows)
        typed.append(QJsonObject{{u"allocation"_s, row.stop.claim.id},
                                 {u"quantity"_s, row.edit->text()},
                                 {u"reason"_s, row.reason->currentText()},
                                 {u"ticked"_s, row.isTicked()}});
    return typed;
}

void PickTable::setStops(const std::vector<PickStop> &stops, bool shipped)
{
    struct Typed
    {
        QString quantity;
        QString reason;
        bool ticked = false;
        bool wasShort = false;
    };
    std::map<qint64, Typed> before;
    const QJsonArray left = std::exchange(m_retyped, {});
    for (const QJsonValue &row : left)
        before[row[u"allocation"_s].toInteger()] = {row[u"quantity"_s].toString(),
                                                    row[u"reason"_s].toString(),
                                                    row[u"ticked"_s].toBool(),
                                                    false};
    for (const Row &row : m_rows) {
        before[row.stop.claim.id] = {
            row.edit->text(), row.reason->currentText(), row.isTicked(), row.isShort()};
    }
    setRowCount(0);
    m_rows.clear();
    for (const PickStop &stop : stops) {
        addStop(stop);
        Row &row = m_rows.back();
        if (const auto typed = before.find(stop.claim.id); typed != before.end()) {
            row.edit->setText(shipped && typed->second.wasShort ? u"0"_s : typed->second.quantity);
            row.reason->setEditText(typed->second.reason);
            row.tick->setText(typed->second.ticked ? u"✓"_s : QString());
        }
        judge(m_rows.size() - 1);
    }
    QWidget *last = nullptr;
    for (const Row &row : m_rows) {
        if (last)
            setTabOrder(last, row.edit);
        setTabOrder(row.edit, row.reason);
        last = row.reason;
    }
    Q_EMIT changed();
}

void PickTable::addStop(const PickStop &stop)
{
    const int line = rowCount();
    insertRow(line);
    Row row;
    row.stop = stop;
    row.tick = new QTableWidgetItem;
    row.tick->setTextAlignment(Qt::AlignCenter);
    auto *bin = new QTableWidgetItem(PickText::bin(stop) + u'\n' + PickText::zone(stop));
    bin->setToolTip(bin->text());
    auto *goods = new QTableWidgetItem(stop.claim.place.product + u' ' + stop.claim.productName
                                       + u'\n' + PickText::lot(stop));
    goods->setToolTip(goods->text());
    auto *wanted = new QTableWidgetItem(PickText::quantity(stop, stop.claim.quantity));
    wanted->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    setItem(line, TickColumn, row.tick);
    setItem(line, BinColumn, bin);
    setItem(line, GoodsColumn, goods);
    setItem(line, ToFetchColumn, wanted);
    addFields(row);
    setCellWidget(line, PickedColumn, row.edit);
    setCellWidget(line, ReasonColumn, row.reason);
    // A combo box is named by its label, which its column stands for here.
    auto *label = new QLabel(row.reason->accessibleName(), viewport());
    label->setBuddy(row.reason);
    label->hide();
    m_rows.push_back(row);
    const size_t index = m_rows.size() - 1;
    if (stop.expired) { // it would be refused
        row.edit->setValue(0);
        row.reason->setEditText(tr("Expired"));
        goods->setForeground(Theme::colours().bad);
    }
    const auto typed = [this, index] {
        judge(index);
        Q_EMIT changed();
    };
    connect(row.edit, &QLineEdit::textChanged, this, typed);
    connect(row.reason, &QComboBox::currentTextChanged, this, typed);
}

QWidget *PickTable::lastField() const
{
    return m_rows.empty() ? nullptr : m_rows.back().reason;
}

void PickTable::addFields(Row &row)
{
    const QString goods = row.stop.claim.place.product;
    const QString id = QString::number(row.stop.claim.id);
    row.edit = new QuantityEdit(this);
    row.edit->setObjectName(u"picked/"_s + id);
    row.edit->setAccessibleName(
        tr("Picked of %1 in %2", "product, bin").arg(goods, PickText::bin(row.stop)));
    row.edit->setProduct(row.stop.claim.decimals, row.stop.claim.unit);
    row.edit->setValue(row.stop.claim.quantity);
    row.reason = new ReasonBox({tr("Not found"), tr("Damaged"), tr("Wrong lot"), tr("Expired")},
                               this);
    row.reason->setObjectName(u"reason/"_s + id);
    row.reason->setAccessibleName(
        tr("Why less of %1 in %2", "product, bin").arg(goods, PickText::bin(row.stop)));
    row.edit->installEventFilter(this);
    row.reason->installEventFilter(this);
}

/// A reason belongs to less than was to be fetched.
void PickTable::judge(size_t index)
{
    const Row &row = m_rows[index];
    const bool needed = row.isShort();
    row.reason->setEnabled(needed);
    row.reason->lineEdit()->setPlaceholderText(needed ? tr("why, in a few words") : QString());
}

std::optional<std::vector<PickedStop>> PickTable::picked() const
{
    std::vector<PickedStop> stops;
    for (const Row &row : m_rows) {
        const auto value = row.edit->value();
        if (!value || *value < 0 || *value > row.stop.claim.quantity)
            return std::nullopt;
        stops.push_back({row.stop, *value, row.why()});
    }
    return stops;
}

std::pair<QString, QWidget *> PickTable::fault() const
{
    for (const Row &row : m_rows) {
        const QString where =
            tr("%1, %2", "bin, product").arg(PickText::bin(row.stop), row.stop.claim.place.product);
        const auto value = row.edit->value();
        if (row.edit->isBlank())
            return {tr("%1: how much was picked? 0 for nothing.").arg(where), row.edit};
        if (!value)
            return {tr("%1: %2", "place, what is wrong there").arg(where, row.edit->fault()),
                    row.edit};
        if (*value < 0 || *value > row.stop.claim.quantity) {
            return {tr("%1: only %2 were to be fetched.")
                        .arg(where, PickText::quantity(row.stop, row.stop.claim.quantity)),
                    row.edit};
        }
        if (row.isShort() && row.why().isEmpty()) {
            const qint64 less = row.stop.claim.quantity - *value;
            return {tr("%1: %2 less than was to be fetched; a reason is needed.")
                        .arg(where, PickText::quantity(row.stop, less)),
                    row.reason};
        }
    }
    return {};
}

int PickTable::ticked() const
{
    return int(std::ranges::count_if(m_rows, &Row::isTicked));
}

bool PickTable::takeFocus()
{
    const auto next = std::ranges::find_if_not(m_rows, &Row::isTicked);
    if (next == m_rows.end())
        return false;
    scrollToItem(next->tick);
    next->edit->setFocus(Qt::TabFocusReason);
    next->edit->selectAll();
    return true;
}

void PickTable::tick(size_t index)
{
    m_rows[index].tick->setText(u"✓"_s);
    Q_EMIT changed();
}

/// As Enter does; off again by another click.
void PickTable::onClicked(size_t index)
{
    if (m_rows[index].isTicked()) {
        m_rows[index].tick->setText({});
        Q_EMIT changed();
    } else {
        onEnter(index, false);
    }
}

bool PickTable::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QTableWidget::eventFilter(watched, event);
    const auto &key = static_cast<const QKeyEvent &>(*event);
    const bool enter = key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter;
    if (!enter || (key.modifiers() & ~Qt::KeypadModifier) != Qt::NoModifier)
        return QTableWidget::eventFilter(watched, event);
    for (size_t i = 0; i < m_rows.size(); ++i) {
        if (watched != m_rows[i].edit && watched != m_rows[i].reason)
            continue;
        onEnter(i, watched == m_rows[i].reason);
        return true;
    }
    return QTableWidget::eventFilter(watched, event);
}

/// To what this stop still needs, or to the next one.
void PickTable::onEnter(size_t index, bool inReason)
{
    const Row &row = m_rows[index];
    if (row.isShort() && row.why().isEmpty()) {
        row.reason->setFocus(Qt::TabFocusReason);
        return;
    }
    const auto value = row.edit->value();
    if (!value || *value < 0 || *value > row.stop.claim.quantity) {
        if (inReason)
            row.edit->setFocus(Qt::TabFocusReason);
        row.edit->selectAll();
        return;
    }
    tick(index);
    if (index + 1 == m_rows.size()) {
        Q_EMIT finished();
        return;
    }
    const Row &next = m_rows[index + 1];
    scrollToItem(next.tick);
    next.edit->setFocus(Qt::TabFocusReason);
    next.edit->selectAll();
}

/// The goods are fetched, but of another lot; empty: they are not.
QString PickTable::wrongLot(const QStringList &codes, const QString &lot) const
{
    for (const Row &row : m_rows) {
        if (!lot.isEmpty() && codes.contains(row.stop.barcode))
            return tr("Fetch lot %1 of %2, not lot %3.")
                .arg(row.stop.claim.place.lot, row.stop.claim.productName, lot);
    }
    return {};
}

QString PickTable::takeScan(const ScannedCode &code)
{
    const QStringList codes = barcodesOf(code.gs1 ? code.gs1->gtin : code.text);
    const QString lot = code.gs1 ? code.gs1->lot : QString();
    std::vector<size_t> goods;
    std::vector<size_t> bins;
    for (size_t i = 0; i < m_rows.size(); ++i) {
        const PickStop &stop = m_rows[i].stop;
        const StockKey &place = stop.claim.place;
        const bool ofProduct = (!stop.barcode.isEmpty() && codes.contains(stop.barcode))
                               || isSameCode(code.text, place.product);
        if ((ofProduct && (lot.isEmpty() || isSameCode(lot, place.lot)))
            || isSameCode(code.text, place.lot))
            goods.push_back(i);
        if (isSameCode(code.text, place.bin))
            bins.push_back(i);
    }
    if (!goods.empty())
        return goTo(goods, code, true);
    if (!bins.empty()) // of several goods in a bin, nobody knows which were meant
        return goTo(bins, code, bins.size() == 1);
    const QString other = wrongLot(codes, lot);
    return other.isEmpty() ? tr("Nothing to fetch here has the code %1.").arg(code.text) : other;
}

/// The first of them that is not ticked off.
QString PickTable::goTo(const std::vector<size_t> &rows, const ScannedCode &code, bool tickOff)
{
    const auto next = std::ranges::find_if(
        rows, [this](size_t index) { return !m_rows[index].isTicked(); });
    if (next == rows.end())
        return tr("%1 is ticked off already.").arg(m_rows[rows.front()].stop.claim.productName);
    Row &row = m_rows[*next];
    if (code.gs1 && code.gs1->count) { // several boxes add up
        row.counted += *code.gs1->count;
        row.edit->setText(QString::number(row.counted));
        tickOff = tickOff && !row.isShort();
    }
    scrollToItem(row.tick);
    row.edit->setFocus(Qt::TabFocusReason);
    row.edit->selectAll();
    if (!tickOff)
        return {};
    tick(*next);
    if (!takeFocus())
        Q_EMIT finished();
    return {};
}

} // namespace tanaban::ui
