#include "ui/forms/takeform.h"

#include "ui/forms/quantityedit.h"

namespace tanaban::ui {

TakeForm::TakeForm(FormServices &services, const Glance &glance, Taking taking, QWidget *parent)
    : StockForm(services, glance, parent)
    , m_taking(taking)
{
    switch (taking) {
    case Taking::Reserve:
        build(tr("Reserve"), tr("&Reserve"));
        break;
    case Taking::Release:
        build(tr("Release a reservation"), tr("&Release"));
        break;
    case Taking::Ship:
        build(tr("Ship"), tr("&Ship"));
        break;
    }
    finish(addQuantity(tr("&Quantity")));
}

std::optional<StockAction> TakeForm::action() const
{
    const auto wanted = quantity()->value();
    if (!wanted || !glance().stock)
        return std::nullopt;
    const qint64 id = glance().stock->row.id;
    switch (m_taking) {
    case Taking::Reserve:
        return Reserve{id, *wanted};
    case Taking::Release:
        return Release{id, *wanted, m_allocation};
    case Taking::Ship:
        return Ship{id, *wanted, m_allocation};
    }
    Q_UNREACHABLE();
}

void TakeForm::fill(const StockAction &action)
{
    const auto take = [&](qint64 wanted, std::optional<qint64> allocation) {
        quantity()->setValue(wanted);
        m_allocation = allocation;
    };
    if (const auto *reserve = std::get_if<Reserve>(&action))
        take(reserve->quantity, std::nullopt);
    else if (const auto *release = std::get_if<Release>(&action))
        take(release->quantity, release->allocation);
    else if (const auto *ship = std::get_if<Ship>(&action))
        take(ship->quantity, ship->allocation);
}

QWidget *TakeForm::complain(bool everything)
{
    return complainOfQuantity(everything) ? quantity() : nullptr;
}

std::pair<QWidget *, QLabel *> TakeForm::fieldOf(const DomainError &)
{
    return {quantity(), quantityNote()};
}

} // namespace tanaban::ui
