#include "ui/start/connectdialog.h"

#include "ui/look/theme.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QIntValidator>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace tanaban::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int connectFieldWidth = 320;
constexpr QLatin1String sslMode("sslmode");

} // namespace

ConnectDialog::ConnectDialog(const DatabaseUrl &current, const QString &login, QWidget *parent)
    : QDialog(parent)
    , m_host(new QLineEdit(this))
    , m_port(new QLineEdit(this))
    , m_database(new QLineEdit(this))
    , m_user(new QLineEdit(this))
    , m_security(new QComboBox(this))
    , m_problem(new QLabel(this))
{
    setObjectName(u"connectDialog"_s);
    setWindowTitle(tr("Connect to a server"));
    m_security->addItem(tr("Encrypted if the server offers it"), u"prefer"_s);
    m_security->addItem(tr("Only encrypted"), u"require"_s);
    m_security->addItem(tr("Only encrypted, and only to this very server"), u"verify-full"_s);
    m_security->addItem(tr("Not encrypted"), u"disable"_s);
    m_port->setValidator(new QIntValidator(1, 65535, m_port));
    m_port->setPlaceholderText(u"5432"_s);
    m_host->setPlaceholderText(tr("name or address of the server"));
    m_host->setMinimumWidth(connectFieldWidth);
    auto *fields = new QFormLayout;
    fields->setHorizontalSpacing(12);
    fields->setVerticalSpacing(8);
    const auto add = [fields](const QString &label, QWidget *field, const char *name) {
        field->setObjectName(QString::fromLatin1(name));
        fields->addRow(label, field); // and makes it the label's buddy
    };
    add(tr("&Server"), m_host, "hostEdit");
    add(tr("&Port"), m_port, "portEdit");
    add(tr("&Database"), m_database, "databaseEdit");
    add(tr("&Login"), m_user, "userEdit");
    add(tr("&Encryption"), m_security, "securityBox");
    m_problem->setObjectName(u"problem"_s);
    m_problem->setWordWrap(true);
    m_problem->setMinimumHeight(2 * m_problem->fontMetrics().height());
    auto *hint = new QLabel(tr("If the server wants a password, it is asked for next."), this);
    hint->setForegroundRole(QPalette::PlaceholderText);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_connect = buttons->addButton(tr("&Connect"), QDialogButtonBox::AcceptRole);
    m_connect->setObjectName(u"connectButton"_s);
    m_connect->setDefault(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 16, 20, 16);
    layout->setSpacing(8);
    layout->addLayout(fields);
    layout->addWidget(hint);
    layout->addWidget(m_problem);
    layout->addWidget(buttons);

    propose(current, login);
    for (QLineEdit *field : {m_host, m_port, m_database, m_user})
        connect(field, &QLineEdit::textChanged, this, &ConnectDialog::check);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        const auto url = DatabaseUrl::parse(typed().toString());
        if (!url)
            return;
        accept();
        Q_EMIT chosen(*url);
    });
    check();
}

void ConnectDialog::propose(const DatabaseUrl &url, const QString &login)
{
    const bool server = url.engine == DatabaseUrl::Engine::Postgres;
    m_host->setText(server ? url.hosts : QString());
    m_port->setText(server ? url.ports : QString());
    m_database->setText(server ? url.database : u"tanaban"_s);
    m_user->setText(server && !url.user.isEmpty() ? url.user : login);
    const auto mode = url.options.find(sslMode);
    if (server && mode != url.options.end())
        m_security->setCurrentIndex(std::max(0, m_security->findData(mode->second)));
}

DatabaseUrl ConnectDialog::typed() const
{
    DatabaseUrl url;
    url.engine = DatabaseUrl::Engine::Postgres;
    url.hosts = m_host->text().trimmed();
    url.ports = m_port->text().trimmed();
    url.database = m_database->text().trimmed();
    url.user = m_user->text().trimmed();
    url.options[sslMode] = m_security->currentData().toString();
    return url;
}

void ConnectDialog::check()
{
    const DatabaseUrl url = typed();
    const auto read = DatabaseUrl::parse(url.toString());
    const bool missing = url.hosts.isEmpty() || url.database.isEmpty();
    m_connect->setEnabled(!missing && read.ok());
    QString problem;
    if (missing)
        problem = tr("Type the name of the server and of the database.");
    else if (!read)
        problem = u"⚠ "_s + read.error();
    m_problem->setText(problem);
    m_problem->setForegroundRole(QPalette::PlaceholderText);
}

} // namespace tanaban::ui
