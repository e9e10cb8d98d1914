#include "ui/allocation/planconflict.h"

#include "ui/words.h"

#include <QCoreApplication>

#include <algorithm>

namespace tanaban::ui {

using namespace Qt::StringLiterals;

namespace {

struct PlanText
{
    Q_DECLARE_TR_FUNCTIONS(PlanConflict)
};

/// More are counted, not shown: nobody reads them.
constexpr int mostStories = 24;

/// What a plan does for a line, by the ids of the stock rows.
struct LinePlan
{
    int line = -1; ///< in the book; -1: it has no such line, or one that lacks nothing
    qint64 wanted = 0;
    qint64 planned = 0;
    std::map<qint64, qint64> picks;
};

/// A plan whose lines are found by their key.
class KeyedPlan
{
public:
    explicit KeyedPlan(const Planned &planned)
        : m_planned(planned)
    {
        for (size_t i = 0; i < planned.book.lines.size(); ++i) {
            if (planned.book.lines[i].wanted() > 0)
                m_lines[lineKeyOf(planned.book, int(i))] = int(i);
        }
    }

    const AllocationBook &book() const { return m_planned.book; }
    LinePlan at(const LineKey &key) const
    {
        LinePlan result;
        const auto found = m_lines.find(key);
        if (found == m_lines.end())
            return result;
        const PlannedLine &line = m_planned.plan.lines[size_t(found->second)];
        result.line = found->second;
        result.wanted = m_planned.book.lines[size_t(found->second)].wanted();
        result.planned = line.planned;
        for (int p = line.firstPick; p < line.firstPick + line.pickCount; ++p) {
            const PlannedPick &pick = m_planned.plan.picks[size_t(p)];
            result.picks[m_planned.book.stock[size_t(pick.stock)].id] += pick.quantity;
        }
        return result;
    }

private:
    const Planned &m_planned;
    std::map<LineKey, int> m_lines;
};

struct FoundStock
{
    BookStock stock;
    BookPlace place;
    BookProduct product;
};

std::optional<FoundStock> stockOf(const AllocationBook &book, qint64 id)
{
    for (const BookProduct &product : book.products) {
        for (int i = product.firstStock; i < product.firstStock + product.stockCount; ++i) {
            const BookStock &stock = book.stock[size_t(i)];
            if (stock.id == id)
                return FoundStock{stock, book.places[size_t(stock.place)], product};
        }
    }
    return std::nullopt;
}

QString placeTextOf(const FoundStock &found)
{
    const QString place = Words::place(found.place.warehouse, found.place.zone, found.stock.bin);
    return found.stock.lot.isEmpty() ? place : place + u" · " + found.stock.lot;
}

/// The line as it was planned and as it is planned now; nothing where that is the same.
std::optional<RowStory> storyOfLine(const KeyedPlan &seen, const KeyedPlan &fresh, int line)
{
    const AllocationBook &book = seen.book();
    const LineKey key = lineKeyOf(book, line);
    const LinePlan before = seen.at(key);
    const LinePlan now = fresh.at(key);
    if (before.line < 0 || (before.picks == now.picks && before.wanted == now.wanted))
        return std::nullopt;
    const BookLine &wanted = book.lines[size_t(line)];
    const BookProduct &product = book.products[size_t(wanted.product)];
    const auto bare = [&](qint64 quantity) { return Words::quantity(quantity, product.decimals); };
    const auto amount = [&](qint64 quantity) {
        return Words::quantity(quantity, product.decimals, product.unit);
    };
    RowStory story;
    story.place = book.orders[size_t(wanted.order)].number + u'/' + QString::number(wanted.number)
                  + u" · " + product.name;
    story.comparisons.push_back({PlanText::tr("Planned"),
                                 bare(before.planned),
                                 amount(now.planned),
                                 before.planned != now.planned,
                                 true});
    std::map<qint64, qint64> all = now.picks;
    all.insert(before.picks.begin(), before.picks.end());
    for (const auto &[id, quantity] : all) {
        auto found = stockOf(book, id);
        if (!found)
            found = stockOf(fresh.book(), id);
        const qint64 old = before.picks.contains(id) ? before.picks.at(id) : 0;
        const qint64 taken = now.picks.contains(id) ? now.picks.at(id) : 0;
        if (found)
            story.comparisons.push_back(
                {placeTextOf(*found), bare(old), amount(taken), old != taken, false});
    }
    Effect effect;
    effect.possible = now.line < 0 || now.planned == now.wanted;
    effect.text = now.line < 0 ? PlanText::tr("the order no longer lacks this")
                  : effect.possible
                      ? PlanText::tr("all that is wanted")
                      : PlanText::tr("%1 stay short").arg(amount(now.wanted - now.planned));
    story.effect = effect;
    return story;
}

/// What others did to a row that the seen plan takes from.
std::optional<RowStory> storyOfRow(const DeskRequest &seen, const ConflictRow &row)
{
    const auto found = stockOf(seen.planned.book, row.id);
    if (!found || row.actual == row.expected)
        return std::nullopt;
    Product product;
    product.name = found->product.name;
    product.unit = found->product.unit;
    product.decimals = found->product.decimals;
    RowStory story = storyOf(row, &product);
    story.place = product.name + u" · " + placeTextOf(*found);
    if (row.now) {
        StockRow before;
        before.onHand = found->stock.onHand;
        before.reserved = found->stock.onHand - found->stock.available;
        story.comparisons = figuresOf(&before, *row.now, &product);
    }
    return story;
}

QString technicalOf(const DeskRequest &seen, const FreshPlan &fresh)
{
    QStringList lines{u"command %1"_s.arg(seen.command.id.toString(QUuid::WithoutBraces)),
                      u"kind allocate"_s};
    for (const ConflictRow &row : fresh.since.rows)
        lines << u"stock %1: version %2 → %3"_s.arg(row.id).arg(row.expected).arg(row.actual);
    return lines.join(u'\n');
}

} // namespace

Read<FreshPlan> readFreshPlan(Store &store, const DeskRequest &seen, const HandPicks &hand)
{
    FreshPlan fresh;
    // First what happened, then what is there: what comes in between is found by the commit.
    auto since = store.conflictOf(seen.command.expected);
    if (!since)
        return fail(ReadFailure(since.error()));
    auto desk = readDesk(store, seen.command.strategy);
    if (!desk)
        return fail(ReadFailure(desk.error()));
    fresh.since = std::move(*since);
    fresh.desk = std::move(*desk);
    fresh.hand = hand.keptIn(*fresh.desk);
    std::vector<int> orders;
    for (const qint64 id : seen.command.orders) {
        if (const auto found = fresh.desk->indexOf.constFind(id);
            found != fresh.desk->indexOf.cend())
            orders.push_back(*found);
    }
    fresh.request = requestOf(*fresh.desk, std::move(orders), fresh.hand);
    fresh.request.command.forReview = seen.command.forReview;
    fresh.request.command.orders = seen.command.orders; // it is the same wish
    return fresh;
}

ConflictPicture pictureOf(const DeskRequest &seen, const FreshPlan &fresh)
{
    ConflictPicture picture;
    int leftOut = 0;
    const auto add = [&](const std::optional<RowStory> &story) {
        if (story && int(picture.rows.size()) < mostStories)
            picture.rows.push_back(*story);
        else if (story)
            ++leftOut;
    };
    for (const ConflictRow &row : fresh.since.rows)
        add(storyOfRow(seen, row));
    const KeyedPlan before(seen.planned);
    const KeyedPlan now(fresh.request.planned);
    for (int line = 0; line < int(seen.planned.book.lines.size()); ++line)
        add(storyOfLine(before, now, line));
    picture.asked = PlanText::tr(
        "You want to allocate stock to %n order(s).", nullptr, int(seen.command.orders.size()));
    if (seen.command.forReview)
        picture.asked += u' ' + PlanText::tr("It is set aside for review.");
    if (leftOut > 0)
        picture.goods = PlanText::tr("%n more change(s) are not listed here.", nullptr, leftOut);
    picture.effect.possible = !fresh.request.command.picks.empty();
    picture.effect.text = picture.effect.possible
                              ? summaryTextOf(fresh.request.planned)
                              : PlanText::tr("Nothing is left that could be allocated.");
    picture.technical = technicalOf(seen, fresh);
    return picture;
}

QString summaryTextOf(const Planned &planned)
{
    const PlanSummary sum = summaryOf(planned.book, planned.plan);
    QStringList parts{PlanText::tr("%n line(s) filled", "of the orders", sum.filledLines)};
    if (sum.partLines > 0)
        parts << PlanText::tr("%n partly", "lines that are filled in part", sum.partLines);
    if (sum.shortLines > 0)
        parts << PlanText::tr("%n short", "lines that get nothing", sum.shortLines);
    if (sum.splitLines > 0)
        parts << PlanText::tr("%n from several places", "lines", sum.splitLines);
    parts << PlanText::tr("%n place(s) to visit", nullptr, sum.places);
    const QString orders = PlanText::tr("%n order(s)", nullptr, sum.orders);
    return orders + u": "_s + parts.join(PlanText::tr(", ", "between parts of a sentence"));
}

QString allocatedTextOf(const DeskRequest &done)
{
    const Planned &planned = done.planned;
    const PlanSummary sum = summaryOf(planned.book, planned.plan);
    const QString name = planned.book.orders.size() == 1
                             ? PlanText::tr("order %1").arg(planned.book.orders.front().number)
                             : PlanText::tr("%n order(s)", nullptr, sum.orders);
    const int left = sum.partLines + sum.shortLines;
    if (done.command.forReview) {
        return left == 0
                   ? PlanText::tr("Stock is set aside for %1 and waits for review: all lines "
                                  "are filled.")
                         .arg(name)
                   : PlanText::tr("Stock is set aside for %1 and waits for review; %n line(s) "
                                  "still lack something.",
                                  nullptr,
                                  left)
                         .arg(name);
    }
    return left == 0 ? PlanText::tr("Stock is allocated for %1: all lines are filled.").arg(name)
                     : PlanText::tr("Stock is allocated for %1; %n line(s) still lack something.",
                                    nullptr,
                                    left)
                           .arg(name);
}

bool isOvertaken(const CommitOutcome &outcome)
{
    const auto *rejected = std::get_if<Rejected>(&outcome);
    if (!rejected) {
        return std::holds_alternative<VersionConflict>(outcome)
               || std::holds_alternative<Overtaken>(outcome);
    }
    switch (rejected->error.rule) {
    case Rule::InsufficientStock:
    case Rule::OrderLineExceeded:
    case Rule::OrderClosed:
    case Rule::OrderEnded:
    case Rule::UnknownOrder:
    case Rule::UnknownStock:
    case Rule::Expired:
    case Rule::NotAllocatable:
    case Rule::Inactive:
    case Rule::StorageConditionMismatch:
        return true;
    default:
        return false;
    }
}

} // namespace tanaban::ui
