#include "ui/records/recordmodel.h"

#include "ui/look/tableparts.h"
#include "ui/orders/ordertext.h"
#include "ui/records/recordtext.h"
#include "ui/words.h"

#include <QJsonArray>

#include <algorithm>
#include <map>

namespace tanaban::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int rowsAtOnce = 200;
constexpr qint64 freshMilliseconds = 2000;

std::vector<RecordModel::Column> columnsOf(Entity entity)
{
    static const std::map<Entity, std::vector<RecordModel::Column>> all{
        {Entity::Product,
         {{u"code"_s, 88},
          {u"name"_s, 190},
          {u"category"_s, 104},
          {u"storage_condition"_s, 134},
          {u"unit"_s, 52},
          {u"+on_hand"_s, 84, true},
          {u"+available"_s, 84, true},
          {u"reorder_point"_s, 104, true},
          {u"active"_s, 80}}},
        {Entity::Warehouse,
         {{u"code"_s, 96},
          {u"name"_s, 200},
          {u"time_zone"_s, 130},
          {u"+parts"_s, 70, true},
          {u"active"_s, 80}}},
        {Entity::Zone,
         {{u"zone_number"_s, 110, true},
          {u"name"_s, 160},
          {u"storage_condition"_s, 140},
          {u"+fill"_s, 290},
          {u"allocation_priority"_s, 80, true},
          {u"active"_s, 80}}},
        {Entity::Bin,
         {{u"code"_s, 130},
          {u"walk_order"_s, 100, true},
          {u"+on_hand"_s, 100, true},
          {u"active"_s, 80}}},
        {Entity::Lot, {{u"lot"_s, 90}, {u"expires_on"_s, 92}, {u"+available"_s, 72, true}}},
        {Entity::Partner,
         {{u"code"_s, 110},
          {u"name"_s, 260},
          {u"kind"_s, 100},
          {u"+orders"_s, 110, true},
          {u"active"_s, 80}}},
        {Entity::Person, {{u"login"_s, 140}, {u"name"_s, 240}, {u"role"_s, 130}, {u"active"_s, 80}}},
        {Entity::Order,
         {{u"number"_s, 112},
          {u"partner_code"_s, 190},
          {u"state"_s, 92},
          {u"due_on"_s, 160},
          {u"priority"_s, 62, true},
          {u"+lines"_s, 50, true},
          {u"+progress"_s, 190}}}};
    return all.at(entity);
}

} // namespace

RecordModel::RecordModel(Records &records,
                         BackgroundRunner &runner,
                         Entity entity,
                         QObject *parent,
                         ReadRows readRows)
    : QAbstractTableModel(parent)
    , m_records(records)
    , m_runner(runner)
    , m_columns(columnsOf(entity))
    , m_readRows(std::move(readRows))
{
    if (!m_readRows) {
        m_readRows = [&records, entity](const std::vector<RecordId> &ids) {
            return records.rows(entity, ids);
        };
    }
    m_filter.entity = entity;
    m_soon.setSingleShot(true);
    m_soon.setInterval(0);
    connect(&m_soon, &QTimer::timeout, this, &RecordModel::fetch);
    m_clock.start();
    m_fading.setInterval(60);
    connect(&m_fading, &QTimer::timeout, this, [this] {
        const bool over = std::none_of(m_rows.begin(), m_rows.end(), [this](const Cached &cached) {
            return cached.changedAt >= 0
                   && m_clock.elapsed() - cached.changedAt < freshMilliseconds;
        });
        if (over)
            m_fading.stop();
        if (!m_ids.empty())
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    });
}

void RecordModel::setFilter(const RecordFilter &filter)
{
    m_filter = filter;
    ask();
}

void RecordModel::refresh()
{
    ++m_generation;
    if (m_answered)
        ask();
}

void RecordModel::ask()
{
    const quint64 token = ++m_token;
    m_runner.run(
        this,
        [&records = m_records, filter = m_filter] { return records.ids(filter); },
        [this, token](Read<std::vector<RecordId>> ids) {
            if (token != m_token)
                return;
            if (ids)
                take(std::move(*ids));
            else
                Q_EMIT failed(ids.error());
        });
}

void RecordModel::take(std::vector<RecordId> ids)
{
    m_answered = true;
    Q_EMIT aboutToRearrange();
    if (ids == m_ids) {
        Q_EMIT rearranged();
        if (!m_ids.empty())
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
        return;
    }
    beginResetModel();
    m_ids = std::move(ids);
    m_firstWanted = m_lastWanted = -1;
    endResetModel();
    Q_EMIT rearranged();
}

void RecordModel::want(int row) const
{
    m_firstWanted = m_firstWanted < 0 ? row : std::min(m_firstWanted, row);
    m_lastWanted = std::max(m_lastWanted, row);
    if (!m_soon.isActive())
        m_soon.start();
}

