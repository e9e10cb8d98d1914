#include "ui/backup/restoredialog.h"

#include "ui/backup/copysettings.h"
#include "ui/forms/formtext.h"
#include "ui/forms/pathline.h"
#include "ui/look/tint.h"
#include "ui/look/workingbar.h"
#include "ui/session.h"
#include "ui/words.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace tanaban::ui {

using namespace Qt::StringLiterals;

/// What the worker brings back.
struct RestoreDialog::Answer
{
    QString path;
    std::optional<DatabaseContents> now;
    Result<RestoredCopy, QString> restored = fail(QString());
};

namespace {

QString newestCopy(const DatabaseUrl &url)
{
    const DailyCopies copies = CopySettings::of(url).copies;
    const std::vector<QDate> days = copies.days();
    return days.empty() ? QString() : QDir::toNativeSeparators(copies.pathOf(days.front()));
}

/// Beside the open file, under a name that is free.
QString freePath(const DatabaseUrl &url)
{
    const QFileInfo open(url.path);
    const QString name = open.completeBaseName() + u"-restored"_s;
    QString path = open.dir().filePath(name + u".db"_s);
    for (int number = 2; QFileInfo::exists(path); ++number)
        path = open.dir().filePath(u"%1-%2.db"_s.arg(name).arg(number));
    return QDir::toNativeSeparators(path);
}

} // namespace

RestoreDialog::RestoreDialog(Session &session, QWidget *parent)
    : QDialog(parent)
    , m_session(session)
    , m_copy(nullptr)
    , m_into(nullptr)
{
    setObjectName(u"restoreDialog"_s);
    setWindowTitle(tr("Restore a copy"));
    setMinimumWidth(640);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 16, 20, 16);
    layout->setSpacing(12);
    auto *text = new QLabel(
        tr("The copy is brought into a new file, checked, and shown beside what "
           "is open. Nothing is replaced: you decide then which of the two to go "
           "on with."),
        this);
    text->setWordWrap(true);
    layout->addWidget(text);
    auto *fields = new QFormLayout;
    fields->setHorizontalSpacing(12);
    fields->setVerticalSpacing(8);
    layout->addLayout(fields);
    m_copy = addPath(fields, tr("&Copy"), "copyEdit", true);
    m_copy->setText(newestCopy(session.url()));
    m_into = addPath(fields, tr("New &file"), "intoEdit", false);
    m_into->setText(freePath(session.url()));
    m_note = new QLabel(this);
    m_note->setObjectName(u"note"_s);
    m_note->setWordWrap(true);
    tint(m_note, Tint::Bad);
    layout->addWidget(m_note);
    m_working = makeWorkingBar(this);
    layout->addWidget(m_working);
    makeComparison();
    makeButtons();
    updateState();
}

RestoreDialog::~RestoreDialog()
{
    discard();
}

QLineEdit *RestoreDialog::addPath(QFormLayout *fields,
                                  const QString &label,
                                  const char *name,
                                  bool existing)
{
    auto *field = new QLineEdit(this);
    field->setObjectName(QString::fromLatin1(name));
    auto *caption = new QLabel(label, this);
    caption->setBuddy(field);
    const PathLine line = pathLine(field);
    line.browse->setAccessibleName(tr("Browse: %1").arg(QString(label).remove(u'&')));
    fields->addRow(caption, line.layout);
    connect(field, &QLineEdit::textChanged, this, [this] {
        discard(); // it was about something else
        updateState();
    });
    connect(line.browse, &QPushButton::clicked, this, [this, field, existing] {
        auto *files = new QFileDialog(this, windowTitle(), field->text());
        files->setAttribute(Qt::WA_DeleteOnClose);
        files->setFileMode(existing ? QFileDialog::ExistingFile : QFileDialog::AnyFile);
        files->setAcceptMode(existing ? QFileDialog::AcceptOpen : QFileDialog::AcceptSave);
        files->setOption(QFileDialog::DontConfirmOverwrite); // nothing is replaced
        files->setDefaultSuffix(u"db"_s);
        connect(files, &QFileDialog::fileSelected, field, [field](const QString &path) {
            field->setText(QDir::toNativeSeparators(path));
        });
        files->open();
    });
    return field;
}

void RestoreDialog::makeComparison()
{
    m_comparison = new QWidget(this);
    m_comparison->setObjectName(u"comparison"_s);
    auto *column = new QVBoxLayout(m_comparison);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    m_grid = new QGridLayout;
    m_grid->setHorizontalSpacing(24);
    m_grid->setVerticalSpacing(4);
    m_grid->setColumnStretch(3, 1);
    column->addLayout(m_grid);
    m_since = new QLabel(m_comparison);
    m_since->setObjectName(u"since"_s);
    m_since->setWordWrap(true);
    column->addWidget(m_since);
    static_cast<QVBoxLayout *>(layout())->addWidget(m_comparison);
}

