#include "ui/allocation/differencemodel.h"

#include "ui/look/tableparts.h"
#include "ui/words.h"

namespace tanaban::ui {

using namespace Qt::StringLiterals;

void DifferenceModel::setDifferences(std::vector<PlanDifference> differences)
{
    m_differences = std::move(differences);
    arrange();
}

void DifferenceModel::setSearch(const QString &text)
{
    m_words = TextFilter(text);
    arrange();
}

void DifferenceModel::setOtherStockToo(bool too)
{
    m_otherStock = too;
    arrange();
}

void DifferenceModel::setCaptions(const QString &before, const QString &after)
{
    m_before = before;
    m_after = after;
    Q_EMIT headerDataChanged(Qt::Horizontal, Before, After);
}

void DifferenceModel::arrange()
{
    beginResetModel();
    m_rows.clear();
    for (size_t i = 0; i < m_differences.size(); ++i) {
        const PlanDifference &each = m_differences[i];
        if (!m_otherStock && each.sameAmount())
            continue;
        const LineOutcome &line = each.before;
        if (m_words.fits(folded(line.number + u'\n' + line.product + u'\n' + line.productName)))
            m_rows.push_back(int(i));
    }
    endResetModel();
}

int DifferenceModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int DifferenceModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(columns);
}

QVariant DifferenceModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return alignmentOf(section >= Wanted && section <= After);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Order:
        return tr("Order / line");
    case Product:
        return tr("Product");
    case Wanted:
        return tr("Wanted");
    case Before:
        return m_before;
    case After:
        return m_after;
    default:
        return tr("Difference");
    }
}

QString DifferenceModel::changeText(const PlanDifference &difference)
{
    if (difference.sameAmount())
        return u"⇄ "_s + tr("other stock");
    const QString words = tr("%1 instead of %2", "results of a line: done instead of short")
                              .arg(displayName(difference.after.kind),
                                   displayName(difference.before.kind));
    const QString amount = Words::signedQuantity(
        difference.after.allocated - difference.before.allocated, difference.before.decimals);
    const bool more = difference.after.allocated > difference.before.allocated;
    const bool sameWord = difference.after.kind == difference.before.kind;
    return (more ? u"▲ "_s : u"▼ "_s) + amount + (sameWord ? QString() : u" · "_s + words);
}

QVariant DifferenceModel::data(const QModelIndex &index, int role) const
{
    if (role == Qt::TextAlignmentRole)
        return headerData(index.column(), Qt::Horizontal, role);
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    const PlanDifference &each = differenceAt(index.row());
    const LineOutcome &line = each.before;
    switch (index.column()) {
    case Order:
        return QString(line.number + u" / "_s + QString::number(line.line));
    case Product:
        return QString(line.product + u' ' + line.productName);
    case Wanted:
        return Words::quantity(line.wanted, line.decimals, line.unit);
    case Before:
        return Words::quantity(line.allocated, line.decimals, line.unit);
    case After:
        return Words::quantity(each.after.allocated, line.decimals, line.unit);
    default:
        return changeText(each);
    }
}

} // namespace tanaban::ui
