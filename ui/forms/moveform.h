#pragma once

#include "ui/forms/stockform.h"

namespace tanaban::ui {

class PlaceChooser;

/// Some of one row to another bin, zone or warehouse.
class MoveForm final : public StockForm
{
    Q_OBJECT

public:
    MoveForm(FormServices &services, const Glance &glance, QWidget *parent);

protected:
    std::optional<StockAction> action() const override;
    void fill(const StockAction &action) override;
    QWidget *complain(bool everything) override;
    std::pair<QWidget *, QLabel *> fieldOf(const DomainError &error) override;
    bool isEarly(const DomainError &error) const override;
    void placeChanged() override;
    QString fillFrom(const ScannedCode &code, const CodeHits &hits, QWidget *field) override;
    std::vector<Bin> fitting(const std::vector<Bin> &bins) const override;

private:
    StockKey target() const;
    void readTarget();
    void showPlaceNote();

    PlaceChooser *m_place = nullptr;
    QLabel *m_zoneNote = nullptr;
    QLabel *m_binNote = nullptr;
};

} // namespace tanaban::ui
