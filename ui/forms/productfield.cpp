#include "ui/forms/productfield.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QKeyEvent>
#include <QStringListModel>

namespace tanaban::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int pauseBeforeLooking = 120;
constexpr int mostOffered = 20;

QString proposalOf(const Product &product)
{
    return product.code + u" · " + product.name;
}

} // namespace

ProductField::ProductField(FormServices &services, QWidget *parent)
    : QLineEdit(parent)
    , m_services(services)
    , m_completer(new QCompleter(this))
    , m_proposals(new QStringListModel(this))
{
    setPlaceholderText(tr("code, barcode or name"));
    setMaxLength(100);
    m_completer->setModel(m_proposals);
    // The database has matched already: names and barcodes too, which the texts do not show.
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer->setMaxVisibleItems(10);
    m_completer->setWidget(this);
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseBeforeLooking);
    connect(&m_pause, &QTimer::timeout, this, &ProductField::propose);
    connect(this, &QLineEdit::textEdited, this, [this](const QString &now) {
        if (m_product && m_product->code == now)
            return; // typed and taken back
        ++m_turn;
        m_unknown = false;
        if (m_product) {
            m_before = std::exchange(m_product, std::nullopt);
            Q_EMIT productChanged();
        }
        m_pause.start();
    });
    // A scan takes back what it has typed here.
    connect(this, &QLineEdit::textChanged, this, [this](const QString &text) {
        if (!m_product && m_before && m_before->code == text)
            take(m_before);
    });
    // Filled in without keys, by a screen reader for example.
    connect(this, &QLineEdit::textChanged, this, [this](const QString &now) {
        if (!m_pause.isActive() && !(m_product && now == m_product->code))
            lookUp();
    });
    connect(m_completer,
            qOverload<const QString &>(&QCompleter::activated),
            this,
            [this](const QString &proposal) {
                for (const Product &product : m_found) {
                    if (proposalOf(product) == proposal) {
                        take(product);
                        Q_EMIT entered();
                        return;
                    }
                }
            });
}

void ProductField::setProduct(const Product &product)
{
    take(product);
}

void ProductField::setCode(const QString &code)
{
    setText(code);
    lookUp();
}

void ProductField::propose()
{
    const QString typed = text().trimmed();
    if (typed.isEmpty())
        return;
    m_services.background.run(
        this,
        [&store = m_services.store, typed] { return store.findProducts(typed, mostOffered); },
        [this, turn = m_turn](const Read<std::vector<Product>> &found) {
            if (turn != m_turn || !found || m_product || !hasFocus())
                return;
            m_found = *found;
            QStringList texts;
            for (const Product &product : m_found)
                texts << proposalOf(product);
            m_proposals->setStringList(texts);
            if (texts.isEmpty())
                m_completer->popup()->hide();
            else
                m_completer->complete();
        });
}

void ProductField::lookUp()
{
    const QString typed = text().trimmed();
    const quint64 turn = ++m_turn;
    m_pause.stop();
    if (typed.isEmpty())
        return;
    m_services.background.run(
        this,
        [&store = m_services.store, typed] { return store.product(typed); },
        [this, turn](const Read<std::optional<Product>> &product) {
            if (turn != m_turn || !product)
                return;
            take(*product);
            if (m_goOn && m_product)
                Q_EMIT entered();
            m_goOn = false;
        });
}

void ProductField::take(const std::optional<Product> &product)
{
    ++m_turn;
    m_pause.stop();
    m_completer->popup()->hide();
    m_product = product;
    m_unknown = !product.has_value();
    if (product)
        setText(product->code);
    Q_EMIT productChanged();
}

void ProductField::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (!enter) {
        QLineEdit::keyPressEvent(event);
        return;
    }
    // A scanner ends each code with Enter: that ends the field, not the form.
    event->accept();
    if (m_product) {
        Q_EMIT entered();
        return;
    }
    m_goOn = true;
    lookUp();
}

void ProductField::focusOutEvent(QFocusEvent *event)
{
    QLineEdit::focusOutEvent(event);
    if (!m_product && event->reason() != Qt::PopupFocusReason && !text().trimmed().isEmpty())
        lookUp();
}

} // namespace tanaban::ui
