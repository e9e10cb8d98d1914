#include "ui/forms/pathline.h"
#include "ui/import/columnspage.h"
#include "ui/import/importdialog.h"
#include "ui/import/importtables.h"
#include "ui/import/importwording.h"
#include "ui/look/buttonbar.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTabBar>
#include <QTabWidget>
#include <QVBoxLayout>

// What the dialog is made of.

namespace tanaban::ui {

using namespace Qt::StringLiterals;

void ImportDialog::makeFields()
{
    auto *fields = new QFormLayout;
    static_cast<QVBoxLayout *>(layout())->addLayout(fields);
    fields->setHorizontalSpacing(12);
    fields->setVerticalSpacing(8);
    m_kind->setObjectName(u"kindBox"_s);
    for (const ImportKind kind : allImportKinds)
        m_kind->addItem(ImportWording::nameOf(kind), int(kind));
    fields->addRow(tr("&What is in the file"), m_kind);
    m_file->setObjectName(u"fileEdit"_s);
    m_file->setPlaceholderText(tr("a table as .csv or .xlsx; its first line names the columns"));
    const PathLine line = pathLine(m_file);
    auto *caption = new QLabel(tr("&File"), this);
    caption->setBuddy(m_file);
    fields->addRow(caption, line.layout);
    setTabOrder(m_kind, m_file);
    setTabOrder(m_file, line.browse);
    connect(line.browse, &QPushButton::clicked, this, &ImportDialog::browse);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &ImportDialog::look);
    connect(m_file, &QLineEdit::textChanged, this, [this] {
        forget();
        m_head.reset();
        updateState();
        m_typing.start();
    });
}

void ImportDialog::makePages()
{
    m_pages->setObjectName(u"pages"_s);
    m_pages->setDocumentMode(true);
    m_columns->comeAfter(m_pages->tabBar());
    m_pages->addTab(makeColumns(), tr("C&olumns"));
    m_pages->addTab(m_preview, tr("&Preview"));
    m_pages->addTab(makeFindings(), tr("What the check foun&d"));
    static_cast<QVBoxLayout *>(layout())->addWidget(m_pages, 1);
    m_summary->setObjectName(u"summary"_s);
    m_summary->setWordWrap(true);
    m_onlyGood->setObjectName(u"onlyGoodBox"_s);
    m_inParts->setObjectName(u"inPartsBox"_s);
    m_inParts->setToolTip(
        tr("Others can work in between. Written as a whole, either all of it is there or nothing, "
           "but everybody waits until it is. What is left over when it is stopped is written when "
           "the same file is imported again."));
    connect(m_columns, &ColumnsPage::changed, this, [this] {
        forget();
        showPreview();
    });
    connect(m_onlyGood, &QCheckBox::toggled, this, &ImportDialog::updateState);
}

QWidget *ImportDialog::makeColumns()
{
    auto *page = new QWidget(this);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_columns, 1);
    auto *bar = new ButtonBar(page);
    bar->space();
    m_load = bar->add(tr("&Load a mapping…"), u"loadMappingButton"_s);
    m_save = bar->add(tr("&Save the mapping…"), u"saveMappingButton"_s);
    layout->addWidget(bar);
    const auto choose = [this](QFileDialog::AcceptMode mode) {
        auto *files = new QFileDialog(this, windowTitle());
        files->setAttribute(Qt::WA_DeleteOnClose);
        files->setAcceptMode(mode);
        files->setFileMode(mode == QFileDialog::AcceptOpen ? QFileDialog::ExistingFile
                                                           : QFileDialog::AnyFile);
        files->setDefaultSuffix(u"json"_s);
        files->setNameFilters({tr("Mappings (*.json)"), tr("All files (*)")});
        connect(files,
                &QFileDialog::fileSelected,
                this,
                mode == QFileDialog::AcceptOpen ? &ImportDialog::loadMapping
                                                : &ImportDialog::saveMapping);
        files->open();
    };
    connect(m_load, &QPushButton::clicked, this, [choose] { choose(QFileDialog::AcceptOpen); });
    connect(m_save, &QPushButton::clicked, this, [choose] { choose(QFileDialog::AcceptSave); });
    return page;
}

QWidget *ImportDialog::makeFindings()
{
    auto *page = new QWidget(this);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_findings, 1);
    auto *bar = new ButtonBar(page);
    bar->space();
    m_propose = bar->add(tr("&Take what is proposed"),
                         u"proposalsButton"_s,
                         tr("Reads these values as proposed from now on, in all lines, and checks "
                            "the file again. The file itself is not changed."));
    layout->addWidget(bar);
    connect(m_propose, &QPushButton::clicked, this, &ImportDialog::takeProposals);
    return page;
}

QWidget *ImportDialog::makeButtons()
{
    auto *bar = new ButtonBar(this);
    bar->space();
    m_back = bar->add(tr("&Back"), u"backButton"_s);
    m_check = bar->add(tr("&Check"), u"checkButton"_s);
    m_import = bar->add(tr("&Import"), u"importButton"_s);
    connect(m_back, &QPushButton::clicked, this, &ImportDialog::reject);
    connect(m_check, &QPushButton::clicked, this, [this] { run(true); });
    connect(m_import, &QPushButton::clicked, this, [this] { run(false); });
    return bar;
}

} // namespace tanaban::ui
