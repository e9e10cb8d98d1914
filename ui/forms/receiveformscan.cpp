#include "ui/forms/placechooser.h"
#include "ui/forms/productfield.h"
#include "ui/forms/quantityedit.h"
#include "ui/forms/receiveform.h"

#include <QComboBox>

// What the receive form does with a scan: product, lot, expiry and quantity, in this order, each by
// a label of its own or all of them by one.

namespace tanaban::ui {

using namespace Qt::StringLiterals;

std::vector<Bin> ReceiveForm::fitting(const std::vector<Bin> &bins) const
{
    return m_place->nearest(bins);
}

QString ReceiveForm::fillFrom(const ScannedCode &code, const CodeHits &hits, QWidget *field)
{
    QString why;
    if (code.gs1) {
        why = fillFromGs1(code, hits);
    } else if (!hits.products.empty()) {
        why = takeProduct(hits.products.front());
    } else if (!hits.bins.empty() && field != m_lot) {
        why = m_place->takeBin(hits.bins.front());
    } else if (const auto &product = m_product->product(); !hits.lots.empty() && product) {
        m_lot->setText(hits.lots.front().lot);
    } else {
        why = fillUnknown(code.text, field);
    }
    if (why.isEmpty()) {
        // A lot that is there already has its expiry.
        const auto known = std::ranges::any_of(hits.lots, [this](const Lot &lot) {
            return m_product->product() && lot.product == m_product->product()->code;
        });
        goOn({m_product, m_lot, known ? nullptr : m_expires, quantity()});
    }
    return why;
}

QString ReceiveForm::fillFromGs1(const ScannedCode &code, const CodeHits &hits)
{
    const Gs1 &gs1 = *code.gs1;
    if (!gs1.gtin.isEmpty()) {
        if (hits.products.empty())
            return tr("No product has the barcode %1.").arg(gs1.gtin);
        if (const QString why = takeProduct(hits.products.front()); !why.isEmpty())
            return why;
    }
    if (!gs1.lot.isEmpty())
        m_lot->setText(gs1.lot);
    if (gs1.expiresOn)
        m_expires->setText(gs1.expiresOn->toString(Qt::ISODate));
    fillCount(code);
    return {};
}

/// Other goods do not take over what was begun for these.
QString ReceiveForm::takeProduct(const Product &product)
{
    const auto &before = m_product->product();
    const bool begun = !m_lot->text().isEmpty() || !m_expires->text().isEmpty()
                       || !quantity()->isBlank();
    if (before && before->code != product.code && begun)
        return tr("This is %1. Finish or leave what you began with %2 first.")
            .arg(product.name, before->name);
    m_product->setProduct(product);
    return {};
}

QString ReceiveForm::fillUnknown(const QString &text, QWidget *field)
{
    if (field == m_expires || field == quantity()) {
        auto *edit = qobject_cast<QLineEdit *>(field);
        const QString before = edit->text();
        edit->setText(text);
        if (field == quantity() ? quantity()->value().has_value() : expiry().has_value())
            return {};
        edit->setText(before);
    }
    // The lots of goods that come in are mostly new; a barcode of goods is no lot.
    const bool wanted = field == m_lot || m_lot->text().trimmed().isEmpty();
    if (m_product->product() && wanted && barcodesOf(text).size() == 1
        && checkCode(text) == CodeFault::NoFault)
    {
        m_lot->setText(text);
        return {};
    }
    return tr("No product or bin has the code %1.").arg(text);
}

} // namespace tanaban::ui
