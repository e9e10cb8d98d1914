#include "ui/allocation/effectview.h"

#include "ui/look/celldelegate.h"
#include "ui/look/detailsparts.h"
#include "ui/look/tableparts.h"
#include "ui/look/tint.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QTableView>

#include <array>
#include <utility>

namespace tanaban::ui {

using namespace Qt::StringLiterals;

namespace {

// In the order of DifferenceModel::Column.
constexpr std::array<int, DifferenceModel::columns> differenceWidths{112, 136, 72, 80, 92, 116};

} // namespace

EffectView::EffectView(const QString &before, const QString &after, QWidget *parent)
    : QWidget(parent)
    , m_before(new QLabel(this))
    , m_after(new QLabel(this))
    , m_count(new QLabel(this))
    , m_search(new QLineEdit(this))
    , m_otherStock(new QCheckBox(tr("Also lines that only get &other stock"), this))
    , m_table(new QTableView(this))
{
    m_figures = {{tr("Orders"), &PlanSummary::orders},
                 {tr("Whole orders"), &PlanSummary::wholeOrders, 1},
                 {tr("Lines done"), &PlanSummary::filledLines, 1},
                 {tr("Lines partly"), &PlanSummary::partLines, -1},
                 {tr("Lines short"), &PlanSummary::shortLines, -1},
                 {tr("Lines from several places"), &PlanSummary::splitLines, -1},
                 {tr("Places to go to"), &PlanSummary::places, -1},
                 {tr("Units left that expire within 30 days"), &PlanSummary::expiringUnits, -1}};
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(20);
    layout->addWidget(makeFigures());
    layout->addWidget(makeList(), 1);
    setCaptions(before, after);
    m_model.setCaptions(before, after);
    setEffect({});
}

QWidget *EffectView::makeFigures()
{
    auto *figures = new QWidget(this);
    auto *grid = new QGridLayout(figures);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(6);
    int row = 0;
    int column = 1;
    for (QLabel *head : {m_before, m_after}) {
        head->setFont(fontOf(TextSize::Normal, true));
        head->setAlignment(Qt::AlignRight);
        grid->addWidget(head, row, column++);
    }
    for (Figure &figure : m_figures) {
        ++row;
        auto *name = new QLabel(figure.name, figures);
        tint(name, Tint::Secondary);
        grid->addWidget(name, row, 0);
        column = 1;
        for (QLabel **value : {&figure.before, &figure.after, &figure.difference}) {
            *value = new QLabel(figures);
            (*value)->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
            grid->addWidget(*value, row, column++);
        }
        figure.after->setObjectName(u"after%1"_s.arg(row));
        figure.difference->setObjectName(u"difference%1"_s.arg(row));
        figure.difference->setMinimumWidth(64);
    }
    grid->setRowStretch(row + 1, 1);
    return figures;
}

QWidget *EffectView::makeList()
{
    auto *list = new QWidget(this);
    m_search->setObjectName(u"differenceSearch"_s);
    m_search->setAccessibleName(tr("Search the lines"));
    m_search->setPlaceholderText(tr("Order or product…"));
    m_search->setClearButtonEnabled(true);
    m_otherStock->setObjectName(u"otherStockBox"_s);
    m_otherStock->setChecked(true);
    m_count->setObjectName(u"differenceCount"_s);
    tint(m_count, Tint::Secondary);
    m_table->setObjectName(u"differenceTable"_s);
    m_table->setAccessibleName(tr("Lines that differ"));
    m_table->setModel(&m_model);
    setUpTable(*m_table);
    m_table->setItemDelegate(new CellDelegate(m_table));
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->horizontalHeader()->setHighlightSections(false);
    for (int column = 0; column < DifferenceModel::columns; ++column)
        m_table->setColumnWidth(column, differenceWidths[size_t(column)]);
    m_table->horizontalHeader()->setSectionResizeMode(DifferenceModel::Product,
                                                      QHeaderView::Stretch);
    m_table->installEventFilter(this);
    auto *top = new QHBoxLayout;
    top->setSpacing(12);
    top->addWidget(m_search, 1);
    top->addWidget(m_otherStock);
    auto *layout = new QVBoxLayout(list);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addLayout(top);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_count);
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_model.setSearch(text);
    });
    connect(m_otherStock, &QCheckBox::toggled, &m_model, &DifferenceModel::setOtherStockToo);
    connect(&m_model, &DifferenceModel::modelReset, this, &EffectView::showCount);
    connect(m_table, &QTableView::doubleClicked, this, [this](const QModelIndex &index) {
        Q_EMIT orderWanted(m_model.differenceAt(index.row()).before.number);
    });
    return list;
}

void EffectView::setCaptions(const QString &before, const QString &after)
{
    m_before->setText(before);
    m_after->setText(after);
}

void EffectView::setEffect(const PlanEffect &effect)
{
    const QLocale locale;
    for (const Figure &figure : m_figures) {
        const int before = effect.before.*figure.value;
        const int after = effect.after.*figure.value;
        const int change = after - before;
        figure.before->setText(locale.toString(before));
        figure.after->setText(locale.toString(after));
        figure.difference->setText(change == 0 ? u"="_s
                                               : (change > 0 ? u"▲ "_s : u"▼ "_s)
                                                     + locale.toString(std::abs(change)));
        const int good = change * figure.better;
        tint(figure.difference, good > 0 ? Tint::Accent : good < 0 ? Tint::Low : Tint::Secondary);
    }
    m_model.setDifferences(effect.differences);
}

void EffectView::showCount()
{
    const QLocale locale;
    m_count->setText(m_model.differenceCount() == 0
                         ? tr("Every line gets the same.")
                         : tr("%1 of %2 lines that differ")
                               .arg(locale.toString(m_model.rowCount()),
                                    locale.toString(m_model.differenceCount())));
}

bool EffectView::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_table && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if ((key == Qt::Key_Return || key == Qt::Key_Enter) && m_table->currentIndex().isValid()) {
            Q_EMIT orderWanted(m_model.differenceAt(m_table->currentIndex().row()).before.number);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace tanaban::ui
