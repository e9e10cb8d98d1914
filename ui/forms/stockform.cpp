#include "ui/forms/stockform.h"

#include "ui/conflict/conflictdialog.h"
#include "ui/forms/draft.h"
#include "ui/forms/factscard.h"
#include "ui/forms/formtext.h"
#include "ui/forms/quantityedit.h"
#include "ui/forms/waitingbar.h"
#include "ui/look/theme.h"
#include "ui/look/tint.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace tanaban::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int formWidth = 520;

// Of a draft.
constexpr QLatin1String commandKey("command");
constexpr QLatin1String rowsKey("rows");
constexpr QLatin1String fieldsKey("fields");
constexpr QLatin1String moreKey("more");

} // namespace

StockForm::StockForm(FormServices &services, const Glance &glance, QWidget *parent)
    : QDialog(parent)
    , m_services(services)
    , m_glance(glance)
    , m_submission(new Submission(services, this))
    , m_nextId(newCommandId())
{
    setAttribute(Qt::WA_DeleteOnClose);
    connect(m_submission, &Submission::finished, this, &StockForm::onFinished);
    connect(m_submission, &Submission::stopped, this, &StockForm::onStopped);
    connect(m_submission, &Submission::stateChanged, this, [this] {
        updateState();
        Q_EMIT draftChanged();
        Q_EMIT busyChanged(m_submission->state() != Submission::State::Idle);
    });
    m_poll.setInterval(services.timing.poll);
    connect(&m_poll, &QTimer::timeout, this, &StockForm::poll);
}

StockForm::~StockForm() = default;

void StockForm::build(const QString &title, const QString &verb)
{
    setWindowTitle(title);
    setMinimumWidth(formWidth);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(12);
    m_facts = new FactsCard(this);
    m_strip = new StripBar(this);
    m_fields = new QGridLayout;
    m_fields->setHorizontalSpacing(12);
    m_fields->setVerticalSpacing(4);
    m_fields->setColumnStretch(1, 1);
    m_effect = new QLabel(this);
    m_effect->setObjectName(u"effectLabel"_s);
    m_effect->setTextFormat(Qt::PlainText);
    m_effect->setWordWrap(true);
    m_problem = new QLabel(this);
    m_problem->setObjectName(u"problemLabel"_s);
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    m_problem->hide();
    m_waiting = new WaitingBar(*m_submission, m_services.timing, this);
    connect(m_waiting, &WaitingBar::leaveRequested, this, [this] {
        done(QDialog::Rejected);
        Q_EMIT left(
            tr("It is not known yet whether this happened. It will be asked for at the next "
               "start."));
    });
    connect(m_strip, &StripBar::lookAgain, this, &StockForm::lookAgain);
    column->addWidget(m_facts);
    column->addWidget(m_strip);
    column->addLayout(m_fields);
    column->addWidget(m_effect);
    column->addStretch(1);
    column->addWidget(m_problem);
    column->addWidget(m_waiting);
    column->addWidget(buildButtons(verb));
    m_facts->present(m_glance);
}

QWidget *StockForm::buildButtons(const QString &verb)
{
    auto *bar = new QWidget(this);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 4, 0, 0);
    row->setSpacing(8);
    m_back = new QPushButton(tr("&Back"), bar);
    m_back->setObjectName(u"backButton"_s);
    m_back->setAutoDefault(false);
    m_commit = new QPushButton(verb, bar);
    m_commit->setObjectName(u"commitButton"_s);
    m_commit->setDefault(true);
    row->addStretch(1);
    row->addWidget(m_back);
    row->addWidget(m_commit);
    connect(m_back, &QPushButton::clicked, this, &StockForm::reject);
    connect(m_commit, &QPushButton::clicked, this, &StockForm::submit);
    return bar;
}

QLabel *StockForm::addField(const QString &label, QWidget *field, const QString &name)
{
    const int line = m_fields->rowCount();
    field->setObjectName(name);
    auto *caption = new QLabel(label, this);
    caption->setBuddy(field);
    // As tall as the field, so that both stand on one line.
    caption->setMinimumHeight(field->sizeHint().height());
    auto *note = new QLabel(this);
    note->setObjectName(name + u"Note"_s);
    note->setTextFormat(Qt::PlainText);
    note->setWordWrap(true);
    note->setFont(fontOf(TextSize::Secondary));
    note->setMinimumHeight(note->fontMetrics().height() + 4);
    note->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_fields->addWidget(caption, line, 0, Qt::AlignTop);
    m_fields->addWidget(field, line, 1);
    m_fields->addWidget(note, line + 1, 1);
    return note;
}

