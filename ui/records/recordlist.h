#pragma once

#include "ui/records/recordmodel.h"

#include <QTableView>

namespace tanaban::ui {

class PersonalSettings;

/// The table of a RecordModel; keeps its selection by id and its place while rows come and go.
class RecordList : public QTableView
{
    Q_OBJECT

public:
    /// `key`: under which its columns are kept; empty: they are not.
    RecordList(RecordModel &model, PersonalSettings &settings, const QString &key, QWidget *parent);

    RecordModel &records() const { return m_model; }
    RecordId currentId() const { return m_current; }
    /// All that are selected, in the order of the list.
    std::vector<RecordId> selectedIds() const;
    const RecordRow *currentRow() const { return m_model.rowOfId(m_current); }
    void select(const RecordId &id);
    void selectFirst();
    QString currentAsText() const;

    /// As in the table of stock: what is typed here is meant for the search field.
    void keyboardSearch(const QString &typed) override;

Q_SIGNALS:
    void currentIdChanged();
    /// Letters typed in the list.
    void searched(const QString &typed);
    /// The keyboard came here.
    void focused();
    /// Enter or a double click.
    void opened();

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void fit();
    void restore();
    void followCurrent();
    void choose(const QModelIndex &index);
    void selectChosen(bool wanted);

    RecordModel &m_model;
    RecordId m_current;
    RecordId m_wanted;              ///< to be selected once it is there
    std::vector<RecordId> m_chosen; ///< selected together, while the list is rearranged
    RecordFilter m_shown;           ///< that the rows are of
    int m_top = 0;
    int m_row = -1; ///< where the current one was: what comes in its place is next
    bool m_restoring = false;
};

} // namespace tanaban::ui
