#include "model/hoursofday.h"

#include "tests/support/testprogram.h"

#include <QTest>

#include <algorithm>

using namespace tanaban;
using namespace Qt::StringLiterals;

/// The hours of the day, where clocks are changed and where they are not.
class HoursOfDayTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void areTheDaysWithoutAGap_data();
    void areTheDaysWithoutAGap();
    void clocksPutForwardSkipAnHour();
    void clocksPutBackHaveOneTwice();
};

namespace {

Instant at(const QString &iso)
{
    return Instant::fromIso(iso).value();
}

qint64 secondsOf(const HourOfDay &hour)
{
    qint64 sum = 0;
    for (const TimeSpan &span : hour.times)
        sum += (span.until.microseconds - span.from.microseconds) / 1'000'000;
    return sum;
}

} // namespace

void HoursOfDayTest::areTheDaysWithoutAGap_data()
{
    QTest::addColumn<QString>("timeZone");
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("until");
    QTest::newRow("Tokyo") << u"Asia/Tokyo"_s << u"2026-11-21T15:00:00Z"_s
                           << u"2026-11-28T15:00:00Z"_s;
    QTest::newRow("Kathmandu") << u"Asia/Kathmandu"_s << u"2026-11-21T18:15:00Z"_s
                               << u"2026-11-28T18:15:00Z"_s;
    QTest::newRow("unknown is UTC")
        << u"Nowhere/Nothing"_s << u"2026-11-22T00:00:00Z"_s << u"2026-11-29T00:00:00Z"_s;
}

void HoursOfDayTest::areTheDaysWithoutAGap()
{
    QFETCH(QString, timeZone);
    QFETCH(QString, from);
    QFETCH(QString, until);
    const auto hours = hoursOfDays(at(u"2026-11-28T09:30:00Z"_s), timeZone, 7);
    QCOMPARE(hours.size(), size_t(24));
    std::vector<TimeSpan> all;
    for (size_t hour = 0; hour < hours.size(); ++hour) {
        QCOMPARE(hours[hour].times.size(), size_t(7));
        QCOMPARE(secondsOf(hours[hour]), 7 * 3600);
        for (const TimeSpan &span : hours[hour].times) {
            QCOMPARE(hourAt(span.from, timeZone), int(hour));
            all.push_back(span);
        }
    }
    std::ranges::sort(all, {}, &TimeSpan::from);
    QCOMPARE(all.front().from, at(from));
    QCOMPARE(all.back().until, at(until));
    for (size_t i = 1; i < all.size(); ++i)
        QCOMPARE(all[i].from, all[i - 1].until);
}

void HoursOfDayTest::clocksPutForwardSkipAnHour()
{
    const auto hours = hoursOfDays(at(u"2026-03-29T12:00:00Z"_s), u"Europe/Berlin"_s, 1);
    QVERIFY(hours[2].times.empty());
    QCOMPARE(
        hours[3].times,
        (std::vector<TimeSpan>{{at(u"2026-03-29T01:00:00Z"_s), at(u"2026-03-29T02:00:00Z"_s)}}));
}

void HoursOfDayTest::clocksPutBackHaveOneTwice()
{
    const auto hours = hoursOfDays(at(u"2026-10-25T12:00:00Z"_s), u"Europe/Berlin"_s, 1);
    QCOMPARE(secondsOf(hours[2]), 2 * 3600);
    QCOMPARE(secondsOf(hours[3]), 3600);
}

TANABAN_TEST(HoursOfDayTest)
#include "hoursofdaytest.moc"
