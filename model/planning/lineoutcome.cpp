#include "model/planning/lineoutcome.h"

#include "model/quantity.h"

#include <QCoreApplication>

namespace tanaban {

using namespace Qt::StringLiterals;

namespace {

/// Why a line gets nothing.
QString shortMessage(const PlannedLine &planned, const LineOutcome &line)
{
    if (!planned.withheld)
        return QCoreApplication::translate("LineOutcome", "Nothing that it may get is free.");
    if (planned.possible >= line.wanted)
        return QCoreApplication::translate("LineOutcome",
                                           "There is enough for this line, but not for the whole "
                                           "order, so none was taken.");
    return QCoreApplication::translate(
               "LineOutcome",
               "For the whole, %1 %2 more would be needed, so none was taken.",
               "quantity, unit")
        .arg(formatQuantity(line.wanted - planned.possible, line.decimals), line.unit);
}

} // namespace

std::vector<LineOutcome> outcomesOf(const AllocationBook &book, const AllocationPlan &plan)
{
    using Kind = LineOutcome::Kind;
    std::vector<LineOutcome> outcomes;
    for (size_t i = 0; i < book.lines.size(); ++i) {
        const BookLine &line = book.lines[i];
        const BookOrder &order = book.orders[size_t(line.order)];
        const BookProduct &product = book.products[size_t(line.product)];
        if (line.wanted() <= 0)
            continue;
        LineOutcome outcome;
        outcome.order = order.id;
        outcome.number = order.number;
        outcome.line = line.number;
        outcome.product = product.code;
        outcome.productName = product.name;
        outcome.unit = product.unit;
        outcome.decimals = product.decimals;
        outcome.wanted = line.wanted();
        outcome.allocated = plan.lines[i].planned;
        outcome.kind = outcome.allocated == outcome.wanted ? Kind::Done
                       : outcome.allocated > 0             ? Kind::Partly
                                                           : Kind::Short;
        if (outcome.kind == Kind::Short) {
            outcome.message = shortMessage(plan.lines[i], outcome);
        }
        outcomes.push_back(std::move(outcome));
    }
    return outcomes;
}

QString codeOf(LineOutcome::Kind kind)
{
    switch (kind) {
    case LineOutcome::Kind::Done:
        return u"done"_s;
    case LineOutcome::Kind::Partly:
        return u"partly"_s;
    case LineOutcome::Kind::Short:
        return u"short"_s;
    case LineOutcome::Kind::Blocked:
        return u"blocked"_s;
    case LineOutcome::Kind::Cancelled:
        return u"cancelled"_s;
    case LineOutcome::Kind::Unknown:
        return u"unknown"_s;
    }
    Q_UNREACHABLE();
}

QString displayName(LineOutcome::Kind kind)
{
    const auto word = [](const char *text) {
        return QCoreApplication::translate("LineOutcome", text);
    };
    switch (kind) {
    case LineOutcome::Kind::Done:
        return word(QT_TRANSLATE_NOOP("LineOutcome", "done"));
    case LineOutcome::Kind::Partly:
        return word(QT_TRANSLATE_NOOP("LineOutcome", "partly"));
    case LineOutcome::Kind::Short:
        return word(QT_TRANSLATE_NOOP("LineOutcome", "short"));
    case LineOutcome::Kind::Blocked:
        return word(QT_TRANSLATE_NOOP("LineOutcome", "blocked"));
    case LineOutcome::Kind::Cancelled:
        return word(QT_TRANSLATE_NOOP("LineOutcome", "not begun"));
    case LineOutcome::Kind::Unknown:
        return word(QT_TRANSLATE_NOOP("LineOutcome", "checking…"));
    }
    Q_UNREACHABLE();
}

} // namespace tanaban
