#include "ui/start/startpage.h"

#include "ui/actiontext.h"
#include "ui/look/symbol.h"
#include "ui/look/theme.h"
#include "ui/start/choicebutton.h"
#include "ui/start/recentdatabases.h"
#include "ui/windowactions.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace tanaban::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostWide = 520;

} // namespace

StartPage::StartPage(const WindowActions &actions, const DatabaseUrl &here, QWidget *parent)
    : QWidget(parent)
    , m_note(new QLabel(this))
{
    setObjectName(u"startPage"_s);
    auto *title = new QLabel(tr("There is no data here yet"), this);
    title->setFont(fontOf(TextSize::Title, true));
    auto *where = new QLabel(whereIs(here), this);
    where->setForegroundRole(QPalette::PlaceholderText);
    where->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_note->setObjectName(u"startNote"_s);
    for (QLabel *label : {title, where, m_note}) {
        label->setAlignment(Qt::AlignHCenter);
        label->setWordWrap(true);
    }
    m_note->hide();
    auto *column = new QWidget(this);
    column->setMaximumWidth(mostWide);
    auto *inner = new QVBoxLayout(column);
    inner->setContentsMargins(16, 16, 16, 16);
    inner->setSpacing(8);
    auto *symbol = new Symbol(u"tanaban"_s, 40, column);
    symbol->setSymbol(u"tanaban"_s, Symbol::Tone::Accent);
    inner->addWidget(symbol, 0, Qt::AlignHCenter);
    for (QLabel *label : {title, where, m_note})
        inner->addWidget(label);
    inner->addSpacing(8);
    for (QAction *action : {actions.tryDemo,
                            actions.newCompany,
                            actions.importFiles,
                            actions.openDatabase,
                            actions.connectServer})
    {
        auto *button = new ChoiceButton(action->property("symbol").toString(),
                                        plainText(action->text()),
                                        action->statusTip(),
                                        column);
        button->setObjectName(action->objectName() + u"Choice"_s);
        connect(button, &QAbstractButton::clicked, action, &QAction::trigger, Qt::QueuedConnection);
        inner->addWidget(button);
        if (action == actions.tryDemo)
            setFocusProxy(button);
    }
    inner->addWidget(makeRecent(here));
    // A low window scrolls; a high one shows all of it in the middle.
    auto *page = new QWidget(this);
    auto *middle = new QHBoxLayout(page);
    middle->addStretch(1);
    middle->addWidget(column, 100, Qt::AlignVCenter);
    middle->addStretch(1);
    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(page);
    scroll->setBackgroundRole(QPalette::Base);
    page->setBackgroundRole(QPalette::Base);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(scroll);
}

QWidget *StartPage::makeRecent(const DatabaseUrl &here)
{
    auto *box = new QWidget(this);
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 8, 0, 0);
    layout->setSpacing(2);
    QList<DatabaseUrl> recent = recentDatabases();
    recent.removeAll(here);
    auto *title = new QLabel(tr("Opened before"), box);
    title->setForegroundRole(QPalette::PlaceholderText);
    layout->addWidget(title);
    for (const DatabaseUrl &url : std::as_const(recent)) {
        auto *button = new QPushButton(shortNameOf(url), box);
        button->setObjectName(u"recentButton"_s);
        button->setToolTip(whereIs(url));
        button->setAccessibleDescription(whereIs(url));
        button->setAutoDefault(false);
        connect(
            button,
            &QPushButton::clicked,
            this,
            [this, url] { Q_EMIT recentChosen(url); },
            Qt::QueuedConnection);
        layout->addWidget(button);
    }
    box->setVisible(!recent.isEmpty());
    return box;
}

void StartPage::tell(const QString &note)
{
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
}

} // namespace tanaban::ui
