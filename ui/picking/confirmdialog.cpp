#include "ui/picking/confirmdialog.h"

#include "ui/forms/formtext.h"
#include "ui/forms/waitingbar.h"
#include "ui/look/buttonbar.h"
#include "ui/look/tint.h"
#include "ui/picking/picktable.h"
#include "ui/picking/picktext.h"
#include "ui/scan/scanfeedback.h"
#include "ui/session.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

namespace tanaban::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int confirmWidth = 980;
constexpr int confirmTableHeight = 34 + 40 * 8;

QLabel *confirmLabel(QWidget *parent, const QString &name)
{
    auto *label = new QLabel(parent);
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

} // namespace

/// The commands of one confirmation; work under way may outlive the dialog.
class ConfirmDialog::Way final : public Steps
{
public:
    /// Without stops: only the end of the order.
    Way(FormServices &services,
        Records &records,
        const std::vector<PickedStop> &stops,
        const QString &order)
        : m_commands(services.commands)
        , m_confirmation(services.store, records, *m_commands)
    {
        if (stops.empty())
            m_confirmation.beginEnd(order, services.store.actor());
        else
            m_confirmation.begin(stops, std::nullopt, services.store.actor());
    }

    CommandResult goOn(const std::stop_token &stop) override
    {
        CommandResult result;
        result.outcome = m_confirmation.goOn(stop).outcome();
        return result;
    }
    CommitOutcome settle() override { return m_confirmation.settle(); }
    /// Only while nothing is under way.
    const ConfirmReport &report() const { return m_confirmation.report(); }

private:
    std::shared_ptr<CommandRunner> m_commands;
    PickConfirmation m_confirmation;
};

ConfirmDialog::ConfirmDialog(FormServices &services,
                             Session &session,
                             QString order,
                             QWidget *parent)
    : QDialog(parent)
    , m_services(services)
    , m_session(session)
    , m_order(std::move(order))
    , m_submission(new Submission(services, this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(u"confirmDialog"_s);
    setWindowTitle(tr("Confirm picks of order %1").arg(m_order));
    setMinimumWidth(confirmWidth);
    build();
    connect(m_table, &PickTable::changed, this, &ConfirmDialog::recheck);
    connect(m_table, &PickTable::changed, this, &ConfirmDialog::typed);
    connect(m_table, &PickTable::finished, this, [this] { m_confirm->setFocus(); });
    connect(m_submission, &Submission::finished, this, &ConfirmDialog::onFinished);
    connect(m_submission, &Submission::stopped, this, &ConfirmDialog::onStopped);
    connect(m_submission, &Submission::stateChanged, this, &ConfirmDialog::updateState);
    connect(m_waiting, &WaitingBar::leaveRequested, this, [this] {
        done(QDialog::Rejected);
        Q_EMIT told(tr("It is not known yet whether the picks of order %1 were booked. It will be "
                       "asked for at the next start.")
                        .arg(m_order));
    });
    for (const Qt::Key key : {Qt::Key_Return, Qt::Key_Enter}) {
        auto *shortcut = new QShortcut(QKeySequence(Qt::CTRL | key), this);
        connect(shortcut, &QShortcut::activated, this, &ConfirmDialog::confirm);
    }
    read(false);
}

ConfirmDialog::~ConfirmDialog() = default;

void ConfirmDialog::build()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(12);
    m_result = confirmLabel(this, u"resultLabel"_s);
    styleAsStrip(m_result, u"padding: 8px 12px;"_s);
    m_result->hide();
    m_table = new PickTable(this);
    m_table->setObjectName(u"stopsTable"_s);
    m_table->setMinimumHeight(confirmTableHeight);
    m_effect = confirmLabel(this, u"effectLabel"_s);
    m_problem = confirmLabel(this, u"problemLabel"_s);
    tint(m_problem, Tint::Bad);
    m_problem->hide();
    m_waiting = new WaitingBar(*m_submission, m_services.timing, this);
    column->addWidget(m_result);
    column->addWidget(m_table, 1);
    column->addWidget(m_effect);
    column->addWidget(m_problem);
    column->addWidget(m_waiting);
    column->addWidget(makeButtons());
}

QWidget *ConfirmDialog::makeButtons()
{
    auto *bar = new ButtonBar(this);
    bar->space();
    m_back = bar->add(tr("&Back"), u"backButton"_s);
    m_confirm = bar->add(tr("&Confirm"),
                         u"confirmButton"_s,
                         QKeySequence(Qt::CTRL | Qt::Key_Return).toString(QKeySequence::NativeText));
    m_confirm->setDefault(true);
    connect(m_back, &QPushButton::clicked, this, &ConfirmDialog::reject);
    connect(m_confirm, &QPushButton::clicked, this, &ConfirmDialog::confirm);
    return bar;
}

void ConfirmDialog::read(bool shipped)
{
    m_reading = true;
    updateState();
    m_services.background.run(
        this,
        [order = m_order,
         &claims = m_session.claims(),
         &records = m_session.records(),
         &store = m_session.store(),
         &orders = m_session.orders()] {
            return std::pair(pickListOf({order}, claims, records, store), orders.progress({order}));
        },
        [this, shipped](const std::pair<Read<PickList>, Read<std::vector<OrderProgress>>> &answer) {
            const auto &[list, progress] = answer;
            m_reading = false;
            m_allSent = list && progress && list->stops.empty() && !progress->empty()
                        && progress->front().lines > 0
                        && progress->front().shipped == progress->front().lines;
            take(list, shipped);
            updateState();
        });
}

