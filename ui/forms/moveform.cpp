#include "ui/forms/moveform.h"

#include "ui/forms/placechooser.h"
#include "ui/forms/quantityedit.h"
#include "ui/words.h"

#include <QComboBox>
#include <QLabel>

namespace tanaban::ui {

using namespace Qt::StringLiterals;

MoveForm::MoveForm(FormServices &services, const Glance &glance, QWidget *parent)
    : StockForm(services, glance, parent)
{
    build(tr("Move"), tr("&Move"));
    QuantityEdit *howMany = addQuantity(tr("&Quantity"));
    m_place = new PlaceChooser(services, this);
    addField(tr("To &warehouse"), m_place->warehouseBox(), u"warehouseBox"_s);
    m_zoneNote = addField(tr("&Zone"), m_place->zoneBox(), u"zoneBox"_s);
    m_binNote = addField(tr("B&in"), m_place->binBox(), u"binBox"_s);
    m_place->setProduct(glance.stock->product);
    const StockKey &key = glance.stock->row.key;
    m_place->choose(key.warehouse, key.zone, {});
    connect(m_place, &PlaceChooser::changed, this, &MoveForm::readTarget);
    finish(howMany);
}

StockKey MoveForm::target() const
{
    StockKey key = glance().stock->row.key;
    key.warehouse = m_place->warehouse();
    key.zone = m_place->zone();
    key.bin = m_place->bin();
    return key;
}

void MoveForm::readTarget()
{
    if (m_place->zone() > 0)
        loadPlace(target());
    else
        setPlace(std::nullopt);
}

std::optional<StockAction> MoveForm::action() const
{
    const auto wanted = quantity()->value();
    if (!wanted || !glance().stock || m_place->zone() == 0)
        return std::nullopt;
    const StockKey key = target();
    return Move{glance().stock->row.id, *wanted, key.warehouse, key.zone, key.bin};
}

void MoveForm::fill(const StockAction &action)
{
    if (const auto *move = std::get_if<Move>(&action)) {
        quantity()->setValue(move->quantity);
        m_place->choose(move->warehouse, move->zone, move->bin);
    }
}

QWidget *MoveForm::complain(bool everything)
{
    const bool wrongQuantity = complainOfQuantity(everything);
    const bool noZone = everything && m_place->zone() == 0;
    setNote(m_zoneNote, noZone ? tr("No zone here takes these goods.") : QString(), noZone);
    showPlaceNote();
    if (wrongQuantity)
        return quantity();
    return noZone ? m_place->zoneBox() : nullptr;
}

void MoveForm::showPlaceNote()
{
    const auto &place = glance().place;
    QString text;
    if (place && place->row && place->row->onHand > 0
        && !(place->row->key == glance().stock->row.key)) {
        text = tr("%1 of this lot lie there already.")
                   .arg(Words::quantity(place->row->onHand, glance().decimals(), glance().unit()));
    }
    setNote(m_binNote, text, false);
}

void MoveForm::placeChanged()
{
    showPlaceNote();
}

bool MoveForm::isEarly(const DomainError &error) const
{
    return StockForm::isEarly(error) || (error.rule == Rule::SamePlace && m_place->bin().isEmpty());
}

std::pair<QWidget *, QLabel *> MoveForm::fieldOf(const DomainError &error)
{
    if (isAboutQuantity(error))
        return {quantity(), quantityNote()};
    if (error.rule == Rule::ZoneFull || error.rule == Rule::StorageConditionMismatch)
        return {m_place->zoneBox(), m_zoneNote};
    return {m_place->binBox(), m_binNote};
}

std::vector<Bin> MoveForm::fitting(const std::vector<Bin> &bins) const
{
    return m_place->nearest(bins);
}

/// A bin is where they go; anything else confirms what they are.
QString MoveForm::fillFrom(const ScannedCode &code, const CodeHits &hits, QWidget *field)
{
    if (code.gs1 || hits.bins.empty() || !hits.products.empty())
        return StockForm::fillFrom(code, hits, field);
    const QString why = m_place->takeBin(hits.bins.front());
    if (why.isEmpty())
        goOn({quantity()});
    return why;
}

} // namespace tanaban::ui
