#pragma once

#include "model/ledger.h"

#include <QScrollArea>

#include <map>

class QAction;
class QLabel;

namespace tanaban::ui {

/// One entry of the ledger in full: what changed by how much, what was left, where, who and why.
class HistoryDetails : public QScrollArea
{
    Q_OBJECT

public:
    /// `open` leads to the row of stock.
    explicit HistoryDetails(QAction *open, QWidget *parent = nullptr);

    /// nullptr: nothing is selected.
    void showEntry(const LedgerEntry *entry);

private:
    QWidget *makeContent(QAction *open);
    void setFact(const QString &name, const QString &value);

    QWidget *m_empty;
    QWidget *m_content;
    QLabel *m_kind = nullptr;
    QLabel *m_deed = nullptr;
    QLabel *m_when = nullptr;
    std::map<QString, QLabel *> m_facts; ///< by name
};

} // namespace tanaban::ui