void ConfirmDialog::take(const Read<PickList> &list, bool shipped)
{
    if (!list) {
        say(m_problem, u"⚠ "_s + readFailureText(list.error()));
        return;
    }
    if (m_closesWhenEmpty && list->stops.empty()) {
        done(QDialog::Accepted);
        return;
    }
    m_tried = false;
    m_table->setStops(list->stops, shipped);
    // The fields are new: the buttons come after them.
    if (QWidget *last = m_table->lastField()) {
        setTabOrder(last, m_back);
        setTabOrder(m_back, m_confirm);
    }
    updateState();
    if (!m_table->takeFocus())
        m_back->setFocus();
}

void ConfirmDialog::recheck()
{
    const auto [fault, field] = m_table->fault();
    const auto picked = m_table->picked();
    if (m_table->rowCount() == 0) {
        m_effect->setText(
            m_reading   ? tr("Reading what is to be fetched…")
            : m_allSent ? tr("Everything of this order was sent. Confirm, and it is completed.")
                        : tr("There is nothing to fetch: no goods are set aside for this "
                             "order, or they wait for review."));
        tint(m_effect, Tint::Secondary);
    } else if (!fault.isEmpty()) {
        m_effect->setText(u"⚠ "_s + fault);
        tint(m_effect, m_tried || !picked ? Tint::Bad : Tint::Low);
    } else if (picked) {
        m_effect->setText(u"→  "_s + PickText::effect(*picked) + u' '
                          + tr("%1 of %n stop(s) ticked off.", nullptr, m_table->rowCount())
                                .arg(m_table->ticked()));
        tint(m_effect, Tint::Accent);
    }
    if (isVisible() && layout()->minimumHeightForWidth(width()) > height())
        fitHeight(this); // it takes more lines than before
}

void ConfirmDialog::confirm()
{
    if (busy() || m_reading || (m_table->rowCount() == 0 && !m_allSent))
        return;
    m_tried = true;
    m_problem->hide();
    recheck();
    const auto [fault, field] = m_table->fault();
    const auto picked = m_table->picked();
    if (field) {
        field->setFocus(Qt::TabFocusReason);
        return;
    }
    if (!picked)
        return;
    m_sent = *picked;
    m_way = std::make_shared<Way>(m_services, m_session.records(), m_sent, m_order);
    m_submission->submit(m_way);
}

void ConfirmDialog::onFinished()
{
    const ConfirmReport report = m_way->report();
    const QString trouble = PickText::trouble(report);
    const bool lacks = std::ranges::any_of(
        m_sent, [](const PickedStop &stop) { return stop.missing() > 0; });
    tell(PickText::done(m_sent, report));
    offerBack(report);
    if (report.isDone() && !lacks) {
        done(QDialog::Accepted);
        return;
    }
    m_closesWhenEmpty = report.isDone();
    if (!trouble.isEmpty())
        say(m_problem, u"⚠ "_s + trouble);
    read(std::holds_alternative<Committed>(report.shipped));
}

/// Nobody waited any longer; what was booked before that stands.
void ConfirmDialog::onStopped()
{
    const ConfirmReport report = m_way->report();
    const QString done = std::holds_alternative<Committed>(report.shipped)
                             ? PickText::done(m_sent, report)
                             : QString();
    tell(done);
    offerBack(report);
    say(m_problem,
        done.isEmpty() ? tr("It was called off; nothing was changed.")
                       : tr("The rest was called off; what is left of it stands here."));
    m_closesWhenEmpty = false;
    read(!done.isEmpty());
}

/// What left the house can be taken back; what was not found stays given back.
void ConfirmDialog::offerBack(const ConfirmReport &report)
{
    if (!report.shipment.isNull())
        Q_EMIT shipped(
            report.shipment,
            tr("Order %1: %2", "its number, what was done").arg(m_order, PickText::shipped(m_sent)));
}

void ConfirmDialog::tell(const QString &done)
{
    if (done.isEmpty())
        return;
    say(m_result, done);
    Q_EMIT told(tr("Order %1: %2", "its number, what was done").arg(m_order, done));
    Q_EMIT changed();
}

void ConfirmDialog::say(QLabel *label, const QString &text)
{
    label->setText(text);
    label->show();
    fitHeight(this);
}

QJsonObject ConfirmDialog::draft() const
{
    return {{u"picks"_s, m_order}, {u"stops"_s, m_table->typed()}};
}

void ConfirmDialog::reopen(const QJsonObject &draft)
{
    m_table->retype(draft.value(u"stops"_s).toArray());
    say(m_result,
        tr("This was being typed when the program ended. What was not booked stands here."));
}

bool ConfirmDialog::busy() const
{
    return m_submission->state() != Submission::State::Idle;
}

void ConfirmDialog::updateState()
{
    const bool idle = !busy() && !m_reading;
    // What is being sent cannot be changed any more; it stays readable.
    m_table->setEnabled(idle);
    m_confirm->setEnabled(idle && (m_table->rowCount() > 0 || m_allSent));
    m_back->setEnabled(!busy());
    recheck();
}

void ConfirmDialog::reject()
{
    if (busy())
        m_waiting->giveUp();
    else
        QDialog::reject();
}

bool ConfirmDialog::takesScans() const
{
    return !busy() && !m_reading && m_table->rowCount() > 0;
}

void ConfirmDialog::takeScan(const ScannedCode &code, QWidget *field, ScanFeedback &feedback)
{
    Q_UNUSED(field);
    const QString why = m_table->takeScan(code);
    if (!why.isEmpty())
        feedback.fail(this, why);
}

} // namespace tanaban::ui
