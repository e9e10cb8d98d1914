#include "ui/forms/correctionforms.h"

#include "ui/forms/quantityedit.h"
#include "ui/forms/reasonbox.h"
#include "ui/words.h"

#include <QLabel>

namespace tanaban::ui {

using namespace Qt::StringLiterals;

void ReasonedForm::addReason(const QStringList &usual)
{
    m_reason = new ReasonBox(usual, this);
    m_reasonNote = addField(tr("R&eason"), m_reason, u"reasonBox"_s);
    connect(m_reason, &QComboBox::currentTextChanged, this, &ReasonedForm::recheck);
}

QString ReasonedForm::reason() const
{
    return m_reason->reason();
}

void ReasonedForm::setReason(const QString &reason)
{
    m_reason->setEditText(reason);
}

QWidget *ReasonedForm::complain(bool everything)
{
    const bool wrongQuantity = complainOfQuantity(everything);
    QWidget *missing = complainOfReason(everything);
    return wrongQuantity ? quantity() : missing;
}

QWidget *ReasonedForm::complainOfReason(bool everything)
{
    if (!m_reason)
        return nullptr;
    const bool missing = everything && reason().isEmpty();
    setNote(m_reasonNote,
            missing ? tr("The reason stays in the history; it is needed.") : QString(),
            missing);
    return missing ? m_reason : nullptr;
}

std::pair<QWidget *, QLabel *> ReasonedForm::fieldOf(const DomainError &error)
{
    const bool ofReason = error.rule == Rule::ReasonMissing || error.rule == Rule::InvalidCode;
    if (ofReason)
        return {m_reason, m_reasonNote};
    return {quantity(), quantityNote()};
}

AdjustForm::AdjustForm(FormServices &services, const Glance &glance, QWidget *parent)
    : ReasonedForm(services, glance, parent)
{
    build(tr("Adjust"), tr("&Adjust"));
    QuantityEdit *by = addQuantity(tr("&More or less"));
    by->setSigned(true);
    by->setPlaceholderText(tr("+3 or -3"));
    addReason(usualReasons());
    finish(by);
}

QStringList AdjustForm::usualReasons()
{
    return {tr("Counted"),
            tr("Found"),
            tr("Missing"),
            tr("Broken"),
            tr("Expired and thrown away"),
            tr("Wrong entry")};
}

std::optional<StockAction> AdjustForm::action() const
{
    const auto by = quantity()->value();
    if (!by || !glance().stock)
        return std::nullopt;
    return Adjust{glance().stock->row.id, *by, reason()};
}

void AdjustForm::fill(const StockAction &action)
{
    if (const auto *adjust = std::get_if<Adjust>(&action)) {
        quantity()->setValue(adjust->by);
        setReason(adjust->reason);
    }
}

StatusForm::StatusForm(FormServices &services, const Glance &glance, QWidget *parent)
    : ReasonedForm(services, glance, parent)
{
    build(tr("Change status"), tr("&Change"));
    QuantityEdit *howMany = addQuantity(tr("&Quantity"));
    m_status = new QComboBox(this);
    for (const StockStatus status :
         {StockStatus::Available, StockStatus::Quarantined, StockStatus::Damaged})
    {
        if (!glance.stock || glance.stock->row.key.status != status)
            m_status->addItem(Words::of(status), codeOf(status));
    }
    addField(tr("&New status"), m_status, u"statusBox"_s);
    connect(m_status, &QComboBox::currentIndexChanged, this, &StatusForm::recheck);
    addReason(usualReasons());
    finish(howMany);
}

QStringList StatusForm::usualReasons()
{
    return {tr("Damaged in storage"),
            tr("Damaged on arrival"),
            tr("Temperature was wrong"),
            tr("Waiting for inspection"),
            tr("Inspected and good"),
            tr("Recalled by the maker")};
}

std::optional<StockAction> StatusForm::action() const
{
    const auto wanted = quantity()->value();
    const auto status = fromCode<StockStatus>(m_status->currentData().toString());
    if (!wanted || !status || !glance().stock)
        return std::nullopt;
    return ChangeStatus{glance().stock->row.id, *wanted, *status, reason()};
}

void StatusForm::fill(const StockAction &action)
{
    if (const auto *change = std::get_if<ChangeStatus>(&action)) {
        quantity()->setValue(change->quantity);
        m_status->setCurrentIndex(m_status->findData(codeOf(change->to)));
        setReason(change->reason);
    }
}

} // namespace tanaban::ui
