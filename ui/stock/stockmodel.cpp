#include "ui/stock/stockmodel.h"

#include "ui/look/tableparts.h"
#include "ui/stock/stockcells.h"
#include "ui/words.h"

#include <algorithm>
#include <limits>

namespace tanaban::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 everything = std::numeric_limits<qint64>::max();

} // namespace

StockModel::StockModel(Store &store, BackgroundRunner &runner, QObject *parent)
    : QAbstractTableModel(parent)
    , m_source{store, nullptr, std::nullopt}
    , m_runner(runner)
    , m_token(std::make_shared<std::atomic<quint64>>(0))
{
    m_clock.start();
    m_fading.setInterval(60);
    connect(&m_fading, &QTimer::timeout, this, &StockModel::fade);
}

StockModel::~StockModel()
{
    ++*m_token;
}

void StockModel::setQuery(const StockFilter &filter, const StockSort &sort)
{
    const bool otherSort = sort != m_sort;
    m_filter = filter;
    m_sort = sort;
    if (otherSort)
        Q_EMIT sortingChanged();
    ask();
}

void StockModel::setMoment(Ledger &ledger, std::optional<Instant> moment)
{
    m_source.ledger = &ledger;
    m_source.moment = moment;
    ask();
}

void StockModel::requery()
{
    ++*m_token;
    if (m_answered)
        askForAll();
    else
        ask();
}

void StockModel::refreshVisible()
{
    ++m_generation;
    fetchMissing();
}

void StockModel::cancel()
{
    ++*m_token;
    setBusy(false);
}

// The first page alone, with its rows, is on the screen long before a million ids are there.
void StockModel::ask()
{
    const quint64 token = ++*m_token;
    m_answered = false;
    m_complete = false;
    setBusy(true);
    m_runner.run(
        this,
        [source = m_source, filter = m_filter, sort = m_sort, token, current = m_token]()
            -> Read<Page> {
            if (*current != token)
                return fail(ReadFailure{});
            auto ids = source.ids(filter, sort, firstPage);
            if (!ids)
                return fail(ids.error());
            auto rows = source.rows(*ids);
            if (!rows)
                return fail(rows.error());
            return Page{std::move(*ids), std::move(*rows)};
        },
        [this, token](Read<Page> page) {
            if (stale(token))
                return;
            if (!page) {
                setBusy(false);
                Q_EMIT failed(page.error());
                return;
            }
            takeFirstPage(std::move(*page));
        });
}

void StockModel::takeFirstPage(Page page)
{
    const bool whole = page.ids.size() < std::size_t(firstPage);
    Q_EMIT aboutToRearrange();
    beginResetModel();
    m_ids = std::move(page.ids);
    m_rows.clear();
    m_changedAt.clear();
    for (StockListRow &row : page.rows) {
        const qint64 id = row.row.id;
        m_rows[id] = {std::move(row), m_generation};
    }
    m_first = 0;
    m_last = -1;
    m_answered = true;
    m_complete = whole;
    endResetModel();
    Q_EMIT rearranged(false);
    Q_EMIT firstPageArrived();
    if (whole) {
        setBusy(false);
        Q_EMIT completed();
    } else {
        askForAll();
    }
}

void StockModel::askForAll()
{
    const quint64 token = *m_token;
    m_runner.run(
        this,
        [source = m_source, filter = m_filter, sort = m_sort, token, current = m_token]()
            -> Read<std::vector<qint64>> {
            if (*current != token)
                return fail(ReadFailure{});
            return source.ids(filter, sort, everything);
        },
        [this, token](Read<std::vector<qint64>> ids) {
            if (stale(token))
                return;
            setBusy(false);
            if (ids)
                takeAll(std::move(*ids));
            else
                Q_EMIT failed(ids.error());
        });
}

void StockModel::takeAll(std::vector<qint64> ids)
{
    m_complete = true;
    if (ids != m_ids) {
        Q_EMIT aboutToRearrange();
        replaceIds(std::move(ids));
        Q_EMIT rearranged(true);
    }
    Q_EMIT completed();
}

// Only as many rows go or come as there are fewer or more: the view, which knows its rows by their
// ids (aboutToRearrange), looks at them again where they are now. Rows that trade their places would
// otherwise take hundreds of thousands between them away and bring them back.
void StockModel::replaceIds(std::vector<qint64> ids)
{
    const auto [start, removed, added] = differenceOf(m_ids, ids);
    if (removed > added) {
        beginRemoveRows({}, start + added, start + removed - 1);
        m_ids = std::move(ids);
        endRemoveRows();
    } else if (added > removed) {
        beginInsertRows({}, start + removed, start + added - 1);
        m_ids = std::move(ids);
        endInsertRows();
    } else {
        m_ids = std::move(ids);
    }
    const int first = std::max(start, m_first);
    const int last = std::min({start + std::min(removed, added), m_last + 1, rowCount()}) - 1;
    if (first <= last)
        Q_EMIT dataChanged(index(first, 0), index(last, columns - 1));
}

void StockModel::setBusy(bool busy)
{
    if (busy == m_busy)
        return;
    m_busy = busy;
    Q_EMIT busyChanged(busy);
}

qint64 StockModel::idAt(int row) const
{
    return row >= 0 && row < int(m_ids.size()) ? m_ids[std::size_t(row)] : 0;
}

int StockModel::rowOf(qint64 id) const
{
    const int last = std::min(int(m_ids.size()) - 1, m_last);
    for (int row = m_first; row <= last; ++row) { // nearly always one of those in view
        if (m_ids[std::size_t(row)] == id)
            return row;
    }
    const auto found = std::find(m_ids.begin(), m_ids.end(), id);
    return found == m_ids.end() ? -1 : int(found - m_ids.begin());
}

const StockListRow *StockModel::listRow(int row) const
{
    return listRowOf(idAt(row));
}

const StockListRow *StockModel::listRowOf(qint64 id) const
{
    const auto known = m_rows.find(id);
    return known == m_rows.end() || known->second.row.row.id == 0 ? nullptr : &known->second.row;
}

int StockModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_ids.size());
}

int StockModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columns;
}

QVariant StockModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto column = StockColumn(index.column());
    if (role == StockIdRole)
        return idAt(index.row());
    if (role == Qt::TextAlignmentRole)
        return alignmentOf(isNumber(column));
    const StockListRow *row = listRow(index.row());
    if (!row)
        return {};
    if (role == Qt::DisplayRole)
        return cellText(*row, column);
    if (role == Qt::ToolTipRole) {
        const QString reason = cellReason(*row, column);
        return column == StockColumn::Name ? row->productName : reason;
    }
    if (role == Qt::AccessibleTextRole)
        return isNumber(column) ? QString(cellText(*row, column) + u' ' + row->unit)
                                : cellText(*row, column);
    return {};
}

QVariant StockModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columns)
        return {};
    if (role == Qt::DisplayRole)
        return Words::of(StockColumn(section));
    if (role == Qt::TextAlignmentRole)
        return alignmentOf(isNumber(StockColumn(section)));
    return {};
}

void StockModel::sort(int column, Qt::SortOrder order)
{
    if (column < 0 || column >= columns)
        return;
    const StockSort wanted{StockColumn(column), order == Qt::DescendingOrder};
    if (wanted != m_sort)
        setQuery(m_filter, wanted);
}

} // namespace tanaban::ui
