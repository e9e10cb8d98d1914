#include "model/export/exporter.h"

#include <QCoreApplication>

namespace tanaban {

using namespace Qt::StringLiterals;

namespace {

struct ExportText
{
    Q_DECLARE_TR_FUNCTIONS(Export)
};

} // namespace

QString suffixOf(TableFormat format)
{
    return format == TableFormat::Csv ? u"csv"_s : u"xlsx"_s;
}

std::optional<TableFormat> tableFormatOf(const QString &fileName)
{
    for (const TableFormat format : {TableFormat::Csv, TableFormat::Xlsx}) {
        if (fileName.endsWith(u'.' + suffixOf(format), Qt::CaseInsensitive))
            return format;
    }
    return std::nullopt;
}

qint64 mostLinesOf(TableFormat format)
{
    // A sheet has 2^20 lines (ECMA-376), one of them for the titles.
    return format == TableFormat::Xlsx ? (1 << 20) - 1 : std::numeric_limits<qint64>::max();
}

QString messageOf(const ExportFailure &failure, TableFormat format, const QString &path)
{
    switch (failure.kind) {
    case ExportFailure::Kind::Stopped:
        return ExportText::tr("Stopped. No file was written.");
    case ExportFailure::Kind::TooManyLines:
        return ExportText::tr(
                   "A file of this kind holds at most %1 rows. Choose CSV, or show fewer "
                   "rows. No file was written.")
            .arg(mostLinesOf(format));
    case ExportFailure::Kind::File:
        return ExportText::tr(
                   "%1 could not be written: %2. Choose another folder or make room, then "
                   "try again.")
            .arg(path, failure.detail);
    case ExportFailure::Kind::Read:
        return ExportText::tr("The database gave no answer: %1. No file was written; try again.")
            .arg(failure.read ? failure.read->detail : QString());
    }
    Q_UNREACHABLE();
}

Result<qint64, ExportFailure> exportTable(TableSource &source,
                                          TableWriter &writer,
                                          TableFormat format,
                                          const std::function<void(qint64)> &progressed,
                                          const std::stop_token &stop)
{
    using Kind = ExportFailure::Kind;
    const auto unread = [](const ReadFailure &failure) {
        return fail(ExportFailure{Kind::Read, {}, failure});
    };
    const auto unwritten = [](const QString &detail) {
        return fail(ExportFailure{Kind::File, detail, {}});
    };
    const auto all = source.count();
    if (!all)
        return unread(all.error());
    if (*all > mostLinesOf(format))
        return fail(ExportFailure{Kind::TooManyLines, {}, {}});
    if (const auto begun = writer.begin(source.titles()); !begun)
        return unwritten(begun.error());
    qint64 done = 0;
    for (;;) {
        if (stop.stop_requested())
            return fail(ExportFailure{Kind::Stopped, {}, {}});
        const auto lines = source.next();
        if (!lines)
            return unread(lines.error());
        if (lines->empty())
            break;
        done += qint64(lines->size());
        if (done > mostLinesOf(format))
            return fail(ExportFailure{Kind::TooManyLines, {}, {}});
        for (const TableLine &line : *lines) {
            if (const auto added = writer.add(line); !added)
                return unwritten(added.error());
        }
        if (progressed)
            progressed(done);
    }
    if (const auto finished = writer.finish(); !finished)
        return unwritten(finished.error());
    return done;
}

} // namespace tanaban
