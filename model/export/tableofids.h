#pragma once

#include "model/export/tablesource.h"

#include <algorithm>

namespace tanaban {

/// A table whose ids are known before its rows are read, some at a time.
template <typename Id>
class TableOfIds : public TableSource
{
public:
    Read<qint64> count() override
    {
        if (const auto known = know(); !known)
            return fail(ReadFailure(known.error()));
        return qint64(m_ids.size());
    }

    Read<std::vector<TableLine>> next() override
    {
        if (const auto known = know(); !known)
            return fail(ReadFailure(known.error()));
        std::vector<TableLine> lines;
        // Rows that went away meanwhile leave no line; the table goes on behind them.
        while (lines.empty() && m_next < m_ids.size()) {
            const auto from = m_ids.begin() + ptrdiff_t(m_next);
            m_next = std::min(m_ids.size(), m_next + idsAtOnce);
            auto read = rows({from, m_ids.begin() + ptrdiff_t(m_next)});
            if (!read)
                return fail(ReadFailure(read.error()));
            lines = std::move(*read);
        }
        return lines;
    }

protected:
    virtual Read<std::vector<Id>> ids() = 0;
    virtual Read<std::vector<TableLine>> rows(const std::vector<Id> &ids) = 0;

private:
    static constexpr size_t idsAtOnce = 1000;

    Read<Done> know()
    {
        if (m_known)
            return Done{};
        auto read = ids();
        if (!read)
            return fail(ReadFailure(read.error()));
        m_ids = std::move(*read);
        m_known = true;
        return Done{};
    }

    std::vector<Id> m_ids;
    size_t m_next = 0;
    bool m_known = false;
};

} // namespace tanaban
