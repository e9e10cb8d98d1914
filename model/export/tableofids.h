#pragma once

#include "model/export/tablesource.h"

#include <QStringList>

#include <algorithm>
#include <functional>

namespace tanaban {

/// A table whose ids are known before its rows are read, some at a time. Rows that go away meanwhile
/// leave no line.
template <typename Id, typename Row>
class TableOfIds final : public TableSource
{
public:
    struct Parts
    {
        QStringList titles;
        std::function<Read<std::vector<Id>>()> ids;
        std::function<Read<std::vector<Row>>(const std::vector<Id> &)> rows;
        std::function<TableLine(const Row &)> line;
    };

    explicit TableOfIds(Parts parts)
        : m_parts(std::move(parts))
    {}

    QStringList titles() const override { return m_parts.titles; }

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
        while (lines.empty() && m_next < m_ids.size()) {
            const size_t end = std::min(m_ids.size(), m_next + idsAtOnce);
            const auto rows = m_parts.rows(
                {m_ids.begin() + ptrdiff_t(m_next), m_ids.begin() + ptrdiff_t(end)});
            if (!rows)
                return fail(ReadFailure(rows.error()));
            m_next = end;
            std::ranges::transform(*rows, std::back_inserter(lines), m_parts.line);
        }
        return lines;
    }

private:
    static constexpr size_t idsAtOnce = 1000;

    Read<Done> know()
    {
        if (m_known)
            return Done{};
        auto read = m_parts.ids();
        if (!read)
            return fail(ReadFailure(read.error()));
        m_ids = std::move(*read);
        m_known = true;
        return Done{};
    }

    Parts m_parts;
    std::vector<Id> m_ids;
    size_t m_next = 0;
    bool m_known = false;
};

} // namespace tanaban
