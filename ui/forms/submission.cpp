#include "ui/forms/submission.h"

#include "model/records.h"

namespace tanaban::ui {

namespace {

void fillActor(AnyCommand &command, const Store &store)
{
    std::visit(
        [&store](auto &what) {
            if (what.actor.isEmpty())
                what.actor = store.actor();
        },
        command);
}

} // namespace

Submission::Submission(FormServices &services, QObject *parent)
    : QObject(parent)
    , m_services(services)
{
    m_again.setSingleShot(true);
    connect(&m_again, &QTimer::timeout, this, [this] {
        if (m_state == State::Stopping)
            settle();
        else
            send();
    });
}

void Submission::submit(const StockCommand &command,
                        ConflictPolicy policy,
                        const std::vector<StockContext> &known)
{
    m_command = command;
    m_policy = policy;
    m_known = known;
    begin();
}

void Submission::submit(const RecordCommand &command, Records &records)
{
    m_command = command;
    m_records = &records;
    begin();
}

void Submission::submit(const AllocationCommand &command, const Planned &planned)
{
    m_command = command;
    m_policy = ConflictPolicy::Ask;
    m_planned = std::make_shared<const Planned>(planned);
    begin();
}

void Submission::submit(const ClaimCommand &command)
{
    m_command = command;
    m_policy = command.expected.empty() ? ConflictPolicy::Retry : ConflictPolicy::Ask;
    begin();
}

void Submission::submit(std::shared_ptr<Steps> steps)
{
    begin(std::move(steps));
}

void Submission::begin(std::shared_ptr<Steps> steps)
{
    Q_ASSERT(m_state == State::Idle);
    m_steps = std::move(steps);
    m_stop = std::stop_source();
    m_trouble.clear();
    m_wait = m_services.timing.firstRetry;
    m_sent = false;
    ++m_turn;
    setState(State::Working);
    send();
}

void Submission::stopWaiting()
{
    if (m_state == State::Idle)
        return;
    m_stop.request_stop();
    setState(State::Stopping);
    if (!m_underWay) {
        m_again.stop();
        settle();
    }
}

void Submission::leave()
{
    ++m_turn;
    m_stop.request_stop();
    m_again.stop();
    setState(State::Idle);
}

void Submission::send()
{
    m_underWay = true;
    struct Sent
    {
        CommandResult result;
        QString actor;
    };
    m_services.background.run(
        this,
        [&store = m_services.store,
         commands = m_services.commands,
         command = m_command,
         policy = m_policy,
         known = m_known,
         records = m_records,
         planned = m_planned,
         steps = m_steps,
         stop = m_stop.get_token()]() mutable {
            if (steps)
                return Sent{steps->goOn(stop), store.actor()};
            fillActor(command, store);
            CommandResult result = std::visit(
                Overloaded{[&](const StockCommand &stock) {
                               return commands->run(stock, policy, known, stop);
                           },
                           [&](const RecordCommand &record) {
                               return commands->run(record, *records, stop);
                           },
                           [&](const AllocationCommand &allocation) {
                               Planned shown = *planned; // asked again, the same is sent again
                               return commands->run(allocation, policy, shown, stop);
                           },
                           [&](const ClaimCommand &claims) {
                               return commands->run(claims, policy, stop);
                           }},
                command);
            return Sent{std::move(result), store.actor()};
        },
        [this, turn = m_turn](Sent sent) {
            if (turn != m_turn)
                return;
            std::visit(
                [&sent](auto &command) {
                    if (command.actor.isEmpty())
                        command.actor = sent.actor;
                },
                m_command);
            onResult(std::move(sent.result));
        });
}

void Submission::settle()
{
    m_underWay = true;
    m_services.background.run(
        this,
        [&store = m_services.store,
         commands = m_services.commands,
         command = m_command,
         steps = m_steps]() mutable {
            if (steps)
                return steps->settle();
            fillActor(command, store);
            return commands->settle(command);
        },
        [this, turn = m_turn](const CommitOutcome &outcome) {
            if (turn == m_turn)
                onSettled(outcome);
        });
}

void Submission::onResult(CommandResult result)
{
    m_underWay = false;
    if (const auto *unavailable = std::get_if<Unavailable>(&result.outcome)) {
        m_sent = m_sent || unavailable->sent;
        if (m_state == State::Stopping) {
            settle();
        } else {
            askLater(unavailable->detail);
            setState(State::Checking);
        }
        return;
    }
    const bool stopping = m_state == State::Stopping;
    setState(State::Idle);
    // Whoever stopped waiting is not asked what to do about somebody else.
    if (stopping && !std::holds_alternative<Committed>(result.outcome))
        Q_EMIT stopped();
    else
        Q_EMIT finished(result);
}

void Submission::onSettled(const CommitOutcome &outcome)
{
    m_underWay = false;
    if (const auto *unavailable = std::get_if<Unavailable>(&outcome)) {
        askLater(unavailable->detail);
        Q_EMIT stateChanged();
    } else if (const auto *busy = std::get_if<Busy>(&outcome)) {
        askLater(busy->holders.join(u", "));
        Q_EMIT stateChanged();
    } else if (std::holds_alternative<Committed>(outcome)) {
        setState(State::Idle);
        CommandResult result;
        result.outcome = outcome;
        Q_EMIT finished(result);
    } else {
        setState(State::Idle);
        Q_EMIT stopped();
    }
}

void Submission::askLater(const QString &trouble)
{
    m_trouble = trouble;
    m_again.start(m_wait);
    m_wait = std::min(m_wait * 2, m_services.timing.longestRetry);
}

void Submission::setState(State state)
{
    m_state = state;
    Q_EMIT stateChanged();
}

} // namespace tanaban::ui
