#include "ui/orders/orderpanel.h"

#include "ui/actiontext.h"
#include "ui/look/detailsparts.h"
#include "ui/look/tint.h"
#include "ui/words.h"

#include <QAction>
#include <QLocale>
#include <QToolButton>
#include <QVBoxLayout>

namespace tanaban::ui {

using namespace Qt::StringLiterals;

namespace {

/// More would make the panel slow, and nobody reads them there.
constexpr size_t mostLinesShown = 60;
constexpr size_t mostEventsShown = 60;

void emptyOut(QLayout *layout)
{
    while (QLayoutItem *item = layout->takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

/// A part of the panel with a heading; what stands in it is added to the layout.
std::pair<QWidget *, QVBoxLayout *> partOf(QWidget *page, const QString &name, const QString &title)
{
    auto *part = new QWidget(page);
    part->setObjectName(name);
    auto *content = new QVBoxLayout;
    content->setSpacing(2);
    auto *layout = new QVBoxLayout(part);
    layout->setContentsMargins(0, 8, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(secondaryLabel(part, title));
    layout->addLayout(content);
    return {part, content};
}

} // namespace

OrderPanel::OrderPanel(const QList<QAction *> &actions, QWidget *parent)
    : QScrollArea(parent)
{
    setObjectName(u"orderPanel"_s);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("Details"));
    auto *pages = new QWidget(this);
    auto *layout = new QVBoxLayout(pages);
    layout->setContentsMargins(0, 0, 0, 0);
    m_empty = emptyDetails(
        tr("Select an order to see its lines,\nwhere their goods lie, and who did what."), this);
    m_content = makeContent(actions);
    layout->addWidget(m_empty);
    layout->addWidget(m_content);
    setWidget(pages);
    clear();
}

QWidget *OrderPanel::makeContent(const QList<QAction *> &actions)
{
    auto *page = new QWidget(this);
    m_number = plainLabel(page, TextSize::Title, true);
    m_number->setObjectName(u"orderNumber"_s);
    m_partner = secondaryLabel(page);
    m_partner->setObjectName(u"orderPartner"_s);
    m_figure = plainLabel(page, TextSize::Figure, true);
    m_figure->setObjectName(u"orderFigure"_s);
    m_figure->setWordWrap(false);
    m_unit = plainLabel(page, TextSize::Normal);
    m_unit->setForegroundRole(QPalette::PlaceholderText);
    m_unit->setWordWrap(false);
    m_split = plainLabel(page, TextSize::Secondary);
    m_split->setObjectName(u"orderSplit"_s);
    auto *figure = new QHBoxLayout;
    figure->setSpacing(6);
    figure->addWidget(m_figure, 0, Qt::AlignBottom);
    figure->addWidget(m_unit, 0, Qt::AlignBottom);
    figure->addStretch();
    QGridLayout *facts = factsGrid();
    m_state = addFact(facts, tr("State"), page);
    m_state->setObjectName(u"orderState"_s);
    m_due = addFact(facts, tr("Due"), page);
    m_due->setObjectName(u"orderDue"_s);
    m_priority = addFact(facts, tr("Priority"), page);
    auto *buttons = new QGridLayout;
    buttons->setSpacing(4);
    constexpr int inOneLine = 2;
    for (QAction *action : actions) {
        auto *button = new QToolButton(page);
        button->setDefaultAction(action);
        button->setToolButtonStyle(Qt::ToolButtonTextOnly);
        button->setProperty("outlined", true);
        button->setAccessibleName(plainText(action->text()));
        button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        const int number = buttons->count();
        buttons->addWidget(button, number / inOneLine, number % inOneLine);
    }
    std::tie(m_linesPart, m_lines) = partOf(page, u"orderLinesPart"_s, tr("Lines"));
    std::tie(m_historyPart, m_events) = partOf(page, u"orderHistory"_s, tr("History"));
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(detailsEdge, 12, detailsEdge, detailsEdge);
    layout->setSpacing(2);
    layout->addWidget(m_number);
    layout->addWidget(m_partner);
    layout->addSpacing(6);
    layout->addLayout(figure);
    layout->addWidget(m_split);
    layout->addSpacing(8);
    layout->addLayout(facts);
    layout->addSpacing(8);
    layout->addLayout(buttons);
    layout->addWidget(m_linesPart);
    layout->addWidget(m_historyPart);
    layout->addStretch(1);
    return page;
}

void OrderPanel::clear()
{
    m_content->hide();
    m_empty->show();
    m_shown.clear();
}

void OrderPanel::showOrder(const RecordRow &row)
{
    const Record &order = row.record;
    const QDate today = QDate::currentDate();
    const QString number = order.key.value(u"number"_s).toString();
    const OrderProgress progress = row.progress.value_or(OrderProgress());
    m_number->setText(number);
    m_partner->setText(
        QString(order.fields.value(u"partner_code"_s).toString() + u' ' + progress.partnerName)
            .trimmed());
    showFigure(progress);
    m_state->setText(OrderText::state(order));
    const QString due = OrderText::due(order, today);
    m_due->setText(due.isEmpty() ? u"–"_s : due);
    tint(m_due, OrderText::isOverdue(order, today) ? Tint::Bad : Tint::Plain);
    const QJsonValue priority = order.fields.value(u"priority"_s);
    m_priority->setText(priority.isDouble() ? QLocale().toString(priority.toInteger()) : u"–"_s);
    if (m_shown != number) { // of another order
        m_linesPart->hide();
        m_historyPart->hide();
    }
    m_empty->hide();
    m_content->show();
}

void OrderPanel::showFigure(const OrderProgress &progress)
{
    m_figure->setText(
        tr("%1 of %2", "lines of an order with goods, all its lines")
            .arg(QLocale().toString(progress.covered), QLocale().toString(progress.lines)));
    m_unit->setText(tr("lines allocated"));
    QStringList parts;
    if (progress.shipped > 0)
        parts << tr("%n line(s) shipped", nullptr, progress.shipped);
    if (progress.lacking() > 0)
        parts << tr("%n line(s) still lack goods", nullptr, progress.lacking());
    m_split->setText(parts.join(u" · "_s));
    m_split->setVisible(!parts.isEmpty());
    tint(m_split, progress.lacking() > 0 ? Tint::Low : Tint::Secondary);
}

void OrderPanel::showDetails(const OrderDetails &details)
{
    m_shown = details.order.key.value(u"number"_s).toString();
    emptyOut(m_lines);
    const bool unfinished = details.order.fields.value(u"state"_s) == codeOf(OrderState::Open);
    for (size_t i = 0; i < std::min(details.lines.size(), mostLinesShown); ++i) {
        const OrderLine &line = details.lines[i];
        showLine(line, details.products);
        if (!unfinished || line.lacking() == 0)
            continue;
        QLabel *lacking = plainLabel(m_linesPart, TextSize::Secondary);
        lacking->setObjectName(u"lineLacking"_s);
        lacking->setText(
            tr("%1 still lacking")
                .arg(OrderText::quantity(line.lacking(), line.product, details.products)));
        tint(lacking, Tint::Low);
        m_lines->addWidget(lacking);
    }
    if (details.lines.size() > mostLinesShown) {
        QLabel *more = secondaryLabel(m_linesPart);
        more->setText(
            tr("and %n more line(s)", nullptr, int(details.lines.size() - mostLinesShown)));
        m_lines->addWidget(more);
    }
    m_linesPart->setVisible(!details.lines.empty());
    showHistory(details);
}

void OrderPanel::showLine(const OrderLine &line, const Goods &goods)
{
    QLabel *name = plainLabel(m_linesPart, TextSize::Normal, true);
    name->setObjectName(u"lineName"_s);
    name->setText(tr("%1. %2", "number of an order line, what it says")
                      .arg(QString::number(line.number), OrderText::product(line.product, goods)));
    name->setContentsMargins(0, m_lines->count() == 0 ? 0 : 6, 0, 0);
    m_lines->addWidget(name);
    QLabel *summary = plainLabel(m_linesPart);
    summary->setObjectName(u"lineSummary"_s);
    summary->setText(OrderText::lineSummary(line, goods));
    m_lines->addWidget(summary);
    for (const OrderAllocation &allocation : line.allocations) {
        QLabel *where = secondaryLabel(m_linesPart);
        where->setObjectName(u"linePlace"_s);
        where->setText(OrderText::place(allocation, line.product, goods));
        m_lines->addWidget(where);
    }
}

void OrderPanel::showHistory(const OrderDetails &details)
{
    emptyOut(m_events);
    for (size_t i = 0; i < std::min(details.history.size(), mostEventsShown); ++i) {
        const OrderEvent &event = details.history[i];
        const QString text = OrderText::deedOf(event, details.products);
        if (text.isEmpty())
            continue;
        QLabel *deed = plainLabel(m_historyPart, TextSize::Normal, true);
        deed->setObjectName(u"deed"_s);
        deed->setText(text);
        QLabel *who = secondaryLabel(m_historyPart, OrderText::whoAndWhen(event));
        who->setContentsMargins(0, 0, 0, 8);
        m_events->addWidget(deed);
        m_events->addWidget(who);
    }
    m_historyPart->setVisible(m_events->count() > 0); // isEmpty() means: none is seen yet
}

} // namespace tanaban::ui
