#include "ui/look/symbol.h"
#include "ui/session.h"
#include "ui/stock/asofdialog.h"
#include "ui/stock/detailspanel.h"
#include "ui/stock/stockmodel.h"
#include "ui/stock/stockplace.h"
#include "ui/stock/stockview.h"

#include <QAction>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>

// The stock as it was at a past moment, and where its history is told.
namespace tanaban::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 secondsOfADay = 24 * 60 * 60;

} // namespace

bool StockPlace::isPast() const
{
    return m_model->moment().has_value();
}

QWidget *StockPlace::makePastStrip()
{
    m_pastStrip = new QWidget(this);
    m_pastStrip->setObjectName(u"strip"_s); // for its look
    m_pastStrip->setAttribute(Qt::WA_StyledBackground);
    m_pastText = new QLabel(m_pastStrip);
    m_pastText->setObjectName(u"pastText"_s);
    m_pastText->setWordWrap(true);
    auto *button = new QPushButton(tr("Back to now"), m_pastStrip);
    button->setObjectName(u"backToNowButton"_s);
    connect(button, &QPushButton::clicked, m_now, &QAction::trigger);
    auto *layout = new QHBoxLayout(m_pastStrip);
    layout->setContentsMargins(16, 6, 8, 6);
    layout->addWidget(new Symbol(u"clock"_s, 16, m_pastStrip));
    layout->addWidget(m_pastText, 1);
    layout->addWidget(button);
    m_pastStrip->hide();
    return m_pastStrip;
}

void StockPlace::askForMoment()
{
    const Instant yesterday = m_services.session.clock().now().plusSeconds(-secondsOfADay);
    auto *dialog = new AsOfDialog(m_model->moment().value_or(yesterday), window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &AsOfDialog::chosen, this, &StockPlace::showAsOf);
    dialog->open();
}

void StockPlace::showAsOf(std::optional<Instant> moment)
{
    if (moment == m_model->moment())
        return;
    m_model->setMoment(m_services.session.ledger(), moment);
    m_now->setEnabled(isPast());
    if (moment) {
        //: %1 is a day and a time
        m_pastText->setText(
            tr("Stock as of %1. It can be read, not changed.")
                .arg(moment->toDateTime().toLocalTime().toString(u"yyyy-MM-dd HH:mm:ss"_s)));
    }
    m_pastStrip->setVisible(isPast());
    m_details->setMoment(m_services.session.ledger(), moment);
    m_details->showStock(m_view->currentId(), nullptr);
    Q_EMIT selectionChanged();
}

void StockPlace::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && isPast())
        showAsOf(std::nullopt);
    else
        Place::keyPressEvent(event);
}

void StockPlace::showHistory()
{
    QJsonObject what;
    if (m_view->currentId() != 0)
        what.insert(u"stock"_s, m_view->currentId());
    else if (!warehouse().isEmpty())
        what.insert(u"warehouse"_s, warehouse());
    if (what.contains(u"warehouse"_s) && zone())
        what.insert(u"zone"_s, *zone());
    Q_EMIT wanted({u"history"_s, what});
}

} // namespace tanaban::ui
