#pragma once

#include "model/ledger.h"
#include "ui/print/paperdialog.h"

#include "print/tabledocument.h"

class QCheckBox;
class QDateEdit;

namespace tanaban::ui {

/// What went into and out of a zone or warehouse over some days, to be printed: opening, in and out
/// by kind, closing. Days are those of the warehouse's time zone.
class MovementDialog : public PaperDialog
{
    Q_OBJECT

public:
    /// `warehouse` and `zone`: what is chosen first; an empty warehouse is the first one there is.
    MovementDialog(Session &session, QString warehouse, std::optional<int> zone, QWidget *parent);

private:
    /// A period of the list, in days from today.
    enum class Period {
        ThisMonth,
        LastMonth,
        LastWeek,
        Today,
        Own
    };
    struct Places
    {
        Read<std::vector<Warehouse>> warehouses;
        Read<std::vector<ZoneSummary>> zones;
    };
    struct Report
    {
        Result<std::shared_ptr<const print::TableDocument>, QString> document;
        qsizetype lines = 0;
        qsizetype wrong = 0; ///< lines that do not add up
    };
    /// What a worker needs to make one.
    struct Wish
    {
        Warehouse warehouse;
        std::optional<int> zone;
        QString place; ///< in words
        QDate first;
        QDate last;
        bool byLot = false;
        QPageLayout paper;
        QFont font;
    };

    void makeFields();
    void paperChanged() override { report(); }
    void readPlaces();
    void takePlaces(const Places &places);
    void fillZones();
    void choosePeriod();
    void report();
    static Report make(Session &session, const Wish &wish, const std::stop_token &stop);
    void take(const Report &report);

    QString m_wantedWarehouse;
    std::optional<int> m_wantedZone;
    std::vector<Warehouse> m_warehouses;
    std::vector<ZoneSummary> m_zones;
    QComboBox *m_warehouse;
    QComboBox *m_zone;
    QComboBox *m_period;
    QDateEdit *m_first;
    QDateEdit *m_last;
    QCheckBox *m_byLot;
};

} // namespace tanaban::ui
