#include "ui/helpdialogs.h"

#include "ui/actiontext.h"
#include "ui/look/symbol.h"
#include "ui/look/theme.h"
#include "ui/windowactions.h"

#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QVBoxLayout>

namespace tanaban::ui {

using namespace Qt::StringLiterals;

namespace {

QDialogButtonBox *closeButton(QDialog *dialog)
{
    auto *box = new QDialogButtonBox(QDialogButtonBox::Close, dialog);
    QObject::connect(box, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    return box;
}

constexpr int columns = 3;

/// A menu: keys and what they do.
struct Group
{
    QString title;
    QList<std::pair<QString, QString>> lines;
};

/// Those of a menu that have keys; a menu in it is a group of its own.
void collect(const QAction &menu, std::vector<Group> &groups)
{
    Group group{plainText(menu.text()), {}};
    std::vector<Group> below;
    for (const QAction *action : menu.menu()->actions()) {
        if (action->menu()) {
            collect(*action, below);
            continue;
        }
        QStringList keys;
        for (const QKeySequence &shortcut : action->shortcuts())
            keys << shortcut.toString(QKeySequence::NativeText);
        if (!keys.isEmpty() && action->isVisible())
            group.lines.append({keys.join(u", "_s), plainText(action->text())});
    }
    if (!group.lines.isEmpty())
        groups.push_back(group);
    groups.insert(groups.end(), below.begin(), below.end());
}

QGridLayout *gridOf(const Group &group, QWidget *parent)
{
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(2);
    grid->setColumnStretch(1, 1);
    auto *title = new QLabel(group.title, parent);
    title->setForegroundRole(QPalette::PlaceholderText);
    title->setFont(fontOf(TextSize::Secondary));
    grid->addWidget(title, 0, 0, 1, 2);
    for (const auto &[keys, text] : group.lines) {
        const int row = grid->rowCount();
        auto *key = new QLabel(keys, parent);
        key->setFont(fontOf(TextSize::Normal, true));
        grid->addWidget(key, row, 0);
        auto *what = new QLabel(parent);
        what->setTextFormat(Qt::PlainText);
        what->setText(text);
        grid->addWidget(what, row, 1);
    }
    return grid;
}

} // namespace

ShortcutsDialog::ShortcutsDialog(const WindowActions &actions, QWidget *parent)
    : QDialog(parent)
{
    setObjectName(u"shortcutsDialog"_s);
    setWindowTitle(tr("Keyboard shortcuts"));
    std::vector<Group> groups;
    for (const QAction *menu : actions.menus())
        collect(*menu, groups);
    groups.push_back({tr("Lists and fields"),
                      {{tr("Enter"), tr("In the search field: select the first row found")},
                       {tr("Down"), tr("From the search field into the table")},
                       {tr("Esc"), tr("Clear the search field")},
                       {tr("Enter"), tr("In a list: open what is selected")},
                       {tr("Menu"), tr("In a list: what can be done with the row")}}});
    qsizetype lines = 0;
    for (const Group &group : groups)
        lines += group.lines.size() + 2;

    auto *row = new QHBoxLayout;
    row->setSpacing(40);
    QVBoxLayout *column = nullptr;
    qsizetype filled = 0;
    const qsizetype fair = lines / columns;
    for (const Group &group : groups) {
        const qsizetype size = group.lines.size() + 2;
        // Rather too short than even more too long.
        const bool full = filled + size - fair > fair - filled && row->count() < columns;
        if (!column || full) {
            column = new QVBoxLayout;
            column->setSpacing(10);
            row->addLayout(column);
            filled = 0;
        }
        column->addLayout(gridOf(group, this));
        filled += size;
    }
    for (int number = 0; number < row->count(); ++number)
        static_cast<QVBoxLayout *>(row->itemAt(number)->layout())->addStretch();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 20, 24, 16);
    layout->setSpacing(16);
    layout->addLayout(row);
    layout->addWidget(closeButton(this));
}

AboutDialog::AboutDialog(QWidget *parent)
    : QDialog(parent)
{
    setObjectName(u"aboutDialog"_s);
    setWindowTitle(tr("About Tanaban"));
    auto *symbol = new Symbol(u"tanaban"_s, 48, this);
    symbol->setSymbol(u"tanaban"_s, Symbol::Tone::Accent);
    auto *name = new QLabel(u"Tanaban " TANABAN_VERSION ""_s, this);
    name->setFont(fontOf(TextSize::Title, true));
    auto *text = new QLabel(tr("Stock, orders and allocation that people can trust.\n"
                               "棚番 (tanaban) is the code on the shelf."),
                            this);
    auto *qt = new QLabel(tr("Made with Qt %1.").arg(QString::fromLatin1(qVersion())), this);
    qt->setForegroundRole(QPalette::PlaceholderText);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(32, 24, 32, 16);
    layout->setSpacing(8);
    layout->addWidget(symbol, 0, Qt::AlignHCenter);
    for (QLabel *label : {name, text, qt}) {
        label->setAlignment(Qt::AlignCenter);
        layout->addWidget(label);
    }
    layout->addSpacing(8);
    layout->addWidget(closeButton(this));
}

} // namespace tanaban::ui
