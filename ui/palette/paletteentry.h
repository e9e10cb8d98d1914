#pragma once

#include "ui/place.h"

#include <QAction>
#include <QIcon>
#include <QPointer>

#include <optional>

namespace tanaban::ui {

/// One line of the palette: where it leads, what it does, or both in this order.
struct PaletteEntry
{
    /// Of two that fit equally well, the earlier kind stands first.
    enum class Kind {
        Place,
        Action,
        Warehouse,
        Zone,
        Product,
        Bin,
        Lot,
        Partner,
        Order
    };

    Kind kind = Kind::Action;
    QString title;
    QString detail;
    QString aliases; ///< further words it is found by
    QIcon icon;
    QString keys;      ///< its shortcut, as people read it
    QString hindrance; ///< why it cannot be done now; empty: it can
    Target target;     ///< no place: stay here
    QPointer<QAction> action;
};

/// What kind of thing it is, in a word; empty where the line says it already.
QString wordFor(PaletteEntry::Kind kind);

/// How well an entry fits what is typed, smaller is better; nothing when a word fits nowhere. The
/// beginning of the title comes before the beginning of a word, and that before any other part.
std::optional<int> rankOf(const PaletteEntry &entry, const QString &typed);

/// Those that fit, best first, at most `most`. `found` were found by the database, which also looks
/// at what is not shown, such as barcodes: they stay even when the text is not seen in them.
std::vector<PaletteEntry> fitting(const std::vector<PaletteEntry> &entries,
                                  const std::vector<PaletteEntry> &found,
                                  const QString &typed,
                                  std::size_t most);

/// Every action of a menu and its submenus that can be seen, with the words of its submenu before
/// its own.
std::vector<PaletteEntry> entriesOf(const QList<QAction *> &actions, const QString &before = {});

} // namespace tanaban::ui
