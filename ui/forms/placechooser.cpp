#include "ui/forms/placechooser.h"

#include "model/codes.h"
#include "ui/words.h"

#include <QComboBox>
#include <QCompleter>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QStandardItemModel>

namespace tanaban::ui {

using namespace Qt::StringLiterals;

namespace {

/// Full or not.
bool takes(const ZoneSummary &zone, const Product *product)
{
    return zone.zone.active && (!product || zone.zone.condition == product->condition);
}

} // namespace

QString whyNotInto(const ZoneSummary &zone, const Product *product)
{
    if (!zone.zone.active)
        return PlaceChooser::tr("not in use");
    if (product && zone.zone.condition != product->condition)
        return PlaceChooser::tr("not for these goods");
    if (zone.zone.capacity && zone.load >= *zone.zone.capacity)
        return PlaceChooser::tr("full");
    return {};
}

QString zoneText(const ZoneSummary &zone)
{
    QString name = QString::number(zone.zone.number);
    if (!zone.zone.name.isEmpty())
        name += u' ' + zone.zone.name;
    QStringList parts{name};
    const QString condition = Words::of(zone.zone.condition);
    if (condition != zone.zone.name)
        parts << condition;
    if (zone.zone.capacity) {
        parts << PlaceChooser::tr("%1 of %2", "how full a zone is")
                     .arg(Words::quantity(zone.load, 0), Words::quantity(*zone.zone.capacity, 0));
    }
    return parts.join(u" · ");
}

PlaceChooser::PlaceChooser(FormServices &services, QWidget *parent)
    : QObject(parent)
    , m_services(services)
    , m_warehouse(new QComboBox(parent))
    , m_zone(new QComboBox(parent))
    , m_bin(new QComboBox(parent))
{
    m_bin->setEditable(true);
    m_bin->setInsertPolicy(QComboBox::NoInsert);
    m_bin->lineEdit()->setPlaceholderText(tr("the zone itself"));
    m_bin->completer()->setFilterMode(Qt::MatchContains);
    m_bin->completer()->setCompletionMode(QCompleter::PopupCompletion);
    m_bin->setMaxVisibleItems(12);
    for (QComboBox *box : {m_warehouse, m_zone})
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    connect(m_warehouse, &QComboBox::currentIndexChanged, this, &PlaceChooser::fillZones);
    connect(m_zone, &QComboBox::currentIndexChanged, this, &PlaceChooser::loadBins);
    connect(m_bin, &QComboBox::currentTextChanged, this, &PlaceChooser::changed);
    load();
}

void PlaceChooser::load()
{
    m_services.background.run(
        this,
        [&store = m_services.store] { return store.zones(); },
        [this](const Read<std::vector<ZoneSummary>> &zones) {
            if (!zones)
                return;
            m_zones = *zones;
            fillWarehouses();
        });
}

void PlaceChooser::setProduct(const std::optional<Product> &product)
{
    if (m_product == product)
        return;
    m_product = product;
    fillZones();
}

void PlaceChooser::choose(const QString &warehouse, int zone, const QString &bin)
{
    m_wantedWarehouse = warehouse;
    m_wantedZone = zone;
    m_zone->clear();
    fillWarehouses();
    m_bin->setEditText(bin);
}

void PlaceChooser::fillWarehouses()
{
    const QString wanted = m_wantedWarehouse.isEmpty() ? warehouse() : m_wantedWarehouse;
    {
        const QSignalBlocker quiet(m_warehouse);
        m_warehouse->clear();
        for (const ZoneSummary &zone : m_zones) {
            if (m_warehouse->findData(zone.zone.warehouse) >= 0)
                continue;
            const QString code = zone.zone.warehouse;
            m_warehouse->addItem(
                zone.warehouseName.isEmpty() ? code : QString(code + u" · " + zone.warehouseName),
                code);
        }
        m_warehouse->setCurrentIndex(std::max(0, m_warehouse->findData(wanted)));
    }
    fillZones();
}

void PlaceChooser::fillZones()
{
    const bool home = warehouse() == m_wantedWarehouse;
    const int wanted = m_zone->count() == 0 && home ? m_wantedZone : zone();
    const Product *product = m_product ? &*m_product : nullptr;
    {
        const QSignalBlocker quiet(m_zone);
        m_zone->clear();
        int first = -1;
        int chosen = -1;
        for (const ZoneSummary &summary : m_zones) {
            if (summary.zone.warehouse != warehouse())
                continue;
            const QString obstacle = whyNotInto(summary, product);
            const int line = m_zone->count();
            m_zone->addItem(obstacle.isEmpty() ? zoneText(summary)
                                               : QString(zoneText(summary) + u" – " + obstacle),
                            summary.zone.number);
            // A full zone may still be put in order by those who are in it.
            const bool open = obstacle.isEmpty()
                              || (home && summary.zone.number == m_wantedZone
                                  && takes(summary, product));
            qobject_cast<QStandardItemModel *>(m_zone->model())->item(line)->setEnabled(open);
            if (open && summary.zone.number == wanted)
                chosen = line;
            if (first < 0 && obstacle.isEmpty())
                first = line;
        }
        m_zone->setCurrentIndex(chosen >= 0 ? chosen : first);
        m_zone->setToolTip(m_zone->currentText()); // in case it does not fit
    }
    loadBins();
}

void PlaceChooser::loadBins()
{
    const quint64 turn = ++m_binTurn;
    Q_EMIT changed();
    if (zone() == 0)
        return;
    m_services.background.run(
        this,
        [&store = m_services.store, warehouse = warehouse(), zone = zone()] {
            return store.bins(warehouse, zone);
        },
        [this, turn](const Read<std::vector<Bin>> &bins) {
            if (turn != m_binTurn || !bins)
                return;
            const QSignalBlocker quiet(m_bin);
            const QString typed = m_bin->currentText();
            m_bin->clear();
            for (const Bin &bin : *bins) {
                if (bin.active && !bin.code.isEmpty())
                    m_bin->addItem(bin.code);
            }
            m_bin->setCurrentIndex(
                m_bin->findText(typed, Qt::MatchExactly | Qt::MatchCaseSensitive));
            m_bin->setEditText(typed); // what was typed or scanned stays
        });
}

std::vector<Bin> PlaceChooser::nearest(const std::vector<Bin> &bins) const
{
    std::vector<Bin> near;
    std::ranges::copy_if(bins, std::back_inserter(near), [this](const Bin &bin) {
        return bin.warehouse == warehouse() && bin.zone == zone();
    });
    if (near.empty()) {
        std::ranges::copy_if(bins, std::back_inserter(near), [this](const Bin &bin) {
            return bin.warehouse == warehouse();
        });
    }
    return near.empty() ? bins : near;
}

QString PlaceChooser::takeBin(const Bin &bin)
{
    const Product *product = m_product ? &*m_product : nullptr;
    const auto zone = std::ranges::find_if(m_zones, [&bin](const ZoneSummary &each) {
        return each.zone.warehouse == bin.warehouse && each.zone.number == bin.zone;
    });
    const bool fits = zone == m_zones.end() || takes(*zone, product);
    if (!bin.active || !fits) {
        return tr("%1 cannot take these goods: %2.", "a bin, and why not")
            .arg(bin.code, fits ? tr("not in use") : whyNotInto(*zone, product));
    }
    choose(bin.warehouse, bin.zone, bin.code);
    return {};
}

QString PlaceChooser::warehouse() const
{
    return m_warehouse->currentData().toString();
}

int PlaceChooser::zone() const
{
    return m_zone->currentData().toInt();
}

QString PlaceChooser::bin() const
{
    return normalized(m_bin->currentText().trimmed());
}

} // namespace tanaban::ui
