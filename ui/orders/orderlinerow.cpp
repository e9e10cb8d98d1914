#include "ui/orders/orderlinerow.h"

#include "ui/forms/productfield.h"
#include "ui/forms/quantityedit.h"
#include "ui/look/icons.h"
#include "ui/look/tint.h"
#include "ui/words.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QSignalBlocker>
#include <QToolButton>

namespace tanaban::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int productWidth = 180;
constexpr int quantityWidth = 90;
constexpr int noteWidth = 190;
constexpr int removeWidth = 28;

QHBoxLayout *orderLineLayout(QWidget *row)
{
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    return layout;
}

QLabel *lineLabel(QWidget *parent, Tint colour)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    tint(label, colour);
    return label;
}

} // namespace

OrderLineRow::OrderLineRow(FormServices &services, QWidget *parent)
    : QWidget(parent)
    , m_product(new ProductField(services, this))
    , m_name(lineLabel(this, Tint::Plain))
    , m_quantity(new QuantityEdit(this))
    , m_note(lineLabel(this, Tint::Secondary))
    , m_remove(new QToolButton(this))
{
    m_product->setFixedWidth(productWidth);
    m_name->setWordWrap(true);
    m_quantity->setFixedWidth(quantityWidth);
    m_note->setFixedWidth(noteWidth);
    m_note->setWordWrap(true);
    m_remove->setIcon(icon(u"close"_s));
    m_remove->setFixedWidth(removeWidth);
    m_remove->setFocusPolicy(Qt::TabFocus);
    QHBoxLayout *layout = orderLineLayout(this);
    layout->addWidget(m_product);
    layout->addWidget(m_name, 1);
    layout->addWidget(m_quantity);
    layout->addWidget(m_note);
    layout->addWidget(m_remove);
    m_product->installEventFilter(this);
    m_quantity->installEventFilter(this);
    const auto typed = [this] {
        showState();
        Q_EMIT changed();
    };
    connect(m_product, &ProductField::productChanged, this, [this, typed] {
        if (const auto &product = m_product->product())
            m_quantity->setProduct(product->decimals, product->unit);
        typed();
    });
    connect(m_product, &QLineEdit::textEdited, this, typed);
    connect(m_product, &ProductField::entered, this, [this] {
        m_quantity->setFocus();
        m_quantity->selectAll();
    });
    connect(m_quantity, &QLineEdit::textChanged, this, typed);
    connect(m_remove, &QToolButton::clicked, this, &OrderLineRow::removeWanted);
    showState();
}

QWidget *OrderLineRow::makeHead(QWidget *parent)
{
    auto *head = new QWidget(parent);
    QHBoxLayout *layout = orderLineLayout(head);
    const auto add = [&](const QString &text, int width) {
        QLabel *label = lineLabel(head, Tint::Secondary);
        label->setText(text);
        label->setFont(fontOf(TextSize::Secondary));
        if (width > 0)
            label->setFixedWidth(width);
        layout->addWidget(label, width > 0 ? 0 : 1);
    };
    add(tr("Product"), productWidth);
    add({}, 0);
    add(tr("Quantity"), quantityWidth);
    add({}, noteWidth);
    add({}, removeWidth);
    return head;
}

QWidget *OrderLineRow::firstField() const
{
    return m_product->isReadOnly() ? static_cast<QWidget *>(m_quantity) : m_product;
}

QWidget *OrderLineRow::lastField() const
{
    return m_remove;
}

void OrderLineRow::ask(const QJsonObject &line)
{
    m_number = line.value(u"line_number"_s).toInt();
    m_asked = line.value(u"quantity"_s).toInteger();
    const QSignalBlocker quiet(m_product); // looked up together with those of the other lines
    m_product->setText(line.value(u"product_code"_s).toString());
}

void OrderLineRow::take(const Product &product)
{
    const qint64 asked = std::exchange(m_asked, std::nullopt).value_or(0);
    m_product->setProduct(product);
    m_quantity->setValue(asked);
}

