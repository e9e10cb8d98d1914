#pragma once

#include "ui/print/labels.h"
#include "ui/print/paperdialog.h"

class QDoubleSpinBox;
class QSpinBox;

namespace tanaban::ui {

/// The rows somebody wants labels for.
struct LabelRequest
{
    Entity entity = Entity::Product;
    std::vector<RecordId> selected;
    RecordFilter list; ///< what the list shows, as the other choice
    qint64 listed = 0; ///< how many rows that are
};

/// Prints labels of products, lots or bins on sheets or on a label printer. What cannot be printed so
/// that it is read as it is meant is left out, and that is said.
class LabelDialog : public PaperDialog
{
    Q_OBJECT

public:
    LabelDialog(Session &session, LabelRequest request, QWidget *parent);

private:
    void addCodes();
    void addStocks();
    void addSize();
    void addCounts();
    void showFields();
    void read();
    void makeLabels();
    void take(const MadeLabels &made);
    void keep();
    print::LabelStock stock() const;

    LabelRequest m_request;
    QComboBox *m_rows;
    QComboBox *m_code;
    QComboBox *m_stock;
    QWidget *m_size;
    QDoubleSpinBox *m_width;
    QDoubleSpinBox *m_height;
    QComboBox *m_dots;
    QSpinBox *m_start;
    QSpinBox *m_copies;
    std::vector<LabelSubject> m_subjects;
    bool m_read = false; ///< m_subjects are those that were asked for
};

} // namespace tanaban::ui
