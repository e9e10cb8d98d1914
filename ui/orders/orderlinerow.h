#pragma once

#include "ui/forms/submission.h"

#include <QJsonObject>
#include <QWidget>

class QLabel;
class QToolButton;

namespace tanaban::ui {

class ProductField;
class QuantityEdit;

/// One line of an order as it is typed: the product with its name, the quantity, what is to be said
/// of it, and a button that takes it away.
class OrderLineRow : public QWidget
{
    Q_OBJECT

public:
    OrderLineRow(FormServices &services, QWidget *parent);

    /// What stands in the columns, above them.
    static QWidget *makeHead(QWidget *parent);

    /// 0: not in the record yet.
    int number() const { return m_number; }
    ProductField *product() const { return m_product; }
    QuantityEdit *quantity() const { return m_quantity; }
    QWidget *firstField() const;
    QWidget *lastField() const;

    /// As the record has it; take() follows when its product has been read.
    void ask(const QJsonObject &line);
    bool isAsked() const { return m_asked.has_value(); }
    void take(const Product &product);
    /// As a record has it; nothing while it is no line.
    std::optional<QJsonObject> line(int numberOfNew) const;
    /// As it stands, for opening again after the program has ended.
    QJsonObject typed() const;
    void retype(const QJsonObject &typed);

    bool isBlank() const;
    /// What is wrong, in words. `everything`: also what is only not there yet.
    QString fault(bool everything) const;
    /// What is set aside or shipped: it cannot become less.
    void setClaim(qint64 claimed);
    /// What its controls are called tells which line it is.
    void setPosition(int position);
    /// The keyboard goes to what is wrong.
    void focusFault();

    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    /// Somebody typed, or the product became known.
    void changed();
    void removeWanted();
    /// Enter in the last field.
    void wentOn();
    /// Enter in an empty line.
    void finished();
    /// The keyboard came here.
    void entered();

private:
    void showState();

    int m_number = 0;
    qint64 m_claimed = 0;
    std::optional<qint64> m_asked; ///< quantity of the record, until the product is known
    ProductField *m_product;
    QLabel *m_name;
    QuantityEdit *m_quantity;
    QLabel *m_note;
    QToolButton *m_remove;
};

} // namespace tanaban::ui
