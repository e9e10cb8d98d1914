#include "ui/allocation/resultsheet.h"

#include "ui/export/tables.h"
#include "ui/look/celldelegate.h"
#include "ui/look/icons.h"
#include "ui/look/tableparts.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPainter>
#include <QPushButton>

#include <array>
#include <set>

namespace tanaban::ui {

using namespace Qt::StringLiterals;

namespace {

// In the order of ResultModel::Column.
constexpr std::array<int, ResultModel::columns> resultWidths{150, 110, 56, 110, 170, 96, 96, 240};
constexpr int leastMessage = 160;
constexpr int allResults = 99; ///< id of the chip that filters nothing; -1 would be given anew

class ResultDelegate final : public CellDelegate
{
public:
    using CellDelegate::CellDelegate;

    void paint(QPainter *painter,
               const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        paintCellGround(*painter, option);
        QRect place = textPlace(option);
        painter->setPen(Theme::colours().text);
        painter->setFont(option.font);
        if (index.column() == ResultModel::Result) {
            const auto *model = static_cast<const ResultModel *>(index.model());
            const LineResult result = resultOf(model->lineAt(index.row()));
            const QColor colour = ResultModel::colourOf(result);
            paintIcon(painter,
                      QRect(place.left(), place.center().y() - 7, 14, 14),
                      ResultModel::symbolOf(result),
                      colour);
            painter->setPen(colour);
            place.setLeft(place.left() + 20);
        }
        paintText(*painter, place, index);
    }
};

} // namespace

ResultView::ResultView(ResultModel &model, QWidget *parent)
    : QTableView(parent)
{
    setObjectName(u"resultTable"_s);
    setAccessibleName(tr("What became of the lines"));
    setModel(&model);
    setItemDelegate(new ResultDelegate(this));
    setUpTable(*this);
    setSelectionMode(ExtendedSelection);
    QHeaderView *header = horizontalHeader();
    header->setHighlightSections(false);
    header->setFixedHeight(32);
    for (int column = 0; column < ResultModel::columns; ++column)
        header->resizeSection(column, resultWidths[size_t(column)]);
    header->setSectionsMovable(true);
    header->setSortIndicator(-1, Qt::AscendingOrder);
    header->setSectionsClickable(true);
    header->setSortIndicatorShown(true);
    connect(header, &QHeaderView::sortIndicatorChanged, &model, &ResultModel::sort);
    connect(this, &QTableView::doubleClicked, this, [this](const QModelIndex &index) {
        Q_EMIT opened(index.row());
    });
}

void ResultView::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && currentIndex().isValid())
        Q_EMIT opened(currentIndex().row());
    else
        QTableView::keyPressEvent(event);
}

/// What happened takes what the other columns leave.
void ResultView::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    int others = 0;
    for (int column = 0; column < ResultModel::Message; ++column)
        others += columnWidth(column);
    setColumnWidth(ResultModel::Message, std::max(leastMessage, viewport()->width() - others));
}

ResultSheet::ResultSheet(QWidget *parent)
    : QWidget(parent)
    , m_chips(new QButtonGroup(this))
    , m_chipRow(new QHBoxLayout)
    , m_search(new QLineEdit(this))
    , m_count(new QLabel(this))
    , m_view(new ResultView(m_model, this))
{
    m_chips->setExclusive(true);
    m_chipRow->setSpacing(8);
    m_search->setObjectName(u"resultSearch"_s);
    m_search->setAccessibleName(tr("Search the lines"));
    m_search->setPlaceholderText(tr("Order or product…"));
    m_search->setClearButtonEnabled(true);
    m_search->setFixedWidth(200);
    m_count->setObjectName(u"resultCount"_s);
    m_count->setForegroundRole(QPalette::PlaceholderText);
    auto *top = new QHBoxLayout;
    top->setSpacing(12);
    top->addLayout(m_chipRow);
    top->addStretch(1);
    top->addWidget(m_search);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addLayout(top);
    layout->addWidget(m_view, 1);
    layout->addWidget(m_count);
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_model.setSearch(text);
    });
    connect(m_search, &QLineEdit::returnPressed, this, [this] {
        selectOnly(*m_view, m_model.index(0, 0));
        m_view->setFocus();
    });
    connect(m_chips, &QButtonGroup::idClicked, this, [this](int id) {
        m_model.setFilter(id == allResults ? std::nullopt : std::optional(LineResult(id)));
    });
    connect(&m_model, &ResultModel::modelReset, this, [this] {
        showCount();
        Q_EMIT selectionChanged();
    });
    connect(m_view->selectionModel(),
            &QItemSelectionModel::selectionChanged,
            this,
            &ResultSheet::selectionChanged);
    connect(m_view, &ResultView::opened, this, [this](int row) {
        Q_EMIT orderWanted(m_model.lineAt(row).number);
    });
}

