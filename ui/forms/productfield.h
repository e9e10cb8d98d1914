#pragma once

#include "ui/forms/submission.h"

#include <QLineEdit>

class QCompleter;
class QStringListModel;

namespace tanaban::ui {

/// A product by code, barcode or part of its name; proposes as one types, and takes a scanner's
/// Enter as the end of the code, not of the form.
class ProductField : public QLineEdit
{
    Q_OBJECT

public:
    ProductField(FormServices &services, QWidget *parent);

    const std::optional<Product> &product() const { return m_product; }
    void setProduct(const Product &product);
    /// Fills in a code and looks it up.
    void setCode(const QString &code);
    /// The code was looked up and nothing has it.
    bool isUnknown() const { return m_unknown; }

Q_SIGNALS:
    void productChanged();
    /// Enter after a code: the next field's turn.
    void entered();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void propose();
    void lookUp();
    void take(const std::optional<Product> &product);

    FormServices &m_services;
    QCompleter *m_completer;
    QStringListModel *m_proposals;
    std::vector<Product> m_found;
    std::optional<Product> m_product;
    std::optional<Product> m_before; ///< the last one; it is back when its code is
    QTimer m_pause;
    quint64 m_turn = 0;
    bool m_unknown = false;
    bool m_goOn = false; ///< Enter was pressed before the product was known
};

} // namespace tanaban::ui
