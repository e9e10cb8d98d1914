#include "ui/start/newcompanydialog.h"

#include "ui/forms/pathline.h"
#include "ui/look/theme.h"
#include "ui/words.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCompleter>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTimeZone>

namespace tanaban::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int companyFieldWidth = 320;

/// Names only, no "UTC+09:00": a time zone of a place knows its summer time.
QStringList timeZones()
{
    QStringList names;
    for (const QByteArray &id : QTimeZone::availableTimeZoneIds()) {
        if (!id.startsWith("UTC") || id == "UTC")
            names << QString::fromLatin1(id);
    }
    return names;
}

} // namespace

NewCompanyDialog::NewCompanyDialog(const QString &file, QWidget *parent)
    : QDialog(parent)
    , m_code(new QLineEdit(u"WH001"_s, this))
    , m_name(new QLineEdit(this))
    , m_timeZone(new QComboBox(this))
    , m_file(new QLineEdit(file, this))
    , m_problem(new QLabel(this))
{
    setObjectName(u"newCompanyDialog"_s);
    setWindowTitle(tr("Start empty"));
    makeFields();
    check();
    m_name->setFocus();
}

QWidget *NewCompanyDialog::makeZones()
{
    auto *zones = new QWidget(this);
    auto *row = new QHBoxLayout(zones);
    row->setContentsMargins(0, 4, 0, 4);
    row->setSpacing(16);
    for (const StorageCondition condition : {StorageCondition::RoomTemperature,
                                             StorageCondition::Refrigerated,
                                             StorageCondition::Frozen})
    {
        auto *box = new QCheckBox(Words::of(condition), zones);
        box->setObjectName(codeOf(condition));
        box->setChecked(condition == StorageCondition::RoomTemperature);
        connect(box, &QCheckBox::toggled, this, &NewCompanyDialog::check);
        row->addWidget(box);
        m_zones.emplace_back(condition, box);
    }
    row->addStretch(1);
    return zones;
}

void NewCompanyDialog::makeFields()
{
    m_name->setMinimumWidth(companyFieldWidth);
    m_name->setPlaceholderText(tr("as people call it"));
    m_timeZone->addItems(timeZones());
    m_timeZone->setEditable(true);
    m_timeZone->setInsertPolicy(QComboBox::NoInsert);
    m_timeZone->completer()->setFilterMode(Qt::MatchContains);
    m_timeZone->completer()->setCompletionMode(QCompleter::PopupCompletion);
    m_timeZone->setEditText(QString::fromLatin1(QTimeZone::systemTimeZoneId()));
    auto *fields = new QFormLayout;
    fields->setHorizontalSpacing(12);
    fields->setVerticalSpacing(8);
    const auto add = [fields](const QString &label, QWidget *field, const char *name) {
        field->setObjectName(QString::fromLatin1(name));
        fields->addRow(label, field);
    };
    add(tr("&Name of the first warehouse"), m_name, "nameEdit");
    add(tr("&Code"), m_code, "codeEdit");
    add(tr("&Time zone"), m_timeZone, "timeZoneBox");
    fields->addRow(tr("Zones to begin with"), makeZones());
    auto *fileLabel = new QLabel(tr("&File"), this);
    fileLabel->setBuddy(m_file);
    m_file->setObjectName(u"fileEdit"_s);
    const PathLine file = pathLine(m_file);
    fields->addRow(fileLabel, file.layout);
    m_problem->setObjectName(u"problem"_s);
    m_problem->setWordWrap(true);
    m_problem->setMinimumHeight(2 * m_problem->fontMetrics().height());
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_create = buttons->addButton(tr("Sta&rt"), QDialogButtonBox::AcceptRole);
    m_create->setObjectName(u"createButton"_s);
    m_create->setDefault(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 16, 20, 16);
    layout->setSpacing(12);
    layout->addLayout(fields);
    layout->addWidget(m_problem);
    layout->addWidget(buttons);
    QWidget *last = m_name;
    for (QWidget *next : {static_cast<QWidget *>(m_code),
                          static_cast<QWidget *>(m_timeZone),
                          static_cast<QWidget *>(m_zones[0].second),
                          static_cast<QWidget *>(m_zones[1].second),
                          static_cast<QWidget *>(m_zones[2].second),
                          static_cast<QWidget *>(m_file),
                          static_cast<QWidget *>(file.browse),
                          static_cast<QWidget *>(m_create)})
    {
        setTabOrder(last, next);
        last = next;
    }
    for (QLineEdit *field : {m_code, m_name, m_file})
        connect(field, &QLineEdit::textChanged, this, &NewCompanyDialog::check);
    connect(m_timeZone, &QComboBox::editTextChanged, this, &NewCompanyDialog::check);
    connect(file.browse, &QPushButton::clicked, this, &NewCompanyDialog::browse);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        DatabaseUrl url;
        url.path = m_file->text().trimmed();
        const FirstWarehouse warehouse = typed();
        accept();
        Q_EMIT chosen(url, warehouse);
    });
}

FirstWarehouse NewCompanyDialog::typed() const
{
    FirstWarehouse warehouse{normalized(m_code->text().trimmed()),
                             normalized(m_name->text().trimmed()),
                             m_timeZone->currentText().trimmed(),
                             {}};
    for (const auto &[condition, box] : m_zones) {
        if (box->isChecked())
            warehouse.zones.push_back({condition, Words::of(condition)});
    }
    return warehouse;
}

void NewCompanyDialog::browse()
{
    auto *files = new QFileDialog(this, tr("Where the new data is kept"), m_file->text());
    files->setAttribute(Qt::WA_DeleteOnClose);
    files->setAcceptMode(QFileDialog::AcceptSave);
    files->setDefaultSuffix(u"db"_s);
    files->setNameFilters({tr("Databases (*.db *.sqlite)"), tr("All files (*)")});
    connect(files, &QFileDialog::fileSelected, m_file, &QLineEdit::setText);
    files->open();
}

void NewCompanyDialog::check()
{
    const FirstWarehouse warehouse = typed();
    const std::vector<RecordFault> faults = faultsOf(warehouse);
    const QString file = m_file->text().trimmed();
    QString problem;
    if (warehouse.name.isEmpty())
        problem = tr("What is the first warehouse called?");
    else if (!faults.empty())
        problem = messageOf(faults.front().error);
    else if (warehouse.zones.empty())
        problem = tr("Goods are received into a zone: choose at least one.");
    else if (file.isEmpty() || QFileInfo(file).isRelative())
        problem = tr("Name the file with its folder, from / on.");
    else if (QFileInfo::exists(file))
        problem = tr("There is such a file already. It will not be replaced; choose another name.");
    m_create->setEnabled(problem.isEmpty());
    m_problem->setText(problem);
    m_problem->setForegroundRole(QPalette::PlaceholderText);
}

} // namespace tanaban::ui