std::optional<QJsonObject> OrderLineRow::line(int numberOfNew) const
{
    const auto &product = m_product->product();
    const auto quantity = m_asked ? m_asked : m_quantity->value();
    if (!quantity || *quantity < 1 || (!product && !m_asked))
        return std::nullopt;
    return QJsonObject{{u"line_number"_s, m_number > 0 ? m_number : numberOfNew},
                       {u"product_code"_s, product ? product->code : m_product->text()},
                       {u"quantity"_s, *quantity}};
}

QJsonObject OrderLineRow::typed() const
{
    QJsonObject typed{{u"line_number"_s, m_number},
                      {u"product"_s, m_product->text()},
                      {u"quantity"_s, m_quantity->text()}};
    if (m_asked)
        typed.insert(u"asked"_s, *m_asked);
    return typed;
}

void OrderLineRow::retype(const QJsonObject &typed)
{
    const QString code = typed.value(u"product"_s).toString();
    if (typed.contains(u"asked"_s)) {
        ask({{u"line_number"_s, typed.value(u"line_number"_s)},
             {u"product_code"_s, code},
             {u"quantity"_s, typed.value(u"asked"_s)}});
        return;
    }
    m_number = typed.value(u"line_number"_s).toInt();
    m_quantity->setText(typed.value(u"quantity"_s).toString());
    m_product->setText(code); // which looks it up
}

bool OrderLineRow::isBlank() const
{
    return !m_asked && m_product->text().trimmed().isEmpty() && m_quantity->isBlank();
}

QString OrderLineRow::fault(bool everything) const
{
    if (m_asked || isBlank())
        return {};
    const auto &product = m_product->product();
    if (!product && m_product->isUnknown() && !m_product->text().trimmed().isEmpty())
        return tr("No product has this code or barcode.");
    if (!product)
        return everything ? tr("Which product?") : QString();
    if (const QString wrong = m_quantity->fault(); !wrong.isEmpty())
        return wrong;
    const auto quantity = m_quantity->value();
    if (quantity && *quantity < 1)
        return tr("It must be more than nothing.");
    if (quantity && *quantity < m_claimed)
        return tr("%1 are set aside or shipped; it cannot be less.")
            .arg(Words::quantity(m_claimed, product->decimals, product->unit));
    return everything && !quantity ? tr("How many?") : QString();
}

void OrderLineRow::setClaim(qint64 claimed)
{
    m_claimed = claimed;
    showState();
}

void OrderLineRow::showState()
{
    const auto &product = m_product->product();
    m_name->setText(product ? product->name : QString());
    m_product->setReadOnly(m_claimed > 0);
    m_remove->setEnabled(m_claimed == 0);
    m_remove->setToolTip(m_claimed > 0
                             ? tr("Goods are set aside for this line. Release them first.")
                             : tr("Remove this line"));
    const QString wrong = fault(false);
    QString text = m_quantity->workedOut();
    if (text.isEmpty() && product) {
        text = m_claimed > 0
                   ? tr("%1, %2 of it set aside or shipped", "unit, quantity")
                         .arg(product->unit, Words::quantity(m_claimed, product->decimals))
                   : product->unit;
    }
    m_note->setText(wrong.isEmpty() ? text : QString(u"⚠ " + wrong));
    tint(m_note, wrong.isEmpty() ? Tint::Secondary : Tint::Bad);
}

void OrderLineRow::setPosition(int position)
{
    m_product->setAccessibleName(tr("Product, line %1").arg(position));
    m_quantity->setAccessibleName(tr("Quantity, line %1").arg(position));
    m_remove->setAccessibleName(tr("Remove line %1").arg(position));
}

void OrderLineRow::focusFault()
{
    (m_product->product() ? static_cast<QWidget *>(m_quantity) : m_product)->setFocus();
}

/// Enter in a field of ours is never the end of the form, but leads on.
bool OrderLineRow::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusIn)
        Q_EMIT entered();
    if (event->type() != QEvent::KeyPress)
        return false;
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (key != Qt::Key_Return && key != Qt::Key_Enter)
        return false;
    if (watched == m_quantity) {
        Q_EMIT wentOn();
        return true;
    }
    if (isBlank()) {
        Q_EMIT finished();
        return true;
    }
    return false; // the product is looked up, and says when it is known
}

} // namespace tanaban::ui
