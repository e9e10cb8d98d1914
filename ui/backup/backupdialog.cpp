#include "ui/backup/backupdialog.h"

#include "ui/backup/copysettings.h"
#include "ui/forms/pathline.h"
#include "ui/look/tint.h"
#include "ui/look/workingbar.h"
#include "ui/session.h"

#include <QCheckBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QFontDatabase>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

namespace tanaban::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostCopies = 365;

QString proposedFile(const DatabaseUrl &url)
{
    DailyCopies here;
    here.folder = documentsFolder();
    here.name = QFileInfo(url.path).completeBaseName();
    return QDir::toNativeSeparators(here.pathOf(QDate::currentDate()));
}

} // namespace

BackupDialog::BackupDialog(Session &session, QWidget *parent)
    : QDialog(parent)
    , m_session(session)
{
    setObjectName(u"backupDialog"_s);
    setWindowTitle(tr("Back up"));
    setMinimumWidth(640);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 16, 20, 16);
    layout->setSpacing(12);
    if (session.url().engine == DatabaseUrl::Engine::Sqlite) {
        makeNow(layout);
        makeDaily(layout);
    } else {
        makeServer(layout);
    }
    makeButtons(layout);
    updateState();
}

void BackupDialog::makeNow(QVBoxLayout *layout)
{
    auto *text = new QLabel(tr("A copy of everything as it is at one moment, checked when it is "
                               "written. Others go on working meanwhile."),
                            this);
    text->setWordWrap(true);
    layout->addWidget(text);
    m_file = new QLineEdit(proposedFile(m_session.url()), this);
    m_file->setObjectName(u"fileEdit"_s);
    addPath(layout, tr("&Copy to"), m_file, false);
    m_note = new QLabel(this);
    m_note->setObjectName(u"note"_s);
    m_note->setWordWrap(true);
    layout->addWidget(m_note);
    m_working = makeWorkingBar(this);
    layout->addWidget(m_working);
    connect(m_file, &QLineEdit::textChanged, this, &BackupDialog::updateState);
}

void BackupDialog::makeDaily(QVBoxLayout *layout)
{
    const CopySettings set = CopySettings::of(m_session.url());
    m_daily = new QCheckBox(tr("Make a copy every &day, while the program is open"), this);
    m_daily->setObjectName(u"dailyBox"_s);
    m_daily->setChecked(set.daily);
    layout->addWidget(m_daily);
    m_folder = new QLineEdit(QDir::toNativeSeparators(set.copies.folder), this);
    m_folder->setObjectName(u"folderEdit"_s);
    addPath(layout, tr("&In the folder"), m_folder, true);
    auto *row = new QHBoxLayout;
    m_keep = new QSpinBox(this);
    m_keep->setObjectName(u"keepBox"_s);
    m_keep->setRange(1, mostCopies);
    m_keep->setButtonSymbols(QAbstractSpinBox::NoButtons);
    m_keep->setFixedWidth(64);
    m_keep->setValue(set.copies.keep);
    auto *caption = new QLabel(tr("&Keep as many copies"), this);
    caption->setBuddy(m_keep);
    row->addWidget(caption);
    row->addWidget(m_keep);
    row->addStretch();
    layout->addLayout(row);
    const std::vector<QDate> days = set.copies.days();
    const QString last = days.empty()
                             ? tr("There is no daily copy yet.")
                             : tr("The last daily copy is of %1.")
                                   .arg(QLocale().toString(days.front(), QLocale::LongFormat));
    auto *hint = new QLabel(
        last + u' '
            + tr("A folder on another disk is safer. To go back to a copy, use “Restore a "
                 "copy…”; the file you have now stays as it is."),
        this);
    hint->setObjectName(u"hint"_s);
    hint->setWordWrap(true);
    tint(hint, Tint::Secondary);
    layout->addWidget(hint);
    // Taken on at once, as all settings are.
    connect(m_daily, &QCheckBox::toggled, this, [this] {
        keepDaily();
        updateState();
    });
    connect(m_keep, &QSpinBox::valueChanged, this, &BackupDialog::keepDaily);
    connect(m_folder, &QLineEdit::editingFinished, this, &BackupDialog::keepDaily);
}

