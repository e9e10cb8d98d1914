#include "ui/forms/formtext.h"

#include "model/dayspan.h"
#include "ui/conflict/conflicttext.h"
#include "ui/look/lowarea.h"
#include "ui/words.h"

#include <QCoreApplication>
#include <QDialog>
#include <QLabel>
#include <QLayout>
#include <QRegularExpression>

namespace tanaban::ui {

using namespace Qt::StringLiterals;

namespace {

struct FormWords
{
    Q_DECLARE_TR_FUNCTIONS(FormText)
};

/// The row as the commit left it: nobody else came in between, or it is not told.
std::optional<StockRow> rowAfter(const StockCommand &command,
                                 const Glance &glance,
                                 const CommandResult &result)
{
    const auto &committed = std::get<Committed>(result.outcome);
    if (!glance.stock || committed.repeated)
        return std::nullopt;
    Glance base = glance;
    for (const ConflictRow &row : result.wentOnDespite) {
        if (row.now && row.id == base.stock->row.id)
            base.stock->row = *row.now;
    }
    const auto version = committed.stockVersions.find(base.stock->row.id);
    if (version == committed.stockVersions.end() || version->second != base.stock->row.version + 1)
        return std::nullopt;
    const auto decided = decideOn(command, base);
    if (!decided || !*decided)
        return std::nullopt;
    StockRow row = base.stock->row;
    for (const StockChange &change : (**decided).stock) {
        if (change.id == row.id) {
            row.onHand += change.onHandDelta;
            row.reserved += change.reservedDelta;
        }
    }
    return row;
}

QString deedOfSeveral(const Several &several, const Glance &glance)
{
    if (several.rows.empty())
        return {};
    if (several.rows.size() == 1 && glance.rows.size() == 1)
        return deedText(several.rows.front().action, glance.rows.front());
    const QString all = sumOf(several, glance);
    const QString rows = QString::number(several.rows.size());
    return std::visit(
        Overloaded{
            [&](const Receive &) { return FormWords::tr("Received %1 in %2 rows.").arg(all, rows); },
            [&](const Reserve &) { return FormWords::tr("Reserved %1 in %2 rows.").arg(all, rows); },
            [&](const Release &) { return FormWords::tr("Released %1 in %2 rows.").arg(all, rows); },
            [&](const Ship &) { return FormWords::tr("Shipped %1 from %2 rows.").arg(all, rows); },
            [&](const Move &what) {
                return FormWords::tr("Moved %1 from %2 rows to %3.")
                    .arg(all, rows, Words::place(what.warehouse, what.zone, what.bin));
            },
            [&](const Adjust &) {
                return FormWords::tr("Corrected %2 rows by %1 in all.").arg(all, rows);
            },
            [&](const ChangeStatus &what) {
                return FormWords::tr("%1 in %2 rows are now “%3”.")
                    .arg(all, rows, Words::of(what.to));
            },
            [](const Several &) { return QString(); },
            [](const Undo &) { return QString(); }},
        several.rows.front().action);
}

} // namespace

QString deedText(const StockAction &action, const Glance &glance)
{
    const Product *product = glance.product();
    const int decimals = glance.decimals();
    const QString name = product ? product->name : QString();
    const auto of = [&](qint64 quantity) {
        return Words::quantity(quantity, decimals, glance.unit());
    };
    return std::visit(
        Overloaded{[&](const Receive &what) {
                       return FormWords::tr("Received %1 of %2 in %3.")
                           .arg(of(what.quantity),
                                name,
                                Words::place(what.key.warehouse, what.key.zone, what.key.bin));
                   },
                   [&](const Reserve &what) {
                       return FormWords::tr("Reserved %1 of %2.").arg(of(what.quantity), name);
                   },
                   [&](const Release &what) {
                       return FormWords::tr("Released %1 of %2.").arg(of(what.quantity), name);
                   },
                   [&](const Ship &what) {
                       return FormWords::tr("Shipped %1 of %2.").arg(of(what.quantity), name);
                   },
                   [&](const Move &what) {
                       return FormWords::tr("Moved %1 of %2 to %3.")
                           .arg(of(what.quantity),
                                name,
                                Words::place(what.warehouse, what.zone, what.bin));
                   },
                   [&](const Adjust &what) {
                       return FormWords::tr("Corrected %2 by %1.")
                           .arg(Words::signedQuantity(what.by, decimals), name);
                   },
                   [&](const ChangeStatus &what) {
                       return FormWords::tr("%1 of %2 are now “%3”.")
                           .arg(of(what.quantity), name, Words::of(what.to));
                   },
                   [&](const Several &what) { return deedOfSeveral(what, glance); },
                   [](const Undo &) { return FormWords::tr("The last change was undone."); }},
        action);
}

QString committedText(const StockCommand &command, const Glance &glance, const CommandResult &result)
{
    QString text = deedText(command.action, glance);
    if (const auto row = rowAfter(command, glance, result)) {
        text = FormWords::tr("%1 %2 available now.", "what was done, then what is available")
                   .arg(text, Words::quantity(row->available(), glance.decimals(), glance.unit()));
    }
    size_t changes = 0;
    for (const ConflictRow &row : result.wentOnDespite)
        changes += row.between.size() + size_t(row.more);
    if (changes == 1)
        return FormWords::tr("%1 Meanwhile it was changed once by others.").arg(text);
    if (changes > 1) {
        const QString count = QString::number(changes);
        return FormWords::tr("%1 Meanwhile it was changed %2 times by others.").arg(text, count);
    }
    return text;
}

QString busyText(const Busy &busy)
{
    if (busy.holders.isEmpty())
        return FormWords::tr(
            "Somebody else is changing this just now. Nothing was changed; try again.");
    return FormWords::tr("%1 is changing this just now. Nothing was changed; try again.")
        .arg(busy.holders.join(u", "_s));
}

QString readFailureText(const ReadFailure &failure)
{
    switch (failure.kind) {
    case ReadFailure::Kind::Unavailable:
        return FormWords::tr("The database cannot be reached. Nothing was changed; try again.");
    case ReadFailure::Kind::Busy:
        return FormWords::tr("The database is busy. Nothing was changed; try again.");
    case ReadFailure::Kind::NotAllowed:
        return FormWords::tr("You may not see this. Ask somebody who may.");
    case ReadFailure::Kind::Damaged: {
        DomainError error;
        error.rule = Rule::Damaged;
        error.detail = failure.detail;
        return messageOf(error);
    }
    case ReadFailure::Kind::Refused:
        break;
    }
    return FormWords::tr("This could not be read: %1. Nothing was changed.").arg(failure.detail);
}

QString quantityFaultText(QuantityFault fault, int decimals)
{
    switch (fault) {
    case QuantityFault::NotANumber:
        return FormWords::tr("This is not a number. Sums such as 12*6+3 can be typed.");
    case QuantityFault::TooManyDecimals:
        return decimals == 0
                   ? FormWords::tr("Only whole numbers of this product are counted.")
                   : FormWords::tr("This product is counted with fewer digits after the point: %1.")
                         .arg(decimals);
    case QuantityFault::OutOfRange:
        return FormWords::tr("This is more than one line can hold.");
    }
    Q_UNREACHABLE();
}

std::optional<QDate> readDay(QStringView text, QDate today, const QLocale &locale)
{
    const QString plain = text.toString().normalized(QString::NormalizationForm_KC).trimmed();
    static const QRegularExpression later(u"^\\+([0-9]{1,5})$"_s);
    if (const auto match = later.match(plain); match.hasMatch()) {
        const QDate day = today.addDays(match.captured(1).toLongLong());
        return day.isValid() ? std::optional(day) : std::nullopt;
    }
    const auto span = readDaySpan(plain, locale);
    return span ? std::optional(span->last) : std::nullopt;
}

void fitHeight(QDialog *dialog)
{
    const QSize room = roomOnScreen(*dialog);
    if (dialog->isVisible()) // it may have grown
        fitInto(*dialog, room);
    QLayout *layout = dialog->layout();
    layout->activate();
    const int width = std::max(dialog->width(), dialog->minimumWidth());
    const int height = layout->hasHeightForWidth() ? layout->totalHeightForWidth(width)
                                                   : layout->totalSizeHint().height();
    dialog->resize(QSize(width, height).boundedTo(room.isEmpty() ? QSize(width, height) : room));
}

} // namespace tanaban::ui
