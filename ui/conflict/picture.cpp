#include "ui/conflict/conflicttext.h"
#include "ui/words.h"

#include <QCoreApplication>

#include <algorithm>

namespace tanaban::ui {

using namespace Qt::StringLiterals;

namespace {

struct PictureText
{
    Q_DECLARE_TR_FUNCTIONS(ConflictText)
};

QString amount(qint64 quantity, const Product *product)
{
    return product ? Words::quantity(quantity, product->decimals, product->unit)
                   : QString::number(quantity);
}

QString bare(qint64 quantity, const Product *product)
{
    return Words::quantity(quantity, product ? product->decimals : 0);
}

/// Where a row is, which lot, and its status unless that is the usual one.
QString placeOf(const StockKey &key)
{
    QStringList parts{key.warehouse + u" · " + QString::number(key.zone)};
    if (!key.bin.isEmpty())
        parts << key.bin;
    if (!key.lot.isEmpty())
        parts << PictureText::tr("lot %1").arg(key.lot);
    if (key.status != StockStatus::Available)
        parts << Words::of(key.status);
    return parts.join(u" · ");
}

QString yesNo(bool value)
{
    return value ? PictureText::tr("yes") : PictureText::tr("no");
}

QString dateOrNone(const std::optional<QDate> &date)
{
    return date ? Words::date(*date) : PictureText::tr("no date", "goods that do not expire");
}

qint64 reservedByHand(const StockContext &stock)
{
    qint64 sum = 0;
    for (const Allocation &allocation : stock.handMade)
        sum += allocation.quantity;
    return sum;
}

QString technicalOf(const StockCommand &command, const FreshGlance &fresh)
{
    QStringList lines{u"command %1"_s.arg(command.id.toString(QUuid::WithoutBraces)),
                      u"kind %1"_s.arg(kindOf(command.action))};
    for (const ConflictRow &row : fresh.since.rows) {
        lines << u"stock %1: version %2 → %3"_s.arg(row.id).arg(row.expected).arg(row.actual);
        for (const StockEvent &event : row.between) {
            lines << u"  version %1 %2 %3 %4 command %5 on_hand %6 reserved %7"_s.arg(event.version)
                         .arg(codeOf(event.kind), event.actor, event.at.toIso())
                         .arg(event.command.toString(QUuid::WithoutBraces))
                         .arg(event.onHandDelta)
                         .arg(event.reservedDelta);
        }
    }
    return lines.join(u'\n');
}

} // namespace

std::vector<Comparison> figuresOf(const StockRow *seen, const StockRow &now, const Product *product)
{
    const auto line = [&](const QString &label, auto figure, bool principal) {
        Comparison comparison;
        comparison.label = label;
        comparison.seen = seen ? bare(figure(*seen), product) : u"–"_s;
        comparison.now = amount(figure(now), product);
        comparison.changed = !seen || figure(*seen) != figure(now);
        comparison.principal = principal;
        return comparison;
    };
    return {line(
                PictureText::tr("On hand"), [](const StockRow &row) { return row.onHand; }, false),
            line(
                PictureText::tr("Reserved", "figure"),
                [](const StockRow &row) { return row.reserved; },
                false),
            line(
                PictureText::tr("Available", "figure"),
                [](const StockRow &row) { return row.available(); },
                true)};
}

RowStory storyOf(const ConflictRow &row, const Product *product)
{
    RowStory story;
    for (const StockEvent &event : row.between) {
        story.lines.push_back(
            {Words::moment(event.at),
             deedOf(event, product ? product->decimals : 0, product ? product->unit : QString())});
    }
    if (row.more > 0) {
        story.more = row.more == 1 ? PictureText::tr("and one earlier change")
                                   : PictureText::tr("and %1 earlier changes").arg(row.more);
    }
    if (row.now)
        story.place = placeOf(row.now->key);
    return story;
}

std::vector<Comparison> comparisonsOf(const StockContext &seen, const StockContext &now)
{
    std::vector<Comparison> result = figuresOf(&seen.row, now.row, &now.product);
    const auto addIfChanged =
        [&](const QString &label, const QString &before, const QString &after) {
            if (before != after)
                result.push_back({label, before, after, true, false});
        };
    if (const qint64 before = reservedByHand(seen), after = reservedByHand(now); before != after) {
        const QString label = PictureText::tr("Reserved by hand");
        result.push_back(
            {label, bare(before, &now.product), amount(after, &now.product), true, false});
    }
    addIfChanged(
        PictureText::tr("Status"), Words::of(seen.row.key.status), Words::of(now.row.key.status));
    addIfChanged(
        PictureText::tr("Expires"), dateOrNone(seen.lot.expiresOn), dateOrNone(now.lot.expiresOn));
    addIfChanged(
        PictureText::tr("Product in use"), yesNo(seen.product.active), yesNo(now.product.active));
    addIfChanged(PictureText::tr("Place in use"),
                 yesNo(seen.warehouse.active && seen.zone.active && seen.binActive),
                 yesNo(now.warehouse.active && now.zone.active && now.binActive));
    return result;
}

namespace {

/// What one row of the command has to tell.
struct Stories
{
    std::optional<RowStory> own;
    std::optional<RowStory> target; ///< where the goods go, when that changed
};

Stories storiesOf(const Glance &seen,
                  const Glance &now,
                  const VersionConflict &since,
                  const Product *product)
{
    Stories stories;
    for (const ConflictRow &row : since.rows) {
        if (seen.stock && seen.stock->row.id == row.id) {
            stories.own = storyOf(row, product);
            if (now.stock) {
                stories.own->place = placeOf(seen.stock->row.key);
                stories.own->comparisons = comparisonsOf(*seen.stock, *now.stock);
            }
        } else if (row.actual != row.expected && row.now && seen.place && seen.place->row
                   && seen.place->row->id == row.id)
        {
            stories.target = storyOf(row, product);
            stories.target->comparisons = figuresOf(&*seen.place->row, *row.now, product);
        }
    }
    return stories;
}

/// Of several rows those that moved or stand in the way, each with what would happen to it.
std::vector<RowStory> storiesOfSeveral(const StockCommand &command,
                                       const Glance &seen,
                                       const FreshGlance &fresh)
{
    const std::vector<Effect> effects = effectsOf(command, fresh.view);
    VersionConflict moved = fresh.since;
    std::erase_if(moved.rows, [](const ConflictRow &row) { return row.actual == row.expected; });
    std::vector<RowStory> result;
    for (size_t i = 0; i < effects.size() && i < seen.rows.size(); ++i) {
        const Glance &now = fresh.view.rows.at(i);
        const Product *product = now.product() ? now.product() : seen.rows[i].product();
        Stories stories = storiesOf(seen.rows[i], now, moved, product);
        if (!stories.own && !effects[i].possible && now.stock) {
            stories.own.emplace();
            stories.own->place = placeOf(now.stock->row.key);
        }
        if (stories.own)
            stories.own->effect = effects[i];
        for (std::optional<RowStory> *story : {&stories.own, &stories.target}) {
            if (!*story)
                continue;
            if (product)
                (*story)->place = product->name + u" · " + (*story)->place;
            // Rows that go to one place share what happened there: it is told once.
            if (std::find(result.begin(), result.end(), **story) == result.end())
                result.push_back(**story);
        }
    }
    return result;
}

} // namespace

ConflictPicture pictureOf(const StockCommand &command, const Glance &seen, const FreshGlance &fresh)
{
    ConflictPicture picture;
    const Product *product = fresh.view.product() ? fresh.view.product() : seen.product();
    if (product)
        picture.goods = product->name + u" · " + product->code;
    picture.asked = requestOf(command.action, fresh.view);
    if (std::holds_alternative<Several>(command.action)) {
        picture.rows = storiesOfSeveral(command, seen, fresh);
    } else {
        const Stories stories = storiesOf(seen, fresh.view, fresh.since, product);
        for (const std::optional<RowStory> &story : {stories.own, stories.target}) {
            if (story)
                picture.rows.push_back(*story);
        }
    }
    picture.effect = effectOf(command, fresh.view);
    picture.technical = technicalOf(command, fresh);
    return picture;
}

} // namespace tanaban::ui
