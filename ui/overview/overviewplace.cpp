#include "ui/overview/overviewplace.h"

#include "ui/forms/formtext.h"
#include "ui/look/theme.h"
#include "ui/overview/overviewcards.h"
#include "ui/session.h"
#include "ui/words.h"

#include <QApplication>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace tanaban::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int placeEdge = 16;
constexpr int cardGap = 12;
constexpr int leastCardWidth = 280;
constexpr int mostColumns = 3;
constexpr qint64 leastPauseMilliseconds = 2000;
/// A large stock takes long to look through: it is looked through a quarter of the time at most.
constexpr qint64 pauseFactor = 3;
constexpr qint64 retryMilliseconds = 5000;
/// Days begin, and hours pass, without anybody changing anything.
constexpr int nowAndThenMilliseconds = 5 * 60'000;

} // namespace

OverviewPlace::OverviewPlace(const PlaceServices &services, QWidget *parent)
    : Place(parent)
    , m_services(services)
    , m_title(new QLabel(title(), this))
    , m_asOf(new QLabel(this))
    , m_loading(new QLabel(tr("Looking through the stock…"), this))
    , m_calm(makeCalm())
    , m_area(new QScrollArea(this))
    , m_page(new QWidget(m_area))
    , m_grid(new QGridLayout)
    , m_pause(leastPauseMilliseconds)
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_title->setFont(fontOf(TextSize::Title, true));
    m_asOf->setObjectName(u"asOf"_s);
    m_asOf->setForegroundRole(QPalette::PlaceholderText);
    m_loading->setObjectName(u"loading"_s);
    m_loading->setAlignment(Qt::AlignCenter);
    m_loading->setWordWrap(true);
    m_loading->setForegroundRole(QPalette::PlaceholderText);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(placeEdge, 8, placeEdge, 8);
    head->setSpacing(cardGap);
    head->addWidget(m_title);
    head->addWidget(m_asOf, 1);
    m_grid->setSpacing(cardGap);
    auto *page = new QVBoxLayout(m_page);
    page->setContentsMargins(placeEdge, 4, placeEdge, placeEdge);
    page->setSpacing(cardGap);
    page->addWidget(m_calm);
    page->addLayout(m_grid);
    page->addStretch();
    m_calm->hide();
    m_page->setBackgroundRole(QPalette::Base);
    m_area->setBackgroundRole(QPalette::Base);
    m_area->setWidgetResizable(true);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setFocusPolicy(Qt::NoFocus);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_area->setWidget(m_page);
    m_area->hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(m_loading, 1);
    column->addWidget(m_area, 1);
    m_soon.setSingleShot(true);
    connect(&m_soon, &QTimer::timeout, this, &OverviewPlace::read);
    m_nowAndThen.setInterval(nowAndThenMilliseconds);
    connect(&m_nowAndThen, &QTimer::timeout, this, &OverviewPlace::refresh);
}

QWidget *OverviewPlace::makeCalm()
{
    auto *calm = new QWidget(this);
    calm->setObjectName(u"calm"_s);
    auto *symbol = new Symbol(u"connected"_s, 32, calm);
    symbol->setSymbol(u"connected"_s, Symbol::Tone::Good);
    auto *title = new QLabel(tr("Nothing needs anybody now"), calm);
    title->setFont(fontOf(TextSize::Title, true));
    title->setAlignment(Qt::AlignCenter);
    auto *text = new QLabel(tr("Nothing is low, expiring, expired, quarantined or damaged, and "
                               "every zone has room."),
                            calm);
    text->setAlignment(Qt::AlignCenter);
    text->setWordWrap(true);
    text->setForegroundRole(QPalette::PlaceholderText);
    auto *column = new QVBoxLayout(calm);
    column->setContentsMargins(0, 48, 0, 48);
    column->addWidget(symbol);
    column->addWidget(title);
    column->addWidget(text);
    return calm;
}

QString OverviewPlace::title() const
{
    return tr("Overview");
}

Card *OverviewPlace::card(const QString &id) const
{
    for (const std::vector<Card *> *cards : {&m_needs, &m_hours}) {
        const auto found = std::ranges::find(*cards, id, &QObject::objectName);
        if (found != cards->end())
            return *found;
    }
    return nullptr;
}

void OverviewPlace::restore(const QJsonObject &)
{
    m_nowAndThen.start();
    read();
}

void OverviewPlace::acceptSearch(const QString &text)
{
    Q_EMIT wanted({u"stock"_s, {{u"text"_s, text}}});
}

void OverviewPlace::refresh()
{
    if (m_reading)
        m_again = true;
    else if (!m_soon.isActive())
        readAfter(m_sinceRead.isValid() ? m_pause - m_sinceRead.elapsed() : 0);
}

void OverviewPlace::readAfter(qint64 milliseconds)
{
    m_soon.start(int(std::max<qint64>(0, milliseconds)));
}

void OverviewPlace::showEvent(QShowEvent *event)
{
    Place::showEvent(event);
    if (std::exchange(m_unseen, false))
        refresh();
}

