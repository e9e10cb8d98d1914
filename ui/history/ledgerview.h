#pragma once

#include "ui/history/ledgermodel.h"

#include <QTableView>

namespace tanaban::ui {

class PersonalSettings;

/// The table of a LedgerModel; keeps its selection by entry and its place while entries come.
class LedgerView : public QTableView
{
    Q_OBJECT

public:
    LedgerView(LedgerModel &model, PersonalSettings &settings, QWidget *parent);

    /// nullptr: none is selected.
    const LedgerEntry *currentEntry() const;
    void selectFirst();
    /// The selected entry as text with tabs, for the clipboard.
    QString currentAsText() const;

    /// As in the table of stock: what is typed here is meant for the search field.
    void keyboardSearch(const QString &typed) override;

Q_SIGNALS:
    void currentEntryChanged();
    /// Letters typed in the table.
    void searched(const QString &typed);
    /// Enter or a double click on an entry.
    void opened();

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void setUpColumns(PersonalSettings &settings);
    void keepPlace();
    void fit();
    void restore();
    void showColumnMenu(const QPoint &at);

    LedgerModel &m_model;
    std::optional<LedgerMark> m_current;
    int m_scrolled = 0; ///< before entries came
    bool m_restoring = false;
};

} // namespace tanaban::ui
