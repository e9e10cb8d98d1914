#include "ui/orders/orderlinesedit.h"

#include "ui/forms/productfield.h"
#include "ui/forms/quantityedit.h"
#include "ui/look/tint.h"
#include "ui/orders/orderlinerow.h"

#include <QJsonArray>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace tanaban::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int leastLinesHeight = 190; ///< some lines are seen at once

} // namespace

OrderLinesEdit::OrderLinesEdit(FormServices &services, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_area(new QScrollArea(this))
    , m_rows(nullptr)
    , m_add(new QToolButton(this))
{
    auto *content = new QWidget(m_area);
    content->setBackgroundRole(QPalette::Base);
    m_rows = new QVBoxLayout(content);
    m_rows->setContentsMargins(8, 8, 8, 8);
    m_rows->setSpacing(4);
    m_rows->addWidget(OrderLineRow::makeHead(content));
    m_rows->addStretch(1);
    m_area->setObjectName(u"orderLines"_s);
    m_area->setWidget(content);
    m_area->setWidgetResizable(true);
    m_area->setMinimumHeight(leastLinesHeight);
    m_area->setFocusPolicy(Qt::NoFocus);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_area->setFrameShape(QFrame::NoFrame);
    styleInColours(m_area, [](const Colours &colours) {
        return u"QScrollArea { border: 1px solid %1; border-radius: 5px; background: %2 }"_s.arg(
            colours.border.name(), colours.base.name());
    });
    m_add->setText(tr("Add a line"));
    m_add->setObjectName(u"addLineButton"_s);
    m_add->setProperty("outlined", true);
    m_add->setFocusPolicy(Qt::TabFocus);
    m_add->setToolTip(tr("Enter in the last field adds one too"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_area, 1);
    layout->addWidget(m_add, 0, Qt::AlignLeft);
    connect(m_add, &QToolButton::clicked, this, [this] { addLine()->product()->setFocus(); });
    addLine();
}

OrderLineRow *OrderLinesEdit::addLine()
{
    QWidget *before = m_lines.empty() ? static_cast<QWidget *>(m_area)
                                      : m_lines.back()->lastField();
    auto *line = new OrderLineRow(m_services, m_area->widget());
    m_lines.push_back(line);
    m_rows->insertWidget(m_rows->count() - 1, line);
    line->show();
    setTabOrder(before, line->product());
    setTabOrder(line->product(), line->quantity());
    setTabOrder(line->quantity(), line->lastField());
    setTabOrder(line->lastField(), m_add);
    connect(line, &OrderLineRow::changed, this, [this] {
        if (!m_filling)
            Q_EMIT changed();
    });
    connect(line, &OrderLineRow::removeWanted, this, [this, line] { removeLine(line); });
    connect(line, &OrderLineRow::wentOn, this, [this, line] { goOnFrom(line); });
    connect(line, &OrderLineRow::finished, this, &OrderLinesEdit::finished);
    connect(line, &OrderLineRow::entered, this, [this, line] {
        m_area->ensureWidgetVisible(line, 0, 8);
    });
    showPositions();
    return line;
}

void OrderLinesEdit::removeLine(OrderLineRow *line)
{
    const auto found = std::ranges::find(m_lines, line);
    const auto at = size_t(found - m_lines.begin());
    m_lines.erase(found);
    line->hide();
    line->disconnect(this);
    line->deleteLater(); // its button is still being pressed
    if (m_lines.empty())
        addLine();
    showPositions();
    m_lines[std::min(at, m_lines.size() - 1)]->firstField()->setFocus();
    Q_EMIT changed();
}

void OrderLinesEdit::showPositions()
{
    int position = 0;
    for (OrderLineRow *line : m_lines)
        line->setPosition(++position);
}

void OrderLinesEdit::setClaims(const std::map<qint64, qint64> &claims)
{
    m_claims = claims;
    showClaims();
}

void OrderLinesEdit::showClaims()
{
    for (OrderLineRow *line : m_lines) {
        const auto claim = m_claims.find(line->number());
        line->setClaim(line->number() == 0 || claim == m_claims.end() ? 0 : claim->second);
    }
}

void OrderLinesEdit::setLines(const QJsonArray &lines)
{
    fill(lines, &OrderLineRow::ask);
}

void OrderLinesEdit::forgetNumbers()
{
    m_greatest = 0;
}

void OrderLinesEdit::retype(const QJsonArray &typed)
{
    fill(typed, &OrderLineRow::retype);
}

void OrderLinesEdit::fill(const QJsonArray &lines, void (OrderLineRow::*take)(const QJsonObject &))
{
    m_filling = true;
    for (OrderLineRow *line : m_lines)
        delete line;
    m_lines.clear();
    for (const QJsonValue &value : lines) {
        OrderLineRow *line = addLine();
        (line->*take)(value.toObject());
        m_greatest = std::max(m_greatest, line->number());
    }
    if (m_lines.empty())
        addLine();
    showClaims();
    m_filling = false;
    loadProducts();
}

/// All of them in one go.
void OrderLinesEdit::loadProducts()
{
    QStringList codes;
    for (const OrderLineRow *line : m_lines) {
        if (line->isAsked())
            codes << line->product()->text();
    }
    codes.removeDuplicates();
    if (codes.isEmpty())
        return;
    m_services.background.run(
        this,
        [&store = m_services.store, codes] { return productsOf(store, codes); },
        [this](const Goods &goods) {
            m_filling = true;
            for (OrderLineRow *line : m_lines) {
                const auto product = goods.constFind(line->product()->text());
                if (line->isAsked() && product != goods.constEnd())
                    line->take(*product);
            }
            m_filling = false;
            Q_EMIT loaded();
        });
}

QJsonValue OrderLinesEdit::lines() const
{
    QJsonArray lines;
    int next = m_greatest;
    for (const OrderLineRow *row : m_lines) {
        if (row->isBlank())
            continue;
        const auto line = row->line(next + 1);
        if (!line)
            return QJsonValue::Undefined;
        next += row->number() == 0 ? 1 : 0;
        lines.append(*line);
    }
    return lines;
}

QString OrderLinesEdit::fault(bool everything) const
{
    int position = 0;
    for (const OrderLineRow *line : m_lines) {
        ++position;
        if (const QString wrong = line->fault(everything); !wrong.isEmpty())
            return tr("Line %1: %2", "of an order; what is wrong").arg(position).arg(wrong);
    }
    return {};
}

QJsonArray OrderLinesEdit::typed() const
{
    QJsonArray typed;
    for (const OrderLineRow *line : m_lines)
        typed.append(line->typed());
    return typed;
}

void OrderLinesEdit::goOnFrom(OrderLineRow *line)
{
    const auto next = std::next(std::ranges::find(m_lines, line));
    (next == m_lines.end() ? addLine() : *next)->firstField()->setFocus();
}

void OrderLinesEdit::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    for (OrderLineRow *line : m_lines) {
        if (!line->fault(true).isEmpty()) {
            line->focusFault();
            return;
        }
    }
    m_lines.front()->firstField()->setFocus();
}

} // namespace tanaban::ui
