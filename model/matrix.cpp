#include "model/matrix.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace tanaban {

using namespace Qt::StringLiterals;

namespace {

/// Reads one object strictly: every member present, of its type and known, none left over.
class ShapeReader
{
public:
    ShapeReader(const QString &kind, const QJsonObject &object)
        : m_kind(kind)
        , m_object(object)
    {}

    QString text(const QString &member)
    {
        const QJsonValue value = m_object.take(member);
        require(value.isString(), member);
        return value.toString();
    }
    bool flag(const QString &member)
    {
        const QJsonValue value = m_object.take(member);
        require(value.isBool(), member);
        return value.toBool();
    }
    QStringList words(const QString &member)
    {
        const QJsonValue value = m_object.take(member);
        require(value.isArray(), member);
        QStringList words;
        for (const QJsonValue &word : value.toArray()) {
            require(word.isString() && !words.contains(word.toString()), member);
            words += word.toString();
        }
        return words;
    }
    void skip(const QString &member)
    {
        const QJsonValue value = m_object.take(member);
        require(value.isNull() || value.isDouble(), member);
    }
    void finish() { require(m_object.isEmpty(), m_object.keys().join(u", "_s)); }
    void require(bool condition, const QString &member) const
    {
        if (!condition) {
            qFatal("The rights matrix is broken: %s, %s",
                   qUtf8Printable(m_kind),
                   qUtf8Printable(member));
        }
    }

private:
    QString m_kind;
    QJsonObject m_object;
};

bool onlySigns(const QString &signs)
{
    return std::all_of(signs.begin(), signs.end(), [&signs](QChar sign) {
        return QStringView(u"+-0").contains(sign) && signs.count(sign) == 1;
    });
}

/// "from>to" or ">to", in words of `State`.
template <typename State>
bool isTransition(const QString &transition)
{
    const QStringList ends = transition.split(u'>');
    return ends.size() == 2 && fromCode<State>(ends[1])
           && (ends[0].isEmpty() || fromCode<State>(ends[0])) && ends[0] != ends[1];
}

Shape readShape(const QString &kind, const QJsonObject &object)
{
    ShapeReader reader(kind, object);
    Shape shape;
    const auto role = fromCode<Role>(reader.text(u"role"_s));
    reader.require(role.has_value(), u"role"_s);
    shape.leastRole = *role;
    const QString event = reader.text(u"event"_s);
    shape.event = fromCode<EventKind>(event);
    reader.require(event.isEmpty() || shape.event, u"event"_s);
    shape.onHandSigns = reader.text(u"on_hand"_s);
    shape.reservedSigns = reader.text(u"reserved"_s);
    reader.require(onlySigns(shape.onHandSigns) && shape.onHandSigns.isEmpty() == !shape.event,
                   u"on_hand"_s);
    reader.require(onlySigns(shape.reservedSigns) && shape.reservedSigns.isEmpty() == !shape.event,
                   u"reserved"_s);
    shape.couple = reader.text(u"couple"_s);
    reader.require(QStringList{u"none"_s, u"equal"_s, u"legs"_s}.contains(shape.couple),
                   u"couple"_s);
    shape.records = reader.words(u"records"_s);
    for (const QString &record : std::as_const(shape.records))
        reader.require(fromCode<Entity>(record).has_value(), u"records"_s);
    shape.allocations = reader.words(u"allocations"_s);
    for (const QString &transition : std::as_const(shape.allocations))
        reader.require(isTransition<AllocationState>(transition), u"allocations"_s);
    shape.holds = reader.words(u"holds"_s);
    for (const QString &transition : std::as_const(shape.holds))
        reader.require(isTransition<HoldState>(transition), u"holds"_s);
    shape.needsReason = reader.flag(u"needs_reason"_s);
    reader.skip(u"approval_above"_s);
    reader.finish();
    return shape;
}

} // namespace

const Matrix &Matrix::instance()
{
    static const Matrix matrix = [] {
        QFile file(u":/matrix.json"_s);
        if (!file.open(QIODevice::ReadOnly))
            qFatal("The rights matrix is missing from this program");
        return Matrix(file.readAll());
    }();
    return matrix;
}

Matrix::Matrix(const QByteArray &json)
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    const QJsonObject kinds = document.object().value(u"kinds"_s).toObject();
    if (kinds.isEmpty())
        qFatal("The rights matrix is broken: it names no kind of change");
    for (auto it = kinds.begin(); it != kinds.end(); ++it)
        m_shapes.emplace(it.key(), readShape(it.key(), it.value().toObject()));
}

bool Matrix::allows(Role role, const QString &kind) const
{
    const auto shape = m_shapes.find(kind);
    return shape != m_shapes.end() && role >= shape->second.leastRole;
}

} // namespace tanaban
