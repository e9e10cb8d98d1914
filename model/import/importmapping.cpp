#include "model/import/importmapping.h"

#include "model/import/importtext.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <array>

namespace tanaban {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array kindWords{std::pair{ImportKind::Warehouses, u"warehouses"},
                               std::pair{ImportKind::Zones, u"zones"},
                               std::pair{ImportKind::Bins, u"bins"},
                               std::pair{ImportKind::Products, u"products"},
                               std::pair{ImportKind::Partners, u"partners"},
                               std::pair{ImportKind::Stock, u"stock"},
                               std::pair{ImportKind::Orders, u"orders"}};

bool isField(ImportKind kind, const QString &name)
{
    return std::ranges::any_of(fieldsOf(kind),
                               [&name](const ImportField &field) { return field.name == name; });
}

/// Reads one mapping file; the first mistake ends it.
class MappingParser
{
public:
    MappingParser(const QJsonObject &json, ImportKind kind)
        : m_json(json)
        , m_kind(kind)
    {}

    QString mistake;
    ImportMapping mapping;

    bool parse()
    {
        static const QStringList known{u"columns"_s,
                                       u"constants"_s,
                                       u"values"_s,
                                       u"date_format"_s,
                                       u"separator"_s,
                                       u"rules"_s,
                                       u"rows"_s,
                                       u"comment"_s};
        const QStringList keys = m_json.keys();
        for (const QString &key : keys) {
            if (!known.contains(key))
                return refuse(ImportText::tr("\"%1\" is not a part of a mapping").arg(key));
        }
        return readTexts(u"columns"_s, mapping.columns)
               && readTexts(u"constants"_s, mapping.constants) && readValues() && readForms()
               && readRules() && readRows();
    }

private:
    bool refuse(const QString &sentence)
    {
        mistake = sentence;
        return false;
    }

    bool checkField(const QString &part, const QString &name)
    {
        if (isField(m_kind, name))
            return true;
        QStringList names;
        for (const ImportField &field : fieldsOf(m_kind))
            names += field.name;
        return refuse(ImportText::tr("%1: there is no field \"%2\"; the fields are %3")
                          .arg(part, name, names.join(u", "_s)));
    }

    bool readText(const QString &part, const QJsonValue &value, QString &text)
    {
        if (!value.isString())
            return refuse(ImportText::tr("%1: write values in quotation marks").arg(part));
        text = value.toString();
        return true;
    }

    bool readFields(const QString &part, const QJsonValue &value, QHash<QString, QString> &into)
    {
        if (!value.isObject())
            return refuse(ImportText::tr("%1 must be an object").arg(part));
        const QJsonObject object = value.toObject();
        for (auto entry = object.begin(); entry != object.end(); ++entry) {
            if (!checkField(part, entry.key()) || !readText(part, entry.value(), into[entry.key()]))
                return false;
        }
        return true;
    }

    bool readTexts(const QString &part, QHash<QString, QString> &into)
    {
        return !m_json.contains(part) || readFields(part, m_json[part], into);
    }

    bool readValues()
    {
        const QJsonObject fields = m_json[u"values"_s].toObject();
        for (auto field = fields.begin(); field != fields.end(); ++field) {
            if (!checkField(u"values"_s, field.key()))
                return false;
            if (!field.value().isObject())
                return refuse(ImportText::tr("values: %1 must be an object").arg(field.key()));
            const QJsonObject pairs = field.value().toObject();
            for (auto pair = pairs.begin(); pair != pairs.end(); ++pair) {
                std::optional<QString> ours;
                if (!pair.value().isNull() && !readText(u"values"_s, pair.value(), ours.emplace()))
                    return false;
                mapping.values[field.key()].insert(pair.key(), ours);
            }
        }
        return true;
    }

    bool readForms()
    {
        mapping.dateFormat = m_json[u"date_format"_s].toString();
        if (!m_json.contains(u"separator"_s))
            return true;
        const QString text = m_json[u"separator"_s].toString();
        if (text != u","_s && text != u";"_s && text != u"\t"_s)
            return refuse(ImportText::tr("separator must be a comma, a semicolon or a tab"));
        mapping.separator = text.front().toLatin1();
        return true;
    }

    static QHash<QString, QStringList> listsIn(const QJsonObject &headers)
    {
        QHash<QString, QStringList> lists;
        for (auto header = headers.begin(); header != headers.end(); ++header) {
            const QJsonArray values = header.value().toArray();
            for (const QJsonValue &value : values)
                lists[header.key()] += value.toString();
        }
        return lists;
    }