void ResultSheet::setLines(const std::vector<LineOutcome> &lines)
{
    m_model.setLines(lines);
    if (m_model.filter() && !m_model.counts().contains(*m_model.filter()))
        m_model.setFilter(std::nullopt);
    makeChips();
}

void ResultSheet::makeChips()
{
    for (QAbstractButton *chip : m_chips->buttons())
        delete chip;
    const auto add = [this](int id, const QString &name, int count, const QString &tip) {
        auto *chip = new QPushButton(name + u"  "_s + QLocale().toString(count), this);
        chip->setObjectName(u"chip%1"_s.arg(id));
        chip->setCheckable(true);
        chip->setAutoDefault(false);
        chip->setToolTip(tip);
        m_chips->addButton(chip, id);
        m_chipRow->addWidget(chip);
        return chip;
    };
    QPushButton *all = add(allResults, tr("All"), m_model.lineCount(), tr("Show every line"));
    all->setChecked(!m_model.filter());
    for (const auto &[result, count] : m_model.counts()) {
        const QString name = ResultModel::nameOf(result);
        QPushButton *chip = add(int(result), name, count, tr("Show only: %1").arg(name));
        chip->setIcon(icon(ResultModel::symbolOf(result)));
        chip->setChecked(m_model.filter() == result);
    }
    // In the order in which they stand there, before the search.
    QWidget *before = m_search->previousInFocusChain();
    for (QAbstractButton *chip : m_chips->buttons()) {
        setTabOrder(before, chip);
        before = chip;
    }
    setTabOrder(before, m_search);
    setTabOrder(m_search, m_view);
}

void ResultSheet::showCount()
{
    const QLocale locale;
    m_count->setText(
        tr("%1 of %2 lines")
            .arg(locale.toString(m_model.rowCount()), locale.toString(m_model.lineCount())));
}

std::vector<qint64> ResultSheet::ordersLeft() const
{
    std::set<qint64> orders;
    for (const QModelIndex &index : m_view->selectionModel()->selectedRows()) {
        const LineOutcome &line = m_model.lineAt(index.row());
        if (isLeft(resultOf(line)))
            orders.insert(line.order);
    }
    const bool chosen = !orders.empty();
    for (int row = 0; row < m_model.rowCount() && !chosen; ++row) {
        if (isLeft(resultOf(m_model.lineAt(row))))
            orders.insert(m_model.lineAt(row).order);
    }
    return {orders.begin(), orders.end()};
}

const LineOutcome *ResultSheet::lackingLine() const
{
    const QModelIndex current = m_view->currentIndex();
    if (!current.isValid() || !m_view->selectionModel()->isSelected(current))
        return nullptr;
    const LineOutcome &line = m_model.lineAt(current.row());
    const bool lacking = line.kind == LineOutcome::Kind::Short
                         || line.kind == LineOutcome::Kind::Partly;
    return lacking ? &line : nullptr;
}

ShownTable ResultSheet::table() const
{
    ShownTable shown;
    shown.name = u"allocation"_s;
    shown.title = tr("What became of the lines");
    if (m_model.filter())
        shown.notes << ResultModel::nameOf(*m_model.filter());
    if (!m_search->text().trimmed().isEmpty())
        shown.notes << m_search->text().trimmed();
    shown.source = m_model.table(shownSections(*m_view->horizontalHeader()));
    return shown;
}

} // namespace tanaban::ui
