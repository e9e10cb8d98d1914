#include "ui/scan/scanfeedback.h"
#include "ui/search/searchwords.h"
#include "ui/workspace.h"

#include <QLineEdit>

// What the window does with a scan while no form is open: it goes to the stock of what was scanned.

namespace tanaban::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostFound = 9;

/// The order of exactly this number; what cannot be read is not found.
std::vector<OrderHit> ordersWith(OrderBook &book, const QString &number)
{
    auto found = book.find(number, mostFound);
    if (!found)
        return {};
    std::erase_if(*found, [&number](const OrderHit &hit) { return hit.number != number; });
    return std::move(*found);
}

std::vector<ScanMeaning> meaningsOf(const CodeHits &hits, const std::vector<OrderHit> &orders)
{
    std::vector<ScanMeaning> meanings;
    const bool someActive = !hits.products.empty() && hits.products.front().active;
    for (const Product &product : hits.products) {
        if (product.active == someActive)
            meanings.push_back({Workspace::tr("Product %1 · %2").arg(product.code, product.name),
                                {{u"product"_s, product.code}},
                                {}});
    }
    // A lot of several products, or a bin of several zones, is shown with all of them.
    if (!hits.lots.empty())
        meanings.push_back({Workspace::tr("Lot %1").arg(hits.lots.front().lot),
                            {{u"lot"_s, hits.lots.front().lot}},
                            {}});
    if (!hits.bins.empty())
        meanings.push_back({Workspace::tr("Bin %1").arg(hits.bins.front().code),
                            {{u"bin"_s, hits.bins.front().code}},
                            {}});
    // Its number stands as a bar code on the pick list.
    for (const OrderHit &order : orders)
        meanings.push_back({Workspace::tr("Order %1 · %2").arg(order.number, order.partnerName),
                            {{u"number"_s, order.number}},
                            u"orders"_s});
    return meanings;
}

} // namespace

void Workspace::takeScan(const ScannedCode &code, QWidget *field, ScanFeedback &feedback)
{
    QStringList codes = barcodesOf(code.gs1 ? code.gs1->gtin : code.text);
    if (code.gs1 && !code.gs1->lot.isEmpty())
        codes << code.gs1->lot;
    m_session.runner().run(
        this,
        [&finder = m_session.codes(), &book = m_session.orders(), codes, text = code.text] {
            return std::pair(finder.withCodes(codes, mostFound), ordersWith(book, text));
        },
        [this,
         code,
         turn = ++m_scanTurn,
         inSearch = field == &m_search,
         feedback = QPointer<ScanFeedback>(&feedback)](
            const std::pair<Read<CodeHits>, std::vector<OrderHit>> &found) {
            if (turn != m_scanTurn || !feedback)
                return;
            const auto &[hits, orders] = found;
            if (!hits)
                feedback->fail(window(), tr("The database does not answer. Try again."));
            else if (code.gs1 && !code.gs1->gtin.isEmpty())
                showScannedGoods(*code.gs1, *hits, *feedback);
            else
                showScanned(code.text, meaningsOf(*hits, orders), inSearch, *feedback);
        });
}

/// A label with product and lot: the lot, or the product where the lot is not known yet.
void Workspace::showScannedGoods(const Gs1 &gs1, const CodeHits &hits, ScanFeedback &feedback)
{
    const auto product = std::ranges::find_if(hits.products, [&gs1](const Product &each) {
        return barcodesOf(gs1.gtin).contains(each.barcode)
               || barcodesOf(gs1.gtin).contains(each.code);
    });
    if (product == hits.products.end()) {
        feedback.fail(window(), tr("No product has the barcode %1.").arg(gs1.gtin));
        return;
    }
    const bool known = std::ranges::any_of(hits.lots, [&](const Lot &lot) {
        return lot.product == product->code && lot.lot == gs1.lot;
    });
    QJsonObject what{{u"product"_s, product->code}};
    if (known)
        what.insert(u"lot"_s, gs1.lot);
    showMeaning({{}, what, {}});
    if (!known && !gs1.lot.isEmpty())
        feedback.fail(window(), tr("Of %1 there is no lot %2 here.").arg(product->name, gs1.lot));
}

void Workspace::showScanned(const QString &text,
                            const std::vector<ScanMeaning> &meanings,
                            bool inSearch,
                            ScanFeedback &feedback)
{
    if (meanings.empty()) {
        // Perhaps somebody types as fast as a scanner: what was meant for the field is in it.
        if (inSearch) {
            m_search.setText(text);
            m_current->acceptSearch(text);
            m_search.selectAll();
        }
        feedback.fail(window(), tr("No product, lot, bin or order has the code %1.").arg(text));
        return;
    }
    if (meanings.size() == 1) {
        showMeaning(meanings.front());
        return;
    }
    QStringList lines;
    for (const ScanMeaning &each : meanings)
        lines << each.line;
    chooseScanned(window(), tr("What is %1?").arg(text), lines, [this, meanings](int line) {
        showMeaning(meanings[std::size_t(line)]);
    });
}

/// The rows of what was scanned, with the first of them selected; or the order.
void Workspace::showMeaning(const ScanMeaning &meaning)
{
    go({meaning.place.isEmpty() ? QString(firstPlace) : meaning.place, meaning.what});
    m_current->acceptSearch(m_search.text());
    m_current->takeFocus();
}

} // namespace tanaban::ui
