#include "ui/import/importtables.h"

#include "model/import/importtable.h"
#include "ui/import/importwording.h"
#include "ui/look/celldelegate.h"
#include "ui/look/tableparts.h"

#include <QHeaderView>
#include <QLocale>

namespace tanaban::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int linesOfAPreview = 20;

void setUp(QTableWidget &table)
{
    setUpTable(table);
    table.setItemDelegate(new CellDelegate(&table));
    table.setEditTriggers(QAbstractItemView::NoEditTriggers);
    table.horizontalHeader()->setStretchLastSection(true);
    table.horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
}

void setCell(QTableWidget &table, int row, int column, const QString &text)
{
    auto *item = new QTableWidgetItem(text);
    item->setToolTip(text);
    table.setItem(row, column, item);
}

} // namespace

PreviewTable::PreviewTable(QWidget *parent)
    : QTableWidget(parent)
{
    setObjectName(u"preview"_s);
    setAccessibleName(tr("Preview"));
    setUp(*this);
}

void PreviewTable::showLines(ImportKind kind, const FileHead &head, const ImportMapping &mapping)
{
    HeadReader reader(head);
    ImportProgress progress;
    const ImportTable read = readTable(reader, mapping, kind, progress);
    QStringList fields;
    QStringList titles{tr("Line")};
    for (const ImportField &field : fieldsOf(kind)) {
        if (!mapping.columns.contains(field.name) && !mapping.constants.contains(field.name))
            continue;
        fields << field.name;
        titles << ImportWording::labelOf(field.name);
    }
    clear();
    setColumnCount(int(titles.size()));
    setHorizontalHeaderLabels(titles);
    const int shown = int(std::min(read.rows.size(), size_t(linesOfAPreview)));
    setRowCount(shown);
    for (int row = 0; row < shown; ++row) {
        const ImportLine &line = read.rows[size_t(row)];
        setCell(*this, row, 0, line.line > 0 ? QLocale().toString(line.line) : tr("mapping"));
        for (int column = 0; column < fields.size(); ++column)
            setCell(*this, row, column + 1, line.text(fields[column]));
    }
    resizeColumnsToContents();
}

FindingsTable::FindingsTable(QWidget *parent)
    : QTableWidget(0, 5, parent)
{
    setObjectName(u"findings"_s);
    setAccessibleName(tr("What the check found"));
    setUp(*this);
    setHorizontalHeaderLabels({tr("Line"),
                               tr("Field"),
                               tr("Value", "what stands in the field"),
                               tr("What was found"),
                               tr("Proposed", "what was probably meant")});
    const int widths[] = {70, 140, 130, 0, 140};
    for (int column = 0; column < columnCount(); ++column)
        setColumnWidth(column, widths[column]);
    horizontalHeader()->setStretchLastSection(false);
    horizontalHeader()->setSectionResizeMode(3, QHeaderView::Stretch);
}

void FindingsTable::showFindings(const std::vector<ImportFinding> &findings)
{
    std::vector<const ImportFinding *> ordered;
    for (const bool blocks : {true, false}) {
        for (const ImportFinding &finding : findings) {
            if (finding.blocks == blocks && ordered.size() < size_t(mostFindings))
                ordered.push_back(&finding);
        }
    }
    setRowCount(int(ordered.size()));
    for (int row = 0; row < rowCount(); ++row) {
        const ImportFinding &finding = *ordered[size_t(row)];
        const QString line = finding.line > 0 ? QLocale().toString(finding.line) : tr("mapping");
        const QString field = finding.field.isEmpty() ? QString()
                                                      : ImportWording::labelOf(finding.field);
        const QString sentence = finding.blocks ? u"⚠ "_s + finding.text : finding.text;
        int column = 0;
        for (const QString &cell : {line, field, finding.value, sentence, finding.proposal})
            setCell(*this, row, column++, cell);
    }
}

} // namespace tanaban::ui
