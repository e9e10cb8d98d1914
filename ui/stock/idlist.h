#pragma once

#include <QtGlobal>

#include <vector>

namespace tanaban::ui {

/// Where the list has these ids, in their order; -1 for those it has not. One look through the list
/// for all of them.
std::vector<int> rowsOf(const std::vector<qint64> &ids, const std::vector<qint64> &list);

/// What makes one list of another: `removed` rows at `start` give way to `added` others.
struct ListDifference
{
    int start = 0;
    int removed = 0;
    int added = 0;
};
ListDifference differenceOf(const std::vector<qint64> &before, const std::vector<qint64> &after);

} // namespace tanaban::ui
