#include "ui/import/importdialog.h"

#include "model/import/importfiles.h"
#include "ui/forms/formtext.h"
#include "ui/import/columnspage.h"
#include "ui/import/importtables.h"
#include "ui/look/workingbar.h"
#include "ui/session.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QSaveFile>
#include <QTabWidget>

#include <algorithm>

namespace tanaban::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr size_t linesOfALook = 50; ///< enough to guess by
constexpr qint64 manyLines = 500;   ///< others would notice that they wait for these

} // namespace

struct ImportDialog::Answer
{
    QString unreadable; ///< why the file cannot be used
    ImportReport report;
};

struct ImportDialog::Look
{
    QString unreadable;
    FileHead head;
};

ImportDialog::ImportDialog(Session &session, QWidget *parent)
    : QDialog(parent)
    , m_session(session)
    , m_kind(new QComboBox(this))
    , m_file(new QLineEdit(this))
    , m_pages(new QTabWidget(this))
    , m_columns(new ColumnsPage(this))
    , m_preview(new PreviewTable(this))
    , m_findings(new FindingsTable(this))
    , m_summary(new QLabel(this))
    , m_onlyGood(new QCheckBox(tr("Import the &good lines, and leave the others out"), this))
    , m_inParts(new QCheckBox(tr("Write in pa&rts, so that nobody has to wait"), this))
    , m_working(makeWorkingBar(this))
    , m_command(newCommandId())
{
    setObjectName(u"importDialog"_s);
    setWindowTitle(tr("Import files"));
    resize(860, 690);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 16, 20, 16);
    layout->setSpacing(8);
    makeFields();
    makePages();
    layout->addWidget(m_summary);
    layout->addWidget(m_working);
    layout->addWidget(m_onlyGood);
    layout->addWidget(m_inParts);
    layout->addWidget(makeButtons());
    m_typing.setSingleShot(true);
    m_typing.setInterval(200);
    connect(&m_typing, &QTimer::timeout, this, &ImportDialog::look);
    m_showing.setInterval(100);
    connect(&m_showing, &QTimer::timeout, this, &ImportDialog::showProgress);
    m_file->setFocus();
    look();
}

ImportDialog::~ImportDialog()
{
    if (m_progress)
        m_progress->stop.request_stop(); // nobody would hear of it any more
}

ImportKind ImportDialog::kind() const
{
    return ImportKind(m_kind->currentData().toInt());
}

QString ImportDialog::path() const
{
    return m_file->text().trimmed();
}

void ImportDialog::browse()
{
    auto *files = new QFileDialog(this, windowTitle(), path());
    files->setAttribute(Qt::WA_DeleteOnClose);
    files->setFileMode(QFileDialog::ExistingFile);
    files->setNameFilters({tr("Tables (*.csv *.tsv *.txt *.xlsx)"), tr("All files (*)")});
    connect(files, &QFileDialog::fileSelected, m_file, &QLineEdit::setText);
    files->open();
}

void ImportDialog::loadMapping(const QString &file)
{
    const auto mapping = importMapping(file, kind());
    if (!mapping) {
        warn(mapping.error());
        return;
    }
    m_columns->setMapping(*mapping);
    QStringList absent;
    for (const QString &title : mapping->columns) {
        if (!m_head->titles.contains(title) && !absent.contains(title))
            absent << title;
    }
    absent.sort();
    if (!absent.isEmpty())
        warn(tr("The mapping names columns that the file does not have: %1.")
                 .arg(absent.join(u", "_s)));
}

void ImportDialog::saveMapping(const QString &file)
{
    QSaveFile saved(file);
    const QByteArray json = m_columns->mapping().toJson();
    if (saved.open(QIODevice::WriteOnly) && saved.write(json) == json.size() && saved.commit())
        say(tr("The mapping was saved as %1.").arg(file));
    else
        warn(tr("%1 cannot be written: %2").arg(file, saved.errorString()));
}

void ImportDialog::look()
{
    m_typing.stop();
    forget();
    m_head.reset();
    if (path().isEmpty()) {
        takeLook({});
        return;
    }
    const quint64 turn = m_turn;
    setBusy(true);
    m_session.runner().run(
        this,
        [file = path(), readers = m_session.environment().readers] {
            Look look;
            const auto content = importContent(file);
            if (content)
                look.head = headOf(*readers(*content, {}), linesOfALook);
            else
                look.unreadable = content.error();
            return look;
        },
        [this, turn](const Look &look) {
            if (turn == m_turn)
                takeLook(look);
        });
}

void ImportDialog::takeLook(const Look &look)
{
    const FileHead &head = look.head;
    if (look.unreadable.isEmpty() && !head.titles.isEmpty())
        m_head = head;
    m_columns->setFile(kind(), head);
    if (!look.unreadable.isEmpty())
        warn(look.unreadable);
    else if (head.fault)
        warn(tr("Line %1, column %2: %3.")
                 .arg(QLocale().toString(head.fault->line),
                      QLocale().toString(head.fault->column),
                      head.fault->text));
    else if (head.titles.isEmpty() && !path().isEmpty())
        warn(tr("The file is empty; its first line must name the columns."));
    setBusy(false);
}

