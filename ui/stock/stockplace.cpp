#include "ui/stock/stockplace.h"

#include "ui/look/symbol.h"
#include "ui/look/theme.h"
#include "ui/stock/filterbar.h"
#include "ui/stock/stockmodel.h"
#include "ui/stock/stockview.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace tanaban::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int typingRestMilliseconds = 40;
constexpr int showWorkingAfterMilliseconds = 300;
constexpr int showStopAfterMilliseconds = 2000;
constexpr int requeryAfterMilliseconds = 1500;

} // namespace

StockPlace::StockPlace(Store &store, BackgroundRunner &runner, QWidget *parent)
    : QWidget(parent)
    , m_model(new StockModel(store, runner, this))
    , m_filters(new FilterBar(this))
    , m_view(new StockView(*m_model, this))
    , m_pages(new QStackedWidget(this))
    , m_working(new QProgressBar(this))
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_working->setRange(0, 0);
    m_working->setTextVisible(false);
    m_working->setFixedHeight(3);
    m_working->setAccessibleName(tr("Working"));
    QSizePolicy keepsItsRoom = m_working->sizePolicy();
    keepsItsRoom.setRetainSizeWhenHidden(true); // nothing jumps when work begins or ends
    m_working->setSizePolicy(keepsItsRoom);
    m_working->hide();
    m_pages->addWidget(m_view);
    m_pages->addWidget(makeEmptyPage());

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_filters);
    layout->addWidget(makeStrip());
    layout->addWidget(m_working);
    layout->addWidget(m_pages, 1);

    const auto once = [](QTimer &timer, int milliseconds) {
        timer.setSingleShot(true);
        timer.setInterval(milliseconds);
    };
    once(m_typing, typingRestMilliseconds);
    once(m_showWorking, showWorkingAfterMilliseconds);
    once(m_showStop, showStopAfterMilliseconds);
    once(m_requery, requeryAfterMilliseconds);
    connect(&m_typing, &QTimer::timeout, this, &StockPlace::ask);
    connect(&m_showWorking, &QTimer::timeout, m_working, &QWidget::show);
    connect(&m_showStop, &QTimer::timeout, this, [this] {
        m_stripText->setText(tr("Still searching. What is shown is from before."));
        m_stripButton->setText(tr("Stop"));
        m_strip->show();
    });
    connect(&m_requery, &QTimer::timeout, m_model, &StockModel::requery);

    connect(m_filters, &FilterBar::filterChanged, this, &StockPlace::ask);
    connect(m_filters, &FilterBar::placeRemoved, this, &StockPlace::placeRemoved);
    connect(m_filters, &FilterBar::textRemoved, this, &StockPlace::textRemoved);
    connect(m_model, &StockModel::firstPageArrived, this, &StockPlace::onFirstPage);
    connect(m_model, &StockModel::completed, this, &StockPlace::showWhatIsThere);
    connect(m_model, &StockModel::busyChanged, this, &StockPlace::onBusy);
    connect(m_model, &StockModel::failed, this, &StockPlace::fail);
    connect(m_view, &StockView::currentIdChanged, this, &StockPlace::currentIdChanged);
    connect(m_view, &StockView::opened, this, &StockPlace::opened);
}

QWidget *StockPlace::makeEmptyPage()
{
    auto *page = new QWidget(this);
    m_emptyTitle = new QLabel(page);
    m_emptyTitle->setFont(fontOf(TextSize::Title, true));
    m_emptyTitle->setAlignment(Qt::AlignCenter);
    m_emptyText = new QLabel(page);
    m_emptyText->setAlignment(Qt::AlignCenter);
    m_emptyText->setForegroundRole(QPalette::PlaceholderText);
    m_emptyButton = new QPushButton(tr("Receive goods…"), page);
    m_clearButton = new QPushButton(tr("Clear all filters"), page);
    connect(m_emptyButton, &QPushButton::clicked, this, &StockPlace::receiveWanted);
    connect(m_clearButton, &QPushButton::clicked, m_filters->clearAction(), &QAction::trigger);

    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(m_emptyButton);
    buttons->addWidget(m_clearButton);
    buttons->addStretch();
    auto *layout = new QVBoxLayout(page);
    layout->addStretch(2);
    layout->addWidget(new Symbol(u"empty"_s, 48, page));
    layout->addSpacing(8);
    layout->addWidget(m_emptyTitle);
    layout->addWidget(m_emptyText);
    layout->addSpacing(8);
    layout->addLayout(buttons);
    layout->addStretch(3);
    return page;
}

