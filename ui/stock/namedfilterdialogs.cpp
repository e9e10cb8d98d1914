#include "ui/stock/namedfilterdialogs.h"

#include "ui/look/theme.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace tanaban::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int longestName = 60;
constexpr int dialogWidth = 420;

QLabel *quietLabel(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setFont(fontOf(TextSize::Secondary));
    label->setForegroundRole(QPalette::PlaceholderText);
    label->setMinimumHeight(label->fontMetrics().height() + 4);
    return label;
}

QVBoxLayout *column(QDialog *dialog)
{
    auto *layout = new QVBoxLayout(dialog);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(8);
    dialog->setMinimumWidth(dialogWidth);
    return layout;
}

} // namespace

SaveFilterDialog::SaveFilterDialog(const std::vector<NamedFilter> &known,
                                   const QString &text,
                                   QWidget *parent)
    : QDialog(parent)
    , m_known(known)
    , m_text(text)
    , m_name(new QLineEdit(this))
    , m_note(quietLabel(this))
{
    setObjectName(u"saveFilterDialog"_s);
    setWindowTitle(tr("Save filter"));
    m_name->setObjectName(u"filterName"_s);
    m_name->setMaxLength(longestName);
    auto *label = new QLabel(tr("&Name"), this);
    label->setBuddy(m_name);
    auto *what = quietLabel(this);
    what->setText(text.isEmpty() ? tr("Nothing is searched for now that could be saved.") : text);
    auto *buttons = new QDialogButtonBox(this);
    buttons->addButton(tr("&Back"), QDialogButtonBox::RejectRole)->setAutoDefault(false);
    m_save = buttons->addButton(tr("&Save"), QDialogButtonBox::AcceptRole);
    m_save->setDefault(true);
    QVBoxLayout *layout = column(this);
    layout->addWidget(label);
    layout->addWidget(m_name);
    layout->addWidget(m_note);
    layout->addWidget(what);
    layout->addWidget(buttons);
    connect(m_name, &QLineEdit::textChanged, this, &SaveFilterDialog::check);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        accept();
        Q_EMIT named({m_name->text().trimmed(), m_text});
    });
    check();
}

void SaveFilterDialog::check()
{
    const QString name = m_name->text().trimmed();
    m_save->setEnabled(!name.isEmpty() && !m_text.isEmpty());
    const bool known = std::ranges::find(m_known, name, &NamedFilter::name) != m_known.end();
    m_note->setText(known ? tr("The filter that has this name is replaced.") : QString());
}

SavedFiltersDialog::SavedFiltersDialog(std::vector<NamedFilter> filters, QWidget *parent)
    : QDialog(parent)
    , m_filters(std::move(filters))
    , m_list(new QListWidget(this))
    , m_text(quietLabel(this))
    , m_rename(new QPushButton(tr("&Rename"), this))
    , m_delete(new QPushButton(tr("&Delete"), this))
{
    setObjectName(u"savedFiltersDialog"_s);
    setWindowTitle(tr("Saved filters"));
    m_list->setObjectName(u"savedFilters"_s);
    m_list->setAccessibleName(windowTitle());
    m_list->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed);
    for (const NamedFilter &each : m_filters) {
        auto *item = new QListWidgetItem(each.name, m_list);
        item->setFlags(item->flags() | Qt::ItemIsEditable);
    }
    auto *close = new QPushButton(tr("&Close"), this);
    for (QPushButton *button : {m_rename, m_delete})
        button->setAutoDefault(false);
    close->setDefault(true);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_rename);
    row->addWidget(m_delete);
    row->addStretch(1);
    row->addWidget(close);
    QVBoxLayout *layout = column(this);
    layout->addWidget(m_list);
    layout->addWidget(m_text);
    layout->addLayout(row);
    connect(m_list, &QListWidget::currentRowChanged, this, &SavedFiltersDialog::showCurrent);
    connect(m_list, &QListWidget::itemChanged, this, [this](QListWidgetItem *item) {
        rename(m_list->row(item));
    });
    connect(
        m_rename, &QPushButton::clicked, this, [this] { m_list->editItem(m_list->currentItem()); });
    connect(m_delete, &QPushButton::clicked, this, &SavedFiltersDialog::remove);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    m_list->setCurrentRow(0);
    showCurrent();
}

/// A name that is empty, or another's, does not come about.
void SavedFiltersDialog::rename(int row)
{
    const QString name = m_list->item(row)->text().trimmed().left(longestName);
    NamedFilter &filter = m_filters[std::size_t(row)];
    const bool free = std::ranges::find(m_filters, name, &NamedFilter::name) == m_filters.end();
    const bool renamed = free && !name.isEmpty();
    if (renamed)
        filter.name = name;
    {
        const QSignalBlocker quiet(m_list);
        m_list->item(row)->setText(filter.name);
    }
    if (renamed)
        Q_EMIT changed(m_filters);
}

void SavedFiltersDialog::remove()
{
    const int row = m_list->currentRow();
    if (row < 0)
        return;
    m_filters.erase(m_filters.begin() + row);
    delete m_list->takeItem(row);
    showCurrent();
    Q_EMIT changed(m_filters);
}

void SavedFiltersDialog::showCurrent()
{
    const int row = m_list->currentRow();
    const bool chosen = row >= 0 && std::size_t(row) < m_filters.size();
    m_text->setText(chosen ? m_filters[std::size_t(row)].text : tr("No filter has a name yet."));
    m_rename->setEnabled(chosen);
    m_delete->setEnabled(chosen);
}

} // namespace tanaban::ui
