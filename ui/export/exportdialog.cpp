#include "ui/export/exportdialog.h"

#include "ui/forms/formtext.h"
#include "ui/forms/pathline.h"
#include "ui/look/tint.h"
#include "ui/look/workingbar.h"
#include "ui/session.h"

#include <QComboBox>
#include <QDate>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QSettings>
#include <QStandardPaths>

namespace tanaban::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1String folderKey("export/folder");
constexpr QLatin1String formatKey("export/format");

QString startFolder()
{
    const QString last = QSettings().value(folderKey).toString();
    return !last.isEmpty() && QFileInfo(last).isDir() ? last : documentsFolder();
}

} // namespace

ExportDialog::ExportDialog(Session &session, ShownTable table, QWidget *parent)
    : QDialog(parent)
    , m_session(session)
    , m_table(std::move(table))
    , m_columns(m_table.source()->titles().size())
    , m_count(new QLabel(this))
    , m_format(new QComboBox(this))
    , m_file(new QLineEdit(this))
    , m_note(new QLabel(this))
    , m_progressBar(makeWorkingBar(this))
{
    setObjectName(u"exportDialog"_s);
    setWindowTitle(tr("Export the table"));
    setMinimumWidth(600);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 16, 20, 16);
    layout->setSpacing(12);
    m_count->setObjectName(u"count"_s);
    layout->addWidget(m_count);
    makeFields();
    m_note->setObjectName(u"note"_s);
    m_note->setWordWrap(true);
    layout->addWidget(m_note);
    m_progressBar->setAccessibleName(tr("How far it is"));
    layout->addWidget(m_progressBar);
    layout->addWidget(makeButtons());
    m_progress.setInterval(100);
    connect(&m_progress, &QTimer::timeout, this, &ExportDialog::showProgress);
    m_file->setFocus();
    countAgain();
    updateState();
}

ExportDialog::~ExportDialog()
{
    if (m_running)
        m_running->stop.request_stop(); // nobody would hear of it any more
}

void ExportDialog::makeFields()
{
    auto *fields = new QFormLayout;
    fields->setHorizontalSpacing(12);
    fields->setVerticalSpacing(8);
    m_format->setObjectName(u"formatBox"_s);
    m_format->addItem(tr("CSV: text for any program"), int(TableFormat::Csv));
    m_format->addItem(tr("XLSX: a workbook for Excel, LibreOffice and others"),
                      int(TableFormat::Xlsx));
    const int last = QSettings().value(formatKey).toInt();
    m_format->setCurrentIndex(std::max(0, m_format->findData(last)));
    fields->addRow(tr("F&ormat"), m_format);
    m_file->setObjectName(u"fileEdit"_s);
    m_file->setText(QDir::toNativeSeparators(
        QDir(startFolder())
            .filePath(u"%1-%2.%3"_s.arg(
                m_table.name, QDate::currentDate().toString(Qt::ISODate), suffixOf(format())))));
    const PathLine line = pathLine(m_file);
    auto *caption = new QLabel(tr("&File"), this);
    caption->setBuddy(m_file);
    fields->addRow(caption, line.layout);
    static_cast<QVBoxLayout *>(layout())->addLayout(fields);
    connect(m_format, &QComboBox::currentIndexChanged, this, &ExportDialog::changeFormat);
    connect(m_file, &QLineEdit::textChanged, this, [this] {
        m_failure.clear();
        updateState();
    });
    connect(line.browse, &QPushButton::clicked, this, &ExportDialog::browse);
}

QWidget *ExportDialog::makeButtons()
{
    auto *bar = new QWidget(this);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    m_back = new QPushButton(tr("&Back"), bar);
    m_back->setObjectName(u"backButton"_s);
    m_back->setAutoDefault(false);
    m_export = new QPushButton(tr("&Export"), bar);
    m_export->setObjectName(u"exportButton"_s);
    m_export->setDefault(true);
    row->addStretch(1);
    row->addWidget(m_back);
    row->addWidget(m_export);
    connect(m_back, &QPushButton::clicked, this, &ExportDialog::reject);
    connect(m_export, &QPushButton::clicked, this, &ExportDialog::run);
    return bar;
}

TableFormat ExportDialog::format() const
{
    return TableFormat(m_format->currentData().toInt());
}

QString ExportDialog::path() const
{
    const QString typed = m_file->text().trimmed();
    return typed.isEmpty() ? QString() : QFileInfo(QDir(startFolder()), typed).absoluteFilePath();
}

void ExportDialog::changeFormat()
{
    m_failure.clear();
    // The end of the name follows the format, where it was that of another one.
    QString name = m_file->text();
    if (const auto was = tableFormatOf(name)) {
        name.chop(suffixOf(*was).size());
        m_file->setText(name + suffixOf(format()));
    }
    updateState();
}

