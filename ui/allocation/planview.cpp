#include "ui/allocation/planview.h"

#include "ui/forms/quantityedit.h"
#include "ui/look/celltext.h"
#include "ui/look/icons.h"
#include "ui/look/tableparts.h"
#include "ui/personalsettings.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <QStyledItemDelegate>

#include <array>

namespace tanaban::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int leastWhy = 220;
constexpr int planEdge = 8;
constexpr int planRowEdge = 5; ///< above and below the text
constexpr int planSymbolRoom = 20;
constexpr int mostOpenedByItself = 40; ///< lines; of more, one opens what one wants to see
// In the order of PlanColumn.
constexpr std::array<int, PlanModel::columns> planWidths{236, 96, 90, 90, 76, 76, 84, leastWhy};

class PlanDelegate final : public QStyledItemDelegate
{
public:
    PlanDelegate(const PlanModel &model, QTreeView &view)
        : QStyledItemDelegate(&view)
        , m_model(model)
        , m_view(view)
    {}

    void paint(QPainter *painter,
               const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        const auto column = PlanColumn(index.column());
        const PlanModel::Level level = PlanModel::levelOf(index);
        const bool heading = level == PlanModel::Level::Line
                             || level == PlanModel::Level::PassedOver;
        if (heading && column == PlanColumn::Place)
            return; // drawn by the view, over the empty cells beside it
        const Colours &colours = Theme::colours();
        QRect place = option.rect.adjusted(planEdge, planRowEdge, -planEdge, -planRowEdge);
        painter->setFont(fontFor(level, column));
        painter->setPen(level == PlanModel::Level::Other ? colours.secondary : colours.text);
        if (column == PlanColumn::Why) {
            const bool bad = m_model.isBad(index);
            const bool lacks = level == PlanModel::Level::Line && m_model.isShort(index);
            const QColor colour = bad ? colours.bad : lacks ? colours.low : painter->pen().color();
            const QString symbol = bad                               ? u"warning"_s
                                   : lacks                           ? u"short"_s
                                   : level == PlanModel::Level::Line ? u"filled"_s
                                                                     : QString();
            painter->setPen(colour);
            if (!symbol.isEmpty()) {
                const QColor tint = !bad && !lacks ? colours.good : colour;
                paintIcon(painter, QRect(place.left(), place.top() + 2, 14, 14), symbol, tint);
                place.setLeft(place.left() + planSymbolRoom);
            }
        }
        if (m_model.isBad(index) && column == PlanColumn::Planned)
            painter->setPen(colours.bad);
        const auto alignment = index.data(Qt::TextAlignmentRole).value<Qt::Alignment>();
        const int flags = int(alignment) | (column == PlanColumn::Why ? int(Qt::TextWordWrap) : 0);
        const QString text = index.data().toString();
        painter->drawText(place,
                          flags,
                          column == PlanColumn::Why ? text
                                                    : painter->fontMetrics().elidedText(
                                                        text, Qt::ElideMiddle, place.width()));
    }

    /// As high as the reason needs.
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        if (PlanColumn(index.column()) != PlanColumn::Why)
            return {60, tableRowHeight};
        const bool symbol = PlanModel::levelOf(index) == PlanModel::Level::Line
                            || m_model.isBad(index);
        const int width = m_view.columnWidth(index.column()) - 2 * planEdge
                          - (symbol ? planSymbolRoom : 0);
        const QRect text = option.fontMetrics.boundingRect(
            QRect(0, 0, width, 2000), Qt::TextWordWrap, index.data().toString());
        return {60, std::max(tableRowHeight, text.height() + 2 * planRowEdge)};
    }

    QWidget *createEditor(QWidget *parent,
                          const QStyleOptionViewItem &,
                          const QModelIndex &index) const override
    {
        auto *edit = new QuantityEdit(parent);
        edit->setObjectName(u"planQuantity"_s);
        edit->setAccessibleName(
            index.model()->headerData(index.column(), Qt::Horizontal).toString());
        edit->setProduct(m_model.decimals(index), m_model.unit(index));
        edit->setAlignment(Qt::AlignRight);
        edit->setStyleSheet(u"padding: 0 4px;"_s);
        return edit;
    }
    void setEditorData(QWidget *editor, const QModelIndex &index) const override
    {
        auto *edit = static_cast<QuantityEdit *>(editor);
        edit->setText(index.data(Qt::EditRole).toString());
        edit->selectAll();
    }
    void setModelData(QWidget *editor,
                      QAbstractItemModel *model,
                      const QModelIndex &index) const override
    {
        model->setData(index, static_cast<QuantityEdit *>(editor)->text(), Qt::EditRole);
    }
    void updateEditorGeometry(QWidget *editor,
                              const QStyleOptionViewItem &option,
                              const QModelIndex &) const override
    {
        editor->setGeometry(
            option.rect.left(), option.rect.top() + 1, option.rect.width(), tableRowHeight - 2);
    }

