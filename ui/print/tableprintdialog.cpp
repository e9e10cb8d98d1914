#include "ui/print/tableprintdialog.h"

#include "ui/print/printtext.h"
#include "ui/session.h"

#include <QApplication>
#include <QLocale>

namespace tanaban::ui {

using namespace Qt::StringLiterals;

namespace {

/// More columns lie better across.
constexpr qsizetype columnsUpright = 6;

} // namespace

TablePrintDialog::TablePrintDialog(Session &session, ShownTable table, QWidget *parent)
    : PaperDialog(session, table.name, parent)
    , m_table(std::move(table))
{
    setObjectName(u"tablePrintDialog"_s);
    setWindowTitle(tr("Print the table"));
    addPaperChoice(m_table.source()->titles().size() > columnsUpright);
    countThenRead();
}

/// How many rows there are is known soon, and says how far the reading is.
void TablePrintDialog::countThenRead()
{
    make([](qint64) { return tr("Counting the rows…"); },
         0,
         [source = m_table.source](Progress &) { return source()->count(); },
         [this](const Read<qint64> &count) { read(count ? *count : 0); });
}

void TablePrintDialog::read(qint64 rows)
{
    const auto text = [rows](qint64 done) {
        const QLocale locale;
        return rows > 0
                   ? tr("Reading: %1 of %2 rows").arg(locale.toString(done), locale.toString(rows))
                   : tr("Reading the rows…");
    };
    make(
        text,
        rows,
        [source = m_table.source, &store = session().store(), font = QApplication::font()](
            Progress &progress) {
            const auto table = source();
            auto spool = print::TableSpool::read(
                *table,
                &PrintText::cell,
                font,
                [&progress](qint64 done) { progress.done = done; },
                progress.stop.get_token());
            return Readings{std::move(spool), PrintText::personOf(store)};
        },
        [this](const Readings &readings) { take(readings); });
}

void TablePrintDialog::take(const Readings &readings)
{
    if (!readings.spool) {
        setNote(PrintText::messageOf(readings.spool.error()), true);
        return;
    }
    m_spool = *readings.spool;
    m_frame = PrintText::frame(m_table.title, m_table.notes, readings.person);
    m_frame.footer = tr("%Ln row(s)", nullptr, int(m_spool->rows()));
    layOut();
}

void TablePrintDialog::paperChanged()
{
    if (m_spool)
        layOut();
}

void TablePrintDialog::layOut()
{
    make([](qint64) { return tr("Making the pages…"); },
         0,
         [spool = m_spool, frame = m_frame, layout = chosenPaper()](Progress &progress) {
             return print::TableDocument::make(spool, frame, layout, progress.stop.get_token());
         },
         [this](const Result<std::shared_ptr<const print::TableDocument>, print::SpoolFailure>
                    &document) {
             if (document) {
                 setDocument(*document);
                 const int pages = (*document)->pageCount();
                 setNote(tr("%1, %2", "3,400 rows, 70 pages")
                             .arg(m_frame.footer, tr("%Ln page(s)", nullptr, pages)),
                         false);
             } else {
                 setDocument(nullptr);
                 setNote(PrintText::messageOf(document.error()), true);
             }
         });
}

} // namespace tanaban::ui