void OverviewPlace::read()
{
    // Not for nobody; restore() comes just before the place is first shown.
    if (!isVisible() && m_sinceRead.isValid()) {
        m_unseen = true;
        return;
    }
    m_reading = true;
    m_again = false;
    m_sinceRead.start();
    m_services.session.runner().run(
        this,
        [&reader = m_services.session.overview()] { return reader.overview(); },
        [this](const Read<Overview> &overview) {
            m_reading = false;
            ++m_readings;
            m_pause = std::max(leastPauseMilliseconds, pauseFactor * m_sinceRead.elapsed());
            m_sinceRead.start();
            if (overview)
                take(*overview);
            else
                onFailed(overview.error());
            if (std::exchange(m_again, false))
                refresh();
        });
}

/// What is shown stays; it is told once, and tried again.
void OverviewPlace::onFailed(const ReadFailure &failure)
{
    if (m_area->isHidden())
        m_loading->setText(readFailureText(failure));
    if (!std::exchange(m_failing, true))
        Q_EMIT message(readFailureText(failure));
    readAfter(retryMilliseconds);
}

void OverviewPlace::take(const Overview &overview)
{
    m_failing = false;
    m_asOf->setText(tr("all warehouses, as of %1").arg(Words::moment(overview.asOf)));
    const bool calm = overview.isCalm();
    const bool hadFocus = m_loading->isVisible() && hasFocus();
    put(calm ? std::vector<CardContent>() : OverviewCards::needs(overview), m_needs);
    put(OverviewCards::hours(overview), m_hours);
    m_calm->setVisible(calm);
    m_loading->hide();
    m_area->show();
    m_columns = 0; // there may be other cards now
    arrange();
    orderTabs();
    if (hadFocus)
        takeFocus();
}

/// The cards with the same names stay, and with them the keyboard.
void OverviewPlace::put(const std::vector<CardContent> &contents, std::vector<Card *> &cards)
{
    const bool hadFocus = std::ranges::any_of(
        cards, [](const Card *card) { return card->isAncestorOf(QApplication::focusWidget()); });
    std::vector<Card *> now;
    for (const CardContent &content : contents) {
        const auto known = std::ranges::find_if(cards, [&content](const Card *card) {
            return card->objectName() == content.id && card->isWide() == content.wide;
        });
        if (known != cards.end()) {
            (*known)->setContent(content);
            now.push_back(*known);
            continue;
        }
        now.push_back(new Card(content, m_page));
        connect(now.back(), &Card::opened, this, &Place::wanted);
    }
    for (Card *card : cards) {
        if (std::ranges::find(now, card) == now.end())
            delete card;
    }
    cards = std::move(now);
    const bool hasFocusStill = std::ranges::any_of(
        cards, [](const Card *card) { return card->isAncestorOf(QApplication::focusWidget()); });
    if (hadFocus && !hasFocusStill)
        takeFocus();
}

void OverviewPlace::resizeEvent(QResizeEvent *event)
{
    Place::resizeEvent(event);
    arrange();
}

void OverviewPlace::arrange()
{
    const int room = width() - 2 * placeEdge;
    const int columns = std::clamp((room + cardGap) / (leastCardWidth + cardGap), 1, mostColumns);
    if (columns == m_columns)
        return;
    m_columns = columns;
    for (int column = 0; column < mostColumns; ++column)
        m_grid->setColumnStretch(column, column < columns ? 1 : 0);
    int at = 0;
    for (const std::vector<Card *> *cards : {&m_needs, &m_hours}) {
        at = (at + columns - 1) / columns * columns; // a line of their own
        for (Card *card : *cards) {
            const int span = card->isWide() ? columns : 1;
            m_grid->addWidget(card, at / columns, at % columns, 1, span);
            card->show();
            at += span;
        }
    }
}

/// A card with its bars, then the next one, whenever they were made.
void OverviewPlace::orderTabs()
{
    QWidget *before = nullptr;
    const auto next = [&before](QWidget *widget) {
        if (before)
            setTabOrder(before, widget);
        before = widget;
    };
    for (const std::vector<Card *> *cards : {&m_needs, &m_hours}) {
        for (const Card *card : *cards) {
            next(card->head());
            for (size_t bar = 0; QAbstractButton *button = card->plot()->button(bar); ++bar)
                next(button);
        }
    }
}

void OverviewPlace::takeFocus()
{
    const std::vector<Card *> &cards = m_needs.empty() ? m_hours : m_needs;
    if (cards.empty())
        setFocus(Qt::ShortcutFocusReason);
    else
        cards.front()->head()->setFocus(Qt::ShortcutFocusReason);
}

QString OverviewPlace::selectedText() const
{
    const QWidget *focus = QApplication::focusWidget();
    if (!focus || !isAncestorOf(focus))
        return {};
    const QString sentence = focus->accessibleDescription();
    return sentence.isEmpty() ? focus->accessibleName()
                              : QString(focus->accessibleName() + u' ' + sentence);
}

std::vector<PlaceScene> OverviewPlace::scenes()
{
    // Where the keyboard is has to be seen, in a plot too.
    return {{u"bar"_s, {[this] {
                 for (Card *card : m_hours) {
                     if (QAbstractButton *bar = card->plot()->button(10))
                         bar->setFocus(Qt::TabFocusReason);
                 }
             }}}};
}

} // namespace tanaban::ui
