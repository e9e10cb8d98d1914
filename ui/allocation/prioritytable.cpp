#include "ui/allocation/prioritytable.h"

#include "ui/look/celldelegate.h"
#include "ui/look/tableparts.h"
#include "ui/look/theme.h"
#include "ui/words.h"

#include <QHeaderView>
#include <QLineEdit>
#include <QLocale>
#include <QPainter>

#include <array>

namespace tanaban::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1String priorityField("allocation_priority");
constexpr std::array<int, 6> priorityWidths{110, 60, 200, 140, 210, 120};
constexpr int wrongRole = Qt::UserRole; ///< what was typed cannot be

/// Hands over what is typed with every key, not only at the end.
class EagerDelegate final : public CellDelegate
{
public:
    using CellDelegate::CellDelegate;

    void paint(QPainter *painter,
               const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        const Colours &colours = Theme::colours();
        paintCellGround(*painter, option);
        painter->setPen(index.data(wrongRole).toBool() ? colours.bad : colours.text);
        painter->setFont(index.data(Qt::FontRole).value<QFont>());
        paintText(*painter, textPlace(option), index);
    }

    QWidget *createEditor(QWidget *parent,
                          const QStyleOptionViewItem &,
                          const QModelIndex &) const override
    {
        auto *edit = new QLineEdit(parent);
        edit->setObjectName(u"priorityEdit"_s);
        edit->setAccessibleName(PriorityTable::tr("Priority"));
        edit->setAlignment(Qt::AlignRight);
        edit->setFrame(false);
        auto *self = const_cast<EagerDelegate *>(this); // NOLINT: it is asked to tell
        connect(edit, &QLineEdit::textEdited, self, [self, edit] { Q_EMIT self->commitData(edit); });
        return edit;
    }
    /// The cursor stays where it is while one types.
    void setEditorData(QWidget *editor, const QModelIndex &index) const override
    {
        auto *edit = static_cast<QLineEdit *>(editor);
        const QString text = index.data(Qt::EditRole).toString();
        if (edit->text() != text)
            edit->setText(text);
    }
};

} // namespace

PriorityTable::PriorityTable(QWidget *parent)
    : QTableWidget(0, columns, parent)
{
    setObjectName(u"priorityTable"_s);
    setAccessibleName(tr("Zones and their priorities"));
    setHorizontalHeaderLabels({tr("Warehouse"),
                               tr("Zone"),
                               tr("Zone name"),
                               tr("Condition"),
                               tr("How full"),
                               tr("Priority")});
    setUpTable(*this);
    setSelectionMode(SingleSelection);
    setEditTriggers(AnyKeyPressed | DoubleClicked | EditKeyPressed | SelectedClicked);
    setItemDelegate(new CellDelegate(this));
    setItemDelegateForColumn(Priority, new EagerDelegate(this));
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setStretchLastSection(true);
    for (int column = 0; column < columns; ++column) {
        setColumnWidth(column, priorityWidths[size_t(column)]);
        const bool number = column == Number || column >= Fill;
        horizontalHeaderItem(column)->setTextAlignment((number ? Qt::AlignRight : Qt::AlignLeft)
                                                       | Qt::AlignVCenter);
    }
    connect(this, &QTableWidget::itemChanged, this, [this](const QTableWidgetItem *item) {
        if (m_filling || item->column() != Priority)
            return;
        mark(item->row());
        Q_EMIT typed();
    });
}

std::optional<int> PriorityTable::storedOf(const RecordRow &zone)
{
    const QJsonValue value = zone.record.fields.value(priorityField);
    return value.isDouble() ? std::optional(value.toInt()) : std::nullopt;
}

QString PriorityTable::fillOf(const RecordRow &zone)
{
    const qint64 capacity = zone.record.fields.value(u"capacity"_s).toInteger();
    const QLocale locale;
    if (capacity <= 0)
        return locale.toString(zone.use.onHand);
    return tr("%1 of %2 (%3 %)")
        .arg(locale.toString(zone.use.onHand),
             locale.toString(capacity),
             locale.toString(zone.use.onHand * 100 / capacity));
}

