#pragma once

#include "model/store.h"

#include <QCoreApplication>
#include <QDateTime>

#include "print/tabledocument.h"

namespace tanaban::ui {

/// What stands on paper, in the words of the window.
class PrintText
{
    Q_DECLARE_TR_FUNCTIONS(PrintText)

public:
    /// As the window shows it: digits in groups, days as the language writes them.
    static QString cell(const TableCell &cell);
    static QString moment(const QDateTime &moment);
    /// Title, moment of now, person and page numbers; the rest is the caller's.
    static print::PageFrame frame(const QString &title,
                                  const QStringList &notes,
                                  const QString &person);
    /// The name of who works here; the login where no name is known. For workers.
    static QString personOf(Store &store);
    /// Why there is nothing to print, and what to do.
    static QString messageOf(const print::SpoolFailure &failure);
};

} // namespace tanaban::ui
