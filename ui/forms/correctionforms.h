#pragma once

#include "model/codes.h"
#include "ui/forms/stockform.h"

class QComboBox;

namespace tanaban::ui {

class ReasonBox;

/// A form that needs a reason: one of the usual ones, or the person's own words.
class ReasonedForm : public StockForm
{
    Q_OBJECT

protected:
    using StockForm::StockForm;

    void addReason(const QStringList &usual);
    QString reason() const;
    void setReason(const QString &reason);
    /// Says that it is missing; the field, when it is. Nothing where no reason is asked for.
    QWidget *complainOfReason(bool everything);

    QWidget *complain(bool everything) override;
    std::pair<QWidget *, QLabel *> fieldOf(const DomainError &error) override;

private:
    ReasonBox *m_reason = nullptr;
    QLabel *m_reasonNote = nullptr;
};

/// More or less than the books say.
class AdjustForm final : public ReasonedForm
{
    Q_OBJECT

public:
    AdjustForm(FormServices &services, const Glance &glance, QWidget *parent);
    static QStringList usualReasons();

protected:
    std::optional<StockAction> action() const override;
    void fill(const StockAction &action) override;
};

/// Quarantined, damaged, or fit for use again.
class StatusForm final : public ReasonedForm
{
    Q_OBJECT

public:
    StatusForm(FormServices &services, const Glance &glance, QWidget *parent);
    static QStringList usualReasons();

protected:
    std::optional<StockAction> action() const override;
    void fill(const StockAction &action) override;

private:
    QComboBox *m_status = nullptr;
};

} // namespace tanaban::ui
