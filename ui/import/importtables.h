#pragma once

#include "model/import/importmapping.h"
#include "model/import/importreport.h"
#include "model/import/rowreader.h"

#include <QTableWidget>

namespace tanaban::ui {

/// What becomes of the first lines of a file.
class PreviewTable : public QTableWidget
{
    Q_OBJECT

public:
    explicit PreviewTable(QWidget *parent);

    void showLines(ImportKind kind, const FileHead &head, const ImportMapping &mapping);
};

/// What a check found: what stops lines first, then what is only told, line by line.
class FindingsTable : public QTableWidget
{
    Q_OBJECT

public:
    static constexpr int mostFindings = 1000; ///< nobody reads more

    explicit FindingsTable(QWidget *parent);

    void showFindings(const std::vector<ImportFinding> &findings);
};

} // namespace tanaban::ui
