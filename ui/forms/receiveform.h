#pragma once

#include "ui/forms/stockform.h"

class QLineEdit;

namespace tanaban::ui {

class PlaceChooser;
class ProductField;

/// Goods that come in: what, how much, where to, which lot.
class ReceiveForm final : public StockForm
{
    Q_OBJECT

public:
    /// `near`: a row whose product and place are proposed.
    ReceiveForm(FormServices &services, const std::optional<StockContext> &near, QWidget *parent);

protected:
    std::optional<StockAction> action() const override;
    void fill(const StockAction &action) override;
    QWidget *complain(bool everything) override;
    std::pair<QWidget *, QLabel *> fieldOf(const DomainError &error) override;
    void placeChanged() override;
    QString fillFrom(const ScannedCode &code, const CodeHits &hits, QWidget *field) override;
    std::vector<Bin> fitting(const std::vector<Bin> &bins) const override;

private:
    StockKey target() const;
    void readTarget();
    void onProduct();
    /// The day typed; nothing when it is no day. An empty field is no mistake.
    std::optional<QDate> expiry() const;
    void showExpiryNote(bool everything);
    QString fillFromGs1(const ScannedCode &code, const CodeHits &hits);
    /// A code that nothing has: a new lot, or what its field takes.
    QString fillUnknown(const QString &text, QWidget *field);
    QString takeProduct(const Product &product);

    ProductField *m_product = nullptr;
    PlaceChooser *m_place = nullptr;
    QLineEdit *m_lot = nullptr;
    QLineEdit *m_expires = nullptr;
    QLabel *m_productNote = nullptr;
    QLabel *m_zoneNote = nullptr;
    QLabel *m_binNote = nullptr;
    QLabel *m_lotNote = nullptr;
    QLabel *m_expiresNote = nullptr;
};

} // namespace tanaban::ui
