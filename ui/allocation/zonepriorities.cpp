#include "ui/allocation/zonepriorities.h"

#include "ui/allocation/effectview.h"
#include "ui/allocation/prioritytable.h"
#include "ui/forms/formtext.h"
#include "ui/largeresult.h"
#include "ui/look/buttonbar.h"
#include "ui/look/detailsparts.h"
#include "ui/look/tint.h"
#include "ui/look/workingbar.h"
#include "ui/records/mergedialog.h"
#include "ui/session.h"

#include <QHBoxLayout>
#include <QJsonArray>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>

#include <algorithm>
#include <utility>

namespace tanaban::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int planAfterTyping = 150; ///< ms without a key

} // namespace

ZonePriorities::ZonePriorities(Session &session, FormServices &services, QWidget *parent)
    : QDialog(parent)
    , m_session(session)
    , m_services(services)
    , m_submission(new Submission(services, this))
    , m_table(new PriorityTable(this))
    , m_working(makeWorkingBar(this))
    , m_note(plainLabel(this))
    , m_effect(new EffectView(tr("Now"), tr("As typed"), this))
{
    setObjectName(u"zonePriorities"_s);
    setWindowTitle(tr("Zone priorities"));
    m_note->setObjectName(u"note"_s);
    makeLayout();
    m_soon.setSingleShot(true);
    m_soon.setInterval(planAfterTyping);
    connect(&m_soon, &QTimer::timeout, this, &ZonePriorities::plan);
    connect(m_table, &PriorityTable::typed, this, &ZonePriorities::onTyped);
    connect(m_submission, &Submission::finished, this, &ZonePriorities::onFinished);
    connect(m_submission, &Submission::stopped, this, [this] { end(tr("Saving was stopped.")); });
    connect(m_submission, &Submission::stateChanged, this, [this] {
        if (m_submission->state() == Submission::State::Checking)
            say(tr("Checking… The database has not answered, so it is not known yet whether this "
                   "was saved. It will happen once at most."),
                true);
    });
    connect(m_effect, &EffectView::orderWanted, this, [this](const QString &number) {
        Q_EMIT wanted({u"orders"_s, {{u"number"_s, number}}});
    });
    read();
}

QJsonObject ZonePriorities::draft() const
{
    QJsonArray typed;
    for (const ZonePriority &each : m_book ? m_table->changes() : m_typed) {
        typed.append(QJsonObject{
            {u"warehouse"_s, each.warehouse},
            {u"zone"_s, each.zone},
            {u"priority"_s, each.priority ? QJsonValue(*each.priority) : QJsonValue()}});
    }
    return typed.isEmpty() ? QJsonObject() : QJsonObject{{draftKey, typed}};
}

void ZonePriorities::reopen(const QJsonObject &draft)
{
    for (const QJsonValue &value : draft.value(draftKey).toArray()) {
        const QJsonObject each = value.toObject();
        const QJsonValue priority = each.value(u"priority"_s);
        m_typed.push_back({each.value(u"warehouse"_s).toString(),
                           each.value(u"zone"_s).toInt(),
                           priority.isNull() ? std::nullopt : std::optional(priority.toInt())});
    }
    if (m_book) // otherwise it is being read
        read();
}

void ZonePriorities::makeLayout()
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 16, 20, 16);
    layout->setSpacing(12);
    layout->addWidget(secondaryLabel(
        this,
        tr("Stock is taken from zones with a small number first; zones without a number come last. "
           "Type over the numbers to see what today's open orders would get.")));
    layout->addWidget(m_table, 1);
    layout->addWidget(m_working);
    layout->addWidget(m_note);
    layout->addWidget(m_effect, 1);
    layout->addWidget(makeButtons());
    resize(1160, 720);
}

QWidget *ZonePriorities::makeButtons()
{
    auto *bar = new ButtonBar(this);
    m_takeBack = bar->add(tr("As they &were"), u"takeBackButton"_s);
    bar->space();
    m_back = bar->add(tr("&Back"), u"backButton"_s);
    m_save = bar->add(tr("&Save"), u"saveButton"_s, tr("Save all that was typed (Ctrl+S)"));
    m_save->setShortcut(Qt::CTRL | Qt::Key_S); // Enter ends typing in a cell
    connect(m_takeBack, &QPushButton::clicked, m_table, &PriorityTable::takeBack);
    connect(m_back, &QPushButton::clicked, this, &ZonePriorities::reject);
    connect(m_save, &QPushButton::clicked, this, &ZonePriorities::save);
    return bar;
}

ZonePriorities::Reading ZonePriorities::readAll(Store &store, Records &records)
{
    Reading reading;
    RecordFilter filter;
    filter.entity = Entity::Zone;
    const auto ids = records.ids(filter);
    auto zones = ids ? records.rows(Entity::Zone, *ids)
                     : Read<std::vector<RecordRow>>(fail(ReadFailure(ids.error())));
    BookQuery query;
    query.onlyLacking = true;
    query.onlyUsable = true;
    auto book = store.allocationBook(query);
    if (!zones || !book) {
        reading.failure = zones ? book.error() : zones.error();
        return reading;
    }
    reading.zones = std::move(*zones);
    reading.book = largeResult(std::move(*book));
    return reading;
}

