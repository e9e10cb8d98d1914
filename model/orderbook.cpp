#include "model/orderbook.h"

namespace tanaban {

using namespace Qt::StringLiterals;

Read<std::vector<RecordRow>> orderRows(Records &records,
                                       OrderBook &orders,
                                       const std::vector<RecordId> &ids)
{
    auto rows = records.rows(Entity::Order, ids);
    if (!rows)
        return rows;
    std::vector<RecordId> found; // an order may have gone meanwhile
    for (const RecordRow &row : *rows)
        found.push_back(idOf(Entity::Order, row.record.key));
    const auto progress = orders.progress(found);
    if (!progress)
        return fail(ReadFailure(progress.error()));
    for (size_t i = 0; i < rows->size(); ++i)
        (*rows)[i].progress = (*progress)[i];
    return rows;
}

std::optional<QString> numberAfter(const QString &number)
{
    constexpr qsizetype mostDigits = 18; // of a whole number of 64 bits
    qsizetype first = number.size();
    while (first > 0 && number.size() - first < mostDigits && number[first - 1] >= u'0'
           && number[first - 1] <= u'9')
        --first;
    const qsizetype digits = number.size() - first;
    if (digits == 0)
        return std::nullopt;
    const qint64 next = QStringView(number).mid(first).toLongLong() + 1;
    return QString(number.left(first) + u"%1"_s.arg(next, int(digits), 10, QChar(u'0')));
}

} // namespace tanaban
