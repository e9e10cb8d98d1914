#pragma once

#include "model/export/tablesource.h"
#include "ui/history/ledgermodel.h"
#include "ui/records/recordmodel.h"
#include "ui/stock/stocksource.h"

class QHeaderView;

namespace tanaban::ui {

/// The sections that are shown, from left to right.
std::vector<int> shownSections(const QHeaderView &header);

std::unique_ptr<TableSource> tableOfStock(const StockSource &stock,
                                          const StockFilter &filter,
                                          const StockSort &sort,
                                          const std::vector<StockColumn> &columns);
std::unique_ptr<TableSource> tableOfRecords(Records &records,
                                            const RecordFilter &filter,
                                            const std::vector<RecordModel::Column> &columns,
                                            const RecordModel::ReadRows &readRows = {});
std::unique_ptr<TableSource> tableOfLedger(Ledger &ledger,
                                           const LedgerFilter &filter,
                                           const std::vector<LedgerColumn> &columns);

/// One cell of each.
TableCell cellOf(const StockListRow &row, StockColumn column);
TableCell cellOf(Entity entity, const RecordRow &row, const QString &field);
TableCell cellOf(const LedgerEntry &entry, LedgerColumn column);

} // namespace tanaban::ui
