#include "ui/actiontext.h"

#include <QAction>
#include <QRegularExpression>

namespace tanaban::ui {

using namespace Qt::StringLiterals;

QString plainText(const QString &actionText)
{
    static const QRegularExpression dressing(u"…|\\(&.\\)|&(?!&)"_s);
    QString text = actionText;
    return text.remove(dressing);
}

void allow(QAction *action, const QString &hindrance)
{
    action->setEnabled(hindrance.isEmpty());
    const QString keys = action->shortcut().toString(QKeySequence::NativeText);
    action->setToolTip(hindrance.isEmpty() ? QString(action->statusTip() + u" ("_s + keys + u')')
                                           : hindrance);
}

} // namespace tanaban::ui