    bool readRules()
    {
        const QJsonObject rules = m_json[u"rules"_s].toObject();
        for (auto rule = rules.begin(); rule != rules.end(); ++rule) {
            const QString word = rule.value().toString();
            if (rule.key() == u"only"_s && rule.value().isObject()) {
                mapping.only = listsIn(rule.value().toObject());
            } else if (rule.key() == u"leave_out"_s && rule.value().isObject()) {
                mapping.leaveOut = listsIn(rule.value().toObject());
            } else if (rule.key() == u"same_again"_s && (word == u"refuse"_s || word == u"skip"_s))
            {
                mapping.skipSameAgain = word == u"skip"_s;
            } else if (rule.key() == u"spaces"_s && (word == u"keep"_s || word == u"trim"_s)) {
                mapping.trimSpaces = word == u"trim"_s;
            } else if (rule.key() == u"same_place"_s && (word == u"refuse"_s || word == u"add"_s)) {
                mapping.addSamePlace = word == u"add"_s;
            } else {
                return refuse(ImportText::tr("rules: \"%1\" cannot be read").arg(rule.key()));
            }
        }
        return true;
    }

    bool readRows()
    {
        const QJsonArray rows = m_json[u"rows"_s].toArray();
        for (const QJsonValue &row : rows) {
            if (!readFields(u"rows"_s, row, mapping.rows.emplace_back()))
                return false;
        }
        return true;
    }

    const QJsonObject &m_json;
    ImportKind m_kind;
};

} // namespace

QString wordOf(ImportKind kind)
{
    for (const auto &[candidate, word] : kindWords) {
        if (candidate == kind)
            return QString::fromUtf16(word);
    }
    Q_UNREACHABLE();
}

QStringList importKindWords()
{
    QStringList words;
    for (const ImportKind kind : allImportKinds)
        words << wordOf(kind);
    return words;
}

std::optional<ImportKind> importKindFromWord(QStringView text)
{
    for (const auto &[kind, word] : kindWords) {
        if (text == QStringView(word))
            return kind;
    }
    return std::nullopt;
}

const std::vector<ImportField> &fieldsOf(ImportKind kind)
{
    static const std::vector<ImportField> warehouses{{u"code"_s, true, true},
                                                     {u"name"_s, false, true},
                                                     {u"time_zone"_s, false, true},
                                                     {u"active"_s}};
    static const std::vector<ImportField> zones{{u"warehouse_code"_s, true, true},
                                                {u"zone_number"_s, true, true},
                                                {u"name"_s, false, true},
                                                {u"storage_condition"_s, false, true},
                                                {u"capacity"_s},
                                                {u"allocation_priority"_s},
                                                {u"active"_s}};
    static const std::vector<ImportField> bins{{u"warehouse_code"_s, true, true},
                                               {u"zone_number"_s, true, true},
                                               {u"code"_s, true, true},
                                               {u"walk_order"_s},
                                               {u"active"_s}};
    static const std::vector<ImportField> products{{u"code"_s, true, true},
                                                   {u"name"_s, false, true},
                                                   {u"category"_s},
                                                   {u"barcode"_s},
                                                   {u"storage_condition"_s, false, true},
                                                   {u"unit"_s, false, true},
                                                   {u"quantity_decimals"_s},
                                                   {u"reorder_point"_s},
                                                   {u"active"_s}};
    static const std::vector<ImportField> partners{
        {u"code"_s, true, true}, {u"name"_s, false, true}, {u"kind"_s, false, true}, {u"active"_s}};
    static const std::vector<ImportField> stock{{u"product_code"_s, true, true},
                                                {u"warehouse_code"_s, true, true},
                                                {u"zone_number"_s, true, true},
                                                {u"bin"_s},
                                                {u"lot"_s},
                                                {u"expires_on"_s},
                                                {u"quantity"_s, true, true},
                                                {u"status"_s}};
    static const std::vector<ImportField> orders{{u"number"_s, true, true},
                                                 {u"partner_code"_s, false, true},
                                                 {u"priority"_s},
                                                 {u"due_on"_s},
                                                 {u"state"_s},
                                                 {u"line_number"_s},
                                                 {u"product_code"_s},
                                                 {u"quantity"_s}};
    switch (kind) {
    case ImportKind::Warehouses:
        return warehouses;
    case ImportKind::Zones:
        return zones;
    case ImportKind::Bins:
        return bins;
    case ImportKind::Products:
        return products;
    case ImportKind::Partners:
        return partners;
    case ImportKind::Stock:
        return stock;
    case ImportKind::Orders:
        return orders;
    }
    Q_UNREACHABLE();
}

Result<ImportMapping, QString> ImportMapping::parse(const QByteArray &json, ImportKind kind)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError) {
        return fail(ImportText::tr("it is not JSON: %1, at byte %2")
                        .arg(error.errorString(), QString::number(error.offset)));
    }
    if (!document.isObject())
        return fail(ImportText::tr("it is not a JSON object"));
    const QJsonObject object = document.object();
    MappingParser parser(object, kind);
    if (!parser.parse())
        return fail(std::move(parser.mistake));
    parser.mapping.source = json;
    return std::move(parser.mapping);
}

ImportMapping ImportMapping::plain(ImportKind kind)
{
    ImportMapping mapping;
    for (const ImportField &field : fieldsOf(kind))
        mapping.columns.insert(field.name, field.name);
    return mapping;
}

} // namespace tanaban
