#include "ui/history/ledgermodel.h"

#include "ui/look/tableparts.h"
#include "ui/session.h"
#include "ui/words.h"

#include <algorithm>
#include <tuple>

namespace tanaban::ui {

using namespace Qt::StringLiterals;

namespace {

/// As the ledger answers: newest first.
bool standsBefore(const LedgerMark &a, const LedgerMark &b)
{
    return std::tie(a.at, a.stockId, a.version) > std::tie(b.at, b.stockId, b.version);
}

} // namespace

LedgerModel::LedgerModel(Session &session, QObject *parent)
    : QAbstractTableModel(parent)
    , m_session(session)
{}

void LedgerModel::setFilter(const LedgerFilter &filter)
{
    if (filter == m_filter && m_token != 0)
        return;
    m_filter = filter;
    ++m_token;
    m_answered = false;
    m_fetching = false;
    m_reading = false;
    read();
}

void LedgerModel::refresh()
{
    if (m_reading)
        m_again = true; // what is being read may be from before the change
    else
        read();
}

void LedgerModel::read()
{
    m_reading = true;
    m_again = false;
    m_session.runner().run(
        this,
        [&ledger = m_session.ledger(), filter = m_filter] {
            return ledger.entries(filter, {}, pageSize);
        },
        [this, token = m_token](Read<Page> page) {
            if (token != m_token)
                return;
            m_reading = false;
            if (page)
                takeNewest(std::move(*page));
            else
                Q_EMIT failed(page.error());
            if (token == m_token && std::exchange(m_again, false))
                read();
        });
}

void LedgerModel::takeNewest(Page page)
{
    const bool joins = m_answered && !page.empty() && !m_entries.empty()
                       && rowOf(LedgerMark::of(page.back())) >= 0;
    const bool allThereIs = int(page.size()) < pageSize;
    if (joins || (m_answered && allThereIs && !page.empty() && !m_entries.empty()))
        mergeNewest(std::move(page));
    else
        replace(std::move(page));
}

/// The first answer, or so much happened that nothing that was known is on the newest page.
void LedgerModel::replace(Page page)
{
    ++m_token; // an older page that is on its way would not join
    m_fetching = false;
    beginResetModel();
    m_whole = int(page.size()) < pageSize;
    m_entries = std::move(page);
    m_answered = true;
    endResetModel();
    Q_EMIT entriesRead(true);
}

/// Entries never change nor go, so what is not known is new. It need not be newer than all others:
/// of two that commit at once the later one may bear the earlier time.
void LedgerModel::mergeNewest(Page page)
{
    size_t at = 0;
    for (size_t i = 0; i < page.size();) {
        const LedgerMark mark = LedgerMark::of(page[i]);
        while (at < m_entries.size() && standsBefore(LedgerMark::of(m_entries[at]), mark))
            ++at;
        if (at < m_entries.size() && LedgerMark::of(m_entries[at]) == mark) {
            ++i;
            continue;
        }
        size_t end = i + 1; // all that stand before the one that is known
        while (end < page.size()
               && (at == m_entries.size()
                   || standsBefore(LedgerMark::of(page[end]), LedgerMark::of(m_entries[at]))))
            ++end;
        beginInsertRows({}, int(at), int(at + end - i) - 1);
        m_entries.insert(m_entries.begin() + std::ptrdiff_t(at),
                         std::make_move_iterator(page.begin() + std::ptrdiff_t(i)),
                         std::make_move_iterator(page.begin() + std::ptrdiff_t(end)));
        endInsertRows();
        at += end - i;
        i = end;
    }
    Q_EMIT entriesRead(false);
}

int LedgerModel::rowOf(const LedgerMark &mark) const
{
    const auto found = std::lower_bound(m_entries.begin(),
                                        m_entries.end(),
                                        mark,
                                        [](const LedgerEntry &entry, const LedgerMark &wanted) {
                                            return standsBefore(LedgerMark::of(entry), wanted);
                                        });
    return found != m_entries.end() && LedgerMark::of(*found) == mark
               ? int(found - m_entries.begin())
               : -1;
}

bool LedgerModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_answered && !m_whole && !m_fetching && !m_entries.empty();
}

void LedgerModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    m_fetching = true;
    m_session.runner().run(
        this,
        [&ledger = m_session.ledger(), filter = m_filter, mark = LedgerMark::of(m_entries.back())] {
            return ledger.entries(filter, mark, pageSize);
        },
        [this, token = m_token](Read<Page> page) {
            if (token != m_token)
                return;
            m_fetching = false;
            if (!page) {
                Q_EMIT failed(page.error());
                return;
            }
            m_whole = int(page->size()) < pageSize;
            if (!page->empty()) {
                const int first = rowCount();
                beginInsertRows({}, first, first + int(page->size()) - 1);
                m_entries.insert(m_entries.end(),
                                 std::make_move_iterator(page->begin()),
                                 std::make_move_iterator(page->end()));
                endInsertRows();
            }
            Q_EMIT entriesRead(false);
        });
}

bool LedgerModel::isNumber(LedgerColumn column)
{
    return column == LedgerColumn::OnHand || column == LedgerColumn::Reserved
           || column == LedgerColumn::Left;
}

QString LedgerModel::cellText(const LedgerEntry &entry, LedgerColumn column)
{
    const StockEvent &event = entry.event;
    const auto change = [&entry](qint64 delta) {
        return delta == 0 ? QString() : Words::signedQuantity(delta, entry.decimals);
    };
    switch (column) {
    case LedgerColumn::Time:
        return Words::moment(event.at);
    case LedgerColumn::Kind:
        return Words::of(event.kind);
    case LedgerColumn::Product:
        return entry.key.product;
    case LedgerColumn::Name:
        return entry.productName;
    case LedgerColumn::Zone:
        return entry.key.warehouse + u" · "_s + QString::number(entry.key.zone);
    case LedgerColumn::Bin:
        return entry.key.bin;
    case LedgerColumn::Lot:
        return entry.key.lot;
    case LedgerColumn::OnHand:
        return change(event.onHandDelta);
    case LedgerColumn::Reserved:
        return change(event.reservedDelta);
    case LedgerColumn::Left:
        return Words::quantity(event.onHandAfter, entry.decimals, entry.unit);
    case LedgerColumn::Order:
        return event.orderNumber;
    case LedgerColumn::Person:
        return event.actorName.isEmpty() ? event.actor : event.actorName;
    case LedgerColumn::Reason:
        return event.reason;
    }
    return {};
}

int LedgerModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_entries.size());
}

int LedgerModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columns;
}

QVariant LedgerModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto column = LedgerColumn(index.column());
    const LedgerEntry &shown = entry(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return cellText(shown, column);
    case Qt::AccessibleTextRole:
        // The first cell is what a screen reader says when the row becomes the current one.
        return column == LedgerColumn::Time
                   ? QString(cellText(shown, column) + u' ' + Words::of(shown.event.kind) + u' '
                             + Words::deedOf(shown.event, shown.decimals, shown.unit) + u' '
                             + shown.key.product + u' ' + shown.productName)
                   : cellText(shown, column);
    case Qt::TextAlignmentRole:
        return alignmentOf(isNumber(column));
    default:
        return {};
    }
}

QString LedgerModel::titleOf(LedgerColumn column)
{
    switch (column) {
    case LedgerColumn::Time:
        return tr("Time");
    case LedgerColumn::Kind:
        return tr("What", "column: what happened");
    case LedgerColumn::Product:
        return Words::of(StockColumn::Product);
    case LedgerColumn::Name:
        return Words::of(StockColumn::Name);
    case LedgerColumn::Zone:
        return Words::of(StockColumn::Place);
    case LedgerColumn::Bin:
        return Words::of(StockColumn::Bin);
    case LedgerColumn::Lot:
        return Words::of(StockColumn::Lot);
    case LedgerColumn::OnHand:
        return Words::of(StockColumn::OnHand);
    case LedgerColumn::Reserved:
        return Words::of(StockColumn::Reserved);
    case LedgerColumn::Left:
        return tr("Left", "column: on hand afterwards");
    case LedgerColumn::Order:
        return tr("Order");
    case LedgerColumn::Person:
        return tr("Person");
    case LedgerColumn::Reason:
        return tr("Reason");
    }
    return {};
}

QVariant LedgerModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    const auto column = LedgerColumn(section);
    if (role == Qt::TextAlignmentRole)
        return alignmentOf(isNumber(column));
    return role == Qt::DisplayRole ? QVariant(titleOf(column)) : QVariant();
}

} // namespace tanaban::ui
