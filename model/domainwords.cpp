#include "model/domainwords.h"

#include <QCoreApplication>

#include <array>

namespace tanaban {

namespace {

//: %1 what the rule is about, %2 a second name or date, %3 the quantity asked for, %4 the quantity
//: that is possible, %5 the smallest quantity of the product, %6 the greatest quantity of a line
constexpr std::array allWordings{
    Wording{Rule::InsufficientStock,
            u"InsufficientStock",
            QT_TRANSLATE_NOOP(
                "DomainError",
                "You asked for %3, but only %4 are available. Ask for less, or choose other "
                "stock of this product."),
            QT_TRANSLATE_NOOP(
                "DomainError",
                "Less is available than you asked for. Ask for less, or choose other stock "
                "of this product.")},
    Wording{Rule::InvalidReleaseQuantity,
            u"InvalidReleaseQuantity",
            QT_TRANSLATE_NOOP(
                "DomainError",
                "You asked to release %3, but only %4 can be released here. What is reserved "
                "for an order is released with its allocation."),
            QT_TRANSLATE_NOOP(
                "DomainError",
                "More would be released than is reserved by hand. What is reserved for an "
                "order is released with its allocation.")},
    Wording{Rule::NotReserved,
            u"NotReserved",
            QT_TRANSLATE_NOOP(
                "DomainError",
                "You asked to ship %3, but only %4 are reserved for it. Reserve the goods "
                "first, then ship them."),
            QT_TRANSLATE_NOOP(
                "DomainError",
                "Only reserved goods can be shipped. Reserve them first, then ship them.")},
    Wording{Rule::StorageConditionMismatch,
            u"StorageConditionMismatch",
            QT_TRANSLATE_NOOP(
                "DomainError",
                "%1 cannot be stored in this zone: it is for goods that are kept %2. Choose "
                "a zone with the storage condition of the product."),
            QT_TRANSLATE_NOOP(
                "DomainError",
                "The zone has another storage condition than the product. Choose a zone with "
                "the storage condition of the product.")},
    Wording{
        Rule::ZoneFull,
        u"ZoneFull",
        QT_TRANSLATE_NOOP(
            "DomainError",
            "Zone %1 has room for %4 more whole units, and %3 would be needed. Choose "
            "another zone or a smaller quantity."),
        QT_TRANSLATE_NOOP("DomainError",
                          "The zone does not have enough room. Choose another zone or a smaller "
                          "quantity.")},
    Wording{Rule::Expired,
            u"Expired",
            QT_TRANSLATE_NOOP(
                "DomainError",
                "Lot %1 could be used until %2 and has expired. Choose another lot; expired "
                "goods can be moved, or written off with an adjustment."),
            QT_TRANSLATE_NOOP(
                "DomainError",
                "These goods have expired. Choose another lot; expired goods can be moved, or "
                "written off with an adjustment.")},
    Wording{
        Rule::NotAllocatable,
        u"NotAllocatable",
        QT_TRANSLATE_NOOP(
            "DomainError",
            "This stock of %1 is %2 and can be neither reserved nor shipped. Choose other "
            "stock, or change its status first."),
        QT_TRANSLATE_NOOP("DomainError",
                          "This stock can be neither reserved nor shipped. Choose other stock, or "
                          "change its status first.")},
    Wording{
        Rule::Inactive,
        u"Inactive",
        QT_TRANSLATE_NOOP(
            "DomainError",
            "%1 is no longer in use. Choose another one, or have it put back into use."),
        QT_TRANSLATE_NOOP("DomainError",
                          "This is no longer in use. Choose another one, or have it put back into "
                          "use.")},
    Wording{
        Rule::TooManyDecimals,
        u"TooManyDecimals",
        QT_TRANSLATE_NOOP("DomainError",
                          "%1 is counted in steps of %5. Type the quantity with fewer decimals."),
        QT_TRANSLATE_NOOP(
            "DomainError",
            "The quantity has too many decimals for this product. Type it with fewer.")},
    Wording{Rule::NotANumber,
            u"NotANumber",
            QT_TRANSLATE_NOOP("DomainError", "“%2” is not a quantity. Type a number such as 12."),
            QT_TRANSLATE_NOOP("DomainError", "This is not a quantity. Type a number such as 12.")},
    Wording{
        Rule::QuantityOutOfRange,
        u"QuantityOutOfRange",
        QT_TRANSLATE_NOOP("DomainError",
                          "The quantity must be at least %5 and at most %6. Correct the quantity."),
        ""},
    Wording{
        Rule::UnknownStock,
        u"UnknownStock",
        QT_TRANSLATE_NOOP("DomainError",
                          "There is no stock with the number %1. Look for it in the list again."),
        QT_TRANSLATE_NOOP("DomainError", "This stock is not there. Look for it in the list again.")},
    Wording{Rule::UnknownProduct,
            u"UnknownProduct",
            QT_TRANSLATE_NOOP("DomainError",
                              "There is no product %1. Check the code or scan it again."),
            QT_TRANSLATE_NOOP("DomainError",
                              "There is no such product. Check the code or scan it again.")},
    Wording{
        Rule::UnknownPlace,
        u"UnknownPlace",
        QT_TRANSLATE_NOOP("DomainError", "There is no place %1. Check warehouse, zone and bin."),
        QT_TRANSLATE_NOOP("DomainError", "There is no such place. Check warehouse, zone and bin.")},
    Wording{Rule::UnknownAllocation,
            u"UnknownAllocation",
            QT_TRANSLATE_NOOP(
                "DomainError",
                "There is no allocation %1 of this stock. Look for it in the list again."),
            QT_TRANSLATE_NOOP("DomainError",
                              "There is no such allocation. Look for it in the list again.")},
    Wording{Rule::UnknownOrder,
            u"UnknownOrder",
            QT_TRANSLATE_NOOP("DomainError", "There is no order %1. Check the number."),
            QT_TRANSLATE_NOOP("DomainError", "There is no such order. Check the number.")},
    Wording{Rule::UnknownPerson,
            u"UnknownPerson",
            QT_TRANSLATE_NOOP("DomainError",
                              "%1 is not among the people who may work here. Ask a supervisor."),
            QT_TRANSLATE_NOOP("DomainError",
                              "You are not among the people who may work here. Ask a supervisor.")},
    Wording{
        Rule::SamePlace,
        u"SamePlace",
        QT_TRANSLATE_NOOP("DomainError", "The goods are already there: %1. Choose something else."),
        QT_TRANSLATE_NOOP("DomainError", "The goods are already there. Choose something else.")},
    Wording{Rule::InvalidCode,
            u"InvalidCode",
            QT_TRANSLATE_NOOP(
                "DomainError",
                "“%1” cannot be used: 1 to 50 printable characters without a space at either "
                "end are needed. Correct it."),
            QT_TRANSLATE_NOOP(
                "DomainError",
                "This cannot be used: 1 to 50 printable characters without a space at either "
                "end are needed. Correct it.")},
    Wording{Rule::LotExpiryDiffers,
            u"LotExpiryDiffers",
            QT_TRANSLATE_NOOP(
                "DomainError",
                "Lot %1 is known with another expiry date: %2. Check the label; goods with "
                "another date need another lot."),
            QT_TRANSLATE_NOOP(
                "DomainError",
                "The lot is known with another expiry date, or with none. Check the label; "
                "goods with another date need another lot.")},
    Wording{Rule::OrderLineExceeded,
            u"OrderLineExceeded",
            QT_TRANSLATE_NOOP("DomainError",
                              "Order line %1 would get more than was ordered. Take less."),
            QT_TRANSLATE_NOOP("DomainError",
                              "The order line would get more than was ordered. Take less.")},
    Wording{Rule::OrderClosed,
            u"OrderClosed",
            QT_TRANSLATE_NOOP("DomainError", "Order %1 is not open. Only open orders get goods."),
            QT_TRANSLATE_NOOP("DomainError", "The order is not open. Only open orders get goods.")},
    Wording{Rule::OrderEnded,
            u"OrderEnded",
            QT_TRANSLATE_NOOP("DomainError",
                              "Order %1 is completed or cancelled and stays as it is. Make a new "
                              "order."),
            QT_TRANSLATE_NOOP("DomainError",
                              "The order is completed or cancelled and stays as it is. Make a new "
                              "order.")},
    Wording{Rule::OrderBegins,
            u"OrderBegins",
            QT_TRANSLATE_NOOP("DomainError", "A new order is a draft or open. Choose one of them."),
            ""},
    Wording{Rule::OrderWasSent,
            u"OrderWasSent",
            QT_TRANSLATE_NOOP("DomainError",
                              "Goods of order %1 were sent already, so it cannot be a draft again. "
                              "Leave it open, or cancel it."),
            QT_TRANSLATE_NOOP("DomainError",
                              "Goods of the order were sent already, so it cannot be a draft "
                              "again. Leave it open, or cancel it.")},
    Wording{Rule::OrderNotWhole,
            u"OrderNotWhole",
            QT_TRANSLATE_NOOP("DomainError",
                              "Order %1 is filled whole or not at all, and something stays short. "
                              "Fill every line, or choose another strategy."),
            QT_TRANSLATE_NOOP("DomainError",
                              "The order is filled whole or not at all, and something stays short. "
                              "Fill every line, or choose another strategy.")},
    Wording{Rule::LineNotWhole,
            u"LineNotWhole",
            QT_TRANSLATE_NOOP("DomainError",
                              "Line %1 is filled whole or not at all. Fill it, or choose another "
                              "strategy."),
            QT_TRANSLATE_NOOP(
                "DomainError",
                "The line is filled whole or not at all. Fill it, or choose another strategy.")},
    Wording{
        Rule::OtherWarehouse,
        u"OtherWarehouse",
        QT_TRANSLATE_NOOP("DomainError",
                          "Order %1 takes its goods from one warehouse only. Take them there, or "
                          "choose another strategy."),
        QT_TRANSLATE_NOOP("DomainError",
                          "The order takes its goods from one warehouse only. Take them there, or "
                          "choose another strategy.")},
    Wording{Rule::SeveralLots,
            u"SeveralLots",
            QT_TRANSLATE_NOOP("DomainError",
                              "Line %1 takes its goods from one lot only. Take them of that, or "
                              "choose another strategy."),
            QT_TRANSLATE_NOOP("DomainError",
                              "The line takes its goods from one lot only. Take them of that, or "
                              "choose another strategy.")},
    Wording{Rule::OrderHasClaims,
            u"OrderHasClaims",
            QT_TRANSLATE_NOOP("DomainError",
                              "Goods are set aside for order %1. Ship or release them first."),
            QT_TRANSLATE_NOOP("DomainError",
                              "Goods are set aside for the order. Ship or release them first.")},
    Wording{Rule::ReasonMissing,
            u"ReasonMissing",
            QT_TRANSLATE_NOOP("DomainError", "This needs a reason. Type in a few words why."),
            ""},
    Wording{Rule::CommandIdReused,
            u"CommandIdReused",
            QT_TRANSLATE_NOOP(
                "DomainError",
                "This command number was used for something else. Start again; nothing was "
                "changed."),
            ""},
    Wording{
        Rule::Abandoned,
        u"Abandoned",
        QT_TRANSLATE_NOOP("DomainError",
                          "This was given up before and did not happen. Start again if it is still "
                          "wanted."),
        ""},
    Wording{Rule::HoldExpired,
            u"HoldExpired",
            QT_TRANSLATE_NOOP("DomainError",
                              "The time of this hold is over. Hold or reserve the goods again."),
            ""},
    Wording{Rule::HoldEnded,
            u"HoldEnded",
            QT_TRANSLATE_NOOP("DomainError", "This hold was ended before. Look at the list again."),
            ""},
    Wording{Rule::NotUndoable,
            u"NotUndoable",
            QT_TRANSLATE_NOOP("DomainError", "This cannot be undone. Correct it with a new entry."),
            ""},
    Wording{Rule::TooLateToUndo,
            u"TooLateToUndo",
            QT_TRANSLATE_NOOP("DomainError",
                              "This was done more than ten minutes ago and can no longer be "
                              "undone. Correct it with a new entry."),
            ""},
    Wording{Rule::UndoneAlready,
            u"UndoneAlready",
            QT_TRANSLATE_NOOP("DomainError", "This has been undone already."),
            ""},
    Wording{Rule::StockWentOn,
            u"StockWentOn",
            QT_TRANSLATE_NOOP("DomainError",
                              "The stock has gone on since: of the %3 to be taken back only %4 are "
                              "still there and free. Correct it with a new entry."),
            QT_TRANSLATE_NOOP("DomainError",
                              "The stock has gone on since, so this can no longer be undone. "
                              "Correct it with a new entry.")},
    Wording{Rule::RowTwice,
            u"RowTwice",
            QT_TRANSLATE_NOOP("DomainError",
                              "The same stock would be changed twice. Do one after the other."),
            ""},
    Wording{Rule::NotAllowed,
            u"NotAllowed",
            QT_TRANSLATE_NOOP("DomainError",
                              "Your role does not allow this. Ask somebody who may do it."),
            ""},
    Wording{
        Rule::ShapeRefused,
        u"ShapeRefused",
        QT_TRANSLATE_NOOP("DomainError",
                          "The program asked for something that is not permitted (%1). Nothing was "
                          "changed; please report it."),
        QT_TRANSLATE_NOOP(
            "DomainError",
            "The program asked for something that is not permitted. Nothing was changed; "
            "please report it.")},
    Wording{
        Rule::Exists,
        u"Exists",
        QT_TRANSLATE_NOOP("DomainError",
                          "%1 exists already. Choose another code, or open the one that exists."),
        QT_TRANSLATE_NOOP(
            "DomainError",
            "This exists already. Choose another code, or open the one that exists.")},
    Wording{Rule::Unknown,
            u"Unknown",
            QT_TRANSLATE_NOOP("DomainError", "%1 does not exist. Check the code."),
            QT_TRANSLATE_NOOP("DomainError", "This does not exist. Check the code.")},
    Wording{Rule::FieldMissing,
            u"FieldMissing",
            QT_TRANSLATE_NOOP("DomainError", "This is needed. Fill it in."),
            ""},
    Wording{Rule::InvalidName,
            u"InvalidName",
            QT_TRANSLATE_NOOP("DomainError",
                              "Up to 200 printable characters without a space at either end can "
                              "be used here. Correct it."),
            ""},
    Wording{Rule::InvalidWarehouseCode,
            u"InvalidWarehouseCode",
            QT_TRANSLATE_NOOP("DomainError",
                              "The code of a warehouse has 2 to 50 characters: A to Z, 0 to 9 and "
                              "hyphens. Correct it."),
            ""},
    Wording{Rule::UnknownTimeZone,
            u"UnknownTimeZone",
            QT_TRANSLATE_NOOP("DomainError",
                              "There is no time zone “%1”. One is for instance Asia/Tokyo."),
            QT_TRANSLATE_NOOP("DomainError",
                              "There is no such time zone. One is for instance Asia/Tokyo.")},
    Wording{Rule::NumberOutOfRange,
            u"NumberOutOfRange",
            QT_TRANSLATE_NOOP("DomainError", "A whole number from %3 to %4 is needed here."),
            QT_TRANSLATE_NOOP("DomainError", "This number cannot be used here. Correct it.")},
    Wording{Rule::NotEmpty,
            u"NotEmpty",
            QT_TRANSLATE_NOOP("DomainError",
                              "Goods still lie in %1. Move or ship them first; only an empty place "
                              "can be taken out of use."),
            QT_TRANSLATE_NOOP("DomainError",
                              "Goods still lie there. Move or ship them first; only an empty place "
                              "can be taken out of use.")},
    Wording{Rule::ParentInactive,
            u"ParentInactive",
            QT_TRANSLATE_NOOP("DomainError",
                              "What %1 belongs to is not in use. Put that back into use first."),
            QT_TRANSLATE_NOOP("DomainError",
                              "What it belongs to is not in use. Put that back into use first.")},
    Wording{Rule::DecimalsFixed,
            u"DecimalsFixed",
            QT_TRANSLATE_NOOP("DomainError",
                              "How finely %1 is counted is fixed, because it has stock or orders. "
                              "Goods that are counted otherwise are another product."),
            QT_TRANSLATE_NOOP("DomainError",
                              "How finely it is counted is fixed, because it has stock or orders. "
                              "Goods that are counted otherwise are another product.")},
    Wording{Rule::ConditionFixed,
            u"ConditionFixed",
            QT_TRANSLATE_NOOP("DomainError",
                              "The storage condition of %1 is fixed, because goods were kept with "
                              "it. Another condition needs a new one."),
            QT_TRANSLATE_NOOP("DomainError",
                              "The storage condition is fixed, because goods were kept with it. "
                              "Another condition needs a new one.")},
    Wording{Rule::LastAdmin,
            u"LastAdmin",
            QT_TRANSLATE_NOOP("DomainError",
                              "%1 is the last administrator. Make somebody else an administrator "
                              "first."),
            QT_TRANSLATE_NOOP("DomainError",
                              "This is the last administrator. Make somebody else an administrator "
                              "first.")},
    Wording{Rule::OwnRole,
            u"OwnRole",
            QT_TRANSLATE_NOOP("DomainError",
                              "Nobody changes their own role or takes themselves out of use. Ask "
                              "another administrator."),
            ""},
    Wording{Rule::Constraint,
            u"Constraint",
            QT_TRANSLATE_NOOP("DomainError", "The database refused this: %2. Nothing was changed."),
            QT_TRANSLATE_NOOP("DomainError", "The database refused this. Nothing was changed.")},
    Wording{Rule::DiskFull,
            u"DiskFull",
            QT_TRANSLATE_NOOP("DomainError",
                              "The disk under the database is full. Nothing was changed. Make room "
                              "on it, then try again."),
            ""},
    Wording{
        Rule::ReadOnly,
        u"ReadOnly",
        QT_TRANSLATE_NOOP("DomainError",
                          "This data can only be looked at, because it belongs to a newer or older "
                          "program. Use the matching program to change it."),
        ""},
    Wording{Rule::Damaged,
            u"Damaged",
            QT_TRANSLATE_NOOP(
                "DomainError",
                "The data is damaged: %2. Nothing was changed. Make a copy of it as it is, then "
                "restore the last backup."),
            QT_TRANSLATE_NOOP(
                "DomainError",
                "The data is damaged. Nothing was changed. Make a copy of it as it is, then "
                "restore the last backup.")},
};
static_assert(allWordings.size() == size_t(Rule::Damaged) + 1, "every rule has its words");

} // namespace

std::span<const Wording> wordings()
{
    return allWordings;
}

const Wording &wordingOf(Rule rule)
{
    for (const Wording &wording : allWordings) {
        if (wording.rule == rule)
            return wording;
    }
    Q_UNREACHABLE();
}

} // namespace tanaban
