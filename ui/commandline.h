#pragma once

#include "model/databaseurl.h"
#include "ui/look/theme.h"

#include <QStringList>

#include <variant>

namespace tanaban::ui {

/// What the window was asked for when it was started.
struct StartOptions
{
    DatabaseUrl database;
    QString actor;
    QString language; ///< "ja" or "en"
    ThemeChoice theme = ThemeChoice::System;
    QString shots; ///< folder for pictures of every view; empty: none
    std::vector<ThemeChoice> looks{ThemeChoice::Light, ThemeChoice::Dark}; ///< of the pictures
    bool bench = false;                                                    ///< measure, print, end
    QString benchWriter; ///< program that writes while frames are measured; empty: none
};

/// Text for the terminal instead of a window, with the exit status.
struct SaidInstead
{
    QString text;
    int exitStatus = 0;
};

/// Options, with the person's settings where the command line says nothing.
std::variant<StartOptions, SaidInstead> readCommandLine(const QStringList &arguments);
/// For starting once more: without the language and the look, which may have been chosen since.
QStringList argumentsAgain(const QStringList &arguments);

} // namespace tanaban::ui
