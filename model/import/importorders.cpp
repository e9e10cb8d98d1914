#include "model/import/importplan.h"
#include "model/import/importtext.h"
#include "model/import/orderlines.h"
#include "model/import/recordreading.h"
#include "model/quantity.h"
#include "model/recordfields.h"

#include <QJsonArray>

#include <deque>
#include <map>

namespace tanaban {

using namespace Qt::StringLiterals;

namespace {

/// All lines of the file that tell of one order.
struct OrderGroup
{
    QString number;
    std::vector<OrderRow *> rows;
};

/// A file has one line for each line of an order, and the order's own fields in each of them (or
/// its lines in another file). An order is one thing: it is written with all its lines or not.
class OrderPlanner
{
public:
    OrderPlanner(const Intent &intent,
                 const ImportTable &table,
                 const ImportMapping &mapping,
                 Records &records,
                 ImportProgress &progress)
        : m_table(table)
        , m_mapping(mapping)
        , m_records(records)
        , m_progress(progress)
    {
        m_plan.report = reportOf(table, mapping);
        m_plan.changes.intent = intent;
    }

    Read<ImportPlan> plan()
    {
        readNumbers();
        for (size_t first = 0; first < m_groups.size() && !m_progress.stopped();
             first += ordersAtOnce) {
            m_progress.done = qint64(m_rows.size() * first / m_groups.size());
            const size_t end = std::min(m_groups.size(), first + ordersAtOnce);
            if (const auto taken = takeOrders(first, end); !taken)
                return fail(ReadFailure(taken.error()));
        }
        for (OrderRow &row : m_rows)
            std::ranges::move(row.findings, std::back_inserter(m_plan.report.findings));
        return std::move(m_plan);
    }

private:
    static constexpr size_t ordersAtOnce = 500;

    void readNumbers()
    {
        QHash<QString, size_t> known;
        for (const ImportLine &line : m_table.rows) {
            OrderRow &row = m_rows.emplace_back(line, m_mapping);
            const QString number = row.fields.code(u"number"_s);
            if (row.fields.faulty()) {
                ++m_plan.report.refused;
                continue;
            }
            if (!known.contains(number)) {
                known.insert(number, m_groups.size());
                m_groups.push_back({number, {}});
                tellTwin(row, number);
            }
            m_groups[known.value(number)].rows.push_back(&row);
        }
    }

    void tellTwin(OrderRow &row, const QString &number)
    {
        const QString folded = number.toCaseFolded();
        const qint64 twin = m_folded.value(folded, -1);
        if (twin >= 0) {
            row.fields.note(
                u"number"_s,
                ImportText::tr("its code differs from that of line %1 only by case").arg(twin));
        }
        m_folded.insert(folded, row.read.line);
    }

    Read<Done> takeOrders(size_t first, size_t end)
    {
        std::vector<RecordId> ids;
        for (size_t i = first; i < end; ++i)
            ids.push_back(m_groups[i].number);
        const auto rows = m_records.rows(Entity::Order, ids);
        if (!rows)
            return fail(ReadFailure(rows.error()));
        QHash<QString, const Record *> known;
        for (const RecordRow &row : *rows)
            known.insert(idOf(Entity::Order, row.record.key), &row.record);
        if (const auto learned = learn(first, end, *rows); !learned)
            return learned;
        for (size_t i = first; i < end; ++i) {
            if (const auto taken = take(m_groups[i], known.value(m_groups[i].number)); !taken)
                return fail(ReadFailure(taken.error()));
        }
        return Done{};
    }

