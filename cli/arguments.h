#pragma once

#include "model/result.h"

#include <QHash>
#include <QStringList>

#include "cli/exitstatus.h"

namespace tanaban::cli {

class Session;
struct Invocation;

/// One `--name VALUE` (or `--name` alone when `value` is empty).
struct OptionSpec
{
    QString name;
    QString value; ///< what the value is called in the help
    const char *help = "";
    bool required = false;
    bool repeated = false; ///< it may be given several times
};

/// One command of the program: what it takes, what it says of itself, what it does.
struct CommandSpec
{
    QStringList words;    ///< "stock", "list"
    QStringList operands; ///< "ID"; "[ID]" may be left out, "[ID]…" repeated
    const char *summary = "";
    const char *details = "";
    std::vector<OptionSpec> options;
    /// Commands that carry a command id: an invocation with {placeholders} for tests that sweep
    /// over all of them. Empty for those that only read.
    QString writingExample;
    ExitStatus (*run)(Session &session, const Invocation &invocation) = nullptr;

    QString name() const { return words.join(u' '); }
};

/// What the user typed, taken apart. Options are by name without the dashes.
struct Invocation
{
    const CommandSpec *command = nullptr;
    QStringList operands;
    QHash<QString, QStringList> options; ///< more than one value only of those that may be repeated
    bool help = false;

    bool has(const QString &option) const { return options.contains(option); }
    QString text(const QString &option) const { return options.value(option).value(0); }
    QStringList texts(const QString &option) const { return options.value(option); }
};

/// Takes the arguments (without the program's name) apart, or says in a sentence what is wrong
/// with them. Options of every command (`globals`) may stand anywhere before `--`.
Result<Invocation, QString> parseArguments(const QStringList &arguments,
                                           const std::vector<CommandSpec> &commands,
                                           const std::vector<OptionSpec> &globals);

} // namespace tanaban::cli
