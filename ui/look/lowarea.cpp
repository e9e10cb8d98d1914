#include "ui/look/lowarea.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QEvent>
#include <QLabel>
#include <QLayout>
#include <QScreen>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>
#include <memory>

namespace tanaban::ui {

namespace {

constexpr int leastHeight = 200; ///< some fields are always in view
constexpr QSize frame(16, 40);   ///< that the desktop puts around a window
constexpr int leastScreenWidth = 900;

class DialogFitter final : public QObject
{
public:
    using QObject::QObject;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::Show) {
            if (auto *dialog = qobject_cast<QDialog *>(watched))
                fitInto(*dialog, roomOnScreen(*dialog));
        }
        return QObject::eventFilter(watched, event);
    }
};

/// A row of buttons, with words beside them at most.
bool isRowOfButtons(QLayout *row)
{
    bool buttons = false;
    for (int i = 0; row && i < row->count(); ++i) {
        const QWidget *widget = row->itemAt(i)->widget();
        const bool button = qobject_cast<const QAbstractButton *>(widget);
        if (row->itemAt(i)->layout() || (widget && !button && !qobject_cast<const QLabel *>(widget)))
            return false;
        buttons = buttons || button;
    }
    return buttons;
}

/// The buttons that end a dialog.
bool isFoot(QLayoutItem *item)
{
    const QWidget *widget = item ? item->widget() : nullptr;
    if (qobject_cast<const QDialogButtonBox *>(widget))
        return true;
    return item && isRowOfButtons(widget ? widget->layout() : item->layout());
}

/// Somebody hid it, as details are until they are asked for.
bool isPutAway(const QWidget *widget)
{
    return widget && widget->isHidden() && widget->testAttribute(Qt::WA_WState_ExplicitShowHide);
}

/// Takes the foot out of a column; nothing if it does not end with one. What is hidden below it comes
/// above it, if ever.
QLayoutItem *takeFoot(QLayout *layout)
{
    int last = layout->count() - 1;
    while (last > 0 && isPutAway(layout->itemAt(last)->widget()))
        --last;
    return qobject_cast<const QVBoxLayout *>(layout) && isFoot(layout->itemAt(last))
               ? layout->takeAt(last)
               : nullptr;
}

} // namespace

LowArea::LowArea(QWidget *content, QWidget *parent)
    : QScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setFocusPolicy(Qt::NoFocus);
    setWidget(content);
    viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);
    content->installEventFilter(this);
    // By itself it looks only after a Tab within it, not after one from the buttons below.
    // Queued: a dialog that comes up has its places only then.
    connect(
        qApp,
        &QApplication::focusChanged,
        this,
        [this] {
            QWidget *now = QApplication::focusWidget();
            if (now && widget()->isAncestorOf(now))
                ensureWidgetVisible(now);
        },
        Qt::QueuedConnection);
}

QSize LowArea::sizeHint() const
{
    return widget()->sizeHint();
}

QSize LowArea::minimumSizeHint() const
{
    return {QScrollArea::minimumSizeHint().width(), std::min(sizeHint().height(), leastHeight)};
}

/// What it holds has grown or shrunk, and so has what it wants.
bool LowArea::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::LayoutRequest)
        updateGeometry();
    return QScrollArea::eventFilter(watched, event);
}

void fitInto(QDialog &dialog, const QSize &room)
{
    if (room.isEmpty() || !dialog.layout())
        return;
    dialog.ensurePolished();
    dialog.layout()->activate();
    const QSize least = dialog.minimumSizeHint().expandedTo(dialog.minimumSize());
    const bool fits = least.width() <= room.width() && least.height() <= room.height();
    if (!fits && !dialog.findChild<LowArea *>(QString(), Qt::FindDirectChildrenOnly)) {
        QWidget *first = dialog.focusWidget(); // forgotten by what moves to another parent
        QLayout *column = dialog.layout();
        QLayoutItem *foot = takeFoot(column);
        const QMargins edges = column->contentsMargins();
        auto *content = new QWidget;
        content->setLayout(column); // with all that stands in it
        auto *area = new LowArea(content, &dialog);
        auto *whole = new QVBoxLayout(&dialog);
        whole->setContentsMargins(0, 0, 0, 0);
        whole->addWidget(area);
        if (foot) {
            // It comes from outside like the fields, so that Tab comes to the buttons after them.
            auto *below = new QWidget;
            auto *row = new QVBoxLayout(below);
            row->setContentsMargins(edges.left(), 0, edges.right(), edges.bottom());
            if (foot->layout())
                row->addLayout(foot->layout());
            else
                row->addWidget(std::unique_ptr<QLayoutItem>(foot)->widget());
            whole->addWidget(below);
        }
        if (first)
            first->setFocus();
        dialog.setMinimumSize(std::min(dialog.minimumWidth(), room.width()), 0);
    }
    if (!fits || dialog.width() > room.width() || dialog.height() > room.height())
        dialog.resize(dialog.size().expandedTo(least).boundedTo(room));
}

void fitDialogsToScreens()
{
    qApp->installEventFilter(new DialogFitter(qApp));
}

QSize roomOnScreen(const QWidget &window)
{
    const QSize room = window.screen()->availableSize() - frame;
    return room.width() < leastScreenWidth ? QSize() : room;
}

} // namespace tanaban::ui
