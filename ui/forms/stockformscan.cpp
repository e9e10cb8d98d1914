#include "ui/forms/quantityedit.h"
#include "ui/forms/stockform.h"
#include "ui/scan/scanfeedback.h"

#include <QComboBox>
#include <QPushButton>

// What a form does with a scan.

namespace tanaban::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostHits = 20;

bool isBlank(const QWidget *field)
{
    if (const auto *box = qobject_cast<const QComboBox *>(field))
        return box->currentText().trimmed().isEmpty();
    const auto *edit = qobject_cast<const QLineEdit *>(field);
    return edit && edit->text().trimmed().isEmpty();
}

QString lineOf(const Product &product)
{
    return product.code + u" · " + product.name;
}

QString lineOf(const Bin &bin)
{
    return bin.code + u" · " + bin.warehouse + u" / " + QString::number(bin.zone);
}

template <typename T>
QStringList linesOf(const std::vector<T> &things)
{
    QStringList lines;
    for (const T &each : things)
        lines << lineOf(each);
    return lines;
}

} // namespace

bool StockForm::takesScans() const
{
    return m_services.codes && m_submission->state() == Submission::State::Idle;
}

void StockForm::takeScan(const ScannedCode &code, QWidget *field, ScanFeedback &feedback)
{
    const QString wanted = code.gs1 ? code.gs1->gtin : code.text;
    m_services.background.run(
        this,
        [&codes = *m_services.codes, barcodes = barcodesOf(wanted)] {
            return codes.withCodes(barcodes, mostHits);
        },
        [this,
         code,
         turn = ++m_scanTurn,
         field = QPointer<QWidget>(field),
         feedback = QPointer<ScanFeedback>(&feedback)](const Read<CodeHits> &hits) {
            if (turn != m_scanTurn || !feedback || !takesScans())
                return;
            if (hits)
                onFound(code, *hits, field, *feedback);
            else
                feedback->fail(this, tr("The database does not answer. Nothing was filled in."));
        });
}

/// Asks which of several is meant, where nothing else tells.
void StockForm::onFound(const ScannedCode &code,
                        CodeHits hits,
                        QWidget *field,
                        ScanFeedback &feedback)
{
    if (hits.products.size() > 1 && hits.products.front().active)
        std::erase_if(hits.products, [](const Product &product) { return !product.active; });
    hits.bins = fitting(hits.bins);
    const bool products = hits.products.size() > 1;
    if (products || (hits.products.empty() && hits.bins.size() > 1)) {
        chooseScanned(this,
                      products ? tr("Which product is it?") : tr("Which bin is it?"),
                      products ? linesOf(hits.products) : linesOf(hits.bins),
                      [this,
                       code,
                       hits,
                       products,
                       field = QPointer<QWidget>(field),
                       feedback = QPointer<ScanFeedback>(&feedback)](int line) {
                          CodeHits chosen = hits;
                          if (products)
                              chosen.products = {hits.products[std::size_t(line)]};
                          else
                              chosen.bins = {hits.bins[std::size_t(line)]};
                          if (feedback)
                              onFound(code, chosen, field, *feedback);
                      });
        return;
    }
    const QString why = fillFrom(code, hits, field);
    if (!why.isEmpty())
        feedback.fail(this, why);
}

std::vector<Bin> StockForm::fitting(const std::vector<Bin> &bins) const
{
    if (bins.empty() || !glance().stock)
        return bins;
    // Only whether it is the bin of the goods matters.
    const StockKey &key = glance().stock->row.key;
    const auto here = std::ranges::find_if(bins, [&key](const Bin &bin) {
        return bin.warehouse == key.warehouse && bin.zone == key.zone;
    });
    return {here != bins.end() ? *here : bins.front()};
}

QString StockForm::fillFrom(const ScannedCode &code, const CodeHits &hits, QWidget *field)
{
    Q_UNUSED(field);
    if (!glance().stock)
        return tr("Nothing can be scanned here.");
    const StockKey &key = glance().stock->row.key;
    const QString &name = glance().stock->product.name;
    const QString lot = code.gs1 ? code.gs1->lot : QString();
    const bool isLot = std::ranges::any_of(hits.lots, [&key](const Lot &each) {
        return each.product == key.product && each.lot == key.lot;
    });
    const bool isBin = !hits.bins.empty() && hits.bins.front().code == key.bin
                       && hits.bins.front().warehouse == key.warehouse
                       && hits.bins.front().zone == key.zone;
    if (!hits.products.empty() && hits.products.front().code != key.product)
        return tr("This is %1, not %2.").arg(hits.products.front().name, name);
    if (!lot.isEmpty() && lot != key.lot)
        return tr("This is lot %1, not %2.").arg(lot, key.lot);
    if (hits.products.empty() && lot.isEmpty() && !isLot && !isBin) {
        if (!hits.lots.empty())
            return tr("This is lot %1, not %2.").arg(hits.lots.front().lot, key.lot);
        if (!hits.bins.empty())
            return tr("This is bin %1, but the goods are in %2.")
                .arg(hits.bins.front().code, key.bin.isEmpty() ? tr("the zone itself") : key.bin);
        return tr("Nothing here has the code %1.").arg(code.text);
    }
    fillCount(code);
    goOn({quantity()});
    return {};
}

void StockForm::fillCount(const ScannedCode &code)
{
    if (quantity() && code.gs1 && code.gs1->count)
        quantity()->setText(QString::number(*code.gs1->count));
}

void StockForm::goOn(std::initializer_list<QWidget *> fields)
{
    QWidget *next = m_commit;
    for (QWidget *each : fields) {
        if (each && each->isEnabled() && isBlank(each)) {
            next = each;
            break;
        }
    }
    next->setFocus(Qt::TabFocusReason);
}

} // namespace tanaban::ui
