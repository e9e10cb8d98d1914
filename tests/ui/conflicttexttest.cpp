#include "ui/conflict/conflicttext.h"

#include "tests/support/testprogram.h"

#include <QtTest>

using namespace Qt::StringLiterals;

namespace tanaban::test {

using namespace ui;

/// What the conflict dialog says, without a window.
class ConflictTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void tellsEachDeed_data();
    void tellsEachDeed();
    void computesTheEffect_data();
    void computesTheEffect();
    void comparesWhatWasSeen();
    void paintsTheWholePicture();
    void hidesUnchangedTargets();
    void countsWhatIsLeftOut();
    void writesTheStrip_data();
    void writesTheStrip();
    void avoidsForbiddenWords();
};

namespace {

StockContext rice(qint64 onHand, qint64 reserved, qint64 version)
{
    StockContext stock;
    stock.row.id = 17;
    stock.row.key = {u"WH001"_s, 2, u"C-02-1"_s, u"P-1"_s, u"L-204"_s, StockStatus::Available};
    stock.row.onHand = onHand;
    stock.row.reserved = reserved;
    stock.row.version = version;
    stock.product.code = u"P-1"_s;
    stock.product.name = u"Rice"_s;
    stock.product.unit = u"bags"_s;
    stock.lot = {u"P-1"_s, u"L-204"_s, std::nullopt, 1};
    stock.zone.number = 2;
    stock.today = QDate(2026, 11, 21);
    Allocation byHand;
    byHand.id = 1;
    byHand.stockId = 17;
    byHand.quantity = reserved;
    if (reserved > 0)
        stock.handMade = {byHand};
    return stock;
}

StockEvent entryOf(EventKind kind,
                   qint64 onHand,
                   qint64 reserved,
                   const QString &order = {},
                   const QString &reason = {})
{
    StockEvent result;
    result.stockId = 17;
    result.kind = kind;
    result.onHandDelta = onHand;
    result.reservedDelta = reserved;
    result.orderNumber = order;
    result.actor = u"sato"_s;
    result.actorName = u"Sato"_s;
    result.reason = reason;
    result.at = *Instant::fromIso(u"2020-11-21T10:41:22.000000Z"_s);
    return result;
}

ConflictRow rowOf(const StockContext &now, qint64 expected, std::vector<StockEvent> between)
{
    ConflictRow row;
    row.id = now.row.id;
    row.expected = expected;
    row.actual = now.row.version;
    row.now = now.row;
    row.between = std::move(between);
    return row;
}

PlaceContext target(std::optional<qint64> there, std::optional<qint64> capacity)
{
    PlaceContext place;
    place.warehouse = Warehouse{u"WH001"_s, u"Tokyo"_s, u"UTC"_s, true, 1};
    place.zone = Zone{
        u"WH001"_s, 3, u"B"_s, StorageCondition::RoomTemperature, capacity, {}, true, 1};
    place.bin = Bin{u"WH001"_s, 3, u"D-1"_s, 0, true, 1};
    place.product = rice(1, 0, 1).product;
    if (there) {
        place.row = rice(*there, 0, 4).row;
        place.row->id = 18;
        place.row->key.zone = 3;
        place.row->key.bin = u"D-1"_s;
    }
    place.today = QDate(2026, 11, 21);
    return place;
}

StockCommand commandOf(const StockAction &action)
{
    StockCommand command;
    command.id = QUuid(u"{01234567-89ab-7def-8123-456789abcdef}"_s);
    command.action = action;
    return command;
}

} // namespace

void ConflictTextTest::initTestCase()
{
    QLocale::setDefault(QLocale::c());
}

