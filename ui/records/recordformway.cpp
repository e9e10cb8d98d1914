#include "ui/forms/draft.h"
#include "ui/forms/formtext.h"
#include "ui/forms/waitingbar.h"
#include "ui/look/tint.h"
#include "ui/orders/orderlinesedit.h"
#include "ui/orders/partnerfield.h"
#include "ui/records/mergedialog.h"
#include "ui/records/recordform.h"
#include "ui/records/recordtext.h"
#include "ui/words.h"

#include <QComboBox>
#include <QJsonArray>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

#include <algorithm>

// The way of a record's form: judged as one types, sent, and whatever comes back.

namespace tanaban::ui {

using namespace Qt::StringLiterals;

void RecordForm::onTyped(const QString &field)
{
    if (m_filling)
        return;
    m_touched.insert(field);
    m_soon.start();
    recheck();
}

QString RecordForm::faultOf(const Field &field, const std::vector<RecordFault> &faults) const
{
    if (field.lines) {
        if (const QString wrong = field.lines->fault(m_tried); !wrong.isEmpty())
            return wrong;
    }
    if (!m_tried && !m_touched.contains(field.what.name))
        return {};
    if (!field.lines && valueOf(field).isUndefined()) {
        return field.what.kind == FieldKind::Date
                   ? tr("This is not a day. Type +30, 2027-02 or a date.")
                   : tr("This is not a number that can stand here.");
    }
    for (const RecordFault &fault : faults) {
        if (fault.field != field.what.name)
            continue;
        return fault.error.rule == Rule::OrderLineExceeded
                   ? tr("Goods are set aside for a line, or were shipped: it cannot go, become "
                        "less than that, or be for another product. Release the goods first.")
                   : messageOf(fault.error);
    }
    return {};
}

/// What is good to know about what was typed.
QString RecordForm::noteOf(const Field &field) const
{
    if (const auto *partner = qobject_cast<const PartnerField *>(field.edit))
        return partner->partnerName();
    if (field.what.kind != FieldKind::Date || !valueOf(field).isString())
        return {};
    const QString day = valueOf(field).toString();
    return day == field.edit->text().trimmed() ? QString()
                                               : Words::date(QDate::fromString(day, Qt::ISODate));
}

void RecordForm::recheck()
{
    const RecordCommand wanted = command();
    const RecordContext context = contextOf(wanted);
    const auto faults = faultsOf(wanted, context);
    const auto notices = noticesOf(wanted, context);
    for (const Field &field : m_fields) {
        const QString wrong = faultOf(field, faults);
        QString text = wrong;
        for (const RecordNotice &notice : notices) {
            if (text.isEmpty() && notice.field == field.what.name)
                text = messageOf(notice);
        }
        const bool plain = text.isEmpty();
        if (plain)
            text = noteOf(field);
        field.note->setText(wrong.isEmpty() ? text : QString(u"⚠ " + text));
        tint(field.note, !wrong.isEmpty() ? Tint::Bad : plain ? Tint::Secondary : Tint::Low);
        field.note->setVisible(!text.isEmpty());
    }
    if (isVisible())
        fitHeight(this);
}

/// Nothing about another key than the one that is typed now, nor about other things that the record
/// names: whoever is faster than the answer is judged by the commit alone.
RecordContext RecordForm::contextOf(const RecordCommand &wanted) const
{
    RecordContext context;
    if (m_contextOf.before.key == wanted.before.key)
        context = m_context;
    const auto same = [&](const QString &field) {
        return m_contextOf.fields.value(field) == wanted.fields.value(field);
    };
    if (!same(u"partner_code"_s))
        context.partnerExists = true;
    if (!same(u"lines"_s))
        context.unknownProducts.clear();
    if (m_seen.version > 0)
        context.now = m_seen; // what others did is merged when it is saved
    return context;
}

void RecordForm::readContext()
{
    const quint64 turn = ++m_turn;
    RecordCommand wanted = command();
    m_services.background.run(
        this,
        [&records = m_records, wanted] { return records.context(wanted); },
        [this, turn, wanted](const Read<RecordContext> &context) {
            if (turn != m_turn || !context)
                return;
            m_context = *context;
            m_contextOf = wanted;
            for (const Field &field : m_fields) {
                if (field.lines)
                    field.lines->setClaims(m_context.claims);
            }
            recheck();
        });
}

void RecordForm::poll()
{
    if (m_submission->state() != Submission::State::Idle || m_merge || !isVisible())
        return;
    m_services.background.run(
        this,
        [&records = m_records, entity = m_entity, seen = m_seen] {
            return std::pair(records.history(entity, seen.key, seen.version, 0, 5), seen.version);
        },
        [this](const std::pair<Read<std::vector<RecordEvent>>, qint64> &answer) {
            if (!answer.first || answer.second != m_seen.version || answer.first->empty())
                return;
            QStringList lines;
            for (const RecordEvent &event : *answer.first) {
                lines << tr("%1, %2", "what somebody changed; when and who")
                             .arg(RecordText::deedOf(m_entity, event),
                                  RecordText::whoAndWhen(event));
            }
            m_strip->setText(lines.join(u'\n'));
            m_strip->show();
            fitHeight(this);
        });
}

void RecordForm::submit()
{
    if (m_submission->state() != Submission::State::Idle)
        return;
    m_tried = true;
    m_problem->hide();
    recheck();
    RecordCommand wanted = command();
    const RecordContext context = contextOf(wanted);
    const auto faults = faultsOf(wanted, context);
    for (const Field &field : m_fields) {
        const bool wrong = valueOf(field).isUndefined()
                           || std::any_of(faults.begin(), faults.end(), [&](const auto &fault) {
                                  return fault.field == field.what.name;
                              });
        if (wrong) {
            field.widget()->setFocus();
            return;
        }
    }
    if (m_seen.version > 0 && wanted.fields.isEmpty()) {
        done(QDialog::Accepted);
        return;
    }
    wanted.id = newCommandId();
    m_submission->submit(wanted, m_records);
}

void RecordForm::onFinished(const CommandResult &result)
{
    const RecordCommand sent = m_submission->recordCommand();
    if (std::holds_alternative<Committed>(result.outcome)) {
        const QString text = RecordText::doneText(sent, result);
        done(QDialog::Accepted);
        Q_EMIT committed(text, sent.before.key);
    } else if (const auto *rejected = std::get_if<tanaban::Rejected>(&result.outcome)) {
        say(messageOf(rejected->error), true);
        readContext();
    } else if (const auto *busy = std::get_if<Busy>(&result.outcome)) {
        say(busyText(*busy), true);
    } else {
        ask(result);
    }
}

void RecordForm::ask(const CommandResult &result)
{
    if (!result.meanwhile)
        return;
    // Lines are read in the units of their products; theirs may be of others than those typed here.
    QStringList codes;
    for (const FieldClash &clash : result.meanwhile->merge.clashes) {
        for (const QJsonValue &lines : {clash.base, clash.theirs, clash.mine}) {
            const QJsonArray all = lines.toArray();
            for (const QJsonValue &line : all)
                codes << line[u"product_code"_s].toString();
        }
    }
    codes.removeDuplicates();
    if (codes.isEmpty()) {
        openMerge(*result.meanwhile, {});
        return;
    }
    m_services.background.run(
        this,
        [&store = m_services.store, codes] { return productsOf(store, codes); },
        [this, meanwhile = *result.meanwhile](const Goods &goods) { openMerge(meanwhile, goods); });
}

void RecordForm::openMerge(const RecordMeanwhile &meanwhile, const Goods &goods)
{
    m_merge = new MergeDialog(m_services, m_submission->recordCommand(), meanwhile, this, goods);
    connect(m_merge, &MergeDialog::decided, this, [this](const QJsonObject &fields) {
        RecordCommand wanted = m_submission->recordCommand();
        wanted.before = m_merge->meanwhile().now;
        wanted.fields = fields;
        wanted.id = newCommandId(); // another request; the first one surely did not happen
        if (!fields.isEmpty()) {
            m_submission->submit(wanted, m_records);
            return;
        }
        done(QDialog::Accepted);
        Q_EMIT committed(
            tr("%1 stays as the other person left it.").arg(tanaban::nameOf(m_entity, m_seen.key)),
            m_seen.key);
    });
    m_merge->open();
}

void RecordForm::say(const QString &text, bool bad)
{
    m_problem->setText(bad ? QString(u"⚠ " + text) : text);
    tint(m_problem, bad ? Tint::Bad : Tint::Plain);
    m_problem->show();
    fitHeight(this);
}

void RecordForm::reopen(const QJsonObject &typed, const QString &why)
{
    for (const Field &field : m_fields) {
        if (typed.contains(field.what.name))
            setValue(field, typed.value(field.what.name));
        if (field.lines && m_seen.version == 0)
            field.lines->forgetNumbers();
    }
    say(why, false);
}

void RecordForm::propose(const QString &name, const QJsonValue &value)
{
    const auto field = std::ranges::find(
        m_fields, name, [](const Field &each) { return each.what.name; });
    if (field == m_fields.end() || !field->edit || !field->edit->text().isEmpty())
        return;
    setValue(*field, value);
    // Also before the form is there to be typed in.
    const bool isNext = !focusWidget() || focusWidget() == field->edit;
    if (isNext && std::next(field) != m_fields.end())
        std::next(field)->widget()->setFocus();
}

QJsonObject RecordForm::draft() const
{
    const bool sent = busy();
    RecordCommand wanted = sent ? m_submission->recordCommand() : command();
    if (!sent)
        wanted.id = m_draftId;
    QJsonObject fields = fieldsOf(*this);
    for (const Field &field : m_fields) {
        if (field.lines)
            fields.insert(field.what.name, field.lines->typed());
    }
    return {
        {u"command"_s, wanted.id.toString()}, {u"record"_s, toJson(wanted)}, {u"fields"_s, fields}};
}

void RecordForm::retype(const QJsonObject &fields)
{
    setFields(*this, fields);
    for (const Field &field : m_fields) {
        if (field.lines && fields.contains(field.what.name))
            field.lines->retype(fields.value(field.what.name).toArray());
    }
    recheck();
}

void RecordForm::updateState()
{
    const bool idle = m_submission->state() == Submission::State::Idle;
    m_save->setEnabled(idle);
    m_back->setEnabled(idle);
}

void RecordForm::reject()
{
    if (m_submission->state() == Submission::State::Idle)
        QDialog::reject();
    else
        m_waiting->giveUp();
}

} // namespace tanaban::ui
