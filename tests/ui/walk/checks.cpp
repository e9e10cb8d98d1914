#include "tests/ui/walk/checks.h"

#include "ui/look/lowarea.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QComboBox>
#include <QDialog>
#include <QGroupBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QScrollArea>
#include <QStyle>
#include <QTabBar>
#include <QTableView>
#include <QTextDocument>
#include <QTextEdit>
#include <QToolButton>

#include <functional>

namespace tanaban::test {

using namespace Qt::StringLiterals;

namespace {

/// Whether it stands within what its window shows: parts of a scroll area may lie outside.
bool isSeen(const QWidget &window, const QWidget &widget)
{
    return widget.isVisibleTo(&window) && !widget.size().isEmpty();
}

/// Parts of another control: the list of a combo box, the field of a spin box.
bool isPart(const QWidget &widget)
{
    for (const QWidget *parent = widget.parentWidget(); parent; parent = parent->parentWidget()) {
        if (qobject_cast<const QComboBox *>(parent)
            || qobject_cast<const QAbstractSpinBox *>(parent)
            || qobject_cast<const QHeaderView *>(parent) || qobject_cast<const QLineEdit *>(parent))
            return true;
        if (parent->isWindow())
            break;
    }
    return false;
}

template <typename Kind>
std::vector<const Kind *> seenOf(const QWidget &window)
{
    std::vector<const Kind *> found;
    for (const Kind *widget : window.findChildren<Kind *>()) {
        if (widget->window() == &window && isSeen(window, *widget))
            found.push_back(widget);
    }
    return found;
}

bool isControl(const QWidget &widget)
{
    return qobject_cast<const QAbstractButton *>(&widget)
           || qobject_cast<const QLineEdit *>(&widget) || qobject_cast<const QComboBox *>(&widget)
           || qobject_cast<const QAbstractItemView *>(&widget)
           || qobject_cast<const QAbstractSpinBox *>(&widget)
           || qobject_cast<const QTextEdit *>(&widget)
           || qobject_cast<const QPlainTextEdit *>(&widget);
}

QString withoutMnemonic(QString text)
{
    text.replace(u"&&"_s, u"\x1"_s).remove(u'&');
    return text.replace(u'\x1', u'&');
}

int widthOf(const QWidget &widget, const QString &text)
{
    int widest = 0;
    for (const QString &line : text.split(u'\n'))
        widest = std::max(widest, widget.fontMetrics().horizontalAdvance(line));
    return widest;
}

bool isCut(const QLabel &label)
{
    const QString text = label.text();
    if (text.isEmpty() || !label.pixmap(Qt::ReturnByValue).isNull()
        || label.property("elided").toBool())
        return false;
    const QRect room = label.contentsRect();
    if (label.wordWrap())
        return label.heightForWidth(label.width()) > label.height() + 2;
    if (Qt::mightBeRichText(text))
        return label.sizeHint().width() > label.width() + 1;
    return widthOf(label, withoutMnemonic(text)) > room.width() + 1
           || label.fontMetrics().height() > room.height() + 2;
}

bool isCut(const QAbstractButton &button)
{
    if (button.text().isEmpty())
        return false;
    if (const auto *tool = qobject_cast<const QToolButton *>(&button);
        tool && tool->toolButtonStyle() == Qt::ToolButtonIconOnly)
        return false;
    if (button.sizePolicy().hasHeightForWidth()) // its text goes on in another line
        return button.heightForWidth(button.width()) > button.height() + 2;
    int needed = widthOf(button, withoutMnemonic(button.text()));
    if (!button.icon().isNull())
        needed += button.iconSize().width() + 4;
    return needed > button.width() || button.fontMetrics().height() > button.height();
}

bool isCut(const QComboBox &box)
{
    const int arrow = box.style()->pixelMetric(QStyle::PM_MenuButtonIndicator, nullptr, &box) + 8;
    return widthOf(box, box.currentText()) > box.width() - arrow;
}

void cutSections(const QHeaderView &header, QStringList &findings)
{
    if (header.orientation() != Qt::Horizontal || !header.model())
        return;
    for (int section = 0; section < header.count(); ++section) {
        const QString text = header.model()->headerData(section, Qt::Horizontal).toString();
        const int room = header.sectionSize(section);
        if (!header.isSectionHidden(section) && widthOf(header, text) + 6 > room)
            findings << u"the head of a column is cut: “%1” (%2 of %3) in %4"_s.arg(text)
                            .arg(room)
                            .arg(widthOf(header, text) + 6)
                            .arg(nameOf(*header.parentWidget()));
    }
}

/// Calls `tell` for every text a person can read on or about the widget.
void eachText(const QWidget &widget, const std::function<void(const QString &, const char *)> &tell)
{
    if (const auto *label = qobject_cast<const QLabel *>(&widget)) {
        QString text = label->text();
        if (Qt::mightBeRichText(text)) {
            QTextDocument document;
            document.setHtml(text);
            text = document.toPlainText();
        }
        tell(text, "text");
    }
    if (const auto *button = qobject_cast<const QAbstractButton *>(&widget))
        tell(withoutMnemonic(button->text()), "text");
    if (const auto *box = qobject_cast<const QGroupBox *>(&widget))
        tell(box->title(), "title");
    if (const auto *edit = qobject_cast<const QLineEdit *>(&widget))
        tell(edit->placeholderText(), "placeholder");
    if (const auto *box = qobject_cast<const QComboBox *>(&widget)) {
        for (int i = 0; i < box->count(); ++i)
            tell(box->itemText(i), "entry");
    }
    if (const auto *tabs = qobject_cast<const QTabBar *>(&widget)) {
        for (int i = 0; i < tabs->count(); ++i)
            tell(withoutMnemonic(tabs->tabText(i)), "tab");
    }
    if (const auto *header = qobject_cast<const QHeaderView *>(&widget);
        header && header->model() && header->orientation() == Qt::Horizontal)
    {
        for (int i = 0; i < header->count(); ++i)
            tell(header->model()->headerData(i, Qt::Horizontal).toString(), "head");
    }
    tell(widget.toolTip(), "tool tip");
    tell(widget.statusTip(), "status tip");
    tell(widget.accessibleName(), "accessible name");
    if (widget.isWindow())
        tell(widget.windowTitle(), "window title");
}

/// Next in the order of Tab that a person could reach.
std::vector<const QWidget *> tabOrder(const QWidget &window)
{
    std::vector<const QWidget *> order;
    for (const QWidget *at = window.nextInFocusChain(); at && at != &window;
         at = at->nextInFocusChain())
    {
        if (at->window() == &window && isSeen(window, *at) && at->isEnabled()
            && (at->focusPolicy() & Qt::TabFocus) && !at->focusProxy() && !isPart(*at))
            order.push_back(at);
    }
    return order;
}

} // namespace

QString nameOf(const QWidget &widget)
{
    QString text;
    if (const auto *label = qobject_cast<const QLabel *>(&widget))
        text = label->text();
    if (const auto *button = qobject_cast<const QAbstractButton *>(&widget))
        text = button->text();
    return u"%1 “%2” %3"_s.arg(
        QString::fromLatin1(widget.metaObject()->className()), widget.objectName(), text.left(60));
}

QStringList namelessControls(const QWidget &window)
{
    QStringList findings;
    for (const QWidget *widget : seenOf<QWidget>(window)) {
        if (!isControl(*widget) || isPart(*widget) || widget->focusPolicy() == Qt::NoFocus)
            continue;
        QAccessibleInterface *face = QAccessible::queryAccessibleInterface(
            const_cast<QWidget *>(widget)); // NOLINT: Qt asks for it
        if (!face) {
            findings << u"not accessible: "_s + nameOf(*widget);
        } else if (qobject_cast<const QComboBox *>(widget)) {
            if (face->relations(QAccessible::Label).isEmpty())
                findings << u"no label is for this combo box: "_s + nameOf(*widget);
        } else if (face->text(QAccessible::Name).trimmed().isEmpty()) {
            findings << u"no accessible name: "_s + nameOf(*widget);
        }
    }
    return findings;
}

QStringList strangeTexts(const QWidget &window, const Data &data)
{
    QStringList findings;
    const auto look = [&](const QWidget &widget) {
        eachText(widget, [&](const QString &text, const char *what) {
            const QString strange = data.strangeIn(text);
            if (!strange.isEmpty())
                findings << u"“%1” in the %2 “%3” of %4 is not translated"_s.arg(
                    strange, QString::fromLatin1(what), text, nameOf(widget));
        });
    };
    look(window);
    for (const QWidget *widget : seenOf<QWidget>(window)) {
        if (!isPart(*widget) || qobject_cast<const QHeaderView *>(widget))
            look(*widget);
    }
    return findings;
}

namespace {

/// Numbers, days and moments: half of one is worse than none.
void cutFigures(const QTableView &table, QStringList &findings)
{
    static const QRegularExpression figure(u"^[-+]?[0-9][0-9.,:/ -]*$"_s);
    constexpr int edges = 18; // those of CellDelegate, the grid, and parts of pixels
    const int first = table.rowAt(0);
    const int last = table.rowAt(table.viewport()->height() - 1);
    for (int row = first; row >= 0 && row <= last; ++row) {
        for (int column = 0; column < table.model()->columnCount(); ++column) {
            const QString text = table.model()->index(row, column).data().toString();
            if (table.isColumnHidden(column) || !figure.match(text).hasMatch())
                continue;
            const int needed = table.fontMetrics().horizontalAdvance(text) + edges;
            if (needed > table.columnWidth(column))
                findings << u"cut: “%1” in %2 needs %3, room %4"_s.arg(text, nameOf(table))
                                .arg(needed)
                                .arg(table.columnWidth(column));
        }
    }
}

} // namespace

QStringList cutTexts(const QWidget &window)
{
    QStringList findings;
    for (const QLabel *label : seenOf<QLabel>(window)) {
        if (isCut(*label))
            findings << u"cut: %1, room %2"_s.arg(nameOf(*label)).arg(label->width());
    }
    for (const QAbstractButton *button : seenOf<QAbstractButton>(window)) {
        if (isCut(*button))
            findings << u"cut: %1, room %2"_s.arg(nameOf(*button)).arg(button->width());
    }
    for (const QComboBox *box : seenOf<QComboBox>(window)) {
        if (isCut(*box))
            findings << u"cut: %1 “%2”"_s.arg(nameOf(*box), box->currentText());
    }
    for (const QLineEdit *edit : seenOf<QLineEdit>(window)) {
        if (widthOf(*edit, edit->placeholderText()) > edit->width() - 8)
            findings << u"cut: the hint “%1” of %2"_s.arg(edit->placeholderText(), nameOf(*edit));
    }
    for (const QHeaderView *header : seenOf<QHeaderView>(window))
        cutSections(*header, findings);
    for (const QTableView *table : seenOf<QTableView>(window))
        cutFigures(*table, findings);
    for (const QScrollArea *area : seenOf<QScrollArea>(window)) {
        const int room = area->viewport()->width();
        const int needed = area->widget() ? area->widget()->minimumSizeHint().width() : 0;
        if (area->horizontalScrollBarPolicy() == Qt::ScrollBarAlwaysOff && needed > room)
            findings << u"cut: what stands in %1 needs %2, room %3"_s.arg(nameOf(*area))
                            .arg(needed)
                            .arg(room);
    }
    return findings;
}

QStringList tooLarge(QWidget &window)
{
    constexpr QSize room(1920 / 2, 1080 / 2 - 28);
    if (auto *dialog = qobject_cast<QDialog *>(&window))
        ui::fitInto(*dialog, room);
    const QSize least = window.minimumSizeHint().expandedTo(window.minimumSize());
    if (least.width() <= room.width() && least.height() <= room.height())
        return {};
    return {u"too large at 200 %: %1 needs %2 × %3"_s.arg(nameOf(window))
                .arg(least.width())
                .arg(least.height())};
}

QStringList focusJumps(const QWidget &window)
{
    QStringList findings;
    const QWidget *before = nullptr;
    QRect last;
    for (const QWidget *widget : tabOrder(window)) {
        const QRect here(widget->mapTo(&window, QPoint()), widget->size());
        if (before) {
            const bool up = here.bottom() <= last.top();
            const bool sameRow = here.top() < last.bottom() && last.top() < here.bottom();
            const bool toTheRight = here.left() >= last.right();
            const bool toTheLeft = here.right() <= last.left();
            if ((up && !toTheRight) || (sameRow && toTheLeft))
                findings << u"Tab jumps back from %1 to %2"_s.arg(nameOf(*before), nameOf(*widget));
        }
        before = widget;
        last = here;
    }
    return findings;
}

} // namespace tanaban::test
