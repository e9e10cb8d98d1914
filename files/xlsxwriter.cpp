#include "files/xlsxwriter.h"

#include <cmath>
#include <utility>
#include <xlsxwriter.h>

namespace tanaban::files {

using namespace Qt::StringLiterals;

namespace {

QString sentenceFor(lxw_error error)
{
    return QString::fromUtf8(lxw_strerror(error));
}

lxw_datetime dateTimeOf(QDate day, QTime time = {0, 0})
{
    return {day.year(), day.month(), day.day(), time.hour(), time.minute(), double(time.second())};
}

} // namespace

XlsxWriter::XlsxWriter(const QString &path)
    : m_file(path)
{}

XlsxWriter::~XlsxWriter()
{
    if (m_book) // given up: nothing more is written
        lxw_workbook_free(m_book);
}

Result<Done, QString> XlsxWriter::begin(const QStringList &titles)
{
    if (!m_file.open(QIODevice::WriteOnly))
        return fail(m_file.errorString());
    if (!m_unfinished.open())
        return fail(m_unfinished.errorString());
    const QByteArray name = QFile::encodeName(m_unfinished.fileName());
    // Line by line onto the disk: a million lines would need gigabytes of memory otherwise.
    lxw_workbook_options options{};
    options.constant_memory = LXW_TRUE;
    options.use_zip64 = LXW_TRUE;
    m_book = workbook_new_opt(name.constData(), &options);
    m_sheet = m_book ? workbook_add_worksheet(m_book, nullptr) : nullptr;
    if (!m_sheet)
        return fail(sentenceFor(LXW_ERROR_CREATING_TMPFILE));
    lxw_format *bold = workbook_add_format(m_book);
    format_set_bold(bold);
    m_day = workbook_add_format(m_book);
    format_set_num_format(m_day, "yyyy-mm-dd");
    m_moment = workbook_add_format(m_book);
    format_set_num_format(m_moment, "yyyy-mm-dd hh:mm:ss");
    for (const char *format : {"0", "0.0", "0.00", "0.000"}) {
        m_numbers.push_back(workbook_add_format(m_book));
        format_set_num_format(m_numbers.back(), format);
    }
    m_columns = quint16(titles.size());
    worksheet_set_column(m_sheet, 0, lxw_col_t(m_columns - 1), 18, nullptr);
    worksheet_freeze_panes(m_sheet, 1, 0);
    for (quint16 column = 0; column < m_columns; ++column) {
        const lxw_error error = worksheet_write_string(
            m_sheet, 0, column, titles[column].toUtf8().constData(), bold);
        if (error != LXW_NO_ERROR)
            return fail(sentenceFor(error));
    }
    m_line = 1;
    return Done{};
}

Result<Done, QString> XlsxWriter::add(const TableLine &line)
{
    quint16 column = 0;
    for (const TableCell &cell : line) {
        const lxw_error error = std::visit(
            Overloaded{[](std::monostate) { return LXW_NO_ERROR; },
                       [&](const QString &text) {
                           return worksheet_write_string(
                               m_sheet, m_line, column, text.toUtf8().constData(), nullptr);
                       },
                       [&](const TableNumber &number) {
                           return worksheet_write_number(m_sheet,
                                                         m_line,
                                                         column,
                                                         double(number.value)
                                                             / std::pow(10, number.decimals),
                                                         m_numbers[size_t(number.decimals)]);
                       },
                       [&](const QDate &day) {
                           lxw_datetime value = dateTimeOf(day);
                           return worksheet_write_datetime(m_sheet, m_line, column, &value, m_day);
                       },
                       [&](const QDateTime &moment) {
                           lxw_datetime value = dateTimeOf(moment.date(), moment.time());
                           return worksheet_write_datetime(
                               m_sheet, m_line, column, &value, m_moment);
                       }},
            cell);
        if (error != LXW_NO_ERROR)
            return fail(sentenceFor(error));
        ++column;
    }
    ++m_line;
    return Done{};
}

Result<Done, QString> XlsxWriter::finish()
{
    worksheet_autofilter(m_sheet, 0, 0, m_line - 1, lxw_col_t(m_columns - 1));
    const lxw_error error = workbook_close(std::exchange(m_book, nullptr));
    if (error != LXW_NO_ERROR)
        return fail(sentenceFor(error));
    while (!m_unfinished.atEnd()) {
        const QByteArray part = m_unfinished.read(1024 * 1024);
        if (part.isEmpty() || m_file.write(part) != part.size())
            return fail(part.isEmpty() ? m_unfinished.errorString() : m_file.errorString());
    }
    if (!m_file.commit())
        return fail(m_file.errorString());
    return Done{};
}

} // namespace tanaban::files
