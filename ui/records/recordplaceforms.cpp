#include "ui/print/labeldialog.h"
#include "ui/records/recordforms.h"
#include "ui/records/recordlist.h"
#include "ui/records/recordplace.h"
#include "ui/session.h"

// What is done with the records of a place: in forms, and by one press.

namespace tanaban::ui {

using namespace Qt::StringLiterals;

void RecordPlace::connectForms()
{
    connect(m_forms, &RecordForms::message, this, &Place::message);
    connect(m_forms, &RecordForms::draftChanged, this, &Place::draftChanged);
    connect(m_forms, &RecordForms::changed, this, [this](Entity entity, const QJsonObject &key) {
        if (!key.isEmpty())
            m_levels[levelOf(entity)].list->select(idOf(entity, key));
        refresh();
    });
    connect(m_forms, &RecordForms::reopening, this, &RecordPlace::showBeside);
}

void RecordPlace::openForm(size_t level, bool isNew)
{
    const Level &what = m_levels[level];
    Record seen;
    if (isNew)
        seen.key = what.list->records().filter().within;
    else if (const RecordRow *row = what.list->currentRow())
        seen = row->record;
    m_forms->open(what.entity, seen);
}

void RecordPlace::reopen(const RecordCommand &command)
{
    m_forms->reopen(command);
}

void RecordPlace::reopen(const QJsonObject &draft)
{
    m_forms->reopen(draft);
}

QJsonObject RecordPlace::draft() const
{
    return m_forms->draft();
}

bool RecordPlace::busy() const
{
    return m_forms->busy();
}

/// Selects a record, and what it belongs to; a new one is not there to be found.
void RecordPlace::showBeside(Entity entity, const QJsonObject &record)
{
    const auto &names = keyFieldsOf(entity);
    const size_t level = levelOf(entity);
    for (size_t at = 0; at < level; ++at) {
        QJsonObject key;
        for (const RecordField &field : keyFieldsOf(m_levels[at].entity))
            key.insert(field.name, record.value(names[size_t(key.size())].name));
        m_levels[at].list->select(idOf(m_levels[at].entity, key));
    }
    m_levels[level].list->select(idOf(entity, record));
}

size_t RecordPlace::levelOf(Entity entity) const
{
    const auto found = std::ranges::find(m_levels, entity, &Level::entity);
    return size_t(found - m_levels.begin());
}

void RecordPlace::selectAll()
{
    m_levels[m_current].list->selectAll();
}

void RecordPlace::openLabels(size_t level)
{
    RecordList &list = *m_levels[level].list;
    LabelRequest request{m_levels[level].entity,
                         list.selectedIds(),
                         list.records().filter(),
                         list.records().rowCount()};
    if (request.selected.empty())
        request.selected = {list.currentId()};
    auto *dialog = new LabelDialog(m_services.session, std::move(request), window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &LabelDialog::printed, this, &Place::message);
    dialog->open();
}

/// One press; the same action takes it back.
void RecordPlace::toggleUse(size_t level)
{
    if (const RecordRow *row = m_levels[level].list->currentRow()) {
        const bool active = row->record.fields.value(u"active"_s).toBool();
        m_forms->send(m_levels[level].entity, row->record, {{u"active"_s, !active}});
    }
}

} // namespace tanaban::ui
