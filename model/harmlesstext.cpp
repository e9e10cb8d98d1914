#include "model/harmlesstext.h"

namespace tanaban {

namespace {

/// Perhaps some apostrophes and spaces, and then what begins a formula; in Chinese, Japanese and Korean
/// spreadsheets the wide signs do, too.
bool looksLikeFormula(QStringView line)
{
    while (line.startsWith(u'\''))
        line = line.mid(1);
    if (line.startsWith(u'\t') || line.startsWith(u'\r'))
        return true;
    while (!line.isEmpty() && (line.front().isSpace() || line.front() == u'\''))
        line = line.mid(1);
    return !line.isEmpty() && QStringView(u"=+-@＝＋－＠").contains(line.front());
}

/// Every line, because a program that divides the text by its lines takes each for a cell.
template <typename Change>
QString changed(const QString &text, Change change)
{
    QString result;
    qsizetype from = 0;
    while (true) {
        const qsizetype end = text.indexOf(u'\n', from);
        const QStringView line = QStringView(text).mid(from, end < 0 ? -1 : end - from);
        result += looksLikeFormula(line) ? change(line) : line.toString();
        if (end < 0)
            return result;
        result += u'\n';
        from = end + 1;
    }
}

} // namespace

QString harmless(const QString &text)
{
    return changed(text, [](QStringView line) { return QString(u'\'' + line.toString()); });
}

QString ordinary(const QString &text)
{
    return changed(text, [](QStringView line) {
        return (line.startsWith(u'\'') ? line.mid(1) : line).toString();
    });
}

} // namespace tanaban