void ImportDialog::showPreview()
{
    if (m_head)
        m_preview->showLines(kind(), *m_head, m_columns->mapping());
    else
        m_preview->setRowCount(0);
}

void ImportDialog::forget()
{
    ++m_turn;
    if (m_progress)
        m_progress->stop.request_stop(); // nobody waits for it any more
    m_checked.reset();
    m_command = newCommandId();
    m_findings->setRowCount(0);
    m_pages->setCurrentIndex(0);
    m_onlyGood->setChecked(false);
    m_inParts->setChecked(false);
    say(tr("The check writes nothing; it tells what would be written, and what is wrong with which "
           "line."));
    setBusy(false);
}

void ImportDialog::takeProposals()
{
    ColumnsPage::Values values;
    for (const ImportFinding &finding : m_checked->findings) {
        if (!finding.proposal.isEmpty())
            values[finding.field][finding.value] = finding.proposal;
    }
    m_columns->replaceValues(values);
    run(true);
}

void ImportDialog::run(bool dryRun)
{
    const quint64 turn = ++m_turn;
    m_importing = !dryRun;
    ImportRequest request;
    m_progress = request.progress;
    setBusy(true);
    request.kind = kind();
    request.mapping = m_columns->mapping();
    request.readers = m_session.environment().readers;
    request.dryRun = dryRun;
    request.onlyGoodRows = m_onlyGood->isChecked();
    request.inParts = m_inParts->isChecked();
    // Stock of the same file is the same command for good; see Importer.
    if (request.kind != ImportKind::Stock)
        request.command = m_command;
    m_session.runner().run(
        this,
        [&session = m_session, request, file = path()]() mutable {
            Answer answer;
            const auto content = importContent(file);
            if (!content) {
                answer.unreadable = content.error();
                return answer;
            }
            request.content = *content;
            Importer importer(session.store(), session.records(), session.clock());
            answer.report = importer.run(request);
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
    const qint64 refusedBefore = m_checked ? m_checked->refused : 0;
    m_checked.reset();
    m_progress.reset();
    const ImportReport &report = answer.report;
    if (report.stopped) {
        sayHowFar(tr("Stopped."), report);
    } else if (!answer.unreadable.isEmpty()) {
        warn(answer.unreadable);
    } else if (report.failure) {
        sayHowFar(readFailureText(*report.failure), report);
    } else {
        showReport(report);
        m_checked = report;
        if (!dryRun)
            sayOutcome(report, refusedBefore);
        else
            m_inParts->setChecked(report.written >= manyLines);
    }
    setBusy(false);
}

void ImportDialog::setBusy(bool busy)
{
    m_busy = busy;
    m_working->setVisible(busy);
    m_working->setRange(0, 0);
    if (busy && m_progress)
        m_showing.start();
    else
        m_showing.stop();
    updateState();
}

bool ImportDialog::isWriting() const
{
    return m_importing && m_progress && m_progress->phase == ImportProgress::Phase::Writing
           && m_progress->all == 0; // in parts it can be stopped
}

void ImportDialog::updateState()
{
    const QStringList missing = m_head ? m_columns->missing() : QStringList();
    const bool ready = m_head && missing.isEmpty();
    const bool writes = m_checked && m_checked->readable && m_checked->written > 0
                        && (!m_checked->blocked() || m_onlyGood->isChecked());
    for (QWidget *field : {static_cast<QWidget *>(m_kind),
                           static_cast<QWidget *>(m_file),
                           static_cast<QWidget *>(m_columns)})
        field->setEnabled(!m_importing);
    m_load->setEnabled(m_head && !m_busy);
    m_save->setEnabled(m_head && !m_busy);
    m_check->setEnabled(ready && !m_busy);
    m_check->setToolTip(!m_head ? tr("Choose a file first.")
                        : missing.isEmpty()
                            ? QString()
                            : tr("Still to be said: %1.").arg(missing.join(u", "_s)));
    if (m_head && !missing.isEmpty() && !m_busy)
        say(tr("Still to be said, by a column of the file or for all lines: %1.")
                .arg(missing.join(u", "_s)));
    m_propose->setEnabled(
        m_checked && !m_busy
        && std::ranges::any_of(m_checked->findings, [](const ImportFinding &finding) {
               return !finding.proposal.isEmpty();
           }));
    m_import->setEnabled(writes && !m_busy);
    m_import->setToolTip(m_checked ? QString()
                                   : tr("Check the file first; nothing is written then."));
    m_onlyGood->setEnabled(m_checked && m_checked->readable && m_checked->blocked() && !m_busy);
    m_inParts->setEnabled(m_checked && m_checked->readable && m_checked->written > 0 && !m_busy);
    m_back->setText(m_busy ? tr("&Stop") : tr("&Back"));
    m_back->setEnabled(!isWriting());
    (writes ? m_import : m_check)->setDefault(true);
}

void ImportDialog::reject()
{
    if (m_importing) {
        m_progress->stop.request_stop(); // take() tells what became of it
        return;
    }
    if (m_busy)
        forget(); // the check has written nothing
    else
        QDialog::reject();
}

} // namespace tanaban::ui