QWidget *StockPlace::makeStrip()
{
    m_strip = new QWidget(this);
    m_strip->setObjectName(u"strip"_s);
    m_strip->setAttribute(Qt::WA_StyledBackground);
    m_stripText = new QLabel(m_strip);
    m_stripText->setWordWrap(true);
    m_stripButton = new QPushButton(m_strip);
    m_stripButton->setObjectName(u"stripButton"_s);
    auto *layout = new QHBoxLayout(m_strip);
    layout->setContentsMargins(16, 6, 8, 6);
    layout->addWidget(new Symbol(u"warning"_s, 16, m_strip));
    layout->addWidget(m_stripText, 1);
    layout->addWidget(m_stripButton);
    connect(m_stripButton, &QPushButton::clicked, this, [this] {
        const bool stop = m_model->busy();
        hideStrip();
        if (stop)
            m_model->cancel();
        else
            ask();
    });
    m_strip->hide();
    return m_strip;
}

void StockPlace::setPlace(const QString &title, const QString &warehouse, std::optional<int> zone)
{
    m_filters->setPlace(title, warehouse, zone);
    ask();
}

void StockPlace::setText(const QString &text)
{
    m_filters->setText(text);
    m_typing.start();
}

void StockPlace::setTextAndSelect(const QString &text)
{
    const bool asked = m_model->answered() && m_model->filter().text == text;
    m_filters->setText(text);
    if (asked && !m_typing.isActive()) {
        m_view->selectFirst();
        return;
    }
    m_selectFirst = true;
    ask();
}

void StockPlace::ask()
{
    m_typing.stop();
    m_model->setQuery(m_filters->filter(), m_model->sorting());
    m_filters->setCount(std::nullopt, false);
}

void StockPlace::refresh()
{
    m_model->refreshVisible();
    // Asking for every id anew is dear on a large stock: not more often than this, however much
    // is going on.
    if (!m_requery.isActive() && !m_model->busy())
        m_requery.start();
}

void StockPlace::onFirstPage()
{
    if (std::exchange(m_selectFirst, false))
        m_view->selectFirst();
    showWhatIsThere();
}

void StockPlace::showWhatIsThere()
{
    hideStrip();
    const int rows = m_model->rowCount();
    m_filters->setCount(rows, !m_model->complete());
    const bool filtered = m_filters->filter() != StockFilter{};
    m_emptyTitle->setText(filtered ? tr("Nothing here fits") : tr("No stock yet"));
    m_emptyText->setText(
        filtered ? tr("No stock row fits the search text and the filters.")
                 : tr("Goods appear here as soon as they have been received into a zone."));
    m_emptyButton->setVisible(!filtered);
    m_clearButton->setVisible(filtered);
    m_pages->setCurrentIndex(rows == 0 ? 1 : 0);
}

void StockPlace::onBusy(bool busy)
{
    if (busy) {
        m_showWorking.start();
        m_showStop.start();
        return;
    }
    m_showWorking.stop();
    m_showStop.stop();
    m_working->hide();
    if (!m_model->complete() && m_model->answered())
        m_filters->setCount(m_model->rowCount(), false);
    hideStrip();
}

void StockPlace::fail(const ReadFailure &failure)
{
    m_stripText->setText(failure.kind == ReadFailure::Kind::Busy
                             ? tr("The database is busy. What is shown is from before.")
                             : tr("The database does not answer. What is shown is from before; "
                                  "nothing was changed."));
    m_stripText->setToolTip(failure.detail);
    m_stripButton->setText(tr("Try again"));
    m_strip->show();
    Q_EMIT readFailed(failure);
}

void StockPlace::hideStrip()
{
    m_strip->hide();
}

} // namespace tanaban::ui
