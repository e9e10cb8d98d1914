#include "ui/forms/factscard.h"

#include "ui/forms/formtext.h"
#include "ui/look/theme.h"
#include "ui/look/tint.h"
#include "ui/words.h"

#include <QFontMetrics>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace tanaban::ui {

using namespace Qt::StringLiterals;

namespace {

QLabel *cardLabel(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    return label;
}

QString placeLine(const StockContext &stock)
{
    const StockKey &key = stock.row.key;
    QString zone = QString::number(key.zone);
    if (!stock.zone.name.isEmpty())
        zone += u' ' + stock.zone.name;
    QStringList parts{key.warehouse, zone};
    if (!key.bin.isEmpty())
        parts << key.bin;
    if (!key.lot.isEmpty())
        parts << FactsCard::tr("lot %1").arg(key.lot);
    if (stock.lot.expiresOn)
        parts << FactsCard::tr("expires %1").arg(Words::date(*stock.lot.expiresOn));
    if (key.status != StockStatus::Available)
        parts << Words::of(key.status);
    return parts.join(u" · ");
}

} // namespace

FactsCard::FactsCard(QWidget *parent)
    : QWidget(parent)
    , m_name(cardLabel(this))
    , m_code(cardLabel(this))
    , m_place(cardLabel(this))
    , m_figures(new QWidget(this))
{
    setObjectName(u"factsCard"_s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    m_name->setObjectName(u"goodsName"_s);
    m_name->setFont(fontOf(TextSize::Title, true));
    m_name->setWordWrap(true);
    for (QLabel *label : {m_code, m_place}) {
        tint(label, Tint::Secondary);
        label->setWordWrap(true);
    }
    column->addWidget(m_name);
    column->addWidget(m_code);
    column->addWidget(m_place);
    auto *row = new QHBoxLayout(m_figures);
    row->setContentsMargins(0, 8, 0, 0);
    row->setSpacing(24);
    m_onHand = addFigure(tr("On hand"), u"onHandFigure"_s, false);
    m_reserved = addFigure(tr("Reserved", "figure"), u"reservedFigure"_s, false);
    m_available = addFigure(tr("Available", "figure"), u"availableFigure"_s, true);
    row->addStretch(1);
    column->addWidget(m_figures);
}

FactsCard::Figure FactsCard::addFigure(const QString &title, const QString &name, bool principal)
{
    auto *box = new QWidget(m_figures);
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    Figure figure{cardLabel(box), cardLabel(box)};
    figure.label->setText(title);
    figure.label->setFont(fontOf(TextSize::Secondary));
    tint(figure.label, Tint::Secondary);
    figure.value->setObjectName(name);
    figure.value->setFont(fontOf(principal ? TextSize::Figure : TextSize::Title, principal));
    // The figures stand on one line, whatever their size.
    const int descent = QFontMetrics(fontOf(TextSize::Figure, true)).descent();
    column->setContentsMargins(0, 0, 0, descent - figure.value->fontMetrics().descent());
    column->addWidget(figure.label);
    column->addStretch(1);
    column->addWidget(figure.value, 0, Qt::AlignBottom);
    m_figures->layout()->addWidget(box);
    return figure;
}

void FactsCard::setFigure(const Figure &figure,
                          qint64 quantity,
                          const Product &product,
                          bool withUnit)
{
    figure.value->setText(
        Words::quantity(quantity, product.decimals, withUnit ? product.unit : QString()));
    figure.value->setAccessibleName(figure.label->text() + u": " + figure.value->text());
}

void FactsCard::present(const Glance &glance)
{
    const Product *product = glance.product();
    setVisible(product != nullptr);
    if (!product)
        return;
    m_name->setText(product->name);
    m_code->setText(product->code + u" · " + Words::of(product->condition));
    m_place->setVisible(glance.stock.has_value());
    m_figures->setVisible(glance.stock.has_value());
    if (!glance.stock)
        return;
    const StockRow &row = glance.stock->row;
    m_place->setText(placeLine(*glance.stock));
    setFigure(m_onHand, row.onHand, *product, false);
    setFigure(m_reserved, row.reserved, *product, false);
    setFigure(m_available, row.available(), *product, true);
    const bool nothing = row.available() == 0;
    tint(m_available.value, nothing ? Tint::Low : Tint::Plain);
}

StripBar::StripBar(QWidget *parent)
    : QWidget(parent)
    , m_text(cardLabel(this))
{
    setObjectName(u"strip"_s);
    setAttribute(Qt::WA_StyledBackground);
    styleAsStrip(this);
    m_text->setObjectName(u"stripText"_s);
    m_text->setWordWrap(true);
    auto *button = new QPushButton(tr("Show &new figures"), this);
    button->setObjectName(u"lookAgainButton"_s);
    button->setAutoDefault(false);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 8, 8, 8);
    row->addWidget(m_text, 1);
    row->addWidget(button);
    connect(button, &QPushButton::clicked, this, &StripBar::lookAgain);
    hide();
}

void StripBar::tell(const QString &text)
{
    m_text->setText(text);
    setVisible(!text.isEmpty());
}

QString StripBar::text() const
{
    return m_text->text();
}

} // namespace tanaban::ui
