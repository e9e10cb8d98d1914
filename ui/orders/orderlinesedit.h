#pragma once

#include "ui/forms/submission.h"
#include "ui/orders/ordertext.h"

#include <QWidget>

#include <map>

class QScrollArea;
class QToolButton;
class QVBoxLayout;

namespace tanaban::ui {

class OrderLineRow;

/// The lines of an order as they are typed: a product and a quantity each. Enter leads from field to
/// field, and from the last one to a new line; in an empty line it says that this was all.
class OrderLinesEdit : public QWidget
{
    Q_OBJECT

public:
    OrderLinesEdit(FormServices &services, QWidget *parent);

    /// As the record has them. Their products are read in the background; see loaded().
    void setLines(const QJsonArray &lines);
    /// The record is new: what its lines were numbered so far was only proposed.
    void forgetNumbers();
    /// As a record has them; undefined while something that was typed is no line.
    QJsonValue lines() const;
    /// What is wrong, in words. `everything`: also what is only not there yet.
    QString fault(bool everything) const;
    /// What is set aside or shipped, by the number of the line: it cannot become less.
    void setClaims(const std::map<qint64, qint64> &claims);
    /// As it stands, for opening again after the program has ended.
    QJsonArray typed() const;
    void retype(const QJsonArray &typed);

Q_SIGNALS:
    /// Somebody typed.
    void changed();
    /// The products of the lines that were set are known.
    void loaded();
    /// Enter in an empty line.
    void finished();

protected:
    /// The keyboard goes to what is wrong, or to the first line.
    void focusInEvent(QFocusEvent *event) override;

private:
    OrderLineRow *addLine();
    void fill(const QJsonArray &lines, void (OrderLineRow::*take)(const QJsonObject &));
    void removeLine(OrderLineRow *line);
    void goOnFrom(OrderLineRow *line);
    void showPositions();
    void showClaims();
    void loadProducts();

    FormServices &m_services;
    std::vector<OrderLineRow *> m_lines;
    std::map<qint64, qint64> m_claims;
    int m_greatest = 0; ///< of the numbers that are, or were, in the record
    QScrollArea *m_area;
    QVBoxLayout *m_rows;
    QToolButton *m_add;
    bool m_filling = false;
};

} // namespace tanaban::ui
