#include "ui/session.h"

#include "model/defaultdatabase.h"

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

Session::~Session() = default;

void Session::open()
{
    start(false);
}

void Session::openAs(const QString &login)
{
    m_actor = login;
    start(false);
}

void Session::create()
{
    start(true);
}

void Session::start(bool create)
{
    if (m_state == State::Working || m_state == State::Open)
        return;
    m_state = State::Working;
    Q_EMIT working();
    m_runner->run(
        this,
        [environment = m_environment, url = m_url, actor = m_actor, create] {
            // The answer travels in a std::function, which copies; a database cannot be copied.
            return std::make_shared<Opened>(work(environment, url, actor, create));
        },
        [this](const std::shared_ptr<Opened> &opened) { take(std::move(*opened)); });
}

Session::Opened Session::work(const Environment &environment,
                              const DatabaseUrl &url,
                              const QString &actor,
                              bool create)
{
    Opened result;
    if (create) {
        ensureDefaultFolder(url);
        if (auto made = environment.gate.create(url, environment.computerLogin); !made) {
            result.failure = made.error();
            return result;
        }
    }
    auto database = environment.gate.open(url, actor);
    if (database) {
        result.database = std::move(*database);
        result.journal = environment.journal(url);
        return result;
    }
    result.failure = database.error();
    if (result.failure->kind != OpenFailure::Kind::NoSuchPerson)
        return result;
    if (auto anyway = environment.gate.open(url, actor, false)) {
        if (auto people = (*anyway)->store().people())
            result.people = std::move(*people);
    }
    return result;
}

void Session::take(Opened result)
{
    m_people = std::move(result.people);
    if (result.failure) {
        m_failure = *result.failure;
        m_state = State::Failed;
        Q_EMIT failed();
        return;
    }
    m_database = std::move(result.database);
    m_journal = std::move(result.journal);
    m_state = State::Open;
    Q_EMIT opened();
}

} // namespace tanaban::ui
