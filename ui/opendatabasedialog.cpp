#include "ui/opendatabasedialog.h"

#include "ui/forms/pathline.h"
#include "ui/look/tint.h"

#include <QDialogButtonBox>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace tanaban::ui {

using namespace Qt::StringLiterals;

namespace {

/// A bare path is a file.
QString addressOf(const QString &typed)
{
    const bool path = typed.startsWith(u'/') || typed.startsWith(u'.') || typed.startsWith(u'~');
    if (!path)
        return typed;
    return u"sqlite:"_s + (typed.startsWith(u'~') ? QDir::homePath() + typed.mid(1) : typed);
}

} // namespace

OpenDatabaseDialog::OpenDatabaseDialog(const DatabaseUrl &current, QWidget *parent)
    : QDialog(parent)
    , m_address(new QLineEdit(this))
    , m_problem(new QLabel(this))
{
    setObjectName(u"openDatabaseDialog"_s);
    setWindowTitle(tr("Open database"));
    m_address->setObjectName(u"address"_s);
    m_address->setMinimumWidth(420);
    m_address->setText(current.engine == DatabaseUrl::Engine::Sqlite ? current.path
                                                                     : current.toString());
    m_address->selectAll();
    auto *label = new QLabel(tr("&File or address of the server"), this);
    label->setBuddy(m_address);
    auto *hint = new QLabel(tr("For example %1").arg(u"postgresql://sato@warehouse/tanaban"_s),
                            this);
    hint->setForegroundRole(QPalette::PlaceholderText);
    tint(m_problem, Tint::Bad);
    m_problem->setWordWrap(true);
    m_problem->setObjectName(u"problem"_s);
    const PathLine line = pathLine(m_address);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_open = buttons->addButton(tr("&Open"), QDialogButtonBox::AcceptRole);
    m_open->setDefault(true);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 16, 20, 16);
    layout->setSpacing(6);
    layout->addWidget(label);
    layout->addLayout(line.layout);
    layout->addWidget(hint);
    layout->addWidget(m_problem);
    layout->addSpacing(8);
    layout->addWidget(buttons);

    connect(line.browse, &QPushButton::clicked, this, &OpenDatabaseDialog::browse);
    connect(m_address, &QLineEdit::textChanged, this, &OpenDatabaseDialog::check);
    connect(buttons, &QDialogButtonBox::accepted, this, &OpenDatabaseDialog::openTyped);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    check();
}

void OpenDatabaseDialog::browse()
{
    auto *files = new QFileDialog(this, tr("Open database"), m_address->text());
    files->setAttribute(Qt::WA_DeleteOnClose);
    files->setNameFilters({tr("Databases (*.db *.sqlite)"), tr("All files (*)")});
    files->setFileMode(QFileDialog::AnyFile);
    connect(files, &QFileDialog::fileSelected, m_address, &QLineEdit::setText);
    files->open();
}

void OpenDatabaseDialog::check()
{
    const QString typed = m_address->text().trimmed();
    const auto url = DatabaseUrl::parse(addressOf(typed));
    m_open->setEnabled(url.ok());
    m_problem->setText(url.ok() || typed.isEmpty() ? QString() : url.error());
}

void OpenDatabaseDialog::openTyped()
{
    const auto url = DatabaseUrl::parse(addressOf(m_address->text().trimmed()));
    if (!url)
        return;
    accept();
    Q_EMIT chosen(*url);
}

} // namespace tanaban::ui
