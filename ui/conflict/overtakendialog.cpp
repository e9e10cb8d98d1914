#include "ui/conflict/overtakendialog.h"

#include "ui/conflict/keyguard.h"
#include "ui/conflict/storyview.h"
#include "ui/forms/formtext.h"
#include "ui/forms/waitingbar.h"
#include "ui/look/theme.h"
#include "ui/look/tint.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QToolButton>
#include <QVBoxLayout>

namespace tanaban::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int tallestStory = 340;
constexpr int dialogEdge = 16;

struct OvertakenText
{
    Q_DECLARE_TR_FUNCTIONS(ConflictDialog)
};

/// As tall as what it holds, up to a limit.
class StoryArea final : public QScrollArea
{
public:
    StoryArea(int width, QWidget *parent)
        : QScrollArea(parent)
        , m_width(width)
    {
        setFrameShape(QFrame::NoFrame);
        setWidgetResizable(true);
        setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        viewport()->setAutoFillBackground(false);
    }
    QSize sizeHint() const override
    {
        const int wanted = widget()->layout()->hasHeightForWidth()
                               ? widget()->layout()->totalHeightForWidth(m_width)
                               : widget()->sizeHint().height();
        return {m_width, std::min(wanted, tallestStory)};
    }
    /// Never narrower than what it holds: it scrolls downwards only.
    QSize minimumSizeHint() const override
    {
        const int bar = verticalScrollBar()->sizeHint().width();
        return {std::max(200, widget()->minimumSizeHint().width() + bar),
                std::min(sizeHint().height(), 120)};
    }

private:
    int m_width;
};

} // namespace

OvertakenDialog::OvertakenDialog(FormServices &services, int width, QWidget *parent)
    : QDialog(parent)
    , m_services(services)
    , m_width(width)
    , m_submission(new Submission(services, this))
{
    setObjectName(u"conflictDialog"_s);
    setWindowTitle(OvertakenText::tr("Stock changed"));
    setModal(true);
    build();
    m_guard = new KeyGuard(this, services.timing.keyGuard, services.timing.now);
    connect(m_submission, &Submission::finished, this, &OvertakenDialog::onFinished);
    connect(m_submission, &Submission::stateChanged, this, &OvertakenDialog::updateButtons);
    connect(m_submission, &Submission::stopped, this, [this] {
        renewId(); // the old one can never happen any more
        setNote(OvertakenText::tr("It was called off; nothing was changed."), false);
        reload();
    });
    connect(m_waiting, &WaitingBar::leaveRequested, this, [this] {
        done(QDialog::Rejected);
        Q_EMIT left();
    });
    setHeadline(OvertakenText::tr("Stock changed while you were working"));
}

OvertakenDialog::~OvertakenDialog() = default;

