#include "ui/openingpage.h"

#include "ui/look/symbol.h"
#include "ui/look/theme.h"
#include "ui/start/recentdatabases.h"
#include "ui/start/startpage.h"
#include "ui/windowactions.h"
#include "ui/words.h"

#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace tanaban::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int columnWidth = 480;
constexpr int choiceWidth = 280;

} // namespace

OpeningPage::OpeningPage(Session &session, const WindowActions &actions, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_actions(actions)
    , m_pages(new QStackedWidget(this))
    , m_status(new QWidget(this))
    , m_symbol(new Symbol(u"tanaban"_s, 56, m_status))
    , m_title(new QLabel(m_status))
    , m_text(new QLabel(m_status))
    , m_where(new QLabel(m_status))
    , m_progress(new QProgressBar(m_status))
    , m_choices(new QVBoxLayout)
    , m_detail(new QLabel(m_status))
    , m_detailButton(new QPushButton(tr("Details"), m_status))
{
    setObjectName(u"openingPage"_s);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_pages->addWidget(makeStatus());
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_pages);
    connect(&session, &Session::working, this, &OpeningPage::showState);
    connect(&session, &Session::failed, this, &OpeningPage::showState);
    connect(&session, &Session::progressed, m_progress, [this](int done, int total) {
        m_progress->setRange(0, total);
        m_progress->setValue(done);
    });
    showState();
}

