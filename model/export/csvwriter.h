#pragma once

#include "model/export/tablewriter.h"

#include <QSaveFile>

namespace tanaban {

/// A cell of a CSV file, quoted where it must be. Text is made harmless (model/harmlesstext.h).
QByteArray csvCell(const TableCell &cell);

class CsvWriter final : public TableWriter
{
public:
    explicit CsvWriter(const QString &path);

    Result<Done, QString> begin(const QStringList &titles) override;
    Result<Done, QString> add(const TableLine &line) override;
    Result<Done, QString> finish() override;

private:
    QSaveFile m_file;
    QByteArray m_waiting; ///< lines that are not in the file yet
};

} // namespace tanaban
