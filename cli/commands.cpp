#include "cli/commands.h"

namespace tanaban::cli {

using namespace Qt::StringLiterals;

#define TR(text) QT_TRANSLATE_NOOP("tanaban::cli::Text", text)

namespace {

const OptionSpec quantity{u"quantity"_s,
                          u"N"_s,
                          TR("how much, in the product's unit, for instance 1.5"),
                          true};
const OptionSpec commandId{u"command-id"_s,
                           u"UUID"_s,
                           TR("the command's own id: sent again it does nothing twice")};
const OptionSpec expectVersion{u"expect-version"_s,
                               u"V"_s,
                               TR("only if the stock row is still at this version")};
const OptionSpec policy{
    u"policy"_s,
    u"ask|retry"_s,
    TR("when somebody was faster: tell (default with --expect-version) or try again")};
const OptionSpec allocation{u"allocation"_s, u"A"_s, TR("this allocation, all of it or N")};
const OptionSpec reason{u"reason"_s, u"TEXT"_s, TR("why; it stays in the history"), true};

std::vector<CommandSpec> databaseCommands()
{
    return {
        {{u"init"_s},
         {},
         TR("make an empty database, or bring an older file up to date"),
         TR("The first person in it is an administrator: --as LOGIN, or whoever is logged in."),
         {},
         {},
         runInit},
        {{u"demo"_s},
         {},
         TR("make a database with a company to try out"),
         TR("A wholesaler of food and daily goods; refused where there is work already."),
         {{u"rows"_s, u"N"_s, TR("so many stock rows, up to 1000000 (default 24000)")}},
         {},
         runDemo},
        {{u"verify"_s},
         {},
         TR("check everything that must hold; changes nothing"),
         TR("Exit status 7 when something does not hold."),
         {},
         {},
         runVerify},
        {{u"backup"_s},
         {u"FILE"_s},
         TR("make a checked copy while others work (SQLite)"),
         "",
         {},
         {},
         runBackup},
        {{u"server"_s, u"upgrade"_s},
         {},
         TR("bring a database on a server up to date for this program"),
         TR("Only whoever owns its tables can do it. Programs of before can then no longer open "
            "it;\n"
            "upgrade them as well. Make a backup (pg_dump) first."),
         {},
         {},
         runServerUpgrade},
    };
}

std::vector<CommandSpec> importCommands()
{
    return {
        {{u"import"_s},
         {u"KIND"_s, u"FILE"_s},
         TR("bring in a file (.csv, .xlsx): everything of it, or nothing"),
         TR("KIND is warehouses, zones, bins, products, partners, stock or orders. Every line that "
            "breaks a\n"
            "rule is told before anything is written. The same file again changes nothing."),
         {{u"mapping"_s,
           u"FILE"_s,
           TR("how the file's columns become ours (JSON, see docs/import.md)")},
          {u"guess"_s, {}, TR("find the columns by what they are often called")},
          {u"dry-run"_s, {}, TR("only tell what would be done")},
          {u"only-good-rows"_s, {}, TR("write the lines that break no rule")},
          {u"in-parts"_s, {}, TR("write a part at a time, so that others need not wait")},
          commandId},
         u"import stock {stockfile}"_s,
         runImport},
        {{u"export"_s},
         {u"KIND"_s, u"FILE"_s},
         TR("write all of a kind into a file that import reads"),
         TR("KIND is warehouses, zones, bins, products, partners, stock or orders; the name of "
            "FILE "
            "ends in\n"
            ".csv or .xlsx."),
         {},
         {},
         runExport},
    };
}

std::vector<CommandSpec> listCommands()
{
    return {
        {{u"stock"_s, u"list"_s},
         {},
         TR("list stock"),
         "",
         {{u"search"_s,
           u"TERMS"_s,
           TR("as in the window's search field: lot:L-204 zone:WH001/2 available:<10")},
          {u"text"_s, u"WORDS"_s, TR("found in product code, name, barcode, lot or bin")},
          {u"warehouse"_s, u"W"_s, TR("in this warehouse")},
          {u"zone"_s, u"Z"_s, TR("in this zone of the warehouse")},
          {u"product"_s, u"CODE"_s, TR("this product")},
          {u"lot"_s, u"LOT"_s, TR("this lot")},
          {u"status"_s, u"STATUS"_s, TR("available, quarantined or damaged")},
          {u"condition"_s, u"CONDITION"_s, TR("room_temperature, refrigerated or frozen")},
          {u"low"_s, {}, TR("products at or below their reorder point")},
          {u"expired"_s, {}, TR("expired lots")},
          {u"expires-within"_s, u"DAYS"_s, TR("not yet expired, but within so many days")},
          {u"reserved"_s, {}, TR("rows with something reserved")},
          {u"with-empty"_s, {}, TR("rows at zero too")},
          {u"sort"_s,
           u"COLUMN"_s,
           TR("product, name, place, bin, lot, expires, status, on_hand, reserved, available, "
              "received")},
          {u"descending"_s, {}, TR("greatest first")},
          {u"limit"_s, u"N"_s, TR("at most so many rows")}},
         {},
         runStockList},
        {{u"stock"_s, u"history"_s},
         {u"ID"_s},
         TR("the history of one stock row, newest first"),
         "",
         {{u"limit"_s, u"N"_s, TR("at most so many entries")}},
         {},
         runStockHistory},
        {{u"order"_s, u"list"_s},
         {},
         TR("list orders"),
         "",
         {{u"state"_s, u"STATE"_s, TR("draft, open, completed or cancelled")},
          {u"partner"_s, u"CODE"_s, TR("of this partner")},
          {u"text"_s, u"WORDS"_s, TR("found in the number, or the partner's code or name")}},
         {},
         runOrderList},
        {{u"order"_s, u"show"_s},
         {u"NUMBER"_s},
         TR("an order with its lines"),
         "",
         {},
         {},
         runOrderShow},
    };
}

// NOLINTNEXTLINE(readability-function-size): a list
std::vector<CommandSpec> writingCommands()
{
    return {
        {{u"receive"_s},
         {u"PRODUCT"_s},
         TR("goods arrive"),
         TR("PRODUCT is a code or a barcode. Without a lot, one is named after the receipt."),
         {{u"warehouse"_s, u"W"_s, TR("where they are put"), true},
          {u"zone"_s, u"Z"_s, TR("the zone's number"), true},
          {u"bin"_s, u"B"_s, TR("the bin; without it the zone itself")},
          quantity,
          {u"lot"_s, u"L"_s, TR("the lot")},
          {u"expires"_s, u"DATE"_s, TR("last day of use, YYYY-MM-DD")},
          commandId,
          policy},
         u"receive {product} --warehouse {warehouse} --zone {zone} --quantity 1"_s,
         runReceive},
        {{u"reserve"_s},
         {u"ID"_s},
         TR("reserve stock by hand"),
         "",
         {quantity, commandId, expectVersion, policy},
         u"reserve {stock} --quantity 1"_s,
         runReserve},
        {{u"release"_s},
         {u"[ID]"_s},
         TR("give reserved stock free"),
         TR("By quantity: what was reserved by hand, oldest first. Or one allocation."),
         {{u"quantity"_s, u"N"_s, TR("how much, in the product's unit")},
          allocation,
          commandId,
          expectVersion,
          policy},
         u"release {reserved} --quantity 1"_s,
         runRelease},
        {{u"ship"_s},
         {u"[ID]"_s},
         TR("reserved stock leaves the house"),
         TR("By quantity: what was reserved by hand, oldest first. Or one allocation."),
         {{u"quantity"_s, u"N"_s, TR("how much, in the product's unit")},
          allocation,
          commandId,
          expectVersion,
          policy},
         u"ship {reserved} --quantity 1"_s,
         runShip},
        {{u"move"_s},
         {u"ID"_s},
         TR("move unreserved stock to another place"),
         "",
         {quantity,
          {u"to"_s, u"W/Z[/BIN]"_s, TR("warehouse, zone and bin"), true},
          commandId,
          expectVersion,
          policy},
         u"move {stock} --quantity 1 --to {place}"_s,
         runMove},
        {{u"adjust"_s},
         {u"ID"_s},
         TR("correct the quantity on hand"),
         "",
         {{u"by"_s, u"±N"_s, TR("the difference, in the product's unit"), true},
          reason,
          commandId,
          expectVersion,
          policy},
         u"adjust {stock} --by +1 --reason Counted"_s,
         runAdjust},
        {{u"allocate"_s},
         {u"[ORDER]…"_s},
         TR("give orders the stock that they lack"),
         TR("Some orders, or --all open ones. What is short is told, and "
            "exit\n"
            "status 0: it is done as far as it goes. Strategies: zone-priority (default), fifo, "
            "fefo,\n"
            "fewest-places, one-warehouse, whole-orders."),
         {{u"all"_s, {}, TR("all open orders, many at once")},
          {u"strategy"_s, u"NAME"_s, TR("how stock is chosen, for all of them")},
          {u"dry-run"_s, {}, TR("only tell what would be taken, and why")},
          {u"review"_s, {}, TR("set it aside until somebody agrees")},
          commandId},
         u"allocate {lacking} --strategy whole-orders"_s,
         runAllocate},
        {{u"status"_s},
         {u"ID"_s},
         TR("make stock available, quarantined or damaged"),
         "",
         {quantity,
          {u"to"_s, u"STATUS"_s, TR("available, quarantined or damaged"), true},
          reason,
          commandId,
          expectVersion,
          policy},
         u"status {stock} --quantity 1 --to damaged --reason Dropped"_s,
         runStatus},
    };
}

std::vector<CommandSpec> orderCommands()
{
    OptionSpec line{u"line"_s,
                    u"PRODUCT=N"_s,
                    TR("a line: code or barcode, and how much in the product's unit")};
    line.repeated = true;
    OptionSpec version = expectVersion;
    version.help = TR("only if the order is still at this version");
    return {
        {{u"order"_s, u"create"_s},
         {u"[NUMBER]"_s},
         TR("make an order"),
         TR("Without NUMBER it gets the next free one, which is printed."),
         {{u"partner"_s, u"CODE"_s, TR("the customer"), true},
          {u"due"_s, u"DATE"_s, TR("the day it is due, YYYY-MM-DD")},
          {u"priority"_s, u"N"_s, TR("smaller first; without it last")},
          {u"state"_s, u"draft|open"_s, TR("whether it may get goods (open, the default)")},
          line,
          commandId},
         u"order create {name} --partner {partner} --line {product}=1"_s,
         runOrderCreate},
        {{u"order"_s, u"cancel"_s},
         {u"NUMBER"_s},
         TR("end an order that is not wanted any more"),
         TR("Refused while goods are set aside for it: release them first."),
         {commandId, version, policy},
         u"order cancel {order}"_s,
         runOrderCancel},
    };
}

} // namespace

const std::vector<CommandSpec> &allCommands()
{
    static const std::vector<CommandSpec> commands = [] {
        std::vector<CommandSpec> all = databaseCommands();
        for (const auto &part :
             {importCommands(), listCommands(), orderCommands(), writingCommands()})
            all.insert(all.end(), part.begin(), part.end());
        return all;
    }();
    return commands;
}

const std::vector<OptionSpec> &globalOptions()
{
    static const std::vector<OptionSpec> options{
        {u"db"_s,
         u"URL"_s,
         TR("sqlite:PATH or postgresql://user@host/database (default: a file of your own)")},
        {u"as"_s, u"LOGIN"_s, TR("who acts, where the database does not know it by itself")},
        {u"json"_s, {}, TR("the result as one JSON document on standard output")},
        {u"help"_s, {}, TR("this text, or that of the command before it")},
        {u"version"_s, {}, TR("the program's version")},
        {u"list-writing-commands"_s, {}, ""},
    };
    return options;
}

} // namespace tanaban::cli
