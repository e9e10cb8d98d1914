#include "storage/recordtables.h"

#include <map>

namespace tanaban::storage {

using namespace Qt::StringLiterals;

const RecordTable &recordTable(Entity entity)
{
    using K = RecordColumn::Kind;
    static const std::map<Entity, RecordTable> tables = [] {
        const RecordColumn active{K::Flag, u"active"_s, false, u"1"_s};
        const RecordColumn name{K::Text, u"name"_s, false, {}};
        const RecordColumn code{K::Text, u"code"_s, false, {}};
        const RecordColumn condition{K::Text, u"storage_condition"_s, false, {}};
        const RecordColumn warehouse{K::Text, u"warehouse_code"_s, false, {}};
        const RecordColumn zone{K::Integer, u"zone_number"_s, false, {}};
        std::map<Entity, RecordTable> result;
        const auto add = [&result](RecordTable table) {
            result.emplace(table.entity, std::move(table));
        };
        add({Entity::Warehouse,
             u"warehouses"_s,
             {code},
             {name, {K::Text, u"time_zone"_s, false, {}}, active}});
        add({Entity::Zone,
             u"zones"_s,
             {warehouse, zone},
             {name,
              condition,
              {K::Integer, u"capacity"_s, true, {}},
              {K::Integer, u"allocation_priority"_s, true, {}},
              active}});
        add({Entity::Bin,
             u"bins"_s,
             {warehouse, zone, code},
             {{K::Integer, u"walk_order"_s, false, u"0"_s}, active}});
        add({Entity::Product,
             u"products"_s,
             {code},
             {name,
              {K::Text, u"category"_s, false, u"''"_s},
              {K::Text, u"barcode"_s, false, u"''"_s},
              condition,
              {K::Text, u"unit"_s, false, {}},
              {K::Integer, u"quantity_decimals"_s, false, u"0"_s},
              {K::Integer, u"reorder_point"_s, true, {}},
              active}});
        add({Entity::Lot,
             u"lots"_s,
             {{K::Text, u"product_code"_s, false, {}}, {K::Text, u"lot"_s, false, {}}},
             {{K::Date, u"expires_on"_s, true, {}}}});
        add({Entity::Partner,
             u"partners"_s,
             {code},
             {name, {K::Text, u"kind"_s, false, {}}, active}});
        add({Entity::Person,
             u"people"_s,
             {{K::Text, u"login"_s, false, {}}},
             {name, {K::Text, u"role"_s, false, {}}, active}});
        add({Entity::Order,
             u"orders"_s,
             {{K::Text, u"number"_s, false, {}}},
             {{K::Text, u"partner_code"_s, false, {}},
              {K::Integer, u"priority"_s, true, {}},
              {K::Date, u"due_on"_s, true, {}},
              {K::Text, u"state"_s, false, u"'draft'"_s}}});
        add({Entity::Strategy,
             u"strategies"_s,
             {{K::Text, u"scope"_s, false, {}}, code},
             {{K::Text, u"rules"_s, false, u"''"_s}, {K::Text, u"uses"_s, false, u"''"_s}, active}});
        return result;
    }();
    return tables.at(entity);
}

} // namespace tanaban::storage
