#pragma once

#include "tests/ui/allocation/allocationfixture.h"
#include "ui/allocation/batchdialog.h"
#include "ui/allocation/resultsheet.h"

#include <QStackedWidget>

namespace tanaban::test {

/// A run over many orders, from the key of the window to its sheet.
class BatchFixture : public AllocationFixture
{
public:
    /// O1 is done, O2 partly (P1) and short (P3), O3 done.
    void makeOrders()
    {
        open();
        order(QStringLiteral("O1"), {{QStringLiteral("P1"), 20}});
        order(QStringLiteral("O2"), {{QStringLiteral("P1"), 50}, {QStringLiteral("P3"), 1}});
        order(QStringLiteral("O3"), {{QStringLiteral("P2"), 10}});
        commitOrders();
        show();
    }
    ui::BatchDialog *openDialog()
    {
        WindowFixture::press(Qt::Key_A, Qt::ControlModifier | Qt::AltModifier);
        return dialog<ui::BatchDialog>();
    }
    /// Starts and waits for the sheet.
    static bool allocate(ui::BatchDialog *dialog)
    {
        return press(dialog, "startButton")
               && QTest::qWaitFor([dialog] { return showsSheet(dialog); }, 30'000);
    }
    static bool showsSheet(const ui::BatchDialog *dialog)
    {
        return !dialog->run().isRunning()
               && dialog->findChild<QStackedWidget *>()->currentIndex() == 2;
    }
    static ui::ResultSheet &sheetOf(QWidget *dialog)
    {
        return *dialog->findChild<ui::ResultSheet *>();
    }
};

} // namespace tanaban::test
