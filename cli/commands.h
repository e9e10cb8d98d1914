#pragma once

#include "cli/session.h"

namespace tanaban::cli {

/// Every command of the program: the one list that help, parser and sweeping tests read.
const std::vector<CommandSpec> &allCommands();
/// Options that every command takes.
const std::vector<OptionSpec> &globalOptions();

// What the commands do; each answers with the exit status and has said everything there is to say.
ExitStatus runInit(Session &session, const Invocation &invocation);
ExitStatus runDemo(Session &session, const Invocation &invocation);
ExitStatus runVerify(Session &session, const Invocation &invocation);
ExitStatus runBackup(Session &session, const Invocation &invocation);
ExitStatus runServerUpgrade(Session &session, const Invocation &invocation);
ExitStatus runExport(Session &session, const Invocation &invocation);
ExitStatus runImport(Session &session, const Invocation &invocation);
ExitStatus runStockList(Session &session, const Invocation &invocation);
ExitStatus runStockHistory(Session &session, const Invocation &invocation);
ExitStatus runOrderList(Session &session, const Invocation &invocation);
ExitStatus runOrderShow(Session &session, const Invocation &invocation);
ExitStatus runOrderCreate(Session &session, const Invocation &invocation);
ExitStatus runOrderCancel(Session &session, const Invocation &invocation);
ExitStatus runReceive(Session &session, const Invocation &invocation);
ExitStatus runReserve(Session &session, const Invocation &invocation);
ExitStatus runRelease(Session &session, const Invocation &invocation);
ExitStatus runShip(Session &session, const Invocation &invocation);
ExitStatus runMove(Session &session, const Invocation &invocation);
ExitStatus runAdjust(Session &session, const Invocation &invocation);
ExitStatus runAllocate(Session &session, const Invocation &invocation);
ExitStatus runStatus(Session &session, const Invocation &invocation);

} // namespace tanaban::cli
