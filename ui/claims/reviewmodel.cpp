#include "ui/claims/reviewmodel.h"

#include "ui/claims/claimtext.h"
#include "ui/look/tableparts.h"
#include "ui/words.h"

#include <QLocale>

#include <set>

namespace tanaban::ui {

using namespace Qt::StringLiterals;

void ReviewModel::setClaims(std::vector<Claim> claims)
{
    beginResetModel();
    m_claims = std::move(claims);
    endResetModel();
}

int ReviewModel::orderCount() const
{
    std::set<qint64> orders;
    for (const Claim &claim : m_claims)
        orders.insert(claim.orderId.value_or(0));
    return int(orders.size());
}

int ReviewModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_claims.size());
}

int ReviewModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ReviewModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == Qt::TextAlignmentRole)
        return alignmentOf(index.column() == Quantity || index.column() == Priority);
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    const Claim &claim = m_claims[size_t(index.row())];
    switch (Column(index.column())) {
    case Order:
        return QString(claim.orderNumber + u" / "_s + QString::number(claim.line));
    case Partner:
        return claim.partnerName.isEmpty() ? claim.partner : claim.partnerName;
    case Due:
        return claim.dueOn ? Words::date(*claim.dueOn) : QString();
    case Priority:
        return claim.priority ? QLocale().toString(*claim.priority) : QString();
    case Product:
        return QString(claim.place.product + u' ' + claim.productName);
    case Quantity:
        return Words::quantity(claim.quantity, claim.decimals, claim.unit);
    case Place:
        return ClaimText::place(claim);
    case State:
        return claim.pending ? tr("waits for review") : tr("set aside");
    case By:
        return ClaimText::madeBy(claim);
    case Since:
        return Words::moment(claim.since);
    case ColumnCount:
        break;
    }
    return {};
}

QVariant ReviewModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return alignmentOf(section == Quantity || section == Priority);
    if (role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case Order:
        return tr("Order / line");
    case Partner:
        return tr("Partner");
    case Due:
        return tr("Due");
    case Priority:
        return tr("Priority");
    case Product:
        return tr("Product");
    case Quantity:
        return tr("Quantity");
    case Place:
        return tr("Place and lot");
    case State:
        return tr("State");
    case By:
        return tr("By whom");
    case Since:
        return tr("Since");
    case ColumnCount:
        break;
    }
    return {};
}

} // namespace tanaban::ui
