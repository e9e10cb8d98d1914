#include "files/xlsxreader.h"

#include <algorithm>
#include <cmath>

#include "files/filetext.h"

namespace tanaban::files {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 mostRows = 1'048'576;

/// "AB12" is in column 28, from 1; 0 when that is no such name.
qsizetype columnOf(QStringView name)
{
    qsizetype column = 0;
    for (const QChar letter : name) {
        if (letter < u'A' || letter > u'Z')
            break;
        column = column * 26 + (letter.unicode() - u'A' + 1);
        if (column > 1'000'000)
            return 0;
    }
    return column;
}

} // namespace

XlsxReader::XlsxReader(const QByteArray &content)
    : m_package(content)
{
    QString fault = content.startsWith(compoundFile)
                        ? FileText::tr(
                            "the file has a password or is of the old form .xls; save it "
                            "as .xlsx without a password")
                        : FileText::tr("the workbook is damaged or not whole");
    if (m_package.isOpen()) {
        if (auto book = XlsxBook::read(m_package, fault)) {
            m_book = std::move(*book);
            if (auto sheet = m_package.open(m_book.sheet, XlsxBook::mostUnpacked(content.size())))
                m_part.emplace(std::move(sheet));
            fault = FileText::tr("the workbook is damaged or not whole");
        }
    }
    if (!m_part)
        failAt(1, 1, fault);
}

std::optional<FileRow> XlsxReader::next()
{
    while (!m_fault && !xml().atEnd()) {
        const bool begins = m_part->next() == QXmlStreamReader::StartElement;
        if (!begins || xml().name() != "row"_L1)
            continue;
        FileRow row;
        if (!readRow(row))
            return std::nullopt;
        while (row.fields.size() > m_width && row.fields.back().isEmpty())
            row.fields.pop_back();
        if (row.fields.isEmpty() && row.problem.isEmpty())
            continue;
        if (m_width == 0)
            m_width = row.fields.size();
        while (row.fields.size() < m_width)
            row.fields << QString();
        const bool empty = std::ranges::all_of(row.fields, &QString::isEmpty);
        if (!empty || !row.problem.isEmpty())
            return row;
    }
    if (!m_fault && xml().hasError())
        failAt(std::max<qint64>(m_line, 1), 1, whatIsWrong());
    return std::nullopt;
}

bool XlsxReader::readRow(FileRow &row)
{
    bool given = false;
    const qint64 number = xml().attributes().value("r"_L1).toLongLong(&given);
    row.line = given ? number : m_line + 1;
    if (row.line <= m_line || row.line > mostRows) {
        failAt(m_line + 1, 1, FileText::tr("the rows of the workbook are not in order"));
        return false;
    }
    m_line = row.line;
    qsizetype column = 0;
    while (xml().readNextStartElement()) {
        m_part->allowMore();
        if (xml().name() != "c"_L1) {
            xml().skipCurrentElement();
            continue;
        }
        const qsizetype named = columnOf(xml().attributes().value("r"_L1));
        column = named > column ? named : column + 1;
        if (!place(row, column, readCell(row)))
            return false;
    }
    m_part->leave();
    if (!xml().hasError())
        return true;
    failAt(m_line, 1, whatIsWrong());
    return false;
}

bool XlsxReader::place(FileRow &row, qsizetype &column, const QString &text)
{
    if (text.isEmpty())
        return true;
    if (column > mostColumns) {
        failAt(m_line, column, FileText::tr("more than %1 columns").arg(mostColumns));
        return false;
    }
    if (text.toUtf8().size() > longestField) {
        failAt(m_line, column, FileText::tr("a cell is longer than %1 bytes").arg(longestField));
        return false;
    }
    while (row.fields.size() < column)
        row.fields << QString();
    row.fields[column - 1] = text;
    return true;
}

QString XlsxReader::readCell(FileRow &row)
{
    const QXmlStreamAttributes attributes = xml().attributes();
    const QString type = attributes.value("t"_L1).toString();
    const QString name = attributes.value("r"_L1).toString();
    const size_t style = attributes.value("s"_L1).toULong();
    QString value;
    bool formula = false;
    bool given = false;
    while (xml().readNextStartElement()) {
        if (xml().name() == "is"_L1) {
            value = textWithin(xml());
            given = true;
        } else if (xml().name() == "v"_L1) {
            value = xml().readElementText(QXmlStreamReader::SkipChildElements);
            given = true;
        } else {
            formula = formula || xml().name() == "f"_L1;
            xml().skipCurrentElement();
        }
    }
    if (formula && !given)
        row.problem = FileText::tr("the formula in %1 has no value; open the workbook in its "
                                   "program and save it again")
                          .arg(name);
    if (type == u"e"_s)
        row.problem = FileText::tr("the cell %1 holds the error %2").arg(name, value);
    if (type == u"b"_s)
        return value == u"1"_s ? u"true"_s : u"false"_s;
    if (type == u"s"_s) {
        bool isNumber = false;
        const qlonglong at = value.toLongLong(&isNumber);
        if (isNumber && at >= 0 && at < m_book.texts.size())
            return m_book.texts[at];
        row.problem = FileText::tr("the text of the cell %1 is missing").arg(name);
        return {};
    }
    if (type == u"inlineStr"_s || type == u"str"_s)
        return withoutEscapes(value);
    if (type == u"d"_s || type == u"e"_s || value.isEmpty())
        return value;
    bool isNumber = false;
    const double number = value.toDouble(&isNumber);
    if (!isNumber || !std::isfinite(number)) {
        row.problem = FileText::tr("the number in the cell %1 cannot be read").arg(name);
        return value;
    }
    const bool day = style < m_book.isDay.size() && m_book.isDay[style];
    return day ? dayText(number, m_book.from1904) : numberText(number);
}

QString XlsxReader::whatIsWrong() const
{
    return m_part->isExceeded() ? tooMuch() : FileText::tr("the workbook is damaged or not whole");
}

void XlsxReader::failAt(qint64 line, qint64 column, const QString &text)
{
    m_fault = FileFault{line, column, text};
}

} // namespace tanaban::files
