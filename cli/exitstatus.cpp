#include "cli/exitstatus.h"

namespace tanaban::cli {

namespace {

ExitStatus statusOfRule(const Rejected &rejected)
{
    if (rejected.error.rule == Rule::NotAllowed)
        return ExitStatus::NotAllowed;
    if (rejected.error.rule == Rule::ReadOnly || rejected.error.rule == Rule::Damaged)
        return ExitStatus::Damaged;
    return ExitStatus::RuleSaysNo;
}

} // namespace

ExitStatus exitStatusOf(const CommitOutcome &outcome)
{
    return std::visit(Overloaded{[](const Committed &) { return ExitStatus::Done; },
                                 [](const VersionConflict &) { return ExitStatus::Conflict; },
                                 [](const Overtaken &) { return ExitStatus::Conflict; },
                                 [](const Rejected &rejected) { return statusOfRule(rejected); },
                                 [](const Busy &) { return ExitStatus::Busy; },
                                 [](const Unavailable &) { return ExitStatus::Unavailable; }},
                      outcome);
}

ExitStatus exitStatusOf(const ReadFailure &failure)
{
    switch (failure.kind) {
    case ReadFailure::Kind::Unavailable:
        return ExitStatus::Unavailable;
    case ReadFailure::Kind::Busy:
        return ExitStatus::Busy;
    case ReadFailure::Kind::Damaged:
        return ExitStatus::Damaged;
    case ReadFailure::Kind::NotAllowed:
        return ExitStatus::NotAllowed;
    case ReadFailure::Kind::Refused:
        return ExitStatus::RuleSaysNo;
    }
    Q_UNREACHABLE();
}

ExitStatus exitStatusOf(const OpenFailure &failure)
{
    using Kind = OpenFailure::Kind;
    switch (failure.kind) {
    case Kind::Missing:
    case Kind::Unreachable:
        return ExitStatus::Unavailable;
    case Kind::NotOurs:
    case Kind::Damaged:
    case Kind::Altered:
    case Kind::Newer:
    case Kind::NeedsUpgrade:
    case Kind::UpgradeFailed:
        return ExitStatus::Damaged;
    case Kind::Refused:
    case Kind::PasswordNeeded:
    case Kind::NoSuchPerson:
    case Kind::OtherLogin:
    case Kind::ReadOnly:
    case Kind::UpgradeReadOnly:
        return ExitStatus::NotAllowed;
    case Kind::UpgradeNoRoom:
    case Kind::DiskFails:
        return ExitStatus::Unavailable;
    case Kind::Busy:
        return ExitStatus::Busy;
    case Kind::NetworkFile:
    case Kind::Link:
    case Kind::Exists:
        return ExitStatus::RuleSaysNo;
    }
    Q_UNREACHABLE();
}

} // namespace tanaban::cli
