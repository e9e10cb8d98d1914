#include "model/import/importplan.h"
#include "model/import/importtext.h"
#include "model/import/recordsource.h"

#include <QJsonDocument>

namespace tanaban {

using namespace Qt::StringLiterals;

namespace {

/// Goes through the lines of one file of records.
class RecordPlanner
{
public:
    RecordPlanner(ImportKind kind,
                  const ImportTable &table,
                  const ImportMapping &mapping,
                  Store &store)
        : m_kind(kind)
        , m_table(table)
        , m_mapping(mapping)
        , m_source(recordSourceFor(kind, store))
    {
        m_plan.report = reportOf(table, mapping);
    }

    Read<ImportPlan> plan()
    {
        if (const auto prepared = m_source->prepare(); !prepared)
            return fail(ReadFailure(prepared.error()));
        for (const ImportLine &line : m_table.rows) {
            ImportFields fields(line, m_mapping, m_plan.report.findings);
            if (const auto taken = take(line, fields); !taken)
                return fail(ReadFailure(taken.error()));
            if (fields.faulty())
                ++m_plan.report.refused;
        }
        return std::move(m_plan);
    }

private:
    Read<Done> take(const ImportLine &line, ImportFields &fields)
    {
        const QJsonObject key = m_source->readKey(fields);
        if (fields.faulty())
            return Done{};
        auto found = m_source->existing(key);
        if (!found)
            return fail(ReadFailure(found.error()));
        std::optional<Record> now = *found;
        Record wanted = m_source->read(fields, now);
        if (!now)
            checkNeeded(fields);
        if (fields.faulty() || seenBefore(line, fields, key, wanted.fields))
            return Done{};
        RecordChange change{m_source->entity(), key, {}, {}};
        if (now) {
            now->key = key;
            change.expectedVersion = now->version;
            for (auto field = wanted.fields.begin(); field != wanted.fields.end(); ++field) {
                if (now->fields[field.key()] != field.value())
                    change.fields.insert(field.key(), field.value());
            }
            if (change.fields.isEmpty()) {
                ++m_plan.report.unchanged;
                return Done{};
            }
            if (const auto checked = m_source->checkChange(fields, *now, change.fields); !checked)
                return fail(ReadFailure(checked.error()));
            if (fields.faulty())
                return Done{};
        } else {
            change.fields = wanted.fields;
        }
        ++m_plan.report.written;
        m_plan.changes.records.push_back(std::move(change));
        return Done{};
    }

    void checkNeeded(ImportFields &fields)
    {
        for (const ImportField &field : fieldsOf(m_kind)) {
            if (field.needed && !fields.has(field.name))
                fields.refuse(field.name, ImportText::tr("it is needed for what is not there yet"));
        }
    }

    /// A record that an earlier line of the file wrote already.
    bool seenBefore(const ImportLine &line,
                    ImportFields &fields,
                    const QJsonObject &key,
                    const QJsonObject &wanted)
    {
        const QByteArray name = QJsonDocument(key).toJson(QJsonDocument::Compact);
        const auto earlier = m_seen.constFind(name);
        if (earlier == m_seen.constEnd()) {
            m_seen.insert(name, {line.line, wanted});
            const QString folded = QString::fromUtf8(name).toCaseFolded();
            const qint64 twin = m_folded.value(folded, -1);
            if (twin >= 0)
                fields.note(
                    {},
                    ImportText::tr("its code differs from that of line %1 only by case").arg(twin));
            m_folded.insert(folded, line.line);
            return false;
        }
        const bool same = earlier->second == wanted;
        if (same && m_mapping.skipSameAgain) {
            ++m_plan.report.leftOut;
            fields.note({}, ImportText::tr("the same as line %1").arg(earlier->first));
        } else if (same) {
            fields.refuse({},
                          ImportText::tr("line %1 names the same thing").arg(earlier->first),
                          Rule::Exists);
        } else {
            fields.refuse(
                {},
                ImportText::tr("line %1 says something else of the same thing").arg(earlier->first),
                Rule::Exists);
        }
        return true;
    }

    ImportKind m_kind;
    const ImportTable &m_table;
    const ImportMapping &m_mapping;
    std::unique_ptr<RecordSource> m_source;
    ImportPlan m_plan;
    QHash<QByteArray, std::pair<qint64, QJsonObject>> m_seen;
    QHash<QString, qint64> m_folded;
};

} // namespace

ImportReport reportOf(const ImportTable &table, const ImportMapping &mapping)
{
    ImportReport report;
    report.lines = table.lines;
    report.added = qint64(mapping.rows.size());
    report.leftOut = table.leftOut;
    report.refused = table.refused;
    report.findings = table.findings;
    report.readable = table.readable;
    return report;
}

Read<ImportPlan> planRecords(ImportKind kind,
                             const ImportTable &table,
                             const ImportMapping &mapping,
                             Store &store)
{
    return RecordPlanner(kind, table, mapping, store).plan();
}

} // namespace tanaban