void RecordModel::fetch()
{
    if (m_fetching || m_firstWanted < 0)
        return;
    std::vector<RecordId> missing;
    const int last = std::min({m_lastWanted, rowCount() - 1, m_firstWanted + rowsAtOnce - 1});
    for (int row = m_firstWanted; row <= last; ++row) {
        const auto known = m_rows.constFind(m_ids[size_t(row)]);
        if (known == m_rows.constEnd() || known->generation < m_generation)
            missing.push_back(m_ids[size_t(row)]);
    }
    m_firstWanted = m_lastWanted = -1;
    if (missing.empty())
        return;
    m_fetching = true;
    m_runner.run(
        this,
        [read = m_readRows, missing] { return read(missing); },
        [this, missing, generation = m_generation](Read<std::vector<RecordRow>> rows) {
            m_fetching = false;
            if (!rows) {
                Q_EMIT failed(rows.error());
                return; // whoever looks again asks again
            }
            for (const RecordId &id : missing)
                m_rows[id].generation = generation;
            for (RecordRow &row : *rows) {
                Cached &known = m_rows[idOf(m_filter.entity, row.record.key)];
                if (known.row.record.version > 0 && known.row.record.version != row.record.version)
                {
                    known.changedAt = m_clock.elapsed();
                    m_fading.start();
                }
                known.row = std::move(row);
            }
            if (!m_ids.empty())
                Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
            Q_EMIT rowsRead();
        });
}

RecordId RecordModel::idAt(int row) const
{
    return row >= 0 && row < rowCount() ? m_ids[size_t(row)] : RecordId();
}

int RecordModel::rowOf(const RecordId &id) const
{
    const auto found = std::find(m_ids.begin(), m_ids.end(), id);
    return found == m_ids.end() ? -1 : int(found - m_ids.begin());
}

const RecordRow *RecordModel::rowAt(int row) const
{
    return rowOfId(idAt(row));
}

const RecordRow *RecordModel::rowOfId(const RecordId &id) const
{
    const auto known = m_rows.constFind(id);
    return known == m_rows.constEnd() || known->row.record.version == 0 ? nullptr : &known->row;
}

double RecordModel::freshness(int row) const
{
    const auto known = m_rows.constFind(idAt(row));
    if (known == m_rows.constEnd() || known->changedAt < 0)
        return 0;
    const qint64 age = m_clock.elapsed() - known->changedAt;
    return age >= freshMilliseconds ? 0 : 1.0 - double(age) / double(freshMilliseconds);
}

QString RecordModel::cellText(Entity entity, const RecordRow &row, const QString &field)
{
    const QJsonObject &fields = row.record.fields;
    const int decimals = RecordText::decimalsOf(row);
    if (field == u"+on_hand"_s)
        return Words::quantity(row.use.onHand, decimals);
    if (field == u"+available"_s)
        return Words::quantity(row.use.onHand - row.use.reserved, decimals);
    if (field == u"+parts"_s)
        return QLocale().toString(row.use.parts);
    if (field == u"+orders"_s)
        return QLocale().toString(row.use.openOrders);
    if (field == u"+fill"_s) {
        const QJsonValue capacity = fields.value(u"capacity"_s);
        const QString there = QLocale().toString(row.use.onHand);
        return capacity.isNull() ? there
                                 : tr("%1 of %2", "what lies in a zone, and what fits in")
                                       .arg(there, QLocale().toString(capacity.toInteger()));
    }
    if (field == u"+lines"_s)
        return QLocale().toString(fields.value(u"lines"_s).toArray().size());
    if (field == u"+progress"_s)
        return row.progress ? OrderText::progress(*row.progress) : QString();
    if (entity == Entity::Order && field == u"due_on"_s)
        return OrderText::due(row.record, QDate::currentDate());
    if (entity == Entity::Order && field == u"partner_code"_s && row.progress)
        return QString(fields.value(field).toString() + u"  "_s + row.progress->partnerName);
    if (field == u"active"_s)
        return fields.value(field).toBool() ? QString() : tr("Out of use");
    if (field == u"code"_s && row.record.key.value(field) == QString())
        return tr("the zone itself");
    if (field == u"zone_number"_s)
        return row.record.key.value(field).toVariant().toString();
    const QJsonValue value = row.record.key.contains(field) ? row.record.key.value(field)
                                                            : fields.value(field);
    const QString text = RecordText::valueOf(entity, field, value, fields);
    return text == u"–"_s ? QString() : text;
}

int RecordModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_ids.size());
}

int RecordModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_columns.size());
}

QVariant RecordModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == Qt::TextAlignmentRole)
        return alignmentOf(m_columns[size_t(index.column())].number);
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    const auto known = m_rows.constFind(m_ids[size_t(index.row())]);
    if (known == m_rows.constEnd() || known->generation < m_generation)
        want(index.row());
    const RecordRow *row = rowAt(index.row());
    return row ? QVariant(cellText(*row, index.column())) : QVariant();
}

QVariant RecordModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section >= columnCount())
        return {};
    const Column &column = m_columns[size_t(section)];
    if (role == Qt::DisplayRole)
        return RecordText::labelOf(m_filter.entity, column.field);
    if (role == Qt::TextAlignmentRole)
        return alignmentOf(column.number);
    return {};
}

void RecordModel::sort(int column, Qt::SortOrder order)
{
    if (column < 0 || column >= columnCount() || m_columns[size_t(column)].field.startsWith(u'+'))
        return;
    RecordFilter filter = m_filter;
    filter.sortedBy = m_columns[size_t(column)].field;
    filter.descending = order == Qt::DescendingOrder;
    if (filter != m_filter) {
        m_filter = filter;
        if (m_answered)
            ask();
    }
}

} // namespace tanaban::ui