void ConflictTextTest::tellsEachDeed_data()
{
    QTest::addColumn<StockEvent>("entry");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *name, const StockEvent &entry, const QString &text) {
        QTest::newRow(name) << entry << text;
    };
    using enum EventKind;
    row("open", entryOf(Open, 0, 0), u"Sato opened this row"_s);
    row("receive", entryOf(Receive, 7, 0), u"Sato received 7 bags"_s);
    row("reserve", entryOf(Reserve, 0, 7), u"Sato reserved 7 bags"_s);
    row("reserve for an order",
        entryOf(Reserve, 0, 7, u"998"_s),
        u"Sato reserved 7 bags for order 998"_s);
    row("release", entryOf(Release, 0, -7), u"Sato released 7 bags"_s);
    row("release of an order",
        entryOf(Release, 0, -7, u"998"_s),
        u"Sato released 7 bags of order 998"_s);
    row("ship", entryOf(Ship, -7, -7, u"998"_s), u"Sato shipped 7 bags for order 998"_s);
    row("move away", entryOf(Move, -7, 0), u"Sato moved 7 bags to another place"_s);
    row("move here", entryOf(Move, 7, 0), u"Sato moved 7 bags here"_s);
    row("adjust down",
        entryOf(Adjust, -7, 0, {}, u"Broken"_s),
        u"Sato corrected the stock down by 7 bags (“Broken”)"_s);
    row("adjust up",
        entryOf(Adjust, 7, 0, {}, u"Found"_s),
        u"Sato corrected the stock up by 7 bags (“Found”)"_s);
    row("status",
        entryOf(Status, -7, 0, {}, u"Wet"_s),
        u"Sato gave 7 bags another status (“Wet”)"_s);
    row("status here",
        entryOf(Status, 7, 0, {}, u"Dry"_s),
        u"Sato gave 7 bags this status (“Dry”)"_s);
    row("hold", entryOf(Hold, 0, 7, u"998"_s), u"Sato put a hold on 7 bags for order 998"_s);
    row("confirm", entryOf(Confirm, 0, 0), u"Sato confirmed a hold"_s);
    row("expire", entryOf(Expire, 0, -7), u"A hold on 7 bags ran out"_s);
    StockEvent nameless = entryOf(Reserve, 0, 7);
    nameless.actorName.clear();
    row("by login", nameless, u"sato reserved 7 bags"_s);
    StockEvent byNumber = entryOf(Reserve, 0, 7);
    byNumber.orderId = 12;
    row("order without a number", byNumber, u"Sato reserved 7 bags for order 12"_s);
    row("a percent sign",
        entryOf(Reserve, 0, 7, u"%1-%2"_s),
        u"Sato reserved 7 bags for order %1-%2"_s);
}

void ConflictTextTest::tellsEachDeed()
{
    QFETCH(StockEvent, entry);
    QTEST(deedOf(entry, 0, u"bags"_s), "text");
}

void ConflictTextTest::computesTheEffect_data()
{
    QTest::addColumn<StockCommand>("command");
    QTest::addColumn<qint64>("onHand");
    QTest::addColumn<qint64>("reserved");
    QTest::addColumn<bool>("possible");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *name,
                        const StockAction &action,
                        qint64 onHand,
                        qint64 reserved,
                        bool possible,
                        const QString &text) {
        QTest::newRow(name) << commandOf(action) << onHand << reserved << possible << text;
    };
    row("reserve", Reserve{17, 8}, 12, 0, true, u"4 of 12 bags remain available."_s);
    row("reserve all", Reserve{17, 5}, 12, 7, true, u"0 of 5 bags remain available."_s);
    row("reserve too much", Reserve{17, 8}, 12, 7, false, u"Not possible: only 5 bags available."_s);
    row("reserve from nothing",
        Reserve{17, 8},
        12,
        12,
        false,
        u"Not possible: nothing is available."_s);
    row("release", Release{17, 3, {}}, 12, 5, true, u"10 bags will be available (7 now)."_s);
    row("release too much",
        Release{17, 8, {}},
        12,
        5,
        false,
        u"Not possible: only 5 bags reserved by hand."_s);
    row("ship", Ship{17, 5, {}}, 12, 5, true, u"7 bags remain on hand, 7 of them available."_s);
    row("ship too much",
        Ship{17, 8, {}},
        12,
        5,
        false,
        u"Not possible: only 5 bags reserved for it."_s);
    row("ship nothing",
        Ship{17, 8, {}},
        12,
        0,
        false,
        u"Not possible: nothing is reserved for it."_s);
    row("adjust", Adjust{17, -3, u"Broken"_s}, 12, 5, true, u"9 bags will be on hand (12 now)."_s);
    row("adjust below the promised",
        Adjust{17, -8, u"Broken"_s},
        12,
        5,
        false,
        u"Not possible: only 7 bags available."_s);
    row("status",
        ChangeStatus{17, 3, StockStatus::Damaged, u"Wet"_s},
        12,
        0,
        true,
        u"3 bags become “Damaged”, 9 remain as they are."_s);
    row("move",
        Move{17, 4, u"WH001"_s, 3, u"D-1"_s},
        12,
        0,
        true,
        u"8 bags remain here, 10 will lie there."_s);
}

