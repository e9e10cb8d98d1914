#include "ui/allocation/planmodel.h"

#include "model/quantity.h"
#include "ui/look/tableparts.h"
#include "ui/words.h"

#include <QLocale>

#include <algorithm>

namespace tanaban::ui {

using namespace Qt::StringLiterals;

namespace {

// An index carries which line it belongs to and what it is of it.
constexpr quintptr noMark = 0;

quintptr indexMark(size_t line, bool other)
{
    return (quintptr(line) + 1) * 2 + (other ? 1 : 0);
}

bool isFigure(PlanColumn column)
{
    return column == PlanColumn::Wanted || column == PlanColumn::Free
           || column == PlanColumn::Planned;
}

} // namespace

void PlanModel::show(const SharedDesk &desk, const std::vector<int> &orders, HandPicks &hand)
{
    const auto first = [this] {
        return m_lines.empty() ? LineKey() : lineKeyOf(m_desk->book, m_lines.front().index);
    };
    beginResetModel();
    const LineKey before = first();
    m_desk = desk;
    m_hand = &hand;
    m_lines.clear();
    m_severalOrders = orders.size() > 1;
    for (const int index : orders) {
        const BookOrder &order = desk->book.orders[size_t(index)];
        for (int i = order.firstLine; i < order.firstLine + order.lineCount; ++i) {
            if (desk->book.lines[size_t(i)].wanted() > 0)
                m_lines.push_back({i, false, {}, 0});
        }
    }
    m_listed = std::min(int(m_lines.size()),
                        first() == before ? std::max(m_listed, linesAtOnce) : linesAtOnce);
    endResetModel();
}

void PlanModel::handChanged()
{
    for (int line = 0; line < m_listed; ++line) {
        const QModelIndex parent = index(line, 0);
        Q_EMIT dataChanged(parent, index(line, columns - 1));
        if (!m_lines[size_t(line)].explained)
            continue;
        const int taken = m_lines[size_t(line)].taken;
        if (const int rows = rowCount(parent); rows > 0)
            Q_EMIT dataChanged(index(0, 0, parent), index(rows - 1, columns - 1, parent));
        const QModelIndex passed = index(taken, 0, parent);
        if (const int rows = passed.isValid() ? rowCount(passed) : 0; rows > 0)
            Q_EMIT dataChanged(index(0, 0, passed), index(rows - 1, columns - 1, passed));
    }
}

std::vector<qint64> PlanModel::takenRows() const
{
    std::vector<int> lines;
    for (int line = 0; line < m_listed; ++line)
        lines.push_back(m_lines[size_t(line)].index);
    return m_desk ? takenRowsOf(m_desk->book, lines) : std::vector<qint64>();
}

void PlanModel::setHolders(std::map<qint64, QString> phrases)
{
    if (std::exchange(m_holders, std::move(phrases)) != m_holders)
        handChanged();
}

size_t PlanModel::lineNumber(const QModelIndex &index)
{
    if (index.internalId() == noMark)
        return size_t(index.row());
    return size_t(index.internalId()) / 2 - 1;
}

const PlanModel::Line &PlanModel::explained(size_t number) const
{
    Line &line = m_lines[number];
    if (!line.explained) {
        line.explained = true;
        line.reasons = explain(m_desk->book, m_desk->plan, line.index);
        line.taken = int(std::ranges::count(line.reasons, Verdict::Taken, &Reason::verdict));
    }
    return line;
}

PlanModel::Level PlanModel::levelOf(const QModelIndex &index)
{
    if (index.internalId() == noMark)
        return Level::Line;
    if (index.internalId() % 2 == 1)
        return Level::Other;
    const auto *model = static_cast<const PlanModel *>(index.model());
    return index.row() < model->explained(lineNumber(index)).taken ? Level::Taken
                                                                   : Level::PassedOver;
}

bool PlanModel::isRow(const QModelIndex &index) const
{
    if (!index.isValid())
        return false;
    const Level level = levelOf(index);
    return level == Level::Taken || level == Level::Other;
}

const Reason &PlanModel::reasonOf(const QModelIndex &index) const
{
    const Line &line = explained(lineNumber(index));
    const int row = levelOf(index) == Level::Other ? line.taken + index.row() : index.row();
    return line.reasons[size_t(row)];
}

LineKey PlanModel::lineKey(const QModelIndex &index) const
{
    return lineKeyOf(m_desk->book, lineOf(index).index);
}

qint64 PlanModel::stockId(const QModelIndex &index) const
{
    return isRow(index) ? m_desk->book.stock[size_t(reasonOf(index).stock)].id : 0;
}

qint64 PlanModel::plannedOf(const Line &line) const
{
    const LineKey key = lineKeyOf(m_desk->book, line.index);
    return m_hand->has(key) ? m_hand->sumOf(key) : m_desk->plan.lines[size_t(line.index)].planned;
}

bool PlanModel::isShort(const QModelIndex &index) const
{
    const Line &line = lineOf(index);
    return plannedOf(line) < m_desk->book.lines[size_t(line.index)].wanted();
}

bool PlanModel::isBad(const QModelIndex &index) const
{
    if (!isRow(index))
        return false;
    const HandPicks::Cell *cell = m_hand->cell(lineKey(index), stockId(index));
    return cell && !cell->fault.isEmpty();
}

int PlanModel::decimals(const QModelIndex &index) const
{
    const BookLine &line = m_desk->book.lines[size_t(lineOf(index).index)];
    return m_desk->book.products[size_t(line.product)].decimals;
}

QString PlanModel::unit(const QModelIndex &index) const
{
    const BookLine &line = m_desk->book.lines[size_t(lineOf(index).index)];
    return m_desk->book.products[size_t(line.product)].unit;
}

QModelIndex PlanModel::index(int row, int column, const QModelIndex &parent) const
{
    if (row < 0 || column < 0 || column >= columns || row >= rowCount(parent))
        return {};
    if (!parent.isValid())
        return createIndex(row, column, noMark);
    return createIndex(
        row, column, indexMark(lineNumber(parent), levelOf(parent) == Level::PassedOver));
}

QModelIndex PlanModel::parent(const QModelIndex &index) const
{
    if (!index.isValid() || index.internalId() == noMark)
        return {};
    const size_t line = lineNumber(index);
    if (index.internalId() % 2 == 1)
        return createIndex(explained(line).taken, 0, indexMark(line, false));
    return createIndex(int(line), 0, noMark);
}

int PlanModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return m_listed;
    if (parent.column() > 0)
        return 0;
    const Level level = levelOf(parent);
    if (level == Level::Taken || level == Level::Other)
        return 0;
    const Line &line = explained(lineNumber(parent));
    const int others = int(line.reasons.size()) - line.taken;
    if (level == Level::PassedOver)
        return others;
    return line.taken + (others > 0 ? 1 : 0);
}

