#pragma once

#include "model/labels/labelcode.h"
#include "model/records.h"

#include <QCoreApplication>

#include <memory>

#include "print/labeldocument.h"

namespace tanaban::ui {

/// More are not made at once.
inline constexpr qsizetype mostLabels = 5000;

/// Labels that were made, and those that could not be.
struct MadeLabels
{
    std::shared_ptr<const print::Document> document; ///< nothing without a label
    qsizetype labels = 0;                            ///< without copies
    std::vector<LabelFault> faults;
};

/// From records to labels. For workers.
class Labels
{
    Q_DECLARE_TR_FUNCTIONS(Labels)

public:
    /// What labels of these products, lots or bins are for; what is not there, and the bin without a
    /// code that is the zone itself, are left out.
    static Read<std::vector<LabelSubject>> subjectsOf(Records &records,
                                                      Entity entity,
                                                      const std::vector<RecordId> &ids);
    /// `wanted`: as labelCodeFor() takes it. Where nobody chose, bars that do not fit become QR.
    static MadeLabels make(const std::vector<LabelSubject> &subjects,
                           std::optional<Symbology> wanted,
                           const print::LabelJob &job,
                           QDate today);
    /// "EAN-13", …
    static QString nameOf(Symbology symbology);
    /// "3 × 8 labels, 70 × 37 mm (A4)"
    static QString nameOf(const print::LabelStock &stock);

private:
    static Result<print::Label, LabelFault> labelOf(const LabelSubject &subject,
                                                    std::optional<Symbology> wanted,
                                                    const print::LabelLayout &layout,
                                                    QDate today);
    static QStringList linesOf(const LabelSubject &subject, const QString &readable);
};

} // namespace tanaban::ui