void ConflictTextTest::computesTheEffect()
{
    QFETCH(StockCommand, command);
    QFETCH(qint64, onHand);
    QFETCH(qint64, reserved);
    QFETCH(bool, possible);
    const Glance glance{rice(onHand, reserved, 5), target(6, {}), std::nullopt};
    const Effect effect = effectOf(command, glance);
    QTEST(effect.text, "text");
    QCOMPARE(effect.possible, possible);
}

void ConflictTextTest::comparesWhatWasSeen()
{
    const StockContext seen = rice(12, 0, 5);
    StockContext now = rice(12, 7, 6);
    now.handMade.clear(); // for an order, not by hand
    now.lot.expiresOn = QDate(2027, 2, 28);
    now.zone.active = false;
    const std::vector<Comparison> expected{
        {u"On hand"_s, u"12"_s, u"12 bags"_s, false, false},
        {u"Reserved"_s, u"0"_s, u"7 bags"_s, true, false},
        {u"Available"_s, u"12"_s, u"5 bags"_s, true, true},
        {u"Expires"_s, u"no date"_s, u"2027-02-28"_s, true, false},
        {u"Place in use"_s, u"yes"_s, u"no"_s, true, false}};
    QCOMPARE(comparisonsOf(seen, now), expected);
}

void ConflictTextTest::paintsTheWholePicture()
{
    const Glance seen{rice(12, 0, 5), std::nullopt, std::nullopt};
    FreshGlance fresh{{rice(10, 5, 7), std::nullopt, std::nullopt}, {}};
    StockEvent first = entryOf(EventKind::Reserve, 0, 5, u"998"_s);
    StockEvent second = entryOf(EventKind::Adjust, -2, 0, {}, u"Broken"_s);
    first.version = 6;
    second.version = 7;
    fresh.since.rows = {rowOf(*fresh.view.stock, 5, {first, second})};
    const ConflictPicture picture = pictureOf(commandOf(Reserve{17, 8}), seen, fresh);
    QCOMPARE(picture.goods, u"Rice · P-1"_s);
    QCOMPARE(picture.asked, u"You want to reserve 8 bags."_s);
    QCOMPARE(picture.effect, (Effect{false, u"Not possible: only 5 bags available."_s}));
    QCOMPARE(picture.rows.size(), size_t(1));
    const RowStory &story = picture.rows.front();
    QCOMPARE(story.place, u"WH001 · 2 · C-02-1 · lot L-204"_s);
    QCOMPARE(story.lines.size(), size_t(2));
    QCOMPARE(story.lines[0].text, u"Sato reserved 5 bags for order 998"_s); // oldest first
    QCOMPARE(story.lines[1].text, u"Sato corrected the stock down by 2 bags (“Broken”)"_s);
    QVERIFY(story.lines[0].when.contains(u"10:41"_s) || story.lines[0].when.contains(u":41"_s));
    QVERIFY(picture.technical.contains(u"stock 17: version 5 → 7"_s));
    QVERIFY(picture.technical.contains(u"01234567-89ab-7def-8123-456789abcdef"_s));
}

void ConflictTextTest::hidesUnchangedTargets()
{
    const StockCommand move = commandOf(Move{17, 4, u"WH001"_s, 3, u"D-1"_s});
    const Glance seen{rice(12, 0, 5), target(6, {}), std::nullopt};
    FreshGlance fresh{{rice(12, 7, 6), target(6, {}), std::nullopt}, {}};
    ConflictRow there;
    there.id = 18;
    there.expected = there.actual = 4;
    there.now = fresh.view.place->row;
    fresh.since.rows = {rowOf(*fresh.view.stock, 5, {entryOf(EventKind::Reserve, 0, 7)}), there};
    QCOMPARE(pictureOf(move, seen, fresh).rows.size(), size_t(1));
    // When the target moved, it is told too, with its own place.
    fresh.since.rows[1].actual = 5;
    fresh.since.rows[1].now->onHand = 9;
    const ConflictPicture picture = pictureOf(move, seen, fresh);
    QCOMPARE(picture.rows.size(), size_t(2));
    QCOMPARE(picture.rows[1].place, u"WH001 · 3 · D-1 · lot L-204"_s);
    QCOMPARE(picture.rows[1].comparisons.front(),
             (Comparison{u"On hand"_s, u"6"_s, u"9 bags"_s, true, false}));
}

