#pragma once

#include "model/records.h"
#include "ui/backgroundrunner.h"

#include <QAbstractTableModel>
#include <QElapsedTimer>
#include <QHash>
#include <QTimer>

namespace tanaban::ui {

/// A list of records of one kind: the ids of the whole result, and the rows that somebody looked
/// at. Everything is read in the background; what is known is shown meanwhile.
class RecordModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    /// "+name" is no field but something about where the record is used.
    struct Column
    {
        QString field;
        int width = 100;
        bool number = false;
    };

    /// Reads rows on a worker, with all that is shown of them.
    using ReadRows = std::function<Read<std::vector<RecordRow>>(const std::vector<RecordId> &)>;

    /// `readRows`: where a row is more than Records::rows() tells.
    RecordModel(Records &records,
                BackgroundRunner &runner,
                Entity entity,
                QObject *parent,
                ReadRows readRows = {});

    const std::vector<Column> &columns() const { return m_columns; }
    Entity entity() const { return m_filter.entity; }
    const RecordFilter &filter() const { return m_filter; }
    /// Asks another question.
    void setFilter(const RecordFilter &filter);
    /// The same question again, in place.
    void refresh();

    RecordId idAt(int row) const;
    int rowOf(const RecordId &id) const;
    /// nullptr until it has been read.
    const RecordRow *rowAt(int row) const;
    const RecordRow *rowOfId(const RecordId &id) const;
    bool answered() const { return m_answered; }
    /// 1 just after somebody changed the row, 0 two seconds later.
    double freshness(int row) const;
    QString cellText(const RecordRow &row, int column) const
    {
        return cellText(m_filter.entity, row, m_columns[size_t(column)].field);
    }
    static QString cellText(Entity entity, const RecordRow &row, const QString &field);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order) override;

Q_SIGNALS:
    void aboutToRearrange();
    void rearranged();
    void rowsRead();
    void failed(const tanaban::ReadFailure &failure);

private:
    struct Cached
    {
        RecordRow row; ///< version 0: not there
        quint64 generation = 0;
        qint64 changedAt = -1;
    };

    void ask();
    void take(std::vector<RecordId> ids);
    void want(int row) const;
    void fetch();

    Records &m_records;
    BackgroundRunner &m_runner;
    RecordFilter m_filter;
    std::vector<Column> m_columns;
    ReadRows m_readRows;
    std::vector<RecordId> m_ids;
    QHash<RecordId, Cached> m_rows;
    mutable int m_firstWanted = -1;
    mutable int m_lastWanted = -1;
    mutable QTimer m_soon;
    QTimer m_fading;
    QElapsedTimer m_clock;
    quint64 m_token = 0;
    quint64 m_generation = 1;
    bool m_fetching = false;
    bool m_answered = false;
};

} // namespace tanaban::ui
