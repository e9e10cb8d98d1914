#include "tests/support/rawsql.h"

#include <QSqlError>
#include <QSqlQuery>
#include <QSqlRecord>

#include <atomic>

namespace tanaban::test {

using namespace Qt::StringLiterals;

namespace {

std::atomic<int> nextConnection{1};

} // namespace

RawSql::RawSql(const DatabaseUrl &url, const QString &user)
    : m_name(u"raw-%1"_s.arg(nextConnection++))
{
    if (url.engine == DatabaseUrl::Engine::Sqlite) {
        m_db = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_name);
        m_db.setDatabaseName(url.path);
        m_db.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=10000"_s);
    } else {
        m_db = QSqlDatabase::addDatabase(u"QPSQL"_s, m_name);
        m_db.setHostName(url.hosts);
        if (!url.ports.isEmpty())
            m_db.setPort(url.ports.toInt());
        m_db.setDatabaseName(url.database);
        m_db.setUserName(user.isEmpty() ? url.user : user);
        m_db.setConnectOptions(
            u"application_name=tanaban_test;options='-c client_min_messages=error'"_s);
    }
    if (!m_db.open())
        qWarning("%s", qPrintable(m_db.lastError().text()));
}

RawSql::~RawSql()
{
    m_db.close();
    m_db = QSqlDatabase();
    QSqlDatabase::removeDatabase(m_name);
}

std::vector<QVariantList> RawSql::run(const QString &text,
                                      const QVariantList &values,
                                      QString *error)
{
    QSqlQuery query(m_db);
    query.setForwardOnly(true);
    bool done = false;
    if (values.isEmpty()) {
        done = query.exec(text); // not prepared: DDL and whole scripts must work too
    } else if (query.prepare(text)) {
        for (const QVariant &value : values)
            query.addBindValue(value);
        done = query.exec();
    }
    std::vector<QVariantList> rows;
    while (done && query.isSelect() && query.next()) {
        QVariantList row;
        for (int column = 0; column < query.record().count(); ++column)
            row.append(query.value(column));
        rows.push_back(row);
    }
    if (error)
        *error = done ? QString() : query.lastError().text();
    else if (!done)
        qFatal("%s: %s", qPrintable(text), qPrintable(query.lastError().text()));
    return rows;
}

} // namespace tanaban::test
