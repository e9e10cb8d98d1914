#include "ui/stock/filterjson.h"

namespace tanaban::ui {

using namespace Qt::StringLiterals;

namespace {

// `filter` is const when written from, and not when read into.
template <typename Filter, typename Part>
void eachPart(Filter &filter, Part part)
{
    part("text"_L1, filter.text);
    part("warehouse"_L1, filter.warehouse);
    part("zone"_L1, filter.zone);
    part("product"_L1, filter.product);
    part("lot"_L1, filter.lot);
    part("status"_L1, filter.status);
    part("condition"_L1, filter.condition);
    part("low"_L1, filter.low);
    part("expired"_L1, filter.expired);
    part("expiresWithinDays"_L1, filter.expiresWithinDays);
    part("reserved"_L1, filter.reserved);
    part("withEmpty"_L1, filter.withEmpty);
}

QJsonValue jsonOf(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : text;
}

QJsonValue jsonOf(bool on)
{
    return on ? QJsonValue(on) : QJsonValue();
}

QJsonValue jsonOf(std::optional<int> number)
{
    return number ? QJsonValue(*number) : QJsonValue();
}

template <typename Enum>
QJsonValue jsonOf(std::optional<Enum> value)
{
    return value ? QJsonValue(codeOf(*value)) : QJsonValue();
}

void read(const QJsonValue &json, QString &text)
{
    text = json.toString();
}

void read(const QJsonValue &json, bool &on)
{
    on = json.toBool();
}

void read(const QJsonValue &json, std::optional<int> &number)
{
    if (json.isDouble())
        number = json.toInt();
}

template <typename Enum>
void read(const QJsonValue &json, std::optional<Enum> &value)
{
    value = fromCode<Enum>(json.toString());
}

} // namespace

QJsonObject filterToJson(const StockFilter &filter)
{
    QJsonObject json;
    eachPart(filter, [&json](QLatin1String name, const auto &part) {
        if (const QJsonValue value = jsonOf(part); !value.isNull())
            json.insert(name, value);
    });
    return json;
}

StockFilter filterFromJson(const QJsonObject &json)
{
    StockFilter filter;
    eachPart(filter, [&json](QLatin1String name, auto &part) { read(json.value(name), part); });
    return filter;
}

} // namespace tanaban::ui
