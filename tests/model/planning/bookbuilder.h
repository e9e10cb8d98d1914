#pragma once

#include "model/planning/allocating.h"

namespace tanaban::tests {

using namespace Qt::StringLiterals;

inline const QDate planningDay(2026, 11, 21);

/// Builds books by hand: one product after the other with its rows, then orders.
class BookBuilder
{
public:
    AllocationBook book;

    BookBuilder()
    {
        book.strategies = {builtInStrategies().front()};
        place(u"WH001"_s, 1, StorageCondition::RoomTemperature, 1);
        place(u"WH001"_s, 2, StorageCondition::Refrigerated, 10);
        place(u"WH002"_s, 1, StorageCondition::RoomTemperature, 2);
    }

    int place(const QString &warehouse,
              int zone,
              StorageCondition condition,
              std::optional<int> priority)
    {
        BookPlace place;
        place.warehouse = warehouse;
        place.zone = zone;
        place.condition = condition;
        place.priority = priority;
        place.today = planningDay;
        book.places.push_back(place);
        return int(book.places.size()) - 1;
    }
    int product(const QString &code, StorageCondition condition = StorageCondition::RoomTemperature)
    {
        BookProduct product;
        product.code = code;
        product.condition = condition;
        product.firstStock = int(book.stock.size());
        book.products.push_back(product);
        return int(book.products.size()) - 1;
    }
    /// A row of the product that came last. `day`: when it was received, counted from a far day.
    BookStock &row(int place, qint64 available, int day = 0, std::optional<QDate> expires = {})
    {
        BookStock stock;
        stock.id = qint64(book.stock.size()) + 1;
        stock.version = 1;
        stock.place = place;
        stock.onHand = available;
        stock.available = available;
        stock.bin = u"B%1"_s.arg(stock.id);
        stock.lot = u"L%1"_s.arg(stock.id);
        stock.receivedAt = Instant{qint64(day) * 86'400'000'000};
        stock.expiresOn = expires;
        book.stock.push_back(stock);
        ++book.products.back().stockCount;
        return book.stock.back();
    }
    BookOrder &order(std::optional<int> priority = {}, std::optional<QDate> due = {})
    {
        BookOrder order;
        order.id = qint64(book.orders.size()) + 1;
        order.number = u"SO-%1"_s.arg(order.id);
        order.priority = priority;
        order.dueOn = due;
        order.firstLine = int(book.lines.size());
        book.orders.push_back(order);
        return book.orders.back();
    }
    /// A line of the order that came last.
    int line(int product, qint64 quantity, qint64 claimed = 0)
    {
        BookLine line;
        line.order = int(book.orders.size()) - 1;
        line.number = ++book.orders.back().lineCount;
        line.product = product;
        line.ordered = quantity + claimed;
        line.claimed = claimed;
        book.lines.push_back(line);
        return int(book.lines.size()) - 1;
    }

    /// "1:5 2:3": so much of these rows, in the order of taking.
    static QString picks(const AllocationBook &book, const AllocationPlan &plan, int line)
    {
        QStringList words;
        const PlannedLine &of = plan.lines[size_t(line)];
        for (int i = of.firstPick; i < of.firstPick + of.pickCount; ++i) {
            const PlannedPick &pick = plan.picks[size_t(i)];
            words << u"%1:%2"_s.arg(book.stock[size_t(pick.stock)].id).arg(pick.quantity);
        }
        return words.join(u' ');
    }
    QString picks(int line) const { return picks(book, planAllocation(book), line); }
};

} // namespace tanaban::tests
