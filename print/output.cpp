#include "print/output.h"

#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>

#include <cmath>
#include <numeric>

namespace tanaban::print {

using namespace Qt::StringLiterals;

namespace {

constexpr int pdfDotsPerInch = 1200;
constexpr double paperTolerance = 2; ///< millimetres

using OutputKind = OutputFailure::Kind;

} // namespace

std::vector<int> pagesFromTo(int first, int last)
{
    std::vector<int> pages(size_t(std::max(0, last - first + 1)));
    std::iota(pages.begin(), pages.end(), first);
    return pages;
}

Result<Done, OutputFailure> paintPages(const Document &document,
                                       const std::vector<int> &pages,
                                       QPagedPaintDevice &device,
                                       const PagesDone &progressed,
                                       const std::stop_token &stop)
{
    // What a printer makes of margins is its own; another paper would cut the pages.
    device.setPageLayout(document.layout());
    const QSizeF given = device.pageLayout().fullRect(QPageLayout::Millimeter).size();
    const QSizeF wanted = document.layout().fullRect(QPageLayout::Millimeter).size();
    if (std::abs(given.width() - wanted.width()) > paperTolerance
        || std::abs(given.height() - wanted.height()) > paperTolerance)
        return fail(OutputFailure{OutputKind::Device, {}});
    QPainter painter;
    if (!painter.begin(&device))
        return fail(OutputFailure{OutputKind::Device, {}});
    int done = 0;
    for (const int page : pages) {
        if (stop.stop_requested())
            return fail(OutputFailure{OutputKind::Stopped, {}});
        if (done > 0 && !device.newPage())
            return fail(OutputFailure{OutputKind::Device, {}});
        painter.save();
        painter.scale(device.logicalDpiX() / twipsPerInch, device.logicalDpiY() / twipsPerInch);
        const auto painted = document.paint(painter, page);
        painter.restore();
        if (!painted)
            return fail(OutputFailure{OutputKind::Pages, painted.error()});
        ++done;
        if (progressed)
            progressed(done);
    }
    if (!painter.end())
        return fail(OutputFailure{OutputKind::Device, {}});
    return Done{};
}

Result<Done, OutputFailure> writePdf(const Document &document,
                                     const QString &path,
                                     const QString &title,
                                     const PagesDone &progressed,
                                     const std::stop_token &stop)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return fail(OutputFailure{OutputKind::Device, file.errorString()});
    QPdfWriter writer(&file);
    writer.setResolution(pdfDotsPerInch);
    writer.setTitle(title);
    writer.setCreator(u"Tanaban " TANABAN_VERSION ""_s);
    const auto painted = paintPages(
        document, pagesFromTo(0, document.pageCount() - 1), writer, progressed, stop);
    if (!painted) {
        const QString detail = file.error() == QFileDevice::NoError ? painted.error().detail
                                                                    : file.errorString();
        return fail(OutputFailure{painted.error().kind, detail});
    }
    if (file.error() != QFileDevice::NoError || !file.commit())
        return fail(OutputFailure{OutputKind::Device, file.errorString()});
    return Done{};
}

} // namespace tanaban::print