void ExportDialog::browse()
{
    auto *files = new QFileDialog(this, tr("Export into"), path());
    files->setAttribute(Qt::WA_DeleteOnClose);
    files->setAcceptMode(QFileDialog::AcceptSave);
    files->setOption(QFileDialog::DontConfirmOverwrite); // the dialog says it
    files->setDefaultSuffix(suffixOf(format()));
    files->setNameFilter(format() == TableFormat::Csv ? tr("CSV tables (*.csv)")
                                                      : tr("Workbooks (*.xlsx)"));
    connect(files, &QFileDialog::fileSelected, m_file, &QLineEdit::setText);
    files->open();
}

void ExportDialog::countAgain()
{
    if (m_counting) {
        m_countAgain = true;
        return;
    }
    m_counting = true;
    m_session.runner().run(
        this,
        [source = m_table.source] { return source()->count(); },
        [this](const Read<qint64> &count) {
            m_counting = false;
            showCount(count);
            if (std::exchange(m_countAgain, false))
                countAgain();
        });
}

void ExportDialog::showCount(const Read<qint64> &count)
{
    m_rows = count ? std::optional(*count) : std::nullopt;
    if (!count)
        m_count->setText(u"⚠ "_s + readFailureText(count.error()));
    updateState();
}

void ExportDialog::updateState()
{
    const QLocale locale;
    if (!m_rows && m_count->text().isEmpty())
        m_count->setText(tr("Counting the rows…"));
    if (m_rows) {
        m_count->setText(tr("%1 rows and %2 columns, as the table shows them.")
                             .arg(locale.toString(*m_rows), locale.toString(m_columns)));
    }
    if (m_running)
        return;
    const QFileInfo file(path());
    const bool tooMany = m_rows && *m_rows > mostLinesOf(format());
    QString note;
    if (tooMany)
        note = u"⚠ "_s + messageOf({ExportFailure::Kind::TooManyLines, {}, {}}, format(), {});
    else if (file.isDir())
        note = u"⚠ "_s + tr("This is a folder. Type the name of a file in it.");
    else if (!m_failure.isEmpty())
        note = u"⚠ "_s + m_failure;
    else if (!path().isEmpty() && file.exists())
        note = tr("There is a file of this name; it will be replaced.");
    tint(m_note, note.startsWith(u'⚠') ? Tint::Bad : Tint::Plain);
    m_note->setText(note);
    m_export->setEnabled(!path().isEmpty() && !file.isDir() && !tooMany);
}

void ExportDialog::setRunning(bool running)
{
    for (QWidget *field : {static_cast<QWidget *>(m_format), static_cast<QWidget *>(m_file)})
        field->setEnabled(!running);
    m_export->setEnabled(!running);
    m_progressBar->setVisible(running);
    m_back->setText(running ? tr("&Stop") : tr("&Back"));
    if (running)
        m_progress.start();
    else
        m_progress.stop();
}

void ExportDialog::run()
{
    if (m_running)
        return;
    m_running = std::make_shared<Progress>();
    m_failure.clear();
    tint(m_note, Tint::Plain);
    setRunning(true);
    showProgress();
    m_session.runner().run(
        this,
        [source = m_table.source,
         writers = m_session.environment().writers,
         format = format(),
         path = path(),
         running = m_running]() -> Result<qint64, ExportFailure> {
            const auto writer = writers(format, path);
            return exportTable(
                *source(),
                *writer,
                format,
                [&running](qint64 done) { running->done = done; },
                running->stop.get_token());
        },
        [this](const Result<qint64, ExportFailure> &result) { take(result); });
}

void ExportDialog::showProgress()
{
    const qint64 all = m_rows.value_or(0);
    const qint64 done = m_running ? m_running->done.load() : 0;
    m_progressBar->setRange(0, all > 0 ? 1000 : 0); // 0 to 0: nobody knows
    if (all > 0)
        m_progressBar->setValue(int(std::min(done, all) * 1000 / all));
    m_note->setText(tr("%1 rows written", "so far").arg(QLocale().toString(done)));
}

void ExportDialog::take(const Result<qint64, ExportFailure> &result)
{
    m_running.reset();
    setRunning(false);
    m_failure = result ? QString() : messageOf(result.error(), format(), path());
    updateState();
    if (!result) {
        m_file->setFocus();
        return;
    }
    QSettings().setValue(folderKey, QFileInfo(path()).absolutePath());
    QSettings().setValue(formatKey, int(format()));
    Q_EMIT exported(tr("%1 rows were written into %2.")
                        .arg(QLocale().toString(*result), QDir::toNativeSeparators(path())));
    accept();
}

void ExportDialog::reject()
{
    if (m_running)
        m_running->stop.request_stop(); // take() tells what became of it
    else
        QDialog::reject();
}

} // namespace tanaban::ui
