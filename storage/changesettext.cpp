#include "storage/changesettext.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <limits>

namespace tanaban::storage {

using namespace Qt::StringLiterals;

namespace {

/// A value of a composite type within an array literal, written by hand: QJsonDocument would cost
/// a tenth of a large batch. Texts are quoted for both levels.
class CompositeArray
{
public:
    void open()
    {
        m_text += m_text.isEmpty() ? "{\"(" : ",\"(";
        m_first = true;
    }
    void close() { m_text += ")\""; }
    void add(qint64 value)
    {
        separate();
        m_text += QByteArray::number(value);
    }
    void add(const std::optional<qint64> &value)
    {
        separate();
        if (value)
            m_text += QByteArray::number(*value);
    }
    /// A word of ours that needs no quoting.
    void word(const QString &value)
    {
        separate();
        m_text += value.toLatin1();
    }
    void none() { separate(); }
    void text(const QString &value)
    {
        separate();
        // In the composite a quote or backslash is doubled; in the array each of both is escaped.
        m_text += "\\\"";
        for (const char character : value.toUtf8()) {
            if (character == '"' || character == '\\') {
                m_text += '\\';
                m_text += character;
                m_text += '\\';
                m_text += character;
            } else {
                m_text += character;
            }
        }
        m_text += "\\\"";
    }
    QByteArray result() const { return m_text.isEmpty() ? QByteArray("{}") : m_text + "}"; }

private:
    void separate()
    {
        if (!m_first)
            m_text += ',';
        m_first = false;
    }

    QByteArray m_text;
    bool m_first = true;
};

/// A literal of an array of numbers.
class NumberArray
{
public:
    void add(const std::optional<qint64> &value)
    {
        m_text += m_text.isEmpty() ? '{' : ',';
        m_text += value ? QByteArray::number(*value) : QByteArray("NULL");
    }
    QByteArray result() const { return m_text.isEmpty() ? QByteArray("{}") : m_text + "}"; }

private:
    QByteArray m_text;
};

} // namespace

QByteArray stockArray(std::vector<StockChange> changes)
{
    // By id; the server makes missing rows in key order and sorts again.
    std::stable_sort(changes.begin(), changes.end(), [](const StockChange &a, const StockChange &b) {
        return (a.id == 0 ? std::numeric_limits<qint64>::max() : a.id)
               < (b.id == 0 ? std::numeric_limits<qint64>::max() : b.id);
    });
    CompositeArray array;
    for (const StockChange &change : changes) {
        array.open();
        if (change.id != 0)
            array.add(change.id);
        else
            array.none();
        array.add(change.expectedVersion);
        array.word(codeOf(change.kind));
        array.add(change.onHandDelta);
        array.add(change.reservedDelta);
        array.add(change.orderId);
        if (change.id != 0) {
            for (int i = 0; i < 6; ++i)
                array.none();
        } else {
            array.text(change.key.warehouse);
            array.add(qint64(change.key.zone));
            array.text(change.key.bin);
            array.text(change.key.product);
            array.text(change.key.lot);
            array.word(codeOf(change.key.status));
        }
        if (change.receivedAt)
            array.text(change.receivedAt->toIso());
        else
            array.none();
        array.none(); // opening: the server's own
        array.close();
    }
    return array.result();
}

QByteArray allocationArray(std::vector<AllocationChange> changes)
{
    std::stable_sort(
        changes.begin(), changes.end(), [](const AllocationChange &a, const AllocationChange &b) {
            return a.stockId < b.stockId;
        });
    CompositeArray array;
    for (const AllocationChange &change : changes) {
        array.open();
        if (change.id != 0)
            array.add(change.id);
        else
            array.none();
        array.add(change.expectedVersion);
        array.add(change.orderId);
        array.add(change.line ? std::optional<qint64>(*change.line) : std::nullopt);
        array.add(change.stockId);
        array.add(change.quantity);
        array.word(codeOf(change.from));
        array.word(codeOf(change.to));
        array.close();
    }
    return array.result();
}

void appendPromises(std::vector<QByteArray> &parameters, const ChangeSet &changes)
{
    NumberArray ids, expected, quantities, rowOrders;
    for (const StockChange &row : changes.stock) {
        ids.add(row.id);
        expected.add(row.expectedVersion);
        quantities.add(row.reservedDelta);
        rowOrders.add(row.orderId);
    }
    NumberArray orders, lines, stock, taken;
    for (const AllocationChange &allocation : changes.allocations) {
        orders.add(allocation.orderId);
        lines.add(allocation.line ? std::optional<qint64>(*allocation.line) : std::nullopt);
        stock.add(allocation.stockId);
        taken.add(allocation.quantity);
    }
    for (const NumberArray *array :
         {&ids, &expected, &quantities, &rowOrders, &orders, &lines, &stock, &taken})
        parameters.push_back(array->result());
}

QByteArray moreJson(const ChangeSet &changes)
{
    if (changes.records.empty() && changes.holds.empty())
        return {};
    QJsonObject more;
    QJsonArray records;
    for (const RecordChange &change : changes.records) {
        QJsonObject record{{u"entity"_s, codeOf(change.entity)},
                           {u"key"_s, change.key},
                           {u"fields"_s, change.fields}};
        if (change.expectedVersion)
            record.insert(u"expected"_s, *change.expectedVersion);
        records.append(record);
    }
    if (!records.isEmpty())
        more.insert(u"records"_s, records);
    QJsonArray holds;
    for (const HoldChange &change : changes.holds) {
        QJsonObject hold{{u"stock_id"_s, change.stockId},
                         {u"quantity"_s, change.quantity},
                         {u"minutes"_s, change.minutes},
                         {u"to"_s, codeOf(change.to)}};
        if (change.id != 0)
            hold.insert(u"id"_s, change.id);
        if (change.expectedVersion)
            hold.insert(u"expected"_s, *change.expectedVersion);
        if (change.orderId)
            hold.insert(u"order_id"_s, *change.orderId);
        if (change.line)
            hold.insert(u"line_number"_s, *change.line);
        holds.append(hold);
    }
    if (!holds.isEmpty())
        more.insert(u"holds"_s, holds);
    return QJsonDocument(more).toJson(QJsonDocument::Compact);
}

std::chrono::milliseconds patienceFor(std::chrono::milliseconds usual,
                                      const std::vector<QByteArray> &parameters)
{
    constexpr qint64 bytesInAMillisecond = 50;
    qint64 bytes = 0;
    for (const QByteArray &parameter : parameters)
        bytes += parameter.size();
    return usual + std::chrono::milliseconds(bytes / bytesInAMillisecond);
}

} // namespace tanaban::storage