void RestoreDialog::makeButtons()
{
    auto *row = new QHBoxLayout;
    m_back = new QPushButton(tr("&Back"), this);
    m_back->setObjectName(u"backButton"_s);
    m_back->setAutoDefault(false);
    m_restore = new QPushButton(tr("&Restore and compare"), this);
    m_restore->setObjectName(u"restoreButton"_s);
    m_switch = new QPushButton(tr("&Go on with the copy"), this);
    m_switch->setObjectName(u"switchButton"_s);
    row->addStretch();
    row->addWidget(m_back);
    row->addWidget(m_restore);
    row->addWidget(m_switch);
    static_cast<QVBoxLayout *>(layout())->addLayout(row);
    connect(m_back, &QPushButton::clicked, this, &RestoreDialog::reject);
    connect(m_restore, &QPushButton::clicked, this, &RestoreDialog::run);
    connect(m_switch, &QPushButton::clicked, this, &RestoreDialog::switchOver);
}

QString RestoreDialog::copyPath() const
{
    return QDir::fromNativeSeparators(m_copy->text().trimmed());
}

QString RestoreDialog::newPath() const
{
    return QDir::fromNativeSeparators(m_into->text().trimmed());
}

void RestoreDialog::run()
{
    discard();
    m_busy = true;
    updateState();
    m_session.runner().run(
        this,
        [&session = m_session, copy = copyPath(), into = newPath()] {
            Answer answer;
            answer.path = into;
            answer.restored = session.restore(copy, into);
            if (const auto now = session.contents())
                answer.now = *now;
            return answer;
        },
        [this](const Answer &answer) { take(answer); });
}

void RestoreDialog::take(const Answer &answer)
{
    m_busy = false;
    if (answer.restored)
        m_restored = answer.path;
    updateState();
    if (!answer.restored) {
        warn(answer.restored.error());
        m_copy->setFocus();
        return;
    }
    showComparison(answer.now.value_or(DatabaseContents()), *answer.restored);
    m_switch->setFocus();
}

void RestoreDialog::showComparison(const DatabaseContents &now, const RestoredCopy &restored)
{
    while (QLayoutItem *item = m_grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const QLocale locale;
    const DatabaseContents &copy = restored.contents;
    const auto cell = [this](const QString &text, int row, int column, bool secondary) {
        auto *label = new QLabel(text, m_comparison);
        label->setTextFormat(Qt::PlainText);
        if (secondary)
            tint(label, Tint::Secondary);
        m_grid->addWidget(label, row, column, column > 0 ? Qt::AlignRight : Qt::AlignLeft);
    };
    const auto last = [](const DatabaseContents &contents) {
        return contents.newest ? Words::moment(contents.newest->event.at) : tr("none");
    };
    const std::vector<std::tuple<QString, QString, QString>> rows{
        {tr("Warehouses"), locale.toString(now.warehouses), locale.toString(copy.warehouses)},
        {tr("Products"), locale.toString(now.products), locale.toString(copy.products)},
        {tr("Orders"), locale.toString(now.orders), locale.toString(copy.orders)},
        {tr("Stock rows with goods"),
         locale.toString(now.stockRows),
         locale.toString(copy.stockRows)},
        {tr("Entries in the history"), locale.toString(now.entries), locale.toString(copy.entries)},
        {tr("Last change of stock"), last(now), last(copy)}};
    cell(tr("Open now"), 0, 1, true);
    cell(tr("Copy"), 0, 2, true);
    int line = 0;
    for (const auto &[what, here, there] : rows) {
        ++line;
        cell(what, line, 0, true);
        cell(here, line, 1, false);
        cell(there, line, 2, false);
    }
    m_since->setText(
        restored.entriesSince == 0
            ? tr("The copy has every change of stock that is in the open file.")
            : tr("The open file has %Ln change(s) of stock that are later than the last one of the "
                 "copy. Whoever goes on with the copy goes on without them; the open file keeps "
                 "them.",
                 nullptr,
                 int(restored.entriesSince)));
}

void RestoreDialog::switchOver()
{
    DatabaseUrl url;
    url.path = m_restored;
    m_restored.clear(); // it is wanted
    Q_EMIT chosen(url);
    accept();
}

void RestoreDialog::discard()
{
    if (m_restored.isEmpty())
        return;
    removeDatabase(m_restored);
    m_restored.clear();
}

void RestoreDialog::warn(const QString &text)
{
    m_note->setText(u"⚠ "_s + text);
    m_note->show();
}

void RestoreDialog::updateState()
{
    if (!m_switch)
        return; // still being made
    const bool there = !m_restored.isEmpty();
    m_working->setVisible(m_busy);
    m_copy->setEnabled(!m_busy);
    m_into->setEnabled(!m_busy);
    m_back->setEnabled(!m_busy);
    m_restore->setEnabled(!m_busy && !there && !copyPath().isEmpty() && !newPath().isEmpty());
    m_switch->setEnabled(there && !m_busy);
    (there ? m_switch : m_restore)->setDefault(true);
    m_comparison->setVisible(there);
    m_note->hide();
}

void RestoreDialog::reject()
{
    if (!m_busy) // what is half there would stay
        QDialog::reject();
}

} // namespace tanaban::ui
