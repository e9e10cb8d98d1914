#include "ui/forms/actioncontroller.h"
#include "ui/forms/formtext.h"
#include "ui/print/labeldialog.h"
#include "ui/records/recordform.h"
#include "ui/records/recordlist.h"
#include "ui/records/recordplace.h"
#include "ui/records/recordtext.h"
#include "ui/session.h"

#include <QAction>

// What is done with the records of a place: in forms, and by one press.

namespace tanaban::ui {

using namespace Qt::StringLiterals;

void RecordPlace::openForm(size_t level, bool isNew)
{
    const Level &what = m_levels[level];
    Record seen;
    if (isNew)
        seen.key = what.list->records().filter().within;
    else if (const RecordRow *row = what.list->currentRow())
        seen = row->record;
    openForm(what.entity, seen);
}

void RecordPlace::openForm(Entity entity, const Record &seen)
{
    if (m_form) {
        m_form->raise();
        m_form->activateWindow();
        return;
    }
    m_form = new RecordForm(
        m_services.controller.services(), m_services.session.records(), entity, seen, window());
    connect(m_form,
            &RecordForm::committed,
            this,
            [this, entity](const QString &text, const QJsonObject &key) {
                Q_EMIT message(text);
                for (Level &level : m_levels) {
                    if (level.entity == entity)
                        level.list->select(idOf(entity, key));
                }
                refresh();
            });
    connect(m_form, &RecordForm::left, this, &Place::message);
    connect(m_form, &RecordForm::draftChanged, this, &Place::draftChanged);
    connect(
        m_form,
        &QObject::destroyed,
        this,
        [this] {
            Q_EMIT draftChanged();
            reopenNext();
        },
        Qt::QueuedConnection);
    m_form->open();
}

void RecordPlace::reopen(const RecordCommand &command)
{
    m_left.push_back({command, {}});
    reopenNext();
}

void RecordPlace::reopen(const QJsonObject &draft)
{
    if (const auto command = recordCommandFromJson(draft.value(u"record"_s).toObject()))
        m_left.push_back({*command, draft.value(u"fields"_s).toObject()});
    reopenNext();
}

QJsonObject RecordPlace::draft() const
{
    return m_form ? m_form->draft() : QJsonObject();
}

bool RecordPlace::busy() const
{
    return m_form && m_form->busy();
}

void RecordPlace::reopenNext()
{
    if (m_left.empty() || m_form)
        return;
    const auto [command, fields] = m_left.front();
    m_left.erase(m_left.begin());
    const auto &names = keyFieldsOf(command.entity);
    const size_t level = levelOf(command.entity);
    // What it belongs to is shown beside the form, and is fixed in it.
    Record seen = command.before;
    QJsonObject within;
    for (size_t at = 0; at < level; ++at) {
        QJsonObject key;
        for (const RecordField &field : keyFieldsOf(m_levels[at].entity)) {
            const QString &name = names[size_t(key.size())].name;
            key.insert(field.name, command.before.key.value(name));
            within.insert(name, command.before.key.value(name));
        }
        m_levels[at].list->select(idOf(m_levels[at].entity, key));
    }
    if (fields.isEmpty() && command.fields.contains(u"active"_s) && seen.version > 0)
    { // one press, not a form
        Q_EMIT message(
            tr("The program ended before %1 was taken out of use or into it again; it is "
               "as it was.")
                .arg(tanaban::nameOf(command.entity, seen.key)));
        reopenNext();
        return;
    }
    QJsonObject typed = command.fields;
    if (seen.version > 0) {
        m_levels[level].list->select(idOf(command.entity, seen.key));
    } else {
        for (const RecordField &field : names)
            typed.insert(field.name, seen.key.value(field.name));
        seen.key = within;
    }
    openForm(command.entity, seen);
    m_form->reopen(typed,
                   fields.isEmpty()
                       ? tr("The program ended before this was done. It did not happen; look at it "
                            "and save it again if it is still wanted.")
                       : tr("This was being typed when the program ended. It was not saved."));
    m_form->retype(fields);
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
    const RecordRow *row = m_levels[level].list->currentRow();
    if (!row)
        return;
    RecordCommand command;
    command.id = newCommandId();
    command.entity = m_levels[level].entity;
    command.before = row->record;
    command.fields = {{u"active"_s, !row->record.fields.value(u"active"_s).toBool()}};
    auto *submission = new Submission(m_services.controller.services(), this);
    connect(submission, &Submission::finished, this, [this, submission](const CommandResult &result) {
        const RecordCommand sent = submission->recordCommand();
        submission->deleteLater();
        if (std::holds_alternative<Committed>(result.outcome))
            Q_EMIT message(RecordText::doneText(sent, result));
        else if (const auto *rejected = std::get_if<tanaban::Rejected>(&result.outcome))
            Q_EMIT message(messageOf(rejected->error));
        else if (const auto *busy = std::get_if<Busy>(&result.outcome))
            Q_EMIT message(busyText(*busy));
        else
            Q_EMIT message(tr("Somebody else changed this just now. Look at it and try again."));
        refresh();
    });
    submission->submit(command, m_services.session.records());
}

} // namespace tanaban::ui
