#include "ui/import/importdialog.h"

#include "ui/forms/formtext.h"
#include "ui/look/workingbar.h"
#include "ui/session.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QTableWidget>

namespace tanaban::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 largestFile = 256LL * 1024 * 1024;
constexpr int mostFindings = 1000; ///< in the table; nobody reads more

QString titleOf(ImportKind kind)
{
    switch (kind) {
    case ImportKind::Warehouses:
        return ImportDialog::tr("Warehouses");
    case ImportKind::Zones:
        return ImportDialog::tr("Zones");
    case ImportKind::Bins:
        return ImportDialog::tr("Bins");
    case ImportKind::Products:
        return ImportDialog::tr("Products");
    case ImportKind::Stock:
        return ImportDialog::tr("Stock");
    }
    Q_UNREACHABLE();
}

Result<QByteArray, QString> contentOf(const QString &name)
{
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ImportDialog::tr("%1 cannot be read: %2").arg(name, file.errorString()));
    if (file.size() > largestFile)
        return fail(ImportDialog::tr("%1 is larger than 256 MB.").arg(name));
    return file.readAll();
}

/// What is in the files, or a sentence saying why they cannot be used.
Result<ImportRequest, QString> requestOf(ImportKind kind,
                                         const QString &file,
                                         const QString &mapping)
{
    auto content = contentOf(file);
    if (!content)
        return fail(QString(content.error()));
    ImportRequest request;
    request.kind = kind;
    request.content = *content;
    request.mapping = ImportMapping::plain(kind);
    if (mapping.isEmpty())
        return request;
    const auto json = contentOf(mapping);
    if (!json)
        return fail(QString(json.error()));
    auto read = ImportMapping::parse(*json, kind);
    if (!read) {
        return fail(
            ImportDialog::tr("The mapping %1 cannot be used: %2.").arg(mapping, read.error()));
    }
    request.mapping = *read;
    return request;
}

} // namespace

struct ImportDialog::Answer
{
    QString unreadable; ///< why the files cannot be used
    ImportReport report;
};

ImportDialog::ImportDialog(Session &session, QWidget *parent)
    : QDialog(parent)
    , m_session(session)
    , m_kind(new QComboBox(this))
    , m_file(new QLineEdit(this))
    , m_mapping(new QLineEdit(this))
    , m_summary(new QLabel(this))
    , m_findings(new QTableWidget(0, 4, this))
    , m_onlyGood(new QCheckBox(tr("Import the &good lines, and leave the others out"), this))
    , m_working(makeWorkingBar(this))
    , m_command(newCommandId())
{
    setObjectName(u"importDialog"_s);
    setWindowTitle(tr("Import files"));
    resize(720, 480);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 16, 20, 16);
    layout->setSpacing(8);
    layout->addLayout(new QFormLayout);
    makeFields();
    makeResult();
    layout->addWidget(makeButtons());
    m_file->setFocus();
    forget();
}

void ImportDialog::makeFields()
{
    auto *fields = static_cast<QFormLayout *>(layout()->itemAt(0)->layout());
    fields->setHorizontalSpacing(12);
    fields->setVerticalSpacing(8);
    m_kind->setObjectName(u"kindBox"_s);
    for (const ImportKind kind : {ImportKind::Warehouses,
                                  ImportKind::Zones,
                                  ImportKind::Bins,
                                  ImportKind::Products,
                                  ImportKind::Stock})
        m_kind->addItem(titleOf(kind), int(kind));
    fields->addRow(tr("&What is in the file"), m_kind);
    addFile(tr("&File"), m_file, "fileEdit");
    addFile(tr("&Mapping of the columns"), m_mapping, "mappingEdit");
    m_mapping->setPlaceholderText(tr("not needed when the columns are called as ours are"));
    connect(m_kind, &QComboBox::currentIndexChanged, this, &ImportDialog::forget);
}

void ImportDialog::addFile(const QString &label, QLineEdit *field, const char *name)
{
    field->setObjectName(QString::fromLatin1(name));
    auto *browseButton = new QPushButton(tr("Browse…"), this);
    browseButton->setAutoDefault(false);
    browseButton->setAccessibleName(
        tr("Browse: %1", "a button; %1 is the field").arg(QString(label).remove(u'&')));
    connect(browseButton, &QPushButton::clicked, this, [this, field] { browse(field); });
    connect(field, &QLineEdit::textChanged, this, &ImportDialog::forget);
    setTabOrder(field == m_file ? static_cast<QWidget *>(m_kind) : m_lastField, field);
    setTabOrder(field, browseButton);
    m_lastField = browseButton;
    auto *line = new QHBoxLayout;
    line->setSpacing(8);
    line->addWidget(field, 1);
    line->addWidget(browseButton);
    auto *caption = new QLabel(label, this);
    caption->setBuddy(field);
    static_cast<QFormLayout *>(layout()->itemAt(0)->layout())->addRow(caption, line);
}

