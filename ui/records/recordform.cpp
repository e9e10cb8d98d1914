#include "ui/records/recordform.h"

#include "model/quantity.h"
#include "ui/forms/formtext.h"
#include "ui/forms/waitingbar.h"
#include "ui/look/theme.h"
#include "ui/look/tint.h"
#include "ui/orders/orderlinesedit.h"
#include "ui/orders/partnerfield.h"
#include "ui/records/mergedialog.h"
#include "ui/records/recordtext.h"
#include "ui/words.h"

#include <QComboBox>
#include <QCompleter>
#include <QGridLayout>
#include <QJsonArray>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTimeZone>
#include <QVBoxLayout>

namespace tanaban::ui {

using namespace Qt::StringLiterals;

namespace {

QLabel *plain(QWidget *parent, const QString &name)
{
    auto *label = new QLabel(parent);
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->hide();
    return label;
}

void fillChoices(QComboBox *box, FieldKind kind)
{
    if (kind == FieldKind::Condition) {
        for (const auto value : {StorageCondition::RoomTemperature,
                                 StorageCondition::Refrigerated,
                                 StorageCondition::Frozen})
            box->addItem(Words::of(value), codeOf(value));
    } else if (kind == FieldKind::Role) {
        for (const auto value : {Role::Viewer, Role::Staff, Role::Supervisor, Role::Admin})
            box->addItem(Words::of(value), codeOf(value));
    } else if (kind == FieldKind::PartnerKind) {
        for (const QString &word : {u"customer"_s, u"supplier"_s})
            box->addItem(RecordText::wordOf(word), word);
    } else if (kind == FieldKind::OrderState) { // the others are reached in other ways
        for (const auto value : {OrderState::Open, OrderState::Draft})
            box->addItem(RecordText::wordOfState(codeOf(value)), codeOf(value));
    } else {
        for (int decimals = 0; decimals <= 3; ++decimals)
            box->addItem(displayQuantity(1, decimals), decimals);
    }
}

bool isChoice(FieldKind kind)
{
    return kind == FieldKind::Condition || kind == FieldKind::Role || kind == FieldKind::PartnerKind
           || kind == FieldKind::Decimals || kind == FieldKind::OrderState;
}

} // namespace

QWidget *RecordForm::Field::widget() const
{
    if (lines)
        return lines;
    return edit ? static_cast<QWidget *>(edit) : box;
}

RecordForm::RecordForm(FormServices &services,
                       Records &records,
                       Entity entity,
                       const Record &seen,
                       QWidget *parent)
    : QDialog(parent)
    , m_services(services)
    , m_records(records)
    , m_entity(entity)
    , m_seen(seen)
    , m_submission(new Submission(services, this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(u"recordForm"_s);
    const QString what = RecordText::nameOf(entity);
    setWindowTitle(seen.version == 0
                       ? tr("New: %1", "title of a form; %1 is a kind of record").arg(what)
                       : tr("%1: %2", "title of a form; kind of record, its code")
                             .arg(what, tanaban::nameOf(entity, seen.key)));
    constexpr int usualWidth = 480;
    constexpr int widthWithLines = 860;
    setMinimumWidth(entity == Entity::Order ? widthWithLines : usualWidth);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(12);
    m_strip = plain(this, u"stripText"_s);
    styleAsStrip(m_strip, u"padding: 8px 12px;"_s);
    m_problem = plain(this, u"problemLabel"_s);
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(1, 1);
    for (const RecordField &field : keyFieldsOf(entity))
        addField(grid, field, true);
    for (const RecordField &field : fieldsOf(entity)) {
        if (field.kind != FieldKind::Flag)
            addField(grid, field, false);
    }
    m_waiting = new WaitingBar(*m_submission, services.timing, this);
    column->addWidget(m_strip);
    column->addLayout(grid);
    column->addStretch(1);
    column->addWidget(m_problem);
    column->addWidget(m_waiting);
    column->addWidget(buildButtons());
    connect(m_submission, &Submission::finished, this, &RecordForm::onFinished);
    connect(m_submission, &Submission::stateChanged, this, &RecordForm::updateState);
    connect(m_submission, &Submission::stateChanged, this, &RecordForm::draftChanged);
    connect(m_submission, &Submission::stopped, this, [this] {
        say(tr("It was called off; nothing was changed."), false);
    });
    connect(m_waiting, &WaitingBar::leaveRequested, this, [this] {
        done(QDialog::Rejected);
        Q_EMIT left(tr("It is not known yet whether this happened. It will be asked for at the "
                       "next start."));
    });
    m_soon.setSingleShot(true);
    m_soon.setInterval(200);
    connect(&m_soon, &QTimer::timeout, this, &RecordForm::readContext);
    m_poll.setInterval(services.timing.poll);
    connect(&m_poll, &QTimer::timeout, this, &RecordForm::poll);
    if (seen.version > 0)
        m_poll.start();
    for (const Field &field : m_fields) {
        if (field.widget()->isEnabled()) {
            field.widget()->setFocus();
            break;
        }
    }
    readContext();
    recheck();
}

void RecordForm::makeEditor(Field &field)
{
    const auto typed = [this, name = field.what.name] { onTyped(name); };
    if (isChoice(field.what.kind)) {
        field.box = new QComboBox(this);
        fillChoices(field.box, field.what.kind);
        connect(field.box, &QComboBox::currentIndexChanged, this, typed);
    } else if (field.what.kind == FieldKind::OrderLines) {
        field.lines = new OrderLinesEdit(m_services, this);
        connect(field.lines, &OrderLinesEdit::changed, this, typed);
        connect(field.lines, &OrderLinesEdit::loaded, this, &RecordForm::recheck);
        connect(field.lines, &OrderLinesEdit::finished, this, [this] { m_save->setFocus(); });
    } else {
        makeLine(field);
        connect(field.edit, &QLineEdit::textChanged, this, typed);
    }
}

void RecordForm::makeLine(Field &field)
{
    if (m_entity == Entity::Order && field.what.name == u"partner_code"_s) {
        auto *partner = new PartnerField(m_services, m_records, this);
        connect(partner, &PartnerField::partnerChanged, this, &RecordForm::recheck);
        field.edit = partner;
        return;
    }
    field.edit = new QLineEdit(this);
    if (field.what.kind == FieldKind::TimeZone) {
        QStringList zones;
        for (const QByteArray &zone : QTimeZone::availableTimeZoneIds())
            zones << QString::fromLatin1(zone);
        auto *completer = new QCompleter(zones, field.edit);
        completer->setCaseSensitivity(Qt::CaseInsensitive);
        completer->setFilterMode(Qt::MatchContains);
        field.edit->setCompleter(completer);
    } else if (field.what.kind == FieldKind::Date) {
        field.edit->setPlaceholderText(tr("+30, 2027-02, or a date"));
    }
}

void RecordForm::addField(QGridLayout *grid, const RecordField &what, bool key)
{
    Field field{what, key};
    const int line = grid->rowCount();
    makeEditor(field);
    QWidget *widget = field.widget();
    widget->setObjectName(what.name);
    auto *caption = new QLabel(RecordText::labelOf(m_entity, what.name), this);
    caption->setBuddy(widget);
    constexpr int shortFieldWidth = 340; // beside lines that need the whole width
    if (m_entity == Entity::Order && !field.lines)
        widget->setMaximumWidth(shortFieldWidth);
    if (!field.lines)
        caption->setMinimumHeight(widget->sizeHint().height()); // both stand on one line
    widget->setAccessibleName(caption->text());
    field.note = plain(this, QString(what.name + u"Note"));
    field.note->setFont(fontOf(TextSize::Secondary));
    grid->addWidget(caption, line, 0, Qt::AlignTop);
    grid->addWidget(widget, line, 1);
    grid->addWidget(field.note, line + 1, 1);
    const QJsonObject &known = key ? m_seen.key : m_seen.fields;
    m_filling = true;
    if (known.contains(what.name))
        setValue(field, known.value(what.name));
    else if (what.kind == FieldKind::Number && what.needed && !key)
        field.edit->setText(u"0"_s);
    m_filling = false;
    // A key stays what it is, and so does the place something new is made in.
    widget->setEnabled(!key || (m_seen.version == 0 && !known.contains(what.name)));
    m_fields.push_back(field);
}

QWidget *RecordForm::buildButtons()
{
    auto *bar = new QWidget(this);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 4, 0, 0);
    row->setSpacing(8);
    m_back = new QPushButton(tr("&Back"), bar);
    m_back->setObjectName(u"backButton"_s);
    m_back->setAutoDefault(false);
    m_save = new QPushButton(tr("&Save"), bar);
    m_save->setObjectName(u"saveButton"_s);
    m_save->setDefault(true);
    row->addStretch(1);
    row->addWidget(m_back);
    row->addWidget(m_save);
    connect(m_back, &QPushButton::clicked, this, &RecordForm::reject);
    connect(m_save, &QPushButton::clicked, this, &RecordForm::submit);
    return bar;
}

int RecordForm::decimals() const
{
    const auto *box = findChild<QComboBox *>(u"quantity_decimals"_s);
    return box ? box->currentData().toInt() : 0;
}

void RecordForm::setValue(const Field &field, const QJsonValue &value)
{
    if (field.lines) {
        field.lines->setLines(value.toArray());
    } else if (field.box) {
        field.box->setCurrentIndex(field.box->findData(value.toVariant()));
    } else if (value.isNull() || value.isUndefined()) {
        field.edit->clear();
    } else if (field.what.kind == FieldKind::Quantity) {
        field.edit->setText(displayQuantity(value.toInteger(),
                                            m_seen.fields.value(u"quantity_decimals"_s).toInt()));
    } else {
        field.edit->setText(value.toVariant().toString());
    }
}

QJsonValue RecordForm::valueOf(const Field &field) const
{
    if (field.lines)
        return field.lines->lines();
    if (field.box)
        return QJsonValue::fromVariant(field.box->currentData());
    const QString text = field.edit->text().trimmed();
    switch (field.what.kind) {
    case FieldKind::Number: {
        if (text.isEmpty())
            return QJsonValue::Null;
        bool good = false;
        const qint64 number = QLocale().toLongLong(text, &good);
        return good ? QJsonValue(number) : QJsonValue(QJsonValue::Undefined);
    }
    case FieldKind::Quantity: {
        if (text.isEmpty())
            return QJsonValue::Null;
        const auto quantity = evaluateQuantity(text, decimals());
        return quantity ? QJsonValue(*quantity) : QJsonValue(QJsonValue::Undefined);
    }
    case FieldKind::Date: {
        if (text.isEmpty())
            return QJsonValue::Null;
        const auto day = readDay(text, QDate::currentDate());
        return day ? QJsonValue(day->toString(Qt::ISODate)) : QJsonValue(QJsonValue::Undefined);
    }
    default:
        return normalized(text);
    }
}

RecordCommand RecordForm::command() const
{
    RecordCommand command;
    command.entity = m_entity;
    command.before = m_seen;
    QJsonObject typed;
    for (const Field &field : m_fields)
        (field.key ? command.before.key : typed).insert(field.what.name, valueOf(field));
    if (m_seen.version > 0)
        command.before.key = m_seen.key; // also where the last part of it is empty
    command.fields = m_seen.version == 0 ? typed : changedFields(m_seen.fields, typed);
    return command;
}

} // namespace tanaban::ui
