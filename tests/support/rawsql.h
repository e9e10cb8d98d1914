#pragma once

#include "model/databaseurl.h"

#include <QSqlDatabase>
#include <QVariant>

#include <vector>

namespace tanaban::test {

/// A plain connection beside the program under test.
class RawSql
{
public:
    /// `user` replaces the URL's where it is not empty.
    explicit RawSql(const DatabaseUrl &url, const QString &user = {});
    ~RawSql();
    RawSql(const RawSql &) = delete;
    RawSql &operator=(const RawSql &) = delete;

    bool isOpen() const { return m_db.isOpen(); }
    /// All rows of one statement. The database's words go to `error`; without it they end the
    /// program.
    std::vector<QVariantList> run(const QString &text,
                                  const QVariantList &values = {},
                                  QString *error = nullptr);

private:
    QString m_name;
    QSqlDatabase m_db;
};

} // namespace tanaban::test