void OvertakenDialog::build()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(dialogEdge, dialogEdge, dialogEdge, dialogEdge);
    column->setSpacing(12);
    auto *head = new QVBoxLayout;
    head->setSpacing(4);
    m_headline = new QLabel(this);
    m_headline->setObjectName(u"headline"_s);
    m_headline->setFont(fontOf(TextSize::Title, true));
    m_headline->setWordWrap(true);
    m_goods = new QLabel(this);
    m_goods->setWordWrap(true);
    m_asked = new QLabel(this);
    m_asked->setObjectName(u"askedLabel"_s);
    m_asked->setWordWrap(true);
    for (QLabel *label : {m_goods, m_asked})
        label->setTextFormat(Qt::PlainText);
    tint(m_goods, Tint::Secondary);
    head->addWidget(m_headline);
    head->addWidget(m_goods);
    column->addLayout(head);

    auto *area = new StoryArea(m_width - 2 * dialogEdge, this);
    m_rows = new QWidget(area);
    m_rowsLayout = new QVBoxLayout(m_rows);
    m_rowsLayout->setContentsMargins(0, 0, 0, 0);
    m_rowsLayout->setSpacing(16);
    area->setWidget(m_rows);
    area->setFocusPolicy(Qt::NoFocus);
    column->addWidget(area, 1);

    auto *effect = new QVBoxLayout;
    effect->setSpacing(4);
    m_effectLabel = new QLabel(this);
    m_effectLabel->setObjectName(u"effectLabel"_s);
    m_effectLabel->setTextFormat(Qt::PlainText);
    m_effectLabel->setWordWrap(true);
    m_effectLabel->setFont(fontOf(TextSize::Normal, true));
    effect->addWidget(m_asked);
    effect->addWidget(m_effectLabel);
    column->addLayout(effect);

    m_note = new QLabel(this);
    m_note->setObjectName(u"noteLabel"_s);
    m_note->setTextFormat(Qt::PlainText);
    m_note->setWordWrap(true);
    m_note->hide();
    m_kept = new QLabel(OvertakenText::tr("Nothing has been done yet. What you typed is kept."),
                        this);
    m_kept->setFont(fontOf(TextSize::Secondary));
    tint(m_kept, Tint::Secondary);
    m_waiting = new WaitingBar(*m_submission, m_services.timing, this);
    column->addWidget(m_note);
    column->addWidget(m_kept);
    column->addWidget(m_waiting);
    column->addWidget(buildButtons());
    column->addWidget(buildDetails());
}

QWidget *OvertakenDialog::buildButtons()
{
    auto *bar = new QWidget(this);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 4, 0, 0);
    row->setSpacing(8);
    m_detailsButton = new QToolButton(bar);
    m_detailsButton->setObjectName(u"detailsButton"_s);
    m_detailsButton->setText(OvertakenText::tr("&Details"));
    m_detailsButton->setArrowType(Qt::RightArrow);
    m_detailsButton->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_detailsButton->setCheckable(true);
    m_detailsButton->setFocusPolicy(Qt::StrongFocus);
    m_back = new QPushButton(OvertakenText::tr("&Back"), bar);
    m_back->setObjectName(u"backButton"_s);
    m_edit = new QPushButton(OvertakenText::tr("&Edit my request"), bar);
    m_edit->setObjectName(u"editButton"_s);
    m_retry = new QPushButton(OvertakenText::tr("&Refresh and retry"), bar);
    m_retry->setObjectName(u"retryButton"_s);
    for (QPushButton *button : {m_back, m_edit})
        button->setAutoDefault(false);
    row->addWidget(m_detailsButton);
    row->addStretch(1);
    row->addWidget(m_back);
    row->addWidget(m_edit);
    row->addWidget(m_retry);
    connect(m_retry, &QPushButton::clicked, this, &OvertakenDialog::retry);
    connect(m_edit, &QPushButton::clicked, this, [this] { back(true); });
    connect(m_back, &QPushButton::clicked, this, [this] { back(false); });
    return bar;
}

QWidget *OvertakenDialog::buildDetails()
{
    m_details = new QWidget(this);
    auto *column = new QVBoxLayout(m_details);
    column->setContentsMargins(0, 0, 0, 0);
    m_technical = new QPlainTextEdit(m_details);
    m_technical->setObjectName(u"technicalText"_s);
    m_technical->setAccessibleName(OvertakenText::tr("Technical details"));
    m_technical->setReadOnly(true);
    m_technical->setTabChangesFocus(true);
    m_technical->setFixedHeight(120);
    m_technical->setFont(fontOf(TextSize::Secondary));
    auto *copy = new QPushButton(OvertakenText::tr("&Copy"), m_details);
    copy->setObjectName(u"copyButton"_s);
    copy->setAutoDefault(false);
    connect(copy, &QPushButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(m_technical->toPlainText());
    });
    column->addWidget(m_technical);
    column->addWidget(copy, 0, Qt::AlignLeft);
    m_details->hide();
    connect(m_detailsButton, &QToolButton::toggled, this, [this](bool open) {
        m_detailsButton->setArrowType(open ? Qt::DownArrow : Qt::RightArrow);
        m_details->setVisible(open);
        fitHeight(this);
    });
    return m_details;
}