    /// Products and partners that these orders name, in the file or as they are now, and nobody
    /// asked for yet.
    Read<Done> learn(size_t first, size_t end, const std::vector<RecordRow> &now)
    {
        QSet<QString> products;
        QSet<QString> partners;
        for (const RecordRow &order : now) {
            const QJsonArray lines = order.record.fields[u"lines"_s].toArray();
            for (const QJsonValue &line : lines)
                products << line[u"product_code"_s].toString();
        }
        for (size_t i = first; i < end; ++i) {
            for (const OrderRow *row : m_groups[i].rows) {
                products << normalized(row->read.text(u"product_code"_s));
                partners << normalized(row->read.text(u"partner_code"_s));
            }
        }
        for (const auto &[entity, codes] :
             {std::pair{Entity::Product, &products}, std::pair{Entity::Partner, &partners}})
        {
            auto &asked = entity == Entity::Product ? m_products : m_partners;
            std::vector<RecordId> ids;
            for (const QString &code : *codes) {
                if (!code.isEmpty() && !asked.contains(code))
                    ids.push_back(code);
            }
            const auto rows = m_records.rows(entity, ids);
            if (!rows)
                return fail(ReadFailure(rows.error()));
            for (const RecordId &id : ids)
                asked.insert(id, std::nullopt);
            for (const RecordRow &row : *rows)
                asked.insert(idOf(entity, row.record.key),
                             row.record.fields.value(u"quantity_decimals"_s).toInt());
        }
        return Done{};
    }

    Read<Done> take(const OrderGroup &group, const Record *now)
    {
        OrderRow &first = *group.rows.front();
        RecordChange change{Entity::Order, {{u"number"_s, group.number}}, {}, readHead(group, now)};
        if (const QJsonArray lines = OrderLines(m_mapping, m_products).read(group.rows);
            !lines.isEmpty())
            change.fields[u"lines"_s] = lines;
        if (!now && !first.fields.has(u"partner_code"_s)) {
            first.fields.refuse(u"partner_code"_s,
                                ImportText::tr("it is needed for what is not there yet"));
        }
        if (now) {
            change.expectedVersion = now->version;
            change.fields = changedFields(now->fields, change.fields);
            if (const auto judged = judge(first.fields, *now, change.fields); !judged)
                return judged;
        }
        if (refuseWhole(group))
            return Done{};
        const bool unchanged = now && change.fields.isEmpty();
        for (OrderRow *row : group.rows)
            ++(row->leftOut ? m_plan.report.leftOut
                            : (unchanged ? m_plan.report.unchanged : m_plan.report.written));
        if (unchanged)
            return Done{};
        if (now)
            tellChanges(group, *now, change.fields);
        m_plan.changes.records.push_back(std::move(change));
        m_plan.linesOfRecord.push_back(std::ranges::count(group.rows, false, &OrderRow::leftOut));
        return Done{};
    }

    /// What the file says of the order itself; the same in each of its lines.
    QJsonObject readHead(const OrderGroup &group, const Record *now)
    {
        OrderRow &first = *group.rows.front();
        QJsonObject head = readFields(Entity::Order, first.fields, now);
        if (first.read.text(u"state"_s).isEmpty())
            head.remove(u"state"_s);
        if (!now && !head.contains(u"state"_s))
            head[u"state"_s] = codeOf(OrderState::Open); // waits for its goods
        const QString partner = head.value(u"partner_code"_s).toString();
        if (!partner.isEmpty() && !m_partners.value(partner)) {
            first.fields.refuse(
                u"partner_code"_s, ImportText::tr("there is no such partner"), Rule::Unknown);
        }
        for (OrderRow *row : group.rows) {
            for (const RecordField &field : fieldsOf(Entity::Order)) {
                const QString text = first.read.text(field.name);
                if (row->read.text(field.name) != text) {
                    row->fields.refuse(field.name,
                                       ImportText::tr("line %1 says \"%2\" of the same order")
                                           .arg(first.read.line)
                                           .arg(text));
                }
            }
        }
        return head;
    }

