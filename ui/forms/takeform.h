#pragma once

#include "ui/forms/stockform.h"

namespace tanaban::ui {

/// Reserve, release or ship some of one row: a quantity, nothing else.
class TakeForm final : public StockForm
{
    Q_OBJECT

public:
    enum class Taking {
        Reserve,
        Release,
        Ship
    };

    TakeForm(FormServices &services, const Glance &glance, Taking taking, QWidget *parent);

protected:
    std::optional<StockAction> action() const override;
    void fill(const StockAction &action) override;
    QWidget *complain(bool everything) override;
    std::pair<QWidget *, QLabel *> fieldOf(const DomainError &error) override;

private:
    Taking m_taking;
    std::optional<qint64> m_allocation; ///< when it was asked for before
};

} // namespace tanaban::ui