int PlanModel::columnCount(const QModelIndex &) const
{
    return columns;
}

/// Without working out the reasons: a tree asks this of every line it shows.
bool PlanModel::hasChildren(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return !m_lines.empty();
    if (parent.column() > 0)
        return false;
    if (parent.internalId() != noMark)
        return levelOf(parent) == Level::PassedOver;
    const BookLine &line = m_desk->book.lines[size_t(lineOf(parent).index)];
    return m_desk->book.products[size_t(line.product)].stockCount > 0;
}

void PlanModel::listMore()
{
    const int more = std::min(linesBelow(), linesAtOnce);
    if (more == 0)
        return;
    beginInsertRows({}, m_listed, m_listed + more - 1);
    m_listed += more;
    endInsertRows();
}

QVariant PlanModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || !m_desk)
        return {};
    const auto column = PlanColumn(index.column());
    if (role == Qt::TextAlignmentRole) {
        return QVariant::fromValue((isFigure(column) ? Qt::AlignRight : Qt::AlignLeft)
                                   | Qt::AlignTop);
    }
    if (role != Qt::DisplayRole && role != Qt::EditRole)
        return {};
    switch (levelOf(index)) {
    case Level::Line:
        return lineText(lineOf(index), column);
    case Level::PassedOver:
        return column == PlanColumn::Place
                   ? tr("Passed over: %n", "%n rows of stock", rowCount(index.siblingAtColumn(0)))
                   : QString();
    case Level::Taken:
    case Level::Other:
        return role == Qt::EditRole && column == PlanColumn::Planned ? typedText(index)
                                                                     : rowText(index, column);
    }
    Q_UNREACHABLE();
}

bool PlanModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !isRow(index) || PlanColumn(index.column()) != PlanColumn::Planned)
        return false;
    if (value.toString() == data(index, Qt::EditRole).toString())
        return true; // looked at, not changed
    m_hand->type(*m_desk, lineOf(index).index, reasonOf(index).stock, value.toString());
    Q_EMIT typed();
    return true;
}

Qt::ItemFlags PlanModel::flags(const QModelIndex &index) const
{
    Qt::ItemFlags flags = QAbstractItemModel::flags(index);
    if (isRow(index) && PlanColumn(index.column()) == PlanColumn::Planned)
        flags |= Qt::ItemIsEditable;
    return flags;
}

QVariant PlanModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    const auto column = PlanColumn(section);
    if (role == Qt::TextAlignmentRole)
        return alignmentOf(isFigure(column));
    if (role != Qt::DisplayRole)
        return {};
    switch (column) {
    case PlanColumn::Place:
        return tr("Line, place");
    case PlanColumn::Lot:
        return tr("Lot");
    case PlanColumn::Expires:
        return tr("Expires");
    case PlanColumn::Received:
        return tr("Received");
    case PlanColumn::Wanted:
        return tr("Wanted");
    case PlanColumn::Free:
        return tr("Free", "quantity that can be taken");
    case PlanColumn::Planned:
        return tr("Planned");
    case PlanColumn::Why:
        return tr("Why");
    }
    return {};
}

} // namespace tanaban::ui