void ZonePriorities::read()
{
    m_book.reset();
    m_working->show();
    updateButtons();
    m_session.runner().run(
        this,
        [&store = m_session.store(), &records = m_session.records()] {
            return readAll(store, records);
        },
        [this](Reading reading) { take(std::move(reading)); });
}

void ZonePriorities::take(Reading reading)
{
    m_working->hide();
    if (reading.failure) {
        say(readFailureText(*reading.failure), true);
        return;
    }
    m_book = std::move(reading.book);
    m_table->setZones(std::move(reading.zones));
    m_table->retype(std::exchange(m_typed, {}));
    if (!m_trouble.isEmpty())
        say(std::exchange(m_trouble, {}), true);
    if (m_table->rowCount() > 0 && !m_table->currentItem())
        m_table->setCurrentCell(0, m_table->columnCount() - 1);
    m_table->setFocus();
}

void ZonePriorities::onTyped()
{
    if (const QString fault = m_table->fault(); !fault.isEmpty())
        say(fault, true);
    else if (!m_sending)
        say({}, false);
    updateButtons();
    m_soon.start();
}

/// What the open orders would get, now and with what is typed.
void ZonePriorities::plan()
{
    if (!m_book)
        return;
    m_working->show();
    m_session.runner().run(
        this,
        [book = m_book, typed = m_table->changes()] {
            return effectOf(*book, planAllocation(*book), planWith(*book, typed));
        },
        [this, turn = ++m_turn](const PlanEffect &effect) {
            if (turn != m_turn)
                return; // another key came
            m_working->hide();
            m_effect->setEffect(effect);
            if (m_table->fault().isEmpty() && !m_sending && !m_table->changes().empty()
                && !m_note->text().startsWith(u'⚠'))
                say(effect.differences.empty() ? tr("Every open order gets the same stock as now.")
                                               : tr("%n orders get other stock, more or less.",
                                                    nullptr,
                                                    effect.ordersConcerned()),
                    false);
        });
}

void ZonePriorities::save()
{
    m_left = m_table->commands();
    if (m_left.empty() || m_sending || !m_table->fault().isEmpty())
        return;
    std::ranges::reverse(m_left);
    m_saved = 0;
    m_sending = true;
    say(tr("Saving…"), false);
    updateButtons();
    sendNext();
}

void ZonePriorities::sendNext()
{
    if (m_left.empty()) {
        end({});
        return;
    }
    m_submission->submit(m_left.back(), m_session.records());
}

void ZonePriorities::onFinished(const CommandResult &result)
{
    if (std::holds_alternative<Committed>(result.outcome)) {
        ++m_saved;
        m_left.pop_back();
        sendNext();
    } else if (const auto *rejected = std::get_if<tanaban::Rejected>(&result.outcome)) {
        end(nameOf(Entity::Zone, m_left.back().before.key) + u": "_s + messageOf(rejected->error));
    } else if (const auto *busy = std::get_if<Busy>(&result.outcome)) {
        end(busyText(*busy));
    } else if (result.meanwhile) {
        merge(result);
    } else {
        end(tr("Others changed this zone meanwhile. Look at it again."));
    }
}

/// Somebody else gave this zone another priority meanwhile: whose stands?
void ZonePriorities::merge(const CommandResult &result)
{
    auto *dialog = new MergeDialog(m_services, m_left.back(), *result.meanwhile, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &MergeDialog::decided, this, [this, dialog](const QJsonObject &fields) {
        m_left.back().before = dialog->meanwhile().now;
        m_left.back().fields = fields;
        m_left.back().id = newCommandId(); // another request; the first one surely did not happen
        if (fields.isEmpty())
            m_left.pop_back(); // it stays as the other person left it
        sendNext();
    });
    connect(dialog, &QDialog::rejected, this, [this] {
        end(tr("Others changed this zone meanwhile. Look at it again."));
    });
    dialog->open();
}

/// Tells what was saved and what was not, and reads all of it again.
void ZonePriorities::end(const QString &trouble)
{
    m_sending = false;
    const int left = int(m_left.size());
    m_left.clear();
    const QString saved = tr("%n zone priorities were saved.", nullptr, m_saved);
    const QString text = trouble.isEmpty()
                             ? saved
                             : trouble + u' '
                                   + tr("Saved: %1, not saved: %2.").arg(m_saved).arg(left);
    Q_EMIT message(text);
    if (trouble.isEmpty()) {
        accept();
        return;
    }
    m_typed = m_table->changes();
    m_trouble = text;
    say(text, true);
    read();
}

void ZonePriorities::say(const QString &text, bool bad)
{
    m_note->setText(bad ? QString(u"⚠ " + text) : text);
    tint(m_note, bad ? Tint::Bad : Tint::Plain);
}

void ZonePriorities::updateButtons()
{
    const bool changed = m_book && !m_table->changes().empty();
    m_table->setEnabled(m_book && !m_sending);
    m_save->setEnabled(changed && !m_sending && m_table->fault().isEmpty());
    m_takeBack->setEnabled((changed || !m_table->fault().isEmpty()) && !m_sending);
    m_back->setText(m_sending ? tr("&Stop") : tr("&Back"));
}

void ZonePriorities::reject()
{
    if (m_sending && m_submission->state() != Submission::State::Idle)
        m_submission->stopWaiting();
    else
        QDialog::reject();
}

} // namespace tanaban::ui
