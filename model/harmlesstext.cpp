#include "model/harmlesstext.h"

namespace tanaban {

namespace {

/// Perhaps some apostrophes, and then what begins a formula.
bool looksLikeFormula(QStringView text)
{
    while (text.startsWith(u'\''))
        text = text.mid(1);
    return !text.isEmpty() && QStringView(u"=+-@\t\r").contains(text.front());
}

} // namespace

QString harmless(const QString &text)
{
    return looksLikeFormula(text) ? u'\'' + text : text;
}

QString ordinary(const QString &text)
{
    return text.startsWith(u'\'') && looksLikeFormula(text) ? text.mid(1) : text;
}

} // namespace tanaban
