#include "storage/sqlfault.h"

#include <array>
#include <sqlite3.h>
#include <utility>

namespace tanaban::storage {

using namespace Qt::StringLiterals;

Fault faultOfSqlState(const QString &state)
{
    static const std::array<std::pair<const char16_t *, Fault>, 22> table{{
        {u"23505", Fault::Unique},    {u"23503", Fault::ForeignKey}, {u"23514", Fault::Check},
        {u"23502", Fault::NotNull},   {u"55P03", Fault::Busy},       {u"40001", Fault::Again},
        {u"40P01", Fault::Again},     {u"57P01", Fault::Lost},       {u"57P02", Fault::Lost},
        {u"57P03", Fault::Lost},      {u"57014", Fault::Busy},       {u"25006", Fault::ReadOnly},
        {u"53100", Fault::Full},      {u"42501", Fault::NotAllowed}, {u"TB001", Fault::Conflict},
        {u"TB002", Fault::Overtaken}, {u"TB003", Fault::IdReused},   {u"TB004", Fault::Rule},
        {u"TB005", Fault::Shape},     {u"TB006", Fault::Abandoned},  {u"XX001", Fault::Damaged},
        {u"XX002", Fault::Damaged},
    }};
    for (const auto &[code, fault] : table) {
        if (state == QStringView(code))
            return fault;
    }
    return state.startsWith(u"08"_s) ? Fault::Lost : Fault::Other;
}

Fault faultOfSqliteCode(int extendedCode)
{
    switch (extendedCode) {
    case 2067: // UNIQUE
    case 1555: // PRIMARY KEY
        return Fault::Unique;
    case 787:
        return Fault::ForeignKey;
    case 275:
        return Fault::Check;
    case 1299:
        return Fault::NotNull;
    default:
        break;
    }
    switch (extendedCode & 0xff) {
    case 5: // SQLITE_BUSY and its kin
    case 6:
        return Fault::Busy;
    case 8:
        return Fault::ReadOnly;
    case 11: // SQLITE_CORRUPT
    case 26: // SQLITE_NOTADB
        return Fault::Damaged;
    case 13:
        return Fault::Full;
    case 10: // SQLITE_IOERR
    case 14:
        return Fault::Lost;
    default:
        return Fault::Other;
    }
}

SqlFault faultOf(const QSqlError &error, bool postgres, bool connectionOpen)
{
    SqlFault fault;
    fault.code = error.nativeErrorCode();
    fault.text = error.databaseText().isEmpty() ? error.driverText() : error.databaseText();
    if (!connectionOpen)
        fault.kind = Fault::Lost;
    else if (postgres)
        fault.kind = faultOfSqlState(fault.code);
    else
        fault.kind = faultOfSqliteCode(fault.code.toInt());
    return fault;
}

SqlFault faultOf(sqlite3 *connection)
{
    const int code = sqlite3_extended_errcode(connection);
    return {faultOfSqliteCode(code),
            QString::number(code),
            QString::fromUtf8(sqlite3_errmsg(connection)),
            {}};
}

} // namespace tanaban::storage
