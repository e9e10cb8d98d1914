#pragma once

#include "model/picking/picklist.h"

#include <QCoreApplication>

#include "print/picklistdocument.h"

namespace tanaban::ui {

/// What the bars beside a stop say.
enum class PickCode {
    Product, ///< its barcode, or its code where it has none
    Bin,
    None
};

/// A pick list on paper, in the words of the window. For workers.
class PickPages
{
    Q_DECLARE_TR_FUNCTIONS(PickPages)

public:
    /// `person`: who prints it.
    static print::PickListContent contentOf(const PickList &list,
                                            PickCode code,
                                            const QString &person);
    /// "12 stops in 7 places"
    static QString summary(const PickList &list);

private:
    static print::PickRow rowOf(const PickStop &stop, PickCode code);
};

} // namespace tanaban::ui
