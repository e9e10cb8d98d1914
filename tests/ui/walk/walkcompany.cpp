#include "tests/ui/walk/walkcompany.h"

#include <QCoreApplication>
#include <QProcess>
#include <QSqlDatabase>
#include <QSqlField>
#include <QSqlQuery>
#include <QSqlRecord>
#include <QTimeZone>

namespace tanaban::test {

using namespace Qt::StringLiterals;

QString WalkCompany::make()
{
    if (!m_folder.isValid())
        return u"no folder"_s;
    m_url.engine = DatabaseUrl::Engine::Sqlite;
    m_url.path = m_folder.filePath(u"walk.db"_s);
    QList<QStringList> commands{{u"init"_s}, {u"demo"_s, u"--rows"_s, u"3000"_s}};
    for (const QStringList &command : std::as_const(commands)) {
        if (const QString fault = run(command); !fault.isEmpty())
            return fault;
    }
    // Enough that one can be cancelled, with goods to be named in their lines.
    for (int order = 1; order <= ownOrders; ++order) {
        const QString fault = run({u"order"_s,
                                   u"create"_s,
                                   u"WALK-%1"_s.arg(order),
                                   u"--partner"_s,
                                   u"C0001"_s,
                                   u"--line"_s,
                                   firstProduct() + u"=1"_s,
                                   u"--due"_s,
                                   u"2020-01-01"_s,
                                   u"--priority"_s,
                                   u"0"_s}); // they come first in every list
        if (!fault.isEmpty())
            return fault;
    }
    // Some have goods: they are fetched, and given back when the order is cancelled.
    return run({u"allocate"_s, u"WALK-1"_s, u"WALK-2"_s});
}

/// As somebody else, in a process of their own.
QString WalkCompany::run(const QStringList &command) const
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(qEnvironmentVariable("TANABAN_BIN") + u"/tanabanctl"_s,
                  QStringList{u"--db"_s, m_url.toString(), u"--as"_s, login} + command);
    const bool done = process.waitForFinished(120'000) && process.exitCode() == 0;
    return done ? QString()
                : QString(command.join(u' ') + u": "_s + QString::fromUtf8(process.readAll()));
}

QString WalkCompany::firstProduct() const
{
    QString code;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"product"_s);
        database.setDatabaseName(m_url.path);
        database.open();
        QSqlQuery products(database);
        if (products.exec(u"SELECT min(code) FROM products WHERE active = 1"_s) && products.next())
            code = products.value(0).toString();
    }
    QSqlDatabase::removeDatabase(u"product"_s);
    return code;
}

QString WalkCompany::learn(Data &data) const
{
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"data"_s);
        database.setDatabaseName(m_url.path);
        if (!database.open())
            return u"it cannot be read"_s;
        for (const QString &table : database.tables()) {
            QSqlQuery rows(database);
            if (!rows.exec(u"SELECT * FROM %1"_s.arg(table)))
                return u"no rows of "_s + table;
            while (rows.next()) {
                for (int i = 0; i < rows.record().count(); ++i) {
                    const QVariant value = rows.value(i);
                    if (value.typeId() == QMetaType::QString)
                        data.learn(value.toString());
                }
            }
        }
    }
    QSqlDatabase::removeDatabase(u"data"_s);
    for (const QByteArray &zone : QTimeZone::availableTimeZoneIds())
        data.learn(QString::fromLatin1(zone));
    // Where it lies, and who is at it.
    data.learn(m_url.path);
    data.learn(m_url.toString());
    data.learn(u"walker walk.db"_s);
    // The number that is proposed for the next order.
    data.learn(u"WALK-%1"_s.arg(ownOrders + 1));
    data.learn(QCoreApplication::applicationVersion());
    return {};
}

} // namespace tanaban::test
