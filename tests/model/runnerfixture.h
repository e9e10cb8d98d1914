#pragma once

#include "tests/model/goods.h"
#include "tests/model/scriptedstore.h"
#include "tests/support/fakeclock.h"

namespace tanaban::tests {

/// A runner over a scripted store: 100 there, version 2, and a wish to reserve 50 of them.
struct RunnerFixture
{
    ScriptedStore store;
    FakeClock clock;
    ListedJournal journal{store.calls};
    double random = 0.5;
    CommandRunner runner{store, clock, journal, [this] { return random; }};

    RunnerFixture() { store.rows = {at(2)}; }

    static StockContext at(qint64 version, qint64 onHand = 100)
    {
        StockContext stock = goods();
        stock.row.version = version;
        stock.row.onHand = onHand;
        return stock;
    }
    static StockCommand wish(std::optional<qint64> expected = std::nullopt)
    {
        return commandOf(Reserve{17, 50}, expected);
    }
    static VersionConflict conflict(qint64 expected, qint64 actual)
    {
        VersionConflict conflict;
        conflict.rows.resize(1);
        conflict.rows.front().id = 17;
        conflict.rows.front().expected = expected;
        conflict.rows.front().actual = actual;
        conflict.rows.front().now = at(actual).row;
        return conflict;
    }
    static Rejected rejected(Rule rule)
    {
        DomainError error;
        error.rule = rule;
        return Rejected{error};
    }
    static StockEvent event(qint64 version, EventKind kind)
    {
        StockEvent event;
        event.stockId = 17;
        event.version = version;
        event.kind = kind;
        return event;
    }
    QString story() const { return store.calls.join(u' '); }
};

inline QString nameOf(const CommitOutcome &outcome)
{
    return std::visit(
        Overloaded{[](const Committed &committed) {
                       return committed.repeated ? u"repeated"_s : u"committed"_s;
                   },
                   [](const VersionConflict &) { return u"conflict"_s; },
                   [](const Overtaken &) { return u"overtaken"_s; },
                   [](const Rejected &rejected) { return tanaban::nameOf(rejected.error.rule); },
                   [](const Busy &) { return u"busy"_s; },
                   [](const Unavailable &unavailable) {
                       return unavailable.sent ? u"unknown"_s : u"unavailable"_s;
                   }},
        outcome);
}

} // namespace tanaban::tests
