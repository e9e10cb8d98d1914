#include "model/quantity.h"
#include "ui/allocation/planmodel.h"
#include "ui/words.h"

#include <QLocale>

// What the cells of the plan say.
namespace tanaban::ui {

using namespace Qt::StringLiterals;

QString PlanModel::verdictOf(const Line &line) const
{
    const BookLine &wanted = m_desk->book.lines[size_t(line.index)];
    const BookProduct &product = m_desk->book.products[size_t(wanted.product)];
    const qint64 lacks = wanted.wanted() - plannedOf(line);
    if (lacks < 0)
        return tr("more than is wanted");
    if (lacks == 0)
        return tr("all that is wanted");
    const QString amount = Words::quantity(lacks, product.decimals, product.unit);
    if (product.stockCount == 0)
        return tr("%1 short: nothing of it is in stock").arg(amount);
    const PlannedLine &planned = m_desk->plan.lines[size_t(line.index)];
    if (planned.withheld && plannedOf(line) == 0) {
        // Which of the lines is the trouble, and by how much.
        const qint64 missing = wanted.wanted() - planned.possible;
        return missing <= 0 ? tr("nothing, for other lines of the order are short")
                            : tr("nothing, for the whole lacks %1")
                                  .arg(Words::quantity(missing, product.decimals, product.unit));
    }
    return tr("%1 short", "a quantity that cannot be had").arg(amount);
}

QString PlanModel::lineText(const Line &line, PlanColumn column) const
{
    const BookLine &wanted = m_desk->book.lines[size_t(line.index)];
    const BookProduct &product = m_desk->book.products[size_t(wanted.product)];
    switch (column) {
    case PlanColumn::Place: {
        const QString number = QString::number(wanted.number);
        const QString &order = m_desk->book.orders[size_t(wanted.order)].number;
        return QString((m_severalOrders ? order + u'/' + number : number) + u"  " + product.code
                       + u"  " + product.name);
    }
    case PlanColumn::Wanted:
        return Words::quantity(wanted.wanted(), product.decimals);
    case PlanColumn::Planned:
        return Words::quantity(plannedOf(line), product.decimals);
    case PlanColumn::Why:
        return verdictOf(line);
    case PlanColumn::Lot:
    case PlanColumn::Expires:
    case PlanColumn::Received:
    case PlanColumn::Free:
        break;
    }
    return {};
}

QString PlanModel::whyText(const QModelIndex &index) const
{
    const Reason &reason = reasonOf(index);
    const auto holders = m_holders.find(m_desk->book.stock[size_t(reason.stock)].id);
    const QString planned = sentenceOf(reason,
                                       m_desk->book,
                                       lineOf(index).index,
                                       holders == m_holders.end() ? QString() : holders->second);
    const LineKey key = lineKey(index);
    if (!m_hand->has(key))
        return planned;
    const HandPicks::Cell *cell = m_hand->cell(key, stockId(index));
    if (cell && !cell->fault.isEmpty())
        return cell->fault;
    const qint64 quantity = cell ? cell->quantity : 0;
    if (quantity == reason.taken)
        return planned;
    return reason.taken > 0
               ? tr("by hand instead of %1").arg(Words::quantity(reason.taken, decimals(index)))
               : tr("by hand (%1)", "%1 says why it was not chosen").arg(planned);
}

QString PlanModel::rowText(const QModelIndex &index, PlanColumn column) const
{
    const Reason &reason = reasonOf(index);
    const BookStock &stock = m_desk->book.stock[size_t(reason.stock)];
    const BookPlace &place = m_desk->book.places[size_t(stock.place)];
    switch (column) {
    case PlanColumn::Place:
        return Words::place(place.warehouse, place.zone, stock.bin);
    case PlanColumn::Lot:
        return stock.lot;
    case PlanColumn::Expires:
        return stock.expiresOn ? Words::date(*stock.expiresOn) : QString();
    case PlanColumn::Received:
        return Words::date(stock.receivedAt.toDateTime().toLocalTime().date());
    case PlanColumn::Wanted:
        return {};
    case PlanColumn::Free:
        return Words::quantity(std::max<qint64>(reason.free, 0), decimals(index));
    case PlanColumn::Planned: {
        const LineKey key = lineKey(index);
        const HandPicks::Cell *cell = m_hand->cell(key, stock.id);
        if (cell && !cell->typed.isEmpty())
            return cell->typed;
        const qint64 quantity = !m_hand->has(key) ? reason.taken : cell ? cell->quantity : 0;
        return quantity > 0 || reason.taken > 0 ? Words::quantity(quantity, decimals(index))
                                                : QString();
    }
    case PlanColumn::Why:
        return whyText(index);
    }
    Q_UNREACHABLE();
}

/// As it stands in the field in which it is typed: without grouping.
QString PlanModel::typedText(const QModelIndex &index) const
{
    const LineKey key = lineKey(index);
    const HandPicks::Cell *cell = m_hand->cell(key, stockId(index));
    if (cell && !cell->typed.isEmpty())
        return cell->typed;
    const qint64 quantity = m_hand->has(key) ? (cell ? cell->quantity : 0) : reasonOf(index).taken;
    if (quantity == 0)
        return {};
    return formatQuantity(quantity, decimals(index)).replace(u'.', QLocale().decimalPoint());
}

} // namespace tanaban::ui
