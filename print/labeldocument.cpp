#include "print/labeldocument.h"

#include <QPainter>

#include <cmath>

#include "print/textmeasure.h"

namespace tanaban::print {

namespace {

/// Printers leave so much of a sheet white, in millimetres.
constexpr double unprintable = 4.2;
constexpr double leastPadding = 1.5;
constexpr double leastBars = 6 * twipsPerMillimetre; ///< of height
constexpr double greatestBars = 25 * twipsPerMillimetre;
constexpr double readableSize = 0.85; ///< of the letters of the rest
constexpr double largeTitle = 1.9;

/// From the edges of a label to what stands on it; the same for all labels of a sheet.
QSizeF paddingOf(const LabelStock &stock)
{
    if (stock.isRoll())
        return {leastPadding, leastPadding};
    return {std::max(leastPadding, unprintable - stock.first.x()),
            std::max(leastPadding, unprintable - stock.first.y())};
}

} // namespace

LabelLayout::LabelLayout(const LabelJob &job)
    : m_dot(twipsPerInch / job.dotsPerInch)
    , m_family(job.family)
{
    const QSizeF padding = paddingOf(job.stock);
    const QSizeF label = job.stock.label;
    m_inside = QRectF(padding.width() * twipsPerMillimetre,
                      padding.height() * twipsPerMillimetre,
                      (label.width() - 2 * padding.width()) * twipsPerMillimetre,
                      (label.height() - 2 * padding.height()) * twipsPerMillimetre);
    const double points = std::clamp(
        std::min(label.height(), label.width() * 0.6) * 0.2 + 2.2, 5.5, 15.0);
    m_size = points * twipsPerPoint;
}

double LabelLayout::moduleFor(const Barcode &barcode) const
{
    const int quiet = barcode.quietBefore() + barcode.quietAfter();
    double room = m_inside.width();
    if (barcode.isSquare())
        room = isUpright() ? std::min(m_inside.width(), m_inside.height() * 0.6)
                           : std::min(m_inside.height(), m_inside.width() * 0.45);
    else if (m_inside.height() < leastBars + m_size * 1.5)
        return 0;
    const double greatest = std::min(room / (barcode.columns() + quiet), barcode.greatestModule());
    const double module = std::floor(greatest / m_dot + 1e-6) * m_dot;
    return module + 1e-6 >= barcode.leastModule() ? module : 0;
}

double LabelLayout::onDot(double length) const
{
    return std::round(length / m_dot) * m_dot;
}

void LabelLayout::paint(QPainter &painter, const Label &label) const
{
    painter.setPen(Qt::black);
    if (label.barcode.isSquare())
        paintSquare(painter, label);
    else
        paintBars(painter, label);
}

/// The name above the bars, what they say below them, and what else there is as far as it fits.
void LabelLayout::paintBars(QPainter &painter, const Label &label) const
{
    const double module = moduleFor(label.barcode);
    TextMeasure title(fontFor(m_family, label.large ? m_size * largeTitle : m_size, true));
    TextMeasure small(fontFor(m_family, m_size * readableSize));
    const double line = small.lineHeight();
    // What there is room for beside bars of the least height: first the name, then the rest.
    double left = m_inside.height() - leastBars - line - title.lineHeight();
    const QStringList lines = label.lines;
    qsizetype below = 0;
    while (below < lines.size() && left >= line) {
        ++below;
        left -= line;
    }
    const QStringList names = title.wrapped(
        label.title, m_inside.width(), left >= title.lineHeight() ? 2 : 1);
    double top = m_inside.top();
    painter.setFont(title.font());
    for (const QString &name : names) {
        painter.drawText(QPointF(m_inside.left(), top + title.ascent()), name);
        top += title.lineHeight();
    }
    const double room = m_inside.bottom() - top - line * double(1 + below);
    const double height = std::clamp(room - m_size * 0.3, leastBars, greatestBars);
    top += std::max(0.0, room - height) / 2;
    const double width = module * label.barcode.columns();
    const double quiet = module * label.barcode.quietBefore();
    // In the middle, but never with less than the quiet zone beside it.
    const double x = onDot(m_inside.left() + std::max(quiet, (m_inside.width() - width) / 2));
    label.barcode.paint(painter, {x, top}, module, height);
    top += height;
    painter.setFont(small.font());
    const QString readable = small.elided(label.readable, m_inside.width());
    painter.drawText(QPointF(x + (width - small.width(readable)) / 2, top + small.ascent() + 10),
                     readable);
    top = m_inside.bottom() - line * double(below);
    for (const QString &text : lines.first(below)) {
        painter.drawText(QPointF(m_inside.left(), top + small.ascent()),
                         small.elided(text, m_inside.width()));
        top += line;
    }
}

/// The square at the left and the words beside it, or below it on an upright label.
void LabelLayout::paintSquare(QPainter &painter, const Label &label) const
{
    const double module = moduleFor(label.barcode);
    const double side = module * label.barcode.columns();
    const double quiet = module * label.barcode.quietBefore();
    const double whole = side + 2 * quiet;
    QRectF text = m_inside;
    if (isUpright()) {
        label.barcode.paint(
            painter,
            {onDot(m_inside.left() + (m_inside.width() - side) / 2), onDot(m_inside.top() + quiet)},
            module,
            side);
        text.setTop(m_inside.top() + whole);
    } else {
        label.barcode.paint(painter,
                            {onDot(m_inside.left() + quiet),
                             onDot(m_inside.top() + (m_inside.height() - side) / 2)},
                            module,
                            side);
        text.setLeft(m_inside.left() + whole + m_size * 0.3);
    }
    paintText(painter, label, text);
}

/// Beside a code in the middle of its height. What people read in the stead of the code is never cut: it is set
/// smaller where it must.
void LabelLayout::paintText(QPainter &painter, const Label &label, const QRectF &room) const
{
    TextMeasure title(fontFor(m_family, label.large ? m_size * largeTitle : m_size, true));
    TextMeasure small(fontFor(m_family, m_size * readableSize));
    const QStringList readable = label.readable.split(u'\n');
    double widest = 1;
    for (const QString &text : readable)
        widest = std::max(widest, small.width(text) * 1.02);
    const double scale = std::clamp(room.width() / widest, 0.6, 1.0);
    TextMeasure code(fontFor(m_family, m_size * readableSize * scale));
    double left = room.height() - code.lineHeight() * double(readable.size());
    // What else there is matters more than a third line of the name.
    const double forName = left - (label.lines.isEmpty() ? 0 : small.lineHeight());
    const auto most = std::clamp<qsizetype>(qsizetype(forName / title.lineHeight()), 1, 3);
    const QStringList names = title.wrapped(label.title, room.width(), most);
    left -= title.lineHeight() * double(names.size());
    const auto others = std::clamp<qsizetype>(
        qsizetype(left / small.lineHeight()), 0, label.lines.size());
    left -= small.lineHeight() * double(others);
    double top = room.top() + (isUpright() ? 0 : std::max(0.0, left) / 2);
    const auto write = [&](TextMeasure &measure, const QStringList &lines) {
        painter.setFont(measure.font());
        for (const QString &text : lines) {
            painter.drawText(QPointF(room.left(), top + measure.ascent()),
                             measure.elided(text, room.width()));
            top += measure.lineHeight();
        }
    };
    write(title, names);
    write(small, label.lines.first(others));
    write(code, readable);
}

LabelDocument::LabelDocument(std::vector<Label> labels, LabelJob job)
    : m_labels(std::move(labels))
    , m_job(std::move(job))
    , m_layout(m_job)
{}

int LabelDocument::pageCount() const
{
    const int all = m_job.start + int(m_labels.size()) * m_job.copies;
    return m_labels.empty() ? 0 : (all + m_job.stock.perPage() - 1) / m_job.stock.perPage();
}

QPageLayout LabelDocument::layout() const
{
    return paper(m_job.stock.page, false);
}

Result<Done, QString> LabelDocument::paint(QPainter &painter, int page) const
{
    const int perPage = m_job.stock.perPage();
    const int all = int(m_labels.size()) * m_job.copies;
    for (int place = 0; place < perPage; ++place) {
        const int number = page * perPage + place - m_job.start;
        if (number < 0 || number >= all)
            continue;
        painter.save();
        painter.translate(m_job.stock.place(place).topLeft() * twipsPerMillimetre);
        m_layout.paint(painter, m_labels[size_t(number / m_job.copies)]);
        painter.restore();
    }
    return Done{};
}

} // namespace tanaban::print