private:
    static QFont fontFor(PlanModel::Level level, PlanColumn column)
    {
        const bool strong = column == PlanColumn::Planned
                            || (level == PlanModel::Level::Line && column == PlanColumn::Wanted);
        return fontOf(TextSize::Normal, strong && level != PlanModel::Level::Other);
    }

    const PlanModel &m_model;
    QTreeView &m_view;
};

} // namespace

PlanView::PlanView(PlanModel &model, PersonalSettings &settings, QWidget *parent)
    : QTreeView(parent)
    , m_model(model)
{
    setObjectName(u"planTree"_s);
    setAccessibleName(tr("Plan: which stock is taken, and why"));
    setModel(&model);
    setItemDelegate(new PlanDelegate(model, *this));
    setFrameShape(QFrame::NoFrame);
    setSelectionBehavior(SelectRows);
    setVerticalScrollMode(ScrollPerPixel);
    setTabKeyNavigation(false);
    setAllColumnsShowFocus(true);
    setIndentation(18);
    setEditTriggers(EditKeyPressed | AnyKeyPressed | DoubleClicked);
    setExpandsOnDoubleClick(true);
    QHeaderView *columns = header();
    columns->setHighlightSections(false);
    columns->setMinimumSectionSize(48);
    columns->setFixedHeight(32);
    columns->setSectionsMovable(false); // the name of a line stands over the first of them
    columns->setStretchLastSection(false);
    for (int column = 0; column < PlanModel::columns; ++column)
        columns->resizeSection(column, planWidths[size_t(column)]);
    settings.keepHeader(columns, u"allocation/planColumns"_s);
    columns->setSortIndicatorShown(false);
    connect(columns, &QHeaderView::sectionResized, this, [this](int column, int, int) {
        if (column != int(PlanColumn::Why))
            fit();
        scheduleDelayedItemsLayout(); // the reasons need another height
    });
    // So does what is typed by hand, and who has what is not free.
    connect(
        &model, &QAbstractItemModel::dataChanged, this, [this] { scheduleDelayedItemsLayout(); });
    connect(&model, &QAbstractItemModel::modelAboutToBeReset, this, &PlanView::remember);
    connect(&model, &QAbstractItemModel::modelReset, this, &PlanView::restore);
    connect(verticalScrollBar(),
            &QScrollBar::valueChanged,
            this,
            &PlanView::listMoreAtTheEnd,
            Qt::QueuedConnection);
    connect(this, &QTreeView::collapsed, this, [this](const QModelIndex &index) {
        m_closed.insert(keyOf(index));
        m_open.erase(keyOf(index));
    });
    connect(this, &QTreeView::expanded, this, [this](const QModelIndex &index) {
        m_open.insert(keyOf(index));
        m_closed.erase(keyOf(index));
    });
}

/// The reasons take what the other columns leave.
void PlanView::fit()
{
    int others = 0;
    for (int column = 0; column < PlanModel::columns; ++column)
        others += column == int(PlanColumn::Why) ? 0 : columnWidth(column);
    setColumnWidth(int(PlanColumn::Why), std::max(leastWhy, viewport()->width() - others));
}

void PlanView::listMoreAtTheEnd()
{
    const QRect last = visualRect(m_model.index(m_model.rowCount() - 1, 0));
    if (last.isValid() && last.top() < viewport()->height())
        m_model.listMore();
}

void PlanView::resizeEvent(QResizeEvent *event)
{
    QTreeView::resizeEvent(event);
    fit();
}

QString PlanView::keyOf(const QModelIndex &index) const
{
    if (!index.isValid())
        return {};
    const LineKey line = m_model.lineKey(index);
    const QString key = QString::number(line.order) + u'/' + QString::number(line.line);
    const bool heading = PlanModel::levelOf(index) == PlanModel::Level::PassedOver;
    return heading ? QString(key + u"/+"_s)
                   : QString(key + u'/' + QString::number(m_model.stockId(index)));
}

void PlanView::remember()
{
    m_current = m_model.desk() ? keyOf(currentIndex()) : QString();
    m_top = verticalScrollBar()->value();
}