void ImportDialog::makeResult()
{
    auto *column = static_cast<QVBoxLayout *>(layout());
    m_summary->setObjectName(u"summary"_s);
    m_summary->setWordWrap(true);
    m_findings->setObjectName(u"findings"_s);
    m_findings->setAccessibleName(tr("What the check found"));
    m_findings->setHorizontalHeaderLabels(
        {tr("Line"), tr("Field"), tr("Value", "what stands in the field"), tr("What is wrong")});
    m_findings->horizontalHeader()->setStretchLastSection(true);
    m_findings->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_findings->verticalHeader()->hide();
    m_findings->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_findings->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_findings->setTabKeyNavigation(false);
    m_findings->setWordWrap(true);
    m_onlyGood->setObjectName(u"onlyGoodBox"_s);
    setTabOrder(m_lastField, m_findings);
    setTabOrder(m_findings, m_onlyGood);
    column->addWidget(m_summary);
    column->addWidget(m_findings, 1);
    column->addWidget(m_working);
    column->addWidget(m_onlyGood);
    connect(m_onlyGood, &QCheckBox::toggled, this, &ImportDialog::updateState);
}

QWidget *ImportDialog::makeButtons()
{
    auto *bar = new QWidget(this);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    const auto add = [bar](const QString &text, const char *name) {
        auto *button = new QPushButton(text, bar);
        button->setObjectName(QString::fromLatin1(name));
        button->setAutoDefault(false);
        return button;
    };
    m_back = add(tr("&Back"), "backButton");
    m_check = add(tr("&Check"), "checkButton");
    m_import = add(tr("&Import"), "importButton");
    row->addStretch(1);
    for (QPushButton *button : {m_back, m_check, m_import})
        row->addWidget(button);
    connect(m_back, &QPushButton::clicked, this, &ImportDialog::reject);
    connect(m_check, &QPushButton::clicked, this, [this] { run(true); });
    connect(m_import, &QPushButton::clicked, this, [this] { run(false); });
    return bar;
}

void ImportDialog::browse(QLineEdit *field)
{
    auto *files = new QFileDialog(this, windowTitle(), field->text());
    files->setAttribute(Qt::WA_DeleteOnClose);
    files->setFileMode(QFileDialog::ExistingFile);
    files->setNameFilters(
        {field == m_file ? tr("Tables (*.csv *.tsv *.txt)") : tr("Mappings (*.json)"),
         tr("All files (*)")});
    connect(files, &QFileDialog::fileSelected, field, &QLineEdit::setText);
    files->open();
}

void ImportDialog::forget()
{
    ++m_turn;
    m_checked.reset();
    m_command = newCommandId();
    m_findings->setRowCount(0);
    m_onlyGood->setChecked(false);
    m_summary->setText(tr("The check writes nothing; it tells what would be written, and what is "
                          "wrong with which line."));
    setBusy(false);
}

void ImportDialog::run(bool dryRun)
{
    const quint64 turn = ++m_turn;
    m_importing = !dryRun;
    setBusy(true);
    m_session.runner().run(
        this,
        [&session = m_session,
         kind = ImportKind(m_kind->currentData().toInt()),
         file = m_file->text().trimmed(),
         mapping = m_mapping->text().trimmed(),
         command = m_command,
         onlyGood = m_onlyGood->isChecked(),
         dryRun] {
            Answer answer;
            auto request = requestOf(kind, file, mapping);
            if (!request) {
                answer.unreadable = request.error();
                return answer;
            }
            request->dryRun = dryRun;
            request->onlyGoodRows = onlyGood;
            // Stock of the same file is the same command for good; see Importer.
            if (kind != ImportKind::Stock)
                request->command = command;
            answer.report = Importer(session.store(), session.clock()).run(*request);
            return answer;
        },
        [this, turn, dryRun](const Answer &answer) {
            if (turn == m_turn)
                take(answer, dryRun);
        });
}

