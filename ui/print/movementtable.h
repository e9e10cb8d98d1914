#pragma once

#include "model/export/tablesource.h"
#include "model/movements.h"

#include <QCoreApplication>

namespace tanaban::ui {

/// A report of movements as a table: what was there, what came and went by kind, and what is left,
/// with a total for each unit at the end.
class MovementTable final : public TableSource
{
    Q_DECLARE_TR_FUNCTIONS(MovementTable)

public:
    MovementTable(std::vector<MovementLine> lines, bool byLot);

    QStringList titles() const override;
    Read<qint64> count() override;
    Read<std::vector<TableLine>> next() override;

    /// "In: received", "Out: shipped"
    static QString kindIn(EventKind kind);
    static QString kindOut(EventKind kind);

private:
    TableLine lineOf(const MovementLine &line, const QString &name) const;

    std::vector<MovementLine> m_lines;
    bool m_byLot;
    std::vector<EventKind> m_in; ///< those that occur, and the usual ones
    std::vector<EventKind> m_out;
    bool m_done = false;
};

} // namespace tanaban::ui
