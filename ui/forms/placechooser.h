#pragma once

#include "ui/forms/submission.h"

class QComboBox;

namespace tanaban::ui {

/// Why goods of this product cannot go into a zone; empty when they can.
QString whyNotInto(const ZoneSummary &zone, const Product *product);

/// "2 Chilled · refrigerated · 1,204 of 2,000"
QString zoneText(const ZoneSummary &zone);

/// Warehouse, zone and bin, one after the other. Zones that do not fit are shown with the reason,
/// but cannot be chosen. Bins can be scanned.
class PlaceChooser : public QObject
{
    Q_OBJECT

public:
    PlaceChooser(FormServices &services, QWidget *parent);

    QComboBox *warehouseBox() const { return m_warehouse; }
    QComboBox *zoneBox() const { return m_zone; }
    QComboBox *binBox() const { return m_bin; }

    /// What is to be stored there; nothing: any zone will do.
    void setProduct(const std::optional<Product> &product);
    /// Chooses a place, as soon as it is known.
    void choose(const QString &warehouse, int zone, const QString &bin);

    /// Of bins with the same code those in the zone that is chosen, else in its warehouse, else all.
    std::vector<Bin> nearest(const std::vector<Bin> &bins) const;
    /// Chooses a bin that was scanned, with its zone; why it cannot: in words, and nothing changed.
    QString takeBin(const Bin &bin);

    QString warehouse() const;
    int zone() const; ///< 0: none is chosen
    QString bin() const;

Q_SIGNALS:
    void changed();

private:
    void load();
    void fillWarehouses();
    void fillZones();
    void loadBins();

    FormServices &m_services;
    QComboBox *m_warehouse;
    QComboBox *m_zone;
    QComboBox *m_bin;
    std::vector<ZoneSummary> m_zones;
    std::optional<Product> m_product;
    QString m_wantedWarehouse;
    int m_wantedZone = 0;
    quint64 m_binTurn = 0;
};

} // namespace tanaban::ui
