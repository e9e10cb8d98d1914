#include "storage/auditor.h"

#include "storage/statement.h"

#include <QDir>
#include <QFile>

namespace tanaban::storage {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostSamples = 10;
constexpr std::chrono::minutes patience{60};

ReadFailure failureOf(const SqlFault &fault, const QString &check)
{
    const auto kind = [&fault] {
        if (fault.kind == Fault::Busy)
            return ReadFailure::Kind::Busy;
        if (fault.kind == Fault::NotAllowed)
            return ReadFailure::Kind::NotAllowed;
        if (fault.kind == Fault::Lost)
            return ReadFailure::Kind::Unavailable;
        // A check that cannot even be read: tables are missing or their pages are broken.
        return ReadFailure::Kind::Damaged;
    };
    return {kind(), check.isEmpty() ? fault.text : QString(check + u": "_s + fault.text)};
}

Read<AuditFinding> runCheck(Connection &connection, const AuditCheck &check)
{
    AuditFinding finding{check.name, check.meaning, 0, {}};
    Statement statement(connection, check.sql);
    if (!statement.exec())
        return fail(failureOf(statement.fault(), check.name));
    while (statement.next()) {
        ++finding.count;
        if (finding.samples.size() < mostSamples)
            finding.samples += statement.text(0);
    }
    if (statement.fault())
        return fail(failureOf(statement.fault(), check.name));
    return finding;
}

/// What SQLite itself says of the file: its pages, and its foreign keys. What only the server's tables
/// have: the notes of its commit.
std::vector<AuditCheck> engineChecks(const Connection &connection)
{
    if (connection.isPostgres()) {
        return {
            {u"engine-usable-notes"_s,
             u"Goods that are noted as usable are."_s,
             u"SELECT 'stock ' || s.id || ': noted as usable through ' || s.usable_until "
             "FROM stock s JOIN warehouses w ON w.code = s.warehouse_code "
             "JOIN zones z ON z.warehouse_code = s.warehouse_code AND z.zone_number = "
             "s.zone_number "
             "JOIN bins b ON b.warehouse_code = s.warehouse_code AND b.zone_number = s.zone_number "
             "AND b.code = s.bin JOIN products p ON p.code = s.product_code "
             "JOIN lots l ON l.product_code = s.product_code AND l.lot = s.lot "
             "WHERE s.usable_until > '-infinity' AND (s.status <> 'available' "
             "OR NOT (w.active AND z.active AND b.active AND p.active) "
             "OR l.expires_on < s.usable_until OR EXISTS (SELECT FROM holds h "
             "WHERE h.stock_id = s.id AND h.state = 'active'))"_s}};
    }
    return {{u"engine-quick-check"_s,
             u"The pages of the file are in order."_s,
             u"SELECT quick_check FROM pragma_quick_check WHERE quick_check <> 'ok'"_s},
            {u"engine-foreign-keys"_s,
             u"Every reference points to something."_s,
             u"SELECT \"table\" || ' ' || coalesce(rowid, '') || ': no such ' || parent "
             "FROM pragma_foreign_key_check"_s}};
}

} // namespace

std::vector<AuditCheck> auditChecks()
{
    std::vector<AuditCheck> checks;
    const QDir folder(u":/audit"_s);
    const QStringList names = folder.entryList({u"*.sql"_s}, QDir::Files, QDir::Name);
    for (const QString &name : names) {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            continue;
        AuditCheck check;
        check.name = name.chopped(4);
        const QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n');
        for (const QString &line : lines) {
            if (check.sql.isEmpty() && line.startsWith(u"--"_s))
                check.meaning += (check.meaning.isEmpty() ? u""_s : u" "_s) + line.mid(2).trimmed();
            else
                check.sql += line + u'\n';
        }
        checks.push_back(std::move(check));
    }
    return checks;
}

SqlAuditor::SqlAuditor(ConnectionConfig config, std::shared_ptr<StoreCounters> counters)
    : m_config(std::move(config))
    , m_counters(std::move(counters))
{
    m_config.deadline = patience;
}

Read<std::vector<AuditFinding>> runAudit(Connection &connection)
{
    std::vector<AuditFinding> findings;
    for (const auto &checks : {engineChecks(connection), auditChecks()}) {
        for (const AuditCheck &check : checks) {
            auto finding = runCheck(connection, check);
            if (!finding)
                return fail(ReadFailure(finding.error()));
            findings.push_back(std::move(finding).value());
        }
    }
    return findings;
}

Read<std::vector<AuditFinding>> SqlAuditor::verify()
{
    const auto opened = Connection::open(m_config, m_counters);
    if (!opened)
        return fail(failureOf(opened.error(), {}));
    Connection &connection = **opened;
    if (const SqlFault fault = connection.beginSnapshot())
        return fail(failureOf(fault, {}));
    auto findings = runAudit(connection);
    connection.rollback();
    return findings;
}

} // namespace tanaban::storage
