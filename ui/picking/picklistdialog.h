#pragma once

#include "model/picking/picklist.h"
#include "ui/print/paperdialog.h"

class QLabel;

namespace tanaban::ui {

/// Prints what is to be fetched for some orders, or saves it as PDF. The stops are read once, when the
/// dialog opens; orders with nothing to fetch are named.
class PickListDialog : public PaperDialog
{
    Q_OBJECT

public:
    PickListDialog(Session &session, QStringList orders, QWidget *parent);

private:
    struct Readings
    {
        Read<PickList> list;
        QString person;
    };

    void paperChanged() override { layOut(); }
    void read();
    void take(const Readings &readings);
    void nameThoseWithout();
    void layOut();

    QStringList m_orders;
    QComboBox *m_code;
    QLabel *m_without;
    std::optional<PickList> m_list;
    QString m_person;
};

} // namespace tanaban::ui
