#include "ui/picking/picktext.h"

#include "ui/forms/formtext.h"
#include "ui/words.h"

namespace tanaban::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostProductsTold = 3;

bool wasDone(const std::optional<CommitOutcome> &outcome)
{
    return outcome && std::holds_alternative<Committed>(*outcome);
}

/// The words for what somebody else or the database said.
QString wordsFor(const CommitOutcome &outcome)
{
    if (const auto *rejected = std::get_if<tanaban::Rejected>(&outcome))
        return messageOf(rejected->error);
    if (const auto *busy = std::get_if<Busy>(&outcome))
        return busyText(*busy);
    if (std::holds_alternative<VersionConflict>(outcome)
        || std::holds_alternative<Overtaken>(outcome))
        return PickText::tr("Others changed these goods just now. Look at them and try again.");
    return {};
}

} // namespace

QString PickText::zone(const PickStop &stop)
{
    const QString place = Words::place(stop.claim.place.warehouse, stop.claim.place.zone, {});
    return stop.zoneName.isEmpty() ? place : QString(place + u' ' + stop.zoneName);
}

QString PickText::bin(const PickStop &stop)
{
    return stop.claim.place.bin.isEmpty() ? u"–"_s : stop.claim.place.bin;
}

QString PickText::lot(const PickStop &stop)
{
    const QString lot = tr("Lot %1").arg(stop.claim.place.lot);
    if (stop.expired && stop.expiresOn)
        return tr("%1 · ⚠ expired on %2", "lot, day").arg(lot, Words::date(*stop.expiresOn));
    return stop.expiresOn ? tr("%1 · expires %2", "lot, day").arg(lot, Words::date(*stop.expiresOn))
                          : lot;
}

QString PickText::quantity(const PickStop &stop, qint64 quantity)
{
    return Words::quantity(quantity, stop.claim.decimals, stop.claim.unit);
}

QString PickText::amounts(const std::vector<PickedStop> &stops, bool missing)
{
    struct Sum
    {
        const PickStop *stop = nullptr;
        qint64 quantity = 0;
    };
    std::vector<Sum> sums;
    for (const PickedStop &each : stops) {
        const qint64 quantity = missing ? each.missing() : each.picked;
        if (quantity == 0)
            continue;
        const auto known = std::ranges::find(
            sums, each.stop.claim.place.product, [](const Sum &sum) {
                return sum.stop->claim.place.product;
            });
        if (known == sums.end())
            sums.push_back({&each.stop, quantity});
        else
            known->quantity += quantity;
    }
    QStringList texts;
    for (const Sum &sum : sums) {
        texts << tr("%1 of %2", "quantity, product")
                     .arg(quantity(*sum.stop, sum.quantity), sum.stop->claim.place.product);
    }
    const int more = int(texts.size() - mostProductsTold);
    if (more <= 0)
        return texts.join(tr(", "));
    return tr("%1 and %n more", nullptr, more).arg(texts.first(mostProductsTold).join(tr(", ")));
}

QString PickText::amounts(const std::vector<Claim> &claims)
{
    std::vector<PickedStop> all;
    for (const Claim &claim : claims) {
        PickStop stop;
        stop.claim = claim;
        all.push_back({stop, claim.quantity, {}});
    }
    return amounts(all, false);
}

QString PickText::effect(const std::vector<PickedStop> &stops)
{
    const QString leaving = amounts(stops, false);
    const QString missing = amounts(stops, true);
    QStringList parts;
    if (!leaving.isEmpty())
        parts << tr("Leaves the house: %1.").arg(leaving);
    if (!missing.isEmpty())
        parts << tr("Given back and planned again from elsewhere: %1.").arg(missing);
    return parts.join(u' ');
}

/// What the lines got in the stead of what was missing, and what they lack now.
QString PickText::planned(const ConfirmReport &report)
{
    QStringList instead;
    QStringList lacking;
    for (const LineOutcome &line : report.replanned) {
        const auto amount = [&line](qint64 quantity) {
            return tr("%1 of %2", "quantity, product")
                .arg(Words::quantity(quantity, line.decimals, line.unit), line.product);
        };
        if (line.allocated > 0)
            instead << amount(line.allocated);
        if (line.allocated < line.wanted)
            lacking << amount(line.wanted - line.allocated);
    }
    QStringList parts;
    if (!instead.isEmpty())
        parts << tr("Set aside elsewhere instead: %1.").arg(instead.join(tr(", ")));
    if (!lacking.isEmpty())
        parts << tr("Still lacking, for nothing else is free: %1.").arg(lacking.join(tr(", ")));
    return parts.join(u' ');
}

QString PickText::shipped(const std::vector<PickedStop> &stops)
{
    const QString leaving = amounts(stops, false);
    return leaving.isEmpty() ? QString() : tr("Shipped: %1.").arg(leaving);
}

QString PickText::done(const std::vector<PickedStop> &stops, const ConfirmReport &report)
{
    QStringList parts;
    const QString missing = amounts(stops, true);
    if (wasDone(report.shipped))
        parts << shipped(stops);
    if (wasDone(report.returned))
        parts << tr("Given back: %1.").arg(missing);
    if (wasDone(report.planned))
        parts << planned(report);
    if (report.completed)
        parts << tr("The order is completed.");
    parts.removeAll(QString());
    return parts.join(u' ');
}

QString PickText::trouble(const ConfirmReport &report)
{
    const QString why = wordsFor(report.outcome());
    if (why.isEmpty())
        return {};
    if (!wasDone(report.shipped))
        return tr("Nothing was changed. %1").arg(why);
    if (!wasDone(report.returned))
        return tr("What was missing could not be given back. %1").arg(why);
    return tr("Nothing was planned instead of what was missing. %1").arg(why);
}

} // namespace tanaban::ui