void ConflictTextTest::countsWhatIsLeftOut()
{
    const Glance seen{rice(12, 0, 5), std::nullopt, std::nullopt};
    FreshGlance fresh{{rice(12, 7, 60), std::nullopt, std::nullopt}, {}};
    ConflictRow row = rowOf(*fresh.view.stock, 5, {entryOf(EventKind::Reserve, 0, 7)});
    row.more = 5;
    fresh.since.rows = {row};
    const auto picture = pictureOf(commandOf(Reserve{17, 2}), seen, fresh);
    QVERIFY2(picture.rows.front().more.contains(u"5"_s), qUtf8Printable(picture.rows.front().more));
    row.more = 0;
    fresh.since.rows = {row};
    QCOMPARE(pictureOf(commandOf(Reserve{17, 2}), seen, fresh).rows.front().more, QString());
}

void ConflictTextTest::writesTheStrip_data()
{
    QTest::addColumn<qint64>("onHand");
    QTest::addColumn<qint64>("reserved");
    QTest::addColumn<QString>("start");
    QTest::newRow("less available") << 12LL << 7LL << u"12 → 5 available, Sato, "_s;
    QTest::newRow("less of both") << 9LL << 0LL << u"12 → 9 available, Sato, "_s;
    QTest::newRow("shipped") << 14LL << 2LL << u"12 → 14 on hand, Sato, "_s;
    QTest::newRow("there and back") << 12LL << 0LL << u"changed and changed back, Sato, "_s;
}

void ConflictTextTest::writesTheStrip()
{
    QFETCH(qint64, onHand);
    QFETCH(qint64, reserved);
    QFETCH(QString, start);
    const StockContext seen = rice(12, 0, 5);
    const StockContext now = rice(onHand, reserved, 6);
    const QString text = stripOf(
        seen.row, rowOf(now, 5, {entryOf(EventKind::Reserve, 0, 1)}), seen.product);
    QVERIFY2(text.startsWith(start), qUtf8Printable(text));
}

void ConflictTextTest::avoidsForbiddenWords()
{
    // Everything but the details is in warehouse words.
    const Glance seen{rice(12, 0, 5), target(6, {}), std::nullopt};
    FreshGlance fresh{{rice(10, 5, 7), target(6, {}), std::nullopt}, {}};
    fresh.since.rows = {rowOf(*fresh.view.stock, 5, {entryOf(EventKind::Reserve, 0, 5)})};
    for (const StockAction &action :
         {StockAction(Reserve{17, 8}),
          StockAction(Release{17, 8, {}}),
          StockAction(Ship{17, 8, {}}),
          StockAction(Move{17, 8, u"WH001"_s, 3, u"D-1"_s}),
          StockAction(Adjust{17, -8, u"Broken"_s}),
          StockAction(ChangeStatus{17, 8, StockStatus::Damaged, u"Wet"_s})})
    {
        const ConflictPicture picture = pictureOf(commandOf(action), seen, fresh);
        QString all = picture.goods + picture.asked + picture.effect.text;
        for (const RowStory &story : picture.rows) {
            all += story.place + story.more;
            for (const StoryLine &line : story.lines)
                all += line.text;
            for (const Comparison &comparison : story.comparisons)
                all += comparison.label + comparison.seen + comparison.now;
        }
        for (const QString &word : {u"version"_s, u"optimistic"_s, u"transaction"_s, u"conflict"_s})
            QVERIFY2(!all.contains(word, Qt::CaseInsensitive), qUtf8Printable(all));
    }
}

} // namespace tanaban::test

TANABAN_WINDOW_TEST(tanaban::test::ConflictTextTest)
#include "conflicttexttest.moc"
