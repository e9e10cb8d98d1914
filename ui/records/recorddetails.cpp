#include "ui/records/recorddetails.h"

#include "ui/actiontext.h"
#include "ui/look/detailsparts.h"
#include "ui/records/recordtext.h"
#include "ui/words.h"

#include <QLocale>
#include <QToolButton>
#include <QVBoxLayout>

namespace tanaban::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostButtons = 2;

void empty(QLayout *layout)
{
    while (QLayoutItem *item = layout->takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

} // namespace

RecordDetails::RecordDetails(QWidget *parent)
    : QScrollArea(parent)
{
    setObjectName(u"recordDetails"_s);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("Details"));
    auto *pages = new QWidget(this);
    auto *layout = new QVBoxLayout(pages);
    layout->setContentsMargins(0, 0, 0, 0);
    m_empty = emptyDetails(tr("Select a row to see what it is\nand who changed it."), this);
    m_content = makeContent();
    layout->addWidget(m_empty);
    layout->addWidget(m_content);
    setWidget(pages);
    clear();
}

QWidget *RecordDetails::makeContent()
{
    auto *page = new QWidget(this);
    m_name = plainLabel(page, TextSize::Title, true);
    m_name->setObjectName(u"recordName"_s);
    m_code = secondaryLabel(page);
    m_code->setObjectName(u"recordCode"_s);
    m_figure = plainLabel(page, TextSize::Figure, true);
    m_figure->setObjectName(u"recordFigure"_s);
    m_figure->setWordWrap(false);
    m_unit = plainLabel(page, TextSize::Normal);
    m_unit->setForegroundRole(QPalette::PlaceholderText);
    m_unit->setWordWrap(false);
    m_split = secondaryLabel(page);
    auto *figure = new QHBoxLayout;
    figure->setSpacing(6);
    figure->addWidget(m_figure, 0, Qt::AlignBottom);
    figure->addWidget(m_unit, 0, Qt::AlignBottom);
    figure->addStretch();
    m_facts = factsGrid();
    auto *actions = new QHBoxLayout;
    actions->setSpacing(4);
    for (int number = 0; number < mostButtons; ++number) {
        auto *button = new QToolButton(page);
        button->setToolButtonStyle(Qt::ToolButtonTextOnly);
        button->setProperty("outlined", true);
        button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        actions->addWidget(button);
        m_buttons.push_back(button);
    }
    m_history = new QWidget(page);
    m_history->setObjectName(u"recordHistory"_s);
    auto *title = secondaryLabel(m_history, tr("History"));
    m_events = new QVBoxLayout;
    m_events->setSpacing(2);
    auto *history = new QVBoxLayout(m_history);
    history->setContentsMargins(0, 4, 0, 0);
    history->setSpacing(6);
    history->addWidget(title);
    history->addLayout(m_events);

    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(detailsEdge, 12, detailsEdge, detailsEdge);
    layout->setSpacing(2);
    layout->addWidget(m_name);
    layout->addWidget(m_code);
    layout->addSpacing(6);
    layout->addLayout(figure);
    layout->addWidget(m_split);
    layout->addSpacing(8);
    layout->addLayout(m_facts);
    layout->addSpacing(8);
    layout->addLayout(actions);
    layout->addWidget(m_history);
    layout->addStretch(1);
    return page;
}

void RecordDetails::clear()
{
    m_content->hide();
    m_empty->show();
}

void RecordDetails::showRecord(Entity entity, const RecordRow &row, const QList<QAction *> &actions)
{
    const Record &record = row.record;
    const QString code = tanaban::nameOf(entity, record.key);
    const QString name = record.fields.value(u"name"_s).toString();
    m_name->setText(name.isEmpty() ? code : name);
    m_code->setText(tr("%1 %2", "kind of record, its code").arg(RecordText::nameOf(entity), code));
    showFigure(entity, row);
    showFacts(entity, record);
    showActions(actions);
    m_empty->hide();
    m_content->show();
}

void RecordDetails::showFigure(Entity entity, const RecordRow &row)
{
    const QJsonObject &fields = row.record.fields;
    const int decimals = RecordText::decimalsOf(row);
    const RecordUse &use = row.use;
    QString figure;
    QString unit;
    QString split;
    switch (entity) {
    case Entity::Product:
    case Entity::Lot:
        figure = Words::quantity(use.onHand - use.reserved, decimals);
        unit = tr("%1 available", "after the big figure; %1 is the unit")
                   .arg(RecordText::unitOf(row))
                   .trimmed();
        split = use.reserved == 0
                    ? tr("%1 on hand, nothing reserved").arg(Words::quantity(use.onHand, decimals))
                    : tr("%1 on hand, %2 of it reserved")
                          .arg(Words::quantity(use.onHand, decimals),
                               Words::quantity(use.reserved, decimals));
        break;
    case Entity::Warehouse:
    case Entity::Zone:
    case Entity::Bin: {
        figure = Words::quantity(use.onHand, 0);
        unit = tr("units on hand");
        const qint64 capacity = fields.value(u"capacity"_s).toInteger();
        if (capacity > 0) {
            split = tr("%1 % of what fits in", "how full a zone is")
                        .arg(QLocale().toString(use.onHand * 100 / capacity));
        }
        break;
    }
    case Entity::Partner:
        figure = QLocale().toString(use.openOrders);
        unit = tr("open orders");
        break;
    case Entity::Person:
    case Entity::Order:
    case Entity::Strategy:
        break;
    }
    m_figure->setText(figure);
    m_unit->setText(unit);
    m_split->setText(split);
    m_figure->setVisible(!figure.isEmpty());
    m_unit->setVisible(!figure.isEmpty());
    m_split->setVisible(!split.isEmpty());
}

void RecordDetails::showFacts(Entity entity, const Record &record)
{
    empty(m_facts);
    for (const RecordField &field : fieldsOf(entity)) {
        if (field.name == u"name"_s)
            continue;
        QLabel *value = addFact(m_facts, RecordText::labelOf(entity, field.name), m_content);
        value->setObjectName(field.name);
        value->setText(RecordText::valueOf(field, record.fields.value(field.name), record.fields));
    }
}

void RecordDetails::showActions(const QList<QAction *> &actions)
{
    for (std::size_t number = 0; number < m_buttons.size(); ++number) {
        QToolButton *button = m_buttons[number];
        QAction *action = actions.value(qsizetype(number));
        if (button->defaultAction() != action && button->defaultAction())
            button->removeAction(button->defaultAction());
        button->setVisible(action != nullptr);
        if (!action)
            continue;
        button->setDefaultAction(action);
        button->setAccessibleName(plainText(action->text()));
    }
}

void RecordDetails::showHistory(Entity entity, const std::vector<RecordEvent> &events)
{
    empty(m_events);
    m_history->setVisible(!events.empty());
    for (const RecordEvent &event : events) {
        QLabel *deed = plainLabel(m_history, TextSize::Normal, true);
        deed->setObjectName(u"deed"_s);
        deed->setText(RecordText::deedOf(entity, event));
        QLabel *who = secondaryLabel(m_history);
        who->setText(RecordText::whoAndWhen(event));
        who->setContentsMargins(0, 0, 0, 8);
        m_events->addWidget(deed);
        m_events->addWidget(who);
    }
}

} // namespace tanaban::ui
