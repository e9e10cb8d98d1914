#include "model/demo/layout.h"

#include <algorithm>

namespace tanaban::demo {

using namespace Qt::StringLiterals;

namespace {

struct Site
{
    QStringView code;
    QStringView name;
    int rowsPerMille; ///< share of the stock rows
};

constexpr Site sites[warehouseCount] = {{u"WH001", u"東京 / Tokyo", 500},
                                        {u"WH002", u"大阪 / Osaka", 310},
                                        {u"WH003", u"福岡 / Fukuoka", 190}};

struct Room
{
    StorageCondition condition;
    QStringView name;
    QStringView aislePrefix;
    int rowsPerMille;
};

constexpr Room rooms[zoneCount] = {{StorageCondition::RoomTemperature, u"常温 / Ambient", u"", 700},
                                   {StorageCondition::Refrigerated, u"冷蔵 / Chilled", u"R", 225},
                                   {StorageCondition::Frozen, u"冷凍 / Frozen", u"F", 75}};

constexpr int racksPerAisle = 20;
constexpr int levelsPerRack = 4;

QString aisleName(QStringView prefix, int aisle)
{
    QString name(QChar(u'A' + aisle % 26));
    if (aisle >= 26)
        name.prepend(QChar(u'A' + (aisle / 26 - 1) % 26));
    return prefix + name;
}

/// Up one aisle and down the next, as one walks.
std::vector<Bin> binsOf(const Zone &zone, const Room &room, qint64 count)
{
    std::vector<Bin> bins;
    bins.push_back({zone.warehouse, zone.number, u""_s, 0, true, 1});
    for (int aisle = 0; qint64(bins.size()) <= count; ++aisle) {
        const QString name = aisleName(room.aislePrefix, aisle);
        for (int step = 0; step < racksPerAisle; ++step) {
            const int rack = aisle % 2 == 0 ? step + 1 : racksPerAisle - step;
            for (int level = 1; level <= levelsPerRack; ++level) {
                if (qint64(bins.size()) > count)
                    return bins;
                bins.push_back({zone.warehouse,
                                zone.number,
                                u"%1-%2-%3"_s.arg(name).arg(rack, 2, 10, QChar(u'0')).arg(level),
                                int(bins.size()) * 10,
                                true,
                                1});
            }
        }
    }
    return bins;
}

const QString staff[warehouseCount][3] = {{u"sato"_s, u"tanaka"_s, u"suzuki"_s},
                                          {u"yamamoto"_s, u"nakamura"_s, u"kobayashi"_s},
                                          {u"matsumoto"_s, u"kato"_s, u"yoshida"_s}};

} // namespace

size_t Layout::zoneIndex(int warehouse, StorageCondition condition)
{
    return size_t(warehouse) * zoneCount + size_t(condition);
}

std::span<const QString> staffOf(int warehouse)
{
    return staff[warehouse];
}

Layout makeLayout(const Size &size)
{
    Layout layout;
    for (int w = 0; w < warehouseCount; ++w) {
        const Site &site = sites[w];
        layout.warehouses.push_back(
            {site.code.toString(), site.name.toString(), u"Asia/Tokyo"_s, true, 1});
        for (int z = 0; z < zoneCount; ++z) {
            const Room &room = rooms[z];
            const Zone zone{site.code.toString(),
                            z + 1,
                            room.name.toString(),
                            room.condition,
                            std::nullopt,
                            w * 10 + z + (w == 0 ? 1 : 0),
                            true,
                            1};
            const qint64 rows = size.stockRows * site.rowsPerMille * room.rowsPerMille / 1'000'000;
            layout.bins[Layout::zoneIndex(w, room.condition)] = binsOf(
                zone, room, std::clamp<qint64>(rows / 9, 80, 24'000));
            layout.zones.push_back(zone);
        }
    }
    layout.people = {{u"sato"_s, u"Sato Naomi (佐藤 直美)"_s, Role::Supervisor, true, 1},
                     {u"tanaka"_s, u"Tanaka Ken (田中 健)"_s, Role::Staff, true, 1},
                     {u"suzuki"_s, u"Suzuki Yui (鈴木 結衣)"_s, Role::Staff, true, 1},
                     {u"yamamoto"_s, u"Yamamoto Shinji (山本 慎二)"_s, Role::Supervisor, true, 1},
                     {u"nakamura"_s, u"Nakamura Aya (中村 彩)"_s, Role::Staff, true, 1},
                     {u"kobayashi"_s, u"Kobayashi Jun (小林 純)"_s, Role::Staff, true, 1},
                     {u"matsumoto"_s, u"Matsumoto Keiko (松本 恵子)"_s, Role::Supervisor, true, 1},
                     {u"kato"_s, u"Kato Ryo (加藤 亮)"_s, Role::Staff, true, 1},
                     {u"yoshida"_s, u"Yoshida Mai (吉田 舞)"_s, Role::Staff, true, 1},
                     {u"ito"_s, u"Ito Haruka (伊藤 遥)"_s, Role::Viewer, true, 1},
                     {u"mori"_s, u"Mori Takashi (森 隆)"_s, Role::Staff, false, 1}};
    return layout;
}

void setCapacities(Layout &layout, std::span<const qint64> loads)
{
    for (size_t i = 0; i < layout.zones.size(); ++i) {
        // The chilled zone of Fukuoka is at 97 %; the others have room for a third more or so.
        const bool nearlyFull = i == Layout::zoneIndex(2, StorageCondition::Refrigerated);
        const qint64 percent = nearlyFull ? 103 : 130 + qint64(i) * 5;
        const qint64 capacity = loads[i] * percent / 100;
        layout.zones[i].capacity = nearlyFull ? std::max<qint64>(capacity, 10)
                                              : (capacity / 1000 + 1) * 1000;
    }
}

} // namespace tanaban::demo
