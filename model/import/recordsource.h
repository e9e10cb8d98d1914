#pragma once

#include "model/import/importfields.h"
#include "model/recordcommand.h"
#include "model/store.h"

#include <memory>

namespace tanaban {

/// What differs between the kinds of records: how a line is read, and what is there already.
class RecordSource
{
public:
    explicit RecordSource(Store &store)
        : m_store(store)
    {}
    virtual ~RecordSource() = default;
    virtual Entity entity() const = 0;
    virtual Read<Done> prepare() { return Done{}; }
    virtual Read<std::optional<Record>> existing(const QJsonObject &key) = 0;
    virtual Record read(ImportFields &fields, const std::optional<Record> &now) = 0;
    virtual QJsonObject readKey(ImportFields &fields) = 0;
    /// Tells why a change of an existing record is impossible.
    virtual Read<Done> checkChange(ImportFields &, const Record &, const QJsonObject &)
    {
        return Done{};
    }

protected:
    Read<bool> hasStock(StockFilter filter)
    {
        filter.withEmpty = true;
        const auto ids = m_store.stockIds(filter, {}, 1);
        if (!ids)
            return fail(ReadFailure(ids.error()));
        return !ids->empty();
    }

    Store &m_store;
};

/// The source for a kind of records; every kind but stock.
std::unique_ptr<RecordSource> recordSourceFor(ImportKind kind, Store &store);

} // namespace tanaban