QWidget *OpeningPage::makeStatus()
{
    m_title->setFont(fontOf(TextSize::Title, true));
    m_where->setForegroundRole(QPalette::PlaceholderText);
    m_text->setObjectName(u"openingText"_s);
    for (QLabel *label : {m_title, m_text, m_where, m_detail}) {
        label->setAlignment(Qt::AlignHCenter);
        label->setWordWrap(true);
        label->setFixedWidth(columnWidth);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    m_detail->setForegroundRole(QPalette::PlaceholderText);
    m_detail->hide();
    m_progress->setFixedWidth(choiceWidth);
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(tr("Progress"));
    m_detail->setObjectName(u"openingDetail"_s);
    m_detailButton->setObjectName(u"detailButton"_s);
    m_detailButton->setFlat(true);
    connect(m_detailButton, &QPushButton::clicked, m_detail, [this] {
        m_detail->setVisible(!m_detail->isVisible());
    });
    m_choices->setSpacing(8);

    auto *layout = new QVBoxLayout(m_status);
    layout->setSpacing(8);
    layout->addStretch(2);
    layout->addWidget(m_symbol, 0, Qt::AlignHCenter);
    layout->addSpacing(8);
    for (QLabel *label : {m_title, m_text, m_where})
        layout->addWidget(label, 0, Qt::AlignHCenter);
    layout->addWidget(m_progress, 0, Qt::AlignHCenter);
    layout->addSpacing(12);
    layout->addLayout(m_choices);
    layout->addWidget(m_detailButton, 0, Qt::AlignHCenter);
    layout->addWidget(m_detail, 0, Qt::AlignHCenter);
    layout->addStretch(3);
    return m_status;
}

void OpeningPage::showState()
{
    const bool failed = m_session.state() == Session::State::Failed;
    const bool nothingThere = failed && m_session.failure().kind == OpenFailure::Kind::Missing
                              && m_session.url().engine == DatabaseUrl::Engine::Sqlite;
    clearChoices();
    if (nothingThere) {
        showStart();
        return;
    }
    m_pages->setCurrentWidget(m_status);
    if (failed)
        showFailure();
    else
        showWorking();
}

void OpeningPage::showStart()
{
    if (m_pages->count() > 1)
        delete m_pages->widget(1);
    auto *start = new StartPage(m_actions, m_session.url(), this);
    connect(start, &StartPage::recentChosen, this, &OpeningPage::databaseChosen);
    if (m_session.wasStopped())
        start->tell(tr("It was stopped; nothing of it was kept."));
    m_pages->addWidget(start);
    m_pages->setCurrentWidget(start);
    start->setFocus();
}

void OpeningPage::showWorking()
{
    const bool making = m_session.isMaking();
    m_symbol->setSymbol(u"tanaban"_s, Symbol::Tone::Accent);
    m_title->setText(making ? tr("Making a new database…") : tr("Opening…"));
    m_text->setText(making ? tr("It is there whole, or not at all.") : QString());
    m_where->setText(whereIs(m_session.url()));
    m_progress->setRange(0, 0);
    m_progress->setVisible(making);
    m_detail->hide();
    m_detailButton->hide();
    if (making) {
        addChoice(tr("Cancel"), [this] { m_session.stopMaking(); })->setObjectName(u"stopButton"_s);
    }
}

void OpeningPage::showFailure()
{
    using Kind = OpenFailure::Kind;
    const OpenFailure &failure = m_session.failure();
    m_symbol->setSymbol(u"warning"_s, Symbol::Tone::Low);
    m_text->setText(messageOf(failure));
    m_where->setText(whereIs(m_session.url()));
    m_progress->hide();
    m_detail->setText(failure.detail);
    m_detail->hide();
    m_detailButton->setVisible(!failure.detail.isEmpty());
    if (failure.kind == Kind::NoSuchPerson && !m_session.people().empty()) {
        m_symbol->setSymbol(u"person"_s, Symbol::Tone::Accent);
        m_title->setText(tr("Who are you?"));
        m_text->setText(tr("What you change is written down under your name."));
        addPeople();
    } else if (failure.kind == Kind::OtherLogin) {
        m_symbol->setSymbol(u"person"_s, Symbol::Tone::Accent);
        m_title->setText(tr("The server knows you by another name"));
        addChoice(tr("Work as who I logged in as"), [this] {
            m_session.openAs({});
        })->setObjectName(u"ownLoginButton"_s);
    } else if (failure.kind == Kind::PasswordNeeded) {
        m_symbol->setSymbol(u"person"_s, Symbol::Tone::Accent);
        m_title->setText(tr("The server asks for your password"));
        addPassword();
    } else {
        m_title->setText(tr("The database could not be opened"));
        addChoice(tr("Try again"), [this] { m_session.open(); })->setObjectName(u"retryButton"_s);
    }
    addChoice(tr("Open another database…"), [this] { m_actions.openDatabase->trigger(); });
    addChoice(tr("Connect to a server…"), [this] { m_actions.connectServer->trigger(); });
    addRecent();
}

void OpeningPage::addPeople()
{
    for (const Person &person : m_session.people()) {
        if (!person.active)
            continue;
        addChoice(person.name + u"  ·  " + Words::of(person.role),
                  [this, login = person.login] { m_session.openAs(login); });
    }
}

void OpeningPage::addPassword()
{
    auto *field = new QLineEdit(m_status);
    field->setObjectName(u"passwordEdit"_s);
    field->setAccessibleName(tr("Password"));
    field->setPlaceholderText(tr("Password"));
    field->setEchoMode(QLineEdit::Password);
    field->setFixedWidth(choiceWidth);
    m_choices->addWidget(field, 0, Qt::AlignHCenter);
    QPushButton *login = addChoice(tr("Log in"),
                                   [this, field] { m_session.openWithPassword(field->text()); });
    login->setObjectName(u"loginButton"_s);
    connect(field, &QLineEdit::returnPressed, login, &QPushButton::click);
    field->setFocus();
}

void OpeningPage::addRecent()
{
    for (const DatabaseUrl &url : recentDatabases()) {
        if (url == m_session.url())
            continue;
        addChoice(tr("Open %1").arg(shortNameOf(url)), [this, url] {
            Q_EMIT databaseChosen(url);
        })->setToolTip(whereIs(url));
    }
}

void OpeningPage::clearChoices()
{
    while (QLayoutItem *item = m_choices->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
}

QPushButton *OpeningPage::addChoice(const QString &text, std::function<void()> chosen)
{
    auto *button = new QPushButton(text, m_status);
    button->setMinimumWidth(choiceWidth);
    const bool first = m_choices->isEmpty();
    m_choices->addWidget(button, 0, Qt::AlignHCenter);
    // Choosing rebuilds the choices, this one too: not while it is still in its own click.
    connect(button, &QPushButton::clicked, this, std::move(chosen), Qt::QueuedConnection);
    if (first && m_session.failure().kind != OpenFailure::Kind::NoSuchPerson)
        button->setFocus();
    return button;
}

} // namespace tanaban::ui
