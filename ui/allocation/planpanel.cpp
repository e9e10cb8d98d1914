#include "ui/allocation/planpanel.h"

#include "ui/actiontext.h"
#include "ui/allocation/planconflict.h"
#include "ui/allocation/planview.h"
#include "ui/forms/factscard.h"
#include "ui/look/theme.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace tanaban::ui {

using namespace Qt::StringLiterals;

namespace {

/// A button that is what its action is: enabled, and why not.
QPushButton *buttonOf(QAction *action, QWidget *parent)
{
    auto *button = new QPushButton(plainText(action->text()), parent);
    button->setObjectName(QString(action->objectName() + u".button"_s));
    button->setAutoDefault(false);
    const auto follow = [action, button] {
        button->setEnabled(action->isEnabled());
        button->setVisible(action->isVisible());
        button->setToolTip(action->toolTip());
    };
    QObject::connect(action, &QAction::changed, button, follow);
    QObject::connect(button, &QPushButton::clicked, action, &QAction::trigger);
    follow();
    return button;
}

} // namespace

PlanPanel::PlanPanel(PersonalSettings &settings, const QList<QAction *> &actions, QWidget *parent)
    : QWidget(parent)
    , m_summary(new QLabel(this))
    , m_strategies(new QLabel(this))
    , m_below(new QLabel(this))
    , m_problem(new QLabel(this))
    , m_model(new PlanModel(this))
{
    setObjectName(u"planPanel"_s);
    m_summary->setObjectName(u"planSummary"_s);
    m_summary->setWordWrap(true);
    m_summary->setFont(fontOf(TextSize::Normal, true));
    m_strategies->setObjectName(u"planStrategies"_s);
    m_strategies->setWordWrap(true);
    m_strategies->setTextFormat(Qt::PlainText);
    m_below->setObjectName(u"linesBelow"_s);
    m_below->setWordWrap(true);
    m_problem->setObjectName(u"planProblem"_s);
    m_problem->setWordWrap(true);
    m_problem->setTextFormat(Qt::PlainText);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(buildHead(actions));
    for (QLabel *label : {m_strategies, m_below, m_problem}) {
        label->setContentsMargins(16, 0, 16, 8);
        label->hide();
        column->addWidget(label);
    }
    tint(m_strategies, Tint::Secondary);
    tint(m_below, Tint::Secondary);
    m_strip = new StripBar(this); // Tab comes to it after the buttons above
    column->addWidget(m_strip);
    m_view = new PlanView(*m_model, settings, this);
    column->addWidget(m_view, 1);
    connect(m_model, &PlanModel::typed, this, &PlanPanel::onTyped);
    connect(m_model, &QAbstractItemModel::rowsInserted, this, &PlanPanel::tellSummary);
    tellSummary();
}

QWidget *PlanPanel::buildHead(const QList<QAction *> &actions)
{
    auto *head = new QWidget(this);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(16, 8, 8, 8);
    row->setSpacing(8);
    row->addWidget(m_summary, 1);
    for (QAction *action : actions) {
        QPushButton *button = buttonOf(action, head);
        button->setDefault(action == actions.last());
        row->addWidget(button);
    }
    return head;
}

void PlanPanel::addBelowSummary(QWidget *widget)
{
    widget->setContentsMargins(16, 0, 16, 8);
    static_cast<QVBoxLayout *>(layout())->insertWidget(1, widget);
}

void PlanPanel::show(const SharedDesk &desk, const std::vector<int> &orders)
{
    m_desk = desk;
    m_orders = orders;
    m_request = requestOf(*desk, orders, m_hand);
    m_fault = m_hand.judge(m_request);
    m_model->show(desk, orders, m_hand);
    tellSummary();
    Q_EMIT changed();
}

void PlanPanel::clearHand()
{
    m_hand.clear();
    if (m_desk)
        onTyped();
}

void PlanPanel::onTyped()
{
    m_request = requestOf(*m_desk, m_orders, m_hand);
    m_fault = m_hand.judge(m_request);
    m_model->handChanged();
    tellSummary();
    Q_EMIT changed();
}

void PlanPanel::tellSummary()
{
    m_summary->setText(m_orders.empty() ? tr("Choose orders to see what they would get.")
                                        : summaryTextOf(m_request.planned));
    m_strategies->setText(strategiesText());
    m_strategies->setVisible(!m_strategies->text().isEmpty());
    const int below = m_model->linesBelow();
    m_below->setText(below == 0
                         ? QString()
                         : tr("%Ln more line(s) come at the end of the list, as one goes there.",
                              nullptr,
                              below));
    m_below->setVisible(below > 0);
}

/// Where all orders are planned alike, the box above the list says how.
QString PlanPanel::strategiesText() const
{
    if (m_orders.empty() || m_desk->strategy)
        return {};
    QStringList names;
    for (const int order : m_orders) {
        const AllocationBook &book = m_desk->book;
        names << displayName(book.strategies[size_t(book.orders[size_t(order)].strategy)]);
    }
    names.removeDuplicates();
    return tr("Strategy: %1").arg(names.join(u" · "_s));
}

bool PlanPanel::isTyping() const
{
    return !m_hand.isEmpty() || m_view->isEditing();
}

QString PlanPanel::hindrance() const
{
    if (m_orders.empty())
        return tr("Choose an order first.");
    if (!m_fault.isEmpty())
        return tr("What was typed by hand cannot be: %1").arg(m_fault);
    if (m_request.command.picks.empty())
        return tr("There is nothing that the selected orders could get.");
    return {};
}

void PlanPanel::setTypingAllowed(bool allowed)
{
    m_view->setEditTriggers(allowed ? QAbstractItemView::EditKeyPressed
                                          | QAbstractItemView::AnyKeyPressed
                                          | QAbstractItemView::DoubleClicked
                                    : QAbstractItemView::NoEditTriggers);
}

void PlanPanel::setProblem(const QString &text, Tint colour)
{
    m_problem->setText(text.isEmpty() ? text : u"⚠ "_s + text);
    tint(m_problem, colour);
    m_problem->setVisible(!text.isEmpty());
}

} // namespace tanaban::ui