void StockForm::finish(QWidget *first)
{
    QWidget *last = nullptr;
    for (int line = 0; line < m_fields->rowCount(); ++line) {
        QLayoutItem *item = m_fields->itemAtPosition(line, 1);
        QWidget *field = item ? item->widget() : nullptr;
        if (!field || field->focusPolicy() == Qt::NoFocus)
            continue;
        if (last)
            setTabOrder(last, field);
        last = field;
    }
    if (last)
        setTabOrder(last, m_back);
    setTabOrder(m_back, m_commit);
    first->setFocus();
    recheck();
    fitHeight(this);
    if (!m_glance.stocks().empty())
        m_poll.start();
}

void StockForm::setNote(QLabel *note, const QString &text, bool bad)
{
    // The sign goes with the colour, for those who do not see it.
    note->setText(bad && !text.isEmpty() ? QString(u"⚠ " + text) : text);
    tint(note, bad ? Tint::Bad : Tint::Secondary);
}

void StockForm::setGlance(const Glance &glance)
{
    m_glance = glance;
    m_facts->present(glance);
    m_strip->tell({});
    glanceChanged();
    recheck();
    if (!m_glance.stocks().empty() && !m_poll.isActive())
        m_poll.start();
}

QuantityEdit *StockForm::addQuantity(const QString &label)
{
    m_quantity = new QuantityEdit(this);
    m_quantity->setProduct(m_glance.decimals(), m_glance.unit());
    m_quantityNote = addField(label, m_quantity, u"quantityEdit"_s);
    connect(m_quantity, &QLineEdit::textChanged, this, &StockForm::recheck);
    return m_quantity;
}

bool StockForm::complainOfQuantity(bool everything)
{
    const QString fault = m_quantity->fault();
    const bool missing = everything && m_quantity->isBlank();
    setNote(m_quantityNote,
            missing           ? tr("How much? Sums such as 12*6 can be typed.")
            : fault.isEmpty() ? m_quantity->workedOut()
                              : fault,
            missing || !fault.isEmpty());
    return missing || !fault.isEmpty();
}

bool StockForm::isAboutQuantity(const DomainError &error)
{
    static constexpr std::array rules{Rule::InsufficientStock,
                                      Rule::InvalidReleaseQuantity,
                                      Rule::NotReserved,
                                      Rule::QuantityOutOfRange,
                                      Rule::TooManyDecimals,
                                      Rule::NotANumber};
    return std::find(rules.begin(), rules.end(), error.rule) != rules.end();
}

void StockForm::loadPlace(const StockKey &key)
{
    const quint64 turn = ++m_placeTurn;
    m_glance.place.reset(); // not known until it is read
    recheck();
    m_services.background.run(
        this,
        [&store = m_services.store, key] { return store.place(key); },
        [this, turn](const Read<PlaceContext> &place) {
            if (turn == m_placeTurn && place)
                setPlace(*place);
        });
}

void StockForm::setPlace(const std::optional<PlaceContext> &place)
{
    m_glance.place = place;
    placeChanged();
    recheck();
}

void StockForm::reopen(const StockCommand &command, const QString &why)
{
    fill(command.action);
    sayWhy(why);
}

void StockForm::sayWhy(const QString &why)
{
    m_problem->setText(why);
    tint(m_problem, Tint::Low);
    m_problem->show();
    recheck();
    fitHeight(this);
}

QJsonObject StockForm::draft() const
{
    QJsonObject rows;
    for (const StockContext &stock : lookedAt())
        rows.insert(QString::number(stock.row.id), QString::number(stock.row.version));
    const QUuid sent = m_conflict ? m_conflict->command().id : m_nextId;
    return {{commandKey, sent.toString()},
            {rowsKey, rows},
            {fieldsKey, fieldsOf(*this)},
            {moreKey, moreTyped()}};
}

void StockForm::reopen(const QJsonObject &draft, const QString &why)
{
    setFields(*this, draft.value(fieldsKey).toObject());
    typeMore(draft.value(moreKey).toObject());
    sayWhy(why);
}

QUuid StockForm::commandOf(const QJsonObject &draft)
{
    return QUuid::fromString(draft.value(commandKey).toString());
}

Versions StockForm::versionsOf(const QJsonObject &draft)
{
    Versions versions;
    const QJsonObject rows = draft.value(rowsKey).toObject();
    for (auto row = rows.begin(); row != rows.end(); ++row)
        versions[row.key().toLongLong()] = row.value().toString().toLongLong();
    return versions;
}

} // namespace tanaban::ui
