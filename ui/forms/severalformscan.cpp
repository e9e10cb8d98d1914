#include "ui/forms/placechooser.h"
#include "ui/forms/quantityedit.h"
#include "ui/forms/severalform.h"

#include <QTableWidget>

// What the form of several rows does with a scan: the row of those goods comes next, or a bin is
// where they go.

namespace tanaban::ui {

using namespace Qt::StringLiterals;

std::vector<Bin> SeveralForm::fitting(const std::vector<Bin> &bins) const
{
    // Only where it goes can be a bin: the rows are chosen already.
    return m_place ? m_place->nearest(bins) : std::vector<Bin>();
}

QString SeveralForm::fillFrom(const ScannedCode &code, const CodeHits &hits, QWidget *)
{
    if (hits.products.empty() && !hits.bins.empty())
        return m_place->takeBin(hits.bins.front());
    const QString lot = code.gs1 ? code.gs1->lot : QString();
    const auto isMeant = [&](const Row &row) {
        const StockKey &key = row.view.stock->row.key;
        const bool ofProduct = !hits.products.empty() && hits.products.front().code == key.product;
        const bool ofLot = std::ranges::any_of(hits.lots, [&key](const Lot &each) {
            return each.product == key.product && each.lot == key.lot;
        });
        return (hits.products.empty() ? ofLot : ofProduct) && (lot.isEmpty() || lot == key.lot);
    };
    // The first that has no quantity of its own yet; scanned again, the next one.
    Row *next = nullptr;
    for (Row &row : m_rows) {
        if (!isMeant(row) || !(row.goods->flags() & Qt::ItemIsEnabled))
            continue;
        if (!next || (next->byHand && !row.byHand))
            next = &row;
    }
    if (!next) {
        if (!hits.products.empty() && lot.isEmpty())
            return tr("%1 is in none of these rows.").arg(hits.products.front().name);
        if (!hits.products.empty())
            return tr("%1, lot %2, is in none of these rows.").arg(hits.products.front().name, lot);
        return tr("Only goods of these rows can be scanned here; %1 is none of them.").arg(code.text);
    }
    next->goods->setCheckState(Qt::Checked);
    m_table->scrollToItem(next->goods);
    next->edit->setFocus(Qt::TabFocusReason);
    if (code.gs1 && code.gs1->count) {
        next->edit->setText(QString::number(*code.gs1->count));
        next->byHand = true;
        recheck();
    }
    next->edit->selectAll();
    return {};
}

} // namespace tanaban::ui
