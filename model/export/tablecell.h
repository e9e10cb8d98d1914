#pragma once

#include <QDate>
#include <QDateTime>
#include <QString>

#include <variant>
#include <vector>

namespace tanaban {

/// A number with digits after the point: 1500 with 3 is 1.500.
struct TableNumber
{
    qint64 value = 0;
    int decimals = 0;

    friend bool operator==(const TableNumber &, const TableNumber &) = default;
};

/// What a cell of a file holds: nothing, text, a number, a day, or a moment.
using TableCell = std::variant<std::monostate, QString, TableNumber, QDate, QDateTime>;
using TableLine = std::vector<TableCell>;

/// The cell as text that says the same everywhere: "1.500", "2027-02-28", "2027-02-28 10:41:07".
/// Text stays as it is.
QString plainText(const TableCell &cell);

} // namespace tanaban
