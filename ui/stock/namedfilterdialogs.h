#pragma once

#include "ui/stock/namedfiltersmenu.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;

namespace tanaban::ui {

/// Asks for the name of a search.
class SaveFilterDialog : public QDialog
{
    Q_OBJECT

public:
    SaveFilterDialog(const std::vector<NamedFilter> &known, const QString &text, QWidget *parent);

Q_SIGNALS:
    void named(const tanaban::ui::NamedFilter &filter);

private:
    void check();

    std::vector<NamedFilter> m_known;
    QString m_text;
    QLineEdit *m_name;
    QLabel *m_note;
    QPushButton *m_save;
};

/// The searches that have a name: rename and delete. Closing it is all it takes.
class SavedFiltersDialog : public QDialog
{
    Q_OBJECT

public:
    SavedFiltersDialog(std::vector<NamedFilter> filters, QWidget *parent);

Q_SIGNALS:
    /// After each change.
    void changed(const std::vector<tanaban::ui::NamedFilter> &filters);

private:
    void rename(int row);
    void remove();
    void showCurrent();

    std::vector<NamedFilter> m_filters;
    QListWidget *m_list;
    QLabel *m_text;
    QPushButton *m_rename;
    QPushButton *m_delete;
};

} // namespace tanaban::ui