void OvertakenDialog::setHeadline(const QString &text)
{
    m_headline->setText(text);
}

void OvertakenDialog::showPicture(const ConflictPicture &picture)
{
    m_effect = picture.effect;
    m_goods->setText(picture.goods);
    m_goods->setVisible(!picture.goods.isEmpty());
    m_asked->setText(picture.asked);
    showRows(picture);
    m_effectLabel->setText((picture.effect.possible ? u"→  "_s : u"⚠  "_s) + picture.effect.text);
    styleInColours(m_effectLabel, [possible = picture.effect.possible](const Colours &colours) {
        const QColor colour = possible ? colours.accent : colours.bad;
        return u"QLabel { color: %1; background: %2; border-left: 3px solid %1; "
               "border-radius: 2px; padding: 8px 12px; }"_s.arg(
                   colour.name(), mixed(colours.base, colour, 0.1).name());
    });
    m_retry->setToolTip(picture.effect.possible ? QString() : picture.effect.text);
    m_technical->setPlainText(picture.technical);
    m_guard->arm();
    setLoading(false);
    fitHeight(this);
}

void OvertakenDialog::tellFailure(const ReadFailure &failure)
{
    setNote(readFailureText(failure), true);
    setLoading(false);
}

void OvertakenDialog::setLoading(bool loading)
{
    m_loading = loading;
    updateButtons();
}

void OvertakenDialog::showRows(const ConflictPicture &picture)
{
    while (QLayoutItem *item = m_rowsLayout->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const RowStory &story : picture.rows)
        m_rowsLayout->addWidget(new StoryView(story, m_rows));
    m_rowsLayout->addStretch(1);
}

void OvertakenDialog::setNote(const QString &text, bool bad)
{
    m_note->setText(text);
    tint(m_note, bad ? Tint::Bad : Tint::Plain);
    m_note->setVisible(!text.isEmpty());
}

void OvertakenDialog::retry()
{
    if (!m_retry->isEnabled())
        return;
    setNote({}, false);
    Q_EMIT sending();
    send(*m_submission);
}

void OvertakenDialog::onFinished(const CommandResult &result)
{
    if (std::holds_alternative<Committed>(result.outcome)) {
        done(QDialog::Accepted);
        Q_EMIT committed(result);
        return;
    }
    if (result.idSpent)
        renewId();
    if (const auto *busy = std::get_if<Busy>(&result.outcome)) {
        setNote(busyText(*busy), true);
        return;
    }
    if (const auto *rejected = std::get_if<tanaban::Rejected>(&result.outcome))
        setNote(messageOf(rejected->error), true);
    else
        setHeadline(OvertakenText::tr("It changed again while you were reading"));
    reload();
}

void OvertakenDialog::updateButtons()
{
    const bool idle = m_submission->state() == Submission::State::Idle && !m_loading;
    m_edit->setEnabled(idle);
    m_back->setEnabled(idle);
    m_retry->setEnabled(idle && m_effect.possible);
    m_retry->setDefault(m_effect.possible);
    m_edit->setDefault(!m_effect.possible);
    if (!idle)
        return;
    QPushButton *first = m_effect.possible ? m_retry : m_edit;
    const QWidget *focused = focusWidget();
    if (!focused || focused == m_retry || focused == m_edit || !focused->isEnabled())
        first->setFocus();
}

void OvertakenDialog::reject()
{
    if (m_submission->state() == Submission::State::Idle)
        back(false);
    else
        m_waiting->giveUp();
}

void OvertakenDialog::back(bool edit)
{
    done(QDialog::Rejected);
    Q_EMIT returned(edit);
}

} // namespace tanaban::ui
