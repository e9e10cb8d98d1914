#include "model/database.h"

#include <QCoreApplication>

namespace tanaban {

namespace {

// NOLINTNEXTLINE(readability-function-size): a list
const char *sentenceOf(OpenFailure::Kind kind)
{
    switch (kind) {
    case OpenFailure::Kind::Missing:
        return QT_TRANSLATE_NOOP(
            "OpenFailure",
            "There is no database at this place. Nothing was changed. Check the "
            "name, or make a new one.");
    case OpenFailure::Kind::NotOurs:
        return QT_TRANSLATE_NOOP("OpenFailure",
                                 "This belongs to another program. Nothing was changed. Choose "
                                 "another file or database.");
    case OpenFailure::Kind::Damaged:
        return QT_TRANSLATE_NOOP(
            "OpenFailure",
            "The data is damaged. Nothing was changed. Make a copy of it as it "
            "is, then restore the last backup.");
    case OpenFailure::Kind::Altered:
        return QT_TRANSLATE_NOOP(
            "OpenFailure",
            "Another program has added something to the tables of this file, or taken something "
            "away, and could change the data without you. Nothing was changed. Restore the last "
            "backup, or have whoever did it take it back; the details name it.");
    case OpenFailure::Kind::Newer:
        return QT_TRANSLATE_NOOP("OpenFailure",
                                 "The data belongs to a newer program. Nothing was changed. "
                                 "Install the newer program on "
                                 "this computer, and open the data with that.");
    case OpenFailure::Kind::NeedsUpgrade:
        return QT_TRANSLATE_NOOP(
            "OpenFailure",
            "The data on the server belongs to an older program. Nothing was changed. Have "
            "whoever looks after the server run “tanabanctl server upgrade”.");
    case OpenFailure::Kind::NetworkFile:
        return QT_TRANSLATE_NOOP(
            "OpenFailure",
            "The file is on a network drive, where several computers can damage "
            "it. Nothing was changed. Use a file on this computer, or PostgreSQL "
            "to share the data.");
    case OpenFailure::Kind::Link:
        return QT_TRANSLATE_NOOP(
            "OpenFailure",
            "This is only a link to a file that lies elsewhere. Nothing was changed. Open the file "
            "itself, so that all who work with it wait for each other.");
    case OpenFailure::Kind::DiskFails:
        return QT_TRANSLATE_NOOP(
            "OpenFailure",
            "The disk of the file is full or does not work as it should. Nothing was changed. Make "
            "room on the disk, or have it checked, then open it again.");
    case OpenFailure::Kind::Unreachable:
        return QT_TRANSLATE_NOOP(
            "OpenFailure",
            "The server does not answer. Nothing was changed. Check the network "
            "and the server's name, then try again.");
    case OpenFailure::Kind::Refused:
        return QT_TRANSLATE_NOOP("OpenFailure",
                                 "The database did not let you in. Nothing was changed. Check the "
                                 "login, the password and your rights.");
    case OpenFailure::Kind::PasswordNeeded:
        return QT_TRANSLATE_NOOP("OpenFailure",
                                 "The server wants a password, and none or a wrong one was given. "
                                 "Nothing was changed. Type the password of your login.");
    case OpenFailure::Kind::NoSuchPerson:
        return QT_TRANSLATE_NOOP("OpenFailure",
                                 "You are not among the people who may work here. Nothing was "
                                 "changed. Choose another person, or ask a supervisor.");
    case OpenFailure::Kind::OtherLogin:
        return QT_TRANSLATE_NOOP("OpenFailure",
                                 "On a server you are who you logged in as. Nothing was changed. "
                                 "Leave out the person, or log in as the one you named.");
    case OpenFailure::Kind::Busy:
        return QT_TRANSLATE_NOOP(
            "OpenFailure",
            "Others are working on it right now. Nothing was changed. Try again "
            "in a moment.");
    case OpenFailure::Kind::ReadOnly:
        return QT_TRANSLATE_NOOP("OpenFailure",
                                 "The data can only be read here. Nothing was changed. Check the "
                                 "rights of the file and its folder.");
    case OpenFailure::Kind::Exists:
        return QT_TRANSLATE_NOOP("OpenFailure",
                                 "There is something at this place already. Nothing was changed. "
                                 "Choose another name, or open what is there.");
    case OpenFailure::Kind::UpgradeReadOnly:
        return QT_TRANSLATE_NOOP(
            "OpenFailure",
            "The data belongs to an older program and must be brought up to date, but it can only "
            "be read here. Nothing was changed. Check the rights of the file and its folder.");
    case OpenFailure::Kind::UpgradeNoRoom:
        return QT_TRANSLATE_NOOP(
            "OpenFailure",
            "The data belongs to an older program and must be brought up to date, but there is no "
            "room for a copy of it. Nothing was changed. Make room on the disk, then open it "
            "again.");
    case OpenFailure::Kind::UpgradeFailed:
        return QT_TRANSLATE_NOOP(
            "OpenFailure",
            "The data belongs to an older program and could not be brought up to date. Nothing was "
            "changed. Keep working with the older program, and report what the details say.");
    }
    Q_UNREACHABLE();
}

} // namespace

QString messageOf(const OpenFailure &failure)
{
    return QCoreApplication::translate("OpenFailure", sentenceOf(failure.kind));
}

} // namespace tanaban
