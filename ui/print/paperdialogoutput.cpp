// Where the pages go: into a PDF file, or to a printer.
#include "ui/print/paperdialog.h"

#include <QDir>
#include <QFileDialog>
#include <QLocale>
#include <QMessageBox>
#include <QPrintDialog>
#include <QPrinter>
#include <QPushButton>

namespace tanaban::ui {

using namespace Qt::StringLiterals;

namespace {

/// Nobody is asked before fewer go to a printer.
constexpr int manyPages = 100;

/// Those that the system's dialog left, the first one being 0.
std::vector<int> pagesFor(const QPrinter &printer, int count)
{
    std::vector<int> pages = print::pagesFromTo(0, count - 1);
    if (printer.printRange() != QPrinter::PageRange)
        return pages;
    const QPageRanges ranges = printer.pageRanges();
    std::erase_if(pages, [&](int page) {
        return !ranges.isEmpty() ? !ranges.contains(page + 1)
                                 : page + 1 < printer.fromPage() || page + 1 > printer.toPage();
    });
    return pages;
}

} // namespace

void PaperDialog::choosePdf()
{
    auto *files = new QFileDialog(this, tr("Save as PDF"), startPath());
    files->setObjectName(u"pdfFile"_s);
    files->setAttribute(Qt::WA_DeleteOnClose);
    files->setAcceptMode(QFileDialog::AcceptSave);
    files->setDefaultSuffix(u"pdf"_s);
    files->setNameFilter(tr("PDF files (*.pdf)"));
    files->selectFile(startPath());
    connect(files, &QFileDialog::fileSelected, this, &PaperDialog::savePdf);
    files->open();
}

void PaperDialog::savePdf(const QString &path)
{
    if (!m_document || m_running)
        return;
    m_output = true;
    const int all = m_document->pageCount();
    make(
        [all](qint64 done) {
            return tr("%1 of %2 pages saved", "so far")
                .arg(QLocale().toString(done), QLocale().toString(all));
        },
        all,
        [document = m_document, path, title = windowTitle()](Progress &progress) {
            return print::writePdf(
                *document,
                path,
                title,
                [&progress](int done) { progress.done = done; },
                progress.stop.get_token());
        },
        [this, path, all](const Result<Done, print::OutputFailure> &result) {
            takeOutput(result,
                       tr("%Ln page(s) were saved as %1.", nullptr, all)
                           .arg(QDir::toNativeSeparators(path)),
                       path);
        });
}

/// The dialog of the system knows the printers, copies and what else there is.
void PaperDialog::choosePrinter()
{
    if (!m_document || m_running)
        return;
    const auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    printer->setPageLayout(m_document->layout());
    printer->setFullPage(true);
    printer->setDocName(windowTitle());
    printer->setCreator(u"Tanaban"_s);
    auto *dialog = new QPrintDialog(printer.get(), this);
    dialog->setObjectName(u"printerDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setMinMax(1, m_document->pageCount());
    dialog->setOption(QAbstractPrintDialog::PrintSelection, false);
    dialog->setOption(QAbstractPrintDialog::PrintCurrentPage, false);
    connect(dialog, &QDialog::accepted, this, [this, printer] { askAboutMany(printer); });
    // The dialog writes into the printer to its end.
    connect(dialog, &QObject::destroyed, this, [printer] {});
    dialog->open();
}

void PaperDialog::askAboutMany(const std::shared_ptr<QPrinter> &printer)
{
    const std::vector<int> pages = pagesFor(*printer, m_document->pageCount());
    if (int(pages.size()) <= manyPages || !printer->outputFileName().isEmpty()) {
        printOn(printer, pages);
        return;
    }
    const int count = int(pages.size());
    auto *box = new QMessageBox(
        QMessageBox::Question,
        windowTitle(),
        tr("These are %Ln pages of paper. Print all of them?", nullptr, count),
        QMessageBox::NoButton,
        this);
    box->setObjectName(u"manyPages"_s);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setInformativeText(
        tr("Filters make the table shorter; a PDF or an export needs no paper."));
    QPushButton *print = box->addButton(tr("&Print %Ln page(s)", nullptr, count),
                                        QMessageBox::AcceptRole);
    print->setObjectName(u"printAllButton"_s);
    QPushButton *back = box->addButton(tr("&Back"), QMessageBox::RejectRole);
    box->setDefaultButton(back);
    box->setEscapeButton(back);
    connect(print, &QPushButton::clicked, this, [this, printer, pages] { printOn(printer, pages); });
    box->open();
}

void PaperDialog::printOn(const std::shared_ptr<QPrinter> &printer, const std::vector<int> &pages)
{
    if (!m_document || m_running)
        return;
    m_output = true;
    const auto all = int(pages.size());
    const QString file = printer->outputFileName();
    const QString name = printer->printerName();
    make(
        [all](qint64 done) {
            return tr("%1 of %2 pages printed", "so far")
                .arg(QLocale().toString(done), QLocale().toString(all));
        },
        all,
        [document = m_document, printer, pages](Progress &progress) {
            const auto result = print::paintPages(
                *document,
                pages,
                *printer,
                [&progress](int done) { progress.done = done; },
                progress.stop.get_token());
            if (!result)
                printer->abort();
            return result;
        },
        [this, all, file, name](const Result<Done, print::OutputFailure> &result) {
            takeOutput(result,
                       file.isEmpty()
                           ? tr("%Ln page(s) were sent to the printer %1.", nullptr, all).arg(name)
                           : tr("%Ln page(s) were saved as %1.", nullptr, all)
                                 .arg(QDir::toNativeSeparators(file)),
                       file);
        });
}

} // namespace tanaban::ui
