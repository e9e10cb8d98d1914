#include "ui/look/style.h"

#include "ui/look/icons.h"

#include <QAbstractItemView>
#include <QLabel>
#include <QPainter>
#include <QStyleOption>
#include <QTreeView>

namespace tanaban::ui {

using namespace Qt::StringLiterals;

Style::Style()
    : QProxyStyle(u"fusion"_s)
{}

void Style::polish(QWidget *widget)
{
    auto *label = qobject_cast<QLabel *>(widget); // a tool tip is one, too
    if (label && label->textFormat() == Qt::AutoText)
        label->setTextFormat(Qt::PlainText);
    QProxyStyle::polish(widget);
}

int Style::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    // Only what differs from Fusion; the rest of this long list is the base style's business.
    if (metric == PM_ToolBarIconSize || metric == PM_SmallIconSize || metric == PM_ButtonIconSize)
        return 16;
    if (metric == PM_SplitterWidth)
        return 1;
    if (metric == PM_TreeViewIndentation)
        return 16;
    return QProxyStyle::pixelMetric(metric, option, widget);
}

int Style::styleHint(StyleHint hint,
                     const QStyleOption *option,
                     const QWidget *widget,
                     QStyleHintReturn *returnData) const
{
    if (hint == SH_ToolTip_WakeUpDelay)
        return 500;
    if (hint == SH_ItemView_ArrowKeysNavigateIntoChildren)
        return 1;
    if (hint == SH_UnderlineShortcut)
        return 0;
    return QProxyStyle::styleHint(hint, option, widget, returnData);
}

void Style::drawPrimitive(PrimitiveElement element,
                          const QStyleOption *option,
                          QPainter *painter,
                          const QWidget *widget) const
{
    if (element == PE_FrameFocusRect && qobject_cast<const QAbstractItemView *>(widget))
        return;
    if (element == PE_PanelItemViewRow && qobject_cast<const QTreeView *>(widget))
        return; // the delegate draws its own selection
    if (element == PE_IndicatorBranch) {
        if (option->state & State_Children) {
            const QLatin1String name = option->state & State_Open ? "chevron-down"_L1
                                                                  : "chevron-right"_L1;
            QRect place(0, 0, 12, 12);
            place.moveCenter(option->rect.center());
            paintIcon(painter, place, name, Theme::colours().secondary);
        }
        return;
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

} // namespace tanaban::ui
