#pragma once

#include "model/export/tablewriter.h"

#include <QSaveFile>
#include <QTemporaryFile>

struct lxw_workbook;
struct lxw_worksheet;
struct lxw_format;

namespace tanaban::files {

/// A workbook with one sheet: titles that stay in view and can be filtered, numbers as numbers with
/// their decimals, days as days. Text is written as text, so nothing in it is ever run as a formula.
class XlsxWriter final : public TableWriter
{
public:
    explicit XlsxWriter(const QString &path);
    ~XlsxWriter() override;

    Result<Done, QString> begin(const QStringList &titles) override;
    Result<Done, QString> add(const TableLine &line) override;
    Result<Done, QString> finish() override;

private:
    QSaveFile m_file;
    QTemporaryFile m_unfinished; ///< where the library writes
    lxw_workbook *m_book = nullptr;
    lxw_worksheet *m_sheet = nullptr;
    lxw_format *m_day = nullptr;
    lxw_format *m_moment = nullptr;
    std::vector<lxw_format *> m_numbers; ///< by decimals
    quint32 m_line = 0;
    quint16 m_columns = 0;
};

} // namespace tanaban::files
