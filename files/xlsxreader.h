#pragma once

#include "model/import/rowreader.h"

#include "files/xlsxbook.h"

namespace tanaban::files {

/// What files of spreadsheets before 2007, and those with a password, begin with.
inline constexpr auto compoundFile = "\xD0\xCF\x11\xE0";

/// Reads the first sheet that is shown of a workbook, row by row. Numbers come with a point, days as
/// 2027-02-28; formulas as what they gave when the workbook was saved. Every row is as long as the
/// first one. A cell with an error makes its row one that cannot be read.
class XlsxReader final : public RowReader
{
public:
    explicit XlsxReader(const QByteArray &content);

    std::optional<FileRow> next() override;
    const std::optional<FileFault> &fault() const override { return m_fault; }
    bool mayBeHarmless() const override { return false; }

private:
    /// Of the cell that the reader stands on; ends behind it.
    QString readCell(FileRow &row);
    bool readRow(FileRow &row);
    bool place(FileRow &row, qsizetype &column, const QString &text);
    QString whatIsWrong() const;
    QXmlStreamReader &xml() { return m_part->xml(); }
    void failAt(qint64 line, qint64 column, const QString &text);

    ZipPackage m_package;
    XlsxBook m_book;
    std::optional<XmlPart> m_part; ///< the sheet
    qint64 m_line = 0;
    qsizetype m_width = 0; ///< of the first row; 0: not read yet
    std::optional<FileFault> m_fault;
};

} // namespace tanaban::files
