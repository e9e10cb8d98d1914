#include "ui/forms/receiveform.h"

#include "ui/forms/formtext.h"
#include "ui/forms/placechooser.h"
#include "ui/forms/productfield.h"
#include "ui/forms/quantityedit.h"
#include "ui/words.h"

#include <QComboBox>
#include <QLabel>

namespace tanaban::ui {

using namespace Qt::StringLiterals;

ReceiveForm::ReceiveForm(FormServices &services,
                         const std::optional<StockContext> &near,
                         QWidget *parent)
    : StockForm(services, {}, parent)
{
    build(tr("Receive"), tr("&Receive"));
    m_product = new ProductField(services, this);
    m_productNote = addField(tr("&Product"), m_product, u"productEdit"_s);
    QuantityEdit *howMany = addQuantity(tr("&Quantity"));
    m_place = new PlaceChooser(services, this);
    addField(tr("&Warehouse"), m_place->warehouseBox(), u"warehouseBox"_s);
    m_zoneNote = addField(tr("&Zone"), m_place->zoneBox(), u"zoneBox"_s);
    m_binNote = addField(tr("B&in"), m_place->binBox(), u"binBox"_s);
    m_lot = new QLineEdit(this);
    m_lot->setMaxLength(50);
    m_lot->setPlaceholderText(tr("named after the receipt"));
    m_lotNote = addField(tr("&Lot"), m_lot, u"lotEdit"_s);
    m_expires = new QLineEdit(this);
    m_expires->setMaxLength(30);
    m_expires->setPlaceholderText(tr("+30, 2027-02, or a date"));
    m_expiresNote = addField(tr("E&xpires"), m_expires, u"expiresEdit"_s);
    if (near) {
        m_product->setProduct(near->product);
        m_place->choose(near->row.key.warehouse, near->row.key.zone, near->row.key.bin);
        onProduct();
    }
    connect(m_product, &ProductField::productChanged, this, &ReceiveForm::onProduct);
    connect(m_product, &ProductField::entered, howMany, [howMany] {
        howMany->setFocus();
        howMany->selectAll();
    });
    connect(m_place, &PlaceChooser::changed, this, &ReceiveForm::readTarget);
    connect(m_lot, &QLineEdit::textChanged, this, &ReceiveForm::readTarget);
    connect(m_expires, &QLineEdit::textChanged, this, &ReceiveForm::recheck);
    finish(near ? static_cast<QWidget *>(howMany) : m_product);
}

StockKey ReceiveForm::target() const
{
    StockKey key;
    key.warehouse = m_place->warehouse();
    key.zone = m_place->zone();
    key.bin = m_place->bin();
    key.product = m_product->product() ? m_product->product()->code : QString();
    key.lot = normalized(m_lot->text().trimmed());
    return key;
}

void ReceiveForm::readTarget()
{
    if (m_product->product() && m_place->zone() > 0)
        loadPlace(target());
    else
        setPlace(std::nullopt);
}

void ReceiveForm::onProduct()
{
    const auto &product = m_product->product();
    if (product)
        quantity()->setProduct(product->decimals, product->unit);
    m_place->setProduct(product);
    readTarget();
    if (isVisible())
        fitHeight(this); // a long name takes two lines
}

std::optional<QDate> ReceiveForm::expiry() const
{
    const QDate today = glance().place ? glance().place->today : QDate();
    return readDay(m_expires->text(), today);
}

std::optional<StockAction> ReceiveForm::action() const
{
    const auto wanted = quantity()->value();
    const bool wrongDay = !m_expires->text().trimmed().isEmpty() && !expiry();
    if (!wanted || !m_product->product() || m_place->zone() == 0 || wrongDay)
        return std::nullopt;
    return Receive{target(), *wanted, expiry()};
}

void ReceiveForm::fill(const StockAction &action)
{
    const auto *receive = std::get_if<Receive>(&action);
    if (!receive)
        return;
    m_product->setCode(receive->key.product);
    // The decimals come with the product, which is still being looked up.
    connect(
        m_product,
        &ProductField::productChanged,
        this,
        [this, asked = receive->quantity] { quantity()->setValue(asked); },
        Qt::SingleShotConnection);
    m_place->choose(receive->key.warehouse, receive->key.zone, receive->key.bin);
    m_lot->setText(receive->key.lot);
    if (receive->expiresOn)
        m_expires->setText(receive->expiresOn->toString(Qt::ISODate));
}

QWidget *ReceiveForm::complain(bool everything)
{
    const auto &product = m_product->product();
    const bool noProduct = !product && (everything || m_product->isUnknown());
    const bool blank = m_product->text().trimmed().isEmpty();
    setNote(m_productNote,
            product ? QString(product->name + u" · " + Words::of(product->condition))
            : noProduct
                ? (blank ? tr("Which product?") : tr("No product has this code or barcode."))
                : QString(),
            noProduct);
    const bool wrongQuantity = complainOfQuantity(everything);
    const bool noZone = product && everything && m_place->zone() == 0;
    setNote(m_zoneNote, noZone ? tr("No zone here takes these goods.") : QString(), noZone);
    setNote(m_binNote, {}, false);
    setNote(m_lotNote, {}, false);
    showExpiryNote(everything);
    if (noProduct)
        return m_product;
    if (wrongQuantity)
        return quantity();
    if (noZone)
        return m_place->zoneBox();
    const bool wrongDay = !m_expires->text().trimmed().isEmpty() && !expiry();
    return wrongDay && everything ? m_expires : nullptr;
}

void ReceiveForm::showExpiryNote(bool everything)
{
    const auto &place = glance().place;
    const bool blank = m_expires->text().trimmed().isEmpty();
    if (blank && place && place->lot) {
        setNote(m_expiresNote,
                place->lot->expiresOn
                    ? tr("This lot expires on %1.").arg(Words::date(*place->lot->expiresOn))
                    : tr("This lot does not expire."),
                false);
        return;
    }
    const auto day = expiry();
    const bool wrong = !blank && !day && everything;
    const bool past = day && place && place->today.isValid() && *day < place->today;
    setNote(m_expiresNote,
            wrong  ? tr("This is not a day. Type +30, 2027-02 or a date.")
            : past ? tr("%1: already past.").arg(Words::date(*day))
            : day  ? Words::date(*day)
                   : QString(),
            wrong || past);
}

void ReceiveForm::placeChanged()
{
    showExpiryNote(false);
}

std::pair<QWidget *, QLabel *> ReceiveForm::fieldOf(const DomainError &error)
{
    if (isAboutQuantity(error))
        return {quantity(), quantityNote()};
    switch (error.rule) {
    case Rule::ZoneFull:
    case Rule::StorageConditionMismatch:
        return {m_place->zoneBox(), m_zoneNote};
    case Rule::LotExpiryDiffers:
        return {m_expires, m_expiresNote};
    case Rule::InvalidCode:
    case Rule::Exists:
        return {m_lot, m_lotNote};
    case Rule::UnknownProduct:
        return {m_product, m_productNote};
    case Rule::Inactive:
        if (m_product->product() && !m_product->product()->active)
            return {m_product, m_productNote};
        break;
    default:
        break;
    }
    return {m_place->binBox(), m_binNote};
}

} // namespace tanaban::ui