void ImportDialog::take(const Answer &answer, bool dryRun)
{
    m_importing = false;
    m_checked.reset();
    if (!answer.unreadable.isEmpty()) {
        m_summary->setText(u"⚠ "_s + answer.unreadable);
    } else if (answer.report.failure) {
        m_summary->setText(u"⚠ "_s + readFailureText(*answer.report.failure));
    } else {
        showReport(answer.report);
        m_checked = answer.report;
        if (!dryRun)
            sayOutcome(answer.report);
    }
    setBusy(false);
}

void ImportDialog::showReport(const ImportReport &report)
{
    const QLocale locale;
    QString text =
        tr("Lines in the file: %1. To write: %2, unchanged: %3, left out: %4, refused: %5.")
            .arg(locale.toString(report.lines),
                 locale.toString(report.written),
                 locale.toString(report.unchanged),
                 locale.toString(report.leftOut),
                 locale.toString(report.refused));
    const auto *committed = report.outcome ? std::get_if<Committed>(&*report.outcome) : nullptr;
    if (committed && committed->repeated)
        text = tr("This file has been imported before; there is nothing left to do.");
    const int shown = int(std::min(report.findings.size(), std::size_t(mostFindings)));
    if (std::size_t(shown) < report.findings.size())
        text += u'\n' + tr("Only the first %1 findings are shown.").arg(locale.toString(shown));
    m_summary->setText(text);
    m_findings->setRowCount(shown);
    for (int row = 0; row < shown; ++row) {
        const ImportFinding &finding = report.findings[std::size_t(row)];
        const QString line = finding.line > 0 ? locale.toString(finding.line) : tr("mapping");
        const QString sentence = finding.blocks ? u"⚠ "_s + finding.text : finding.text;
        int column = 0;
        for (const QString &cell : {line, finding.field, finding.value, sentence}) {
            auto *item = new QTableWidgetItem(cell);
            item->setToolTip(cell);
            m_findings->setItem(row, column++, item);
        }
    }
}

void ImportDialog::sayOutcome(const ImportReport &report)
{
    if (!report.outcome)
        return;
    std::visit(
        Overloaded{[&](const Committed &committed) {
                       Q_EMIT imported(committed.repeated
                                           ? tr("This file had been imported before; nothing was "
                                                "changed.")
                                           : tr("Imported. Lines written: %1.")
                                                 .arg(QLocale().toString(report.written)));
                       accept();
                   },
                   [&](const tanaban::Rejected &rejected) {
                       m_summary->setText(u"⚠ "_s + messageOf(rejected.error));
                   },
                   [&](const Busy &busy) { m_summary->setText(u"⚠ "_s + busyText(busy)); },
                   [&](const Unavailable &) {
                       m_summary->setText(
                           u"⚠ "_s
                           + tr("The database does not answer, so it is not known whether this "
                                "happened. Press Import again: it happens once at most."));
                   },
                   [&](const auto &) { // a conflict, even after looking again
                       m_summary->setText(
                           u"⚠ "_s
                           + tr("Others are changing the same things. Nothing was imported; check "
                                "the file again in a moment."));
                   }},
        *report.outcome);
}

void ImportDialog::setBusy(bool busy)
{
    m_busy = busy;
    m_working->setVisible(busy);
    updateState();
}

void ImportDialog::updateState()
{
    const bool named = !m_file->text().trimmed().isEmpty();
    const bool writes = m_checked && m_checked->readable && m_checked->written > 0
                        && (!m_checked->blocked() || m_onlyGood->isChecked());
    for (QWidget *field : {static_cast<QWidget *>(m_kind),
                           static_cast<QWidget *>(m_file),
                           static_cast<QWidget *>(m_mapping)})
        field->setEnabled(!m_importing);
    m_check->setEnabled(named && !m_busy);
    m_check->setToolTip(named ? QString() : tr("Choose a file first."));
    m_import->setEnabled(writes && !m_busy);
    m_import->setToolTip(m_checked ? QString()
                                   : tr("Check the file first; nothing is written then."));
    m_onlyGood->setEnabled(m_checked && m_checked->readable && m_checked->blocked() && !m_busy);
    m_back->setText(m_busy && !m_importing ? tr("&Cancel") : tr("&Back"));
    m_back->setEnabled(!m_importing);
    (writes ? m_import : m_check)->setDefault(true);
}

void ImportDialog::reject()
{
    if (m_importing)
        return; // one step that cannot be cut in two
    if (m_busy)
        forget(); // the check has written nothing
    else
        QDialog::reject();
}

} // namespace tanaban::ui
