#pragma once

#include "model/planning/comparing.h"
#include "model/records.h"

#include <QTableWidget>

namespace tanaban::ui {

/// All zones in use with a priority that can be typed over; empty is last.
class PriorityTable : public QTableWidget
{
    Q_OBJECT

public:
    static constexpr qint64 greatestPriority = 1'000'000;

    explicit PriorityTable(QWidget *parent);

    void setZones(std::vector<RecordRow> zones);
    /// What is typed, of zones where it differs from what is stored.
    std::vector<ZonePriority> changes() const;
    /// The same as commands, each on the zone as it was read.
    std::vector<RecordCommand> commands() const;
    /// Why what is typed cannot be stored; empty: it can.
    QString fault() const;
    /// As if this had been typed.
    void retype(const std::vector<ZonePriority> &typed);
    /// Everything as it is stored.
    void takeBack();

Q_SIGNALS:
    /// Key by key.
    void typed();

private:
    enum Column {
        Warehouse,
        Number,
        Name,
        Condition,
        Fill,
        Priority,
        columns
    };
    struct Typed
    {
        bool valid = true;
        std::optional<int> priority;
    };

    Typed typedAt(int row) const;
    static std::optional<int> storedOf(const RecordRow &zone);
    static QString fillOf(const RecordRow &zone);
    void mark(int row);

    std::vector<RecordRow> m_zones;
    bool m_filling = false;
};

} // namespace tanaban::ui
