#include "storage/openfailure.h"

namespace tanaban::storage {

using namespace Qt::StringLiterals;

namespace {

/// SQLITE_IOERR and its kin; states of a server have five characters and are others.
bool isSqliteInputOutput(const SqlFault &fault)
{
    return fault.code.size() < 5 && (fault.code.toInt() & 0xff) == 10;
}

} // namespace

OpenFailure openFailure(const SqlFault &fault)
{
    static const QString cannotOpen = u"14"_s; // SQLite could not make its files beside the file
    if (fault.code == cannotOpen)
        return {OpenFailure::Kind::ReadOnly, fault.text};
    switch (fault.kind) {
    case Fault::Busy:
    case Fault::Again:
        return {OpenFailure::Kind::Busy, fault.text};
    case Fault::Damaged:
        return {OpenFailure::Kind::Damaged, fault.text};
    case Fault::NotAllowed:
        return {OpenFailure::Kind::Refused, fault.text};
    case Fault::ReadOnly:
        return {OpenFailure::Kind::ReadOnly, fault.text};
    case Fault::Full:
        return {OpenFailure::Kind::DiskFails, fault.text};
    case Fault::Lost:
        break;
    default:
        return {OpenFailure::Kind::NotOurs, fault.text};
    }
    if (isSqliteInputOutput(fault))
        return {OpenFailure::Kind::DiskFails, fault.text};
    // libpq tells only by its words, which are English in our sessions' messages of the server.
    if (fault.text.contains(u"database \""_s) && fault.text.contains(u"does not exist"_s))
        return {OpenFailure::Kind::Missing, fault.text};
    if (fault.text.contains(u"authentication failed"_s) || fault.text.contains(u"no password"_s)
        || fault.text.contains(u"permission denied"_s) || fault.text.contains(u"pg_hba.conf"_s)
        || fault.text.contains(u"does not exist"_s))
        return {OpenFailure::Kind::Refused, fault.text};
    return {OpenFailure::Kind::Unreachable, fault.text};
}

} // namespace tanaban::storage
