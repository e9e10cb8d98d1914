#pragma once

#include "model/databaseurl.h"
#include "model/makedatabase.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace tanaban::ui {

/// Starts with nothing but a first warehouse, which is named here, and says in which file.
class NewCompanyDialog : public QDialog
{
    Q_OBJECT

public:
    /// `file` is proposed.
    NewCompanyDialog(const QString &file, QWidget *parent);

Q_SIGNALS:
    void chosen(const tanaban::DatabaseUrl &url, const tanaban::FirstWarehouse &warehouse);

private:
    QWidget *makeZones();
    void makeFields();
    FirstWarehouse typed() const;
    void browse();
    void check();

    QLineEdit *m_code;
    QLineEdit *m_name;
    QComboBox *m_timeZone;
    std::vector<std::pair<StorageCondition, QCheckBox *>> m_zones;
    QLineEdit *m_file;
    QLabel *m_problem;
    QPushButton *m_create;
};

} // namespace tanaban::ui
