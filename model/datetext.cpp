#include "model/datetext.h"

#include <QLocale>

namespace tanaban {

using namespace Qt::StringLiterals;

QString dateText(QDate date)
{
    const bool japanese = QLocale().language() == QLocale::Japanese;
    return date.toString(japanese ? u"yyyy/MM/dd"_s : u"yyyy-MM-dd"_s);
}

} // namespace tanaban
