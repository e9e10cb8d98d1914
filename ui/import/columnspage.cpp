#include "ui/import/columnspage.h"

#include "model/import/importwords.h"
#include "ui/import/importwording.h"
#include "ui/look/tint.h"

#include <QComboBox>
#include <QDate>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

namespace tanaban::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr size_t mostExamples = 3;

/// A form of dates by the last day of February, on which day and month are told apart.
QString exampleOf(const QString &form)
{
    return QDate(2027, 2, 28).toString(form);
}

} // namespace

ColumnsPage::ColumnsPage(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(u"columnsPage"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    auto *area = new QScrollArea(this);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setFocusPolicy(Qt::NoFocus);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    layout->addWidget(area);
    makeRows();
}

void ColumnsPage::setFile(ImportKind kind, const FileHead &head)
{
    m_kind = kind;
    m_head = head;
    m_base = {};
    m_replaced.clear();
    m_base.columns = guessedColumns(kind, head.titles);
    makeRows();
    guessDateForms();
    Q_EMIT changed();
}

void ColumnsPage::setMapping(const ImportMapping &mapping)
{
    m_base = mapping;
    m_replaced.clear();
    makeRows();
    if (m_base.dateFormat.isEmpty())
        guessDateForms();
    else
        setDateForm(m_base.dateFormat);
    Q_EMIT changed();
}

void ColumnsPage::makeRows()
{
    m_rows.clear();
    m_dateForm = nullptr;
    auto *area = findChild<QScrollArea *>();
    m_content = new QWidget;
    m_grid = new QGridLayout(m_content);
    m_grid->setContentsMargins(0, 8, 8, 8);
    m_grid->setHorizontalSpacing(12);
    m_grid->setVerticalSpacing(6);
    m_grid->setColumnStretch(1, 2);
    m_grid->setColumnStretch(2, 2);
    m_grid->setColumnStretch(3, 3);
    int line = 0;
    const auto head = [this](const QString &text, int column) {
        auto *label = new QLabel(text, m_content);
        tint(label, Tint::Secondary);
        m_grid->addWidget(label, 0, column);
    };
    if (!m_head.titles.isEmpty()) {
        head(tr("Column in the file"), 1);
        head(tr("or the same for all lines"), 2);
        head(tr("For example"), 3);
        for (const ImportField &field : fieldsOf(m_kind)) {
            addRow(field, ++line);
            if (field.name == u"expires_on"_s)
                addDateForms(++line);
        }
    }
    m_grid->setRowStretch(++line, 1);
    area->setWidget(m_content);
    setTabOrders();
}

// What is made anew would come last of all.
void ColumnsPage::setTabOrders()
{
    QWidget *last = m_before;
    const auto add = [&last](QWidget *next) {
        if (last)
            setTabOrder(last, next);
        last = next;
    };
    for (const Row &row : m_rows) {
        add(row.column);
        add(row.constant);
        if (row.field.name == u"expires_on"_s)
            add(m_dateForm);
    }
}

void ColumnsPage::addRow(const ImportField &field, int line)
{
    const QString name = ImportWording::labelOf(field.name);
    auto *label = new QLabel(field.needed ? tr("%1 *", "a field that is needed").arg(name) : name,
                             m_content);
    Row row{field, new QComboBox(m_content), new QLineEdit(m_content), new QLabel(m_content)};
    label->setBuddy(row.column);
    row.column->setObjectName(u"column."_s + field.name);
    row.column->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    row.column->setMinimumContentsLength(12);
    row.column->addItem(tr("not in the file"), QString());
    for (const QString &title : m_head.titles) {
        if (!title.isEmpty() && m_head.titles.count(title) == 1)
            row.column->addItem(title, title);
    }
    row.constant->setObjectName(u"constant."_s + field.name);
    row.constant->setAccessibleName(tr("The same for all lines: %1").arg(name));
    row.example->setTextFormat(Qt::PlainText);
    row.example->setProperty("elided", true);
    row.example->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    tint(row.example, Tint::Secondary);
    const QString title = m_base.columns.value(field.name);
    row.column->setCurrentIndex(std::max(0, title.isEmpty() ? 0 : row.column->findData(title)));
    row.constant->setText(m_base.constants.value(field.name));
    m_grid->addWidget(label, line, 0);
    m_grid->addWidget(row.column, line, 1);
    m_grid->addWidget(row.constant, line, 2);
    m_grid->addWidget(row.example, line, 3);
    showRow(row);
    connect(row.column, &QComboBox::currentIndexChanged, this, [this, row] { onChanged(row); });
    connect(row.constant, &QLineEdit::textChanged, this, [this, row] { onChanged(row); });
    m_rows.push_back(row);
}

void ColumnsPage::addDateForms(int line)
{
    m_dateForm = new QComboBox(m_content);
    m_dateForm->setObjectName(u"dateForm"_s);
    m_dateForm->addItem(tr("Choose how 28 February 2027 is written"), QString());
    for (const QString &form : dateForms())
        m_dateForm->addItem(exampleOf(form), form);
    auto *label = new QLabel(tr("Dates are written like"), m_content);
    label->setBuddy(m_dateForm);
    m_grid->addWidget(label, line, 0);
    m_grid->addWidget(m_dateForm, line, 1, 1, 2);
    connect(m_dateForm, &QComboBox::currentIndexChanged, this, &ColumnsPage::changed);
}

void ColumnsPage::onChanged(const Row &row)
{
    showRow(row);
    if (row.field.name == u"expires_on"_s)
        guessDateForms();
    Q_EMIT changed();
}

void ColumnsPage::showRow(const Row &row)
{
    const QString title = row.column->currentData().toString();
    row.constant->setEnabled(title.isEmpty());
    row.constant->setPlaceholderText(
        title.isEmpty() ? (row.field.needed ? tr("needed") : tr("optional")) : QString());
    const QStringList samples = samplesOf(title);
    row.example->setText(samples.join(u" · "_s));
    row.example->setToolTip(samples.join(u'\n'));
}

QStringList ColumnsPage::samplesOf(const QString &title) const
{
    QStringList samples;
    const qsizetype column = title.isEmpty() ? -1 : m_head.titles.indexOf(title);
    for (const FileRow &row : m_head.rows) {
        const QString value = column >= 0 ? row.fields.value(column) : QString();
        if (!value.isEmpty() && !samples.contains(value) && samples.size() < qsizetype(mostExamples))
            samples << value;
    }
    return samples;
}

void ColumnsPage::guessDateForms()
{
    if (!m_dateForm)
        return;
    const auto row = std::ranges::find(
        m_rows, u"expires_on"_s, [](const Row &each) { return each.field.name; });
    const QString title = row->column->currentData().toString();
    QStringList texts;
    for (const FileRow &line : m_head.rows) {
        if (!title.isEmpty())
            texts << line.fields.value(m_head.titles.indexOf(title));
    }
    const QStringList fitting = fittingDateForms(texts);
    // Two that fit: only a person knows whether 01/02 is in January.
    setDateForm(fitting.size() == 1 || fitting.value(0) == dateForms().front() ? fitting.front()
                                                                               : QString());
}

void ColumnsPage::setDateForm(const QString &form)
{
    if (!m_dateForm)
        return;
    if (m_dateForm->findData(form) < 0)
        m_dateForm->addItem(exampleOf(form), form); // of a mapping file
    m_dateForm->setCurrentIndex(m_dateForm->findData(form));
}

ImportMapping ColumnsPage::mapping() const
{
    ImportMapping mapping = m_base;
    mapping.columns.clear();
    mapping.constants.clear();
    for (const Row &row : m_rows) {
        const QString title = row.column->currentData().toString();
        if (!title.isEmpty())
            mapping.columns.insert(row.field.name, title);
        else if (!row.constant->text().isEmpty())
            mapping.constants.insert(row.field.name, row.constant->text());
    }
    mapping.dateFormat.clear();
    if (m_dateForm && m_dateForm->currentData().toString() != dateForms().front())
        mapping.dateFormat = m_dateForm->currentData().toString();
    // As it was read, when nothing of it was changed: it is the same thing that is asked for.
    if (m_base.source.isEmpty() || mapping.toJson() != m_base.toJson())
        mapping.setSource();
    return mapping;
}

void ColumnsPage::replaceValues(const Values &values)
{
    m_base.source.clear(); // it is not the mapping of the file any more
    for (auto field = values.begin(); field != values.end(); ++field) {
        const auto row = std::ranges::find(
            m_rows, field.key(), [](const Row &each) { return each.field.name; });
        for (auto value = field->begin(); value != field->end(); ++value) {
            m_replaced[field.key()][value.key()] = value.value();
            if (row != m_rows.end() && row->constant->text() == value.key())
                row->constant->setText(value.value());
            else
                m_base.values[field.key()][value.key()] = value.value();
        }
    }
    Q_EMIT changed();
}

QStringList ColumnsPage::replaced() const
{
    QStringList texts;
    for (auto field = m_replaced.begin(); field != m_replaced.end(); ++field) {
        for (auto value = field->begin(); value != field->end(); ++value) {
            texts << tr("%1: %2 → %3", "field: value in the file → value that is taken")
                         .arg(ImportWording::labelOf(field.key()), value.key(), value.value());
        }
    }
    return texts;
}

QStringList ColumnsPage::missing() const
{
    QStringList missing;
    for (const Row &row : m_rows) {
        const bool said = row.column->currentIndex() > 0 || !row.constant->text().isEmpty();
        if (row.field.key && !said)
            missing << ImportWording::labelOf(row.field.name);
        if (row.field.name == u"expires_on"_s && said && m_dateForm->currentIndex() == 0)
            missing << tr("how dates are written");
    }
    return missing;
}

QStringList ColumnsPage::sameForAll() const
{
    QStringList same;
    for (const Row &row : m_rows) {
        if (row.column->currentIndex() == 0 && !row.constant->text().isEmpty())
            same << tr("%1: %2", "field: value")
                        .arg(ImportWording::labelOf(row.field.name), row.constant->text());
    }
    return same;
}

} // namespace tanaban::ui
