#pragma once

#include "model/ledger.h"

#include <QAbstractTableModel>

namespace tanaban::ui {

class Session;

enum class LedgerColumn {
    Time,
    Kind,
    Product,
    Name,
    Zone,
    Bin,
    Lot,
    OnHand,
    Reserved,
    Left,
    Order,
    Person,
    Reason
};

/// The ledger, newest first, page by page. Everything is read in the background; an answer to a
/// question that is no longer asked is dropped.
class LedgerModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    /// Asks nothing yet.
    explicit LedgerModel(Session &session, QObject *parent = nullptr);

    static constexpr int pageSize = 200;
    static constexpr int columns = int(LedgerColumn::Reason) + 1;

    /// Asks a new question; the answer to the last one stays until this one is answered.
    void setFilter(const LedgerFilter &filter);
    const LedgerFilter &filter() const { return m_filter; }
    /// Reads the newest entries again and inserts those that are not known, each in its place.
    void refresh();

    /// The first page of the current question is there.
    bool answered() const { return m_answered; }
    /// All entries of the current question are there.
    bool whole() const { return m_answered && m_whole; }

    const LedgerEntry &entry(int row) const { return m_entries[size_t(row)]; }
    /// -1: it is not among those that were read.
    int rowOf(const LedgerMark &mark) const;
    static QString cellText(const LedgerEntry &entry, LedgerColumn column);
    static QString titleOf(LedgerColumn column);
    static bool isNumber(LedgerColumn column);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

Q_SIGNALS:
    /// Entries came. `anew`: they took the place of all there were.
    void entriesRead(bool anew);
    void failed(const tanaban::ReadFailure &failure);

private:
    using Page = std::vector<LedgerEntry>;

    void read();
    void takeNewest(Page page);
    void replace(Page page);
    void mergeNewest(Page page);

    Session &m_session;
    LedgerFilter m_filter;
    Page m_entries;
    quint64 m_token = 0; ///< of the question
    bool m_answered = false;
    bool m_whole = false;
    bool m_fetching = false;
    bool m_reading = false; ///< the newest page
    bool m_again = false;   ///< and once more
};

} // namespace tanaban::ui
