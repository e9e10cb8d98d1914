#pragma once

#include "model/orderbook.h"

#include <QCoreApplication>

namespace tanaban::ui {

/// Products by their codes: what quantities of order lines are counted in.
using Goods = QHash<QString, Product>;

/// Those with these codes; read for workers, what cannot be read is left out.
Goods productsOf(Store &store, const QStringList &codes);

/// Orders in the words of people.
class OrderText
{
    Q_DECLARE_TR_FUNCTIONS(OrderText)

public:
    /// An unfinished order whose day is over.
    static bool isOverdue(const Record &order, QDate today);
    /// The day with "overdue" or "today" behind it; empty without a day.
    static QString due(const Record &order, QDate today);
    /// "3 of 5 lines allocated, 2 shipped"
    static QString progress(const OrderProgress &progress);
    static QString state(const Record &order);
    /// Of the drawings: "order-open", ….
    static QString symbolOf(const Record &order);
    /// "P-17 Rice 5 kg"
    static QString product(const QString &code, const Goods &goods);
    /// "8 bags"
    static QString quantity(qint64 quantity, const QString &product, const Goods &goods);
    /// One below the other; of two versions only those that differ, as far as there is room.
    static QString lines(const QJsonValue &lines, const Goods &goods, const QJsonValue &other = {});
    /// "8 ordered · 5 allocated · 3 lacking"
    static QString lineSummary(const OrderLine &line, const Goods &goods);
    /// "5 bags: WH001 · 1 Ambient · A-01 · L-204"
    static QString place(const OrderAllocation &allocation,
                         const QString &product,
                         const Goods &goods);
    /// What one command did to the order, one thing below the other.
    static QString deedOf(const OrderEvent &event, const Goods &goods);
    static QString whoAndWhen(const OrderEvent &event);

private:
    static QString line(const QJsonValue &line, const Goods &goods);
    static QString deedOf(const OrderGoodsEvent &event, const Goods &goods);
    static QStringList differences(const QJsonValue &before,
                                   const QJsonValue &after,
                                   const Goods &goods);
};

} // namespace tanaban::ui
