#include "model/import/rowreader.h"

namespace tanaban {

FileHead headOf(RowReader &reader, size_t rows)
{
    FileHead head;
    if (auto first = reader.next())
        head.titles = std::move(first->fields);
    while (!head.titles.isEmpty() && head.rows.size() < rows) {
        auto row = reader.next();
        if (!row)
            break;
        head.rows.push_back(std::move(*row));
    }
    head.fault = reader.fault();
    head.mayBeHarmless = reader.mayBeHarmless();
    return head;
}

std::optional<FileRow> HeadReader::next()
{
    const size_t at = m_next++;
    if (at == 0)
        return FileRow{1, m_head.titles, {}};
    return at <= m_head.rows.size() ? std::optional(m_head.rows[at - 1]) : std::nullopt;
}

} // namespace tanaban
