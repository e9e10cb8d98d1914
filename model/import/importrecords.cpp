#include "model/import/importplan.h"
#include "model/import/importtext.h"
#include "model/import/recordreading.h"
#include "model/quantity.h"
#include "model/records.h"

#include <QJsonDocument>
#include <QSet>

#include <algorithm>
#include <deque>
#include <span>

namespace tanaban {

using namespace Qt::StringLiterals;

namespace {

/// Goes through the lines of one file of records, a portion at a time: what is there already is
/// asked for many together.
class RecordPlanner
{
public:
    RecordPlanner(const Intent &intent,
                  ImportKind kind,
                  const ImportTable &table,
                  const ImportMapping &mapping,
                  Records &records,
                  ImportProgress &progress)
        : m_kind(kind)
        , m_entity(entityOf(kind))
        , m_table(table)
        , m_mapping(mapping)
        , m_records(records)
        , m_progress(progress)
    {
        m_plan.report = reportOf(table, mapping);
        m_plan.changes.intent = intent;
    }

    Read<ImportPlan> plan()
    {
        if (const auto known = learnParents(); !known)
            return fail(ReadFailure(known.error()));
        const std::vector<ImportLine> &lines = m_table.rows;
        for (size_t first = 0; first < lines.size() && !m_progress.stopped(); first += linesAtOnce)
        {
            m_progress.done = qint64(first);
            const size_t end = std::min(lines.size(), first + linesAtOnce);
            if (const auto taken = takeLines(
                    {lines.begin() + ptrdiff_t(first), lines.begin() + ptrdiff_t(end)});
                !taken)
                return fail(ReadFailure(taken.error()));
        }
        return std::move(m_plan);
    }

private:
    static constexpr size_t linesAtOnce = 1000;

    struct Line
    {
        const ImportLine &read;
        std::vector<ImportFinding> findings;
        ImportFields fields;
        QJsonObject key;

        Line(const ImportLine &line, const ImportMapping &mapping)
            : read(line)
            , fields(line, mapping, findings)
        {}
    };

    std::optional<Entity> parentEntity() const
    {
        if (m_entity == Entity::Zone)
            return Entity::Warehouse;
        if (m_entity == Entity::Bin)
            return Entity::Zone;
        return std::nullopt;
    }

    Read<Done> learnParents()
    {
        const auto parent = parentEntity();
        if (!parent)
            return Done{};
        RecordFilter filter;
        filter.entity = *parent;
        filter.withInactive = true;
        const auto ids = m_records.ids(filter);
        if (!ids)
            return fail(ReadFailure(ids.error()));
        m_parents = {ids->begin(), ids->end()};
        return Done{};
    }

    void readKeyOf(Line &line) const
    {
        line.key = readKey(m_entity, line.fields);
        const auto parent = parentEntity();
        if (!parent || line.fields.faulty())
            return;
        const QJsonObject warehouse{{u"code"_s, line.key[u"warehouse_code"_s]}};
        const bool isZone = *parent == Entity::Warehouse;
        if (m_parents.contains(idOf(*parent, isZone ? warehouse : line.key)))
            return;
        if (isZone)
            line.fields.refuse(u"warehouse_code"_s,
                               ImportText::tr("there is no such warehouse"),
                               Rule::UnknownPlace);
        else
            line.fields.refuse(
                u"zone_number"_s, ImportText::tr("there is no such zone"), Rule::UnknownPlace);
    }

    Read<Done> takeLines(std::span<const ImportLine> lines)
    {
        std::deque<Line> read; // which stay where they are
        std::vector<RecordId> ids;
        for (const ImportLine &line : lines) {
            Line &here = read.emplace_back(line, m_mapping);
            readKeyOf(here);
            if (!here.fields.faulty())
                ids.push_back(idOf(m_entity, here.key));
        }
        const auto rows = m_records.rows(m_entity, ids);
        if (!rows)
            return fail(ReadFailure(rows.error()));
        QHash<RecordId, const Record *> known;
        for (const RecordRow &row : *rows)
            known.insert(idOf(m_entity, row.record.key), &row.record);
        for (Line &line : read) {
            if (!line.fields.faulty()) {
                const Record *now = known.value(idOf(m_entity, line.key));
                if (const auto taken = take(line, now); !taken)
                    return fail(ReadFailure(taken.error()));
            }
            if (line.fields.faulty())
                ++m_plan.report.refused;
            std::ranges::move(line.findings, std::back_inserter(m_plan.report.findings));
        }
        return Done{};
    }

    Read<Done> take(Line &line, const Record *now)
    {
        const QJsonObject wanted = readFields(m_entity, line.fields, now);
        if (!now)
            checkNeeded(line.fields);
        if (line.fields.faulty() || seenBefore(line.read, line.fields, line.key, wanted))
            return Done{};
        RecordChange change{m_entity, line.key, {}, wanted};
        if (now) {
            change.expectedVersion = now->version;
            change.fields = changedFields(now->fields, wanted);
            if (change.fields.isEmpty()) {
                ++m_plan.report.unchanged;
                return Done{};
            }
            if (const auto checked = checkChange(line.fields, *now, change.fields); !checked)
                return fail(ReadFailure(checked.error()));
            if (line.fields.faulty())
                return Done{};
            tellChanges(line.fields, *now, change.fields);
        }
        ++m_plan.report.written;
        m_plan.changes.records.push_back(std::move(change));
        m_plan.linesOfRecord.push_back(1);
        return Done{};
    }

    /// Tells why the change is impossible, where the record is used.
    Read<Done> checkChange(ImportFields &fields, const Record &now, const QJsonObject &changed)
    {
        if (!dependsOnUse(changed))
            return Done{};
        const RecordCommand command{
            m_plan.changes.intent.id, m_entity, now, changed, m_plan.changes.intent.actor};
        const auto context = m_records.context(command);
        if (!context)
            return fail(ReadFailure(context.error()));
        for (const RecordFault &fault : faultsOf(command, *context))
            fields.refuse(fault.field, fault.error);
        return Done{};
    }

    /// What is there now in the stead of what the file says.
    static void tellChanges(ImportFields &fields, const Record &now, const QJsonObject &changed)
    {
        const int decimals = now.fields[u"quantity_decimals"_s].toInt();
        for (const QString &field : changed.keys()) {
            const QJsonValue value = now.fields[field];
            QString text = value.toVariant().toString();
            if (field == u"reorder_point"_s && !value.isNull())
                text = formatQuantity(value.toInteger(), decimals);
            fields.note(field,
                        text.isEmpty() ? ImportText::tr("it is empty now")
                                       : ImportText::tr("it is \"%1\" now").arg(text));
        }
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
    Entity m_entity;
    const ImportTable &m_table;
    const ImportMapping &m_mapping;
    Records &m_records;
    ImportProgress &m_progress;
    ImportPlan m_plan;
    QSet<RecordId> m_parents;
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

Read<ImportPlan> planRecords(const Intent &intent,
                             ImportKind kind,
                             const ImportTable &table,
                             const ImportMapping &mapping,
                             Records &records,
                             ImportProgress &progress)
{
    return RecordPlanner(intent, kind, table, mapping, records, progress).plan();
}

} // namespace tanaban
