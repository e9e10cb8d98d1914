#include "ui/look/sheet.h"

#include <QHash>

namespace tanaban::ui {

using namespace Qt::StringLiterals;

namespace {

// %name% stands for a colour. Sizes follow the 4-px grid.
constexpr QLatin1String sheet(R"(
QMainWindow::separator { width: 1px; height: 1px; background: %hairline%; }
QSplitter::handle { background: %hairline%; }
QSplitter::handle:hover { background: %border%; }

QMenuBar { background: %window%; padding: 2px 8px; }
QMenuBar::item { padding: 4px 8px; border-radius: 4px; background: transparent; }
QMenuBar::item:selected { background: %hover%; }
QMenu { background: %raised%; border: 1px solid %border%; padding: 4px; }
QMenu::item { padding: 5px 24px 5px 12px; border-radius: 4px; }
QMenu::item:selected { background: %selection%; color: %text%; }
QMenu::item:disabled { color: %faded%; background: transparent; }
QMenu::icon { padding-left: 8px; }
QMenu::separator { height: 1px; background: %hairline%; margin: 4px 8px; }

QToolBar { background: %window%; border: none; border-bottom: 1px solid %hairline%; padding: 4px 12px 8px 12px; spacing: 2px; }
QToolButton { padding: 4px 8px; border: 1px solid transparent; border-radius: 6px; background: transparent; }
QToolButton:hover { background: %hover%; }
QToolButton:pressed, QToolButton:checked { background: %selection%; }
QToolButton:focus { border: 1px solid %accent%; }
QToolButton:disabled { color: %faded%; }
QToolButton[outlined="true"] { background: %raised%; border: 1px solid %border%; padding: 4px 4px; }
QToolButton[outlined="true"]:hover { background: %hover%; }
QToolButton[outlined="true"]:disabled { background: %window%; border: 1px solid %hairline%; }
QToolButton[chip="true"] { background: %selection%; border-radius: 11px; padding: 2px 10px; }
QToolButton[chip="true"]:hover { background: %hover%; }
QWidget#strip { background: %window%; border-top: 1px solid %hairline%; border-bottom: 1px solid %hairline%; }
QToolButton::menu-indicator { image: none; }

QLineEdit, QComboBox, QSpinBox, QDoubleSpinBox, QDateEdit, QPlainTextEdit, QTextEdit {
    background: %base%; border: 1px solid %border%; border-radius: 6px; padding: 4px 8px;
    selection-background-color: %accent%; selection-color: %onAccent%; }
QLineEdit:focus, QComboBox:focus, QSpinBox:focus, QDoubleSpinBox:focus, QDateEdit:focus, QPlainTextEdit:focus, QTextEdit:focus {
    border: 1px solid %accent%; }
QLineEdit:disabled, QComboBox:disabled, QSpinBox:disabled, QDoubleSpinBox:disabled { background: %window%; color: %faded%; }
QComboBox { padding-right: 24px; }
QComboBox::drop-down { border: none; width: 24px; }
QComboBox::down-arrow { image: url(:/icons/%shade%/chevron-down.svg); width: 12px; height: 12px; }
QDateEdit::drop-down { border: none; width: 24px; }
QDateEdit::down-arrow { image: url(:/icons/%shade%/chevron-down.svg); width: 12px; height: 12px; }
QSpinBox::up-button, QSpinBox::down-button, QDoubleSpinBox::up-button, QDoubleSpinBox::down-button {
    border: none; width: 20px; }
QSpinBox::up-arrow, QDoubleSpinBox::up-arrow {
    image: url(:/icons/%shade%/chevron-up.svg); width: 10px; height: 10px; }
QSpinBox::down-arrow, QDoubleSpinBox::down-arrow {
    image: url(:/icons/%shade%/chevron-down.svg); width: 10px; height: 10px; }
QComboBox QAbstractItemView { background: %raised%; border: 1px solid %border%; padding: 4px;
    selection-background-color: %selection%; selection-color: %text%; }

QDialog#palette { background: %raised%; border: 1px solid %border%; }
QDialog#palette QListView { background: %raised%; }
QListView#searchProposals { background: %raised%; border: 1px solid %border%; }
QWidget#scanNotice { background: %raised%; border: 1px solid %bad%; border-radius: 6px; }
QFrame#searchHelp { background: %raised%; border: 1px solid %border%; }
QLineEdit#paletteField { background: %raised%; border: none; border-bottom: 1px solid %hairline%; border-radius: 0;
    padding: 12px 12px; }

QPushButton { background: %raised%; border: 1px solid %border%; border-radius: 6px; padding: 5px 16px; }
QPushButton:hover { background: %hover%; }
QPushButton:pressed { background: %selection%; }
QPushButton:checked { background: %selection%; border: 1px solid %accent%; }
QPushButton:focus { border: 1px solid %accent%; }
QPushButton:default { background: %accent%; color: %onAccent%; border: 1px solid %accent%; }
QPushButton:default:hover { background: %accentHover%; }
QPushButton:default:focus { border: 1px solid %text%; }
QPushButton:disabled { background: %window%; color: %faded%; border: 1px solid %hairline%; }

QHeaderView { background: %base%; border: none; }
QHeaderView::section { background: %base%; color: %secondary%; border: none;
    border-bottom: 1px solid %border%; padding: 0px 8px; }
QHeaderView::section:hover { color: %text%; }
QTableView, QTreeView, QListView { border: none; outline: none; }
QListWidget { border: 1px solid %border%; border-radius: 6px; padding: 2px; }
QListWidget:focus { border: 1px solid %accent%; }
QListWidget::item { padding: 4px 8px; border-radius: 4px; }
QListWidget::item:selected { background: %selection%; color: %text%; }
QTableView { background: %base%; }

QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: %scroll%; border-radius: 4px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: %scrollHover%; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QStatusBar { background: %window%; border-top: 1px solid %hairline%; }
QStatusBar::item { border: none; }
QToolTip { background: %raised%; color: %text%; border: 1px solid %border%; padding: 4px 8px; }
QProgressBar { border: none; border-radius: 2px; background: %hairline%; max-height: 4px; }
QProgressBar::chunk { background: %accent%; border-radius: 2px; }
)");

} // namespace

QString styleSheetOf(const Colours &c)
{
    const bool dark = c.base.lightness() < 128;
    const QHash<QString, QColor> names{{u"window"_s, c.window},
                                       {u"base"_s, c.base},
                                       {u"raised"_s, c.raised},
                                       {u"text"_s, c.text},
                                       {u"secondary"_s, c.secondary},
                                       {u"hairline"_s, c.hairline},
                                       {u"border"_s, c.border},
                                       {u"accent"_s, c.accent},
                                       {u"accentHover"_s, mixed(c.accent, c.text, 0.15)},
                                       {u"onAccent"_s, c.onAccent},
                                       {u"selection"_s, c.selection},
                                       {u"hover"_s, c.hover},
                                       {u"bad"_s, c.bad},
                                       {u"faded"_s, mixed(c.window, c.text, 0.42)},
                                       {u"scroll"_s, mixed(c.base, c.text, 0.2)},
                                       {u"scrollHover"_s, mixed(c.base, c.text, 0.35)}};
    QString result = sheet;
    for (auto it = names.cbegin(); it != names.cend(); ++it)
        result.replace(u'%' + it.key() + u'%', it.value().name());
    result.replace(u"%shade%"_s, dark ? u"dark"_s : u"light"_s);
    return result;
}

} // namespace tanaban::ui