void BackupDialog::makeServer(QVBoxLayout *layout)
{
    const DatabaseUrl &url = m_session.url();
    auto *text = new QLabel(tr("A shared database is copied at the server, by whoever looks after "
                               "it. These commands make a copy while everybody works, and bring it "
                               "back into a new, empty database:"),
                            this);
    text->setWordWrap(true);
    auto *commands = new QLabel(
        u"pg_dump --format=custom --file=tanaban.dump --host=%1 %2\n"
        "createdb --host=%1 tanaban_restored\n"
        "pg_restore --exit-on-error --host=%1 --dbname=tanaban_restored tanaban.dump"_s.arg(
            url.hosts.isEmpty() ? u"localhost"_s : url.hosts.section(u',', 0, 0), url.database),
        this);
    commands->setObjectName(u"commands"_s);
    commands->setTextFormat(Qt::PlainText);
    commands->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    commands->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    commands->setWordWrap(true);
    layout->addWidget(text);
    layout->addWidget(commands);
}

void BackupDialog::addPath(QVBoxLayout *layout, const QString &label, QLineEdit *field, bool folder)
{
    auto *caption = new QLabel(label, this);
    caption->setBuddy(field);
    const PathLine line = pathLine(field);
    line.browse->setAccessibleName(tr("Browse: %1").arg(QString(label).remove(u'&')));
    line.layout->insertWidget(0, caption);
    layout->addLayout(line.layout);
    connect(line.browse, &QPushButton::clicked, this, [this, field, folder] {
        auto *files = new QFileDialog(this, windowTitle(), field->text());
        files->setAttribute(Qt::WA_DeleteOnClose);
        files->setFileMode(folder ? QFileDialog::Directory : QFileDialog::AnyFile);
        files->setAcceptMode(folder ? QFileDialog::AcceptOpen : QFileDialog::AcceptSave);
        files->setOption(QFileDialog::DontConfirmOverwrite); // nothing is replaced
        files->setDefaultSuffix(u"db"_s);
        connect(files, &QFileDialog::fileSelected, field, [field](const QString &path) {
            field->setText(QDir::toNativeSeparators(path));
            Q_EMIT field->editingFinished();
        });
        files->open();
    });
}

void BackupDialog::makeButtons(QVBoxLayout *layout)
{
    m_back = new QPushButton(tr("&Back"), this);
    m_back->setObjectName(u"backButton"_s);
    m_back->setAutoDefault(false);
    auto *row = new QHBoxLayout;
    row->addStretch();
    row->addWidget(m_back);
    connect(m_back, &QPushButton::clicked, this, &BackupDialog::reject);
    if (m_file) {
        m_copy = new QPushButton(tr("Copy &now"), this);
        m_copy->setObjectName(u"copyButton"_s);
        m_copy->setDefault(true);
        row->addWidget(m_copy);
        connect(m_copy, &QPushButton::clicked, this, &BackupDialog::run);
    }
    layout->addLayout(row);
}

QString BackupDialog::path() const
{
    return QDir::fromNativeSeparators(m_file->text().trimmed());
}

void BackupDialog::run()
{
    if (QFileInfo::exists(path())) {
        warn(tr("There is a file with this name already; choose another."));
        return;
    }
    m_busy = true;
    updateState();
    m_session.runner().run(
        this,
        [&session = m_session, file = path()] { return session.backup(file); },
        [this](const Read<Done> &done) {
            m_busy = false;
            updateState();
            if (!done) {
                warn(copyFailureText(done.error()));
                return;
            }
            Q_EMIT copied(tr("Copied and checked: %1").arg(QDir::toNativeSeparators(path())));
            accept();
        });
}

void BackupDialog::warn(const QString &text)
{
    m_note->setText(u"⚠ "_s + text);
    m_note->show();
}

void BackupDialog::keepDaily()
{
    CopySettings set = CopySettings::of(m_session.url());
    set.daily = m_daily->isChecked();
    set.copies.keep = m_keep->value();
    const QString folder = QDir::fromNativeSeparators(m_folder->text().trimmed());
    if (!folder.isEmpty())
        set.copies.folder = QFileInfo(m_session.url().path).dir().absoluteFilePath(folder);
    set.keepFor(m_session.url());
}

void BackupDialog::updateState()
{
    if (!m_file)
        return;
    m_working->setVisible(m_busy);
    m_copy->setEnabled(!m_busy && !path().isEmpty());
    m_back->setEnabled(!m_busy);
    m_file->setEnabled(!m_busy);
    m_folder->setEnabled(m_daily->isChecked());
    m_keep->setEnabled(m_daily->isChecked());
    m_note->hide();
}

void BackupDialog::reject()
{
    if (!m_busy) // it is short, and half a copy is none
        QDialog::reject();
}

} // namespace tanaban::ui
