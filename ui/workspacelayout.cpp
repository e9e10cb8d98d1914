#include "ui/allocation/allocationdialogs.h"
#include "ui/export/exportdialog.h"
#include "ui/print/movementdialog.h"
#include "ui/print/tableprintdialog.h"
#include "ui/sidebar.h"
#include "ui/stock/stockplace.h"
#include "ui/workspace.h"

#include <QStackedWidget>

// Where a person left their windows, and what was typed there.
namespace tanaban::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1String layoutKey("layout");
constexpr QLatin1String placeKey("place");

QString stateKey(const QString &place)
{
    return u"places/"_s + place;
}

} // namespace

QString keyOfWindow(int number)
{
    return u"windows/"_s + QString::number(number);
}

QJsonObject Workspace::stateOf(const QString &place) const
{
    return place == m_start.place ? m_start.state : own(stateKey(place)).toJsonObject();
}

/// The place as it stands now, for another window.
WindowStart Workspace::here() const
{
    return {0, {}, m_current->id(), m_current->state()};
}

/// What this window kept; a new one begins like the first.
QVariant Workspace::own(const QString &key) const
{
    return m_own.value(key, m_settings.part(keyOfWindow(0)).value(key));
}

void Workspace::restore()
{
    const QJsonObject layout = own(layoutKey).toJsonObject();
    const bool all = m_start.only.isEmpty();
    m_actions.showPlaces->setChecked(all && layout.value("sideBar"_L1).toBool(true));
    m_actions.showDetails->setChecked(layout.value("details"_L1).toBool(true));
    restoreState(QByteArray::fromBase64(layout.value("panels"_L1).toString().toLatin1()));
    m_sideBar->setVisible(m_actions.showPlaces->isChecked());
    const QString place = m_start.place.isEmpty() ? own(placeKey).toString() : m_start.place;
    go({all ? place : m_start.only, {}});
    if (!m_current)
        go({firstPlace, {}});
}

/// Often rather than at the end only: a window that was killed opens where it was, too.
void Workspace::keep()
{
    m_own.setValue(layoutKey,
                   QJsonObject{{u"sideBar"_s, m_actions.showPlaces->isChecked()},
                               {u"details"_s, m_actions.showDetails->isChecked()},
                               {u"panels"_s, QString::fromLatin1(saveState().toBase64())}});
    m_own.setValue(placeKey, m_current->id());
    for (const auto &[id, room] : m_rooms) {
        if (room.restored)
            m_own.setValue(stateKey(id), room.place->state());
    }
    Q_EMIT kept();
}

/// What is typed and not sent, for a window that is killed. Written only when it is another.
void Workspace::keepDrafts()
{
    m_session.drafts().keep(m_start.number, drafts());
}

bool Workspace::busy() const
{
    return m_controller->busy() || m_allocation->busy()
           || std::ranges::any_of(m_rooms,
                                  [](const auto &made) { return made.second.place->busy(); });
}

QJsonArray Workspace::drafts() const
{
    QJsonArray all = m_controller->drafts();
    for (const auto &[id, room] : m_rooms) {
        if (const QJsonObject draft = room.place->draft(); !draft.isEmpty())
            all.append(draft);
    }
    for (const QJsonValue &draft : m_allocation->drafts())
        all.append(draft);
    return all;
}

/// The place where records of this kind are kept, in front; nullptr where this window does not show
/// it.
Place *Workspace::placeOf(Entity entity)
{
    const auto keeper = std::ranges::find_if(m_list, [entity](const PlaceEntry &entry) {
        return std::ranges::find(entry.records, entity) != entry.records.end();
    });
    if (keeper == m_list.end() || (!m_start.only.isEmpty() && m_start.only != keeper->id))
        return nullptr;
    go({keeper->id, {}});
    return m_current;
}

void Workspace::reopen(const RecordCommand &command)
{
    if (Place *place = placeOf(command.entity))
        place->reopen(command);
}

void Workspace::reopenDraft(const QJsonObject &draft)
{
    if (m_allocation->reopen(draft))
        return;
    const auto command = recordCommandFromJson(draft.value(u"record"_s).toObject());
    const auto entity = draft.contains(u"picks"_s) ? std::optional(Entity::Order)
                        : command                  ? std::optional(command->entity)
                                                   : std::nullopt;
    if (Place *place = entity ? placeOf(*entity) : nullptr)
        place->reopen(draft);
}

void Workspace::exportTable()
{
    auto table = m_current->table();
    if (!table)
        return;
    auto *dialog = new ExportDialog(m_session, std::move(*table), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_current, &Place::tableChanged, dialog, &ExportDialog::countAgain);
    connect(dialog, &ExportDialog::exported, this, &Workspace::message);
    dialog->open();
}

void Workspace::printTable()
{
    auto table = m_current->table();
    if (!table)
        return;
    auto *dialog = new TablePrintDialog(m_session, std::move(*table), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &TablePrintDialog::printed, this, &Workspace::message);
    dialog->open();
}

/// Of the zone that is looked at, where one is.
void Workspace::reportMovements()
{
    const bool atStock = m_current->id() == firstPlace;
    auto *dialog = new MovementDialog(m_session,
                                      atStock ? stockPlace().warehouse() : QString(),
                                      atStock ? stockPlace().zone() : std::nullopt,
                                      this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &MovementDialog::printed, this, &Workspace::message);
    dialog->open();
}

} // namespace tanaban::ui
