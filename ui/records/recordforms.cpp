#include "ui/records/recordforms.h"

#include "model/recordfields.h"
#include "ui/forms/actioncontroller.h"
#include "ui/forms/formtext.h"
#include "ui/forms/undoer.h"
#include "ui/records/recordform.h"
#include "ui/records/recordtext.h"
#include "ui/session.h"

namespace tanaban::ui {

using namespace Qt::StringLiterals;

namespace {

/// Such a change was one press, which nobody types again.
QString undoneText(const RecordCommand &command)
{
    const QString name = tanaban::nameOf(command.entity, command.before.key);
    if (command.before.version == 0)
        return {};
    if (command.fields.contains(u"active"_s)) {
        return RecordForms::tr("The program ended before %1 was taken out of use or into it again; "
                               "it is as it was.")
            .arg(name);
    }
    if (RecordText::cancelsOrder(command))
        return RecordForms::tr("The program ended before order %1 was cancelled; it is as it was.")
            .arg(name);
    return {};
}

} // namespace

RecordForms::RecordForms(const PlaceServices &services, QWidget *place)
    : QObject(place)
    , m_services(services)
    , m_place(place)
{}

RecordForms::~RecordForms()
{
    delete m_form; // it works with what is the session's
}

RecordForm *RecordForms::form() const
{
    return m_form;
}

void RecordForms::open(Entity entity, const Record &seen)
{
    if (m_form) {
        m_form->raise();
        m_form->activateWindow();
        return;
    }
    m_form = new RecordForm(m_services.controller.services(),
                            m_services.session.records(),
                            entity,
                            seen,
                            m_place->window());
    connect(m_form,
            &RecordForm::committed,
            this,
            [this, entity](const QString &text, const QJsonObject &key) {
                m_services.controller.undoer().passOver();
                Q_EMIT message(text);
                Q_EMIT changed(entity, key);
            });
    connect(m_form, &RecordForm::left, this, &RecordForms::message);
    connect(m_form, &RecordForm::draftChanged, this, &RecordForms::draftChanged);
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

void RecordForms::reopen(const RecordCommand &command)
{
    m_left.push_back({command, {}});
    reopenNext();
}

void RecordForms::reopen(const QJsonObject &draft)
{
    if (const auto command = recordCommandFromJson(draft.value(u"record"_s).toObject()))
        m_left.push_back({*command, draft.value(u"fields"_s).toObject()});
    reopenNext();
}

QJsonObject RecordForms::draft() const
{
    return m_form ? m_form->draft() : QJsonObject();
}

bool RecordForms::busy() const
{
    return m_form && m_form->busy();
}

void RecordForms::reopenNext()
{
    if (m_left.empty() || m_form)
        return;
    const auto [command, fields] = m_left.front();
    m_left.erase(m_left.begin());
    const QString undone = fields.isEmpty() ? undoneText(command) : QString();
    if (!undone.isEmpty()) {
        Q_EMIT message(undone);
        reopenNext();
        return;
    }
    Q_EMIT reopening(command.entity, command.before.key);
    Record seen = command.before;
    QJsonObject typed = command.fields;
    if (seen.version == 0) {
        // What it belongs to is fixed; its own code may be typed again.
        const QString &own = keyFieldsOf(command.entity).back().name;
        for (const RecordField &field : keyFieldsOf(command.entity))
            typed.insert(field.name, seen.key.value(field.name));
        seen.key.remove(own);
    }
    open(command.entity, seen);
    m_form->reopen(typed,
                   fields.isEmpty()
                       ? tr("The program ended before this was done. It did not happen; look at it "
                            "and save it again if it is still wanted.")
                       : tr("This was being typed when the program ended. It was not saved."));
    m_form->retype(fields);
}

void RecordForms::send(Entity entity, const Record &seen, const QJsonObject &fields)
{
    RecordCommand command;
    command.id = newCommandId();
    command.entity = entity;
    command.before = seen;
    command.fields = fields;
    auto *submission = new Submission(m_services.controller.services(), this);
    connect(submission, &Submission::finished, this, [this, submission](const CommandResult &result) {
        const RecordCommand sent = submission->recordCommand();
        submission->deleteLater();
        if (std::holds_alternative<Committed>(result.outcome)) {
            m_services.controller.undoer().passOver();
            Q_EMIT message(RecordText::doneText(sent, result));
        } else if (const auto *rejected = std::get_if<tanaban::Rejected>(&result.outcome))
            Q_EMIT message(messageOf(rejected->error));
        else if (const auto *busy = std::get_if<Busy>(&result.outcome))
            Q_EMIT message(busyText(*busy));
        else
            Q_EMIT message(tr("Somebody else changed this just now. Look at it and try again."));
        Q_EMIT changed(sent.entity, {});
    });
    submission->submit(command, m_services.session.records());
}

} // namespace tanaban::ui
