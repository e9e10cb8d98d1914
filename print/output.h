#pragma once

#include <functional>
#include <stop_token>
#include <vector>

#include "print/document.h"

class QPagedPaintDevice;

namespace tanaban::print {

/// Why there is no print, or no whole one.
struct OutputFailure
{
    enum class Kind {
        Stopped,
        Device, ///< the file or the printer did not take it: `detail`, where the system says why
        Pages   ///< a page could not be made: `detail`
    } kind = Kind::Device;
    QString detail;
};

/// Told how many pages are done, from the caller's thread.
using PagesDone = std::function<void(int)>;

/// The pages that are asked for, all of them or from one to another.
std::vector<int> pagesFromTo(int first, int last);

/// Paints pages on a device, one after the other; little memory is needed for any number of them.
/// For workers. After a failure the device may have taken some of them.
Result<Done, OutputFailure> paintPages(const Document &document,
                                       const std::vector<int> &pages,
                                       QPagedPaintDevice &device,
                                       const PagesDone &progressed = {},
                                       const std::stop_token &stop = {});

/// Writes the whole document into a PDF file that is there whole or not at all, its text as text and
/// with its fonts in it. What had that name before stays until then.
Result<Done, OutputFailure> writePdf(const Document &document,
                                     const QString &path,
                                     const QString &title,
                                     const PagesDone &progressed = {},
                                     const std::stop_token &stop = {});

} // namespace tanaban::print
