#include "storage/lists.h"
#include "storage/stockreads.h"

#include <QCryptographicHash>
#include <QtEndian>

namespace tanaban::storage {

using namespace Qt::StringLiterals;

Read<qint64> StockLists::changeMark()
{
    if (m_connection.isPostgres()) {
        // The snapshot's text changes whenever any transaction that wrote something ends.
        Statement s(m_connection, u"SELECT pg_current_snapshot()::text"_s);
        if (!s.exec() || !s.next())
            return fail(readFailure(s.fault()));
        const QByteArray hash = QCryptographicHash::hash(s.text(0).toUtf8(),
                                                         QCryptographicHash::Sha1);
        return qFromBigEndian<qint64>(hash.constData());
    }
    const auto mark = m_connection.config().changeWatch->mark(m_connection.config().url.path);
    if (!mark)
        return fail(ReadFailure{ReadFailure::Kind::Unavailable, m_connection.config().url.path});
    return *mark;
}

} // namespace tanaban::storage
