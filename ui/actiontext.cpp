#include "ui/actiontext.h"

#include <QRegularExpression>

namespace tanaban::ui {

using namespace Qt::StringLiterals;

QString plainText(const QString &actionText)
{
    static const QRegularExpression dressing(u"…|\\(&.\\)|&(?!&)"_s);
    QString text = actionText;
    return text.remove(dressing);
}

} // namespace tanaban::ui
