// The report of movements, by its key and buttons.
#include "ui/print/movementdialog.h"

#include "model/quantity.h"
#include "tests/support/pdffile.h"
#include "tests/support/testprogram.h"
#include "tests/ui/overviewfixture.h"
#include "tests/ui/paperfixture.h"
#include "ui/words.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QDir>

using namespace Qt::StringLiterals;

namespace tanaban::test {

class MovementDialogTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m.prepare(u"movementdialogtest"_s); }
    void init();
    void cleanup() { m.close(); }
    void saysWhatCameAndWent();
    void oneLineForEachLot();
    void daysInTheirOrder();

private:
    ui::MovementDialog *open();
    QString save(ui::MovementDialog *dialog);
    template <typename Field>
    static Field *field(ui::MovementDialog *dialog, const QString &name)
    {
        return dialog->findChild<Field *>(name);
    }

    OverviewFixture m;
    QTemporaryDir m_folder;
    int m_files = 0;
};

void MovementDialogTest::init()
{
    m.open(m.database->url());
    m.workspace().go({u"stock"_s, {}});
    m.stock().setZone(u"WH001"_s, 2);
    QVERIFY(m.rowsOpened() > 0);
}

ui::MovementDialog *MovementDialogTest::open()
{
    WindowFixture::press(Qt::Key_M, Qt::ControlModifier | Qt::AltModifier);
    ui::MovementDialog *dialog = nullptr;
    const bool there = QTest::qWaitFor(
        [&] {
            dialog = m.window->window->findChild<ui::MovementDialog *>();
            return dialog && dialog->isVisible() && dialog->pages().pageCount() > 0
                   && m.window->calm();
        },
        20'000);
    return there ? dialog : nullptr;
}

QString MovementDialogTest::save(ui::MovementDialog *dialog)
{
    const QString path = QDir(m_folder.path()).filePath(u"%1.pdf"_s.arg(++m_files));
    return saveAsPdf(dialog, path) ? path : QString();
}

void MovementDialogTest::saysWhatCameAndWent()
{
    ui::MovementDialog *dialog = open();
    QVERIFY(dialog);
    // It begins with the zone that was looked at.
    QCOMPARE(field<QComboBox>(dialog, u"warehouseBox"_s)->currentData().toString(), u"WH001"_s);
    QCOMPARE(field<QComboBox>(dialog, u"zoneBox"_s)->currentData().toInt(), 2);
    const QDate last = QDate::currentDate();
    const QDate first = last.addDays(-20);
    field<QDateEdit>(dialog, u"firstDay"_s)->setDate(first);
    field<QDateEdit>(dialog, u"lastDay"_s)->setDate(last);
    QTRY_VERIFY(m.window->calm());
    const QString text = PdfFile(save(dialog)).text();
    QVERIFY(text.contains(ui::Words::date(first)) && text.contains(ui::Words::date(last)));
    const auto timeZone =
        m.database->scalar(u"SELECT time_zone FROM warehouses WHERE code = 'WH001'"_s).toString();
    const auto lines = m.database->database().ledger().movements(
        {u"WH001"_s, 2, startOfDay(first, timeZone), startOfDay(last.addDays(1), timeZone)});
    QVERIFY(lines.ok() && lines->size() > 10);
    qsizetype withMovement = 0;
    for (const MovementLine &line : byProduct(*lines)) {
        QVERIFY(line.addsUp());
        QString found;
        for (const QString &printed : text.split(u'\n')) {
            if (printed.startsWith(line.product + u' '))
                found = printed.simplified();
        }
        QVERIFY2(found.contains(u' ' + displayQuantity(line.opening, line.decimals) + u' '),
                 qPrintable(found + u" | "_s + line.product));
        QVERIFY2(
            found.endsWith(u' ' + displayQuantity(line.closing, line.decimals) + u' ' + line.unit),
            qPrintable(found));
        withMovement += line.in.empty() && line.out.empty() ? 0 : 1;
    }
    QVERIFY(withMovement > 0);
    for (const MovementLine &total : totalsByUnit(*lines))
        QVERIFY2(text.contains(u"Total, "_s + total.unit), qPrintable(total.unit));
}

void MovementDialogTest::oneLineForEachLot()
{
    ui::MovementDialog *dialog = open();
    QVERIFY(dialog);
    QVERIFY(!PdfFile(save(dialog)).text().contains(u" Lot "_s));
    dialog = open();
    QVERIFY(dialog);
    field<QCheckBox>(dialog, u"byLot"_s)->click();
    QTRY_VERIFY(m.window->calm());
    QVERIFY(PdfFile(save(dialog)).text().contains(u" Lot "_s));
}

void MovementDialogTest::daysInTheirOrder()
{
    ui::MovementDialog *dialog = open();
    QVERIFY(dialog);
    field<QDateEdit>(dialog, u"firstDay"_s)->setDate(QDate::currentDate().addDays(1));
    QTRY_VERIFY2(noteOf(dialog).startsWith(u"⚠"_s), qPrintable(noteOf(dialog)));
    QVERIFY(!buttonOf(dialog, "printButton")->isEnabled());
    auto *period = field<QComboBox>(dialog, u"periodBox"_s);
    period->setCurrentIndex(1); // last month
    QTRY_VERIFY(buttonOf(dialog, "printButton")->isEnabled());
    const QDate today = QDate::currentDate();
    QCOMPARE(field<QDateEdit>(dialog, u"lastDay"_s)->date(),
             QDate(today.year(), today.month(), 1).addDays(-1));
    QTest::keyClick(dialog, Qt::Key_Escape);
}

} // namespace tanaban::test

TANABAN_WINDOW_TEST(tanaban::test::MovementDialogTest)
#include "movementdialogtest.moc"
