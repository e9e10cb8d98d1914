#include "ui/print/labels.h"

#include "ui/words.h"

#include <QHash>
#include <QLocale>

namespace tanaban::ui {

using namespace Qt::StringLiterals;

namespace {

/// The records that others point to, by their ids, each once.
Read<QHash<RecordId, RecordRow>> rowsByIds(Records &records,
                                           Entity entity,
                                           const QSet<RecordId> &ids)
{
    QHash<RecordId, RecordRow> found;
    const auto rows = records.rows(entity, {ids.begin(), ids.end()});
    if (!rows)
        return fail(ReadFailure(rows.error()));
    for (const RecordRow &row : *rows)
        found.insert(idOf(entity, row.record.key), row);
    return found;
}

/// What the record belongs to: the product of a lot, the zone of a bin; else empty.
RecordId ownerOf(Entity entity, const QJsonObject &key)
{
    if (entity == Entity::Lot)
        return idOf(Entity::Product, {{u"code"_s, key.value(u"product_code"_s)}});
    if (entity == Entity::Bin)
        return idOf(Entity::Zone,
                    {{u"warehouse_code"_s, key.value(u"warehouse_code"_s)},
                     {u"zone_number"_s, key.value(u"zone_number"_s)}});
    return {};
}

} // namespace

Read<std::vector<LabelSubject>> Labels::subjectsOf(Records &records,
                                                   Entity entity,
                                                   const std::vector<RecordId> &ids)
{
    const auto rows = records.rows(entity, ids);
    if (!rows)
        return fail(ReadFailure(rows.error()));
    QSet<RecordId> owners;
    for (const RecordRow &row : *rows)
        owners.insert(ownerOf(entity, row.record.key));
    owners.remove(RecordId());
    const auto owner = rowsByIds(
        records, entity == Entity::Lot ? Entity::Product : Entity::Zone, owners);
    if (!owner)
        return fail(ReadFailure(owner.error()));
    std::vector<LabelSubject> subjects;
    for (const RecordRow &row : *rows) {
        const QJsonObject &key = row.record.key;
        const RecordRow above = owner->value(ownerOf(entity, key));
        const QJsonObject &product = entity == Entity::Lot ? above.record.fields
                                                           : row.record.fields;
        LabelSubject subject;
        subject.entity = entity;
        subject.code = key.value(entity == Entity::Lot ? u"product_code"_s : u"code"_s).toString();
        if (entity == Entity::Bin) {
            const QString zone = above.record.fields.value(u"name"_s).toString();
            subject.place = Words::place(key.value(u"warehouse_code"_s).toString(),
                                         key.value(u"zone_number"_s).toInt(),
                                         {})
                            + (zone.isEmpty() ? QString() : QString(u' ' + zone));
        } else {
            subject.name = product.value(u"name"_s).toString();
            subject.barcode = product.value(u"barcode"_s).toString();
        }
        subject.lot = key.value(u"lot"_s).toString();
        const QDate expires = QDate::fromString(row.record.fields.value(u"expires_on"_s).toString(),
                                                Qt::ISODate);
        if (entity == Entity::Lot && expires.isValid())
            subject.expiresOn = expires;
        if (!subject.code.isEmpty())
            subjects.push_back(subject);
    }
    return subjects;
}

QStringList Labels::linesOf(const LabelSubject &subject, const QString &readable)
{
    QStringList lines;
    if (subject.entity == Entity::Bin)
        return {subject.place};
    if (subject.entity == Entity::Lot) {
        // What does not fit is left out from the end: first what the code tells anyway.
        if (subject.expiresOn)
            lines << tr("Expires %1").arg(Words::date(*subject.expiresOn));
        if (subject.lot != readable)
            lines << tr("Lot %1").arg(subject.lot);
    }
    if (subject.code != readable)
        lines << subject.code;
    return lines;
}

Result<print::Label, LabelFault> Labels::labelOf(const LabelSubject &subject,
                                                 std::optional<Symbology> wanted,
                                                 const print::LabelLayout &layout,
                                                 QDate today)
{
    const auto code = labelCodeFor(subject, wanted, today);
    if (!code)
        return fail(LabelFault(code.error()));
    const auto barcode = print::Barcode::make(*code);
    if (barcode && layout.fits(*barcode)) {
        const bool bin = subject.entity == Entity::Bin;
        return print::Label{bin ? subject.code : subject.name,
                            bin,
                            linesOf(subject, code->readable),
                            code->readable,
                            *barcode};
    }
    if (!wanted && code->symbology == Symbology::Code128)
        return labelOf(subject, Symbology::Qr, layout, today);
    return fail(LabelFault{LabelFault::Kind::Room, tanaban::nameOf(subject), code->content});
}

MadeLabels Labels::make(const std::vector<LabelSubject> &subjects,
                        std::optional<Symbology> wanted,
                        const print::LabelJob &job,
                        QDate today)
{
    MadeLabels made;
    const print::LabelLayout layout(job);
    std::vector<print::Label> labels;
    for (const LabelSubject &subject : subjects) {
        auto label = labelOf(subject, wanted, layout, today);
        if (label)
            labels.push_back(std::move(*label));
        else
            made.faults.push_back(label.error());
    }
    made.labels = qsizetype(labels.size());
    if (made.labels > 0)
        made.document = std::make_shared<print::LabelDocument>(std::move(labels), job);
    return made;
}

QString Labels::nameOf(Symbology symbology)
{
    switch (symbology) {
    case Symbology::Ean13:
        return tr("EAN-13");
    case Symbology::Code128:
        return tr("Code 128");
    case Symbology::Qr:
        return tr("QR");
    case Symbology::Gs1DataMatrix:
        return tr("GS1 DataMatrix");
    }
    return {};
}

QString Labels::nameOf(const print::LabelStock &stock)
{
    if (stock.isRoll())
        return tr("Label printer");
    const QLocale locale;
    const QString paper = stock.page.id() == QPageSize::Letter ? tr("Letter") : tr("A4");
    //: 24 labels of 70 × 37 mm on A4
    return tr("%1: %2 of %3 × %4 mm")
        .arg(paper,
             locale.toString(stock.perPage()),
             locale.toString(stock.label.width(), 'g', 4),
             locale.toString(stock.label.height(), 'g', 4));
}

} // namespace tanaban::ui