    /// Tells why the change is impossible, because of how far the order has come.
    Read<Done> judge(ImportFields &fields, const Record &now, const QJsonObject &changed)
    {
        if (!dependsOnUse(changed) && !hasEnded(now))
            return Done{};
        if (changed.isEmpty())
            return Done{};
        RecordCommand command{
            m_plan.changes.intent.id, Entity::Order, now, changed, m_plan.changes.intent.actor};
        command.fromFile = true;
        const auto context = m_records.context(command);
        if (!context)
            return fail(ReadFailure(context.error()));
        for (const RecordFault &fault : faultsOf(command, *context)) {
            // What is not there is told at its own line.
            if (fault.error.rule != Rule::UnknownProduct && fault.error.rule != Rule::Unknown)
                fields.refuse(fault.field == u"lines"_s ? QString() : fault.field, fault.error);
        }
        return Done{};
    }

    static bool hasEnded(const Record &order)
    {
        const QJsonValue state = order.fields.value(u"state"_s);
        return state != codeOf(OrderState::Draft) && state != codeOf(OrderState::Open);
    }

    /// One line that is wrong keeps the whole order back.
    bool refuseWhole(const OrderGroup &group)
    {
        const auto wrong = std::ranges::find_if(
            group.rows, [](const OrderRow *row) { return row->fields.faulty(); });
        if (wrong == group.rows.end())
            return false;
        for (OrderRow *row : group.rows) {
            if (!row->fields.faulty()) {
                row->leftOut = false;
                row->fields.refuse({},
                                   ImportText::tr("its order is not taken, because of line %1")
                                       .arg((*wrong)->read.line));
            }
            ++m_plan.report.refused;
        }
        return true;
    }

    QString lineText(const QJsonObject &line) const
    {
        const QString product = line[u"product_code"_s].toString();
        const int decimals = m_products.value(product).value_or(0);
        return u"%1 × %2"_s.arg(formatQuantity(line[u"quantity"_s].toInteger(), decimals), product);
    }

    /// What is there now in the stead of what the file says.
    void tellChanges(const OrderGroup &group, const Record &now, const QJsonObject &changed)
    {
        ImportFields &first = group.rows.front()->fields;
        for (const QString &field : changed.keys()) {
            if (field == u"lines"_s)
                continue;
            const QString text = now.fields[field].toVariant().toString();
            first.note(field,
                       text.isEmpty() ? ImportText::tr("it is empty now")
                                      : ImportText::tr("it is \"%1\" now").arg(text));
        }
        if (!changed.contains(u"lines"_s))
            return;
        std::map<qint64, QJsonObject> gone;
        const QJsonArray lines = now.fields[u"lines"_s].toArray();
        for (const QJsonValue &line : lines)
            gone[line[u"line_number"_s].toInteger()] = line.toObject();
        for (OrderRow *row : group.rows) {
            const auto before = gone.find(row->line[u"line_number"_s].toInteger());
            if (row->leftOut || before == gone.end())
                continue;
            if (before->second != row->line)
                row->fields.note({},
                                 ImportText::tr("it is \"%1\" now").arg(lineText(before->second)));
            gone.erase(before);
        }
        for (const auto &[number, line] : gone) {
            first.note(
                {},
                ImportText::tr("line %1 of the order goes: it is \"%2\" now and not in the file")
                    .arg(number)
                    .arg(lineText(line)));
        }
    }

    const ImportTable &m_table;
    const ImportMapping &m_mapping;
    Records &m_records;
    ImportProgress &m_progress;
    ImportPlan m_plan;
    std::deque<OrderRow> m_rows; ///< which stay where they are
    std::vector<OrderGroup> m_groups;
    QHash<QString, qint64> m_folded;
    KnownProducts m_products;
    QHash<QString, std::optional<int>> m_partners;
};

} // namespace

Read<ImportPlan> planOrders(const Intent &intent,
                            const ImportTable &table,
                            const ImportMapping &mapping,
                            Records &records,
                            ImportProgress &progress)
{
    return OrderPlanner(intent, table, mapping, records, progress).plan();
}

} // namespace tanaban