/// A line is open as it was; one that is new here is open when there are few. Where something is
/// short one wants to know why, so that what was passed over is open, too.
void PlanView::openLine(const QModelIndex &line)
{
    const QString key = keyOf(line);
    const bool few = m_model.rowCount() <= mostOpenedByItself;
    if (!m_open.contains(key) && (!few || m_closed.contains(key)))
        return;
    setExpanded(line, true);
    const int last = m_model.rowCount(line) - 1;
    const QModelIndex passed = m_model.index(last, 0, line);
    if (!passed.isValid() || PlanModel::levelOf(passed) != PlanModel::Level::PassedOver)
        return;
    const QString others = keyOf(passed);
    if (m_open.contains(others) || (m_model.isShort(line) && few && !m_closed.contains(others)))
        setExpanded(passed, true);
}

void PlanView::restore()
{
    QModelIndex current;
    const auto look = [this, &current](const QModelIndex &index) {
        if (!current.isValid() && !m_current.isEmpty() && keyOf(index) == m_current)
            current = index;
    };
    for (int row = 0; row < m_model.rowCount(); ++row) {
        const QModelIndex line = m_model.index(row, 0);
        openLine(line);
        look(line);
        if (!isExpanded(line))
            continue;
        for (int child = 0; child < m_model.rowCount(line); ++child) {
            const QModelIndex below = m_model.index(child, 0, line);
            look(below);
            for (int other = 0; isExpanded(below) && other < m_model.rowCount(below); ++other)
                look(m_model.index(other, 0, below));
        }
    }
    if (!current.isValid() && m_model.rowCount() > 0)
        current = m_model.index(0, 0);
    else
        QMetaObject::invokeMethod(
            this, [this, top = m_top] { verticalScrollBar()->setValue(top); }, Qt::QueuedConnection);
    if (current.isValid()) {
        selectionModel()->setCurrentIndex(
            current, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    }
}

bool PlanView::edit(const QModelIndex &index, EditTrigger trigger, QEvent *event)
{
    if (trigger != EditKeyPressed && trigger != AnyKeyPressed && trigger != DoubleClicked)
        return QTreeView::edit(index, trigger, event);
    const QModelIndex quantity = index.siblingAtColumn(int(PlanColumn::Planned));
    return m_model.isRow(quantity) && QTreeView::edit(quantity, trigger, event);
}

void PlanView::finishEditing()
{
    if (!isEditing())
        return;
    if (auto *editor = viewport()->findChild<QuantityEdit *>()) {
        commitData(editor);
        closeEditor(editor, QAbstractItemDelegate::NoHint);
    }
}

void PlanView::drawRow(QPainter *painter,
                       const QStyleOptionViewItem &option,
                       const QModelIndex &index) const
{
    QStyleOptionViewItem ground(option);
    ground.rect.setLeft(0);
    ground.rect.setRight(viewport()->width());
    if (selectionModel()->isRowSelected(index.row(), index.parent()))
        ground.state |= QStyle::State_Selected;
    paintCellGround(*painter, ground);
    QTreeView::drawRow(painter, option, index);
    const PlanModel::Level level = PlanModel::levelOf(index);
    if (level != PlanModel::Level::Line && level != PlanModel::Level::PassedOver)
        return;
    const QModelIndex first = index.siblingAtColumn(0);
    QRect place = visualRect(first);
    place.setRight(visualRect(index.siblingAtColumn(int(PlanColumn::Received))).right());
    place.adjust(planEdge, planRowEdge, -planEdge, -planRowEdge);
    const bool line = level == PlanModel::Level::Line;
    painter->setFont(fontOf(TextSize::Normal, line));
    painter->setPen(line ? Theme::colours().text : Theme::colours().secondary);
    paintCellText(*painter, place, Qt::AlignLeft | Qt::AlignTop, first.data().toString());
}

void PlanView::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && event->modifiers() == Qt::NoModifier && m_model.isRow(currentIndex()))
        edit(currentIndex(), EditKeyPressed, event);
    else if (enter && event->modifiers() == Qt::NoModifier)
        setExpanded(currentIndex(), !isExpanded(currentIndex()));
    else if (event->key() == Qt::Key_Escape)
        Q_EMIT left();
    else
        QTreeView::keyPressEvent(event);
}

void PlanView::focusInEvent(QFocusEvent *event)
{
    QTreeView::focusInEvent(event);
    if (!currentIndex().isValid() && m_model.rowCount() > 0)
        setCurrentIndex(m_model.index(0, 0));
}

} // namespace tanaban::ui
