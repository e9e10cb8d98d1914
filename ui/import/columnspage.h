#pragma once

#include "model/import/importmapping.h"
#include "model/import/rowreader.h"

#include <QMap>
#include <QWidget>

class QComboBox;
class QGridLayout;
class QLabel;
class QLineEdit;

namespace tanaban::ui {

/// Which column of a file is which of our fields, and what is the same for all of its lines. Guessed
/// from the titles; changed by hand or by a mapping file.
class ColumnsPage : public QWidget
{
    Q_OBJECT

public:
    explicit ColumnsPage(QWidget *parent);

    /// What Tab leads from to the first column.
    void comeAfter(QWidget *before) { m_before = before; }
    /// Another file, or another kind of things in it: the columns are guessed anew.
    void setFile(ImportKind kind, const FileHead &head);
    /// What a mapping file says; also its rules, which have no field here.
    void setMapping(const ImportMapping &mapping);
    ImportMapping mapping() const;
    /// What has to be said before anything can be checked, in words.
    QStringList missing() const;
    /// "Storage condition: room_temperature": what is the same for all lines.
    QStringList sameForAll() const;
    /// Values that are read as others from now on, by field.
    using Values = QMap<QString, QMap<QString, QString>>;
    void replaceValues(const Values &values);
    /// "field: theirs → ours" of what was replaced by replaceValues().
    QStringList replaced() const;

Q_SIGNALS:
    void changed();

private:
    struct Row
    {
        ImportField field;
        QComboBox *column;
        QLineEdit *constant;
        QLabel *example;
    };

    void makeRows();
    void addRow(const ImportField &field, int line);
    void addDateForms(int line);
    void setTabOrders();
    void showRow(const Row &row);
    void guessDateForms();
    void setDateForm(const QString &form);
    QStringList samplesOf(const QString &title) const;
    void onChanged(const Row &row);

    ImportKind m_kind = ImportKind::Stock;
    FileHead m_head;
    ImportMapping m_base; ///< what was read from a mapping file
    Values m_replaced;
    std::vector<Row> m_rows;
    QComboBox *m_dateForm = nullptr; ///< none without dates
    QGridLayout *m_grid = nullptr;
    QWidget *m_content = nullptr;
    QWidget *m_before = nullptr;
};

} // namespace tanaban::ui
