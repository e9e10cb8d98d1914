#include "ui/openingpage.h"

#include "ui/look/symbol.h"
#include "ui/look/theme.h"
#include "ui/words.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace tanaban::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int column = 480;

QString whereIs(const DatabaseUrl &url)
{
    return url.engine == DatabaseUrl::Engine::Sqlite ? url.path : url.toString();
}

} // namespace

OpeningPage::OpeningPage(Session &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_symbol(new Symbol(u"tanaban"_s, 56, this))
    , m_title(new QLabel(this))
    , m_text(new QLabel(this))
    , m_where(new QLabel(this))
    , m_choices(new QVBoxLayout)
    , m_detail(new QLabel(this))
    , m_detailButton(new QPushButton(tr("Details"), this))
{
    setObjectName(u"openingPage"_s);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_title->setFont(fontOf(TextSize::Title, true));
    m_where->setForegroundRole(QPalette::PlaceholderText);
    m_text->setObjectName(u"openingText"_s);
    for (QLabel *label : {m_title, m_text, m_where, m_detail}) {
        label->setAlignment(Qt::AlignHCenter);
        label->setWordWrap(true);
        label->setFixedWidth(column);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    m_detail->setForegroundRole(QPalette::PlaceholderText);
    m_detail->hide();
    m_detailButton->setFlat(true);
    connect(m_detailButton, &QPushButton::clicked, m_detail, [this] {
        m_detail->setVisible(!m_detail->isVisible());
    });
    m_choices->setSpacing(8);

    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(8);
    layout->addStretch(2);
    layout->addWidget(m_symbol, 0, Qt::AlignHCenter);
    layout->addSpacing(8);
    for (QLabel *label : {m_title, m_text, m_where})
        layout->addWidget(label, 0, Qt::AlignHCenter);
    layout->addSpacing(12);
    layout->addLayout(m_choices);
    layout->addWidget(m_detailButton, 0, Qt::AlignHCenter);
    layout->addWidget(m_detail, 0, Qt::AlignHCenter);
    layout->addStretch(3);

    connect(&session, &Session::working, this, &OpeningPage::showWorking);
    connect(&session, &Session::failed, this, &OpeningPage::showFailure);
    if (session.state() == Session::State::Failed)
        showFailure();
    else
        showWorking();
}

void OpeningPage::showWorking()
{
    clearChoices();
    m_symbol->setSymbol(u"tanaban"_s, Symbol::Tone::Accent);
    m_title->setText(tr("Opening…"));
    m_text->clear();
    m_where->setText(whereIs(m_session.url()));
    m_detail->hide();
    m_detailButton->hide();
}

void OpeningPage::showFailure()
{
    using Kind = OpenFailure::Kind;
    clearChoices();
    const OpenFailure &failure = m_session.failure();
    m_symbol->setSymbol(u"warning"_s, Symbol::Tone::Low);
    m_text->setText(messageOf(failure));
    m_where->setText(whereIs(m_session.url()));
    m_detail->setText(failure.detail);
    m_detail->hide();
    m_detailButton->setVisible(!failure.detail.isEmpty());
    if (failure.kind == Kind::NoSuchPerson && !m_session.people().empty()) {
        m_symbol->setSymbol(u"person"_s, Symbol::Tone::Accent);
        m_title->setText(tr("Who are you?"));
        m_text->setText(tr("What you change is written down under your name."));
        addPeople();
    } else if (failure.kind == Kind::Missing
               && m_session.url().engine == DatabaseUrl::Engine::Sqlite) {
        m_symbol->setSymbol(u"tanaban"_s, Symbol::Tone::Accent);
        m_title->setText(tr("There is no data here yet"));
        addChoice(tr("Make a new, empty database"), [this] {
            m_session.create();
        })->setObjectName(u"createButton"_s);
    } else {
        m_title->setText(tr("The database could not be opened"));
        addChoice(tr("Try again"), [this] { m_session.open(); })->setObjectName(u"retryButton"_s);
    }
    addChoice(tr("Open another database…"), [this] { Q_EMIT anotherDatabaseWanted(); });
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
    auto *button = new QPushButton(text, this);
    button->setMinimumWidth(280);
    const bool first = m_choices->isEmpty();
    m_choices->addWidget(button, 0, Qt::AlignHCenter);
    // Choosing rebuilds the choices, this one too: not while it is still in its own click.
    connect(button, &QPushButton::clicked, this, std::move(chosen), Qt::QueuedConnection);
    if (first && m_session.failure().kind != OpenFailure::Kind::NoSuchPerson)
        button->setFocus();
    return button;
}

} // namespace tanaban::ui
