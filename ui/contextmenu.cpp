#include "ui/contextmenu.h"

#include <QAbstractItemView>
#include <QMenu>

namespace tanaban::ui {

using namespace Qt::StringLiterals;

void offerContextMenu(QAbstractItemView *view, std::function<QList<QAction *>()> actions)
{
    view->setContextMenuPolicy(Qt::CustomContextMenu);
    QObject::connect(view,
                     &QWidget::customContextMenuRequested,
                     view,
                     [view, actions = std::move(actions)](const QPoint &at) {
                         if (!view->indexAt(at).isValid())
                             return;
                         auto *menu = new QMenu(view);
                         menu->setObjectName(u"contextMenu"_s);
                         menu->setAttribute(Qt::WA_DeleteOnClose);
                         for (QAction *action : actions()) {
                             if (!action)
                                 menu->addSeparator();
                             else if (action->isEnabled())
                                 menu->addAction(action);
                         }
                         menu->popup(view->viewport()->mapToGlobal(at));
                     });
}

} // namespace tanaban::ui
