#pragma once

#include "ui/export/showntable.h"
#include "ui/print/paperdialog.h"

#include "print/tabledocument.h"

namespace tanaban::ui {

/// Prints the table that somebody sees, or saves it as PDF: all its rows in their order, and the
/// columns that are shown. The rows are read once, when the dialog opens.
class TablePrintDialog : public PaperDialog
{
    Q_OBJECT

public:
    TablePrintDialog(Session &session, ShownTable table, QWidget *parent);

private:
    /// The rows, and who read them.
    struct Readings
    {
        Result<std::shared_ptr<const print::TableSpool>, print::SpoolFailure> spool;
        QString person;
    };

    void paperChanged() override;
    void countThenRead();
    void read(qint64 rows);
    void layOut();
    void take(const Readings &readings);

    ShownTable m_table;
    std::shared_ptr<const print::TableSpool> m_spool;
    print::PageFrame m_frame;
};

} // namespace tanaban::ui
