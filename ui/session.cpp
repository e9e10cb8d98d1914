#include "ui/session.h"

namespace tanaban::ui {

namespace {

int workersFor(const DatabaseUrl &url)
{
    return url.engine == DatabaseUrl::Engine::Sqlite ? 4 : 3;
}

} // namespace

Session::Session(Environment environment, DatabaseUrl url, QString actor, QObject *parent)
    : QObject(parent)
    , m_environment(std::move(environment))
    , m_url(std::move(url))
    , m_actor(std::move(actor))
    , m_runner(std::make_unique<BackgroundRunner>(workersFor(m_url)))
{}

Session::~Session()
{
    m_stop.request_stop();
}

void Session::open()
{
    start(std::nullopt);
}

void Session::openAs(const QString &login)
{
    m_actor = login;
    start(std::nullopt);
}

void Session::openWithPassword(const QString &password)
{
    m_environment.gate.usePassword(m_url, password);
    start(std::nullopt);
}

void Session::make(const NewContent &content)
{
    start(content);
}

void Session::stopMaking()
{
    m_stop.request_stop();
}

void Session::start(const std::optional<NewContent> &content)
{
    if (m_state == State::Working || m_state == State::Open)
        return;
    m_state = State::Working;
    m_making = content.has_value();
    m_stop = std::stop_source();
    Q_EMIT working();
    m_runner->run(
        this,
        [this, content, stop = m_stop.get_token()] { // it waits for this when it ends
            // The answer travels in a std::function, which copies; a database cannot be copied.
            return std::make_shared<Opened>(work(content, stop));
        },
        [this](const std::shared_ptr<Opened> &opened) { take(std::move(*opened)); });
}

Session::Opened Session::work(const std::optional<NewContent> &content, const std::stop_token &stop)
{
    if (!content)
        return openIt(m_actor);
    const auto made = makeDatabase(
        m_environment.gate,
        m_url,
        m_environment.computerLogin,
        *content,
        [this](int done, int total) { Q_EMIT progressed(done, total); },
        stop);
    // On a server whoever logs in is the first person already.
    if (made && *made)
        return openIt(m_url.path.isEmpty() ? QString() : m_environment.computerLogin);
    Opened result;
    result.stopped = made.ok();
    result.failure = made ? OpenFailure{OpenFailure::Kind::Missing, {}} : made.error();
    return result;
}

Session::Opened Session::openIt(const QString &actor) const
{
    Opened result;
    auto database = m_environment.gate.open(m_url, actor);
    if (database) {
        result.database = std::move(*database);
        result.journal = m_environment.journal(m_url);
        return result;
    }
    result.failure = database.error();
    if (result.failure->kind != OpenFailure::Kind::NoSuchPerson)
        return result;
    if (auto anyway = m_environment.gate.open(m_url, actor, false)) {
        if (auto people = (*anyway)->store().people())
            result.people = std::move(*people);
    }
    return result;
}

void Session::take(Opened result)
{
    m_people = std::move(result.people);
    m_making = false;
    m_stopped = result.stopped;
    if (result.failure) {
        m_failure = *result.failure;
        m_state = State::Failed;
        Q_EMIT failed();
        return;
    }
    m_database = std::move(result.database);
    m_journal = std::move(result.journal);
    m_drafts = std::make_unique<DraftKeeper>(m_url, actor());
    m_feed = m_database->listen([this] { Q_EMIT changeHeard(); });
    m_state = State::Open;
    Q_EMIT opened();
}

} // namespace tanaban::ui