void PriorityTable::setZones(std::vector<RecordRow> zones)
{
    m_zones = std::move(zones);
    m_filling = true;
    setRowCount(int(m_zones.size()));
    for (int row = 0; row < rowCount(); ++row) {
        const RecordRow &zone = m_zones[size_t(row)];
        const auto condition = fromCode<StorageCondition>(
            zone.record.fields.value(u"storage_condition"_s).toString());
        const QStringList texts{zone.record.key.value(u"warehouse_code"_s).toString(),
                                QString::number(zone.record.key.value(u"zone_number"_s).toInt()),
                                zone.record.fields.value(u"name"_s).toString(),
                                condition ? Words::of(*condition) : QString(),
                                fillOf(zone),
                                {}};
        for (int column = 0; column < columns; ++column) {
            auto *item = new QTableWidgetItem(texts[column]);
            item->setTextAlignment(Qt::Alignment(horizontalHeaderItem(column)->textAlignment()));
            if (column != Priority)
                item->setFlags(item->flags() & ~Qt::ItemIsEditable);
            setItem(row, column, item);
        }
    }
    m_filling = false;
    takeBack();
}

void PriorityTable::retype(const std::vector<ZonePriority> &typed)
{
    for (const ZonePriority &each : typed) {
        for (int row = 0; row < rowCount(); ++row) {
            const QJsonObject &key = m_zones[size_t(row)].record.key;
            if (key.value(u"warehouse_code"_s).toString() == each.warehouse
                && key.value(u"zone_number"_s).toInt() == each.zone)
                item(row, Priority)
                    ->setText(each.priority ? QString::number(*each.priority) : QString());
        }
    }
}

void PriorityTable::takeBack()
{
    m_filling = true;
    for (int row = 0; row < rowCount(); ++row) {
        const auto stored = storedOf(m_zones[size_t(row)]);
        item(row, Priority)->setText(stored ? QString::number(*stored) : QString());
        mark(row);
    }
    m_filling = false;
    Q_EMIT typed();
}

PriorityTable::Typed PriorityTable::typedAt(int row) const
{
    const QString text = item(row, Priority)
                             ->text()
                             .trimmed()
                             .normalized(QString::NormalizationForm_KC); // full-width figures too
    if (text.isEmpty())
        return {};
    bool valid = false;
    const qint64 number = QLocale::c().toLongLong(text, &valid);
    if (!valid || number < 0 || number > greatestPriority)
        return {false, std::nullopt};
    return {true, int(number)};
}

/// What will be stored anew is bold, what cannot be is red.
void PriorityTable::mark(int row)
{
    const bool before = std::exchange(m_filling, true);
    const Typed typed = typedAt(row);
    QTableWidgetItem *cell = item(row, Priority);
    QFont font = this->font();
    font.setBold(typed.priority != storedOf(m_zones[size_t(row)]));
    cell->setFont(font);
    cell->setData(wrongRole, !typed.valid);
    m_filling = before;
}

QString PriorityTable::fault() const
{
    for (int row = 0; row < rowCount(); ++row) {
        if (!typedAt(row).valid)
            return tr("%1/%2: a priority is a whole number from 0 to %3, or empty.")
                .arg(item(row, Warehouse)->text(),
                     item(row, Number)->text(),
                     QLocale().toString(greatestPriority));
    }
    return {};
}

std::vector<ZonePriority> PriorityTable::changes() const
{
    std::vector<ZonePriority> changes;
    for (int row = 0; row < rowCount(); ++row) {
        const Typed typed = typedAt(row);
        const Record &zone = m_zones[size_t(row)].record;
        if (typed.valid && typed.priority != storedOf(m_zones[size_t(row)]))
            changes.push_back({zone.key.value(u"warehouse_code"_s).toString(),
                               zone.key.value(u"zone_number"_s).toInt(),
                               typed.priority});
    }
    return changes;
}

std::vector<RecordCommand> PriorityTable::commands() const
{
    std::vector<RecordCommand> commands;
    for (int row = 0; row < rowCount(); ++row) {
        const Typed typed = typedAt(row);
        if (!typed.valid || typed.priority == storedOf(m_zones[size_t(row)]))
            continue;
        RecordCommand command;
        command.id = newCommandId();
        command.entity = Entity::Zone;
        command.before = m_zones[size_t(row)].record;
        command.fields = {
            {priorityField,
             typed.priority ? QJsonValue(*typed.priority) : QJsonValue(QJsonValue::Null)}};
        commands.push_back(std::move(command));
    }
    return commands;
}

} // namespace tanaban::ui
