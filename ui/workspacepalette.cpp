#include "ui/actiontext.h"
#include "ui/look/icons.h"
#include "ui/palette/palette.h"
#include "ui/workspace.h"

#include <QMenu>

namespace tanaban::ui {

using namespace Qt::StringLiterals;

namespace {

void append(std::vector<PaletteEntry> &entries, std::vector<PaletteEntry> more)
{
    entries.insert(
        entries.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

} // namespace

std::vector<PaletteEntry> Workspace::paletteEntries() const
{
    std::vector<PaletteEntry> entries;
    for (const PlaceEntry &each : m_list) {
        PaletteEntry entry;
        entry.kind = PaletteEntry::Kind::Place;
        entry.title = plainText(each.title);
        entry.detail = each.tip;
        entry.aliases = each.id;
        entry.icon = icon(each.symbol);
        entry.keys = each.shortcut.toString(QKeySequence::NativeText);
        entry.target = {each.id, {}};
        entries.push_back(std::move(entry));
    }
    QList<QAction *> menus = m_actions.menus();
    menus.move(0, menus.size() - 1); // nobody opens the palette for Quit
    for (const QAction *menu : menus)
        append(entries, entriesOf(menu->menu()->actions()));
    std::erase_if(entries, [this](const PaletteEntry &entry) {
        return entry.action == m_actions.palette
               || (entry.action && m_actions.places().contains(entry.action.data()));
    });
    for (const auto &[id, room] : m_rooms) {
        if (room.place != m_current) // whose actions are in the menus
            append(entries, entriesOfPlace(room));
    }
    QString warehouse;
    for (const ZoneSummary &each : m_zones) {
        const QString &code = each.zone.warehouse;
        PaletteEntry entry;
        entry.kind = PaletteEntry::Kind::Warehouse;
        entry.title = code;
        entry.detail = each.warehouseName;
        entry.target = {firstPlace, {{u"warehouse"_s, code}}};
        if (std::exchange(warehouse, code) != code)
            entries.push_back(entry);
        entry.kind = PaletteEntry::Kind::Zone;
        entry.title = code + u" / " + QString::number(each.zone.number) + u' ' + each.zone.name;
        entry.target.what.insert(u"zone"_s, each.zone.number);
        entries.push_back(std::move(entry));
    }
    return entries;
}

/// The actions of a place the window is not at: choosing one goes there first.
std::vector<PaletteEntry> Workspace::entriesOfPlace(const Room &room) const
{
    const auto listed = std::ranges::find(m_list, room.place->id(), &PlaceEntry::id);
    std::vector<PaletteEntry> entries = entriesOf(room.place->placeActions(),
                                                  plainText(listed->title));
    for (PaletteEntry &entry : entries)
        entry.target.place = room.place->id();
    return entries;
}

void Workspace::openPalette()
{
    m_palette = new Palette(m_session, paletteEntries(), window());
    m_palette->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_palette, &Palette::chosen, this, [this](const PaletteEntry &entry) {
        if (!entry.target.place.isEmpty())
            go(entry.target);
        if (entry.action)
            entry.action->trigger();
        else
            m_current->takeFocus();
    });
    m_palette->show();
    QTimer::singleShot(0, this, &Workspace::makeNextPlace);
}

/// Places nobody has been to yet have actions too: they are made one by one, so that no key waits.
void Workspace::makeNextPlace()
{
    const auto unknown = std::ranges::find_if(
        m_list, [this](const PlaceEntry &entry) { return !m_rooms.contains(entry.id); });
    if (unknown == m_list.end() || !m_palette)
        return;
    m_palette->add(entriesOfPlace(*made(unknown->id)));
    QTimer::singleShot(0, this, &Workspace::makeNextPlace);
}

} // namespace tanaban::ui
